"""What is looked for: proposed, said, said better, closed."""

from __future__ import annotations

from pathlib import Path

from netgraph.model.records import Goal
from netgraph.store import Store
from tests.web.user import NOW, User, ledger_of


def test_a_goal_is_said_said_better_and_closed(user: User, path: Path) -> None:
    assert "Say it as you would to a friend" in user.get("/goals").text
    said = {"field-companies": "Acme, Best", "field-places": "Kiel"}
    assert "you look for nurse" in user.send("/do", verb="goal add", who="nurse", **said).text
    (goal,) = ledger_of(path).goals
    assert (("Acme", "Best"), ("Kiel",)) == (goal.companies, goal.places)

    better = {"field-text": "head nurse", "was-text": "nurse", "back": f"/goals/{goal.id}"}
    assert "Head nurse" in user.send("/do", verb="goal edit", who=goal.id, **better).text
    user.send("/do", verb="goal done", who=goal.id, **{"field-note": "found"})
    assert "Reached, or over" in user.get("/goals").text
    assert "Add another" not in user.get("/goals").text


def test_what_is_believed_has_its_number_and_who_fits_is_named(stocked: User, path: Path) -> None:
    with Store.open(path) as store, store.change("goal", at=NOW) as change:
        change.put([Goal("g1", "data scientist", hypotheses=("pay is low",))])
    shown = stocked.get("/goals/g1").text
    assert ("h1" in shown, "pay is low" in shown, "Ana Silva" in shown) == (True, True, True)
    assert 404 == stocked.get("/goals/g9").status_code
