"""The parts of the sum, against values by hand and against networkx."""

from __future__ import annotations

import math
from datetime import date

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgraph.graph.schema import TieGraph
from netgraph.suggestions.criteria import Criteria, Criterion, match
from netgraph.suggestions.features import NetworkFeatures, features_of
from netgraph.suggestions.outcomes import Past
from netgraph.suggestions.scoring import (
    Weights,
    best_known,
    evidence,
    fruitless,
    goal_walk,
    opens,
)

W = Weights()
ACME = Criteria((Criterion("company", frozenset({"Acme"})),))


def graph(circles: dict[str, str], ties: list[tuple[str, str, float]]) -> TieGraph:
    """People at employers, and ties between them with a confidence; ego has a tie with nobody."""
    G: TieGraph = nx.DiGraph(ego="me", as_of=date(2026, 5, 1))
    G.add_node("me", kind="person", traits={}, past={})
    for i, firm in circles.items():
        traits = {"company": frozenset({firm})} if firm else {}
        G.add_node(i, kind="person", traits=traits, past={})
    for u, v, sure in ties:
        G.add_edge(u, v, kind="tie", confidence=sure)
        G.add_edge(v, u, kind="tie", confidence=sure)
    return G


def pagerank(G: TieGraph, people: list[str]) -> list[float]:
    """The same walk by networkx: people and employers as nodes, restarting at Acme."""
    H: nx.Graph[str] = nx.Graph()
    for i in people:
        H.add_edges_from((i, f"at {firm}") for firm in G.nodes[i]["traits"].get("company", ()))
    H.add_weighted_edges_from(
        (u, v, d["confidence"]) for u, v, d in G.edges(data=True) if d["kind"] == "tie"
    )
    H.add_node("at Acme")
    rank = nx.pagerank(H, alpha=1 - W.restart, personalization={"at Acme": 1.0})
    return [rank.get(i, 0.0) for i in people]


def walk(b: NetworkFeatures) -> list[float]:
    return [float(x) for x in goal_walk(b, ACME, match(b, ACME), W)]


def test_the_walk_is_personalised_pagerank_of_people_and_traits() -> None:
    circles = {"ana": "Acme", "ben": "Acme", "cleo": "Blue", "dan": "Blue", "eve": ""}
    ties = [("ana", "cleo", 1.0), ("ben", "eve", 0.5), ("dan", "eve", 1.0)]
    G = graph(circles, ties)
    assert pagerank(G, list(circles)) == pytest.approx(walk(features_of(G)), abs=0.02)


@given(
    st.lists(st.sampled_from(["Acme", "Blue", "Cold"]), min_size=2, max_size=6),
    st.sets(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=6),
)
def test_the_walk_never_has_more_than_there_is(
    firms: list[str], pairs: set[tuple[int, int]]
) -> None:
    circles = {f"p{n}": firm for n, firm in enumerate(firms)}
    ties = [(f"p{a}", f"p{b}", 1.0) for a, b in sorted(pairs) if a < b < len(firms)]
    found = np.array(walk(features_of(graph(circles, ties))))
    assert (found >= 0).all()
    assert found.sum() <= 1 + 1e-9


def test_nobody_is_passed_by_a_walk_without_a_start() -> None:
    assert [0.0, 0.0] == walk(features_of(graph({"ana": "Blue", "ben": ""}, [])))


def test_a_circle_of_two_opens_half_as_much_as_one_of_one() -> None:
    b = features_of(graph({"ana": "Acme", "ben": "Acme", "cleo": "Blue", "dan": ""}, []))
    expected = [math.log(1.5), math.log(1.5), math.log(2), 0.0]
    assert expected == pytest.approx(opens(b).tolist())


def test_the_surest_tie_to_somebody_new_who_fits_counts() -> None:
    G = graph(
        {"ana": "", "ben": "Acme", "cleo": "Acme"}, [("ana", "ben", 0.3), ("ana", "cleo", 0.8)]
    )
    sure, who = best_known(features_of(G), match(features_of(G), ACME))
    assert (0.8, 2) == (sure[0], who[0])
    assert (0.0, -1) == (sure[1], who[1])


def test_whom_ego_knows_already_is_no_news() -> None:
    G = graph({"ana": "", "ben": "Acme"}, [("ana", "ben", 1.0)])
    for u, v in (("me", "ben"), ("ben", "me")):
        G.add_edge(u, v, kind="tie", strength=0.5, given=0.0, confidence=1.0)
    sure, _ = best_known(features_of(G), match(features_of(G), ACME))
    assert 0.0 == sure[0]


def test_the_most_tried_circle_counts() -> None:
    b = features_of(graph({"ana": "Acme", "ben": "Blue"}, []))
    found = fruitless(b, np.array([3.0, 0.0]))
    assert [math.log(4), 0.0] == pytest.approx(found.tolist())


def test_ties_with_others_count_by_how_sure_they_are() -> None:
    b = features_of(graph({"ana": "", "ben": "", "cleo": ""}, [("ana", "ben", 0.5)]))
    nobody = np.zeros(3)
    done = Past(nobody, nobody, nobody, nobody, nobody > 0, nobody)
    found = evidence(b, Criteria(), match(b, Criteria()), done, nobody > 0, nobody, W)

    expected = [W.known_ties * math.log(1.5)] * 2 + [0.0]
    assert expected == pytest.approx(found["known_ties"].tolist())
    assert [0.0] * 3 == found["outside_ties"].tolist()
