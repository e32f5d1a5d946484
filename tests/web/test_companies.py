"""Employers, and two that are one."""

from __future__ import annotations

from pathlib import Path

from netgraph.model.records import (
    Organisation,
)
from netgraph.store import Store
from tests.web.user import NOW, User, ledger_of


def test_two_employers_are_said_to_be_one(stocked: User, path: Path) -> None:
    with Store.open(path) as store, store.change("firms", at=NOW) as change:
        change.put([Organisation("o1", "Acme"), Organisation("o2", "Acme Labs")])
    assert "The same employer as another" in stocked.get("/employers/Acme").text
    said = {"field-employers": "yes", "back": "/employers/Acme"}
    told = stocked.send("/do", verb="merge", who=["Acme", "Acme Labs"], **said)
    assert "Written down: one employer, Acme and Acme Labs." in told.text
    assert 1 == len(ledger_of(path).organisations)
