"""How two-way a network is as a whole: reciprocity, plain and weighted, and against chance.

The measures take any ``nx.DiGraph``; an arc is an edge between two different nodes whose weight, if
one is named, is above 0. Self-loops are left out.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from netgraph.graph.schema import TieGraph
from netgraph.model.errors import InvalidGraph

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

DRAWS: Final = 50
SEED: Final = 1


def reciprocity(G: TieGraph, *, weight: str | None = None) -> float:
    r"""Return the share of arcs that have a mate.

    .. math:: r = L^{\leftrightarrow} / L

    In [0, 1]; nan for a graph without arcs. With ``weight`` only edges above 0 are arcs.

    Raises
    ------
    InvalidGraph
        If the graph is undirected or a multigraph, or a weight is missing or below 0; so do all
        measures here.

    >>> import networkx as nx
    >>> reciprocity(nx.DiGraph([("a", "b"), ("b", "a"), ("a", "c"), ("c", "c")]))
    0.6666666666666666
    """
    arcs = _arcs(G, weight)
    return sum((v, u) in arcs for u, v in arcs) / len(arcs) if arcs else math.nan


def rho(G: TieGraph, *, weight: str | None = None) -> float:
    r"""Return reciprocity beyond what a random graph of this density has.

    .. math:: \rho = \frac{r - \bar a}{1 - \bar a}, \quad \bar a = \frac{L}{N (N - 1)}

    At most 1; above 0 for a reciprocal network, 0 for a random one, below 0 for one that avoids
    it. Nan without arcs, and for a complete graph, where nothing else is possible. Garlaschelli
    & Loffredo, Physical Review Letters 93 (2004) 268701.

    >>> import networkx as nx
    >>> round(rho(nx.DiGraph([("a", "b"), ("b", "a"), ("a", "c")])), 3)
    0.333
    """
    arcs, n = _arcs(G, weight), G.number_of_nodes()
    if not arcs or len(arcs) == n * (n - 1):
        return math.nan
    density = len(arcs) / (n * (n - 1))
    return (reciprocity(G, weight=weight) - density) / (1 - density)


def weighted_reciprocity(G: TieGraph, *, weight: str = "given") -> float:
    r"""Return the share of all weight that is returned.

    .. math:: r_w = \frac{\sum_{i \ne j} \min(w_{ij}, w_{ji})}{\sum_{i \ne j} w_{ij}}

    In [0, 1]; nan for a graph without arcs; `reciprocity` if all weights are equal. Squartini et
    al., Scientific Reports 3 (2013) 2729.

    >>> import networkx as nx
    >>> G = nx.DiGraph()
    >>> G.add_weighted_edges_from([("a", "b", 3), ("b", "a", 1)], weight="given")
    >>> weighted_reciprocity(G)
    0.5
    """
    arcs = _arcs(G, weight)
    returned = math.fsum(min(w, arcs[v, u]) for (u, v), w in arcs.items() if (v, u) in arcs)
    return returned / math.fsum(arcs.values()) if arcs else math.nan


def weighted_rho(
    G: TieGraph, *, weight: str = "given", draws: int = DRAWS, seed: int = SEED
) -> float:
    r"""Return weighted reciprocity beyond what chance gives.

    .. math:: \rho_w = \frac{r_w - r_0}{1 - r_0}

    with :math:`r_0` the mean over random networks in which everybody gives the same amounts to
    others: the arcs keep their givers and weights, and their takers are shuffled.

    Parameters
    ----------
    G
        Directed graph with weights.
    weight
        Name of the edge attribute.
    draws
        Random networks to compare with; with 50 the last digit of three may differ.
    seed
        Equal seeds give equal results.

    Returns
    -------
    rho
        At most 1; nan without arcs, or where every random network is wholly returned or holds
        nothing but self-loops.

    Examples
    --------
    >>> import networkx as nx
    >>> G = nx.DiGraph()
    >>> pairs = [("a", "b"), ("c", "d"), ("e", "f")]
    >>> G.add_weighted_edges_from([(u, v, 2) for u, v in pairs], weight="given")
    >>> G.add_weighted_edges_from([(v, u, 2) for u, v in pairs], weight="given")
    >>> weighted_rho(G)
    1.0
    """
    arcs = _arcs(G, weight)
    chance = _returned_by_chance(G, arcs, draws, seed)
    if not arcs or math.isnan(chance) or chance == 1:
        return math.nan
    return (weighted_reciprocity(G, weight=weight) - chance) / (1 - chance)


def favours_graph(G: TieGraph, *, inferred: bool = False) -> TieGraph:
    """Return who gave whom anything, as a graph of the people who have a tie.

    Ties that nobody recorded count only with ``inferred``. Edges have the attribute ``given``.

    >>> import networkx as nx
    >>> G = nx.DiGraph(ego="me")
    >>> G.add_edge("me", "ana", kind="tie", basis="observed", given=0.0)
    >>> G.add_edge("ana", "me", kind="tie", basis="observed", given=1.0)
    >>> list(favours_graph(G).edges(data="given"))
    [('ana', 'me', 1.0)]
    """
    import networkx as nx  # noqa: PLC0415 - heavy, and the readings of one person need none

    F: TieGraph = nx.DiGraph()
    for u, v, tie in G.edges(data=True):
        if tie["kind"] == "tie" and (inferred or tie["basis"] != "inferred"):
            F.add_nodes_from((u, v))
            if tie["given"] > 0:
                F.add_edge(u, v, given=tie["given"])
    return F


def network_reciprocity(G: TieGraph, *, inferred: bool = False) -> dict[str, float]:
    """Return how two-way the favours in a tie graph are as a whole.

    Returns
    -------
    measures
        ``people`` who have a tie, ``favours`` (ordered pairs of which the first gave the second
        something), and `reciprocity`, `rho`, `weighted_reciprocity` and `weighted_rho` of these.

    Notes
    -----
    A network of one person's own favours is a star. Its density is low, so rho is close to r.

    Examples
    --------
    >>> import networkx as nx
    >>> G = nx.DiGraph(ego="me")
    >>> G.add_edge("me", "ana", kind="tie", basis="observed", given=3.0)
    >>> G.add_edge("ana", "me", kind="tie", basis="observed", given=1.0)
    >>> network_reciprocity(G)["weighted_reciprocity"]
    0.5
    """
    F = favours_graph(G, inferred=inferred)
    return {
        "people": F.number_of_nodes(),
        "favours": F.number_of_edges(),
        "reciprocity": reciprocity(F),
        "rho": rho(F),
        "weighted_reciprocity": weighted_reciprocity(F),
        "weighted_rho": weighted_rho(F),
    }


def _arcs(G: TieGraph, weight: str | None) -> dict[tuple[str, str], float]:
    """Return the arcs and their weights; 1 where no weight is named."""
    if not G.is_directed() or G.is_multigraph():
        raise InvalidGraph("reciprocity needs an nx.DiGraph: one edge per ordered pair")
    if weight is None:
        return {(u, v): 1.0 for u, v in G.edges if u != v}
    arcs: dict[tuple[str, str], float] = {}
    for u, v, edge in G.edges(data=True):
        w = edge.get(weight)
        if w is None:
            raise InvalidGraph(f"edge {u!r} -> {v!r} has no {weight!r}; see favours_graph")
        if not (math.isfinite(w) and w >= 0):
            raise InvalidGraph(f"edge {u!r} -> {v!r}: {weight!r} must be a number of 0 or more")
        if u != v and w > 0:
            arcs[u, v] = w
    return arcs


def _returned_by_chance(
    G: TieGraph, arcs: Mapping[tuple[str, str], float], draws: int, seed: int
) -> float:
    """Return the mean weighted reciprocity of networks with shuffled takers."""
    import numpy as np  # noqa: PLC0415 - heavy

    number = {node: i for i, node in enumerate(G)}
    givers = np.array([number[u] for u, _ in arcs], dtype=np.int64)
    takers = np.array([number[v] for _, v in arcs], dtype=np.int64)
    weights = np.array(list(arcs.values()), dtype=np.float64)
    random = np.random.default_rng(seed)
    found = [
        _returned(givers, random.permutation(takers), weights, len(number)) for _ in range(draws)
    ]
    valid = [r for r in found if not math.isnan(r)]
    return math.fsum(valid) / len(valid) if valid else math.nan


def _returned(
    givers: NDArray[np.int64], takers: NDArray[np.int64], weights: NDArray[np.float64], n: int
) -> float:
    """Return the weighted reciprocity of arcs; self-loops go, what falls together is added."""
    import numpy as np  # noqa: PLC0415 - heavy

    other = givers != takers
    u, v, w = givers[other], takers[other], weights[other]
    if not len(w):
        return math.nan
    keys, place = np.unique(u * n + v, return_inverse=True)
    sums = np.bincount(place, weights=w)
    mates = keys % n * n + keys // n
    at = np.minimum(np.searchsorted(keys, mates), len(keys) - 1)
    returned = np.where(keys[at] == mates, np.minimum(sums, sums[at]), 0.0)
    return float(returned.sum() / sums.sum())
