"""reciprocity: values by hand, networkx where it is right, and published networks if at hand."""

from __future__ import annotations

import csv
import math
import os
from pathlib import Path

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgraph.graph.schema import TieGraph
from netgraph.graph.ties import tie_graph
from netgraph.measures.mutual_arcs import (
    favours_graph,
    network_reciprocity,
    reciprocity,
    rho,
    weighted_reciprocity,
    weighted_rho,
)
from netgraph.model.errors import InvalidGraph
from netgraph.model.records import EGO, Ledger
from tests.strategies import TODAY, digraphs, ledgers


def arcs(*weighted: tuple[str, str, float]) -> TieGraph:
    G: TieGraph = nx.DiGraph()
    G.add_weighted_edges_from(weighted, weight="given")
    return G


MEASURES = (reciprocity, rho, weighted_reciprocity, weighted_rho)


def test_without_arcs_there_is_nothing_to_measure() -> None:
    for G in (arcs(), arcs(("a", "a", 1))):
        assert all(math.isnan(measure(G)) for measure in MEASURES)


def test_a_complete_graph_is_reciprocal_and_could_not_be_otherwise() -> None:
    G = nx.complete_graph(4, create_using=nx.DiGraph)

    assert (1.0, True) == (reciprocity(G), math.isnan(rho(G)))


def test_a_network_that_returns_nothing_is_below_chance() -> None:
    G = arcs(("a", "b", 1), ("b", "c", 1), ("c", "a", 1), ("a", "d", 1))

    assert 0.0 == reciprocity(G)
    assert pytest.approx(-(4 / 12) / (8 / 12)) == rho(G)
    assert weighted_rho(G) < 0


def test_weighted_reciprocity_by_hand() -> None:
    G = arcs(("a", "b", 4), ("b", "a", 1), ("a", "c", 3))

    assert 2 / 8 == weighted_reciprocity(G)


def test_edges_of_weight_0_are_no_arcs() -> None:
    G = arcs(("a", "b", 1), ("b", "a", 0))

    assert (1.0, 0.0) == (reciprocity(G), reciprocity(G, weight="given"))


@pytest.mark.parametrize("graph", [nx.Graph, nx.MultiDiGraph])
def test_graphs_that_would_give_false_numbers_are_refused(graph: type[nx.Graph[str]]) -> None:
    with pytest.raises(InvalidGraph, match="one edge per ordered pair"):
        reciprocity(graph([("a", "b")]))  # type: ignore[arg-type]


@pytest.mark.parametrize("value", [-1.0, math.nan, math.inf])
def test_weights_that_are_no_amounts_are_refused(value: float) -> None:
    with pytest.raises(InvalidGraph, match="0 or more"):
        weighted_reciprocity(arcs(("a", "b", value)))


def test_a_weight_that_is_not_there_is_refused() -> None:
    with pytest.raises(InvalidGraph, match="has no 'give'"):
        weighted_reciprocity(arcs(("a", "b", 1)), weight="give")


@given(digraphs())
def test_reciprocity_is_networkx_s_without_loops(G: TieGraph) -> None:
    if G.number_of_edges():
        assert nx.overall_reciprocity(G) == reciprocity(G)


@given(digraphs(loops=True))
def test_loops_change_nothing(G: TieGraph) -> None:
    H = G.copy()
    H.remove_edges_from([(u, u) for u in G])

    for measure in MEASURES:
        options = {} if measure in (reciprocity, rho) else {"weight": "strength"}
        left, right = measure(G, **options), measure(H, **options)
        assert left == right or (math.isnan(left) and math.isnan(right))


@given(digraphs(), st.floats(0.5, 5))
def test_equal_weights_make_weighted_reciprocity_plain(G: TieGraph, w: float) -> None:
    nx.set_edge_attributes(G, dict.fromkeys(G.edges, w), "given")

    if G.number_of_edges():
        assert pytest.approx(reciprocity(G)) == weighted_reciprocity(G)


@given(digraphs())
def test_measures_lie_in_their_range(G: TieGraph) -> None:
    for value in (reciprocity(G), weighted_reciprocity(G, weight="strength")):
        assert math.isnan(value) or 0 <= value <= 1
    for value in (rho(G), weighted_rho(G, weight="strength", draws=5)):
        assert math.isnan(value) or value <= 1 + 1e-12


@given(ledgers())
def test_renaming_people_changes_no_measure(ledger: Ledger) -> None:
    F = favours_graph(tie_graph(ledger, as_of=TODAY))
    H = nx.relabel_nodes(F, {n: f"x{n}" for n in F})

    assert str([measure(F) for measure in MEASURES]) == str([measure(H) for measure in MEASURES])


def test_equal_seeds_give_equal_results() -> None:
    G = arcs(("a", "b", 1), ("b", "a", 2), ("c", "d", 3), ("d", "a", 1))

    assert weighted_rho(G, seed=7) == weighted_rho(G, seed=7)
    assert weighted_rho(G, seed=7) != weighted_rho(G, seed=8)


def test_inferred_ties_count_only_on_demand() -> None:
    G: TieGraph = nx.DiGraph(ego=EGO)
    G.add_edge(EGO, "ana", kind="tie", basis="observed", given=2.0)
    G.add_edge("ana", EGO, kind="tie", basis="observed", given=2.0)
    G.add_edge("ana", "ben", kind="tie", basis="inferred", given=0.0)
    G.add_edge("ana", "acme", kind="member")

    sure, all_ = network_reciprocity(G), network_reciprocity(G, inferred=True)

    assert (2, 2, 1.0) == (sure["people"], sure["favours"], sure["weighted_reciprocity"])
    assert (3, 2) == (all_["people"], all_["favours"])
    assert math.isnan(sure["rho"])
    assert 1.0 == all_["rho"]


PUBLISHED = [
    ("lazega", "advice", 71, 892, 0.3924, 0.2595, 0.3924, None),
    ("lazega", "friendship", 71, 575, 0.6122, 0.5614, 0.6122, None),
    ("lazega", "cowork", 71, 1104, 0.6848, 0.5948, 0.6848, None),
    ("krackhardt_hightech", "advice", 21, 190, 0.4737, 0.0389, 0.4737, None),
    ("krackhardt_hightech", "friendship", 21, 102, 0.4510, 0.2749, 0.4510, None),
    ("krackhardt_hightech", "reports_to", 21, 20, 0.0, -0.05, 0.0, None),
    ("ckm_physicians", "advice", 246, 480, 0.1292, 0.1222, 0.1292, None),
    ("ckm_physicians", "friend", 246, 506, 0.3281, 0.3224, 0.3281, None),
    ("uk_faculty", "friendship", 81, 817, 0.5875, 0.5280, 0.6424, 0.609),
    ("consulting", "information", 46, 877, 0.7457, 0.5588, 0.7418, 0.653),
    ("enron", "email", 156, 2715, 0.6424, 0.5971, 0.4941, 0.474),
]


def published(network: str, relation: str) -> TieGraph:
    """Read one relation of a published network, or skip the test, saying why."""
    folder = os.environ.get("NETGRAPH_REFERENCE")
    if not folder:
        pytest.skip(
            "PUBLISHED NETWORKS NOT CHECKED: set NETGRAPH_REFERENCE to a folder that has "
            f"{network}/nodes.csv (id) and {network}/edges.csv (source, target, relation, weight)"
        )
    G: TieGraph = nx.DiGraph()
    with (Path(folder) / network / "nodes.csv").open(newline="") as file:
        G.add_nodes_from(row["id"] for row in csv.DictReader(file))
    with (Path(folder) / network / "edges.csv").open(newline="") as file:
        for row in csv.DictReader(file):
            if row["relation"] == relation and row["source"] != row["target"]:
                G.add_edge(row["source"], row["target"], given=float(row["weight"]))
    return G


@pytest.mark.parametrize(("network", "relation", "n", "m", "r", "p", "r_w", "p_w"), PUBLISHED)
def test_published_networks_have_their_known_reciprocity(
    network: str, relation: str, n: int, m: int, r: float, p: float, r_w: float, p_w: float | None
) -> None:
    G = published(network, relation)

    assert (n, m) == (G.number_of_nodes(), G.number_of_edges())
    assert pytest.approx(r, abs=5e-5) == reciprocity(G) == nx.overall_reciprocity(G)
    assert pytest.approx((p, r_w), abs=5e-5) == (rho(G), weighted_reciprocity(G))
    if p_w is not None:
        assert pytest.approx(p_w, abs=3e-3) == weighted_rho(G)


def test_all_readings_of_a_network_stand_side_by_side() -> None:
    G: TieGraph = nx.DiGraph(ego=EGO)
    for u, v, given_ in ((EGO, "ana", 3.0), ("ana", EGO, 1.0), ("ben", EGO, 2.0)):
        G.add_edge(u, v, kind="tie", basis="observed", given=given_)
    found = network_reciprocity(G)
    F = favours_graph(G)

    assert {
        "people": 3, "favours": 3, "reciprocity": 2 / 3, "rho": pytest.approx(1 / 3),
        "weighted_reciprocity": 2 / 6, "weighted_rho": weighted_rho(F),
    } == found  # fmt: skip


def test_chance_shuffles_who_takes_and_keeps_who_gives_what() -> None:
    G = arcs(("a", "b", 4), ("b", "a", 1), ("c", "d", 3), ("d", "a", 2))
    dice = np.random.default_rng(5)
    shares: list[float] = []
    given_: list[tuple[str, str, float]] = list(G.edges(data="given"))
    for _ in range(9):
        takers = dice.permutation(np.array([ord(v) - 97 for _, v, _ in given_]))
        drawn: dict[tuple[int, int], float] = {}
        for (u, _, w), v in zip(given_, takers, strict=True):
            if (pair := (ord(u) - 97, int(v))) and pair[0] != pair[1]:
                drawn[pair] = drawn.get(pair, 0.0) + w
        returned = sum(min(w, drawn.get((v, u), 0.0)) for (u, v), w in drawn.items())
        shares.append(returned / sum(drawn.values()))
    chance = sum(shares) / 9

    expected = (2 / 10 - chance) / (1 - chance)
    assert expected == pytest.approx(weighted_rho(G, draws=9, seed=5))
