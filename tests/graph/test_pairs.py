"""pairs: the strength of one tie is worked out in one place, for the graph and any other day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given

from netgraph.graph.pairs import NO_FACTS, facts_by_pair, owners_of, tie_between
from netgraph.graph.strength import worths_of
from netgraph.graph.tie_evidence import ordered
from netgraph.graph.ties import tie_graph
from netgraph.model.parameters import Parameters
from netgraph.model.records import EGO, Event, EventKind, Ledger, Person, Referral, Step, Tie
from tests.strategies import TODAY, ledgers


@given(ledgers())
def test_the_graph_has_of_every_pair_what_is_said_of_it_alone(book: Ledger) -> None:
    G = tie_graph(book, as_of=TODAY, model=Parameters())
    pairs, now, owners = facts_by_pair(book), worths_of(TODAY, Parameters()), owners_of(book)
    for u, v, edge in G.edges(data=True):
        if edge["kind"] == "tie":
            alone = tie_between(u, v, pairs.get(ordered(u, v), NO_FACTS), worths=now, owners=owners)
            assert (edge["strength"], edge["given"]) == (alone.strength, alone.given)


def test_an_introduction_that_is_told_twice_is_one_favour() -> None:
    day = date(2026, 5, 1)
    logged = Event("e", EventKind.INTRODUCTION, day, "ana", EGO, about="ben")
    told = Referral("r", "ana", "ben", steps=(Step(day, "introduced"),))
    people = {i: Person(i, i.title()) for i in ("ana", "ben")}
    pairs = facts_by_pair(Ledger(people, events=(logged,), referrals=(told,)))

    tie = tie_between(EGO, "ana", pairs["ana", EGO], worths=worths_of(day, Parameters()))

    assert 3.0 == tie.taken


def test_a_tie_that_is_denied_has_no_strength_on_any_day() -> None:
    talk = Event("e", EventKind.TALKED, TODAY, EGO, "ana")
    pairs = facts_by_pair(Ledger(events=(talk,), ties=(Tie("t", EGO, "ana", known=False),)))

    tie = tie_between(EGO, "ana", pairs["ana", EGO], worths=worths_of(TODAY, Parameters()))

    assert 0.0 == tie.strength


@pytest.mark.parametrize("half_life", [90.0, 180.0])
def test_other_half_lives_and_days_need_no_other_graph(half_life: float) -> None:
    talk = Event("e", EventKind.INTERVIEW, TODAY, "ana", EGO)
    facts = facts_by_pair(Ledger(events=(talk,)))["ana", EGO]
    later = worths_of(TODAY + timedelta(days=int(half_life)), Parameters(half_life=half_life))

    assert 0.5 == tie_between(EGO, "ana", facts, worths=later).taken
