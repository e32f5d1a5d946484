"""The search in numbers, each with a word."""

from __future__ import annotations

from tests.web.user import User


def test_asks_become_numbers_with_where_they_may_lie(stocked: User) -> None:
    assert "Here you see how asks become talks" in stocked.get("/numbers").text
    stocked.send("/do", verb="ask", who="ana", **{"field-outcome": "agreed"})
    shown = stocked.get("/numbers").text
    assert "From asks to talks to names" in shown
    assert "1 of 1" in shown
    assert 'class="reach"' in shown
