"""Give and take of two people, and the load on one: values by hand, and what holds of any."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgraph.graph.ties import tie_graph
from netgraph.measures.give_and_take import (
    balance,
    given_and_taken,
    load,
    loads_on,
    mutuality,
    reading,
    standings,
)
from netgraph.model.as_of import AsOf
from netgraph.model.parameters import Parameters
from netgraph.model.records import EGO, Ask, Event, EventKind, Ledger, Person, Step
from tests.strategies import TODAY

amounts = st.floats(0, 1e6)


def test_one_small_favour_hardly_swings_the_balance() -> None:
    assert pytest.approx(0.25 / 2.25) == balance(0.25, 0.0)


@given(amounts, amounts)
def test_balance_is_antisymmetric_and_within_one(given_: float, taken: float) -> None:
    assert balance(given_, taken) == -balance(taken, given_)
    assert -1 < balance(given_, taken) < 1


@given(amounts, amounts, st.floats(0, 100))
def test_giving_more_never_lowers_the_balance(given_: float, taken: float, more: float) -> None:
    assert balance(given_, taken) <= balance(given_ + more, taken) + 1e-12


@given(amounts, amounts)
def test_mutuality_is_symmetric_and_below_one(given_: float, taken: float) -> None:
    assert mutuality(given_, taken) == mutuality(taken, given_)
    assert 0 <= mutuality(given_, taken) < 1


@pytest.mark.parametrize(
    ("level", "words"),
    [
        (-0.31, "they have helped you more than you could return yet"),
        (-0.3, "about even"),
        (0.3, "about even"),
        (0.31, "you have been generous here"),
    ],
)
def test_a_balance_is_read_in_kind_words(level: float, words: str) -> None:
    assert words == reading(level)


def ask(*steps: Step, introducer: str | None = None) -> Ledger:
    return Ledger(asks=(Ask("a", "tom", introducer=introducer, steps=steps),))


def test_an_ask_weighs_half_after_30_days_and_half_as_much_on_the_introducer() -> None:
    month_ago = TODAY - timedelta(days=30)

    assert {"tom": 0.5, "ana": 0.25} == load(
        ask(Step(month_ago, "asked"), introducer="ana"), as_of=TODAY
    )


def test_a_reminder_is_one_more_ask() -> None:
    assert {"tom": 2.0} == load(ask(Step(TODAY, "asked"), Step(TODAY, "asked")), as_of=TODAY)


def test_a_yes_tells_that_there_was_an_ask() -> None:
    assert {"tom": 1.0} == load(ask(Step(TODAY, "agreed"), Step(TODAY, "done")), as_of=TODAY)


def test_plans_and_the_future_weigh_nothing() -> None:
    tomorrow = TODAY + timedelta(days=1)

    assert {} == load(ask(Step(TODAY, "planned"), Step(tomorrow, "asked")), as_of=TODAY)


def test_the_three_readings_stand_side_by_side() -> None:
    people = {i: Person(i, i) for i in (EGO, "ana", "ben")}
    events = (
        Event("1", EventKind.INTRODUCTION, TODAY, "ana", EGO),
        Event("2", EventKind.INTERVIEW, TODAY, EGO, "ana"),
        Event("3", EventKind.MET, None, EGO, "ben"),
    )
    G = tie_graph(Ledger(people, events=events), as_of=TODAY)

    found = standings(G, loads={"ana": 1.5})

    assert ["ana", "ben"] == list(found)
    assert (1.0, 3.0) == (found["ana"].given, found["ana"].taken)
    assert pytest.approx((-1 / 3, 1 / 3)) == (found["ana"].balance, found["ana"].mutuality)
    assert (1.5, G[EGO]["ana"]["strength"]) == (found["ana"].load, found["ana"].warmth)
    assert "nothing exchanged lately" == found["ben"].state


def test_kappa_comes_from_the_model() -> None:
    people = {i: Person(i, i) for i in (EGO, "ana")}
    talk = Event("1", EventKind.INTERVIEW, TODAY, "ana", EGO)
    G = tie_graph(Ledger(people, events=(talk,)), as_of=TODAY)

    assert -0.5 == standings(G, model=Parameters(kappa=1.0))["ana"].balance


def test_what_was_given_and_taken_between_two_days_is_not_faded() -> None:
    def event(i: str, kind: EventKind, days: int, giver: str, taker: str) -> Event:
        return Event(i, kind, TODAY - timedelta(days=days), giver, taker)

    book = Ledger(
        {i: Person(i, i.title()) for i in ("ana", "ben")},
        events=(
            event("e1", EventKind.INTERVIEW, 900, "ana", EGO),
            event("e2", EventKind.INTERVIEW, 400, "ben", EGO),
            event("e3", EventKind.INTERVIEW, 10, EGO, "ana"),
            event("e4", EventKind.INTERVIEW, 5, "ana", "ben"),
            event("e5", EventKind.INTRODUCTION, 5, "ana", "ben"),
        ),
    )
    view = AsOf(book, TODAY)

    def between(first: int, last: int) -> tuple[float, float]:
        days = timedelta(days=first), timedelta(days=last)
        return given_and_taken(view, TODAY - days[0], TODAY - days[1])

    assert pytest.approx((1.0, 2.0)) == between(1000, 0)  # what lasts for ever fades by 1e-9
    assert pytest.approx((0.0, 1.0)) == between(400, 400)
    assert between(400, 400) == between(500, 11)
    assert (1.0, 0.0) == between(10, 10)
    assert (0.0, 0.0) == between(9, 0) == between(399, 11)


def test_the_load_of_a_view_is_that_of_its_day() -> None:
    asked = Ask("a", "ana", introducer="ben", steps=(Step(TODAY, "asked"),))
    book = Ledger({i: Person(i, i.title()) for i in ("ana", "ben")}, asks=(asked,))

    assert {"ana": 1.0, "ben": 0.5} == loads_on(AsOf(book, TODAY))
    assert {} == loads_on(AsOf(book, TODAY - timedelta(days=1)))
