"""Who stands between people who do not know each other: structural holes and brokers' roles.

Only ties between people count, memberships do not, and the two directions of a tie are added. A
tie weighs 1 unless ``weight`` names an attribute: a tie for which there is no evidence is not a
weak one, so by default all count the same.

These measures describe a network. They say nothing of how good anybody is at anything, and in
our comparisons they did not help to choose whom to ask.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, TypeAlias

from netgraph.graph.schema import TieGraph, adjacency, ego_of
from netgraph.model.base_record import Record
from netgraph.model.errors import InvalidGraph

Network: TypeAlias = dict[str, dict[str, float]]

ROLES: Final = ("coordinator", "itinerant", "gatekeeper", "representative", "liaison")
"""Ways of standing between two people, in the order of Gould and Fernandez."""


class Brokerage(Record, frozen=True):
    """How one person stands in their own network.

    ``size`` is how many they have a tie with, ``effective_size`` how many of these are left if
    those who know each other count as one, ``efficiency`` their quotient and ``constraint`` how
    much the network is of one piece. All but ``size`` are nan for somebody without a tie.
    """

    size: int
    effective_size: float
    efficiency: float
    constraint: float


NOBODY: Final = Brokerage(0, math.nan, math.nan, math.nan)


def constraint(
    G: TieGraph, *, weight: str | None = None, nodes: Iterable[str] | None = None
) -> dict[str, float]:
    r"""Return how much people are tied to those who are tied to each other; low for a broker.

    .. math:: c_i = \sum_j \Bigl(p_{ij} + \sum_{q \ne i,j} p_{iq} p_{qj}\Bigr)^2, \quad
        p_{ij} = \frac{w_{ij} + w_{ji}}{\sum_k (w_{ik} + w_{ki})}

    Parameters
    ----------
    G
        Directed graph; edges of kind ``member`` and self-loops are left out.
    weight
        Edge attribute of 0 or more; every edge weighs 1 if None.
    nodes
        For whom; everybody who has a tie or is a person if None.

    Returns
    -------
    constraint
        Above 0; 1 for a single tie; it can be above 1 for two or three; nan without ties.

    Raises
    ------
    InvalidGraph
        If the graph is undirected or a multigraph, or a weight is missing or below 0.

    References
    ----------
    Burt, Structural Holes (1992); American Journal of Sociology 110 (2004).

    Examples
    --------
    >>> import networkx as nx
    >>> constraint(nx.DiGraph([("me", "ana"), ("me", "ben")]))
    {'me': 0.5, 'ana': 1.0, 'ben': 1.0}
    """
    return {u: b.constraint for u, b in measures(G, weight=weight, nodes=nodes).items()}


def effective_size(
    G: TieGraph, *, weight: str | None = None, nodes: Iterable[str] | None = None
) -> dict[str, float]:
    r"""Return how many people are reached beyond those who know each other anyway.

    .. math:: e_i = \sum_j \Bigl(1 - \sum_{q \ne i,j} p_{iq} m_{jq}\Bigr), \quad
        m_{jq} = \frac{w_{jq} + w_{qj}}{\max_k (w_{jk} + w_{kj})}

    Without weights it is n - 2t/n for n alters with t ties among them (Borgatti, Connections 20,
    1997). Between 1 and n without weights; nan without ties. Parameters and errors are those of
    `constraint`. Burt, Structural Holes (1992).

    >>> import networkx as nx
    >>> effective_size(nx.DiGraph([("me", "ana"), ("me", "ben"), ("ana", "ben")]), nodes=["me"])
    {'me': 1.0}
    """
    return {u: b.effective_size for u, b in measures(G, weight=weight, nodes=nodes).items()}


def efficiency(
    G: TieGraph, *, weight: str | None = None, nodes: Iterable[str] | None = None
) -> dict[str, float]:
    """Return effective size by number of ties.

    In (0, 1] without weights; nan without ties. Parameters and errors are those of `constraint`.

    >>> import networkx as nx
    >>> efficiency(nx.DiGraph([("me", "ana"), ("me", "ben")]), nodes=["me"])
    {'me': 1.0}
    """
    return {u: b.efficiency for u, b in measures(G, weight=weight, nodes=nodes).items()}


def measures(
    G: TieGraph, *, weight: str | None = None, nodes: Iterable[str] | None = None
) -> dict[str, Brokerage]:
    """Return `effective_size`, `efficiency` and `constraint` at once, of the graph as it is.

    Parameters and errors are those of `constraint`.

    >>> import networkx as nx
    >>> measures(nx.DiGraph([("me", "ana"), ("me", "ben")]), nodes=["me"])["me"].effective_size
    2.0
    """
    network = _network(G, weight)
    totals, maxima = _totals(network), _maxima(network)
    wanted = network if nodes is None else list(nodes)
    for u in wanted:
        if u not in network:
            raise InvalidGraph(f"{u!r} is no person in this graph")
    return {u: _brokerage(network, u, totals, maxima) for u in wanted}


def brokerage(G: TieGraph, *, weight: str | None = None) -> dict[str, Brokerage]:
    """Return how ego stands in the whole network, and everybody else in the network without ego.

    Ego knows everybody in their own data, so with ego left in, all would look tied together.

    >>> from datetime import date
    >>> import networkx as nx
    >>> from netgraph.graph.edgelist import from_edgelist
    >>> triangle = nx.Graph([("me", "ana"), ("me", "ben"), ("ana", "ben")])
    >>> found = brokerage(from_edgelist(triangle, ego="me", as_of=date(2026, 5, 1)))
    >>> found["me"].effective_size, found["ana"].size
    (1.0, 1)
    """
    ego = ego_of(G)
    network = _network(G, weight)
    own = _brokerage(network, ego, _totals(network), _maxima(network))
    for alter in network.pop(ego):
        del network[alter][ego]
    totals, maxima = _totals(network), _maxima(network)
    return {ego: own} | {u: _brokerage(network, u, totals, maxima) for u in network}


def roles(
    G: TieGraph,
    *,
    groups: Mapping[str, str] | None = None,
    nodes: Iterable[str] | None = None,
) -> dict[str, dict[str, int]]:
    """Return how often everybody stands between two people without a tie, by role.

    For b in a -> b -> c without a -> c: a coordinator is of one group with both, an itinerant
    stands between two of another group, a gatekeeper lets somebody of another group in, a
    representative leads out of the own group, a liaison joins two groups that are not their own.

    Parameters
    ----------
    G
        Tie graph, or any directed graph if groups are given.
    groups
        Group of each person; the present employer if None. Whoever has none is left out.
    nodes
        Of whom to count; of everybody with a group, if None.

    Returns
    -------
    roles
        For everybody with a group, the number of pairs (a, c) for each of `ROLES`.

    References
    ----------
    Gould & Fernandez, Sociological Methodology 19 (1989).

    Examples
    --------
    >>> import networkx as nx
    >>> G = nx.DiGraph([("a", "b"), ("b", "c")])
    >>> roles(G, groups={"a": "Acme", "b": "Blue", "c": "Blue"})["b"]["gatekeeper"]
    1
    """
    if groups is None:
        groups = {
            n: min(company)
            for n, data in G.nodes(data=True)
            if (company := data.get("traits", {}).get("company"))
        }
    after: dict[str, dict[str, None]] = {n: {} for n in G if n in groups}
    before: dict[str, dict[str, None]] = {n: {} for n in after}
    for u, v, _ in _edges(G):
        if u in after and v in after:
            after[u][v] = before[v][u] = None
    wanted = after if nodes is None else [n for n in nodes if n in after]
    return {b: _roles(b, before[b], after[b], after, groups) for b in wanted}


def _edges(G: TieGraph) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Yield the edges between two different people."""
    if not G.is_directed() or G.is_multigraph():
        raise InvalidGraph("brokerage needs an nx.DiGraph: one edge per ordered pair")
    for u, around in adjacency(G).items():
        for v, edge in around.items():
            if u != v and edge.get("kind") != "member":
                yield u, v, edge


def _network(G: TieGraph, weight: str | None) -> Network:
    """Return everybody's ties with both directions added; organisations are not in it."""
    nodes = G.nodes(data=True)
    network: Network = {n: {} for n, data in nodes if data.get("kind", "person") == "person"}
    for u, v, edge in _edges(G):
        w = 1.0 if weight is None else edge.get(weight)
        if w is None or not (math.isfinite(w) and w >= 0):
            raise InvalidGraph(f"edge {u!r} -> {v!r}: {weight!r} must be a number of 0 or more")
        if w > 0:
            network[u][v] = network[u].get(v, 0.0) + w
            network[v][u] = network[v].get(u, 0.0) + w
    return network


def _totals(network: Network) -> dict[str, float]:
    """Return the sum of everybody's ties."""
    return {u: sum(ties.values()) for u, ties in network.items()}


def _maxima(network: Network) -> dict[str, float]:
    """Return the weight of everybody's strongest tie."""
    return {u: max(ties.values(), default=0.0) for u, ties in network.items()}


def _brokerage(
    network: Network, u: str, totals: Mapping[str, float], maxima: Mapping[str, float]
) -> Brokerage:
    """Measure one node: one pass over the ties among those it has a tie with."""
    ties = network[u]
    if not ties:
        return NOBODY
    invested = {v: w / totals[u] for v, w in ties.items()}
    direct = dict(invested)
    redundancy = 0.0
    for q, share in direct.items():
        for v in _shared(network[q], ties):
            w = network[q][v]
            invested[v] += share * w / totals[q]
            redundancy += share * w / maxima[v]
    size = len(ties)
    effective = size - redundancy
    return Brokerage(size, effective, effective / size, sum(p * p for p in invested.values()))


def _shared(one: Mapping[str, object], other: Mapping[str, object]) -> Iterator[str]:
    """Yield what is in both, at the cost of the smaller: a hub is never walked for each alter."""
    small, large = (one, other) if len(one) <= len(other) else (other, one)
    return (n for n in small if n in large)


def _roles(
    b: str,
    before: Mapping[str, object],
    after: Mapping[str, object],
    successors: Mapping[str, Mapping[str, object]],
    groups: Mapping[str, str],
) -> dict[str, int]:
    """Count all pairs around b by group, then take off those that need nobody between them."""
    first, last = Counter(groups[a] for a in before), Counter(groups[c] for c in after)
    own = groups[b]
    within = {g: n * last[g] for g, n in first.items()}
    outer, total = len(before) - first[own], len(after)
    counts = dict.fromkeys(ROLES, 0)
    counts["coordinator"] = within.pop(own, 0)
    counts["itinerant"] = sum(within.values())
    counts["gatekeeper"] = outer * last[own]
    counts["representative"] = first[own] * (total - last[own])
    counts["liaison"] = outer * (total - last[own]) - counts["itinerant"]
    for a in before:
        if a in after:
            counts[_role(groups[a], own, groups[a])] -= 1
        for c in _shared(successors[a], after):
            counts[_role(groups[a], own, groups[c])] -= 1
    return counts


def _role(a: str, b: str, c: str) -> str:
    """Name the role of one of group b between groups a and c."""
    if a == c:
        return "coordinator" if a == b else "itinerant"
    if c == b:
        return "gatekeeper"
    return "representative" if a == b else "liaison"
