"""Places that are saved, applied for, offered: written down."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from netgraph.model.errors import InvalidInput
from netgraph.recording.applications import record_application
from netgraph.store import Store

NOW = datetime(2026, 5, 4, 12, tzinfo=UTC)
DAY = date(2026, 5, 4)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "network.db") as opened:
        yield opened


def test_a_place_is_kept_with_its_employer(store: Store) -> None:
    with store.change("x", at=NOW) as change:
        record_application(store.ledger(), change, "Acme Inc.", "Analyst", day=DAY, due=DAY)
    ledger = store.ledger()

    assert [("Acme Inc.", "Analyst", DAY)] == [
        (a.organisation, a.title, a.due) for a in ledger.applications
    ]
    assert ["Acme Inc."] == [o.name for o in ledger.organisations.values()]


def test_the_same_place_moves_on_by_a_step_and_its_employer_gains_a_spelling(store: Store) -> None:
    for company, status in (("Acme Inc.", "saved"), ("ACME", "applied")):
        with store.change("x", at=NOW) as change:
            record_application(store.ledger(), change, company, "Analyst", day=DAY, status=status)
    ledger = store.ledger()

    assert [["saved", "applied"]] == [[s.status for s in a.steps] for a in ledger.applications]
    assert 1 == len(ledger.organisations)


def test_what_cannot_be_meant_changes_nothing(store: Store) -> None:
    with store.change("x", at=NOW) as change:
        with pytest.raises(InvalidInput, match="name the company"):
            record_application(store.ledger(), change, "--", day=DAY)
        assert not change.touched
