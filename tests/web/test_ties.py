"""Does A know B: asked, answered, put off."""

from __future__ import annotations

from pathlib import Path

from netgraph.model.records import EGO, Person, Tie
from netgraph.store import Store
from tests.web.user import NOW, User, ledger_of


def test_who_may_know_whom_is_asked_and_kept(user: User, path: Path) -> None:
    assert "Nothing to ask" in user.get("/ties").text
    two = [Person(i, i.title(), company="Acme", title="Cook") for i in ("ana", "ben")]
    with Store.open(path) as store, store.change("people", at=NOW) as change:
        change.put([*two, Tie("t1", EGO, "ana"), Tie("t2", EGO, "ben")])
    shown = user.get("/ties").text
    assert "Asked because" in shown
    assert "but for those you put off" in user.get("/ties?later=ana.ben").text

    user.send("/do", verb="tie", who=["ana", "ben"], **{"field-not": "yes"})
    assert [("ana", "ben")] == [(t.u, t.v) for t in ledger_of(path).ties if not t.known]
    assert "Nothing to ask" in user.get("/ties").text
