"""What the user says of people: somebody new, corrections, who knows whom."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from netgraph.model.errors import InvalidInput, UnknownName
from netgraph.model.records import EGO, Event, EventKind, Person
from netgraph.recording.people import (
    record_correction,
    record_door,
    record_edit,
    record_person,
    record_tie,
)
from netgraph.store import Store

NOW = datetime(2026, 5, 4, 12, tzinfo=UTC)
DAY = date(2026, 5, 4)
MET = Event("e1", EventKind.MET, DAY, EGO, "ana", "at the fair")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "network.db") as opened:
        with opened.change("people", at=NOW) as change:
            change.put([Person("ana", "Ana Silva"), Person("ben", "Ben Ode"), MET])
        yield opened


def test_somebody_new_has_a_tie_and_a_lead_none(store: Store) -> None:
    with store.change("x", at=NOW) as change:
        cy = record_person(store.ledger(), change, "Cy Dee (Acme)", day=DAY, closeness="warm")
        di = record_person(store.ledger(), change, "Di Ek", day=DAY, lead=True)
    ledger = store.ledger()

    assert ("Acme", True) == (cy.company, ledger.people[di.id].lead)
    assert [(cy.id, "warm")] == [(t.v, t.closeness) for t in ledger.ties]


def test_what_is_said_of_a_person_holds(store: Store) -> None:
    with store.change("x", at=NOW) as change:
        record_edit(store.ledger(), change, "Ana", {"company": "Delta"}, day=DAY, closeness="close")
    ledger = store.ledger()

    assert "Delta" == ledger.people["ana"].company
    assert ["close"] == [t.closeness for t in ledger.ties]


def test_an_event_is_put_right_or_taken_out(store: Store) -> None:
    with store.change("x", at=NOW) as change:
        record_correction(
            store.ledger(), change, "e1", {"note": "at work", "about": "Ben"}, today=DAY
        )
    (event,) = store.ledger().events
    assert ("at work", "ben", DAY) == (event.note, event.about, event.day)

    with store.change("y", at=NOW) as change:
        record_correction(store.ledger(), change, "e1", {}, today=DAY, remove=True)
    assert () == store.ledger().events


def test_an_event_cannot_be_of_a_day_to_come_nor_be_made_up(store: Store) -> None:
    tomorrow = DAY + timedelta(days=1)
    with store.change("x", at=NOW) as change:
        with pytest.raises(InvalidInput, match="is still to come"):
            record_correction(store.ledger(), change, "e1", {"day": tomorrow}, today=DAY)
        with pytest.raises(UnknownName, match="there is no event 'e9'"):
            record_correction(store.ledger(), change, "e9", {"note": "x"}, today=DAY)
        assert not change.touched


def test_who_knows_whom_is_written_down_with_their_names(store: Store) -> None:
    with store.change("x", at=NOW) as change:
        ties, names = record_tie(store.ledger(), change, ("Ben", "ana"), day=DAY)
    assert (["Ben Ode", "Ana Silva"], [True]) == (names, [t.known for t in ties])

    with store.change("y", at=NOW) as change:
        record_tie(store.ledger(), change, ("ana", "Ben"), day=DAY, known=False)
    assert [False] == [t.known for t in store.ledger().ties]


def test_where_somebody_may_know_people_is_written_down_and_undone(store: Store) -> None:
    with store.change("x", at=NOW) as change:
        said, name, at = record_door(store.ledger(), change, "Ana", " Oak  Ltd ", day=DAY)
    kept = [(s.subject, s.field, s.value, s.day) for s in store.ledger().statements]

    assert ("Ana Silva", "Oak Ltd", 1) == (name, at, len(said))
    assert [("ana", "may_know_at", ("Oak Ltd",), DAY)] == kept
    store.undo()
    assert () == tuple(store.ledger().statements)
