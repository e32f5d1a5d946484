"""Nobody is asked too often."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgraph.journal.limits import asked_in_quarter, is_in_quarter, ready_on, rests
from netgraph.model.records import Ask, Ledger, Statement, Step, Value
from tests.strategies import OTHERS, TODAY, asks

MAY_1 = date(2026, 5, 1)


def asked(*steps: str, person: str = "tom", introducer: str | None = None, i: str = "a1") -> Ask:
    """Return an ask whose steps are written as ``2026-05-01 asked``."""
    pairs = [step.split() for step in steps]
    days = tuple(Step(date.fromisoformat(day), status) for day, status in pairs)
    return Ask(i, person, introducer=introducer, steps=days)


def said(field: str, value: Value, day: date | None = None) -> Statement:
    return Statement(f"s-{field}", "tom", field, value, day)


def test_an_ask_leaves_the_load_after_a_quarter() -> None:
    book = Ledger(asks=(asked("2026-05-01 asked"),))

    assert {"tom": 1.0} == asked_in_quarter(book, as_of=MAY_1 + timedelta(days=90))
    assert {} == asked_in_quarter(book, as_of=MAY_1 + timedelta(days=91))


def test_a_plan_is_no_load() -> None:
    assert {} == asked_in_quarter(Ledger(asks=(asked("2026-05-01 planned"),)), as_of=MAY_1)


def test_a_yes_tells_of_the_ask_before_it() -> None:
    assert {"tom": 1.0} == asked_in_quarter(Ledger(asks=(asked("2026-05-01 agreed"),)), as_of=MAY_1)


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        (["2026-05-01 asked"], "2026-05-22"),  # 21 days
        (["2026-05-01 asked", "2026-05-03 done"], "2026-05-22"),
        (["2026-05-01 asked", "2026-05-03 declined"], "2026-06-14"),  # 42 from the no
        (["2026-05-01 asked", "2026-05-03 silent"], "2026-06-12"),  # 42 from the ask
        (["2026-05-01 asked", "2026-05-03 asked"], "2026-05-24"),  # 21 from the reminder
    ],
)
def test_the_rest_after_an_ask(steps: list[str], expected: str) -> None:
    until, _ = ready_on(Ledger(asks=(asked(*steps),)), "tom", date(2026, 5, 4))

    assert date.fromisoformat(expected) == until


def test_no_answer_in_21_days_is_silence() -> None:
    book = Ledger(asks=(asked("2026-05-01 asked"),))

    assert date(2026, 5, 22) == ready_on(book, "tom", date(2026, 5, 21))[0]
    assert date(2026, 6, 12) == ready_on(book, "tom", date(2026, 5, 22))[0]


def test_every_silence_in_a_row_doubles_the_rest_up_to_168_days() -> None:
    days = ("2025-01-01", "2025-03-01", "2025-07-01", "2026-02-01")
    silences = [asked(f"{d} asked", f"{d} silent", i=f"a{n}") for n, d in enumerate(days)]
    expected = [42, 84, 168, 168]

    for n, silence in enumerate(silences):
        start = silence.steps[0].day
        assert start
        until, _ = ready_on(Ledger(asks=tuple(silences[: n + 1])), "tom", start)
        assert start + timedelta(days=expected[n]) == until


def test_a_yes_ends_a_row_of_silences() -> None:
    book = Ledger(
        asks=(
            asked("2025-01-01 asked", "2025-01-30 silent", i="a1"),
            asked("2025-06-01 asked", "2025-06-03 done", i="a2"),
            asked("2026-05-01 asked", i="a3"),
        )
    )

    assert date(2026, 5, 22) == ready_on(book, "tom", MAY_1)[0]


def test_three_asks_a_quarter_are_enough() -> None:
    days = ("2026-01-01", "2026-01-25", "2026-02-20")
    steps = [asked(f"{d} asked", f"{d} done", i=f"a{n}") for n, d in enumerate(days)]

    until, why = ready_on(Ledger(asks=tuple(steps)), "tom", date(2026, 3, 20))

    assert date(2026, 4, 2) == until  # 1 January and 91 days
    assert "asked enough for now: enough is 3 a quarter" == why


def test_asks_in_somebodys_name_fill_their_quarter_by_halves() -> None:
    mine = [
        asked(f"2026-01-0{n} asked", person=f"p{n}", introducer="tom", i=f"a{n}") for n in (1, 2)
    ]
    book = Ledger(asks=tuple(mine), statements=(said("asks_per_quarter", 1.0),))

    assert date(2026, 4, 3) == ready_on(book, "tom", date(2026, 2, 1))[0]  # when both are out


@pytest.mark.parametrize(
    ("field", "value", "expected", "why"),
    [
        ("never_ask", True, None, "you noted not to ask them"),
        ("asks_per_quarter", 0.0, None, "you noted no asks"),
        ("not_before", date(2026, 6, 1), date(2026, 6, 1), "you noted not before 2026-06-01"),
        ("not_before", date(2026, 4, 1), MAY_1, ""),
        ("never_ask", None, MAY_1, ""),
    ],
)
def test_what_the_user_noted_holds(
    field: str, value: Value, expected: date | None, why: str
) -> None:
    book = Ledger(statements=(said(field, value),))

    assert (expected, why) == ready_on(book, "tom", MAY_1)


@given(st.lists(asks(), max_size=4), asks())
def test_one_more_ask_never_makes_anybody_ready_earlier(before: list[Ask], more: Ask) -> None:
    more = replace(more, steps=(Step(TODAY, "asked"),))
    then = rests(Ledger(asks=tuple(before)), as_of=TODAY)
    now = rests(Ledger(asks=(*before, more)), as_of=TODAY)

    for person in OTHERS:
        first, second = (r.get(person, (TODAY, ""))[0] for r in (then, now))
        assert first is not None
        assert second is not None
        assert first <= second


@given(st.lists(asks(), max_size=5))
def test_what_comes_later_changes_no_limit(all_: list[Ask]) -> None:
    known = tuple(
        replace(a, steps=tuple(s for s in a.steps if s.day is None or s.day <= TODAY)) for a in all_
    )

    assert rests(Ledger(asks=tuple(all_)), as_of=TODAY) == rests(Ledger(asks=known), as_of=TODAY)
    assert asked_in_quarter(Ledger(asks=tuple(all_)), as_of=TODAY) == asked_in_quarter(
        Ledger(asks=known), as_of=TODAY
    )


@given(st.lists(asks(), max_size=5))
def test_nobody_rests_for_more_than_the_longest_rest_or_a_quarter(all_: list[Ask]) -> None:
    for until, _ in rests(Ledger(asks=tuple(all_)), as_of=TODAY).values():
        assert until is not None
        assert TODAY < until <= TODAY + timedelta(days=168)


def test_the_quarter_is_91_days() -> None:
    day = date(2026, 5, 1)
    assert is_in_quarter(day, day)
    assert not is_in_quarter(day, day.replace(month=8))
