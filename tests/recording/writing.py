"""How a test writes something down: in one change, on a day in May."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any, TypeVar

from netgraph.store import Store

T = TypeVar("T")
NOW = datetime(2026, 5, 4, 12, tzinfo=UTC)
DAY = date(2026, 5, 4)


def write(store: Store, record: Callable[..., T], *words: str, **said: Any) -> T:
    """Record something and return what came of it."""
    with store.change("record", at=NOW) as change:
        return record(store.ledger(), change, *words, day=DAY, **said)
