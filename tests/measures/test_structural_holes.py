"""brokerage: values by hand, networkx on the undirected sum, and every path walked."""

from __future__ import annotations

import math
from itertools import permutations

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgraph.graph.schema import TieGraph
from netgraph.measures.structural_holes import (
    ROLES,
    brokerage,
    constraint,
    effective_size,
    efficiency,
    roles,
)
from netgraph.model.errors import InvalidGraph
from netgraph.model.records import EGO
from tests.strategies import digraphs, tie_graphs


def both_ways(*pairs: str) -> TieGraph:
    """A graph of ties, each written as two letters."""
    G: TieGraph = nx.DiGraph(ego="m")
    for pair in pairs:
        u, v = pair[0], pair[1]
        G.add_edges_from([(u, v), (v, u)], kind="tie")
    return G


def undirected_sum(G: TieGraph) -> nx.Graph[str]:
    """What networkx can be trusted with: one edge per pair, both directions added."""
    H: nx.Graph[str] = nx.Graph()
    H.add_nodes_from(G)
    for u, v, edge in G.edges(data=True):
        w = edge["strength"]
        if u != v:
            H.add_edge(u, v, strength=w + (H[u][v]["strength"] if H.has_edge(u, v) else 0.0))
    return H


def test_a_star_has_no_redundancy() -> None:
    G = both_ways("ma", "mb", "mc", "md")

    assert (0.25, 4.0, 1.0) == (
        constraint(G)["m"],
        effective_size(G)["m"],
        efficiency(G)["m"],
    )


def test_a_closed_triangle_is_one_contact_twice() -> None:
    G = both_ways("ma", "mb", "ab")

    assert pytest.approx(2 * (1 / 2 + 1 / 2 * 1 / 2) ** 2) == constraint(G)["m"]
    assert (1.0, 0.5) == (effective_size(G)["m"], efficiency(G)["m"])


def test_burt_s_simple_formula_holds_without_weights() -> None:
    G = both_ways("ma", "mb", "mc", "md", "ab", "bc")

    assert pytest.approx(4 - 2 * 2 / 4) == effective_size(G)["m"]


def test_weights_shift_the_shares() -> None:
    G: TieGraph = nx.DiGraph()
    G.add_weighted_edges_from([("m", "a", 3), ("b", "m", 1)], weight="strength")

    assert pytest.approx(0.75**2 + 0.25**2) == constraint(G, weight="strength")["m"]


def test_somebody_without_a_tie_has_no_constraint() -> None:
    G = both_ways("ab")
    G.add_node("z", kind="person")

    assert math.isnan(constraint(G)["z"])
    assert math.isnan(effective_size(G)["z"])


def test_a_tie_of_strength_0_counts_unless_strength_is_asked_for() -> None:
    G = both_ways("ma", "mb")
    nx.set_edge_attributes(G, dict.fromkeys(G.edges, 0.0) | {("m", "a"): 0.5}, "strength")

    assert (0.5, 1.0) == (constraint(G)["m"], constraint(G, weight="strength")["m"])


def test_memberships_do_not_count() -> None:
    G = both_ways("ma", "mb")
    G.add_node("acme", kind="organisation")
    G.add_edge("m", "acme", kind="member")
    G.add_edge("a", "acme", kind="member")

    assert {"m": 0.5, "a": 1.0, "b": 1.0} == constraint(G)


def test_alters_are_measured_without_ego() -> None:
    found = brokerage(both_ways("ma", "mb", "mc", "ab"))

    assert pytest.approx(3 - 2 / 3) == found["m"].effective_size
    assert (1, 1.0, 1.0) == (found["a"].size, found["a"].effective_size, found["a"].constraint)
    assert (0, True) == (found["c"].size, math.isnan(found["c"].constraint))


def test_a_hub_of_thirty_thousand_is_no_quadratic_work() -> None:
    G: TieGraph = nx.DiGraph(ego="m")
    for i in range(30_000):
        G.add_edges_from([("m", f"p{i}"), (f"p{i}", "m")], kind="tie")

    assert pytest.approx(1 / 30_000) == brokerage(G)["m"].constraint
    assert {"m": 30_000.0} == effective_size(G, nodes=["m"])
    between = roles(G, groups=dict.fromkeys(G, "x"))["m"]
    assert 30_000 * 29_999 == between["coordinator"]


@pytest.mark.parametrize("graph", [nx.Graph, nx.MultiDiGraph])
def test_graphs_that_would_give_false_numbers_are_refused(graph: type[TieGraph]) -> None:
    with pytest.raises(InvalidGraph, match="one edge per ordered pair"):
        constraint(graph([("a", "b")]))


def test_weights_that_are_missing_or_negative_are_refused() -> None:
    G = both_ways("ab")
    with pytest.raises(InvalidGraph, match="'strength' must be a number"):
        constraint(G, weight="strength")
    nx.set_edge_attributes(G, dict.fromkeys(G.edges, -1.0), "strength")
    with pytest.raises(InvalidGraph, match="'strength' must be a number"):
        constraint(G, weight="strength")


def test_an_unknown_node_is_refused() -> None:
    with pytest.raises(InvalidGraph, match="'z' is no person"):
        constraint(both_ways("ab"), nodes=["z"])


@given(digraphs(loops=True))
def test_constraint_is_networkx_s_on_the_undirected_sum(G: TieGraph) -> None:
    expected = nx.constraint(undirected_sum(G), nodes=list(G), weight="strength")

    assert pytest.approx(expected, nan_ok=True) == constraint(G, weight="strength")


@given(digraphs(loops=True))
def test_effective_size_is_networkx_s_on_the_undirected_sum(G: TieGraph) -> None:
    H = undirected_sum(G)

    expected = nx.effective_size(H, nodes=list(G), weight="strength")

    assert pytest.approx(expected, nan_ok=True) == effective_size(G, weight="strength")


@given(digraphs())
def test_without_weights_effective_size_is_borgatti_s(G: TieGraph) -> None:
    H = undirected_sum(G)
    G = nx.DiGraph(H)

    expected = nx.effective_size(H, nodes=list(H))

    assert pytest.approx(expected, nan_ok=True) == effective_size(G)


@given(digraphs(), st.permutations("abcdefgh"))
def test_renaming_changes_no_number(G: TieGraph, names: list[str]) -> None:
    new = dict(zip("abcdefgh", names, strict=True))

    renamed = constraint(nx.relabel_nodes(G, new), weight="strength")

    for n, value in constraint(G, weight="strength").items():
        assert pytest.approx(value, nan_ok=True) == renamed[new[n]]


@given(tie_graphs())
def test_alters_in_a_tie_graph_are_measured_as_if_ego_were_not_there(G: TieGraph) -> None:
    alone = G.copy()
    alone.remove_node(EGO)
    found = brokerage(G, weight="strength")

    assert pytest.approx(constraint(G, weight="strength")[EGO], nan_ok=True) == (
        found[EGO].constraint
    )
    for n, value in constraint(alone, weight="strength").items():
        assert pytest.approx(value, nan_ok=True) == found[n].constraint


@pytest.mark.parametrize(
    ("groups", "role"),
    [
        ("xxx", "coordinator"),
        ("xyx", "itinerant"),
        ("xyy", "gatekeeper"),
        ("xxy", "representative"),
        ("xyz", "liaison"),
    ],
)
def test_each_role_has_its_pattern_of_groups(groups: str, role: str) -> None:
    G: TieGraph = nx.DiGraph([("a", "b"), ("b", "c")])

    found = roles(G, groups=dict(zip("abc", groups, strict=True)))

    assert dict.fromkeys(ROLES, 0) | {role: 1} == found["b"]


def test_who_can_talk_directly_needs_no_broker() -> None:
    G: TieGraph = nx.DiGraph([("a", "b"), ("b", "c"), ("a", "c")])

    assert dict.fromkeys(ROLES, 0) == roles(G, groups=dict.fromkeys("abc", "x"))["b"]


def test_groups_are_employers_unless_given() -> None:
    G = both_ways("ab", "bc", "bd")
    for n, firm in zip("abcd", ("Acme", "Blue", "Blue", ""), strict=True):
        G.nodes[n]["traits"] = {"company": frozenset({firm})} if firm else {}

    found = roles(G)

    assert ["a", "b", "c"] == list(found)
    assert (1, 1) == (found["b"]["gatekeeper"], found["b"]["representative"])


@given(digraphs(loops=True), st.lists(st.sampled_from("xyz-"), min_size=8, max_size=8))
def test_roles_are_what_walking_every_path_finds(G: TieGraph, drawn: list[str]) -> None:
    groups = {n: g for n, g in zip("abcdefgh", drawn, strict=True) if n in G and g != "-"}
    expected = {b: dict.fromkeys(ROLES, 0) for b in groups}
    pattern = {"aaa": 0, "aba": 1, "abb": 2, "aab": 3, "abc": 4}
    for a, b, c in permutations(groups, 3):
        if G.has_edge(a, b) and G.has_edge(b, c) and not G.has_edge(a, c):
            seen = dict(zip(dict.fromkeys(groups[n] for n in (a, b, c)), "abc", strict=False))
            role = pattern["".join(seen[groups[n]] for n in (a, b, c))]
            expected[b][ROLES[role]] += 1

    assert expected == roles(G, groups=groups)
