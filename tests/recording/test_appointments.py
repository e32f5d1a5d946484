"""Hour and place are written down beside a planned talk, and of nothing else."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from netgraph.model.errors import InvalidInput
from netgraph.model.records import EGO, Event, EventKind, Person
from netgraph.recording.appointments import record_appointment
from netgraph.store import Store

NOW = datetime(2026, 5, 4, 12, tzinfo=UTC)
DAY = date(2026, 5, 4)
PLAN = Event("e1", EventKind.PLANNED, DAY, EGO, "ana", due=date(2026, 5, 8))
MET = Event("e2", EventKind.MET, DAY, EGO, "ana")


def test_what_is_said_of_a_planned_talk_is_kept(tmp_path: Path) -> None:
    with Store.open(tmp_path / "network.db") as store:
        with store.change("plan", at=NOW) as change:
            change.put([Person("ana", "Ana Silva"), PLAN])
            record_appointment(change, PLAN, time="9.30", place="", link="")
        [kept] = store.ledger().appointments

    assert ("e1", "09:30", "", 30) == (kept.plan, kept.time, kept.place, kept.minutes)


def test_nothing_is_said_of_what_is_no_plan(tmp_path: Path) -> None:
    with (
        Store.open(tmp_path / "network.db") as store,
        store.change("plan", at=NOW) as change,
    ):
        record_appointment(change, MET, time="", place="")
        assert not change.touched
        with pytest.raises(InvalidInput, match="planned for a day"):
            record_appointment(change, MET, time="9.30")
