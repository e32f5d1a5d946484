"""A round of questions that one key answers: nothing is lost, and it says what it changed."""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

import click

from . import output
from .words import count

if TYPE_CHECKING:
    from netgraph.model.as_of import AsOf

    from .options import Session

Q = TypeVar("Q")
S = TypeVar("S")

SHOWN = 5
"""How many of the list are compared before and after."""


@dataclass(frozen=True)
class Questions(Generic[Q, S]):
    """One kind of question.

    ``keys`` has what each key that answers says, ``skips`` the keys that do not; ``following``
    returns the most telling question but for the subjects passed; ``card`` has the lines of a
    question with its number; ``write_down`` keeps one answer. ``opening`` stands before the first,
    ``none`` is said if there is none.
    """

    opening: str
    help: str
    none: str
    keys: Mapping[str, str]
    skips: str
    following: Callable[[Collection[S]], Q | None]
    subject: Callable[[Q], S]
    card: Callable[[Q, int], Iterable[str]]
    write_down: Callable[[Q, str], None]


@dataclass(frozen=True, slots=True)
class Ended:
    """How a round ended: after so many answers, and whether the user had enough."""

    answers: int
    enough: bool


def ask_round(session: Session, questions: Questions[Q, S], limit: int) -> Ended:
    """Ask until nothing is worth asking or the patience ends; say what the answers changed."""
    before = _first(session.view())
    passed: list[S] = []
    said: list[S] = []
    asked, key = 0, ""
    while asked < limit and (question := questions.following(passed)):
        if asked == 0:
            output.say(f"{questions.opening}  {questions.help}")
        asked += 1
        for line in questions.card(question, asked):
            output.say(line)
        key = _answer(questions, can_undo=bool(said))
        if key == "q":
            break
        if key == "u":
            asked = max(asked - 2, 0)
            passed.remove(said.pop())
            _take_back(session)
            continue
        passed.append(questions.subject(question))
        if key in questions.keys:
            said.append(questions.subject(question))
            questions.write_down(question, questions.keys[key])
    if asked == 0 and questions.none:
        output.say(questions.none)
    for line in _changed(session, before, len(said)):
        output.say(line)
    return Ended(len(said), key == "q")


def _answer(questions: Questions[Q, S], *, can_undo: bool) -> str:
    """Return the key that answers, s for none."""
    allowed = {*questions.keys, *questions.skips, "q"} | ({"u"} if can_undo else set())
    while True:
        key = _key()
        if key in allowed:
            return key
        output.say("   there is nothing to take back yet" if key == "u" else f"   {questions.help}")


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


def _take_back(session: Session) -> None:
    """Take the last answer back."""
    with session.store() as store:
        store.undo()
    output.say("   taken back")


def _first(view: AsOf) -> list[tuple[str, str]]:
    """Return who stands first in the list, and what to do."""
    from netgraph.journal.goals import open_goals
    from netgraph.suggestions.recommendations import recommend

    told = recommend(view, open_goals(view.ledger), limit=SHOWN)
    return [(s.person, s.sentence) for s in told.suggestions]


def _changed(session: Session, before: list[tuple[str, str]], answers: int) -> Iterator[str]:
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
    people, sentences = [person for person, _ in before], dict(before)
    for number, (person, sentence) in enumerate(after, 1):
        was = f"was {people.index(person) + 1}" if person in people else "new"
        new = f": {sentence}" if sentences.get(person, sentence) != sentence else ""
        yield f"  {number}. {names[person].name} ({was}){new}"
