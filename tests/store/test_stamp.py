"""The stamp of a store: another after every change on which people depend, and after no other."""

from __future__ import annotations

import sqlite3
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from netgraph.model.kinds import KINDS
from netgraph.model.records import EGO, YOU, Ask, Event, EventKind, Fact, Person, Tie
from netgraph.store import Store
from netgraph.store.stamp import DAILY, READ_ANEW, bears, renew, stamp_of

NOW = datetime(2026, 5, 1, tzinfo=UTC)
ANA = Person("ana", "Ana")
TALK = Event("e1", EventKind.TALKED, date(2026, 5, 1), EGO, "ana")
LETTER = Event("e2", EventKind.MESSAGE, date(2026, 5, 1), EGO, "ana", source="linkedin")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with Store.open(tmp_path / "network.db") as store, store.change("first", at=NOW) as change:
        change.put([ANA])
    return tmp_path / "network.db"


def stamp(path: Path) -> str:
    connection = sqlite3.connect(path)
    found = stamp_of(connection)
    connection.close()
    return found


def put(path: Path, *facts: Fact) -> bool:
    """Put facts; return whether the stamp is another."""
    before = stamp(path)
    with Store.open(path) as store, store.change("x", at=NOW) as change:
        change.put(facts)
    return before != stamp(path)


@pytest.mark.parametrize(
    ("fact", "another"),
    [
        (Person("ben", "Ben"), True),
        (Tie("t", EGO, "ana"), True),
        (LETTER, True),
        (TALK, False),
        (Ask("k", "ana"), False),
    ],
)
def test_what_says_who_is_who_gives_another_stamp(fact: Fact, another: bool, path: Path) -> None:
    assert another == put(path, fact)


def test_what_is_read_anew_are_some_kinds_and_the_daily_ones_among_them() -> None:
    assert set(DAILY) < set(READ_ANEW) < {*KINDS.values()}


def test_undo_gives_a_stamp_that_was_never_there(path: Path) -> None:
    seen = [stamp(path)]
    put(path, Person("ben", "Ben"))
    seen.append(stamp(path))
    with Store.open(path) as store:
        store.undo()
    seen.append(stamp(path))

    assert 3 == len(set(seen))


def test_a_stamp_is_renewed_to_one_never_seen(path: Path) -> None:
    connection = sqlite3.connect(path)
    before = stamp_of(connection)
    renew(connection)

    assert before != stamp_of(connection)
    assert 32 == len(stamp_of(connection))
    connection.close()


def test_an_event_bears_on_who_is_who_unless_the_user_logged_it(path: Path) -> None:
    assert YOU == TALK.source
    put(path, TALK, LETTER, Ask("k", "ana"))
    connection = sqlite3.connect(path)

    assert not bears(connection, Event, "id = ?", TALK.id)
    assert bears(connection, Event, "id = ?", LETTER.id)
    assert not bears(connection, Ask, "id = ?", "k")
    assert bears(connection, Person, "id = ?", ANA.id)
    connection.close()
