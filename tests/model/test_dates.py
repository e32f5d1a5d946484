"""Days in words, and business days."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgraph.model.dates import business_days_after, is_business_day, spoken_date
from netgraph.model.errors import InvalidInput

WEDNESDAY = date(2026, 5, 6)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("2024-02-29", "2024-02-29"),
        ("today", "2026-05-06"),
        ("Yesterday", "2026-05-05"),
        ("the day before yesterday", "2026-05-04"),
        ("last friday", "2026-05-01"),
        ("friday", "2026-05-01"),
        ("on friday", "2026-05-01"),
        ("3 days ago", "2026-05-03"),
        ("two weeks ago", "2026-04-22"),
        ("last week", "2026-04-29"),
        ("5 march", "2026-03-05"),
        ("March 5", "2026-03-05"),
        ("20 May", "2025-05-20"),
        ("march", "2026-03-01"),
        ("20 may 2025", "2025-05-20"),
        ("25.8.2025", "2025-08-25"),
        ("1.2.2026", "2026-02-01"),
        ("8/25/2025", "2025-08-25"),
        ("25/8/2025", "2025-08-25"),
        ("5/5/2026", "2026-05-05"),
        ("2026/4/3", "2026-04-03"),
        ("1853-04-29", "1853-04-29"),
    ],
)
def test_words_for_what_was(words: str, expected: str) -> None:
    assert date.fromisoformat(expected) == spoken_date(words, as_of=WEDNESDAY)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("tomorrow", "2026-05-07"),
        ("friday", "2026-05-08"),
        ("by friday", "2026-05-08"),
        ("this friday", "2026-05-08"),
        ("next tuesday", "2026-05-12"),
        ("in 2 weeks", "2026-05-20"),
        ("20 may", "2026-05-20"),
        ("june", "2026-06-01"),
        ("5 march", "2027-03-05"),
    ],
)
def test_words_for_what_will_be(words: str, expected: str) -> None:
    assert date.fromisoformat(expected) == spoken_date(words, as_of=WEDNESDAY, ahead=True)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "01/02/2026",
        "12",
        "31 june",
        "june 31",
        "20 may 25",
        "2026-02-30",
        "garbage",
        "20260506",
        "31.2.2026",
        "25.8.26",
        "😀",
        "a" * 500,
    ],
)
def test_what_is_no_day_or_two_is_refused_with_help(words: str) -> None:
    with pytest.raises(ValueError, match="write YYYY-MM-DD"):
        spoken_date(words, as_of=WEDNESDAY)


def test_next_friday_said_on_a_wednesday_is_asked_back() -> None:
    with pytest.raises(ValueError, match="2026-05-08 or 2026-05-15: write which"):
        spoken_date("next friday", as_of=WEDNESDAY, ahead=True)


@pytest.mark.parametrize("words", ["last friday", "yesterday", "3 days ago"])
def test_a_day_that_is_over_is_no_day_to_come(words: str) -> None:
    with pytest.raises(ValueError, match="is over"):
        spoken_date(words, as_of=WEDNESDAY, ahead=True)


@given(st.text(max_size=40) | st.from_regex(r"(in )?[0-9]{1,12} (day|week|month|year)s( ago)?"))
def test_any_text_is_a_day_or_is_refused(text: str) -> None:
    with suppress(ValueError):
        assert isinstance(spoken_date(text, as_of=WEDNESDAY), date)


@pytest.mark.parametrize("words", ["0999-12-31", "2200-01-01", "in 500 years"])
def test_a_day_out_of_reach_is_refused(words: str) -> None:
    with pytest.raises(ValueError, match="too far away"):
        spoken_date(words, as_of=WEDNESDAY)


@given(st.dates(date(1000, 1, 1), date(2199, 12, 31)), st.dates())
def test_an_iso_date_stands_for_itself(day: date, as_of: date) -> None:
    assert day == spoken_date(day.isoformat(), as_of=as_of)


@pytest.mark.parametrize(
    ("day", "n", "country", "expected"),
    [
        ("2026-05-01", 0, "DE", "2026-05-01"),
        ("2026-05-02", 1, "", "2026-05-04"),  # from a Saturday to Monday
        ("2026-05-02", 1, "GB", "2026-05-05"),  # the Monday is a bank holiday
        ("2025-12-23", 3, "DE", "2025-12-30"),  # 24, 29, 30
        ("2025-12-23", 3, "US", "2025-12-29"),  # 24, 26, 29
        ("2026-07-02", 1, "us", "2026-07-06"),  # the 4th is a Saturday, kept on Friday the 3rd
    ],
)
def test_business_days(day: str, n: int, country: str, expected: str) -> None:
    found = business_days_after(date.fromisoformat(day), n, country=country)

    assert date.fromisoformat(expected) == found


@given(st.dates(date(2000, 1, 1), date(2040, 1, 1)), st.integers(1, 30))
def test_so_many_business_days_lie_between(day: date, n: int) -> None:
    end = business_days_after(day, n)
    between = [day + timedelta(days=i) for i in range(1, (end - day).days + 1)]

    assert n == sum(is_business_day(d) for d in between)


def test_a_country_without_known_holidays_is_refused() -> None:
    with pytest.raises(InvalidInput, match="two letters"):
        is_business_day(WEDNESDAY, country="Atlantis")


def test_a_negative_number_of_days_is_refused() -> None:
    with pytest.raises(InvalidInput):
        business_days_after(WEDNESDAY, -1)


def test_the_next_of_a_day_that_is_still_to_come_this_week_is_asked_about() -> None:
    with pytest.raises(ValueError, match="could be 2026-05-07 or 2026-05-14: write which"):
        spoken_date("next thursday", as_of=WEDNESDAY, ahead=True)  # tomorrow
    assert date(2026, 5, 13) == spoken_date("next wednesday", as_of=WEDNESDAY, ahead=True)
