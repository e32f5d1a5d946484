"""The ways to a person or employer: chains of introductions, or who might lead there."""

from __future__ import annotations

from dataclasses import dataclass

from netgraph.graph.build import network_on
from netgraph.graph.schema import TieGraph
from netgraph.identity.firms import firms_on
from netgraph.journal.lookup import find_target
from netgraph.measures.paths import IntroductionPath, Link, advice, introduction_paths
from netgraph.model.actions import Hint
from netgraph.model.as_of import AsOf
from netgraph.model.errors import UnknownName
from netgraph.suggestions.recommendations import chances_on
from netgraph.views.company import Staff, might_lead, staff_of
from netgraph.views.names import Named


@dataclass(frozen=True, slots=True)
class Target:
    """Who or what is to be reached; the id is None for an employer where nobody is known."""

    id: str | None
    name: str


@dataclass(frozen=True, slots=True)
class RouteRow:
    """One chain: through whom, how likely it holds, its weakest link, and what each rests on."""

    people: tuple[Named, ...]
    chance: float
    weakest: Link | None
    evidence: tuple[Link, ...]
    inside: str


@dataclass(frozen=True, slots=True)
class Lead(Named):
    """Somebody who might lead to an employer where nobody is known, and why."""

    why: str


@dataclass(frozen=True, slots=True)
class Routes:
    """The ways to a target, likeliest first; what would make one where there is none.

    ``before`` has those who used to work at an employer, whether or not a way leads through them.
    """

    target: Target
    paths: tuple[RouteRow, ...]
    advice: tuple[Hint, ...]
    might_lead: tuple[Lead, ...] = ()
    before: tuple[Staff, ...] = ()


def find_routes(view: AsOf, words: str, *, limit: int = 3) -> Routes:
    """Return the ways to whom or what the words name.

    Words that name nobody, and are like nobody's name, are taken for an employer where nobody is
    known.

    Raises
    ------
    UnknownName, AmbiguousName
        If a person is meant and it is not clear who.

    Examples
    --------
    >>> from datetime import date
    >>> from netgraph.model.records import Ledger
    >>> find_routes(AsOf(Ledger(), date(2026, 5, 1)), "Siemens").target
    Target(id=None, name='Siemens')
    """
    G = network_on(view)
    try:
        node = find_target(view.ledger, words)
    except UnknownName as error:
        if error.action is None:
            raise
        return _nowhere(view, G, Target(None, words), words)
    known = view.ledger.people.get(node) or firms_on(view).by_id[node]
    found = introduction_paths(G, node, k=limit, willing=chances_on(view)) if node in G else []
    if not found:
        return _nowhere(view, G, Target(node, known.name), node)
    before = () if node in view.ledger.people else _former(view, node)
    rows = tuple(_row(G, chain) for chain in found)
    return Routes(Target(node, known.name), rows, (), before=before)


def _former(view: AsOf, firm: str) -> tuple[Staff, ...]:
    """Return who used to work at an employer."""
    return tuple(s for s in staff_of(view, firm) if s.when)


def _row(G: TieGraph, chain: IntroductionPath) -> RouteRow:
    """Return one chain as a row."""
    people = tuple(Named(i, G.nodes[i]["name"]) for i in chain.people)
    return RouteRow(people, round(chain.chance, 4), chain.weakest, chain.links, chain.inside)


def _nowhere(view: AsOf, G: TieGraph, target: Target, node: str) -> Routes:
    """Return what would create a way, and who might lead to an employer."""
    leads: tuple[Lead, ...] = ()
    if node not in view.ledger.people:
        found = might_lead(view, target.name)
        leads = tuple(Lead(i, view.ledger.people[i].name, why) for i, why in found)
    return Routes(target, (), tuple(advice(G, node, name=target.name)), leads)
