"""How a network hangs together, by hand and against its definition."""

from __future__ import annotations

import math

import networkx as nx
import pytest
from hypothesis import given

from netgraph.graph.schema import TieGraph
from netgraph.measures.connectivity import cohesion
from netgraph.model.records import EGO
from tests.strategies import tie_graphs


def graph(*pairs: str, inferred: tuple[str, ...] = ()) -> TieGraph:
    """A graph of ties, each written as two letters; m is ego."""
    G: TieGraph = nx.DiGraph(ego="m")
    G.add_nodes_from(dict.fromkeys("m" + "".join((*pairs, *inferred))), kind="person")
    G.add_edges_from(((p[0], p[1]) for p in pairs), kind="tie", basis="observed")
    G.add_edges_from(((p[0], p[1]) for p in inferred), kind="tie", basis="inferred")
    return G


def test_a_network_of_hand_worked_shape() -> None:
    found = cohesion(graph("ma", "mb", "mc", "ab", "cd", "de", "fg"))

    assert (7, 4) == (found.people, found.ties)
    assert pytest.approx(4 / 21) == found.density
    assert ((3, 2, 2), 0) == (found.parts, found.alone)
    assert (("c", 2), ("d", 1)) == found.hinges


def test_nobody_is_no_network() -> None:
    found = cohesion(graph())

    assert (0, 0, (), 0, ()) == (
        found.people,
        found.ties,
        found.parts,
        found.alone,
        found.hinges,
    )
    assert math.isnan(found.density)


@pytest.mark.parametrize(
    ("pairs", "density"), [(("ma",), math.nan), (("ma", "mb"), 0), (("ma", "mb", "ab"), 1)]
)
def test_density_is_the_share_of_pairs_that_have_a_tie(
    pairs: tuple[str, ...], density: float
) -> None:
    assert pytest.approx(density, nan_ok=True) == cohesion(graph(*pairs)).density


def test_a_tie_written_both_ways_is_one() -> None:
    assert cohesion(graph("ma", "mb", "ab")) == cohesion(graph("ma", "am", "mb", "ab", "ba"))


def test_inferred_ties_and_memberships_count_only_as_wanted() -> None:
    G = graph("ma", "mb", "ac", inferred=("bc",))
    G.add_node("firm", kind="organisation")
    G.add_edge("a", "firm", kind="membership", basis="observed")

    assert (("a", 1),) == cohesion(G).hinges
    assert () == cohesion(G, inferred=True).hinges
    assert (1, 2) == (cohesion(G).ties, cohesion(G, inferred=True).ties)
    assert 3 == cohesion(G).people


@given(tie_graphs())
def test_a_hinge_is_who_cuts_others_off_from_ego(G: TieGraph) -> None:
    found = cohesion(G)
    H: nx.Graph[str] = nx.Graph()
    H.add_node(EGO)
    H.add_edges_from(
        (u, v) for u, v, t in G.edges(data=True) if t["kind"] == "tie" and t["basis"] != "inferred"
    )
    reached = nx.node_connected_component(H, EGO)
    lost = {}
    for v in reached - {EGO}:
        rest = H.copy()
        rest.remove_node(v)
        lost[v] = len(reached) - 1 - len(nx.node_connected_component(rest, EGO))

    assert {v: n for v, n in lost.items() if n} == dict(found.hinges)
    assert found.people == sum(found.parts) == len(H) - 1
    assert found.alone == found.parts.count(1)
