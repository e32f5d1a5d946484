"""``netgraph ask``: write down what was asked of whom, and what became of it."""

from __future__ import annotations

import shlex
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from . import output
from .actions import written
from .entry import Word, date_of, new_option, put, somebody, write
from .options import DAY, Session, json_option, pass_session

if TYPE_CHECKING:
    from netgraph.model.actions import Action
    from netgraph.model.records import Ask, Ledger
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
    "--outcome", type=Word(_outcomes), help="planned, asked, agreed, done, declined, silent."
)
@click.option("--on", type=DAY, help="When (today): 2026-05-01, yesterday, last friday ...")
@click.option("--via", default="", help="Whose name opened the door; they carry half of the ask.")
@click.option("--goal", default="", help="Id of the goal it serves.")
@click.option("--note", default="", help="What to remember.")
@new_option
@json_option
@pass_session
def ask(session: Session, /, *, as_json: bool, **said: Any) -> None:
    """Write down that you asked WHO, and later, with --outcome, what became of it.

    To ask once more without an answer is a follow-up of the same ask.
    """
    day = date_of(session, said["on"])
    line = shlex.join(["ask", said["who"]])
    fact, until, name = write(
        session, line, lambda *s: _record(*s, day=day, **said), new=said["new"]
    )
    if until:
        output.note(f"Note: {until}")
    if as_json:
        output.as_json({"ask": fact})
    else:
        output.say(f"Written down: {fact.steps[-1].status}, {name}, {day} ({fact.id}).")
        if said["outcome"] == "planned" or not said["outcome"]:
            output.say(f"A letter for it: {written(_letter(fact, name))}")


def _letter(fact: Ask, name: str) -> Action:
    """Return the drafting of the letter that asks."""
    from netgraph.model.actions import Action
    from netgraph.talks.drafts import draft_kind

    return Action("draft", (name,), draft_kind(fact))


def _record(
    ledger: Ledger, change: Change, new: bool, /, *, day: date, **said: Any
) -> tuple[Ask, str, str]:
    """Put the ask; say so if the person was resting."""
    from netgraph.agenda.colleagues import colleague_asked
    from netgraph.journal import limits
    from netgraph.journal import log as entries
    from netgraph.model.as_of import AsOf

    person = somebody(ledger, change, said["who"], new=new, lead=True)
    via = somebody(ledger, change, said["via"], new=new) if said["via"] else None
    fact = entries.ask(
        ledger,
        person.id,
        day=day,
        outcome=said["outcome"] or "",
        want=said["want"] or "",
        target=target_of(ledger, said["target"]),
        goal=said["goal"],
        introducer=via.id if via else None,
        note=said["note"],
    )
    begins = fact.id not in {a.id for a in ledger.asks}
    ready, why = limits.ready_on(ledger, person.id, day) if begins else (day, "")
    put(change, [fact])
    if begins and ready and ready <= day:
        everybody = {**ledger.people, person.id: person}
        why = colleague_asked(AsOf(replace(ledger, people=everybody), day), person.id)
    return fact, why, person.name


def target_of(ledger: Ledger, words: str) -> str:
    """Return the id of the person that the words name, else the words; an employer goes first."""
    from netgraph.journal.lookup import find_person
    from netgraph.model.errors import NetgraphError
    from netgraph.model.text import fold

    if fold(words) in {fold(p.company) for p in ledger.people.values()} | {""}:
        return words
    try:
        return find_person(ledger, words)
    except NetgraphError:
        return words
