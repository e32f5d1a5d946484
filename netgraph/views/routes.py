"""The ways to a person or employer: chains of introductions, or who might lead there."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from netgraph.agenda.day_facts import facts_on
from netgraph.agenda.in_hand import at_rest_on, in_hand_on, later_on
from netgraph.graph.build import network_on
from netgraph.graph.schema import TieGraph
from netgraph.identity.firms import firms_on
from netgraph.journal.limits import rests_on
from netgraph.journal.lookup import find_target
from netgraph.measures.paths import IntroductionPath, Link, advice, introduction_paths
from netgraph.model.actions import Hint
from netgraph.model.as_of import AsOf
from netgraph.model.base_record import Record
from netgraph.model.errors import UnknownName
from netgraph.suggestions.recommendations import chances_on
from netgraph.views.company import might_lead
from netgraph.views.names import Named
from netgraph.views.staff import Staff, first_of, staff_of


class Target(Record, frozen=True):
    """Who or what is to be reached; the id is None for an employer where nobody is known."""

    id: str | None
    name: str


class RouteRow(Record, frozen=True):
    """One chain: through whom, how likely it holds, its weakest link, and what each rests on.

    ``fits`` says whether the last of them has a title that fits an open goal, ``waits`` why the
    first had better not be asked yet.
    """

    people: tuple[Named, ...]
    chance: float
    weakest: Link | None
    evidence: tuple[Link, ...]
    inside: str
    fits: bool = False
    waits: str = ""


class Lead(Named, frozen=True):
    """Somebody who might lead to an employer where nobody is known, and why."""

    why: str


class Routes(Record, frozen=True):
    """The ways to a target, likeliest first; what would make one where there is none.

    ``before`` has those who used to work at an employer, whether or not a way leads through them;
    ``in_hand`` says what is under way there, ``first`` whom to begin with there and why, if that is
    not who says yes the likeliest.
    """

    target: Target
    paths: tuple[RouteRow, ...]
    advice: tuple[Hint, ...]
    might_lead: tuple[Lead, ...] = ()
    before: tuple[Staff, ...] = ()
    in_hand: str = ""
    first: str = ""


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
    staff = () if node in view.ledger.people else staff_of(view, node)
    fits = {s.id for s in staff if s.fits}
    under_way = in_hand_on(view).get(node)
    said = under_way.person if under_way else None
    rows = tuple(_row(view, G, chain, fits, said) for chain in found)
    return Routes(
        Target(node, known.name),
        rows,
        (),
        before=tuple(s for s in staff if s.when),
        in_hand=under_way.words if under_way else "",
        first="" if under_way else _first(view, staff, rows),
    )


def _row(
    view: AsOf, G: TieGraph, chain: IntroductionPath, fits: Collection[str], said: str | None
) -> RouteRow:
    """Return one chain as a row; that something is under way with ``said`` is told already."""
    people = tuple(Named(i, G.nodes[i]["name"]) for i in chain.people)
    until, why = {**later_on(view), **at_rest_on(view), **rests_on(view)}.get(
        chain.people[1], (None, "")
    )
    until, why = (None, "") if chain.people[1] == said else (until, why)
    return RouteRow(
        people,
        round(chain.chance, 4),
        chain.weakest,
        chain.links,
        chain.inside,
        chain.people[-1] in fits,
        f"not before {until}: {why}" if until else why,
    )


def _first(view: AsOf, staff: Sequence[Staff], rows: Sequence[RouteRow]) -> str:
    """Say whom of an employer's people to ask first, and why, where likelihood says another."""
    one = first_of(view, staff)
    if one is None or rows[0].people[1].id == one.id:
        return ""
    if one.fits:
        why = f"whose title fits your goal ({one.title})"
    elif any(facts_on(view).talks(rows[0].people[1].id)):
        why = f"since {rows[0].people[1].name} has told you of their work already"
    else:
        why = "who is likelier to lead on to your goal"
    return f"begin with {one.name}, {why}"


def _nowhere(view: AsOf, G: TieGraph, target: Target, node: str) -> Routes:
    """Return what would create a way, and who might lead to an employer."""
    leads: tuple[Lead, ...] = ()
    if node not in view.ledger.people:
        found = might_lead(view, target.name)
        leads = tuple(Lead(i, view.ledger.people[i].name, why) for i, why in found)
    return Routes(target, (), tuple(advice(G, node, name=target.name)), leads)
