"""What all talks taught, and what would fill the page while there was none."""

from __future__ import annotations

from tests.web.user import User


def test_the_page_teaches_until_there_is_a_talk(stocked: User) -> None:
    assert "Open a person" in stocked.get("/learned").text
    said = {"note": "#pay is low", "day": "2026-05-01", "right": "yes", "back": "/"}
    stocked.send("/people/ana/debrief", **said)
    shown = stocked.get("/learned").text
    assert ("1 talk written down" in shown, "pay" in shown) == (True, True)
    assert "Open a person" not in shown
