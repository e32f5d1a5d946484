"""What pages say in words: days, and what was written down."""

from __future__ import annotations

from datetime import date


def spoken_day(day: date, today: date | None = None) -> str:
    """Return a day as people say it; the year only if it is another than today's.

    >>> spoken_day(date(2026, 5, 1), date(2026, 5, 4)), spoken_day(date(2025, 5, 1))
    ('Fri 1 May', 'Thu 1 May 2025')
    """
    year = "" if today and day.year == today.year else f" {day.year}"
    return f"{day:%a} {day.day} {day:%b}{year}"
