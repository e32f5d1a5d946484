"""A tie graph becomes rows, and the rows the same graph."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest
from hypothesis import given

import netgraph
from netgraph import frames
from netgraph.model.errors import InvalidGraph
from netgraph.model.records import EGO, Ledger
from tests.examples import few
from tests.strategies import ledgers

TODAY = date(2026, 5, 1)


@few(12)
@given(ledgers())
def test_there_and_back_it_is_the_same_graph(book: Ledger) -> None:
    G = netgraph.network(book, as_of=TODAY)
    again = frames.to_graph(frames.nodes(G), frames.edges(G), ego=EGO, as_of=TODAY)

    assert {n: G.nodes[n] for n in G} == {n: again.nodes[n] for n in again}
    assert list(G.nodes) == list(again.nodes)
    assert {(u, v): d for u, v, d in G.edges(data=True)} == {
        (u, v): d for u, v, d in again.edges(data=True)
    }


def test_rows_are_those_of_the_schema() -> None:
    G = netgraph.from_edgelist(
        pd.DataFrame({"source": ["me"], "target": ["ana"]}), ego="me", as_of=TODAY,
        people=pd.DataFrame({"id": ["ana"], "company": ["Acme"], "title": ["Nurse"]}),
    )  # fmt: skip
    rows = frames.edges(G).set_index(["source", "target"])

    assert "member" == rows.loc[("ana", "Acme"), "kind"]
    assert 1.0 == rows.loc[("me", "ana"), "given"]
    assert 0.0 == rows.loc[("ana", "me"), "given"]
    assert [("ana", "Acme")] == rows.index[rows["strength"].isna()].tolist()


def test_rows_that_are_no_tie_graph_are_refused() -> None:
    rows = pd.DataFrame({"source": ["me"], "target": ["ana"], "kind": ["tie"]})
    people = pd.DataFrame({"id": ["me", "ana"], "kind": ["person", "person"]})

    with pytest.raises(InvalidGraph):
        frames.to_graph(people, rows, ego="me", as_of=TODAY)
