"""Who may know somebody where, asked and kept."""

from __future__ import annotations

from pathlib import Path

from netgraph.model.records import (
    EGO,
    Goal,
    Person,
    Tie,
)
from netgraph.store import Store
from tests.web.user import NOW, User, ledger_of


def test_who_may_open_a_door_is_asked_and_kept(user: User, path: Path) -> None:
    known = [Person("ana", "Ana Silva"), Person("ben", "Ben Ode")]
    with Store.open(path) as store, store.change("people", at=NOW) as change:
        change.put([*known, Tie("t1", EGO, "ana"), Tie("t2", EGO, "ben")])
        change.put([Goal("g1", "nurse", companies=("Watershed",))])
    shown = user.get("/doors").text
    assert ("know somebody at" in shown, "Ana Silva" in shown) == (True, True)
    assert "Ana Silva" not in user.get("/doors?later=ana+Watershed").text
    user.send("/do", verb="tie", who="ana", back="/doors", **{"field-knows_at": "Watershed"})
    assert [("ana", "may_know_at")] == [(s.subject, s.field) for s in ledger_of(path).statements]
    assert "Ana Silva" not in user.get("/doors").text.partition("<h1>")[2]


def test_why_nothing_is_asked_is_said(stocked: User) -> None:
    assert "Your goals name no employer: no questions." in stocked.get("/doors").text
