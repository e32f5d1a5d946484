"""Chains of introductions: by whom ego can reach a person, or somebody inside a company.

A chain is as likely as the product of its links. Each link is somebody's willingness to pass the
request on, which grows with their tie to whoever asks, times the confidence that the two know
each other at all. Long chains are rare for that reason and not by rule (Kautz, Selman & Milewski
1995; Dodds, Muhamad & Watts 2003 measured that attrition, not distance, ends them).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import TYPE_CHECKING, Any, Final

import networkx as nx

from netgraph.errors import UnknownName
from netgraph.schema import alters

if TYPE_CHECKING:
    from netgraph.schema import TieGraph

LINKS: Final = 4
"""The longest chain looked for, in introductions and the last talk."""

WAS_THERE: Final = 0.5
"""How likely somebody who left an organisation still knows people inside it."""

_GOAL: Final = ""


@dataclass(frozen=True, slots=True)
class Link:
    """One step of a chain: ``u`` asks ``v``; what it rests on and how likely it holds."""

    u: str
    v: str
    chance: float
    basis: str
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chain:
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


def chains(G: TieGraph, target: str, *, k: int = 5, links: int = LINKS) -> list[Chain]:
    """Return the ``k`` likeliest chains from ego to a person or into an organisation.

    Only people within reach of the target are looked at, so a large network costs nothing; the
    chains are those of Yen's algorithm on ``-log`` of the links. A chain into an organisation
    ends with somebody who is there, or was (half as likely to help). Empty if there is none.

    Raises
    ------
    UnknownName
        If the target is no node of ``G`` other than ego.

    Examples
    --------
    >>> from datetime import date
    >>> from netgraph.records import Ledger, Person, Tie
    >>> from netgraph.ties import tie_graph
    >>> people = {"ana": Person("ana", "Ana"), "ben": Person("ben", "Ben")}
    >>> book = Ledger(people, ties=(Tie("1", "me", "ana"), Tie("2", "ana", "ben")))
    >>> best = chains(tie_graph(book, as_of=date(2026, 5, 1)), "ben")[0]
    >>> best.people, round(best.chance, 2)
    (('me', 'ana', 'ben'), 0.09)
    """
    ego = G.graph["ego"]
    if target not in G or target == ego:
        raise UnknownName(f"there is no {target!r} to reach")
    H = _around(G, target, links)
    if ego not in H:
        return []
    found = nx.shortest_simple_paths(H, ego, _GOAL, weight="cost")
    return [_chain(G, H, path[:-1], target) for path in islice(_short(found, links), k)]


def _short(paths: Iterable[list[str]], links: int) -> Iterator[list[str]]:
    """Leave out chains that are too long; a path has ego and the goal besides its links."""
    return (path for path in paths if len(path) - 2 <= links)


def _around(G: TieGraph, target: str, links: int) -> nx.DiGraph[str]:
    """Return the ties within reach of a target, leading towards it, with their cost."""
    H: nx.DiGraph[str] = nx.DiGraph()
    entries = dict(_entries(G, target))
    for person, chance in entries.items():
        H.add_edge(person, _GOAL, cost=-math.log(chance))
    ego, frontier, seen = G.graph["ego"], list(entries), set(entries)
    for _ in range(links):
        nearer: list[str] = []
        for v in frontier:
            for u in alters(G, v) if v != ego else ():
                tie = G[u][v]
                H.add_edge(u, v, cost=-math.log(passing_on(tie["strength"], tie["confidence"])))
                if u not in seen:
                    seen.add(u)
                    nearer.append(u)
        frontier = nearer
    return H


def _entries(G: TieGraph, target: str) -> Iterator[tuple[str, float]]:
    """Yield who is the target, or is or was inside it, and how well that serves."""
    if G.nodes[target]["kind"] == "person":
        yield target, 1.0
        return
    for person, _, member in sorted(G.in_edges(target, data=True)):
        if person != G.graph["ego"]:
            yield person, 1.0 if member["current"] else WAS_THERE


def _chain(G: TieGraph, H: nx.DiGraph[str], people: list[str], target: str) -> Chain:
    """Return a path as a chain with what each link rests on."""
    links = tuple(_link(G, u, v, math.exp(-H[u][v]["cost"])) for u, v in pairwise(people))
    last = math.exp(-H[people[-1]][_GOAL]["cost"])
    chance = math.prod(link.chance for link in links) * last
    return Chain(tuple(people), chance, links, _inside(G, people[-1], target))


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


def advice(G: TieGraph, target: str) -> list[str]:
    """Say what would create a chain to a target that none leads to.

    >>> import networkx as nx
    >>> G = nx.DiGraph(ego="me")
    >>> G.add_node("acme", kind="organisation", name="Acme")
    >>> advice(G, "acme")[0]
    'ask your closest contacts whether they know somebody at Acme'
    """
    name = G.nodes[target]["name"]
    if G.nodes[target]["kind"] == "organisation":
        return [
            f"ask your closest contacts whether they know somebody at {name}",
            f'if somebody does, say so: netgraph refer INTRODUCER "Name ({name})"',
            "import an alumni directory or the address book of a friend (--owner)",
        ]
    known = [G.nodes[u]["name"] for u in alters(G, target)]
    if known:
        return [f"{name} knows {', '.join(known[:3])}: ask your contacts about them"]
    return [
        f"nothing says whom {name} knows; if you learn of somebody: netgraph tie WHO {name!r}",
        f"ask people at the company of {name}, or who studied there",
    ]
