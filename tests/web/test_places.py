"""Places that were saved or applied for: who could refer there, and how far it came."""

from __future__ import annotations

from pathlib import Path

from tests.web.user import User, ledger_of


def test_a_place_is_written_down_with_who_could_refer_and_how_far_it_came(
    stocked: User, path: Path
) -> None:
    assert "Write down a place that you like" in stocked.get("/applications").text
    said = {"field-status": "saved", "field-due": "2026-05-20", "back": "/applications"}
    shown = stocked.send("/do", verb="apply", who=["Acme", "Nurse"], **said).text
    assert ("Ask by" in shown, "Ana Silva" in shown) == (True, True)

    stocked.send("/do", verb="apply", who=["Acme", "Nurse"], **{"field-status": "applied"})
    (place,) = ledger_of(path).applications
    assert ["saved", "applied"] == [step.status for step in place.steps]


def test_a_link_that_is_none_leads_nowhere(stocked: User) -> None:
    said = {"field-link": "javascript:alert(1)"}
    stocked.send("/do", verb="apply", who=["Acme", "Cook"], **said)
    assert 'href="javascript' not in stocked.get("/applications").text
