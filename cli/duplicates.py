"""``netgraph duplicates``: who may be one person, for the user to decide."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from . import output
from .options import Session, json_option, pass_session

if TYPE_CHECKING:
    from netgraph.identity.decisions import Question
    from netgraph.model.records import Ledger, Person


@click.command()
@click.option("--same", nargs=2, metavar="A B", help="Say that two are one person.")
@click.option("--not-same", nargs=2, metavar="A B", help="Say that two are not; it is remembered.")
@click.option("--review", is_flag=True, help="Ask about one pair after the other.")
@click.option("--accept-likely", is_flag=True, help="Say yes to all that are very probably one.")
@click.option("-n", "limit", type=click.IntRange(min=1), help="At most this many.")
@json_option
@pass_session
def duplicates(
    session: Session, same: tuple[str, str] | None, not_same: tuple[str, str] | None,
    review: bool, accept_likely: bool, limit: int | None, as_json: bool,
) -> None:  # fmt: skip
    """List who may be one person, the surest first, and why.

    Who certainly is one was joined by the import already. What you say is remembered for ever and
    can be taken back with `netgraph undo`.
    """
    from .merge import join, take_apart

    if sum(map(bool, (same, not_same, review, accept_likely))) > 1:
        raise click.UsageError("choose one of --same, --not-same, --review and --accept-likely")
    if same:
        join(session, *same, as_json=as_json)
    elif not_same:
        take_apart(session, *not_same, as_json=as_json)
    elif review and as_json:
        raise click.UsageError("--review asks you; list them with --json alone, then say --same")
    elif review:
        _review(session, limit)
    elif accept_likely:
        accept_all(session, as_json=as_json)
    else:
        _list(session, limit, as_json)


def _list(session: Session, limit: int | None, as_json: bool) -> None:
    """Print the questions."""
    from netgraph.identity.classification import crowded_names
    from netgraph.identity.decisions import likely
    from netgraph.views.documents import duplicates_document

    facts, _, asked = _asked(session)
    if as_json:
        output.as_json(duplicates_document(asked[:limit], crowded_names(facts)))
        return
    for name, count in crowded_names(facts).items():
        output.note(
            f"{count} entries are called {name}: compared only where more than that agrees."
        )
    if not asked:
        output.note("Nobody is in doubt.")
        return
    rows = [(f"{q.score:.2f}", *map(_shown, (q.a, q.b)), "; ".join(q.reasons)) for q in asked]
    output.table([">score", "one", "other", "why"], rows[:limit])
    if limit and len(asked) > limit:
        output.note(f"{len(asked) - limit} more.")
    if many := len(likely(asked)):
        output.note(f"{many} very probably are one: netgraph duplicates --accept-likely")
    output.note("Decide one by one with: netgraph duplicates --review")


def _asked(session: Session) -> tuple[Ledger, Ledger, list[Question]]:
    """Return the facts as stored, the ledger, and who is in doubt."""
    from netgraph.identity.decisions import questions

    with session.store() as store:
        facts, ledger = store.facts(), store.ledger()
    return facts, ledger, questions(facts, ledger)


def accept_all(session: Session, *, as_json: bool = False) -> None:
    """Join all that are likely, in one change."""
    from netgraph.identity.decisions import likely
    from netgraph.recording.decisions import record_likely

    sure = likely(_asked(session)[2])
    if not sure:
        nobody = "Nobody is likely enough to be joined without a look."
        output.done({"joined": []}, nobody, json_wanted=as_json)
        return
    with session.change(f"duplicates --accept-likely ({len(sure)})") as (store, change):
        sure = record_likely(store.ledger(), change)
    pairs = [{"a": q.a.id, "b": q.b.id, "name": q.a.name, "reasons": q.reasons} for q in sure]
    said = f"Joined {len(sure)} pairs. Take it back with: netgraph undo"
    output.done({"joined": pairs}, said, json_wanted=as_json)


def _review(session: Session, limit: int | None) -> None:
    """Ask about one pair after the other; every answer is a change of its own."""
    from netgraph.recording.decisions import record_apart, record_same

    _, _, asked = _asked(session)
    if not asked:
        output.note("Nobody is in doubt.")
    for number, question in enumerate(asked[:limit], start=1):
        if _is_answered(session.ledger(), question):
            continue
        output.say(f"\n{number} of {len(asked[:limit])}  (score {question.score:.2f})")
        output.say(f"  {_shown(question.a)}\n  {_shown(question.b)}")
        output.say(f"  {'; '.join(question.reasons)}")
        answer = _key()
        if answer == "q":
            return
        if answer == "s":
            continue
        said, two = "--same" if answer == "y" else "--not-same", (question.a.id, question.b.id)
        with session.change(f"duplicates {said} {' '.join(two)}") as (store, change):
            (record_same if answer == "y" else record_apart)(store.ledger(), change, *two)


def _is_answered(ledger: Ledger, question: Question) -> bool:
    """Whether what was said of others made one of two already."""
    one, other = (ledger.alias.get(p.id, p.id) for p in (question.a, question.b))
    return one == other


def _key() -> str:
    """Ask for one key, or one line where there is no terminal."""
    keys = {"y": "y", "n": "n", "s": "s", "q": "q", "\r": "s", "\n": "s", "": "q"}
    click.echo("Same person? y yes, n no, s skip, q quit ", nl=False, err=True)
    while True:
        typed = click.getchar() if sys.stdin.isatty() else sys.stdin.readline()[:1]
        if answer := keys.get(typed.lower()):
            click.echo(answer, err=True)
            return answer


def _shown(person: Person) -> str:
    """Return what tells somebody from others, on one line."""
    from netgraph.journal.naming import describe

    known = (*person.emails[:1], *person.phones[:1], *person.urls[:1], person.place)
    parts = [describe(person), *(part for part in known if part)]
    return f"{', '.join(parts)} [{person.id}]"
