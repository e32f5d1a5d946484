"""``netgraph refer``: write down whose name was passed on, by whom, and what became of it."""

from __future__ import annotations

import shlex
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from . import output
from .entry import Word, date_of, new_option, put, somebody, write
from .options import DAY, Session, json_option, pass_session

if TYPE_CHECKING:
    from netgraph.model.records import Ledger, Referral
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
    day = date_of(session, said["on"])
    line = shlex.join(["refer", said["introducer"], said["person"]])
    fact, names = write(session, line, lambda *s: _record(*s, day=day, **said), new=said["new"])
    if _early(fact):
        output.note("Next time, ask both first whether they would like it.")
    if as_json:
        output.as_json({"referral": fact})
    else:
        output.say(f"Written down: {' > '.join(names)}, {fact.steps[-1].status} {day} ({fact.id}).")


def _record(
    ledger: Ledger, change: Change, new: bool, /, *, day: date, **said: Any
) -> tuple[Referral, list[str]]:
    """Put the referral and return it with the names of the introducer, the person and to whom."""
    from netgraph.journal import log as entries
    from netgraph.model.records import EGO, Person

    def find(words: str, *, lead: bool = False) -> Person:
        if words.casefold() == EGO:
            return Person(EGO, "you")
        return somebody(ledger, change, words, new=new, lead=lead)

    three = find(said["introducer"]), find(said["person"], lead=True), find(said["to"])
    fact = entries.refer(
        ledger,
        three[0].id,
        three[1].id,
        day=day,
        to=three[2].id,
        outcome=said["status"] or "",
        by=find(said["by"]).id if said["by"] else None,
        note=said["note"],
    )
    put(change, [fact])
    return fact, [three[0].name, three[1].name, three[2].name]


def _early(fact: Referral) -> bool:
    """Return whether ego introduced two people before both said yes."""
    from netgraph.journal import log as entries
    from netgraph.model.records import EGO

    unasked = fact.introducer == EGO and len(entries.agreed_by(fact)) < 2
    return unasked and entries.status(fact) == "introduced"
