"""When a meeting that repeats takes place: the rules of RFC 5545, 3.3.10.

dateutil and what is built on it count on to the year 9999 when a rule never comes true ("the 30th
of February"), and for ever when it comes true every second. Here every step is paid for, so that
a file with ten thousand such rules is read as fast as any other. Tests hold the two together.
"""

from __future__ import annotations

import re
from calendar import isleap, monthrange
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import cached_property
from itertools import product
from typing import Final

MOST_TIMES: Final = 600
"""Meetings of one series that are counted."""
MOST_STEPS: Final = 20_000
"""Days or times of one series that are looked at."""
MOST_MISSES: Final = 5_000_000
"""Days of all series of an import that are looked at."""

LONGEST: Final = 100_000
"""Periods between two meetings, at most."""

FREQUENCIES: Final = ("YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY", "MINUTELY", "SECONDLY")
_DAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_DAY = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)")
_NUMBERS: Final = {
    "BYMONTH": (1, 12),
    "BYMONTHDAY": (-31, 31),
    "BYYEARDAY": (-366, 366),
    "BYWEEKNO": (-53, 53),
    "BYSETPOS": (-366, 366),
    "BYHOUR": (0, 23),
    "BYMINUTE": (0, 59),
    "BYSECOND": (0, 60),
}
_OTHERS: Final = frozenset({"FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYDAY"})
_GREGORIAN: Final = "GREGORIAN"
_OMIT: Final = "OMIT"
_STEPS: Final = {"HOURLY": 3600, "MINUTELY": 60, "SECONDLY": 1}


class OtherCalendar(ValueError):
    """A series is counted in another calendar than that of the world's offices (RFC 7529)."""


class Cut(Exception):
    """A series has more, or takes longer, than is read of one."""


@dataclass(slots=True)
class Patience:
    """How many more days are looked at, in all series together."""

    left: int = MOST_MISSES

    def spend(self) -> None:
        """Look at one more day.

        Raises
        ------
        Cut
            If enough have been looked at.
        """
        self.left -= 1
        if self.left < 0:
            raise Cut


@dataclass(frozen=True)
class Rule:
    """A rule of repetition. ``by`` has the numbers of each BY part, ``days`` those of BYDAY."""

    frequency: str
    interval: int = 1
    count: int = 0
    until: str = ""
    week_start: int = 0
    by: Mapping[str, frozenset[int]] = field(default_factory=dict)
    days: frozenset[tuple[int, int]] = frozenset()

    @classmethod
    def parse(cls, text: str) -> Rule:
        """Read a rule.

        >>> Rule.parse("FREQ=MONTHLY;BYDAY=-1FR;COUNT=3").days
        frozenset({(-1, 4)})

        Raises
        ------
        ValueError
            If it is none, or has parts that the standard does not know.
        OtherCalendar
            If its months are not Gregorian, or a day that is missing is moved (RFC 7529).
        """
        text = text.upper().strip().removeprefix("RRULE:")  # some programs write it twice
        parts = dict(part.partition("=")[::2] for part in text.split(";") if part)
        parts = {name.strip(): value.strip() for name, value in parts.items()}
        if (parts.pop("RSCALE", _GREGORIAN), parts.pop("SKIP", _OMIT)) != (_GREGORIAN, _OMIT):
            raise OtherCalendar(f"not in Gregorian months: {text[:80]}")
        frequency = parts.get("FREQ", "")
        interval, count = int(parts.get("INTERVAL", 1)), int(parts.get("COUNT", 0))
        unknown = parts.keys() - _OTHERS - _NUMBERS.keys()
        extra = {name for name in unknown if not name.startswith("X-")}
        if frequency not in FREQUENCIES or not 1 <= interval <= LONGEST or count < 0 or extra:
            raise ValueError(f"no rule of repetition: {text[:80]}")
        by = {name: _numbers(name, parts[name]) for name in _NUMBERS if parts.get(name)}
        days = frozenset(_weekday(day) for day in parts.get("BYDAY", "").split(",") if day.strip())
        start = _DAYS.index(parts.get("WKST", "MO"))
        return cls(frequency, interval, count, parts.get("UNTIL", ""), start, by, days)

    @cached_property
    def is_plain(self) -> bool:
        """Whether no part says on which days."""
        return not self.days and not {"BYMONTHDAY", "BYYEARDAY", "BYWEEKNO"} & self.by.keys()


def _numbers(name: str, text: str) -> frozenset[int]:
    """Return the numbers of one part of a rule."""
    least, most = _NUMBERS[name]
    numbers = frozenset(int(number) for number in text.split(","))
    if not all(least <= n <= most for n in numbers):
        raise ValueError(f"no such {name}: {text[:80]}")
    return numbers


def _weekday(text: str) -> tuple[int, int]:
    """Return which of a period (0 is every one) and which day of the week, Monday being 0."""
    found = _DAY.fullmatch(text.strip())
    if not found:
        raise ValueError(f"no day of a week: {text[:20]}")
    return int(found[1] or 0), _DAYS.index(found[2])


def moments(
    rule: Rule, start: datetime, until: datetime, patience: Patience | None = None
) -> Iterator[datetime]:
    """Yield the times of a series in order, from its start up to ``until``.

    >>> rule = Rule.parse("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1")
    >>> [str(t.date()) for t in moments(rule, datetime(2026, 1, 30), datetime(2026, 4, 1))]
    ['2026-01-30', '2026-02-27', '2026-03-31']

    Raises
    ------
    Cut
        If there are more than can be counted, or none for too long.
    """
    patience = patience or Patience()
    found = 0
    for times in _periods(rule, start, until, patience):
        for moment in _chosen(rule, times):
            if moment < start:
                continue
            found += 1
            if moment > until or 0 < rule.count < found:
                return
            yield moment


def _periods(
    rule: Rule, start: datetime, until: datetime, patience: Patience
) -> Iterator[list[datetime]]:
    """Yield the times in each year, month, week or day of a series; empty ones as well."""
    if rule.frequency in _STEPS:
        yield from _steps(rule, start, until, patience)
        return
    holds = _filter(rule, start.date())
    times = _times(rule, start)
    looked_at = 0
    for days in _days(rule, start.date(), until.date()):
        kept = []
        for day in days:
            patience.spend()
            looked_at += 1
            if holds(day):
                kept.append(day)
        yield [datetime.combine(day, at) for day in kept for at in times]
        if looked_at > MOST_STEPS:
            raise Cut


def _steps(
    rule: Rule, start: datetime, until: datetime, patience: Patience
) -> Iterator[list[datetime]]:
    """Yield the times of a series that repeats within a day."""
    holds = _filter(rule, start.date())
    step = timedelta(seconds=_STEPS[rule.frequency] * rule.interval)
    at = start
    for _ in range(MOST_STEPS):
        if at > until:
            return
        patience.spend()
        units = {"BYHOUR": at.hour, "BYMINUTE": at.minute, "BYSECOND": at.second}
        if holds(at.date()) and all(n in rule.by.get(name, {n}) for name, n in units.items()):
            yield [at]
        at += step
    raise Cut


def _days(rule: Rule, start: date, until: date) -> Iterator[Sequence[date]]:
    """Yield the days of each year, month, week or day of a series that may be meant."""
    one = timedelta(days=1)
    if rule.frequency == "YEARLY":
        for year in range(start.year, until.year + 1, rule.interval):
            yield _of_year(rule, year, start)
    elif rule.frequency == "MONTHLY":
        first = start.year * 12 + start.month - 1
        for month in range(first, until.year * 12 + until.month, rule.interval):
            yield _of_month(month // 12, month % 12 + 1)
    elif rule.frequency == "WEEKLY":
        day = start - one * ((start.weekday() - rule.week_start) % 7)
        while day <= until:
            yield [day + one * n for n in range(7)]
            day += one * 7 * rule.interval
    else:
        day = start
        while day <= until:
            yield [day]
            day += one * rule.interval


def _of_year(rule: Rule, year: int, start: date) -> list[date]:
    """Return the days of a year that may be meant."""
    months = rule.by.get("BYMONTH", {start.month} if rule.is_plain else range(1, 13))
    return [day for month in sorted(months) for day in _of_month(year, month)]


def _of_month(year: int, month: int) -> list[date]:
    """Return the days of a month."""
    return [date(year, month, day) for day in range(1, monthrange(year, month)[1] + 1)]


def _filter(rule: Rule, start: date) -> Callable[[date], bool]:
    """Return whether a day is one of those that a rule means, as far as its period goes."""
    by = dict(rule.by)
    days = rule.days
    if rule.frequency in ("YEARLY", "MONTHLY") and rule.is_plain:
        by["BYMONTHDAY"] = frozenset({start.day})
    only_week = rule.frequency == "YEARLY" and "BYWEEKNO" in by
    dated = {"BYMONTHDAY", "BYYEARDAY"} & by.keys()
    if not days and not dated and (rule.frequency == "WEEKLY" or only_week):
        days = frozenset({(0, start.weekday())})
    nth = rule.frequency in ("YEARLY", "MONTHLY") and not only_week
    in_month = rule.frequency == "MONTHLY" or "BYMONTH" in by
    start_of_week = rule.week_start

    def holds(day: date) -> bool:
        if "BYMONTH" in by and day.month not in by["BYMONTH"]:
            return False
        if "BYMONTHDAY" in by and not _either(*_in_month(day), by["BYMONTHDAY"]):
            return False
        if "BYYEARDAY" in by and not _either(*_in_year(day), by["BYYEARDAY"]):
            return False
        if "BYWEEKNO" in by and not _either(*_week(day, start_of_week), by["BYWEEKNO"]):
            return False
        return not days or any(
            weekday == day.weekday() and (not n or not nth or _is_nth(day, n, in_month))
            for n, weekday in days
        )

    return holds


def _either(number: int, of: int, wanted: frozenset[int]) -> bool:
    """Whether a number, counted from the beginning or the end, is wanted."""
    return number in wanted or number - of - 1 in wanted


def _in_month(day: date) -> tuple[int, int]:
    """Return the number of a day in its month, and how many days that has."""
    return day.day, monthrange(day.year, day.month)[1]


def _in_year(day: date) -> tuple[int, int]:
    """Return the number of a day in its year, and how many days that has."""
    return day.timetuple().tm_yday, 365 + isleap(day.year)


def _is_nth(day: date, n: int, in_month: bool) -> bool:
    """Whether a day is the n-th of its day of the week in its month or year."""
    number, of = _in_month(day) if in_month else _in_year(day)
    return (number - 1) // 7 == n - 1 if n > 0 else (of - number) // 7 == -n - 1


def _week(day: date, week_start: int) -> tuple[int, int]:
    """Return the number of a day's week, and how many weeks its year has."""
    middle = day - timedelta(days=(day.weekday() - week_start) % 7) + timedelta(days=3)
    last = date(middle.year, 12, 28)
    last_middle = last - timedelta(days=(last.weekday() - week_start) % 7) + timedelta(days=3)
    weeks = (last_middle.timetuple().tm_yday - 1) // 7 + 1
    return (middle.timetuple().tm_yday - 1) // 7 + 1, weeks


def _times(rule: Rule, start: datetime) -> list[time]:
    """Return the times of day at which a series of days takes place."""
    hours = rule.by.get("BYHOUR", {start.hour})
    minutes = rule.by.get("BYMINUTE", {start.minute})
    seconds = {min(s, 59) for s in rule.by.get("BYSECOND", {start.second})}
    units = product(sorted(hours), sorted(minutes), sorted(seconds))
    return [time(*hms) for hms in list(units)[:MOST_TIMES]]


def _chosen(rule: Rule, times: Sequence[datetime]) -> Sequence[datetime]:
    """Return those of a period's times that BYSETPOS means; all without it."""
    wanted = rule.by.get("BYSETPOS")
    if not wanted:
        return times
    return [t for n, t in enumerate(times, 1) if _either(n, len(times), wanted)]
