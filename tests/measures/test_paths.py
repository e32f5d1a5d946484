"""Tests of `netgraph.measures.paths`."""

from __future__ import annotations

import math
from itertools import pairwise, permutations

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgraph.graph.build import network
from netgraph.graph.schema import TieGraph
from netgraph.measures.paths import LINKS, WAS_THERE, advice, introduction_paths, passing_on
from netgraph.model.actions import Action, Hint
from netgraph.model.errors import UnknownName
from netgraph.model.records import EGO, Ledger, Organisation, Person, Position, Tie
from tests.strategies import FIRMS, OTHERS, TODAY, ledgers, tie_graphs


def graph(*pairs: str, positions: tuple[Position, ...] = (), **companies: str) -> TieGraph:
    """People named by letters, m is ego; ties such as ``"ma"``; companies by person."""
    names = sorted({*"".join(pairs), *companies, *(p.person for p in positions)} - {"m"})
    people = {i: Person(i, i.upper(), company=companies.get(i, ""), title="Nurse") for i in names}
    ends = [[EGO if i == "m" else i for i in pair] for pair in pairs]
    ties = tuple(Tie(u + v, u, v, closeness="close") for u, v in ends)
    book = Ledger(people, FIRMS, positions=positions, ties=ties)
    return network(book, as_of=TODAY, inferred=False)


CLOSE = passing_on(1 - math.exp(-5 / 4))


def every_chain(G: TieGraph, target: str, links: int) -> list[float]:
    """The chances of all chains, by trying every order of every few people."""
    inside: dict[str, float] = {target: 1.0}
    if G.nodes[target]["kind"] == "organisation":
        inside = {
            u: 1.0 if data["current"] else WAS_THERE for u, _, data in G.in_edges(target, data=True)
        }
    found = []
    for length in range(1, links + 1):
        for people in permutations(OTHERS, length):
            steps = list(pairwise((EGO, *people)))
            if people[-1] in inside and all(G.has_edge(u, v) for u, v in steps):
                chances = [passing_on(G[u][v]["strength"], G[u][v]["confidence"]) for u, v in steps]
                found.append(math.prod(chances) * inside[people[-1]])
    return sorted(found, reverse=True)


def test_a_chain_is_as_likely_as_the_product_of_its_links() -> None:
    [chain] = introduction_paths(graph("ma", "ab"), "b")
    assert (EGO, "a", "b") == chain.people
    assert pytest.approx(CLOSE**2) == chain.chance
    assert ["stated", "stated"] == [link.basis for link in chain.links]
    assert ("you said: close",) == chain.links[0].evidence


def test_a_short_chain_beats_a_long_one_of_equal_ties() -> None:
    found = introduction_paths(graph("ma", "mb", "ab", "bc", "ac"), "c")
    assert [3, 3, 4, 4] == [len(chain.people) for chain in found]
    assert [(EGO, "a", "c"), (EGO, "b", "c")] == [chain.people for chain in found[:2]]


def test_a_chain_into_a_company_ends_with_somebody_inside() -> None:
    [chain] = introduction_paths(graph("ma", "ab", b="Acme"), "o1")
    assert ((EGO, "a", "b"), "Nurse at Acme") == (chain.people, chain.inside)


def test_somebody_who_left_is_half_as_likely_to_help() -> None:
    left = Position("x", "a", "Acme", title="Cook", end="2020")
    [chain] = introduction_paths(graph("ma", positions=(left,)), "o1")
    assert "was Cook at Acme" == chain.inside
    assert pytest.approx(CLOSE * WAS_THERE) == chain.chance


def test_ego_having_been_there_is_no_chain() -> None:
    book = Ledger({EGO: Person(EGO, "You", company="Acme")}, FIRMS)
    assert [] == introduction_paths(network(book, as_of=TODAY), "o1")


def test_no_chain_is_longer_than_allowed() -> None:
    G = graph("ma", "ab", "bc", "cd", "de")
    assert [5] == [len(chain.people) for chain in introduction_paths(G, "d")]
    assert [] == introduction_paths(G, "e")
    assert [6] == [len(chain.people) for chain in introduction_paths(G, "e", links=LINKS + 1)]


def test_the_weakest_link_is_the_one_most_likely_to_break() -> None:
    G = graph("ma", "ab")
    G["a"]["b"]["strength"] = G["b"]["a"]["strength"] = 0.1
    [chain] = introduction_paths(G, "b")
    assert ("a", "b") == (chain.weakest.u, chain.weakest.v)


def test_an_inferred_link_counts_by_its_confidence() -> None:
    people = {i: Person(i, i, company="Acme") for i in "ab"}
    book = Ledger(people, FIRMS, ties=(Tie("1", EGO, "a", closeness="close"),))
    G = network(book, as_of=TODAY)
    [chain] = introduction_paths(G, "b")
    assert "inferred" == chain.links[1].basis
    assert pytest.approx(0.30 * G["a"]["b"]["confidence"]) == chain.links[1].chance


@pytest.mark.parametrize("target", ["nobody", EGO])
def test_a_target_that_is_nobody_else_is_refused(target: str) -> None:
    with pytest.raises(UnknownName, match="to reach"):
        introduction_paths(graph("ma"), target)


def test_a_crowd_in_which_all_know_each_other_is_searched_at_once() -> None:
    crowd = [f"p{n}" for n in range(60)]
    ties = tuple(Tie(u + v, u, v) for u in crowd for v in crowd if u < v)
    people = {i: Person(i, i) for i in (*crowd, "x")}
    book = Ledger(people, ties=(*ties, Tie("e", EGO, "p0"), Tie("x", "p1", "x")))
    assert 5 == len(introduction_paths(network(book, as_of=TODAY), "x"))
    assert 1 == len(introduction_paths(network(book, as_of=TODAY), "x", k=5, links=3))


@given(tie_graphs(), st.sampled_from([*OTHERS, *FIRMS]), st.integers(1, 8), st.integers(1, 4))
def test_the_best_chains_are_those_that_trying_all_finds(
    G: TieGraph, target: str, k: int, links: int
) -> None:
    if target in G:
        found = [chain.chance for chain in introduction_paths(G, target, k=k, links=links)]
        assert pytest.approx(every_chain(G, target, links)[:k]) == found


@given(ledgers(), st.sampled_from(OTHERS))
def test_nobody_is_in_a_chain_twice_and_every_link_is_a_tie(book: Ledger, target: str) -> None:
    G = network(book, as_of=TODAY)
    for chain in introduction_paths(G, target):
        assert len(set(chain.people)) == len(chain.people) <= LINKS + 1
        assert EGO == chain.people[0]
        assert target == chain.people[-1]
        assert all("tie" == G[u][v]["kind"] for u, v in pairwise(chain.people))
        assert 0 < chain.chance <= chain.weakest.chance < 1


@given(st.floats(0, 0.999), st.floats(0, 0.999), st.floats(0.01, 1))
def test_a_stronger_tie_never_passes_less(one: float, other: float, confidence: float) -> None:
    low, high = sorted((one, other))
    assert 0 < passing_on(low, confidence) <= passing_on(high, confidence) < 1


def test_advice_names_who_knows_somebody_out_of_reach() -> None:
    assert [Hint("B knows A: ask your contacts about them")] == advice(graph("ab"), "b")


def test_advice_on_somebody_of_whom_nothing_is_known_says_how_to_add_it() -> None:
    lonely: TieGraph = nx.DiGraph(ego=EGO)
    lonely.add_node("a", kind="person", name="Ana Silva")
    assert Action("tie", ("WHO", "a")) == advice(lonely, "a")[0].action


def test_advice_on_a_company_that_is_no_node_uses_its_name() -> None:
    firm = Organisation("o9", "O'Hara & Sons")
    hints = advice(graph("ma"), firm.id, name=firm.name)
    assert Action("refer", ("INTRODUCER", "Somebody (O'Hara & Sons)")) == hints[2].action
    assert Action("tie", ("WHO",), {"knows_at": "O'Hara & Sons"}) == hints[1].action


def test_all_that_can_be_done_about_a_company_nobody_leads_to_is_said() -> None:
    said = [(hint.words, hint.action) for hint in advice(graph("ma"), "o9", name="Zeta")]

    assert [
        ("ask your closest contacts whether they know somebody at Zeta", None),
        ("if you think that one may, say so", Action("tie", ("WHO",), {"knows_at": "Zeta"})),
        ("if somebody does, say so", Action("refer", ("INTRODUCER", "Somebody (Zeta)"))),
        ("import the export of a friend", Action("import", ("FILE",), {"owner": "WHO"})),
    ] == said


def test_at_most_three_whom_somebody_knows_are_named() -> None:
    G = graph("ab", "bc", "bd", "be")

    assert ["B knows A, C, D: ask your contacts about them"] == [h.words for h in advice(G, "b")]


def test_who_is_there_leads_before_a_closer_one_who_left() -> None:
    left = Position("w", "a", "Acme", end="2020", current=False)
    found = introduction_paths(graph("ma", "mb", "bc", positions=(left,), c="Acme"), "o1")

    assert [(EGO, "b", "c"), (EGO, "a")] == [tuple(chain.people[:3]) for chain in found]
    assert [CLOSE**2, CLOSE * WAS_THERE] == pytest.approx([chain.chance for chain in found])
