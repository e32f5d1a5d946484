"""How statuses, numbers and days are put into words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

SPOKEN: Final[Mapping[str, str]] = {
    "declined": "not this time",
    "silent": "no answer, and that is fine",
    "agreed": "said yes",
    "done": "it took place",
    "closed": "closed",
}


def spoken(status: str) -> str:
    """Return a status in kind words; one that is plain stays as it is.

    >>> spoken("declined"), spoken("introduced")
    ('not this time', 'introduced')
    """
    return SPOKEN.get(status, status)


def count(number: int, one: str, many: str = "") -> str:
    """Say how many.

    >>> count(1, "row"), count(2000, "person", "people")
    ('1 row', '2,000 people')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def by_day(day: date) -> str:
    """Say a day as people do.

    >>> by_day(date(2026, 8, 12))
    '12 August 2026'
    """
    return f"{day.day} {day:%B} {day.year}"
