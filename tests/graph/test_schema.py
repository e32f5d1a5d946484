"""The schema of the tie graph: what it asks for, and the shortcut that fills it."""

from __future__ import annotations

from datetime import date
from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgraph.graph.build import network
from netgraph.graph.schema import add_edges, add_nodes, alters, date_of, ego_of, people, validate
from netgraph.model.errors import InvalidGraph
from netgraph.model.records import Ledger, Person, Tie

DAY = date(2026, 5, 1)
NAMES = st.lists(st.sampled_from("abcdef"), min_size=2, max_size=6, unique=True)


def made() -> nx.DiGraph[str]:
    book = Ledger.of(Person("ana", "Ana", company="Acme"), Tie("t", "me", "ana"))
    return network(book, as_of=DAY)


@given(NAMES, st.data())
def test_the_shortcut_makes_the_graph_that_networkx_makes(names: list[str], data: Any) -> None:
    pairs = st.lists(st.tuples(st.sampled_from(names), st.sampled_from(names)), unique=True)
    edges = [(u, v, {"kind": "tie", "n": n}) for n, (u, v) in enumerate(data.draw(pairs))]
    nodes = [(name, {"kind": "person"}) for name in names]
    ours: nx.DiGraph[str] = nx.DiGraph()
    theirs: nx.DiGraph[str] = nx.DiGraph()
    add_nodes(ours, nodes)
    add_edges(ours, edges)
    theirs.add_nodes_from(nodes)
    theirs.add_edges_from(edges)

    assert nx.utils.graphs_equal(ours, theirs)
    assert list(ours.edges) == list(theirs.edges)


def test_our_own_graph_follows_it() -> None:
    G = made()
    validate(G)

    assert ("me", DAY, ["ana"], ["ana"]) == (
        ego_of(G),
        date_of(G),
        list(people(G)),
        list(alters(G, "me")),
    )


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (lambda G: G.graph.pop("ego"), "'ego' must name"),
        (lambda G: G.graph.update(as_of="2026"), "'as_of' must be a date"),
        (lambda G: G.nodes["ana"].update(kind="robot"), "'kind' must be one of"),
        (lambda G: G.nodes["ana"].pop("traits"), "'traits' is missing"),
        (lambda G: G.remove_edge("ana", "me"), "both directions"),
        (lambda G: [G[u][v].update(strength=1.0) for u, v in G.edges], "out of range"),
        (lambda G: [G[u][v].update(basis="heard") for u, v in G.edges], "'basis' must be one of"),
        (lambda G: G.add_edge("me", "me", **G["me"]["ana"]), "two different people"),
    ],
)
def test_each_fault_is_named(fault: Any, words: str) -> None:
    G = made()
    fault(G)

    with pytest.raises(InvalidGraph, match=words):
        validate(G)


@pytest.mark.parametrize("G", [nx.Graph([("me", "ana")]), nx.DiGraph([("me", "ana")])])
def test_another_graph_is_refused_with_what_makes_one(G: Any) -> None:
    with pytest.raises(InvalidGraph, match="from_edgelist"):
        ego_of(G)
