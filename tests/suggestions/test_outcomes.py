"""What earlier asks came to: who said yes, who is asked enough, which circles led nowhere."""

from __future__ import annotations

from datetime import date, timedelta

import networkx as nx
import numpy as np
import pytest

from netgraph.graph.schema import TieGraph
from netgraph.journal.asks import REST, AskState, ask_states
from netgraph.model.records import EGO, Ask, Ledger, Referral, Step
from netgraph.suggestions.features import NetworkFeatures, features_of
from netgraph.suggestions.outcomes import Past, introductions, past, settled

DAY = date(2026, 5, 1)


def asked(person: str, ago: int, *then: str, goal: str = "g", want: str = "interview") -> Ask:
    day = DAY - timedelta(days=ago)
    steps = tuple(Step(day, s) for s in ("asked", *then))
    return Ask(f"{person}{ago}", person, want, goal=goal, steps=steps)


def states(*asks: Ask) -> tuple[AskState, ...]:
    return ask_states(Ledger(asks=asks), as_of=DAY)


@pytest.mark.parametrize(
    ("ago", "then", "yes"),
    [
        (5, ("agreed",), [True]),
        (5, ("done",), [True]),
        (5, ("declined",), [False]),
        (5, ("silent",), [False]),
        (5, (), []),
        (REST.days - 1, (), []),
        (REST.days, (), [False]),
    ],
)
def test_an_ask_is_settled_by_an_answer_or_three_weeks_of_silence(
    ago: int, then: tuple[str, ...], yes: list[bool]
) -> None:
    found = list(settled(states(asked("ana", ago, *then)), DAY))

    assert yes == [answer.yes for answer in found]
    assert [DAY - timedelta(days=ago)] * len(yes) == [answer.day for answer in found]


def test_an_ask_begins_when_it_is_made_and_not_when_it_is_planned() -> None:
    steps = (Step(DAY - timedelta(days=9), "planned"), Step(DAY - timedelta(days=4), "asked"),
             Step(DAY, "agreed"))  # fmt: skip
    (answer,) = settled(states(Ask("k", "ana", steps=steps)), DAY)

    assert DAY - timedelta(days=4) == answer.day


def named(introducer: str, person: str, ago: int, to: str = EGO) -> Referral:
    steps = (Step(DAY - timedelta(days=ago), "named"),)
    return Referral(f"{introducer}{person}", introducer, person, to, steps=steps)


def test_names_are_found_by_who_passed_them_on_to_ego() -> None:
    one, two = named("ana", "ben", 3), named("ana", "cy", 2)
    others = named("ana", "di", 3, to="ben"), named("ana", "eve", -1)

    assert {"ana": [one, two]} == introductions([one, *others, two], EGO, DAY)


def features() -> NetworkFeatures:
    G: TieGraph = nx.DiGraph(ego=EGO)
    firms = {"ana": "Acme", "ben": "Acme", "cy": "Blue"}
    G.add_node(EGO, kind="person", traits={}, past={})
    for i, firm in firms.items():
        G.add_node(i, kind="person", traits={"company": frozenset({firm})}, past={})
    return features_of(G)


def read(*asks: Ask, names: tuple[Referral, ...] = (), goal: str = "g",
         likeness: tuple[float, float, float] = (0.0, 0.0, 0.0)) -> Past:  # fmt: skip
    return past(features(), states(*asks), introductions(names, EGO, DAY), np.array(likeness),
                goal=goal, as_of=DAY)  # fmt: skip


def test_answers_are_counted_by_person_whatever_the_goal() -> None:
    found = read(
        asked("ana", 90, "done"), asked("ana", 80, "done", goal="other"),
        asked("ben", 70, "declined"), asked("cy", 2), asked("zoe", 60, "done"),
    )  # fmt: skip

    assert ([2, 0, 0], [0, 1, 0]) == (found.yes.tolist(), found.no.tolist())


def test_asks_and_yeses_for_this_goal_or_for_none_count_for_it() -> None:
    found = read(
        asked("ana", 90, "done"), asked("ana", 80, "done", goal="other"),
        asked("ben", 70, "done", goal=""), asked("cy", 2),
        Ask("p", "ben", goal="g", steps=(Step(DAY, "planned"),)),
    )  # fmt: skip

    assert ([1, 1, 1], [1, 1, 0]) == (found.asked.tolist(), found.helped.tolist())


def test_a_yes_is_fruitless_as_far_as_nobody_it_led_to_fits() -> None:
    # the talk itself was with ana, who fits by 0.25; her circle bears what is missing
    assert [0.75, 0] == read(asked("ana", 90, "done"), likeness=(0.25, 0, 0)).miss.tolist()
    # an introduction led to nobody, or to cy, who fits by 0.5
    wish = asked("ana", 90, "done", want="introduction")
    assert [1, 0] == read(wish, likeness=(0.25, 0, 0.5)).miss.tolist()
    led = (named("ana", "cy", 80),)
    assert [0.5, 0] == read(wish, names=led, likeness=(0.25, 0, 0.5)).miss.tolist()
    assert [0, 0] == read(asked("ana", 90, "declined")).miss.tolist()


@pytest.mark.parametrize(("ago", "miss"), [(90, 0), (51, 0), (50, 1), (91, 1)])
def test_a_name_counts_for_the_ask_before_it(ago: int, miss: float) -> None:
    asks = asked("ana", 90, "done", want="introduction"), asked("ana", 50, "declined")
    found = read(*asks, names=(named("ana", "cy", ago),), likeness=(0, 0, 1.0))

    assert [miss, 0] == found.miss.tolist()


def test_whoever_was_named_to_ego_is_marked() -> None:
    assert [False, False, True] == read(names=(named("ana", "cy", 3),)).met.tolist()
