"""The store: one SQLite file that its owner alone can read; all SQL is in this package.

Facts are only ever added or marked as dropped, so one change can be taken back whole.  One
command is one transaction: it is in the file entirely or not at all, also when the program is
killed.  Two programs may read at any time; of two that write, one waits.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any

from netgraph.identity.told import Who, retold
from netgraph.model.as_of import AsOf
from netgraph.model.base_record import Record
from netgraph.model.errors import StoreError
from netgraph.model.history import known_by, lasting_from
from netgraph.model.kinds import KINDS, held, place
from netgraph.model.records import EGO, Correspondence, Event, Fact, Ledger, Person
from netgraph.store import shelf, snapshot
from netgraph.store.additions import addition
from netgraph.store.change import Change, Counts, meanwhile, read, undo, unreadable
from netgraph.store.correspondence import unwritten, written
from netgraph.store.files import (
    WAIT_SECONDS,
    connect,
    copy,
    free_name,
    make_private,
    open_reading,
    prepare,
)
from netgraph.store.stamp import READ_ANEW, stamp_of
from netgraph.store.transactions import one_moment, plain_errors, transaction

__all__ = ["Change", "Counts", "Store"]


class Store(Record, frozen=True):
    """An open store; made by `Store.open`, closed by leaving its ``with`` block."""

    path: Path
    connection: sqlite3.Connection

    @classmethod
    @contextmanager
    def open(cls, path: Path, *, keep: bool = True, wait: float = WAIT_SECONDS) -> Iterator[Store]:
        """Open the store at ``path``, made if it is not there, brought to the present form.

        Of a store in an older form a private copy is kept beside it, unless ``keep`` is False.
        ``wait`` is for how many seconds to wait for another program that writes.

        Raises
        ------
        StoreError
            If the file is not a store, is damaged, was written by a newer netgraph, or cannot be
            read or written.
        """
        make_private(path)
        connection = connect(path, wait=wait)
        try:
            with plain_errors(path):
                prepare(connection, path, keep=keep)
            yield cls(path, connection)
        finally:
            connection.close()

    @contextmanager
    def change(self, said: str, *, at: datetime, dry: bool = False) -> Iterator[Change]:
        """Open one transaction; ``said`` names the command, for `undo` to repeat.

        The block's end commits. An exception, or ``dry``, leaves the file as it was, and a change
        that touched nothing leaves no trace.
        """
        with plain_errors(self.path), transaction(self.connection) as commit:
            no = self.connection.execute(
                "INSERT INTO change (at, said) VALUES (?, ?)", (at.isoformat(), said)
            ).lastrowid
            change, before = Change(self.connection, int(no or 0)), stamp_of(self.connection)
            yield change
            stays = change.touched and not dry
            if stays and change.added and change.only_adds:
                self._append(before, change)
            commit(stays)

    def _append(self, before: str, change: Change) -> None:
        """Keep what a change has added with what is kept, if it bears on nobody else."""
        stamp = stamp_of(self.connection)
        if one := addition(self.connection, before, stamp, change.added):
            snapshot.append(self.path, one)

    def facts(self) -> Ledger:
        """Return every present fact as it was stored: people are still records of sources."""
        with plain_errors(self.path), one_moment(self.connection):
            return self._stored(tuple(read(self.connection, Event)))

    def ledger(self, *, as_of: date | None = None) -> Ledger:
        """Return the ledger with one person per human being; messages are put together.

        With ``as_of`` it holds what was known by that day.
        """
        return self._known(as_of)[0]

    def view(self, day: date) -> AsOf:
        """Return the view of the ledger on a day; what takes long stays for the next time."""
        ledger, stamp = self._known(day)
        if not shelf.has_place(self.path):
            return AsOf(ledger, day)
        kept = shelf.FileShelf(self.path, stamp, day, ledger, partial(self._is_at, stamp))
        return AsOf(ledger, day, shelf=kept)

    def _is_at(self, stamp: str) -> bool:
        """Whether the file, which may be closed by now, still has a stamp."""
        with Store.open_copy(self.path) as store:
            return store.stamp == stamp

    def _known(self, as_of: date | None) -> tuple[Ledger, str]:
        """Return the ledger and the stamp of what it was made of."""
        with plain_errors(self.path), one_moment(self.connection):
            stamp, events = stamp_of(self.connection), tuple(unwritten(self.connection))
            kept = snapshot.load(self.path, stamp)
            if kept and kept.holds(as_of):
                anew = self._read(READ_ANEW, events=events)
            else:
                anew, kept = self._stored(events, written(self.connection)), None
        if kept:
            told = known_by(anew, as_of) if as_of else anew
            return kept.ledger(retold(told, kept.who)), stamp
        from netgraph.identity.resolution import resolve_who  # noqa: PLC0415 - not with a snapshot

        found, who = resolve_who(anew, as_of=as_of)
        self._keep(stamp, as_of, anew, found, who)
        return found, stamp

    def _keep(
        self, stamp: str, as_of: date | None, stored: Ledger, found: Ledger, who: Who
    ) -> None:
        """Keep what was found for the next time, unless it is of a day long gone."""
        since = lasting_from(stored)
        if since and (as_of is None or as_of >= since):
            snapshot.save(self.path, stamp, since, found, who)
            if stamp_of(self.connection) != stamp:  # somebody may be forgotten in it
                snapshot.remove(self.path)

    def _stored(
        self, events: tuple[Event, ...], correspondence: tuple[Correspondence, ...] = ()
    ) -> Ledger:
        """Read everything else."""
        kinds = [kind for kind in KINDS.values() if kind is not Event]
        stored = self._read(kinds, events=events, correspondence=correspondence)
        people = {**stored.people}
        people.setdefault(EGO, Person(EGO, "You"))
        return replace(stored, people=people)

    def _read(self, kinds: Iterable[type[Fact]], **rest: Any) -> Ledger:
        """Read the facts of some kinds."""
        for kind in kinds:
            by_id = {fact.id: fact for fact in read(self.connection, kind)}
            rest[place(kind)] = held(kind, by_id)
        return Ledger(**rest)

    def undo(self, only: int | None = None) -> str:
        """Take the last change back and return what it was.

        Raises
        ------
        StoreError
            If there is nothing to take back, or the last change is another than ``only``.
        """
        with plain_errors(self.path), transaction(self.connection) as commit:
            said = undo(self.connection, only)
            commit(True)
        return said

    def changes(self) -> list[tuple[datetime, str]]:
        """Return when each change was made and what it was, the oldest first."""
        rows = self.connection.execute("SELECT at, said FROM change ORDER BY no")
        return [(datetime.fromisoformat(at), said) for at, said in rows]

    def last(self) -> int:
        """Return the number of the last change, 0 if there was none."""
        (number,) = self.connection.execute("SELECT coalesce(max(no), 0) FROM change").fetchone()
        return int(number)

    def meanwhile(self, no: int, ids: Collection[str]) -> list[tuple[datetime, str]]:
        """Return the changes after number ``no`` that touched facts which name one of the ids."""
        with plain_errors(self.path), one_moment(self.connection):
            found = meanwhile(self.connection, no, ids)
        return [(datetime.fromisoformat(at), said) for at, said in found]

    def faults(self) -> list[str]:
        """Return what SQLite finds wrong with the file; empty for a sound one."""
        with plain_errors(self.path):
            found = [row[0] for row in self.connection.execute("PRAGMA integrity_check")]
            dangling = self.connection.execute("PRAGMA foreign_key_check").fetchall()
        faults = [text for text in found if text != "ok"]
        faults += [f"a row of {row[0]} names somebody who is not there" for row in dangling]
        return faults

    def unreadable(self) -> list[str]:
        """Return which present rows cannot be read; no command uses them."""
        with plain_errors(self.path), one_moment(self.connection):
            return [
                f"a stored {name} ({i}) cannot be read and is left out"
                for name, kind in KINDS.items()
                for i in unreadable(self.connection, kind)
            ]

    def backup(self, path: Path) -> None:
        """Write a copy of the store to ``path``, which must not exist yet.

        The store remembers where its copies are, so that `forget` reaches them.
        """
        if path.exists():
            raise StoreError(f"{path} is there already: choose another name")
        with plain_errors(self.path), transaction(self.connection) as commit:
            self.connection.execute(
                "INSERT OR IGNORE INTO backup VALUES (?)", (str(path.resolve()),)
            )
            commit(True)
        copy(self.connection, path)

    def copies(self) -> list[Path]:
        """Return where copies of the store were written, by backup or before a restore."""
        with plain_errors(self.path):
            rows = self.connection.execute("SELECT path FROM backup ORDER BY path").fetchall()
        return [Path(name) for (name,) in rows]

    def discard(self, path: Path) -> None:
        """Delete a copy of the store.

        Raises
        ------
        StoreError
            If it is none of its copies.
        """
        if path.resolve() not in self.copies():
            raise StoreError(f"{path} is no copy that was made here")
        with plain_errors(self.path), transaction(self.connection) as commit:
            self.connection.execute("DELETE FROM backup WHERE path = ?", (str(path.resolve()),))
            commit(True)
        self._drop_kept(path)
        for end in ("", "-wal", "-shm"):
            path.with_name(path.name + end).unlink(missing_ok=True)

    def restore(self, path: Path) -> Path:
        """Put the copy at ``path`` in the place of the store; return where the old one now is."""
        if not path.is_file():
            raise StoreError(f"there is no file {path}")
        with Store.open_copy(path) as backup:
            faults = backup.faults()
            if faults:
                raise StoreError(f"{path} is damaged: {faults[0]}")
            kept = free_name(self.path.with_suffix(".before-restore.db"))
            paths = self.copies()
            copy(self.connection, kept)
            with plain_errors(self.path):
                self._drop_kept(self.path)
                backup.connection.backup(self.connection)
                self.connection.executemany(
                    "INSERT OR IGNORE INTO backup VALUES (?)",
                    [(str(p),) for p in [*paths, kept.resolve()]],
                )
                self.connection.commit()
                prepare(self.connection, self.path)
        return kept

    @classmethod
    @contextmanager
    def open_copy(cls, path: Path) -> Iterator[Store]:
        """Open somebody's copy for reading only, refusing what is not a store."""
        connection = open_reading(path)
        try:
            yield cls(path, connection)
        finally:
            connection.close()

    def forget(self, ids: Sequence[str]) -> tuple[list[Path], list[Path]]:
        """Remove people from everything, the history and the copies included, for good.

        Their ids stay as salted digests, so that an import does not bring them back. Returns the
        copies that were reached and those that were not found where they had been written.
        """
        from netgraph.store.forgetting import forget_people  # noqa: PLC0415 - seldom, and large
        from netgraph.store.pooled import drop_tables  # noqa: PLC0415 - as above

        drop_tables(self.path)  # before as well, lest it stays if this ends halfway
        with plain_errors(self.path):
            forget_people(self.connection, ids)
        self._drop_kept(self.path)
        return self._each_copy(lambda connection: forget_people(connection, ids))

    def forget_source(self, source: str) -> tuple[list[Path], list[Path]]:
        """Remove all that came from one source, the history and the copies included."""
        from netgraph.store.forgetting import forget_source  # noqa: PLC0415 - seldom, and large

        with plain_errors(self.path):
            forget_source(self.connection, source)
        self._drop_kept(self.path)
        return self._each_copy(lambda connection: forget_source(connection, source))

    @staticmethod
    def _drop_kept(path: Path) -> None:
        """Take away what was worked out of a store and kept beside it."""
        from netgraph.store.pooled import drop_tables  # noqa: PLC0415 - who forgets may pool

        snapshot.remove(path)
        shelf.remove(path)
        drop_tables(path)

    @property
    def stamp(self) -> str:
        """A word that is another after every change of who is who and who knows whom."""
        with plain_errors(self.path):
            return stamp_of(self.connection)

    def _each_copy(
        self, action: Callable[[sqlite3.Connection], None]
    ) -> tuple[list[Path], list[Path]]:
        """Do the same to every copy that is still where it was written."""
        reached: list[Path] = []
        missing: list[Path] = []
        for path in self.copies():
            if not path.is_file():
                missing.append(path)
                continue
            with Store.open(path, keep=False) as other, plain_errors(path):
                action(other.connection)
            self._drop_kept(path)
            reached.append(path)
        return reached, missing

    def forgotten(self, ids: Sequence[str]) -> set[str]:
        """Return those of the ids that the user asked to forget."""
        digests = {row[0] for row in self.connection.execute("SELECT digest FROM forgotten")}
        if not digests:
            return set()
        (salt,) = self.connection.execute("SELECT value FROM salt").fetchone()
        return {i for i in ids if hashlib.sha256(f"{salt}{i}".encode()).hexdigest() in digests}
