"""Two records, one person or two: what the user decides, written down."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from netgraph.model.errors import InvalidInput, UnknownName
from netgraph.model.records import Basis, Match, Person
from netgraph.recording.decisions import record_apart, record_same
from netgraph.store import Store

NOW = datetime(2026, 5, 4, 12, tzinfo=UTC)
PEOPLE = [Person("ana", "Ana Silva", "linkedin"), Person("ann", "Ann Silva", "google"),
          Person("ben", "Ben Ode")]  # fmt: skip


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "network.db") as opened:
        with opened.change("people", at=NOW) as change:
            change.put(PEOPLE)
        yield opened


def test_two_are_made_one_and_taken_apart_again(store: Store) -> None:
    with store.change("same", at=NOW) as change:
        assert ("ana", "ann") == record_same(store.ledger(), change, "Ana Silva", "ann")
    assert {"ann": "ana"} == store.ledger().alias

    with store.change("apart", at=NOW) as change:
        parted = record_apart(store.ledger(), change, "ana", "ann")
    assert {"ana", "ann"} == set(parted)
    assert {} == store.ledger().alias
    assert {"ana", "ann", "ben"} <= store.ledger().people.keys()


def test_what_a_rule_joined_comes_apart_with_what_the_user_says(store: Store) -> None:
    with store.change("rule", at=NOW) as change:
        change.put([Match("m1", "ana", "ann", True, Basis.INFERRED)])
    with store.change("apart", at=NOW) as change:
        record_apart(store.ledger(), change, "ana", "ann")

    assert {} == store.ledger().alias
    assert [False] == [m.same for m in store.facts().matches]


def test_one_cannot_be_made_one_nor_one_record_two(store: Store) -> None:
    with store.change("x", at=NOW) as change:
        with pytest.raises(InvalidInput, match="one already"):
            record_same(store.ledger(), change, "ben", "Ben Ode")
        with pytest.raises(InvalidInput, match="one record"):
            record_apart(store.ledger(), change, "ben", "ben")
        with pytest.raises(UnknownName):
            record_same(store.ledger(), change, "ben", "Zoe Quist")
        assert not change.touched
