"""``netgraph reciprocity``: is this two-way?"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from . import output
from .actions import writer
from .home import nobody_yet
from .options import Session, json_option, pass_session

if TYPE_CHECKING:
    from netgraph.model.actions import Action
    from netgraph.views.two_way import TwoWay

SHOWN = 5
"""How many people the list has an idea for."""

HARDLY = 0.1
"""Talks below which an exchange is not worth a line of text."""


@click.command()
@click.argument("who", required=False)
@click.option("-n", "limit", type=click.IntRange(min=1), help="At most this many people.")
@json_option
@pass_session
def reciprocity(session: Session, /, *, who: str | None, limit: int | None, as_json: bool) -> None:
    """Show what went both ways, in words and in talks, and what you could give.

    A talk is half an hour; what was given fades with time. It is there to notice, not to settle.
    --json has balance, load and warmth too.
    """
    from netgraph.journal.lookup import find_person
    from netgraph.views.two_way import two_way_view

    view = session.view()
    ledger = view.ledger
    found = two_way_view(view, people=[find_person(ledger, who)] if who else None)
    if not as_json and nobody_yet(view.ledger):
        return
    if as_json:
        output.as_json(replace(found, people=found.people[:limit]), writer(ledger))
    else:
        _print(found, writer(ledger), limit=limit, one=bool(who))


def _print(found: TwoWay, write: Callable[[Action], str], *, limit: int | None, one: bool) -> None:
    """Print the readings of those with whom something was exchanged lately.

    Those for whom there is something to do come first, then those with whom most was exchanged.
    """
    lately = ("given", "taken", "load")
    rows = [r for r in found.people if one or max(getattr(r, n) for n in lately) >= HARDLY]
    rows.sort(key=lambda r: (not r.ideas, -(r.given + r.taken)))
    exchanged, rows = len(rows), rows[:limit]
    columns = ["name", ">you gave", ">they gave", "in words"]
    numbers = ("given", "taken")
    if rows:
        cells = [
            [r.name, *(f"{round(getattr(r, n), 2) + 0.0:.2f}" for n in numbers), r.state]
            for r in rows
        ]
        output.table(columns, cells)
    else:
        output.say("Nothing has been exchanged yet; write it down with: netgraph log helped WHO")
    ideas = [(row.name, idea) for row in rows for idea in row.ideas[: None if one else 1]]
    for name, idea in ideas[: None if one else SHOWN]:
        output.say(f"For {name}: {idea.why}")
        output.say(f"  $ {write(idea.action)}")
    if len(ideas) > SHOWN and not one:
        output.say("More ideas for one person: netgraph reciprocity WHO")
    if exchanged > len(rows):
        output.say(f"and {exchanged - len(rows)} more: netgraph reciprocity")
    if left := len(found.people) - exchanged:
        others = "1 other" if left == 1 else f"{left} others"
        output.say(f"With {others} hardly anything was exchanged lately (--json has all).")
    if not one:
        output.say(_network(found.network))


def _network(network: Mapping[str, Any]) -> str:
    """Say how two-way the network is."""
    share, forward = network["weighted_reciprocity"], network["paid_forward"]
    text = (
        "" if share is None else f"{share * 100:.0f} % of all that was given was returned in kind. "
    )
    return f"{text}Paid forward to others: {forward:.2f} talks."
