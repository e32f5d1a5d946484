"""Messages are put together as they are read; what the user logged stays an event."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

from netgraph.model.records import Event, EventKind, Person
from netgraph.store import Store

NOW = datetime(2026, 5, 1, 12, tzinfo=UTC)
APRIL, MAY = date(2026, 4, 1), date(2026, 5, 1)
MESSAGE = EventKind.MESSAGE


def test_messages_of_a_pair_are_one_with_a_day_for_each(tmp_path: Path) -> None:
    with Store.open(tmp_path / "network.db") as store:
        with store.change("test", at=NOW) as change:
            change.put([Person("ana", "Ana")])
            change.put(
                [
                    Event("e1", MESSAGE, MAY, "ana", "me", source="linkedin"),
                    Event("e2", MESSAGE, APRIL, "ana", "me", count=2, source="linkedin"),
                    Event("e3", MESSAGE, None, "ana", "me", source="linkedin"),
                    Event("e4", MESSAGE, MAY, "me", "ana", source="linkedin"),
                    Event("e5", MESSAGE, MAY, "ana", "me", source="you"),
                    Event("e6", MESSAGE, MAY, "ana", "me", note="card", source="linkedin"),
                ]
            )
        ledger = store.ledger()

    written = {(some.giver, some.taker): some.days for some in ledger.correspondence}
    assert {("ana", "me"): (None, APRIL, APRIL, MAY), ("me", "ana"): (MAY,)} == written
    assert ["e5", "e6"] == sorted(event.id for event in ledger.events)
