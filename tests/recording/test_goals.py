"""What the user looks for, written down: said, said better, reached."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from netgraph.model.errors import UnknownName
from netgraph.model.records import Goal, Person
from netgraph.recording.goals import record_end, record_goal, record_rewording
from netgraph.store import Store

NOW = datetime(2026, 5, 4, 12, tzinfo=UTC)
DAY = date(2026, 5, 4)
LATER = DAY + timedelta(days=9)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "network.db") as opened:
        with opened.change("people", at=NOW) as change:
            change.put([Person("ana", "Ana Silva")])
            record_goal(opened.ledger(), change, "nurse", day=DAY, places=("Oslo",))
        yield opened


def only(store: Store) -> Goal:
    (goal,) = store.ledger().goals
    return goal


def test_a_goal_is_kept_with_its_wishes(store: Store) -> None:
    goal = only(store)

    assert ("nurse", ("Oslo",), None, ["open"]) == (
        goal.text, goal.places, goal.person, [s.status for s in goal.steps],
    )  # fmt: skip


def test_a_goal_about_somebody_has_their_id(store: Store) -> None:
    with store.change("x", at=NOW) as change:
        goal = record_goal(store.ledger(), change, "", day=DAY, person="ana silva")
        assert "ana" == goal.person
        with pytest.raises(UnknownName):
            record_goal(store.ledger(), change, "", day=DAY, person="Zoe Quist")


def test_other_words_keep_what_is_left_empty(store: Store) -> None:
    with store.change("x", at=NOW) as change:
        said = {"text": "midwife", "places": (), "roles": ("midwife",)}
        record_rewording(store.ledger(), change, "", said, day=LATER)
    goal = only(store)

    assert ("midwife", ("Oslo",), ("midwife",)) == (goal.text, goal.places, goal.roles)
    assert "open" == goal.steps[-1].status


def test_a_goal_that_was_reached_is_closed_with_a_note(store: Store) -> None:
    with store.change("x", at=NOW) as change:
        record_end(store.ledger(), change, "nurse", day=LATER, note="at last")
    last = only(store).steps[-1]

    assert ("done", "at last", LATER) == (last.status, last.note, last.day)
