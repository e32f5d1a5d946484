"""What is due with somebody is put off: one line, or all of a kind."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from netgraph.agenda.due_list import due
from netgraph.model.as_of import AsOf
from netgraph.model.errors import InvalidInput, UnknownName
from netgraph.model.records import EGO, Event, EventKind, Ledger, Person
from netgraph.recording.postponements import lines_with, record_later
from netgraph.store import Store

NOW = datetime(2026, 5, 4, 12, tzinfo=UTC)
DAY = date(2026, 5, 4)


def talked() -> Ledger:
    talk = Event("e1", EventKind.INTERVIEW, date(2026, 5, 3), "ana", EGO)
    return Ledger({"ana": Person("ana", "Ana Silva"), "ben": Person("ben", "Ben")}, events=(talk,))


def test_the_lines_of_somebody_are_found_by_name_and_kind() -> None:
    view = AsOf(talked(), DAY)

    assert ["thank"] == [d.kind for d in lines_with(view, "Ana", kind="thank")]
    assert {"thank"} < {d.kind for d in lines_with(view, "ana")}
    with pytest.raises(InvalidInput, match="nothing is due with Ben"):
        lines_with(view, "ben")
    with pytest.raises(UnknownName):
        lines_with(view, "zoe")


def test_without_a_day_it_waits_a_week(tmp_path: Path) -> None:
    book = talked()
    with Store.open(tmp_path / "network.db") as store:
        with store.change("talk", at=NOW) as change:
            change.put([*book.people.values(), *book.events])
        with store.change("later", at=NOW) as change:
            record_later(store.ledger(), change, "ana", until=None, day=DAY, kind="thank")
        [thanks] = [d for d in due(AsOf(store.ledger(), DAY), days=30) if d.kind == "thank"]

    assert date(2026, 5, 11) == thanks.on
