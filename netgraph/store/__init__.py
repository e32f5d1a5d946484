"""The store: one SQLite file that its owner alone can read; all SQL is in this package.

Facts are only ever added or marked as dropped, so one change can be taken back whole.  One
command is one transaction: it is in the file entirely or not at all, also when the program is
killed.  Two programs may read at any time; of two that write, one waits.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from netgraph.errors import StoreError
from netgraph.identity.resolution import resolve
from netgraph.records import (
    EGO,
    Ask,
    Event,
    EventKind,
    Gathering,
    Goal,
    Ledger,
    Match,
    Organisation,
    Person,
    Position,
    Referral,
    Source,
    Statement,
    Tie,
    Wish,
)

from .change import Change, Counts, read, undo
from .forgetting import forget_people, forget_source
from .migrations import APPLICATION_ID, MIGRATIONS
from .rows import columns, decode

__all__ = ["Change", "Counts", "Store"]

WAIT_SECONDS = 300
"""How long one program waits for another that writes."""


@dataclass(frozen=True, slots=True)
class Store:
    """An open store; made by `Store.open`, closed by leaving its ``with`` block."""

    path: Path
    connection: sqlite3.Connection

    @classmethod
    @contextmanager
    def open(cls, path: Path) -> Iterator[Store]:
        """Open the store at ``path``, made if it is not there, brought to the present form.

        Raises
        ------
        StoreError
            If the file is not a store, is damaged, was written by a newer netgraph, or cannot be
            read or written.
        """
        _make_private(path)
        connection = _connect(path)
        try:
            with _plain_errors(path):
                _prepare(connection, path)
            yield cls(path, connection)
        finally:
            connection.close()

    @contextmanager
    def change(self, said: str, *, at: datetime, dry: bool = False) -> Iterator[Change]:
        """Open one transaction; ``said`` names the command, for `undo` to repeat.

        The block's end commits. An exception, or ``dry``, leaves the file as it was, and a change
        that touched nothing leaves no trace.
        """
        with _plain_errors(self.path), _transaction(self.connection) as commit:
            no = self.connection.execute(
                "INSERT INTO change (at, said) VALUES (?, ?)", (at.isoformat(), said)
            ).lastrowid
            change = Change(self.connection, int(no or 0))
            yield change
            commit(change.touched and not dry)

    def facts(self) -> Ledger:
        """Return every present fact as it was stored: people are still records of sources."""
        with _plain_errors(self.path):
            return self._ledger(tuple(read(self.connection, Event)))

    def ledger(self) -> Ledger:
        """Return the ledger with one person per human being and a day's messages as one event."""
        with _plain_errors(self.path):
            return resolve(self._ledger(tuple(self._events_by_day())))

    def _ledger(self, events: tuple[Event, ...]) -> Ledger:
        """Read everything but the events."""
        people = {p.id: p for p in read(self.connection, Person)}
        people.setdefault(EGO, Person(EGO, "You"))
        return Ledger(
            people=people,
            organisations={o.id: o for o in read(self.connection, Organisation)},
            positions=tuple(read(self.connection, Position)),
            events=events,
            asks=tuple(read(self.connection, Ask)),
            referrals=tuple(read(self.connection, Referral)),
            goals=tuple(read(self.connection, Goal)),
            ties=tuple(read(self.connection, Tie)),
            gatherings=tuple(read(self.connection, Gathering)),
            wishes=tuple(read(self.connection, Wish)),
            statements=tuple(read(self.connection, Statement)),
            matches=tuple(read(self.connection, Match)),
            sources=tuple(read(self.connection, Source)),
        )

    def _events_by_day(self) -> Iterator[Event]:
        """Yield the events; what was written on one day from one to another is one of them."""
        written: dict[tuple[str, str, str, str], list[Any]] = {}
        rows = self.connection.execute(
            "SELECT kind, giver, taker, day, id, count, source FROM event "
            "WHERE dropped IS NULL AND kind IN ('message', 'email')"
        )
        for kind, giver, taker, day, i, count, source in rows:
            first = written.setdefault((kind, giver, taker, day), [i, 0, source])
            first[0] = min(first[0], i)
            first[1] += count
        kinds = {kind.value: kind for kind in (EventKind.MESSAGE, EventKind.EMAIL)}
        days = {day: date.fromisoformat(day) if day else None for _, _, _, day in written}
        for (kind, giver, taker, day), (i, count, source) in written.items():
            yield Event(i, kinds[kind], days[day], giver, taker, "", count, source=source)
        names = ", ".join(f'"{n}"' for n in columns(Event))
        rows = self.connection.execute(
            f"SELECT {names} FROM event WHERE dropped IS NULL "  # noqa: S608
            "AND kind NOT IN ('message', 'email') ORDER BY day, id"
        )
        yield from decode(Event, rows)

    def undo(self) -> str:
        """Take the last change back and return what it was.

        Raises
        ------
        StoreError
            If there is nothing to take back.
        """
        with _plain_errors(self.path), _transaction(self.connection) as commit:
            said = undo(self.connection)
            commit(True)
        return said

    def changes(self) -> list[tuple[datetime, str]]:
        """Return when each change was made and what it was, the oldest first."""
        rows = self.connection.execute("SELECT at, said FROM change ORDER BY no")
        return [(datetime.fromisoformat(at), said) for at, said in rows]

    def faults(self) -> list[str]:
        """Return what SQLite finds wrong with the file; empty for a sound one."""
        with _plain_errors(self.path):
            found = [row[0] for row in self.connection.execute("PRAGMA integrity_check")]
            dangling = self.connection.execute("PRAGMA foreign_key_check").fetchall()
        faults = [text for text in found if text != "ok"]
        return faults + [f"a row of {row[0]} names somebody who is not there" for row in dangling]

    def backup(self, path: Path) -> None:
        """Write a copy of the store to ``path``, which must not exist yet.

        The store remembers where its copies are, so that `forget` reaches them.
        """
        if path.exists():
            raise StoreError(f"{path} is there already: choose another name")
        with _plain_errors(self.path), _transaction(self.connection) as commit:
            self.connection.execute(
                "INSERT OR IGNORE INTO backup VALUES (?)", (str(path.resolve()),)
            )
            commit(True)
        _copy(self.connection, path)

    def restore(self, path: Path) -> Path:
        """Put the copy at ``path`` in the place of the store; return where the old one now is."""
        if not path.is_file():
            raise StoreError(f"there is no file {path}")
        with Store.open_copy(path) as copy:
            faults = copy.faults()
            if faults:
                raise StoreError(f"{path} is damaged: {faults[0]}")
            kept = _free_name(self.path.with_suffix(".before-restore.db"))
            paths = [row[0] for row in self.connection.execute("SELECT path FROM backup")]
            _copy(self.connection, kept)
            with _plain_errors(self.path):
                copy.connection.backup(self.connection)
                self.connection.executemany(
                    "INSERT OR IGNORE INTO backup VALUES (?)",
                    [(p,) for p in [*paths, str(kept.resolve())]],
                )
                self.connection.commit()
                _prepare(self.connection, self.path)
        return kept

    @classmethod
    @contextmanager
    def open_copy(cls, path: Path) -> Iterator[Store]:
        """Open somebody's copy for reading only, refusing what is not a store."""
        uri = f"{path.resolve().as_uri()}?mode=ro"
        with _plain_errors(path):
            connection = sqlite3.connect(uri, uri=True, isolation_level=None)
        try:
            with _plain_errors(path):
                _check_header(connection, path)
                if _pragma(connection, "application_id") != APPLICATION_ID:
                    raise StoreError(f"{path} is not a netgraph store")
            yield cls(path, connection)
        finally:
            connection.close()

    def forget(self, ids: Sequence[str]) -> tuple[list[Path], list[Path]]:
        """Remove people from everything, the history and the copies included, for good.

        Their ids stay as salted digests, so that an import does not bring them back. Returns the
        copies that were reached and those that were not found where they had been written.
        """
        with _plain_errors(self.path):
            forget_people(self.connection, ids)
        return self._each_copy(lambda connection: forget_people(connection, ids))

    def forget_source(self, source: str) -> tuple[list[Path], list[Path]]:
        """Remove all that came from one source, the history and the copies included."""
        with _plain_errors(self.path):
            forget_source(self.connection, source)
        return self._each_copy(lambda connection: forget_source(connection, source))

    def _each_copy(self, action: Any) -> tuple[list[Path], list[Path]]:
        """Do the same to every copy that is still where it was written."""
        reached: list[Path] = []
        missing: list[Path] = []
        for (name,) in self.connection.execute("SELECT path FROM backup ORDER BY path").fetchall():
            path = Path(name)
            if not path.is_file():
                missing.append(path)
                continue
            with Store.open(path) as copy, _plain_errors(path):
                action(copy.connection)
            reached.append(path)
        return reached, missing

    def forgotten(self, ids: Sequence[str]) -> set[str]:
        """Return those of the ids that the user asked to forget."""
        digests = {row[0] for row in self.connection.execute("SELECT digest FROM forgotten")}
        if not digests:
            return set()
        (salt,) = self.connection.execute("SELECT value FROM salt").fetchone()
        return {i for i in ids if hashlib.sha256(f"{salt}{i}".encode()).hexdigest() in digests}


def _make_private(path: Path) -> None:
    """Make the file, and its folder if need be, so that only its owner can read it."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with suppress(FileExistsError):
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except OSError as error:
        raise StoreError(f"cannot write the store {path}: {error.strerror}") from error


def _connect(path: Path) -> sqlite3.Connection:
    """Connect without the module's own idea of transactions."""
    with _plain_errors(path):
        return sqlite3.connect(path, timeout=WAIT_SECONDS, isolation_level=None)


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    """Check that the file is ours and not newer, then bring it to the present form."""
    _check_header(connection, path)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA secure_delete = ON")
    connection.execute("PRAGMA temp_store = MEMORY")
    connection.execute("PRAGMA foreign_keys = ON")
    if _pragma(connection, "user_version") < len(MIGRATIONS):
        _migrate(connection)


def _check_header(connection: sqlite3.Connection, path: Path) -> None:
    """Raise unless the file is empty or a store of this or an older version."""
    version = _pragma(connection, "user_version")
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if tables and _pragma(connection, "application_id") != APPLICATION_ID:
        raise StoreError(f"{path} is not a netgraph store; name another file with --store")
    if version > len(MIGRATIONS):
        raise StoreError(
            f"{path} was written by a newer netgraph (form {version}, this one knows "
            f"{len(MIGRATIONS)}): update netgraph"
        )


def _migrate(connection: sqlite3.Connection) -> None:
    """Run the steps that the file lacks, each in a transaction with its version."""
    for version in range(len(MIGRATIONS)):
        with _transaction(connection) as commit:
            if _pragma(connection, "user_version") != version:  # another program was quicker
                continue
            for statement in MIGRATIONS[version]:
                connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {version + 1}")
            commit(True)


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    """Return the number that a pragma says."""
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])


@contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[Any]:
    """Hold the write lock; commit if the block said so, else leave everything as it was."""
    decided = [False]

    def commit(yes: bool) -> None:
        decided[0] = yes

    connection.execute("BEGIN IMMEDIATE")
    try:
        yield commit
        connection.execute("COMMIT" if decided[0] else "ROLLBACK")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


@contextmanager
def _plain_errors(path: Path) -> Iterator[None]:
    """Turn what SQLite raises into a line that says what to do."""
    try:
        yield
    except sqlite3.IntegrityError as error:
        if "FOREIGN KEY" not in str(error):
            raise
        raise StoreError(f"a fact names somebody who is not in {path}: add them first") from error
    except sqlite3.OperationalError as error:
        if "locked" in str(error) or "busy" in str(error):
            text = f"{path} is in use by another netgraph; try again when it is done"
        else:
            text = f"cannot use the store {path}: {error}"
        raise StoreError(text) from error
    except sqlite3.DatabaseError as error:
        raise StoreError(
            f"{path} is not a netgraph store or is damaged ({error}); "
            "restore a backup with: netgraph restore FILE"
        ) from error


def _copy(connection: sqlite3.Connection, path: Path) -> None:
    """Write the content of a connection to a new file of the owner's."""
    _make_private(path)
    target = _connect(path)
    try:
        with _plain_errors(path):
            connection.backup(target)
    finally:
        target.close()


def _free_name(path: Path) -> Path:
    """Return the path, or with a number if it is taken."""
    number = 1
    free = path
    while free.exists():
        number += 1
        free = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return free
