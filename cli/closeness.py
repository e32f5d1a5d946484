"""``netgraph closeness``: be asked how well you know the people whose answer changes most."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from . import output
from .actions import writer
from .home import goal_step, nobody_yet
from .options import Session, json_option, pass_session
from .words import count

if TYPE_CHECKING:
    from netgraph.model.as_of import AsOf
    from netgraph.model.records import Goal
    from netgraph.suggestions.closeness_round import ClosenessQuestion

KEYS = {"c": "close", "k": "warm", "b": "barely", "d": "unknown", "l": "alone"}
"""What each key says of somebody."""

HELP = "c close, k know, b barely, d do not remember, l leave alone, s skip, u undo, q enough"

MOST = 20
"""So many questions in a round, unless more are wanted."""

SHOWN = 5
"""How many of the list are compared before and after."""


@click.command()
@click.option(
    "-n", "limit", type=click.IntRange(min=1), default=MOST, show_default=True, help="How many."
)
@json_option
@pass_session
def closeness(session: Session, limit: int, as_json: bool) -> None:
    """Be asked how well you know the people whose answer changes your suggestions most.

    One key each. It ends by itself when no answer would change much, and says what it changed.
    Your word counts more than what files show.
    """
    from netgraph.journal.goals import open_goals
    from netgraph.suggestions.closeness_round import closeness_questions
    from netgraph.views.documents import closeness_document

    view = session.view()
    goals = open_goals(view.ledger)
    if as_json:
        asked = closeness_questions(view, goals, n=limit)
        output.as_json(closeness_document(view.ledger, asked), writer(view.ledger))
    elif nobody_yet(view.ledger):
        return
    elif not goals:
        output.say(f"Closeness matters for whom to ask. First {goal_step(view.ledger)}")
    else:
        ask_round(session, limit)
        output.say("\nNext: see whom to ask: netgraph suggest")


def ask_round(session: Session, limit: int = MOST) -> int:
    """Ask until nothing is worth asking or the patience ends; return how many were answered."""
    before = _first(session.view())
    passed: set[str] = set()
    said: list[str] = []
    asked = 0
    while asked < limit and (question := _next_question(session, passed)):
        if asked == 0:
            output.say(f"How well do you know ...?  {HELP}")
        asked += 1
        key = _answer(session, question, asked, can_undo=bool(said))
        if key == "q":
            break
        if key == "u":
            asked = max(asked - 2, 0)
            passed.discard(said.pop())
            _take_back(session)
            continue
        passed.add(question.person)
        if key in KEYS:
            said.append(question.person)
            _write_down(session, question.person, KEYS[key])
    if asked == 0:
        output.say("There is nobody whose closeness would change the list: no questions.")
    for line in _changed(session, before, len(said)):
        output.say(line)
    return len(said)


def _next_question(session: Session, passed: set[str]) -> ClosenessQuestion | None:
    """Return the most telling question that is left."""
    from netgraph.journal.goals import open_goals
    from netgraph.suggestions.closeness_round import closeness_questions

    view = session.view()
    found = closeness_questions(view, open_goals(view.ledger), passed=passed)
    return found[0] if found else None


def _answer(session: Session, question: ClosenessQuestion, number: int, *, can_undo: bool) -> str:
    """Show the card of a person and return the key."""
    person = session.view().ledger.people[question.person]
    job = " at ".join(part for part in (person.title, person.company) if part)
    output.say(f"\n{number}. {person.name}{f', {job}' if job else ''}")
    output.say(f"   {'; '.join(question.recorded) or 'nothing is recorded between you two'}")
    output.say(f"   asked because: {_because(question)}")
    allowed = {*KEYS, "s", "q"} | ({"u"} if can_undo else set())
    while True:
        key = _key()
        if key in allowed:
            return key
        output.say("   there is nothing to take back yet" if key == "u" else f"   {HELP}")


def _because(question: ClosenessQuestion) -> str:
    """Say why somebody is asked about."""
    close = f"number {question.place_if_close} of your list if you are close"
    if question.place is None:
        return f"nothing says yet that you know them; {close}"
    if question.place == question.place_if_close:
        return f"number {question.place} of your list, and how sure that is hangs on you"
    return f"{close}, else number {question.place}"


def _key() -> str:
    """Return one key, or the first letter of a line where there is no terminal; q at the end."""
    if sys.stdin.isatty():
        click.echo("   > ", nl=False)
        try:
            typed = click.getchar()
        except (KeyboardInterrupt, EOFError):
            typed = "q"
        typed = {"\r": "s", "\n": "s", "\x03": "q", "\x04": "q", "\x1b": "q"}.get(typed, typed)
        click.echo(typed if typed.isprintable() else "")
        return typed.lower()
    line = sys.stdin.readline()
    return (line.strip()[:1].lower() or "s") if line else "q"


def _write_down(session: Session, person: str, said: str) -> None:
    """Write one answer down, as a change of its own, so that nothing is lost and each is undone."""
    from netgraph.journal.edits import statements
    from netgraph.model.records import EGO
    from netgraph.suggestions.elicitation import answer

    with session.change(f"closeness {person}: {said}") as (store, change):
        ledger = store.ledger()
        if said == "alone":
            change.put(statements(ledger, person, {"never_ask": "yes"}, day=session.as_of))
        elif said == "unknown":
            change.put(answer(ledger, EGO, person, known=False))
        else:
            change.put(answer(ledger, EGO, person, closeness=said))


def _take_back(session: Session) -> None:
    """Take the last answer back."""
    with session.store() as store:
        store.undo()
    output.say("   taken back")


def _first(view: AsOf) -> list[str]:
    """Return who stands first in the list."""
    from netgraph.journal.goals import open_goals
    from netgraph.suggestions.recommendations import recommend

    goals: list[Goal] = open_goals(view.ledger)
    told = recommend(view, goals, limit=SHOWN)
    return [s.person for s in told.suggestions]


def _changed(session: Session, before: list[str], answers: int) -> Iterator[str]:
    """Say what the answers changed."""
    if not answers:
        return
    view = session.view()
    after = _first(view)
    names = view.ledger.people
    yield f"\n{count(answers, 'answer')} written down."
    if after == before:
        yield f"The first {len(after)} of your list stay as they were."
        return
    yield "Your list now begins with:"
    for number, person in enumerate(after, 1):
        was = f"was {before.index(person) + 1}" if person in before else "new"
        yield f"  {number}. {names[person].name} ({was})"
