"""``netgraph log``: write down what happened."""

from __future__ import annotations

import shlex
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from . import output
from .entry import LOGGED, date_of, new_option, say_next, write
from .options import DAY, DAY_AHEAD, Session, json_option, pass_session

if TYPE_CHECKING:
    from netgraph.model.records import Ledger
    from netgraph.recording.events import RecordedEvent
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
@click.option("--at", "time", default="", help="A planned talk: the hour, such as 15:00.")
@click.option("--zone", default="", help="A planned talk: the time zone, such as Europe/Berlin.")
@click.option("--place", default="", help="A planned talk: where.")
@click.option("--link", default="", help="A planned talk: the link of the call.")
@click.option("--minutes", type=int, help="A planned talk: how long (30).")
@new_option
@json_option
@pass_session
def log(session: Session, /, *, as_json: bool, **said: Any) -> None:
    """Write down what happened: netgraph log helped Ana "reviewed the portfolio".

    KIND is met, talked, interview, helped, was-helped, advised, was-advised, reviewed, sent,
    introduced, thanked, reported, promised, paid-forward, planned, prepared, reflected, note
    and the like; a word that is not known lists them all. A talk settles what it was for.
    """
    from netgraph.views.next_steps import after_event

    day = date_of(session, said["on"])
    line = shlex.join(["log", said["kind"], said["who"]])
    found = write(session, line, lambda *state: _record(*state, day=day, **said), new=said["new"])
    if as_json:
        output.as_json({"event": found.event, "settled": found.settled})
        return
    when = f"for {found.event.due}" if found.event.due else str(day)
    output.say(f"Written down: {said['kind']}, {found.name}, {when}.")
    for fact in found.settled:
        output.say(f"  and so it is {fact.steps[-1].status}: {_title(fact)}")
    say_next(session, after_event(found.event))


def _record(
    ledger: Ledger, change: Change, new: bool, /, *, day: date, **said: Any
) -> RecordedEvent:
    """Put the event and what follows from it."""
    from netgraph.recording.appointments import record_appointment
    from netgraph.recording.events import record_event

    found = record_event(
        ledger,
        change,
        said["kind"],
        said["who"],
        day=day,
        note=" ".join(filter(None, [said["text"], said["note"]])),
        about=said["about"],
        due=said["by"],
        value=said["value"],
        new=new,
    )
    when = {name: said[name] or "" for name in ("time", "zone", "place", "link")}
    record_appointment(change, found.event, minutes=said["minutes"], **when)
    return found


def _title(fact: Any) -> str:
    """Say which ask or referral it is."""
    begun = fact.steps[0]
    kind = "ask" if hasattr(fact, "want") else "referral"
    return f"the {kind} begun on {begun.day}" if begun.day else f"the {kind}"
