"""The tables, as an ordered list of named steps from an empty file to the present form.

Every row of a fact says which change added it and which, if any, dropped it, so a correction is a
new row and taking a change back is two statements per table. ``someone`` holds the id of
everybody who was ever recorded; whatever names a person refers to it.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Collection
from typing import Any, Final

import msgspec

from netgraph.model.first_form import upgraded

APPLICATION_ID: Final = 0x6E657467
"""`netg`, in the header of the file: a store is recognised by it."""

_SOMEONE = "TEXT NOT NULL REFERENCES someone (id) DEFERRABLE INITIALLY DEFERRED"
_MAYBE_SOMEONE = "TEXT REFERENCES someone (id) DEFERRABLE INITIALLY DEFERRED"
_FACTS_V1: Final = {
    "source": f"kind TEXT NOT NULL, owner {_SOMEONE}, label TEXT NOT NULL, snapshot TEXT",
    "person": (
        "name TEXT NOT NULL, source TEXT NOT NULL, emails TEXT NOT NULL, urls TEXT NOT NULL, "
        "phones TEXT NOT NULL, company TEXT NOT NULL, title TEXT NOT NULL, place TEXT NOT NULL, "
        "tags TEXT NOT NULL, lead INTEGER NOT NULL, gone INTEGER NOT NULL, seen TEXT"
    ),
    "organisation": "name TEXT NOT NULL, kind TEXT NOT NULL, spellings TEXT NOT NULL",
    "position": (
        f"person {_SOMEONE}, organisation TEXT NOT NULL, title TEXT NOT NULL, "
        "kind TEXT NOT NULL, start TEXT NOT NULL, end TEXT NOT NULL, current INTEGER NOT NULL, "
        "seen TEXT, source TEXT NOT NULL"
    ),
    "event": (
        f"kind TEXT NOT NULL, day TEXT, giver {_SOMEONE}, taker {_SOMEONE}, note TEXT NOT NULL, "
        f"count INTEGER NOT NULL, about {_MAYBE_SOMEONE}, due TEXT, value REAL, "
        "source TEXT NOT NULL"
    ),
    "ask": (
        f"person {_SOMEONE}, want TEXT NOT NULL, target TEXT NOT NULL, goal TEXT NOT NULL, "
        f"introducer {_MAYBE_SOMEONE}, steps TEXT NOT NULL, source TEXT NOT NULL"
    ),
    "referral": (
        f'introducer {_SOMEONE}, person {_SOMEONE}, "to" {_SOMEONE}, ask TEXT NOT NULL, '
        "steps TEXT NOT NULL, source TEXT NOT NULL"
    ),
    "goal": (
        "text TEXT NOT NULL, companies TEXT NOT NULL, roles TEXT NOT NULL, fields TEXT NOT NULL, "
        f"places TEXT NOT NULL, seniority TEXT NOT NULL, person {_MAYBE_SOMEONE}, "
        "near TEXT NOT NULL, hypotheses TEXT NOT NULL, steps TEXT NOT NULL"
    ),
    "tie": (
        f"u {_SOMEONE}, v {_SOMEONE}, basis TEXT NOT NULL, kind TEXT NOT NULL, "
        "closeness TEXT NOT NULL, known INTEGER NOT NULL, since TEXT, source TEXT NOT NULL"
    ),
    "gathering": (
        "kind TEXT NOT NULL, day TEXT, people TEXT NOT NULL, label TEXT NOT NULL, "
        "source TEXT NOT NULL"
    ),
    "wish": (
        "organisation TEXT NOT NULL, kind TEXT NOT NULL, title TEXT NOT NULL, day TEXT, "
        "source TEXT NOT NULL"
    ),
    "statement": "subject TEXT NOT NULL, field TEXT NOT NULL, value TEXT NOT NULL, day TEXT",
    "match": (
        "a TEXT NOT NULL, b TEXT NOT NULL, same INTEGER NOT NULL, basis TEXT NOT NULL, "
        "reasons TEXT NOT NULL"
    ),
}


def _fact_table(name: str, own: str) -> tuple[str, str]:
    """Return the table of one class of fact and the index that allows one present row per id."""
    return (
        f'CREATE TABLE "{name}" (id TEXT NOT NULL, {own}, '
        "added INTEGER NOT NULL REFERENCES change (no) DEFERRABLE INITIALLY DEFERRED, "
        "dropped INTEGER REFERENCES change (no) DEFERRABLE INITIALLY DEFERRED) STRICT",
        f'CREATE UNIQUE INDEX "{name}_now" ON "{name}" (id) WHERE dropped IS NULL',
    )


def _begin(connection: sqlite3.Connection) -> None:
    """Make the first tables."""
    for statement in (
        "CREATE TABLE change (no INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, "
        "said TEXT NOT NULL) STRICT",
        "CREATE TABLE someone (id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID",
        "INSERT INTO someone VALUES ('me')",
        "CREATE TABLE backup (path TEXT PRIMARY KEY) STRICT",
        "CREATE TABLE forgotten (digest TEXT PRIMARY KEY) STRICT",
        "CREATE TABLE salt (value TEXT NOT NULL) STRICT",
        "INSERT INTO salt VALUES (hex(randomblob(16)))",
        *(statement for name, own in _FACTS_V1.items() for statement in _fact_table(name, own)),
    ):
        connection.execute(statement)


_LISTS_V1: Final = {
    "person": ("emails", "urls", "phones", "tags"),
    "organisation": ("spellings",),
    "goal": ("companies", "roles", "fields", "places", "near", "hypotheses"),
    "gathering": ("people",),
    "match": ("reasons",),
}
_CHANGED_V1: Final = {
    "person": ("id", "name", "source", "urls", "company", "seen"),
    "position": ("id", "person", "organisation", "title"),
    "ask": ("id", "steps"),
    "referral": ("id", "steps"),
    "goal": ("id", "steps"),
    "statement": ("id", "subject", "field", "value"),
}


def _type_facts(connection: sqlite3.Connection) -> None:
    """Say of records how they came about, of steps whose they are; give statements values."""
    for sql in (
        "ALTER TABLE person ADD COLUMN origin TEXT NOT NULL DEFAULT 'listed'",
        "ALTER TABLE person ADD COLUMN day TEXT",
        "ALTER TABLE person ADD COLUMN met TEXT",
        "ALTER TABLE position ADD COLUMN origin TEXT NOT NULL DEFAULT 'listed'",
        "ALTER TABLE tie ADD COLUMN day TEXT",
        "ALTER TABLE goal ADD COLUMN version_of TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE organisation ADD COLUMN key TEXT NOT NULL DEFAULT ''",
        *(
            f'UPDATE "{table}" SET "{name}" = json("{name}") WHERE json_valid("{name}")'  # noqa: S608
            for table, names in _LISTS_V1.items()
            for name in names
        ),
    ):
        connection.execute(sql)
    from netgraph.identity.companies import company_key  # noqa: PLC0415 - heavy, and needed once

    names_v1 = connection.execute("SELECT DISTINCT name FROM organisation").fetchall()
    connection.executemany(
        "UPDATE organisation SET key = ? WHERE name = ?",
        [(company_key(name), name) for (name,) in names_v1],
    )
    people = {i for (i,) in connection.execute("SELECT id FROM someone")}
    for table, names in _CHANGED_V1.items():
        cells = ", ".join(f'"{name}"' for name in names)
        rows = connection.execute(f'SELECT rowid, {cells} FROM "{table}"').fetchall()  # noqa: S608
        for rowid, *values in rows:
            new = _upgraded_v1(table, dict(zip(names, values, strict=True)), people)
            sets = ", ".join(f'"{name}" = ?' for name in new)
            if sets:
                connection.execute(
                    f'UPDATE "{table}" SET {sets} WHERE rowid = ?',  # noqa: S608
                    (*new.values(), rowid),
                )


def _upgraded_v1(table: str, row: dict[str, Any], people: Collection[str]) -> dict[str, str]:
    """Return the cells that change; a row that cannot be read stays, and `check` tells of it."""
    try:
        for name in {"urls", "steps"} & row.keys():
            row[name] = json.loads(row[name])
        new = upgraded(table, row, people)
    except (ValueError, TypeError, KeyError):
        return {}
    if table in ("person", "position"):
        return {name: value for name, value in new.items() if value != "listed"}
    return {
        name: value if name == "field" else msgspec.json.encode(value).decode()
        for name, value in new.items()
    }


_TALKS_V2: Final = {
    "debrief": (
        f"person {_SOMEONE}, day TEXT, learned TEXT NOT NULL, fits TEXT NOT NULL, "
        'named TEXT NOT NULL, promised TEXT NOT NULL, "then" TEXT NOT NULL, note TEXT NOT NULL'
    ),
    "evidence": (
        f"person {_SOMEONE}, day TEXT, hypothesis TEXT NOT NULL, holds INTEGER NOT NULL, "
        "quote TEXT NOT NULL"
    ),
}


def _keep_debriefs(connection: sqlite3.Connection) -> None:
    """Make the tables of what was written down after talks."""
    for name, own in _TALKS_V2.items():
        for sql in _fact_table(name, own):
            connection.execute(sql)


_APPLICATION_V3: Final = (
    "organisation TEXT NOT NULL, title TEXT NOT NULL, link TEXT NOT NULL, due TEXT, "
    "steps TEXT NOT NULL"
)


def _keep_applications(connection: sqlite3.Connection) -> None:
    """Make the table of places that ego applies for."""
    for sql in _fact_table("application", _APPLICATION_V3):
        connection.execute(sql)


_APPOINTMENT_V4: Final = (
    f"plan TEXT NOT NULL, person {_SOMEONE}, time TEXT NOT NULL, zone TEXT NOT NULL, "
    "place TEXT NOT NULL, link TEXT NOT NULL, minutes INTEGER NOT NULL"
)


def _keep_appointments(connection: sqlite3.Connection) -> None:
    """Make the table of hours and places of planned talks."""
    for sql in _fact_table("appointment", _APPOINTMENT_V4):
        connection.execute(sql)


_RELATION_V5: Final = (
    f"u {_SOMEONE}, v {_SOMEONE}, role TEXT NOT NULL, inverse TEXT NOT NULL, "
    "known INTEGER NOT NULL, day TEXT, source TEXT NOT NULL"
)


def _keep_relations(connection: sqlite3.Connection) -> None:
    """Make the table of what people are to one another."""
    for sql in _fact_table("relation", _RELATION_V5):
        connection.execute(sql)


def _stamp(connection: sqlite3.Connection) -> None:
    """Make the stamp, which says whether what was worked out before still holds."""
    connection.execute("CREATE TABLE stamp (value TEXT NOT NULL) STRICT")
    connection.execute("INSERT INTO stamp VALUES (lower(hex(randomblob(16))))")


def _keep_pools(connection: sqlite3.Connection) -> None:
    """Make the tables of pools: their keys, what members shared, what ego asked through them."""
    for sql in (
        "CREATE TABLE pool (name TEXT PRIMARY KEY, secret BLOB NOT NULL, seed BLOB NOT NULL, "
        "number INTEGER NOT NULL) STRICT",
        "CREATE TABLE pool_member (pool TEXT NOT NULL REFERENCES pool (name) ON DELETE CASCADE, "
        "member TEXT NOT NULL, number INTEGER NOT NULL, day TEXT NOT NULL, "
        "gone INTEGER NOT NULL, shares TEXT NOT NULL, PRIMARY KEY (pool, member)) STRICT",
        "CREATE TABLE pool_ask (pool TEXT NOT NULL REFERENCES pool (name) ON DELETE CASCADE, "
        "id TEXT NOT NULL, member TEXT NOT NULL, day TEXT NOT NULL, marks TEXT NOT NULL, "
        "answer TEXT NOT NULL, PRIMARY KEY (pool, id)) STRICT",
    ):
        connection.execute(sql)


def _keep_choices(connection: sqlite3.Connection) -> None:
    """Keep what ego chose to share in a pool, for the next file."""
    connection.execute("ALTER TABLE pool ADD COLUMN chosen TEXT NOT NULL DEFAULT '{}'")


def _keep_turns(connection: sqlite3.Connection) -> None:
    """Keep whom ego's files named in a pool, and which of somebody's asks each ask of ego's was.

    What members shared before says nothing of it, and has to be joined anew.
    """
    connection.execute("ALTER TABLE pool ADD COLUMN named TEXT NOT NULL DEFAULT '[]'")
    connection.execute("ALTER TABLE pool_ask ADD COLUMN turn INTEGER NOT NULL DEFAULT -1")
    connection.execute("DELETE FROM pool_member")


MIGRATIONS: Final[tuple[Callable[[sqlite3.Connection], None], ...]] = (
    _begin,
    _type_facts,
    _keep_debriefs,
    _keep_applications,
    _keep_appointments,
    _keep_relations,
    _stamp,
    _keep_pools,
    _keep_choices,
    _keep_turns,
)
"""Step ``n`` brings a file from version ``n`` to ``n + 1``; never edit one that was released."""
