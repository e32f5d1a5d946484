"""``netgraph path``: chains of introductions."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import click

from . import output
from .actions import advised, writer
from .options import Session, json_option, pass_session

if TYPE_CHECKING:
    from netgraph.measures.paths import Link
    from netgraph.model.actions import Action
    from netgraph.views.routes import RouteRow, Routes

FACTS = 3


@click.command()
@click.argument("target")
@click.option(
    "-n", "limit", type=click.IntRange(min=1), default=3, show_default=True, help="How many."
)
@json_option
@pass_session
def path(session: Session, target: str, limit: int, as_json: bool) -> None:
    """Show the best chains of introductions to TARGET, a person or a company.

    Those who used to work at a company count, and are said to be former.
    """
    from netgraph.views.routes import find_routes

    view = session.with_pools(session.view(), [target])
    found = find_routes(view, target, limit=limit)
    write = writer(view.ledger)
    output.show(found, lambda: _lines(found, write), json_wanted=as_json, write=write)


def _lines(found: Routes, write: Callable[[Action], str]) -> Iterator[str]:
    """Yield the chains as text, or what would create one."""
    if found.in_hand:
        yield f"In hand: {found.in_hand}"
    for route in found.paths:
        yield from _route(route)
    if found.first:
        yield f"These are by who says yes the likeliest; {found.first}."
    if found.before:
        yield f"Used to be at {found.target.name}:"
    for one in found.before:
        yield f"  {', '.join(filter(None, (one.name, one.title, one.when)))}"
    if found.might_lead:
        yield f"Nobody at {found.target.name} is known. Who might lead there:"
        for lead in found.might_lead:
            yield f"  {lead.name}: {lead.why}"
        yield "What else would open a way:"
    elif not found.paths:
        yield f"No chain to {found.target.name} is known yet. What would create one:"
    for hint in found.advice:
        yield f"  - {advised(hint, write)}"


def _route(route: RouteRow) -> Iterator[str]:
    """Yield one chain with what each link rests on."""
    from netgraph.suggestions.wording import likely

    names = {one.id: one.name for one in route.people} | {route.people[0].id: "You"}
    inside = f" ({route.inside})" if route.inside else ""
    chance = likely(route.chance, "say yes" if len(route.people) == 2 else "work out")
    fits = "; fits your goal" if route.fits else ""
    yield f"{' -> '.join(names.values())}{inside}: {chance}{fits}"
    if route.waits:
        yield f"     {route.waits}"
    for link in route.evidence:
        chance = f"{link.chance:.0%}".replace("%", " %")
        yield f"     {names[link.u]} - {names[link.v]} ({chance}): {_rests_on(link)}"


def _rests_on(link: Link) -> str:
    """Say what a link rests on: the first facts, and that it is a guess where it is one."""
    facts = "; ".join(link.evidence[:FACTS]) or "no evidence of contact yet"
    more = len(link.evidence) - FACTS
    guess = "a guess, " if link.basis == "inferred" else ""
    return f"{guess}{facts}" + (f"; and {more} more" if more > 0 else "")
