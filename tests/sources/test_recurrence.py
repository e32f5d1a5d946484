"""The days of a meeting that repeats."""

from __future__ import annotations

from datetime import date

import icalendar
import pytest

from netgraph.sources.recurrence import MOST_TIMES, day_of, days_of

START = date(2026, 4, 1)
AS_OF = date(2026, 5, 1)


def days(*lines: str, as_of: date = AS_OF) -> tuple[list[str], bool]:
    text = ["BEGIN:VEVENT", "DTSTART;VALUE=DATE:20260401", *lines, "END:VEVENT", ""]
    event = icalendar.Event.from_ical("\r\n".join(text))
    found, cut = days_of(event, START, as_of)
    return [str(day) for day in found], cut


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("FREQ=MONTHLY", ["2026-04-01", "2026-05-01"]),
        ("FREQ=WEEKLY;INTERVAL=2", ["2026-04-01", "2026-04-15", "2026-04-29"]),
        ("FREQ=WEEKLY;BYDAY=MO,WE;COUNT=3", ["2026-04-01", "2026-04-06", "2026-04-08"]),
        ("FREQ=MONTHLY;BYDAY=1WE", ["2026-04-01"]),
        ("FREQ=DAILY;COUNT=2", ["2026-04-01", "2026-04-02"]),
        ("FREQ=WEEKLY;UNTIL=20260408", ["2026-04-01", "2026-04-08"]),
        ("FREQ=WEEKLY;UNTIL=20260407T235959Z", ["2026-04-01"]),
        ("FREQ=YEARLY", ["2026-04-01"]),
    ],
)
def test_a_plain_rule_gives_its_days(rule: str, expected: list[str]) -> None:
    assert (expected, False) == days(f"RRULE:{rule}")


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=SECONDLY",
        "FREQ=DAILY;BYMONTHDAY=30;BYMONTH=2",
        "FREQ=WEEKLY;INTERVAL=0",
        "FREQ=MONTHLY;BYDAY=9MO",
        "FREQ=WEEKLY;UNTIL=soon",
        "COUNT=3",
        "nonsense",
    ],
)
def test_of_any_other_rule_the_first_day_counts(rule: str) -> None:
    assert (["2026-04-01"], True) == days(f"RRULE:{rule}")


def test_days_that_were_taken_out_do_not_count() -> None:
    assert (["2026-04-01", "2026-04-03"], False) == days(
        "RRULE:FREQ=DAILY;COUNT=3", "EXDATE;VALUE=DATE:20260402"
    )


def test_a_broken_exception_takes_nothing_out() -> None:
    assert (["2026-04-01", "2026-04-02"], False) == days("RRULE:FREQ=DAILY;COUNT=2", "EXDATE:x")


def test_a_series_that_has_yet_to_begin_has_its_first_day() -> None:
    assert (["2026-04-01"], False) == days("RRULE:FREQ=DAILY", as_of=date(2026, 3, 1))


def test_a_series_without_an_end_is_counted_so_often_and_no_more() -> None:
    found, _ = days("RRULE:FREQ=DAILY", as_of=date(2036, 1, 1))

    assert MOST_TIMES == len(found)


def test_what_is_no_date_is_none() -> None:
    assert day_of(None) is None
