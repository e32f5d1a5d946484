"""Tests of `netgraph.graph.build`."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from netgraph.graph.build import network
from netgraph.graph.inference import group_chance
from netgraph.graph.schema import validate
from netgraph.graph.ties import tie_graph
from netgraph.model.records import EGO, Basis, Ledger, Person, Position, Tie
from tests.strategies import FIRMS, TODAY, ledgers

COLLEAGUES = Ledger(
    {i: Person(i, i, company="Acme", title=t) for i, t in (("a", "Nurse"), ("b", "Cook"))}, FIRMS
)


def test_who_probably_knows_whom_has_a_tie_with_its_confidence_and_no_contact() -> None:
    tie = network(COLLEAGUES, as_of=TODAY)["a"]["b"]
    assert ("inferred", ("both at Acme",)) == (tie["basis"], tie["evidence"])
    assert pytest.approx(group_chance(2)) == tie["confidence"]
    assert (0.0, 0.0, None, None) == tuple(tie[k] for k in ("strength", "given", "last", "since"))


def test_inference_can_be_left_out() -> None:
    assert not network(COLLEAGUES, as_of=TODAY, inferred=False).has_edge("a", "b")


def test_what_a_friends_export_shows_is_observed_and_stays_so() -> None:
    book = replace(COLLEAGUES, ties=(Tie("t", "a", "b", Basis.OBSERVED, "connection"),))
    tie = network(book, as_of=TODAY)["a"]["b"]
    assert ("observed", 1.0) == (tie["basis"], tie["confidence"])


def test_a_confirmed_tie_is_stated() -> None:
    book = replace(COLLEAGUES, ties=(Tie("t", "b", "a"),))
    tie = network(book, as_of=TODAY)["a"]["b"]
    assert ("stated", 1.0) == (tie["basis"], tie["confidence"])


def test_a_denied_tie_never_comes_back() -> None:
    book = replace(COLLEAGUES, ties=(Tie("t", "b", "a", known=False),))
    assert not network(book, as_of=TODAY).has_edge("a", "b")


def test_titles_past_and_present_tell_what_people_do() -> None:
    past = Position("x", "a", "Blue River", title="Data Analyst")
    node = network(replace(COLLEAGUES, positions=(past,)), as_of=TODAY).nodes["a"]
    assert frozenset({"nurse"}) == node["traits"]["role"]
    assert frozenset({"data analyst"}) == node["past"]["role"]
    assert frozenset({"data"}) == node["past"]["field"]


def test_a_title_that_says_nothing_adds_no_trait() -> None:
    people = {"a": Person("a", "a", title="Xyzzy")}
    assert "role" not in network(Ledger(people), as_of=TODAY).nodes["a"]["traits"]


@given(ledgers())
def test_the_network_follows_the_schema(book: Ledger) -> None:
    validate(network(book, as_of=TODAY))


@given(ledgers())
def test_inference_only_adds_ties_of_its_own_and_never_one_of_ego(book: Ledger) -> None:
    known, whole = tie_graph(book, as_of=TODAY), network(book, as_of=TODAY)
    assert set(known.nodes) == set(whole.nodes)
    assert all(known[u][v] == whole[u][v] for u, v in known.edges)
    new = [(u, v) for u, v in whole.edges if not known.has_edge(u, v)]
    assert all("inferred" == whole[u][v]["basis"] for u, v in new)
    assert all(EGO not in pair for pair in new)
    assert all(whole[u][v] == whole[v][u] for u, v in new)
