"""Removing somebody, or a source, from every table and from the history, for good."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Sequence

from netgraph.store.transactions import transaction

_NAMES_A_PERSON = {
    "person": ("id",),
    "position": ("person",),
    "event": ("giver", "taker", "about"),
    "ask": ("person", "introducer"),
    "referral": ("introducer", "person", "to"),
    "goal": ("person",),
    "tie": ("u", "v"),
    "statement": ("subject",),
    "match": ("a", "b"),
    "source": ("owner",),
}
"""Columns that hold a person's id; a row with a forgotten one goes."""

_OF_A_SOURCE = ("person", "position", "event", "ask", "referral", "tie", "gathering", "wish")


def forget_people(connection: sqlite3.Connection, ids: Sequence[str]) -> None:
    """Remove the people with these ids, remember only salted digests, and shrink the file."""
    (salt,) = connection.execute("SELECT value FROM salt").fetchone()
    with transaction(connection) as commit:
        for i in ids:
            _delete_person(connection, i)
            digest = hashlib.sha256(f"{salt}{i}".encode()).hexdigest()
            connection.execute("INSERT OR IGNORE INTO forgotten VALUES (?)", (digest,))
        _leave_gatherings(connection, set(ids))
        connection.execute(  # what was said may name them: keep the command alone
            "UPDATE change SET said = substr(said, 1, instr(said || ' ', ' ') - 1)"
        )
        commit(True)
    _shrink(connection)


def forget_source(connection: sqlite3.Connection, source: str) -> None:
    """Remove every row that came from one source, and the people whom nothing else names."""
    with transaction(connection) as commit:
        for table in _OF_A_SOURCE:
            if table != "person":
                connection.execute(f'DELETE FROM "{table}" WHERE source = ?', (source,))  # noqa: S608
        named = " UNION ".join(
            f'SELECT "{column}" FROM "{table}" WHERE "{column}" IS NOT NULL'  # noqa: S608
            for table, names in _NAMES_A_PERSON.items()
            if table not in ("person", "match", "source")
            for column in names
        )
        connection.execute(
            f"DELETE FROM person WHERE source = ? AND id NOT IN ({named})",  # noqa: S608
            (source,),
        )
        gone = "(SELECT id FROM someone WHERE id != 'me' AND id NOT IN (SELECT id FROM person))"
        connection.execute(f"DELETE FROM match WHERE a IN {gone} OR b IN {gone}")  # noqa: S608
        connection.execute("DELETE FROM source WHERE id = ?", (source,))
        connection.execute(f"DELETE FROM someone WHERE id IN {gone}")  # noqa: S608
        commit(True)
    _shrink(connection)


def _delete_person(connection: sqlite3.Connection, person: str) -> None:
    """Delete every row, past and present, that names one person."""
    for table, names in _NAMES_A_PERSON.items():
        where = " OR ".join(f'"{name}" = ?' for name in names)
        connection.execute(f'DELETE FROM "{table}" WHERE {where}', (person,) * len(names))  # noqa: S608
    connection.execute("UPDATE ask SET target = '' WHERE target = ?", (person,))
    connection.execute("DELETE FROM someone WHERE id = ?", (person,))


def _leave_gatherings(connection: sqlite3.Connection, ids: set[str]) -> None:
    """Take the people out of the lists of who was together; drop lists of fewer than two."""
    for rowid, cell in connection.execute("SELECT rowid, people FROM gathering").fetchall():
        people = json.loads(cell)
        left = [p for p in people if p not in ids]
        if len(left) == len(people):
            continue
        if len(left) < 2:
            connection.execute("DELETE FROM gathering WHERE rowid = ?", (rowid,))
        else:
            connection.execute(
                "UPDATE gathering SET people = ? WHERE rowid = ?",
                (json.dumps(left, ensure_ascii=False), rowid),
            )


def _shrink(connection: sqlite3.Connection) -> None:
    """Leave nothing of deleted rows in the file or its log."""
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.execute("VACUUM")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
