"""Messages are put together as they are read; what the user logged stays an event."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

from netgraph.model.messages import Messages
from netgraph.model.records import Event, EventKind, Person
from netgraph.store import Store
from netgraph.store.correspondence import cells_of, has_messages
from netgraph.store.rows import encoded

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


def test_messages_have_the_cells_of_the_events_that_they_are() -> None:
    some = Messages("linkedin")
    for line, (pair, day) in enumerate(
        ((("ana", "me"), APRIL), (("ana", "me"), MAY), (("me", "ana"), None)), start=2
    ):
        some.between(*pair).append(some.moment(f"{day} 12:00", day), line)

    by_event, by_message = (
        [list(zip(*columns, strict=True)) for columns in made]
        for made in (encoded(Event, list(some.events())), cells_of(some))
    )
    assert [3] == list(map(len, by_event))
    assert by_event == by_message
    assert [] == list(cells_of(Messages("linkedin")))


def test_whether_a_source_has_shown_messages_is_known(tmp_path: Path) -> None:
    with Store.open(tmp_path / "network.db") as store:
        with store.change("test", at=NOW) as change:
            change.put(
                [Person("ana", "Ana"), Event("e", MESSAGE, MAY, "ana", "me", source="linkedin")]
            )
            change.put([Event("m", EventKind.EMAIL, MAY, "ana", "me", source="post")])

        assert [True, False] == [
            has_messages(store.connection, source) for source in ("linkedin", "post")
        ]
