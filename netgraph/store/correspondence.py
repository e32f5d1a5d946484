"""Messages and mails put together as they are read: they are by far the most of all facts."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain, repeat

from netgraph.model.messages import Messages
from netgraph.model.records import Correspondence, Event, EventKind
from netgraph.store.rows import BATCH, Cell, Columns, columns, day_of, decode, encoded

_WRITTEN = (
    "kind IN ('message', 'email') AND source != 'you' AND note = '' AND count BETWEEN 1 AND 1000"
)


def written(connection: sqlite3.Connection) -> tuple[Correspondence, ...]:
    """Return what sources show of messages and mails; what the user logged are events."""
    rows = connection.execute(
        "SELECT kind, giver, taker, source, group_concat(ifnull(day, '')), "  # noqa: S608
        "group_concat(count), sum(count) "
        f"FROM event NOT INDEXED WHERE dropped IS NULL AND {_WRITTEN} "
        "GROUP BY taker, giver, kind, source"
    )
    kinds = {str(kind): kind for kind in (EventKind.MESSAGE, EventKind.EMAIL)}
    return tuple(
        Correspondence(kinds[kind], giver, taker, _days(days.split(","), counts, total), source)
        for kind, giver, taker, source, days, counts, total in rows
    )


def cells_of(messages: Messages) -> Iterator[Columns]:
    """Yield messages as `encoded` yields the events that they are."""
    names = columns(Event)
    [one] = encoded(Event, [Event("", EventKind.MESSAGE, None, "", "", source=messages.source)])
    shared = dict(zip(names, one, strict=True))
    for i, days, givers, takers in messages.pieces(BATCH):
        texts = {day: day.isoformat() if day else None for day in set(days)}
        own: dict[str, Sequence[Cell]] = {
            "id": i,
            "day": [texts[day] for day in days],
            "giver": givers,
            "taker": takers,
        }
        yield [own.get(name, (*shared[name],) * len(i)) for name in names]


def has_messages(connection: sqlite3.Connection, source: str) -> bool:
    """Whether a source has shown messages before."""
    sql = "SELECT 1 FROM event WHERE dropped IS NULL AND kind = 'message' AND source = ? LIMIT 1"
    return connection.execute(sql, (source,)).fetchone() is not None


def unwritten(connection: sqlite3.Connection) -> list[Event]:
    """Return every other event."""
    names = ", ".join(f'"{name}"' for name in columns(Event))
    rows = connection.execute(
        f"SELECT {names} FROM event NOT INDEXED "  # noqa: S608
        f"WHERE dropped IS NULL AND NOT ({_WRITTEN}) ORDER BY day, id"
    )
    return decode(Event, rows)


def _days(days: list[str], counts: str, total: int) -> tuple[date | None, ...]:
    """Return a day for each message, in order."""
    if total > len(days):
        times = map(int, counts.split(","))
        days = list(chain.from_iterable(map(repeat, days, times)))
    return tuple(map(day_of, sorted(days)))
