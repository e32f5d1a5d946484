"""Is this two-way? Balance and mutuality of two people, load on one, reciprocity of a network.

Three readings stand side by side and are never made into one grade: who gave more (`balance`),
how much somebody was asked lately (`load`), and how warm the tie is (its strength). A balance is
there to notice whom one could do something for, not to keep a debt book.

The measures of a network take any ``nx.DiGraph``; an arc is an edge between two different nodes
whose weight, if one is named, is above 0. Self-loops are left out.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from netgraph.graph.build import network_arcs_on
from netgraph.graph.differences import touched
from netgraph.graph.pairs import between_days, owners_of, pairs_on, tie_between
from netgraph.graph.schema import AnyTies, TieGraph, alters, ego_of
from netgraph.graph.strength import fading, worths_of
from netgraph.graph.ties import tie_arcs_on
from netgraph.journal.log import days_asked
from netgraph.model.as_of import AsOf, growing, parameters_on, part
from netgraph.model.base_record import Record
from netgraph.model.errors import InvalidGraph
from netgraph.model.parameters import BY_NAME, Parameters
from netgraph.model.records import EGO, Ledger

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

EVEN: Final = 0.3
"""Balances up to this size, either way, are about even."""

FOREVER: Final = 1e12
"""A half-life with which nothing fades."""

FAINT: Final = 0.05
"""Below this many talks, half a message, nothing worth a word is left."""

DRAWS: Final = 50
SEED: Final = 1


class Standing(Record, frozen=True):
    """How ego stands with one person, each reading by itself.

    ``given`` and ``taken`` are in talks, ``balance`` in (-1, 1) and above 0 if ego gave more,
    ``mutuality`` in [0, 1), ``load`` in asks, ``warmth`` the strength of the tie in [0, 1), and
    ``state`` the balance in words.
    """

    given: float
    taken: float
    balance: float
    mutuality: float
    load: float
    warmth: float
    state: str


def balance(given: float, taken: float, *, kappa: float = 2.0) -> float:
    r"""Return how far the first is ahead (+) or behind (-) in what two people gave each other.

    .. math:: B = \frac{G - T}{G + T + \kappa}

    In (-1, 1); 0 if nothing was given. Kappa, in talks, keeps one small favour from swinging it.
    Help calls for help in return (Gouldner, American Sociological Review 25, 1960), but keeping
    score harms close ties, so read it as whom to do something for next.

    >>> balance(3.0, 1.0), balance(1.0, 3.0), balance(0.0, 0.0)
    (0.3333333333333333, -0.3333333333333333, 0.0)
    """
    return (given - taken) / (given + taken + kappa)


def mutuality(given: float, taken: float, *, kappa: float = 2.0) -> float:
    r"""Return how much of what two people gave each other was returned.

    .. math:: M = \frac{2 \min(G, T)}{G + T + \kappa}

    In [0, 1); 0 if one side gave nothing. It is one pair's part of `weighted_reciprocity`.

    >>> mutuality(3.0, 3.0), mutuality(3.0, 0.0)
    (0.75, 0.0)
    """
    return 2 * min(given, taken) / (given + taken + kappa)


def reading(balance: float) -> str:
    """Return a balance in kind words.

    >>> reading(-0.5), reading(0.1)
    ('they have helped you more than you could return yet', 'about even')
    """
    if balance < -EVEN:
        return "they have helped you more than you could return yet"
    if balance > EVEN:
        return "you have been generous here"
    return "about even"


def load(ledger: Ledger, *, as_of: date, model: Parameters | None = None) -> dict[str, float]:
    r"""Return how much was asked of everybody lately.

    .. math:: F_c = \sum_a k_a 2^{-(t - t_a)/h}

    over the times :math:`t_a` somebody was asked, reminders included, with a half-life of 30 days
    and :math:`k_a` 1 for the person and 0.5 for the introducer whose name opened the door. An ask
    without a day, planned only, or after ``as_of`` adds nothing; people without load are left
    out.

    >>> from netgraph.model.records import Ask, Step
    >>> ask = Ask("a", "tom", introducer="ana", steps=(Step(date(2026, 4, 1), "asked"),))
    >>> load(Ledger(asks=(ask,)), as_of=date(2026, 5, 1))
    {'tom': 0.5, 'ana': 0.25}
    """
    left = fading(as_of, (model or Parameters()).load_half_life)
    loads: dict[str, float] = defaultdict(float)
    for ask in ledger.asks:
        weight = sum(map(left, days_asked(ask.steps)))
        if weight:
            loads[ask.person] += weight
            if ask.introducer is not None:
                loads[ask.introducer] += BY_NAME * weight
    return dict(loads)


@part
def loads_on(view: AsOf) -> dict[str, float]:
    """Return the `load` of everybody in a view."""
    return load(view.ledger, as_of=view.day, model=parameters_on(view))


def given_and_taken(view: AsOf, first: date, last: date) -> tuple[float, float]:
    """Return what ego gave and took between two days, in talks, nothing of it faded.

    It is counted as `standings` count it: names and introductions, talks that were asked for, and
    letters as far as they were answered.

    >>> from netgraph.model.records import Event, EventKind
    >>> talk = Event("e", EventKind.INTERVIEW, date(2026, 5, 4), "ana", "me")
    >>> given_and_taken(AsOf(Ledger(events=(talk,)), date(2026, 6, 1)), date(2026, 5, 1), date.max)
    (0.0, 1.0)
    """
    model, owners = parameters_on(view), owners_of(view.ledger)
    lasting = replace(model, half_life=FOREVER, message_half_life=FOREVER)
    worths = worths_of(min(last, view.day), lasting)
    given = taken = 0.0
    for pair, facts in pairs_on(view).items():
        if EGO in pair and pair[0] != pair[1] and not facts.is_silent:
            inside = between_days(facts, first, last, lasting)
            if inside.is_silent:
                continue
            other = pair[0] if pair[1] == EGO else pair[1]
            tie = tie_between(EGO, other, inside, worths=worths, owners=owners)
            given, taken = given + tie.given, taken + tie.taken
    return round(given, 9), round(taken, 9)


def _with_standings_of(
    was: dict[str, Standing], earlier: Ledger, view: AsOf
) -> dict[str, Standing] | None:
    """Return the standings of an earlier ledger, those anew that are others; None if many are."""
    people, G = touched(earlier, view), tie_arcs_on(view)
    if people is None or list(was) != list(alters(G, EGO)):
        return None
    loads, kappa = loads_on(view), parameters_on(view).kappa
    return was | {i: _standing(G, EGO, i, loads.get(i, 0.0), kappa) for i in people if i in was}


@growing(_with_standings_of)
def standings_on(view: AsOf) -> dict[str, Standing]:
    """Return the `standings` of a view."""
    return standings(tie_arcs_on(view), loads=loads_on(view), model=parameters_on(view))


def standings(
    G: AnyTies, *, loads: Mapping[str, float] | None = None, model: Parameters | None = None
) -> dict[str, Standing]:
    """Return how ego stands with everybody who has a tie with ego, in the graph's order.

    ``loads`` comes from `load`; whoever is not in it has none.

    >>> import networkx as nx
    >>> G = nx.DiGraph(ego="me")
    >>> G.add_edge("me", "ana", kind="tie", given=0.0, strength=0.3)
    >>> G.add_edge("ana", "me", kind="tie", given=3.0, strength=0.3)
    >>> standings(G)["ana"].balance
    -0.6
    """
    kappa = (model or Parameters()).kappa
    ego, loads = ego_of(G), loads or {}
    return {i: _standing(G, ego, i, loads.get(i, 0.0), kappa) for i in alters(G, ego)}


def standings_with(view: AsOf, people: Iterable[str]) -> dict[str, Standing]:
    """Return the `standings` of some people, of those of them who have a tie with ego."""
    G, loads, kappa = network_arcs_on(view), loads_on(view), parameters_on(view).kappa
    known = (i for i in people if G.has_edge(EGO, i))
    return {i: _standing(G, EGO, i, loads.get(i, 0.0), kappa) for i in known}


def _standing(G: AnyTies, ego: str, alter: str, load: float, kappa: float) -> Standing:
    """Return how ego stands with somebody."""
    tie = G[ego][alter]
    given, taken = tie["given"], G[alter][ego]["given"]
    level = balance(given, taken, kappa=kappa)
    return Standing(
        given=given,
        taken=taken,
        balance=level,
        mutuality=mutuality(given, taken, kappa=kappa),
        load=load,
        warmth=tie["strength"],
        state=reading(level) if given + taken >= FAINT else "nothing exchanged lately",
    )


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
