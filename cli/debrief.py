"""``netgraph debrief``: write down what a talk taught, in under two minutes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from . import output
from .actions import writer
from .entry import date_of
from .options import DAY, Session, json_option, pass_session
from .words import by_day, count

if TYPE_CHECKING:
    from netgraph.model.as_of import AsOf
    from netgraph.talks.debrief_facts import Understood

LARGEST = 1_000_000
"""Bytes of a file that is read."""


@click.command()
@click.argument("who", default="")
@click.argument("text", default="")
@click.option(
    "--file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Read the text there.",
)
@click.option(
    "--inbox",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Take each text file there whose first line names somebody, and move it aside.",
)
@click.option("--on", type=DAY, help="When you talked (today): yesterday, last friday ...")
@click.option("--yes", is_flag=True, help="Do not ask whether it was understood.")
@json_option
@pass_session
def debrief(
    session: Session, /, *, who: str, inbox: Path | None, as_json: bool, **said: Any
) -> None:
    """Write down what you learned from WHO: five short questions, or TEXT, or --file.

    In it, @Name (Company) is somebody they named, #theme what it was about (#theme+ and #theme-
    for and against), "!friday send my notes" a promise of yours, "!them friday ..." one of theirs,
    "+h1 ..." and "-h1 ..." speak for and against a hypothesis of your goal. All else is kept as
    you wrote it.
    """
    if bool(who) == bool(inbox):
        raise click.UsageError("name whom you talked with, or a folder with --inbox")
    from netgraph.talks.debrief_facts import understood

    if inbox:
        told = list(_inbox(session, inbox, yes=said["yes"]))
        if as_json:
            output.as_json({"debriefs": told})
        return
    day = date_of(session, said["on"])
    view, person = _person(session, who)
    found = understood(view, person, _answers(said), day=day)
    if _stored(session, found, yes=said["yes"], kept=said["file"]):
        _end(session, found, as_json)


def _answers(said: Mapping[str, Any]) -> dict[str, str]:
    """Return what was learned: from the line, the file, or five questions."""
    from netgraph.talks.debriefs import ANSWERS

    if said["file"]:
        return {"note": _read(said["file"])}
    if said["text"]:
        return {"note": said["text"]}
    output.note("Five short questions; Enter leaves one out.")
    asked: dict[str, str] = {}
    for field, question in ANSWERS.items():
        try:
            asked[field] = str(click.prompt(question, default="", show_default=False, err=True))
        except click.Abort:
            if not any(asked.values()):
                raise
            break
    return {field: answer for field, answer in asked.items() if answer.strip()}


def _read(path: Path) -> str:
    """Return the text of a file."""
    from netgraph.model.errors import InvalidInput

    try:
        data = path.read_bytes()
    except OSError as error:
        raise InvalidInput(f"cannot read {path}: {error.strerror}") from error
    if len(data) > LARGEST:
        raise InvalidInput(f"{path} is too long for notes of one talk")
    return data.decode("utf-8-sig", errors="replace").replace("\r\n", "\n")


def _person(session: Session, who: str) -> tuple[AsOf, str]:
    """Return whom the words mean: nobody is asked five questions about a stranger."""
    from netgraph.journal.lookup import find_person

    view = session.view()
    return view, find_person(view.ledger, who)


def _stored(session: Session, told: Understood, *, yes: bool, kept: Path | None) -> bool:
    """Show what was understood, and store it if that is right."""
    from netgraph.recording.debriefs import record_debrief

    for line in _lines(told):
        output.note(line)
    if not yes and not _right(session, told, kept):
        return False
    with session.change(f"debrief {told.name}") as (store, change):
        record_debrief(store.ledger(), change, told)
    return True


def _right(session: Session, told: Understood, kept: Path | None) -> bool:
    """Ask whether it was understood; what was typed is not lost if it was not."""
    right = False
    try:
        right = click.confirm("Is that right?", default=True, err=True)
    finally:
        if not right and not kept:
            path = _aside(session, told)
            output.note(f"Nothing was stored. Your words are in {path}: change them there, then")
            output.note(f"netgraph debrief {told.debrief.person} --file {path}")
    return right


def _aside(session: Session, told: Understood) -> Path:
    """Keep what was typed in a file of its own."""
    from netgraph.pages.page import write_page
    from netgraph.talks.debriefs import as_written

    path = session.path.parent / f"debrief-{told.debrief.person}-{told.debrief.day}.txt"
    write_page(path, as_written(told.debrief))
    return path


def _lines(told: Understood) -> Iterator[str]:
    """Yield what was understood."""
    yield f"With {told.name}, {by_day(told.debrief.day) if told.debrief.day else ''}:"
    if told.talk:
        yield "  a talk, which was not written down yet"
    for lead in told.leads:
        company = f" ({lead.company})" if lead.company else ""
        yield f"  new: {lead.name}{company}, named by {told.name}"
    for name in told.referred:
        yield f"  known: {name}, named by {told.name}"
    for promise in told.promises:
        whose = "you promised" if promise.giver == "me" else "they promised"
        yield f"  {whose}, by {by_day(promise.due) if promise.due else 'some day'}: {promise.note}"
    if told.themes:
        yield f"  themes: {', '.join(told.themes)}"
    for item in told.evidence:
        yield f"  {'for' if item.holds else 'against'} {item.hypothesis!r}: {item.quote}"
    for line in told.unclear:
        yield f"  not clear, kept as a note: {line}"


def _end(session: Session, told: Understood, as_json: bool) -> None:
    """Say that it is stored, and what comes next."""
    from netgraph.model.actions import Action
    from netgraph.views.documents import debrief_document

    if as_json:
        output.as_json({"debrief": debrief_document(told)})
        return
    output.say(
        f"Stored: {count(len(told.leads), 'new lead')}, {count(len(told.promises), 'promise')}."
    )
    thank = Action("draft", (told.debrief.person,), {"kind": "thanks"})
    output.say(f"Next: {writer(session.ledger())(thank)}")


def _inbox(session: Session, folder: Path, *, yes: bool) -> Iterator[dict[str, Any]]:
    """Yield what was made of each file in a folder; those stored are moved aside."""
    from netgraph.model.errors import NetgraphError
    from netgraph.talks.debrief_facts import understood
    from netgraph.views.documents import debrief_document

    paths = sorted(
        p for p in folder.iterdir() if p.suffix.lower() in (".txt", ".md") and p.is_file()
    )
    for path in paths:
        who, _, text = _read(path).lstrip().partition("\n")
        try:
            view, person = _person(session, who.strip("#@ \t:"))
            told = understood(view, person, {"note": text}, day=session.as_of)
        except NetgraphError as error:
            output.note(f"{path.name} stays where it is: {error}")
            continue
        output.note(path.name)
        if _stored(session, told, yes=yes, kept=path):
            done = folder / "done"
            done.mkdir(mode=0o700, exist_ok=True)
            path.rename(_free(done / path.name))
            yield debrief_document(told)
    if not paths:
        output.note(f"There is no .txt or .md file in {folder}.")


def _free(path: Path) -> Path:
    """Return a name that is not taken."""
    number = 2
    free = path
    while free.exists():
        free = path.with_name(f"{path.stem}-{number}{path.suffix}")
        number += 1
    return free
