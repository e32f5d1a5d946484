"""Days are said as people say them."""

from __future__ import annotations

from datetime import date

import pytest

from netgraph.web.words import spoken_day


@pytest.mark.parametrize(
    ("day", "today", "words"),
    [
        (date(2026, 5, 1), date(2026, 12, 31), "1 May"),
        (date(2026, 12, 1), date(2026, 12, 31), "Tue 1 December"),
        (date(2026, 12, 29), date(2026, 12, 31), "last Tuesday"),
        (date(2026, 12, 30), date(2026, 12, 31), "yesterday"),
        (date(2026, 12, 31), date(2026, 12, 31), "today"),
        (date(2027, 1, 1), date(2026, 12, 31), "tomorrow"),
        (date(2027, 1, 3), date(2026, 12, 31), "on Sunday"),
        (date(2025, 12, 1), date(2026, 1, 1), "Mon 1 December 2025"),
        (date(2026, 5, 1), None, "Fri 1 May 2026"),
    ],
)
def test_the_year_is_said_if_it_is_another(day: date, today: date | None, words: str) -> None:
    assert words == spoken_day(day, today)
