"""Removing somebody, or a source, from every table and from the history, for good."""

from __future__ import annotations

import hashlib
import json
import re
import sqlite3
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final

import msgspec

from netgraph.model.kinds import KINDS, fields_of, marked
from netgraph.model.records import Means, Person
from netgraph.model.text import fold
from netgraph.store.pooled import forget_in_pools
from netgraph.store.stamp import renew
from netgraph.store.transactions import transaction

if TYPE_CHECKING:
    from netgraph.identity.names import PersonName

_NAMES_A_PERSON: Final = {
    name: (
        *(("id",) if kind is Person else ()),
        *marked(kind, Means.PERSON, Means.SUBJECT, Means.RECORD),
    )
    for name, kind in KINDS.items()
}
"""Columns that hold a person's id; a row with a forgotten one goes."""

_WRITTEN: Final = {
    "debrief": marked(KINDS["debrief"], Means.WORDS),
    "evidence": ("quote", "hypothesis"),
    "goal": ("text", "hypotheses", "steps"),
    "application": ("title", "steps"),
    "appointment": ("place",),
    "relation": ("role", "inverse"),
    "statement": ("value",),
    "event": ("note",),
    "gathering": ("label",),
    "ask": ("steps", "target"),
    "referral": ("steps",),
}
"""Columns of what the user wrote, in which the names of others may stand."""

_ONLY: Final = {"statement": "field IN ('needs', 'offers', 'introduction', 'tag', 'no_tag')"}
"""Which rows of a table are words of the user; elsewhere all are."""

_OF_A_SOURCE: Final = [name for name, kind in KINDS.items() if marked(kind, Means.SOURCE)]


def forget_people(connection: sqlite3.Connection, ids: Sequence[str]) -> None:
    """Remove the people with these ids, remember only salted digests, and shrink the file."""
    (salt,) = connection.execute("SELECT value FROM salt").fetchone()
    with transaction(connection) as commit:
        renew(connection)
        names = _telling_names(connection, ids)
        marks = forget_in_pools(connection, ids)
        for i in ids:
            _delete_person(connection, i)
        for i in (*ids, *marks):
            digest = hashlib.sha256(f"{salt}{i}".encode()).hexdigest()
            connection.execute("INSERT OR IGNORE INTO forgotten VALUES (?)", (digest,))
        _leave_lists(connection, set(ids))
        _blot_out(connection, names)
        connection.execute(  # what was said may name them: keep the command alone
            "UPDATE change SET said = substr(said, 1, instr(said || ' ', ' ') - 1)"
        )
        commit(True)
    _shrink(connection)


def forget_source(connection: sqlite3.Connection, source: str) -> None:
    """Remove every row that came from one source, and the people whom nothing else names."""
    with transaction(connection) as commit:
        renew(connection)
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
        if not names:
            continue
        where = " OR ".join(f'"{name}" = ?' for name in names)
        connection.execute(f'DELETE FROM "{table}" WHERE {where}', (person,) * len(names))  # noqa: S608
    for table, kind in KINDS.items():
        for name in marked(kind, Means.TARGET):
            blank = f'UPDATE "{table}" SET "{name}" = \'\' WHERE "{name}" = ?'  # noqa: S608
            connection.execute(blank, (person,))
    connection.execute("DELETE FROM someone WHERE id = ?", (person,))


def _telling_names(connection: sqlite3.Connection, ids: Sequence[str]) -> re.Pattern[str] | None:
    """Return what finds the names of people, and those parts of them that nobody else has.

    Whole names are found in small letters too; a part only as it is written, for many a family
    name is also a word.
    """
    from netgraph.identity.names import parse  # noqa: PLC0415 - heavy, and few forget anybody

    rows = connection.execute("SELECT id, name FROM person").fetchall()
    mine = {name for i, name in rows if i in ids}
    others = {word for i, name in rows if i not in ids for word in fold(name).split()}
    parts = [part for n in map(parse, mine) for part in _parts(n)]
    own = {p for p in parts if len(p) > 2 and not set(fold(p).split()) & others}
    whole = mine | {" ".join(filter(None, (n.given, n.family))) for n in map(parse, mine)}
    found = [f"(?i:{_either(whole - {''})})", *([_either(own)] if own else [])]
    return re.compile(rf"(?<!\w)@?(?:{'|'.join(found)})(?!\w)") if whole - {""} else None


def _parts(name: PersonName) -> Iterator[str]:
    """Yield what somebody may be called in short, by any of their names."""
    yield from (name.given, name.family, *name.middle.split(), *name.nicknames, *name.maiden)


def _either(names: Collection[str]) -> str:
    """Return a pattern of any of some names, the longest first."""
    return "|".join(map(re.escape, sorted(names, key=lambda n: (-len(n), n))))


def _blot_out(connection: sqlite3.Connection, names: re.Pattern[str] | None) -> None:
    """Put "somebody" in the place of names in what was written down of others."""

    def without(text: str) -> str:
        return names.sub("somebody", text) if names else text

    for table, columns in _WRITTEN.items():
        for column in columns:
            change = _in_notes(without) if column == "steps" else without
            where = _ONLY.get(table, "TRUE")
            sql = f'SELECT rowid, "{column}" FROM "{table}" WHERE {where}'  # noqa: S608
            rows = connection.execute(sql).fetchall()
            connection.executemany(
                f'UPDATE "{table}" SET "{column}" = ? WHERE rowid = ?',  # noqa: S608
                [(new, i) for i, old in rows if (new := change(old)) != old],
            )


def _in_notes(change: Callable[[str], str]) -> Callable[[str], str]:
    """Return what changes the notes in a cell of steps."""

    def changed(cell: str) -> str:
        steps = json.loads(cell)
        new = [step | {"note": change(step.get("note", ""))} for step in steps]
        return cell if new == steps else msgspec.json.encode(new).decode()

    return changed


def _leave_lists(connection: sqlite3.Connection, ids: set[str]) -> None:
    """Take the people out of lists and of the parts of facts; drop lists of fewer than two."""
    for table, kind in KINDS.items():
        for field in fields_of(kind):
            parts = marked(field.part, Means.PERSON) if field.part else ()
            if not parts and not (field.many and field.means is Means.PERSON):
                continue
            sql = f'SELECT rowid, "{field.name}" FROM "{table}"'  # noqa: S608
            for rowid, cell in connection.execute(sql).fetchall():
                held = json.loads(cell)
                left = _left(held, parts, ids)
                if left == held:
                    continue
                if not parts and len(left) < 2:
                    connection.execute(f'DELETE FROM "{table}" WHERE rowid = ?', (rowid,))  # noqa: S608
                else:
                    connection.execute(
                        f'UPDATE "{table}" SET "{field.name}" = ? WHERE rowid = ?',  # noqa: S608
                        (msgspec.json.encode(left).decode(), rowid),
                    )


def _left(items: list[Any], parts: Collection[str], ids: set[str]) -> list[Any]:
    """Return what a list holds without some people."""
    if not parts:
        return [item for item in items if item not in ids]
    return [
        {name: None if name in parts and value in ids else value for name, value in item.items()}
        for item in items
    ]


def _shrink(connection: sqlite3.Connection) -> None:
    """Leave nothing of deleted rows in the file or its log."""
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.execute("VACUUM")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
