"""Who is and was at an employer, and whom of them to ask first."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date

from netgraph.agenda.day_facts import facts_on
from netgraph.agenda.in_hand import at_rest_on, in_hand_on, later_on
from netgraph.graph.build import network_on
from netgraph.graph.schema import TieGraph
from netgraph.journal.goals import open_goals
from netgraph.journal.limits import rests_on
from netgraph.model.as_of import AsOf
from netgraph.model.encounters import leads_on
from netgraph.model.records import EGO
from netgraph.model.text import fold
from netgraph.suggestions.goal_specificity import FITS, fit_of_people
from netgraph.suggestions.recommendations import order_on
from netgraph.views.names import Named


class Staff(Named, frozen=True):
    """Somebody who is or was there; ``when`` says until when, "" for now.

    ``fits`` says whether their title fits an open goal, ``known`` whether ego has a tie with
    them, ``free`` whether they may be asked today, and if not ``until`` and ``why``.
    """

    title: str
    when: str
    fits: bool
    known: bool
    last_contact: date | None
    free: bool
    until: date | None = None
    why: str = ""


def staff_of(view: AsOf, firm: str) -> tuple[Staff, ...]:
    """Return who is at a firm, then who was: those who fit first, then those known best."""
    G = network_on(view)
    return tuple(_staff(view, G, firm)) if firm in G else ()


def _staff(view: AsOf, G: TieGraph, firm: str) -> Iterator[Staff]:
    """Yield who is or was there."""
    fits: dict[str, float] = {}
    for goal in open_goals(view.ledger):
        for i, value in fit_of_people(view.ledger, goal).items():
            fits[i] = max(value, fits.get(i, 0.0))
    waits = {**later_on(view), **at_rest_on(view), **rests_on(view)}
    under_way = in_hand_on(view).get(firm)
    if under_way and under_way.person:
        waits.pop(under_way.person, None)  # what is under way with them is said already
    members = [(u, data) for u, _, data in G.in_edges(firm, data=True) if u != EGO]
    ties = {u: G.get_edge_data(EGO, u) for u, _ in members}
    order = sorted(
        members,
        key=lambda m: (
            not m[1]["current"],
            fits.get(m[0], 0.0) < FITS,
            -(ties[m[0]] or {}).get("strength", -1.0),
            fold(G.nodes[m[0]]["name"]),
        ),
    )
    leads = leads_on(view)
    for u, member in order:
        tie = ties[u]
        until, why = waits.get(u, (None, ""))
        yield Staff(
            u,
            G.nodes[u]["name"],
            member["role"] or (G.nodes[u]["title"] if member["current"] else ""),
            "" if member["current"] else member.get("until", "before"),
            fits.get(u, 0.0) >= FITS,
            tie is not None and u not in leads,
            tie["last"] if tie else None,
            tie is not None and u not in waits,
            until,
            why,
        )


def first_of(view: AsOf, staff: Sequence[Staff], waits: Collection[str] = ()) -> Staff | None:
    """Return whom of an employer's people to ask first, None if nobody may be asked.

    Whoever gave a talk already comes after who did not, and whoever does what is looked for there
    before others; among equals the worth of an ask decides, as in `suggest`.
    """
    goals = open_goals(view.ledger)
    free = {s.id: s for s in staff if s.known and s.id not in waits}
    order = [free[i] for i in order_on(view, goals) if i in free] if goals and free else []
    order.sort(key=lambda s: (any(facts_on(view).talks(s.id)), not s.fits or bool(s.when)))
    return order[0] if order else None
