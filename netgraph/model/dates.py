"""Days as people say them, and days on which people work.

A day in words is read as of a date that is passed in. What could mean two days is refused, so
that no date is ever guessed.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from netgraph.model.errors import InvalidInput

if TYPE_CHECKING:
    from collections.abc import Mapping

YEARS: Final = range(1000, 2200)
"""Years in which anything can be said to happen."""

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_NUMBERS = re.compile(r"(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})")
_NEXT = re.compile(
    r"(?:on |by |until |before )?(this|next) (mon|tues|wednes|thurs|fri|satur|sun)day"
)
_OVER = re.compile(r"last |yesterday|.* ago$")
_WEEK = ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun")
_BARE = re.compile(r"[\d\s.:,/-]*")
_MONTH = re.compile(r"\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b")
_WEEKDAY = r"(mon|tues|wednes|thurs|fri|satur|sun)day"
_HELP = "write YYYY-MM-DD, or words such as yesterday, last friday, 3 days ago, in 2 weeks, 5 march"


def spoken_date(text: str, *, as_of: date, ahead: bool = False) -> date:
    """Return the day that ``text`` means as of a date.

    ISO dates stand for themselves. A weekday or a day of a month without a year is the last one
    up to ``as_of``, or with ``ahead`` the next one after it; a month alone is its first day.
    ``25.8.2026`` is a day, since 25 is no month, and so is ``1.2.2026``: with dots the day comes
    first. "Next friday" said on a Wednesday means this week's to some and next week's to others.

    Parameters
    ----------
    text
        ``2026-05-01``, or English words.
    as_of
        The day on which they are said.
    ahead
        Whether a day yet to come is meant, as in "by friday".

    Raises
    ------
    ValueError
        If the words name no day, or, like ``01/02/2026``, two, or with ``ahead`` one that is over;
        the message says what to write.

    Examples
    --------
    >>> wednesday = date(2026, 5, 6)
    >>> spoken_date("friday", as_of=wednesday).isoformat()
    '2026-05-01'
    >>> spoken_date("friday", as_of=wednesday, ahead=True).isoformat()
    '2026-05-08'
    >>> spoken_date("in 2 weeks", as_of=wednesday).isoformat()
    '2026-05-20'
    """
    found = _meant(text, as_of, ahead)
    if found.year not in YEARS:
        raise ValueError(f"{found} is too far away: {_HELP}")
    return found


def _meant(text: str, as_of: date, ahead: bool) -> date:
    """Return the day that a text means, whatever the year."""
    words = " ".join(text.lower().split())
    if _ISO.fullmatch(words):
        return _iso(words)
    if words in ("today", "now"):
        return as_of
    if ahead and _OVER.match(words):
        raise ValueError(f"{text!r} is over, and a day to come is meant: {_HELP}")
    if found := _NEXT.fullmatch(words):
        return _coming(text, *found.groups(), as_of=as_of)
    if numbers := _NUMBERS.fullmatch(words):
        return _numbered(text, *numbers.groups())
    if _BARE.fullmatch(words):
        raise ValueError(f"{text!r} could be more than one day: {_HELP}")
    day = _parsed(re.sub(rf"^(?:on|by|until|before) (?={_WEEKDAY})", "", words), as_of, ahead)
    if day is None:
        raise ValueError(f"{text!r} is no day that netgraph knows: {_HELP}")
    return day


def _coming(text: str, which: str, name: str, *, as_of: date) -> date:
    """Return the day that "this friday" or "next friday" means."""
    away = _WEEK.index(name) - as_of.weekday()
    if which == "this":
        return as_of + timedelta(days=away)
    if away > 0:
        first = as_of + timedelta(days=away)
        raise ValueError(f"{text!r} could be {first} or {first + timedelta(days=7)}: write which")
    return as_of + timedelta(days=away + 7)


def _numbered(text: str, first: str, mark: str, second: str, third: str) -> date:
    """Return the day of three numbers, if they can mean only one."""
    a, b, c = int(first), int(second), int(third)
    if len(first) == 4:
        orders = [(a, b, c)]
    elif len(third) == 4:
        orders = [(c, b, a)] if mark == "." else [(c, b, a), (c, a, b)]
    else:
        orders = []
    days = {day for order in orders if (day := _day(*order))}
    if len(days) == 1:
        return days.pop()
    what = "is no day" if orders and not days else "could be more than one day"
    raise ValueError(f"{text!r} {what}: {_HELP}")


def _day(year: int, month: int, day: int) -> date | None:
    """Return the day, None if there is none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _iso(words: str) -> date:
    """Read an ISO date, saying which days there are if this one does not exist."""
    try:
        return date.fromisoformat(words)
    except ValueError:
        raise ValueError(f"there is no day {words}: {_HELP}") from None


def _parsed(words: str, as_of: date, ahead: bool) -> date | None:
    """Let dateparser read the words."""
    import dateparser  # noqa: PLC0415 - takes 0.2 s, and most dates are ISO

    settings = {
        "RELATIVE_BASE": datetime.combine(as_of, time()),
        "PREFER_DATES_FROM": "future" if ahead else "past",
        "PREFER_DAY_OF_MONTH": "first",
        "PARSERS": ["relative-time", "absolute-time"],
    }
    found = dateparser.parse(words, languages=["en"], settings=settings)
    return found.date() if found and _is_that_day(words, found.date()) else None


def _is_that_day(words: str, day: date) -> bool:
    """Return whether a number beside a month is the day of it: "31 june" is no day of June."""
    numbers = re.findall(r"(?<![\d:])\d{1,2}(?![\d:])", words)
    return not _MONTH.search(words) or all(int(number) == day.day for number in numbers)


@lru_cache(maxsize=64)
def _holidays(country: str, year: int) -> Mapping[date, str]:
    """Return the public holidays of a country in a year."""
    import holidays  # noqa: PLC0415 - only countries with a name need it

    try:
        found: Mapping[date, str] = holidays.country_holidays(country, years=year)
    except NotImplementedError:
        raise InvalidInput(
            f"no holidays are known for {country!r}: give two letters, such as DE, GB or US"
        ) from None
    return found


def is_business_day(day: date, *, country: str = "") -> bool:
    """Return whether people work that day: Monday to Friday and no holiday of the country.

    Without a country only week-ends are free. The holidays come from the ``holidays`` package.

    Raises
    ------
    InvalidInput
        If the package does not know the country's two-letter code (ISO 3166-1).

    Examples
    --------
    >>> first_of_may = date(2026, 5, 1)
    >>> is_business_day(first_of_may, country="US"), is_business_day(first_of_may, country="DE")
    (True, False)
    """
    if day.weekday() >= 5:
        return False
    return not country or day not in _holidays(country.upper(), day.year)


def business_days_after(day: date, n: int, *, country: str = "") -> date:
    """Return the ``n``-th business day after ``day``, which itself does not count.

    Parameters
    ----------
    day
        Any day, free or not.
    n
        How many business days, 0 or more; with 0 it is ``day`` itself.
    country
        Two letters, for the holidays; none are known without it.

    Examples
    --------
    >>> business_days_after(date(2026, 4, 30), 1, country="DE").isoformat()  # 1 May is a Friday
    '2026-05-04'
    """
    if n < 0:
        raise InvalidInput(f"{n} business days: give 0 or more")
    while n:
        day += timedelta(days=1)
        n -= is_business_day(day, country=country)
    return day
