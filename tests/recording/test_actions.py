"""An action is done, or refused in a line that says why."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from netgraph.model.actions import Action
from netgraph.model.errors import InvalidInput, UnknownName
from netgraph.model.records import Person
from netgraph.recording.actions import Done, perform
from netgraph.store import Store

NOW = datetime(2026, 5, 4, 12, tzinfo=UTC)
DAY = date(2026, 5, 4)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "network.db") as opened:
        with opened.change("people", at=NOW) as change:
            change.put([Person("ana", "Ana Silva"), Person("ben", "Ben Ode")])
        yield opened


def do(store: Store, action: Action) -> Done:
    with store.change("do", at=NOW) as change:
        return perform(store.ledger(), change, action, day=DAY)


@pytest.mark.parametrize(
    ("action", "done"),
    [
        (Action("log", ("ana",), {"kind": "thanked"}), ("thanked", "Ana Silva")),
        (Action("ask", ("ana",), {"want": "help", "outcome": ""}), ("asked", "Ana Silva")),
        (Action("refer", ("ana", "ben"), {"status": "named"}), ("named", "Ben Ode")),
    ],
)
def test_what_is_done_is_said_with_whom(store: Store, action: Action, done: Done) -> None:
    assert done == do(store, action)


def test_a_day_of_the_action_goes_before_todays(store: Store) -> None:
    do(store, Action("log", ("ana",), {"kind": "met", "day": "2026-04-01"}))

    assert [date(2026, 4, 1)] == [event.day for event in store.ledger().events]


@pytest.mark.parametrize(
    "action",
    [
        Action("forget", ("ana",)),
        Action("log", ("ana",)),
        Action("log", (), {"kind": "met"}),
        Action("log", ("ana", "ben"), {"kind": "met"}),
        Action("log", ("ana",), {"kind": "met", "day": "soon"}),
        Action("ask", ("ana",), {"change": "x"}),
        Action("refer", ("ana",)),
    ],
)
def test_what_cannot_be_meant_is_refused(store: Store, action: Action) -> None:
    with pytest.raises(InvalidInput, match="written down"):
        do(store, action)


def test_nobody_is_made_up(store: Store) -> None:
    with pytest.raises(UnknownName):
        do(store, Action("log", ("zoe",), {"kind": "met"}))
