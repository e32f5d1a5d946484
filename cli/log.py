"""``netgraph log``: write down what happened."""

from __future__ import annotations

import shlex
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from . import output
from .entry import LOGGED, date_of, new_option, put, somebody, write
from .options import DAY, DAY_AHEAD, Session, json_option, pass_session

if TYPE_CHECKING:
    from netgraph.model.records import Fact, Ledger
    from netgraph.store import Change


@click.command()
@click.argument("kind", type=LOGGED)
@click.argument("who")
@click.argument("text", default="")
@click.option("--on", type=DAY, help="When (today): 2026-05-01, yesterday, last friday ...")
@click.option("--by", type=DAY_AHEAD, help="When a promise or a planned talk is due.")
@click.option("--note", default="", help="What to remember.")
@click.option("--about", default="", help="Whom it was about, such as whom you introduced them to.")
@click.option("--value", type=float, help="What it is worth, in talks, instead of the usual.")
@new_option
@json_option
@pass_session
def log(session: Session, /, *, as_json: bool, **said: Any) -> None:
    """Write down what happened: netgraph log helped Ana "reviewed the portfolio".

    KIND is met, talked, interview, helped, was-helped, advised, was-advised, reviewed, sent,
    introduced, thanked, reported, promised, paid-forward, planned, prepared, reflected, note
    and the like; a word that is not known lists them all. A talk settles what it was for.
    """
    day = date_of(session, said["on"])
    line = shlex.join(["log", said["kind"], said["who"]])
    event, settled, name = write(
        session, line, lambda *state: _record(*state, day=day, **said), new=said["new"]
    )
    if as_json:
        output.as_json({"event": event, "settled": settled})
    else:
        output.say(f"Written down: {said['kind']}, {name}, {day} ({event.id}).")
        for fact in settled:
            output.say(f"  and so it is {fact.steps[-1].status}: {_title(fact)} ({fact.id})")


def _record(
    ledger: Ledger, change: Change, new: bool, /, *, day: date, **said: Any
) -> tuple[Any, list[Any], str]:
    """Put the event, whom it made no lead any more, and what it settled."""
    from netgraph.journal import log as entries

    person = somebody(ledger, change, said["who"], new=new)
    about = somebody(ledger, change, said["about"], new=new, lead=True) if said["about"] else None
    event = entries.event(
        ledger,
        said["kind"],
        person.id,
        day=day,
        note=" ".join(filter(None, [said["text"], said["note"]])),
        about=about.id if about else None,
        due=said["by"],
        value=said["value"],
    )
    settled = entries.settled_by(ledger, event)
    facts: list[Fact] = [event, *settled]
    if person.lead and event.kind in entries.ENCOUNTERS:
        facts += [replace(p, lead=False) for p in _records_of(ledger, change, person.id)]
    put(change, facts)
    return event, settled, person.name


def _records_of(ledger: Ledger, change: Change, i: str) -> list[Any]:
    """Return the stored records that make up one person."""
    from netgraph.model.records import Person

    return [p for p in change.facts(Person).values() if ledger.alias.get(p.id, p.id) == i]


def _title(fact: Any) -> str:
    """Say which ask or referral it is."""
    begun = fact.steps[0]
    kind = "ask" if hasattr(fact, "want") else "referral"
    return f"the {kind} begun on {begun.day}" if begun.day else f"the {kind}"
