"""All that does not depend on the goal, and who may be asked at all."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import date, timedelta

import pytest

from netgraph.graph.build import network
from netgraph.journal.asks import ask_states
from netgraph.model.parameters import Parameters
from netgraph.model.records import (
    EGO,
    Ask,
    Event,
    EventKind,
    Goal,
    Ledger,
    Person,
    Referral,
    Step,
    Tie,
)
from netgraph.suggestions.context import BY_NAME, ENOUGH, AskContext, ask_context, goal_scores
from netgraph.suggestions.criteria import wants_of

DAY = date(2026, 5, 1)
PEOPLE = {i: Person(i, i.title(), title="Nurse") for i in ("ana", "ben", "cy", "di")}
TALK = Event("e1", EventKind.INTERVIEW, DAY, "ana", EGO)
BOOK = Ledger(PEOPLE, events=(TALK,), ties=(Tie("t1", EGO, "ana"), Tie("t2", EGO, "cy")))
G = network(BOOK, as_of=DAY)


def named(person: str, *then: str, ago: int = 5) -> Referral:
    day = DAY - timedelta(days=ago)
    return Referral(
        f"r-{person}", "ana", person, steps=tuple(Step(day, s) for s in ("named", *then))
    )


def test_whom_ego_can_turn_to_are_contacts_and_leads_whose_name_was_passed_on() -> None:
    context = ask_context(G, referrals=(named("ben"), named("di", "declined"), named("zoe")))

    assert {"ben": "ana"} == context.via
    assert [True, True, True, False] == context.reachable().tolist()
    assert (("ana", "ben", "cy", "di"), DAY) == (context.ids, context.as_of)


def test_a_name_of_somebody_known_opens_no_door_but_is_kept() -> None:
    context = ask_context(G, referrals=(named("cy"),))

    assert {} == context.via
    assert ["cy"] == [r.person for r in context.named["ana"]]


def test_the_tie_of_a_lead_is_part_of_the_introducers() -> None:
    ties = ask_context(G, referrals=(named("ben"),)).ties

    assert ties.strength[0] > 0
    assert BY_NAME * ties.strength[0] == ties.strength[1]
    assert [0, 0] == ties.strength[2:].tolist()


def test_what_they_gave_is_read_by_its_half_life_and_tau() -> None:
    model = Parameters()
    given = G.edges["ana", EGO]["given"]

    assert given > 0
    assert pytest.approx(1 - math.exp(-given / model.tau)) == ask_context(G).ties.received[0]


def test_loads_signs_and_hubs_of_who_is_there_are_taken_and_others_passed_over() -> None:
    context = ask_context(
        G, loads={"ben": 1.5, "zoe": 9.0}, signs={"cy": {"wrote": 0.3}, "zoe": {"wrote": 1.0}},
        hubs=["di", "zoe"],
    )  # fmt: skip

    assert [0, 1.5, 0, 0] == context.ties.load.tolist()
    assert {"wrote": [0, 0, 0.3, 0]} == {k: v.tolist() for k, v in context.ties.signs.items()}
    assert [False, False, False, True] == context.hubs.tolist()


def ready(context: AskContext) -> list[bool]:
    return list(map(bool, goal_scores(context, wants_of(Goal("g", "nurse"), G)).ready()))


def test_who_rests_or_comes_first_or_is_out_of_reach_is_not_ready() -> None:
    assert [True, False, True, False] == ready(ask_context(G))
    assert [False, False, True, False] == ready(ask_context(G, rests={"ana": (DAY, "rests")}))
    assert [True, False, False, False] == ready(ask_context(G, first=["cy"]))


@pytest.mark.parametrize(("times", "may"), [(ENOUGH - 1, True), (ENOUGH, False)])
def test_two_asks_for_one_goal_are_enough(times: int, may: bool) -> None:
    asks = tuple(
        Ask(f"k{n}", "ana", goal="g", steps=(Step(DAY - timedelta(days=300 + n), "asked"),))
        for n in range(times)
    )
    states = ask_states(replace(BOOK, asks=asks, events=()), as_of=DAY)

    assert may == ready(ask_context(G, asks=states))[0]


def test_a_shift_moves_every_chance() -> None:
    goal = wants_of(Goal("g", "nurse"), G)
    plain, moved = (goal_scores(ask_context(G, shift=s), goal).score.chance for s in (0.0, 0.5))

    assert (moved > plain).all()
