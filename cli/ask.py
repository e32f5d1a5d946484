"""``netgraph ask``: write down what was asked of whom, and what became of it."""

from __future__ import annotations

import shlex
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from . import lists, output
from .actions import writer
from .entry import Word, date_of, new_option, say_next, write
from .options import DAY, Session, json_option, pass_session
from .words import spoken

if TYPE_CHECKING:
    from netgraph.model.actions import Action
    from netgraph.model.records import Ask, Ledger
    from netgraph.recording.asks import RecordedAsk
    from netgraph.store import Change


def _outcomes() -> Iterable[str]:
    """Return the steps in the life of an ask."""
    from netgraph.model.records import AskStatus

    return AskStatus


@click.command()
@click.argument("who")
@click.option("--for", "target", default="", help="The person, employer or field it is for.")
@click.option(
    "--want",
    type=click.Choice(["interview", "introduction", "help"]),
    help="What you ask for (an interview, unless you say so).",
)
@click.option(
    "--outcome",
    type=Word(_outcomes),
    help="planned, asked, waiting, agreed, done, declined, silent.",
)
@click.option("--on", type=DAY, help="When (today): 2026-05-01, yesterday, last friday ...")
@click.option("--via", default="", help="Whose name opened the door; they carry half of the ask.")
@click.option("--goal", default="", help="Id of the goal it serves.")
@click.option("--note", default="", help="What to remember.")
@click.option("--words", type=click.IntRange(1, 9999), help="How long your letter was, in words.")
@new_option
@json_option
@pass_session
def ask(session: Session, /, *, as_json: bool, **said: Any) -> None:
    """Write down that you asked WHO, and later, with --outcome, what became of it.

    To ask once more without an answer is a follow-up of the same ask. A number as WHO means a line
    of the list that suggest printed last.
    """
    from netgraph.views.next_steps import after_ask

    if meant := lists.numbered(session, said["who"]):
        said["who"], said["goal"] = meant.person, said["goal"] or meant.goal
        said["want"], said["target"] = said["want"] or meant.want, said["target"] or meant.target
    day = date_of(session, said["on"])
    line = shlex.join(["ask", said["who"]])
    found = write(session, line, lambda *s: _record(*s, day=day, **said), new=said["new"])
    fact = found.ask
    if found.caution:
        output.note(f"Note: {found.caution}")
    if as_json:
        output.as_json({"ask": fact})
        return
    ledger = session.ledger()
    output.say(f"Written down: {spoken(fact.steps[-1].status)}, {found.name}, {day}.")
    if said["outcome"] == "planned" or not said["outcome"]:
        output.say(f"A letter for it: {writer(ledger)(_letter(fact))}")
    say_next(session, after_ask(fact), ledger)


def _letter(fact: Ask) -> Action:
    """Return the drafting of the letter that asks."""
    from netgraph.model.actions import Action
    from netgraph.talks.letter_choice import draft_kind

    return Action("draft", (fact.person,), draft_kind(fact))


def _record(ledger: Ledger, change: Change, new: bool, /, *, day: date, **said: Any) -> RecordedAsk:
    """Put the ask."""
    from netgraph.recording.asks import record_ask

    return record_ask(
        ledger,
        change,
        said["who"],
        day=day,
        outcome=said["outcome"] or "",
        want=said["want"] or "",
        target=said["target"],
        goal=said["goal"],
        via=said["via"],
        note=said["note"],
        words=said["words"],
        new=new,
    )
