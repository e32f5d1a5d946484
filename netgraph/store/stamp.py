"""The stamp of a store: a random word that is another after every change on which people depend.

Who is who, where they are and what they wrote to each other follows from a few tables
(`netgraph.identity.resolution`), and whatever touches a row of theirs gives the store a new stamp
in the same transaction. So two stores with one stamp hold the same rows in these tables, whatever
was undone, restored or rolled back in between. What the user logs from day to day is not in them.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
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


def stamp_of(connection: sqlite3.Connection) -> str:
    """Return the stamp as the connection sees it now."""
    return str(connection.execute("SELECT value FROM stamp").fetchone()[0])


def renew(connection: sqlite3.Connection) -> None:
    """Give the store a stamp that it never had."""
    connection.execute("UPDATE stamp SET value = lower(hex(randomblob(16)))")


def is_daily(kind: type[Fact], facts: Iterable[Fact]) -> bool:
    """Whether facts of one kind change nothing of who is who: what the user logged does not.

    >>> from netgraph.model.records import EventKind, Person
    >>> talk = Event("e", EventKind.TALKED, None, "me", "ana")
    >>> is_daily(Event, [talk]), is_daily(Person, [Person("ana", "Ana")])
    (True, False)
    """
    if kind is Event:
        return all(isinstance(f, Event) and f.source == YOU for f in facts)
    return kind in DAILY
