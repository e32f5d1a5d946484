"""``netgraph draft``: a letter to read through, fill in and send yourself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from . import output
from .entry import Word, say_next
from .options import Session, json_option, pass_session

if TYPE_CHECKING:
    from netgraph.model.actions import Action
    from netgraph.model.as_of import AsOf
    from netgraph.model.records import Ledger
    from netgraph.talks.drafts import Draft


def _kinds() -> Iterable[str]:
    """Return the kinds of letter."""
    from netgraph.talks.drafts import KINDS

    return KINDS


@click.command()
@click.argument("kind", type=Word(_kinds))
@click.argument("who")
@click.option("--via", default="", help="Whose name opens the door.")
@click.option(
    "--for", "target", default="", help="For introduction: to whom, or at which employer."
)
@click.option("--language", default="en", show_default=True, help="en, de, or one of your own.")
@click.option("--copy", "to_clipboard", is_flag=True, help="Put the text on the clipboard.")
@click.option(
    "--eml",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write it as a message that your mail program opens as a draft.",
)
@json_option
@pass_session
def draft(session: Session, /, *, as_json: bool, to_clipboard: bool, **said: Any) -> None:
    """Draft a letter to WHO from what you wrote down; nothing is ever sent.

    KIND is request (advice, in under 75 words), via (the same, in the name of an introducer),
    introduction (WHO introduces you), follow-up, confirm, thanks, report (what came of the door
    WHO opened), update or landed. [Square brackets] are for you to fill in.
    """
    from netgraph.talks.drafts import as_document
    from netgraph.views.next_steps import after_draft

    view = session.view()
    letter = _drafted(session, view, **said)
    if said["eml"]:
        _write(letter, view.ledger, said["eml"])
    if to_clipboard:
        _copy(letter)
    if as_json:
        output.as_json({"draft": as_document(letter)})
    else:
        for line in _lines(letter):
            output.say(line)
        via, target = _others(view, said)
        say_next(session, after_draft(letter, via=via, target=target))


def show_letter(session: Session, action: Action) -> None:
    """Print the letter that an action drafts."""
    said = {"via": "", "target": "", "language": "en", **action.fields}
    for line in _lines(_drafted(session, session.view(), who=action.who[0], **said)):
        output.say(line)


def _drafted(session: Session, view: AsOf, **said: Any) -> Draft:
    """Return the letter that is meant."""
    from netgraph.journal.lookup import find_person
    from netgraph.talks.drafts import draft as drafted
    from netgraph.talks.language import language_of

    person = find_person(view.ledger, said["who"])
    language = language_of(said["language"], own=session.path.parent / "templates")
    via, target = _others(view, said)
    return drafted(view, said["kind"], person, language, via=via or None, target=target)


def _others(view: AsOf, said: Mapping[str, Any]) -> tuple[str, str]:
    """Return the ids of who opens the door, and of whom or what it is about."""
    from netgraph.journal.lookup import find_person
    from netgraph.recording.somebody import target_of

    via = find_person(view.ledger, said["via"]) if said["via"] else ""
    return via, target_of(view.ledger, said["target"])


def _write(letter: Draft, ledger: Ledger, path: Path) -> None:
    """Write the message file."""
    from netgraph.model.private_files import write_private
    from netgraph.model.records import EGO
    from netgraph.talks.mail import message

    ego = ledger.people.get(EGO)
    write_private(path, message(letter, sender=next(iter(ego.emails), "") if ego else ""))
    output.note(f"{path} opens in your mail program as a draft.")


def _copy(letter: Draft) -> None:
    """Put the text on the clipboard, if there is one."""
    import pyperclip

    try:
        pyperclip.copy(letter.text)
    except pyperclip.PyperclipException:
        output.note("There is no clipboard here: copy the text by hand, or use --eml FILE.")
    else:
        output.note("The text is on the clipboard.")


def _lines(letter: Draft) -> Iterator[str]:
    """Yield the letter, then what to look at before it goes out."""
    from netgraph.talks.mail import mailto

    yield from (f"To: {letter.name}", f"Subject: {letter.subject}", "", letter.text, "", "--")
    yield f"{letter.words} words, {letter.about_them * 100:.0f} % of them about {letter.name}."
    if letter.avoid:
        yield f"Better without: {', '.join(letter.avoid)}"
    if letter.blanks:
        yield f"{len(letter.blanks)} to fill in: {'; '.join(letter.blanks)}"
    for noted in letter.hints if letter.blanks else ():
        yield f"You noted on {noted}"
    if link := mailto(letter):
        yield f"Open in your mail program: {link}"
