"""Chains of introductions: by whom ego can reach a person, or somebody inside a company.

A chain is as likely as the product of its links. Each link is somebody's willingness to pass the
request on, which grows with their tie to whoever asks, times the confidence that the two know
each other at all. Long chains are rare for that reason and not by rule (Kautz, Selman & Milewski
1995; Dodds, Muhamad & Watts 2003 measured that attrition, not distance, ends them).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from heapq import heappop, heappush
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from netgraph.graph.schema import alters, ego_of
from netgraph.model.actions import Action, Hint
from netgraph.model.base_record import Record
from netgraph.model.errors import UnknownName

if TYPE_CHECKING:
    from netgraph.graph.schema import TieGraph

LINKS: Final = 4
"""The longest chain looked for, in introductions and the last talk."""

WAS_THERE: Final = 0.5
"""How likely somebody who left an organisation still knows people inside it."""


class Link(Record, frozen=True):
    """One step of a chain: ``u`` asks ``v``; what it rests on and how likely it holds."""

    u: str
    v: str
    chance: float
    basis: str
    evidence: tuple[str, ...]


class IntroductionPath(Record, frozen=True):
    """A chain of introductions from ego on; ``chance`` in (0, 1) is the product of its links."""

    people: tuple[str, ...]
    chance: float
    links: tuple[Link, ...]
    inside: str = ""

    @property
    def weakest(self) -> Link:
        """The link most likely to break."""
        return min(self.links, key=lambda link: link.chance)


def passing_on(strength: float, confidence: float = 1.0) -> float:
    r"""Return how likely a request passes along a tie.

    .. math:: p = c (0.30 + 0.55 S)

    with tie strength :math:`S` in [0, 1) and confidence :math:`c` in (0, 1]: 30 % for the
    weakest tie that is sure, 85 % for the strongest.

    >>> passing_on(0.0), round(passing_on(0.6, 0.5), 3)
    (0.3, 0.315)
    """
    return confidence * (0.30 + 0.55 * strength)


def introduction_paths(
    G: TieGraph,
    target: str,
    *,
    k: int = 5,
    links: int = LINKS,
    willing: Mapping[str, float] | None = None,
) -> list[IntroductionPath]:
    """Return the ``k`` likeliest chains from ego to a person or into an organisation.

    Nobody is in a chain twice, and none is longer than ``links``. A chain into an organisation
    ends with somebody who is there, or was (half as likely to help). Only people within reach of
    the target are looked at, so a large network costs little. Empty if there is none; of equally
    likely chains those with smaller ids come first. ``willing`` says how likely those whom ego
    knows say yes to ego, where that is known better than by the tie alone
    (`netgraph.suggestions.recommendations.chances_on`).

    Raises
    ------
    UnknownName
        If the target is no node of ``G`` other than ego.

    Notes
    -----
    Best-first search over ``-log`` of the chances (A*), guided by the exact cost of what is left,
    as the Dijkstra searches of Yen's algorithm find it, so few chains are ever begun in vain.

    Examples
    --------
    >>> from datetime import date
    >>> from netgraph.model.records import Ledger, Person, Tie
    >>> from netgraph.graph.ties import tie_graph
    >>> people = {"ana": Person("ana", "Ana"), "ben": Person("ben", "Ben")}
    >>> book = Ledger(people, ties=(Tie("1", "me", "ana"), Tie("2", "ana", "ben")))
    >>> best = introduction_paths(tie_graph(book, as_of=date(2026, 5, 1)), "ben")[0]
    >>> best.people, round(best.chance, 2)
    (('me', 'ana', 'ben'), 0.09)
    """
    ego = ego_of(G)
    if target not in G or target == ego:
        raise UnknownName(f"there is no {target!r} to reach")
    entries = {v: -math.log(p) for v, p in _entries(G, target) if v != ego}
    found: list[IntroductionPath] = []
    chance = _chances(G, willing or {})
    for people in _best_first(G, entries, _costs(G, entries, links, chance), chance):
        if len(found) == k:
            break
        found.append(_chain(G, people, entries[people[-1]], target, chance))
    return found


Chance: TypeAlias = Callable[[str, str], float]


def _chances(G: TieGraph, willing: Mapping[str, float]) -> Chance:
    """Return the function that says how likely a request passes along a tie."""

    def chance(u: str, v: str) -> float:
        if u == G.graph["ego"] and v in willing:
            return willing[v]
        tie = G[u][v]
        return passing_on(tie["strength"], tie["confidence"])

    return chance


def _costs(
    G: TieGraph, entries: dict[str, float], links: int, chance: Chance
) -> list[dict[str, float]]:
    """Return by number of links left who can get inside with these, and at what cost."""
    ego, costs = G.graph["ego"], [entries]
    for _ in range(links):
        nearer = dict(costs[-1])
        for v, cost in costs[-1].items():
            for u in alters(G, v) if v != ego else ():
                more = cost - math.log(chance(u, v))
                if more < nearer.get(u, math.inf):
                    nearer[u] = more
        costs.append(nearer)
    return costs


def _best_first(
    G: TieGraph, entries: dict[str, float], costs: list[dict[str, float]], chance: Chance
) -> Iterator[tuple[str, ...]]:
    """Yield whole chains from ego on, the likeliest first."""
    ego, links = G.graph["ego"], len(costs) - 1
    begun = [(costs[links][ego], (ego,), 0.0, False)] if ego in costs[links] else []
    while begun:
        _, people, spent, whole = heappop(begun)
        if whole:
            yield people
            continue
        last, left = people[-1], links - len(people)
        if last in entries:
            heappush(begun, (spent + entries[last], people, spent, True))
        for v in alters(G, last) if left >= 0 else ():
            if v in costs[left] and v not in people:
                cost = spent - math.log(chance(last, v))
                heappush(begun, (cost + costs[left][v], (*people, v), cost, False))


def _entries(G: TieGraph, target: str) -> Iterator[tuple[str, float]]:
    """Yield who is the target, or is or was inside it, and how well that serves."""
    if G.nodes[target]["kind"] == "person":
        yield target, 1.0
        return
    for person, _, member in sorted(G.in_edges(target, data=True)):
        yield person, 1.0 if member["current"] else WAS_THERE


def _chain(
    G: TieGraph, people: tuple[str, ...], last: float, target: str, chance: Chance
) -> IntroductionPath:
    """Return a chain with what each link rests on."""
    links = tuple(_link(G, u, v, chance(u, v)) for u, v in pairwise(people))
    whole = math.prod(link.chance for link in links) * math.exp(-last)
    return IntroductionPath(people, whole, links, _inside(G, people[-1], target))


def _link(G: TieGraph, u: str, v: str, chance: float) -> Link:
    """Return one link with what the graph knows of it."""
    tie: dict[str, Any] = G[u][v]
    return Link(u, v, chance, str(tie["basis"]), tie["evidence"])


def _inside(G: TieGraph, person: str, target: str) -> str:
    """Say what the last person has to do with an organisation."""
    if person == target:
        return ""
    member = G[person][target]
    place = G.nodes[target]["name"]
    role = member["role"]
    if member["current"]:
        return f"{role} at {place}" if role else f"is at {place}"
    return f"was {role} at {place}" if role else f"was at {place}"


def advice(G: TieGraph, target: str, *, name: str = "") -> list[Hint]:
    """Say what would create a chain to a target that none leads to.

    A target that is no node, such as a company where nobody is known to be, is called ``name``.

    >>> import networkx as nx
    >>> advice(nx.DiGraph(ego="me"), "o1", name="Acme")[0].words
    'ask your closest contacts whether they know somebody at Acme'
    """
    name = G.nodes[target]["name"] if target in G else name
    if target not in G or G.nodes[target]["kind"] == "organisation":
        return [
            Hint(f"ask your closest contacts whether they know somebody at {name}"),
            Hint("if you think that one may, say so", Action("tie", ("WHO",), {"knows_at": name})),
            Hint("if somebody does, say so", Action("refer", ("INTRODUCER", f"Somebody ({name})"))),
            Hint("import the export of a friend", Action("import", ("FILE",), {"owner": "WHO"})),
        ]
    known = [G.nodes[u]["name"] for u in alters(G, target)]
    if known:
        return [Hint(f"{name} knows {', '.join(known[:3])}: ask your contacts about them")]
    return [
        Hint(
            f"nothing says whom {name} knows; if you learn of somebody",
            Action("tie", ("WHO", target)),
        ),
        Hint(f"ask people at the company of {name}, or who studied there"),
    ]
