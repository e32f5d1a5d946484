"""One change: facts added, corrected and dropped, and taken back."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from netgraph.model.errors import StoreError
from netgraph.model.records import EGO, Event, EventKind, Person, Tie
from netgraph.store import Store
from netgraph.store.change import Counts, read, undo, unreadable

NOW = datetime(2026, 5, 1, tzinfo=UTC)
ANA, BEN = Person("p1", "Ana"), Person("p2", "Ben")
MET = Event("e1", EventKind.MET, date(2026, 4, 1), EGO, "p1")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "network.db") as opened:
        with opened.change("first", at=NOW) as change:
            change.put([ANA, BEN, MET])
        yield opened


def test_facts_are_counted_by_what_became_of_them(store: Store) -> None:
    with store.change("x", at=NOW) as change:
        counts = change.put([replace(ANA, title="CTO"), BEN, Person("p3", "Cy"), MET])

    assert Counts(frozenset({"p3"}), frozenset({"p1"}), 2) == counts


def test_of_several_facts_with_one_id_the_last_counts(store: Store) -> None:
    with store.change("x", at=NOW) as change:
        counts = change.put([replace(ANA, title="CTO"), replace(ANA, title="CFO"), ANA])
        assert Counts(unchanged=1) == counts
        change.put([ANA, replace(ANA, title="CFO")])
        assert "CFO" == change.facts(Person)["p1"].title


def test_a_change_knows_whether_it_changed_anything(store: Store) -> None:
    with store.change("x", at=NOW) as change:
        change.put([ANA])
        change.drop(Event, ["nothing"])
        assert not change.touched
        change.put([replace(ANA, title="CTO")])
        assert change.touched
    with store.change("y", at=NOW) as change:
        change.drop(Event, ["e1"])
        assert change.touched


def test_a_dropped_fact_is_gone_and_comes_back_as_new(store: Store) -> None:
    with store.change("x", at=NOW) as change:
        assert 1 == change.drop(Event, ["e1", "e1", "e9"])
        assert (0, {}) == (change.count(Event), change.facts(Event))
        assert frozenset({"e1"}) == change.put([MET]).new


def test_facts_that_need_one_another_may_come_in_any_order(store: Store) -> None:
    tie = Tie("t1", "p3", "p4")
    with store.change("x", at=NOW) as change:
        change.put([tie, Person("p4", "Di"), Person("p3", "Cy")])
        assert {"t1": tie} == change.facts(Tie)


def test_what_a_change_did_is_seen_within_it_before_it_is_kept(store: Store) -> None:
    with store.change("x", at=NOW) as change:
        change.put([replace(ANA, title="CTO")])
        assert ["CTO", ""] == [change.facts(Person)[i].title for i in ("p1", "p2")]
        assert 2 == change.count(Person)


def opened(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path / "network.db", isolation_level=None)


def test_facts_are_read_in_the_order_of_their_ids(store: Store, tmp_path: Path) -> None:
    with store.change("x", at=NOW) as change:
        change.put([Person("a", "Zoe"), replace(BEN, title="CTO")])
    connection = opened(tmp_path)

    assert ["a", "p1", "p2"] == [p.id for p in read(connection, Person)]
    assert [] == unreadable(connection, Person)
    connection.close()


def test_a_row_nobody_can_read_is_left_out_and_named(store: Store, tmp_path: Path) -> None:
    connection = opened(tmp_path)
    connection.execute("UPDATE event SET day = 'soon' WHERE id = 'e1'")

    assert [] == read(connection, Event)
    assert ["e1"] == unreadable(connection, Event)
    connection.close()


def test_the_last_change_is_taken_back_and_then_the_one_before(
    store: Store, tmp_path: Path
) -> None:
    with store.change("second", at=NOW) as change:
        change.put([replace(ANA, title="CTO"), Person("p3", "Cy")])
        change.drop(Event, ["e1"])
    connection = opened(tmp_path)

    assert "second" == undo(connection)
    assert ["", ""] == [p.title for p in read(connection, Person) if p.id in ("p1", "p2")]
    assert [MET] == read(connection, Event)
    assert "first" == undo(connection)
    assert [] == read(connection, Person)
    with pytest.raises(StoreError, match="there is nothing to take back"):
        undo(connection)
    connection.close()
