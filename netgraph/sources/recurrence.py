"""The days of a meeting, of one that repeats as well."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from itertools import islice, takewhile
from typing import Any, Final

MOST_TIMES: Final = 600
"""Meetings of one series that are counted."""

# Rules that always come to a next day: others can keep dateutil counting to the year 9999.
_SURE_PARTS = frozenset({"FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYDAY"})
_SURE_DAY = re.compile(r"([+-]?[1-4])?(MO|TU|WE|TH|FR|SA|SU)")


def as_list(value: Any) -> list[Any]:
    """Return what icalendar has once or several times as a list."""
    return value if isinstance(value, list) else [value]


def day_of(value: Any) -> date | None:
    """Return the day of a date or a time, in the zone in which it was written."""
    try:
        when = getattr(as_list(value)[0], "dt", None)
    except ValueError:  # icalendar's word for a value that is not what it should be
        return None
    if isinstance(when, datetime):
        return when.date()
    return when if isinstance(when, date) else None


def days_of(event: Any, start: date, as_of: date) -> tuple[tuple[date, ...], bool]:
    """Return the days of a meeting up to today; of a rule too odd only the first, and say so."""
    from dateutil.rrule import rrulestr  # noqa: PLC0415 - heavy

    if "RRULE" not in event:
        return (start,), False
    rule = as_list(event["RRULE"])[0]
    if not _is_sure(rule) or len(as_list(event["RRULE"])) > 1:
        return (start,), True
    parts = {name: values for name, values in rule.items() if name != "UNTIL"}
    text = ";".join(f"{name}={','.join(map(str, values))}" for name, values in parts.items())
    try:
        until = min([as_of, *map(_plain_day, rule.get("UNTIL", []))])
        times = rrulestr(text, dtstart=datetime.combine(start, time()))
        days = (when.date() for when in islice(times, MOST_TIMES))
        found = tuple(takewhile(lambda day: day <= until, days))
    except (ValueError, TypeError, OverflowError):
        return (start,), True
    gone = {_plain_day(d.dt) for dates in as_list(event.get("EXDATE", [])) for d in _dates(dates)}
    return tuple(day for day in found or (start,) if day not in gone), False


def _plain_day(when: date | datetime) -> date:
    """Return the day of a day or a time."""
    return when.date() if isinstance(when, datetime) else when


def _dates(value: Any) -> list[Any]:
    """Return the dates in a list of icalendar's."""
    try:
        return [d for d in getattr(value, "dts", []) if isinstance(d.dt, date)]
    except ValueError:
        return []


def _is_sure(rule: Any) -> bool:
    """Whether a rule is plain enough to always have a next day."""
    if not isinstance(rule, dict):
        return False
    intervals = rule.get("INTERVAL", [1])
    return (
        _SURE_PARTS.issuperset(rule)
        and rule.get("FREQ", [""])[0] in ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
        and all(_SURE_DAY.fullmatch(str(day)) for day in rule.get("BYDAY", []))
        and all(isinstance(n, int) and 1 <= n <= 1000 for n in intervals)
    )
