"""Something that happened has its consequences, whoever writes it: the terminal or a page."""

from __future__ import annotations

import pytest

from netgraph.model.errors import UnknownName
from netgraph.recording.asks import record_ask
from netgraph.recording.events import record_event
from netgraph.store import Store
from tests.recording.writing import write


def test_a_talk_settles_the_ask_and_who_was_met_is_no_lead(store: Store) -> None:
    write(store, record_ask, "Tom")
    talk = write(store, record_event, "talked", "Tom")

    assert ("Tom Ray", ["done"]) == (talk.name, [fact.steps[-1].status for fact in talk.settled])
    ledger = store.ledger()
    assert not ledger.people["tom"].lead
    assert "done" == ledger.asks[0].steps[-1].status


def test_who_is_not_there_is_written_down_only_if_said_to_be_new(store: Store) -> None:
    with pytest.raises(UnknownName, match="nobody is called"):
        write(store, record_event, "met", "Zoe Quist")
    assert 0 == len(store.ledger().events)

    write(store, record_event, "met", "Zoe Quist", new=True)
    assert "Zoe Quist" in {person.name for person in store.ledger().people.values()}
