"""Anybody's table of edges becomes a graph on which everything works."""

from __future__ import annotations

import math
from datetime import date
from typing import Any

import networkx as nx
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import netgraph
from netgraph.graph.schema import TieGraph, validate
from netgraph.model.errors import InvalidGraph, InvalidInput
from netgraph.model.records import Goal

TODAY = date(2026, 5, 1)
EDGES = pd.DataFrame(
    [("me", "ana", 2.0), ("ana", "me", 1.0), ("ana", "ben", None), ("me", "cy", 0.0)],
    columns=["source", "target", "weight"],
)
PEOPLE = pd.DataFrame(
    [("ana", "Ana Silva", "Nurse", "Mercy", "Lyon"), ("ben", None, "Data Scientist", "Acme", None)],
    columns=["id", "name", "title", "company", "place"],
)


def of(edges: Any = EDGES, people: Any = PEOPLE) -> TieGraph:
    return netgraph.from_edgelist(edges, ego="me", as_of=TODAY, people=people)


def test_a_frame_becomes_a_graph_of_the_schema() -> None:
    G = of()

    validate(G)
    assert 2.0 == G["me"]["ana"]["given"]
    assert 1.0 == G["ana"]["me"]["given"]
    assert 1 - math.exp(-3) == pytest.approx(G["me"]["ana"]["strength"])
    assert 1.0 == G["ana"]["ben"]["given"]  # no weight: 1
    assert 0.0 == G["me"]["cy"]["strength"]
    assert ("Ana Silva", "ben", "me") == tuple(G.nodes[n]["name"] for n in ("ana", "ben", "me"))
    assert frozenset({"Lyon"}) == G.nodes["ana"]["traits"]["place"]
    assert "nurse" in G.nodes["ana"]["traits"]["role"]
    assert G["ben"]["Acme"] == {"kind": "member", "role": "Data Scientist", "current": True}


def test_every_measure_works_on_it() -> None:
    G = of()

    assert netgraph.standings(G)["ana"].given == 2.0
    assert ("me", "ana", "ben") == netgraph.introduction_paths(G, "Acme")[0].people
    assert "ana" in netgraph.brokerage(G)
    assert "ana" == netgraph.suggest(G, Goal("g", "data scientist"))[0].person
    assert "Ana Silva" in netgraph.map_html(G)
    assert 0 < netgraph.reciprocity(G) <= 1


@pytest.mark.parametrize("kind", [nx.Graph, nx.DiGraph, nx.MultiGraph, nx.MultiDiGraph])
def test_any_graph_of_networkx_will_do(kind: Any) -> None:
    graph = kind()
    graph.add_node("ana", name="Ana", title="Nurse")
    graph.add_edge("me", "ana", weight=1.0)
    graph.add_edge("me", "ana", weight=1.0)

    G = of(graph, None)

    both_ways, twice = not graph.is_directed(), graph.is_multigraph()
    assert (2.0 if twice else 1.0) == G["me"]["ana"]["given"]
    assert both_ways == (G["ana"]["me"]["given"] > 0)
    assert "Ana" == G.nodes["ana"]["name"]


def test_what_the_table_says_stands() -> None:
    row = {"source": "me", "target": "ana", "strength": 0.5, "basis": "inferred"}
    more = {"confidence": 0.4, "last": TODAY, "evidence": ["both at Acme"]}

    tie = of([row | more], None)["ana"]["me"]

    assert (0.5, "inferred", 0.4) == (tie["strength"], tie["basis"], tie["confidence"])
    assert (TODAY, ("both at Acme",)) == (tie["last"], tie["evidence"])


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([{"from": "me", "to": "ana"}], "row 1 has no 'source'"),
        ([{"source": "me", "target": "me"}], "row 1 ties 'me' to itself"),
        ([{"source": "me", "target": "ana", "weight": -1}], "row 1: a weight is a number"),
        ([{"source": "me", "target": "ana", "weight": "much"}], "row 1: a weight is a number"),
        ([{"source": "bo", "target": "ana"}], "ego 'me' is in no row"),
    ],
)
def test_a_row_that_cannot_be_meant_is_named(rows: list[dict[str, Any]], said: str) -> None:
    with pytest.raises(InvalidInput, match=said):
        of(rows, None)


@pytest.mark.parametrize(
    "use",
    [
        netgraph.standings,
        netgraph.brokerage,
        netgraph.map_html,
        lambda G: netgraph.introduction_paths(G, "ana"),
        lambda G: netgraph.suggest(G, Goal("g", "nurse")),
    ],
)
@pytest.mark.parametrize(
    "G", [nx.DiGraph([("me", "ana")]), nx.DiGraph([("me", "ana")], ego="me"), nx.Graph(ego="me")]
)
def test_a_graph_of_another_kind_is_refused_with_what_to_do(use: Any, G: Any) -> None:
    with pytest.raises(InvalidGraph, match=r"netgraph\.from_edgelist"):
        use(G)


@given(
    st.lists(
        st.tuples(st.sampled_from("mabc"), st.sampled_from("mabc"), st.floats(0, 1e6)).filter(
            lambda row: row[0] != row[1]
        ),
        min_size=1,
    )
)
def test_whatever_the_weights_the_graph_is_valid(rows: list[tuple[str, str, float]]) -> None:
    edges = [{"source": u, "target": v, "weight": w} for u, v, w in [*rows, ("m", "a", 1.0)]]

    validate(netgraph.from_edgelist(edges, ego="m", as_of=TODAY))
