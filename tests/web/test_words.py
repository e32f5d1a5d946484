"""Days are said as people say them."""

from __future__ import annotations

from datetime import date

import pytest

from netgraph.web.words import spoken_day


@pytest.mark.parametrize(
    ("day", "today", "words"),
    [
        (date(2026, 5, 1), date(2026, 12, 31), "Fri 1 May"),
        (date(2025, 12, 31), date(2026, 1, 1), "Wed 31 Dec 2025"),
        (date(2026, 5, 1), None, "Fri 1 May 2026"),
    ],
)
def test_the_year_is_said_if_it_is_another(day: date, today: date | None, words: str) -> None:
    assert words == spoken_day(day, today)
