"""The stamp of a store: a random word that is another after every change on which people depend.

Who is who, where they are and what they wrote to each other follows from a few tables
(`netgraph.identity.resolution`), and whatever touches a row of theirs gives the store a new stamp
in the same transaction. So two stores with one stamp hold the same rows in these tables, whatever
was undone, restored or rolled back in between. What the user logs from day to day is not in them.
"""

from __future__ import annotations

import sqlite3
from typing import Final

from netgraph.model.records import (
    YOU,
    Application,
    Appointment,
    Ask,
    Debrief,
    Event,
    Evidence,
    Fact,
    Goal,
    Referral,
    Relation,
    Statement,
    Wish,
)

DAILY: Final[tuple[type[Fact], ...]] = (
    Ask,
    Referral,
    Relation,
    Wish,
    Application,
    Appointment,
    Debrief,
    Evidence,
)
"""Kinds of fact that say nothing of who is who."""

READ_ANEW: Final[tuple[type[Fact], ...]] = (*DAILY, Goal, Statement)
"""Kinds of fact that are few, and read from the store whenever they are needed.

So are events other than `netgraph.store.correspondence.written`.
"""


_WORDS: Final = "SELECT 1 FROM json_each(companies) AS named WHERE named.value NOT IN "
_SPELT: Final = "(SELECT value FROM organisation, json_each(spellings) WHERE dropped IS NULL)"

BEARS: Final[dict[type[Fact], str]] = {
    Event: f"source != '{YOU}'",
    Goal: f"EXISTS ({_WORDS}{_SPELT})",
}
"""Which rows of a kind bear on who is who: what a file tells, a goal's firm nobody else names."""


def bears(connection: sqlite3.Connection, kind: type[Fact], rows: str, *values: object) -> bool:
    """Whether one of the rows of a kind of fact for which ``rows`` holds bears on who is who."""
    if kind in DAILY:
        return False
    table, also = kind.__name__.lower(), BEARS.get(kind, "1")
    sql = f'SELECT 1 FROM "{table}" WHERE ({rows}) AND {also} LIMIT 1'  # noqa: S608
    return connection.execute(sql, values).fetchone() is not None


def stamp_of(connection: sqlite3.Connection) -> str:
    """Return the stamp as the connection sees it now."""
    return str(connection.execute("SELECT value FROM stamp").fetchone()[0])


def renew(connection: sqlite3.Connection) -> None:
    """Give the store a stamp that it never had."""
    connection.execute("UPDATE stamp SET value = lower(hex(randomblob(16)))")
