"""How well somebody is known: asked, answered, put off, and over when it changes nothing."""

from __future__ import annotations

from pathlib import Path

from netgraph.model.records import EGO, Goal, Person, Tie
from netgraph.store import Store
from tests.web.user import NOW, User, ledger_of


def test_those_whose_answer_changes_most_are_asked_about(user: User, path: Path) -> None:
    two = [Person(i, i.title(), title="Data Scientist") for i in ("ana", "ben")]
    with Store.open(path) as store, store.change("people", at=NOW) as change:
        change.put([*two, Tie("t1", EGO, "ana"), Tie("t2", EGO, "ben", closeness="warm")])
    assert "what you look for" in user.get("/closeness").text
    with Store.open(path) as store, store.change("goal", at=NOW) as change:
        change.put([Goal("g1", "data scientist")])
    asked = user.get("/closeness").text
    assert ("/people/ana" in asked, "I don’t remember" in asked) == (True, True)
    assert "Nobody is left" in user.get("/closeness?later=ana").text

    user.send("/do", verb="edit", who="ana", **{"field-closeness": "close"})
    assert {"close", "warm"} == {t.closeness for t in ledger_of(path).ties if t.closeness}
    assert "Nobody is left" in user.get("/closeness").text


def test_nobody_is_known_any_more_or_left_alone(stocked: User, path: Path) -> None:
    stocked.send("/do", verb="tie", who=["me", "ana"], **{"field-not": "yes"})
    assert [False] == [t.known for t in ledger_of(path).ties if t.day]
