"""Promises kept: the chances that suggestions name, against what became of the asks."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import date, timedelta

import pytest

from netgraph.model.as_of import AsOf
from netgraph.model.intervals import share
from netgraph.model.records import EGO, Event, EventKind, Ledger, Person
from netgraph.suggestions.calibration import ENOUGH, Calibration, calibration_on
from tests.strategies import TODAY
from tests.suggestions.some_people import ANA, asked, book


def answers(yes: int, no: int) -> Ledger:
    """Asks of strangers, who are promised 30 %."""
    people = [Person(f"p{n}", f"P{n}") for n in range(yes + no)]
    asks = [
        asked(p.id, date(2025, 1, 1) + timedelta(days=n), "done" if n < yes else "declined")
        for n, p in enumerate(people)
    ]
    return book(*people, asks=tuple(asks))


def test_few_answers_move_nothing() -> None:
    kept = calibration_on(AsOf(answers(9, 0), TODAY))
    assert (0.0, 9) == (kept.shift, kept.came.cases)
    assert "from 10 on" in kept.words


def test_enough_answers_move_the_chances_half_way() -> None:
    kept = calibration_on(AsOf(answers(20, 0), TODAY))
    p = 1 / (1 + math.exp(0.85))
    pooled = (20 * p + 20) / 40
    assert p == pytest.approx(kept.promised)
    assert math.log(pooled / (1 - pooled)) - math.log(p / (1 - p)) == pytest.approx(kept.shift)
    assert "moved up" in kept.words


def test_reliability_is_counted_in_bins_with_intervals() -> None:
    kept = calibration_on(AsOf(answers(3, 7), TODAY))
    assert [(0.0, 0.35, 3, 10)] == [(b.low, b.high, b.came.hits, b.came.cases) for b in kept.bins]
    assert kept.bins[0].came.low < 0.3 < kept.bins[0].came.high
    p = 1 / (1 + math.exp(0.85))
    assert (3 * (1 - p) ** 2 + 7 * p**2) / 10 == pytest.approx(kept.brier)


def test_a_promise_rests_on_what_was_known_the_day_before() -> None:
    talk = Event("e", EventKind.INTERVIEW, date(2026, 4, 1), "ana", EGO)
    ledger = book(ANA, asks=(asked("ana", date(2026, 4, 1), "done"),), events=(talk,))
    assert 1 / (1 + math.exp(0.85)) == pytest.approx(calibration_on(AsOf(ledger, TODAY)).promised)


def test_ten_answers_are_enough() -> None:
    assert ENOUGH == 10
    assert calibration_on(AsOf(answers(9, 0), TODAY)).shift == 0
    assert calibration_on(AsOf(answers(10, 0), TODAY)).shift > 0
    down = calibration_on(AsOf(answers(0, 10), TODAY))
    assert down.shift < 0
    assert "moved down" in down.words


def test_a_rate_as_promised_moves_next_to_nothing() -> None:
    assert abs(calibration_on(AsOf(answers(6, 14), TODAY)).shift) < 0.01  # 30 % of 20


def test_without_answers_nothing_is_known() -> None:
    kept = calibration_on(AsOf(Ledger(), TODAY))

    assert Calibration((), 0.0, share(0, 0), None, 0.0) == kept


def test_an_ask_without_an_answer_yet_or_of_somebody_unknown_does_not_count() -> None:
    open_ask = asked("ana", TODAY - timedelta(days=20))
    silent = asked("ana", TODAY - timedelta(days=21))
    stranger = asked("nobody", date(2025, 1, 1), "done")

    assert [0, 1, 0] == [
        calibration_on(AsOf(book(ANA, asks=(ask,)), TODAY)).came.cases
        for ask in (open_ask, silent, stranger)
    ]


def test_chances_fall_into_the_bin_that_begins_with_them() -> None:
    talks = tuple(
        Event(f"e{n}", EventKind.INTERVIEW, date(2025, 1, 1) - timedelta(days=n), "p0", EGO)
        for n in range(1, 9)
    )
    made = answers(2, 0)
    kept = calibration_on(AsOf(replace(made, events=talks), TODAY))

    assert [0.0, 0.65] == [b.low for b in kept.bins]
    assert all(b.low <= b.promised < b.high for b in kept.bins)
