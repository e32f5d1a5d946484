"""What was learned in a talk, written down with all that it made."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from netgraph.model.as_of import AsOf
from netgraph.model.records import EGO, Ask, EventKind, Ledger, Person, Step
from netgraph.recording.debriefs import record_debrief
from netgraph.store import Store
from netgraph.talks.debrief_facts import understood

NOW = datetime(2026, 5, 4, 12, tzinfo=UTC)
DAY = date(2026, 5, 4)


def recorded(path: Path, *, talk: bool) -> Ledger:
    before = [Person("ana", "Ana Silva"), Ask("k", "ana", steps=(Step(DAY, "agreed"),))]
    with Store.open(path / "network.db") as store:
        with store.change("before", at=NOW) as change:
            change.put(before)
        with store.change("debrief", at=NOW) as change:
            words = {"learned": "wind is hard", "named": "@Bo Chen"}
            told = understood(AsOf(store.ledger(), DAY), "ana", words, day=DAY)
            record_debrief(store.ledger(), change, told if talk else replace(told, talk=None))
        return store.ledger()


def test_a_talk_that_was_not_recorded_is_and_settles_the_ask(tmp_path: Path) -> None:
    ledger = recorded(tmp_path, talk=True)

    assert [(EventKind.INTERVIEW, "ana", DAY)] == [(e.kind, e.giver, e.day) for e in ledger.events]
    assert ["agreed", "done"] == [s.status for s in ledger.asks[0].steps]
    assert ["wind is hard"] == [d.learned for d in ledger.debriefs]
    assert {EGO, "Ana Silva", "Bo Chen"} == {
        EGO if i == EGO else p.name for i, p in ledger.people.items()
    }
    assert [True] == [p.lead for p in ledger.people.values() if p.name == "Bo Chen"]


def test_a_talk_that_is_there_already_is_not_told_twice(tmp_path: Path) -> None:
    ledger = recorded(tmp_path, talk=False)

    assert () == ledger.events
    assert ["agreed"] == [s.status for s in ledger.asks[0].steps]
    assert 1 == len(ledger.debriefs)
