"""What was changed, and the last change taken back."""

from __future__ import annotations

from pathlib import Path

from netgraph.store import Store
from tests.web.user import User


def test_only_the_change_that_the_line_is_about_is_taken_back(stocked: User, path: Path) -> None:
    stocked.send("/do", verb="log", who="ana", **{"field-kind": "met"})
    with Store.open(path) as store:
        change = store.last()
    stocked.send("/do", verb="log", who="ana", **{"field-kind": "thanked"})

    answer = stocked.send("/history/take-back", back="/", change=str(change))
    assert 400 == answer.status_code
    assert "something else was changed since" in answer.text.lower()
