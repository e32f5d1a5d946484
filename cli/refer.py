"""``netgraph refer``: write down whose name was passed on, by whom, and what became of it."""

from __future__ import annotations

import shlex
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from . import output
from .entry import Word, date_of, new_option, say_next, write
from .options import DAY, Session, json_option, pass_session

if TYPE_CHECKING:
    from netgraph.model.records import Ledger
    from netgraph.recording.referrals import RecordedReferral
    from netgraph.store import Change


def _statuses() -> Iterable[str]:
    """Return the steps in the life of a referral."""
    from netgraph.model.records import ReferralStatus

    return ReferralStatus


@click.command()
@click.argument("introducer")
@click.argument("person")
@click.option(
    "--to", default="me", help="To whom, if you introduce two others (as: refer me B --to A)."
)
@click.option(
    "--status",
    type=Word(_statuses),
    help="named, asked, agreed, introduced, met, closed, declined, silent.",
)
@click.option("--by", default="", help="Who of the two agreed, when you introduce two others.")
@click.option("--on", type=DAY, help="When (today): 2026-05-01, yesterday, last friday ...")
@click.option("--note", default="", help="What to remember.")
@new_option
@json_option
@pass_session
def refer(session: Session, /, *, as_json: bool, **said: Any) -> None:
    """Write down that INTRODUCER named PERSON to you; with --status, how far it has come.

    "me" is you: with netgraph refer me BEN --to ANA you introduce Ben to Ana. Ask both first,
    and note each yes with --status agreed --by WHO.
    """
    from netgraph.views.next_steps import after_referral

    day = date_of(session, said["on"])
    line = shlex.join(["refer", said["introducer"], said["person"]])
    found = write(session, line, lambda *s: _record(*s, day=day, **said), new=said["new"])
    fact = found.referral
    if found.early:
        output.note("Next time, ask both first whether they would like it.")
    if as_json:
        output.as_json({"referral": fact})
    else:
        names = " > ".join(found.names)
        output.say(f"Written down: {names}, {fact.steps[-1].status} {day}.")
        say_next(session, after_referral(fact))


def _record(
    ledger: Ledger, change: Change, new: bool, /, *, day: date, **said: Any
) -> RecordedReferral:
    """Put the referral."""
    from netgraph.recording.referrals import record_referral

    return record_referral(
        ledger,
        change,
        said["introducer"],
        said["person"],
        day=day,
        to=said["to"],
        status=said["status"] or "",
        by=said["by"],
        note=said["note"],
        new=new,
    )
