"""strength: a half-life is a half-life, and nobody gets closer by writing alone."""

from __future__ import annotations

import math
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgraph.graph.strength import NOTHING, contact, exchanges, tie_strength, worths_of
from netgraph.graph.strength import given as given_value
from netgraph.model.parameters import Parameters
from netgraph.model.records import EGO, Event, EventKind
from tests.strategies import TODAY, events, past_days

NOW = worths_of(TODAY, Parameters())


def event(
    kind: EventKind, giver: str, taker: str, days_ago: int | None = 0, count: int = 1
) -> Event:
    day = None if days_ago is None else TODAY - timedelta(days=days_ago)
    return Event(f"{kind}{giver}{taker}{days_ago}", kind, day, giver, taker, count=count)


def between(*happened: Event, model: Parameters | None = None) -> tuple[float, float, float]:
    """Contact of ana and ego, what ego gave, what ana gave."""
    done = exchanges(happened, worths=worths_of(TODAY, model or Parameters()))
    there, back = done.get((EGO, "ana"), NOTHING), done.get(("ana", EGO), NOTHING)
    return contact(there, back), given_value(there, back), given_value(back, there)


def test_a_talk_given_counts_half_after_180_days() -> None:
    assert (0.5, 0.0, 0.5) == between(event(EventKind.INTERVIEW, "ana", EGO, 180))


def test_a_message_counts_half_after_60_days() -> None:
    assert (0.05, 0.0, 0.05) == between(event(EventKind.MESSAGE, "ana", EGO, 60))


def test_messages_nobody_answered_count_for_nothing() -> None:
    assert (0.0, 0.0, 0.0) == between(event(EventKind.MESSAGE, EGO, "ana", count=50))


def test_messages_count_as_far_as_something_came_back() -> None:
    wrote = event(EventKind.MESSAGE, EGO, "ana", count=50)
    answered = event(EventKind.MESSAGE, "ana", EGO, count=2)

    assert pytest.approx((0.4, 0.2, 0.2)) == between(wrote, answered)


def test_an_article_sent_is_a_favour_and_makes_no_tie() -> None:
    assert (0.0, 0.5, 0.0) == between(event(EventKind.ARTICLE, EGO, "ana"))


def test_a_meeting_is_contact_and_nobody_s_favour() -> None:
    assert (1.0, 0.0, 0.0) == between(event(EventKind.MET, EGO, "ana"))


def test_an_introduction_given_is_a_favour_and_contact() -> None:
    assert (3.0, 3.0, 0.0) == between(event(EventKind.INTRODUCTION, EGO, "ana"))


def test_an_event_without_a_day_is_a_trace_without_value() -> None:
    done = exchanges([event(EventKind.TALKED, "ana", EGO, None)], worths=NOW)

    assert {EventKind.TALKED: (1, None)} == done["ana", EGO].traces
    assert 0.0 == done["ana", EGO].together


def test_a_trace_keeps_its_last_day_in_any_order() -> None:
    old, new = event(EventKind.MESSAGE, "ana", EGO, 90, 2), event(EventKind.MESSAGE, "ana", EGO, 3)
    undated = event(EventKind.MESSAGE, "ana", EGO, None)

    for order in ((old, undated, new), (new, old, undated), (undated, new, old)):
        traces = exchanges(order, worths=NOW)["ana", EGO].traces
        assert {EventKind.MESSAGE: (4, TODAY - timedelta(days=3))} == traces


def test_plans_notes_and_the_future_leave_no_trace() -> None:
    plan = event(EventKind.PLANNED, EGO, "ana")
    note = event(EventKind.NOTE, EGO, "ana")
    later = event(EventKind.TALKED, EGO, "ana", -1)

    assert {} == exchanges([plan, note, later], worths=NOW)


def test_the_event_s_own_value_beats_the_table() -> None:
    helped = Event("e", EventKind.HELPED, TODAY, "ana", EGO, value=4.0)

    assert (4.0, 0.0, 4.0) == between(helped)


def test_a_close_tie_fades_half_as_fast() -> None:
    talk = event(EventKind.INTERVIEW, "ana", EGO, 360)

    done = exchanges([talk], worths=NOW, slow=True)

    assert 0.5 == done["ana", EGO].favours


def test_what_a_friend_wrote_unanswered_counts_for_nothing_either() -> None:
    wrote = Event("e", EventKind.MESSAGE, TODAY, "ana", "ben", source="hers")

    done = exchanges([wrote], worths=NOW, owners={"hers": "ana"})

    assert 0.0 == contact(done["ana", "ben"], NOTHING)


def test_strength_is_one_less_one_over_e_at_tau() -> None:
    assert pytest.approx(1 - 1 / math.e) == tie_strength(4.0)


def test_stated_closeness_orders_ties_without_a_trace() -> None:
    strengths = [tie_strength(0.0, closeness=c) for c in ("", "barely", "warm", "close")]

    assert sorted(strengths) == strengths
    assert 0.0 == strengths[0]


@given(st.floats(0, 1e9), st.sampled_from(["", "barely", "warm", "close"]))
def test_strength_is_at_least_0_and_below_1(value: float, closeness: str) -> None:
    assert 0 <= tie_strength(value, closeness=closeness) < 1


@given(st.lists(events(), max_size=8), events(past_days))
def test_one_more_favour_from_them_never_weakens_a_tie(log: list[Event], more: Event) -> None:
    before, after = (exchanges(e, worths=NOW) for e in (log, [*log, more]))
    pair = (more.giver, more.taker)

    there, back = before.get(pair, NOTHING), before.get((pair[1], pair[0]), NOTHING)
    there_after, back_after = after.get(pair, NOTHING), after.get((pair[1], pair[0]), NOTHING)

    assert contact(there, back) <= contact(there_after, back_after)
    assert given_value(there, back) <= given_value(there_after, back_after)


@given(st.lists(events(), max_size=8), st.integers(1, 500))
def test_what_happens_later_changes_nothing(log: list[Event], days: int) -> None:
    later = Event("x", EventKind.TALKED, TODAY + timedelta(days=days), EGO, "p1")

    assert exchanges(log, worths=NOW) == exchanges([*log, later], worths=NOW)


@given(st.lists(events(past_days), max_size=8), st.integers(1, 400))
def test_everything_fades(log: list[Event], days: int) -> None:
    dated = [e for e in log if e.day]
    now: dict[tuple[str, str], float] = {
        p: x.favours for p, x in exchanges(dated, worths=NOW).items()
    }
    later = exchanges(dated, worths=worths_of(TODAY + timedelta(days=days), Parameters()))

    assert all(later[p].favours <= value for p, value in now.items())


def test_half_lives_come_from_the_model() -> None:
    talk = event(EventKind.INTERVIEW, "ana", EGO, 10)

    assert (0.5, 0.0, 0.5) == between(talk, model=Parameters(half_life=10))


def test_the_day_of_the_event_counts_in_full() -> None:
    done = exchanges(
        [Event("e", EventKind.ADVICE, date(2026, 5, 1), "ana", EGO)],
        worths=worths_of(date(2026, 5, 1), Parameters()),
    )

    assert 1.0 == done["ana", EGO].favours
