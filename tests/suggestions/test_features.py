"""A tie graph as arrays: people, their traits and ties, numbered once."""

from __future__ import annotations

from typing import Any

import networkx as nx
import numpy as np
import pytest
from hypothesis import given

from netgraph.graph.schema import TieGraph
from netgraph.model.records import EGO
from netgraph.suggestions.features import features_of
from tests.strategies import tie_graphs


def graph() -> TieGraph:
    G: TieGraph = nx.DiGraph(ego="me")

    def person(
        i: str, now: dict[str, Any] | None = None, past: dict[str, Any] | None = None
    ) -> None:
        G.add_node(i, kind="person", traits=now or {}, past=past or {})

    person("me", {"company": frozenset({"Mine"})})
    person("ana", {"company": frozenset({"Acme"})}, {"company": frozenset({"Acme", "Blue"})})
    G.add_node("o1", kind="organisation", name="Acme")
    person("ben", {"company": frozenset({"Blue"})})
    person("cy", {}, {"company": frozenset({"Acme"})})
    for u, v, sure, strength, given_ in (
        ("me", "ana", 1.0, 0.5, 2.0), ("ana", "ben", 0.7, 0.1, 0.0), ("ben", "cy", 1.0, 0.2, 0.0),
    ):  # fmt: skip
        G.add_edge(u, v, kind="tie", confidence=sure, strength=strength, given=0.0)
        G.add_edge(v, u, kind="tie", confidence=sure, strength=strength, given=given_)
    return G


def test_everybody_but_ego_and_firms_is_numbered_in_the_order_of_the_graph() -> None:
    b = features_of(graph())

    assert ({"ana": 0, "ben": 1, "cy": 2}, 3) == (b.people, b.size)
    assert {("company", "Acme"): 0, ("company", "Blue"): 1} == b.traits


def test_a_trait_held_now_and_before_is_there_once() -> None:
    b = features_of(graph())
    rows = sorted(zip(b.holder.tolist(), b.held.tolist(), b.now.tolist(), strict=True))

    assert [(0, 0, True), (0, 1, False), (1, 1, True), (2, 0, False)] == rows
    assert [2, 2] == b.holders().tolist()


def test_the_tie_with_ego_is_as_strong_as_what_comes_to_ego() -> None:
    b = features_of(graph())

    assert [True, False, False] == b.knows_ego.tolist()
    assert ([0.5, 0, 0], [2.0, 0, 0]) == (b.strength.tolist(), b.given.tolist())


def test_ties_between_others_are_there_in_both_directions() -> None:
    b = features_of(graph())
    rows = sorted(zip(b.left.tolist(), b.right.tolist(), b.sure.tolist(), strict=True))

    assert [(0, 1, 0.7), (1, 0, 0.7), (1, 2, 1.0), (2, 1, 1.0)] == rows


@pytest.mark.parametrize(
    ("wanted", "now", "found"),
    [
        (["Acme"], False, [1, 0, 1]),
        (["Acme"], True, [1, 0, 0]),
        (["Blue"], False, [1, 1, 0]),
        (["Acme", "Blue"], False, [1, 1, 1]),
        (["Nowhere"], False, [0, 0, 0]),
        ([], False, [0, 0, 0]),
    ],
)
def test_who_has_one_of_some_traits_is_marked_once(
    wanted: list[str], now: bool, found: list[int]
) -> None:
    b = features_of(graph())

    assert found == b.having([("company", name) for name in wanted], now=now).tolist()


def test_sums_and_marks_are_by_person_and_pass_over_who_is_not_there() -> None:
    b = features_of(graph())

    assert [2, 0, 1] == b.sums(np.array([0, 2, 0])).tolist()
    assert [1.5, 0, 4] == b.sums(np.array([0, 2, 0]), np.array([1.0, 4.0, 0.5])).tolist()
    assert [False, False, True] == b.mark(["cy", "nobody", "me"]).tolist()


def test_nobody_is_no_arrays() -> None:
    G: TieGraph = nx.DiGraph(ego="me")
    G.add_node("me", kind="person", traits={}, past={})
    b = features_of(G)

    assert (0, 0, 0) == (b.size, len(b.held), len(b.left))
    assert [] == b.having([("company", "Acme")]).tolist()


@given(tie_graphs())
def test_every_tie_and_trait_of_the_graph_is_counted(G: TieGraph) -> None:
    b = features_of(G)
    people = [n for n, d in G.nodes(data=True) if d["kind"] == "person" and n != EGO]
    ties = [(u, v) for u, v in G.edges if u in people and v in people]

    assert people == list(b.people)
    assert len(ties) == len(b.left) == len(b.right) == len(b.sure)
    assert sum(b.knows_ego) == sum(G.has_edge(n, EGO) for n in people)
    held = [len({(k, v) for d in (G.nodes[n]["traits"], G.nodes[n]["past"])
                 for k, values in d.items() for v in values}) for n in people]  # fmt: skip
    assert held == b.sums(b.holder).tolist()
