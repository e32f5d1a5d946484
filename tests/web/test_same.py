"""Two who may be one person are asked about, put off, decided."""

from __future__ import annotations

from pathlib import Path

from netgraph.model.records import (
    Match,
    Person,
)
from netgraph.store import Store
from tests.web.user import NOW, User


def test_two_who_may_be_one_are_asked_about_and_put_off(user: User, path: Path) -> None:
    with Store.open(path) as store, store.change("people", at=NOW) as change:
        change.put([Person("p1", "Ana Silva", "linkedin"), Person("p2", "Ana Silva", "ics")])
    shown = user.get("/same").text
    assert 2 <= shown.count("Ana Silva")
    assert "Nobody is in doubt" in user.get("/same?later=p1.p2").text
    user.send("/do", verb="merge", who=["p1", "p2"], back="/same", **{"field-apart": "yes"})
    with Store.open(path) as store:
        assert [False] == [m.same for m in store.facts().matches if isinstance(m, Match)]
