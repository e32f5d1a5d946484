"""One change: the facts that one command adds, corrects and drops, in one transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable
from itertools import groupby
from operator import itemgetter
from typing import Final, TypeVar

from msgspec import Struct, field

from netgraph.model.base_record import Record
from netgraph.model.errors import StoreError
from netgraph.model.kinds import KINDS, held, place
from netgraph.model.messages import Messages
from netgraph.model.records import Event, Fact, Ledger, Person
from netgraph.store.batches import insert
from netgraph.store.correspondence import cells_of, has_messages
from netgraph.store.rows import TABLES, Cell, Columns, columns, decode, encoded, is_readable
from netgraph.store.stamp import bears, renew

F = TypeVar("F", bound=Fact)

CACHE_KB: Final = 64 * 1024
"""Most memory for pages of the file while messages are put: else an index is written many times."""

FEW: Final = 50
"""Of more facts than so many it is not kept one by one that they were added."""


class Counts(Record, frozen=True):
    """What became of the facts that were put: ids that were new or updated, and how many not."""

    new: frozenset[str] = frozenset()
    updated: frozenset[str] = frozenset()
    unchanged: int = 0


class Change(Struct):
    """The door through which facts enter the store; made by `Store.change`.

    ``added`` are the few facts that it put which bear on who is who; with ``only_adds`` they are
    all that does, and nothing was corrected or dropped.
    """

    connection: sqlite3.Connection
    no: int
    touched: bool = False
    added: list[Fact] = field(default_factory=list)
    only_adds: bool = True

    def put(self, facts: Iterable[Fact]) -> Counts:
        """Add the facts whose id is new, correct those that differ, leave the rest alone.

        Of several facts with one id the last counts.
        """
        new: set[str] = set()
        updated: set[str] = set()
        unchanged = 0
        order = list(TABLES)
        for kind, group in groupby(sorted(facts, key=lambda f: order.index(type(f))), key=type):
            counts = self._put_kind(kind, {fact.id: fact for fact in group})
            new |= counts.new
            updated |= counts.updated
            unchanged += counts.unchanged
        return Counts(frozenset(new), frozenset(updated), unchanged)

    def _put_kind(self, kind: type[Fact], facts: dict[str, Fact]) -> Counts:
        """Put the facts of one class."""
        rows = encoded(kind, facts.values())
        if self._has(kind):
            counts = self._compared(kind, rows)
        else:
            self._add(kind, rows)
            counts = Counts(frozenset(facts))
        if kind is Person:
            self.connection.execute(
                "INSERT OR IGNORE INTO someone SELECT id FROM person WHERE added = ?", (self.no,)
            )
        if self._note(kind, bool(counts.new or counts.updated)):
            self.only_adds = self.only_adds and not counts.updated and len(counts.new) <= FEW
            self.added += [facts[i] for i in sorted(counts.new)] if self.only_adds else []
        return counts

    def put_messages(self, messages: Messages) -> int:
        """Put the events that messages are; return how many are new.

        The people in them must have been put before.
        """
        self.connection.execute(f"PRAGMA cache_size = -{CACHE_KB}")
        rows = cells_of(messages)
        if has_messages(self.connection, messages.source):
            found = [self._compared(Event, [some]) for some in rows]
            new, touched = sum(len(c.new) for c in found), any(c.new or c.updated for c in found)
        else:
            new = self._add(Event, rows)
            touched = new > 0
        if self._note(Event, touched):
            self.only_adds = False
        return new

    def _note(self, kind: type[Fact], touched: bool) -> bool:
        """Take down that facts of a class were added or corrected; return whether they bear."""
        self.touched = self.touched or touched
        if touched and bears(self.connection, kind, "added = ? OR dropped = ?", self.no, self.no):
            renew(self.connection)
            return True
        return False

    def _add(self, kind: type[Fact], batches: Iterable[Columns]) -> int:
        """Add rows of which none is there yet; return how many."""
        added = ([*cells, (self.no,) * len(cells[0])] for cells in batches)
        return insert(self.connection, TABLES[kind], (*columns(kind), "added"), added)

    def _compared(self, kind: type[Fact], batches: Iterable[Columns]) -> Counts:
        """Put facts of a class of which there are some: what is as it was is left alone."""
        table, names = TABLES[kind], columns(kind)
        cells = ", ".join(f'"{name}"' for name in names)
        run = self.connection.execute
        run(f'CREATE TEMP TABLE incoming AS SELECT {cells} FROM "{table}" WHERE 0')  # noqa: S608
        insert(self.connection, "incoming", names, batches)
        same = " AND ".join(f'i."{n}" IS t."{n}"' for n in names[1:])
        known = f'incoming i JOIN "{table}" t ON t.id = i.id AND t.dropped IS NULL'
        unchanged = run(
            f"DELETE FROM incoming WHERE rowid IN (SELECT i.rowid FROM {known} WHERE {same})"  # noqa: S608
        ).rowcount
        updated = frozenset(i for (i,) in run(f"SELECT i.id FROM {known}"))  # noqa: S608
        new = frozenset(i for (i,) in run("SELECT id FROM incoming")) - updated
        self._mark_dropped(table, updated)
        run(
            f'INSERT INTO "{table}" ({cells}, added) SELECT {cells}, ? FROM incoming',  # noqa: S608
            (self.no,),
        )
        run("DROP TABLE incoming")
        return Counts(new, updated, unchanged)

    def _mark_dropped(self, table: str, ids: Iterable[str]) -> int:
        """Say of the present rows with these ids that this change dropped them."""
        return self.connection.executemany(
            f'UPDATE "{table}" SET dropped = ? WHERE id = ? AND dropped IS NULL',  # noqa: S608
            [(self.no, i) for i in ids],
        ).rowcount

    def drop(self, kind: type[Fact], ids: Iterable[str]) -> int:
        """Take facts out of the ledger (they stay in the history); return how many there were."""
        count = self._mark_dropped(TABLES[kind], sorted(set(ids)))
        if count > 0 and bears(self.connection, kind, "dropped = ?", self.no):
            renew(self.connection)
            self.only_adds = False
        self.touched = self.touched or count > 0
        return max(count, 0)

    def facts(self, kind: type[F]) -> dict[str, F]:
        """Return the present facts of one class by id, as this change left them so far."""
        return {fact.id: fact for fact in read(self.connection, kind)}

    def facts_but_events(self) -> Ledger:
        """Return the present facts as stored, but for the events, of which there may be many."""
        kinds = [kind for kind in KINDS.values() if kind is not Event]
        return Ledger(**{place(kind): held(kind, self.facts(kind)) for kind in kinds})

    def _has(self, kind: type[Fact]) -> bool:
        """Return whether there was ever a fact of a class."""
        sql = f'SELECT EXISTS (SELECT 1 FROM "{TABLES[kind]}")'  # noqa: S608
        return bool(self.connection.execute(sql).fetchone()[0])

    def count(self, kind: type[Fact]) -> int:
        """Return how many facts of one class there are, as this change left them so far."""
        table = TABLES[kind]
        sql = f'SELECT count(*) FROM "{table}" WHERE dropped IS NULL'  # noqa: S608
        return int(self.connection.execute(sql).fetchone()[0])


def read(connection: sqlite3.Connection, kind: type[F]) -> list[F]:
    """Return the present facts of one class, ordered by id; a row nobody can read is left out."""
    return decode(kind, _rows(connection, kind))


def unreadable(connection: sqlite3.Connection, kind: type[Fact]) -> list[str]:
    """Return the ids of the present rows of one class that cannot be read."""
    rows = _rows(connection, kind)
    if len(decode(kind, rows)) == len(rows):
        return []
    return [str(row[0]) for row in rows if not is_readable(kind, row)]


def _rows(connection: sqlite3.Connection, kind: type[Fact]) -> list[tuple[Cell, ...]]:
    """Return the present rows of one class, ordered by id."""
    cells = ", ".join(f'"{name}"' for name in columns(kind))
    rows = connection.execute(  # the index of the present rows would make it jump about the file
        f'SELECT {cells} FROM "{TABLES[kind]}" NOT INDEXED WHERE dropped IS NULL'  # noqa: S608
    ).fetchall()
    rows.sort(key=itemgetter(0))
    return rows


def meanwhile(
    connection: sqlite3.Connection, no: int, ids: Collection[str]
) -> list[tuple[str, str]]:
    """Return when and what the changes after one were that touched what names one of some ids."""
    found: set[int] = set()
    for kind, table in TABLES.items():
        cells = ", ".join(f'"{name}"' for name in columns(kind))
        later = "coalesce(dropped, 0) > ? OR added > ?"
        for added, dropped, *row in connection.execute(
            f'SELECT added, dropped, {cells} FROM "{table}" WHERE {later}',  # noqa: S608
            (no, no),
        ):
            if any(cell in ids for cell in row if isinstance(cell, str)):
                found |= {n for n in (added, dropped) if n and n > no}
    rows = connection.execute("SELECT no, at, said FROM change WHERE no > ? ORDER BY no", (no,))
    return [(at, said) for number, at, said in rows if number in found]


def undo(connection: sqlite3.Connection, only: int | None = None) -> str:
    """Take the last change back and return what it was; if ``only`` that, then no other."""
    last = connection.execute("SELECT no, said FROM change ORDER BY no DESC LIMIT 1").fetchone()
    if last is None:
        raise StoreError("there is nothing to take back")
    no, said = last
    if only not in (None, no):
        raise StoreError(f"something else was changed since then: {said}. Look at the history")
    for kind, table in TABLES.items():
        if bears(connection, kind, "added = ? OR dropped = ?", no, no):
            renew(connection)
        connection.execute(f'DELETE FROM "{table}" WHERE added = ?', (no,))  # noqa: S608
        connection.execute(
            f'UPDATE "{table}" SET dropped = NULL WHERE dropped = ?',  # noqa: S608
            (no,),
        )
    connection.execute("DELETE FROM change WHERE no = ?", (no,))
    connection.execute("DELETE FROM someone WHERE id != 'me' AND id NOT IN (SELECT id FROM person)")
    return str(said)
