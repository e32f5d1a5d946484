"""The file of a store: made private, recognised, brought to the present form, copied."""

from __future__ import annotations

import os
import sqlite3
from contextlib import suppress
from pathlib import Path
from typing import Final

from netgraph.model.errors import StoreError
from netgraph.store.migrations import APPLICATION_ID, MIGRATIONS
from netgraph.store.transactions import plain_errors, transaction

WAIT_SECONDS: Final = 300
"""How long one program waits for another that writes, an import of a large mailbox included."""


def make_private(path: Path) -> None:
    """Make the file, and its folder if need be, so that only its owner can read it."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with suppress(FileExistsError):
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except OSError as error:
        raise StoreError(f"cannot write {path}: {error.strerror}") from error


def connect(
    path: Path, *, wait: float = WAIT_SECONDS, any_thread: bool = False
) -> sqlite3.Connection:
    """Connect without the module's own idea of transactions."""
    with plain_errors(path):
        return sqlite3.connect(
            path, timeout=wait, isolation_level=None, check_same_thread=not any_thread
        )


def open_reading(path: Path) -> sqlite3.Connection:
    """Connect to a copy for reading only; raise if it is not a store."""
    with plain_errors(path):
        connection = sqlite3.connect(
            f"{path.resolve().as_uri()}?mode=ro", uri=True, isolation_level=None
        )
    try:
        with plain_errors(path):
            check_header(connection, path)
            if pragma(connection, "application_id") != APPLICATION_ID:
                raise StoreError(f"{path} is not a file of netgraph")
    except StoreError:
        connection.close()
        raise
    return connection


def prepare(connection: sqlite3.Connection, path: Path, *, keep: bool = True) -> None:
    """Check that the file is ours and not newer, then bring it to the present form.

    Before an older form is left, a private copy of it is kept beside the file, which `forget`
    reaches; ``keep`` False is for files that are such copies.
    """
    check_header(connection, path)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA secure_delete = ON")
    connection.execute("PRAGMA temp_store = MEMORY")
    connection.execute("PRAGMA foreign_keys = ON")
    version = pragma(connection, "user_version")
    if version < len(MIGRATIONS):
        if version and keep:
            _keep_as_it_was(connection, path, version)
        _migrate(connection)


def check_header(connection: sqlite3.Connection, path: Path) -> None:
    """Raise unless the file is empty or a store of this or an older version."""
    version = pragma(connection, "user_version")
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if tables and pragma(connection, "application_id") != APPLICATION_ID:
        raise StoreError(f"{path} is not a file of netgraph; name another file")
    if version > len(MIGRATIONS):
        raise StoreError(
            f"{path} was written by a newer netgraph (form {version}, this one knows "
            f"{len(MIGRATIONS)}): update netgraph"
        )


def _keep_as_it_was(connection: sqlite3.Connection, path: Path, version: int) -> None:
    """Copy the file in its old form, and remember where the copy is."""
    kept = free_name(path.with_suffix(f".form-{version}.db"))
    copy(connection, kept)
    connection.execute("INSERT OR IGNORE INTO backup VALUES (?)", (str(kept.resolve()),))


def _migrate(connection: sqlite3.Connection) -> None:
    """Run the steps that the file lacks, each in a transaction with its version."""
    for version in range(len(MIGRATIONS)):
        with transaction(connection) as commit:
            if pragma(connection, "user_version") != version:  # another program was quicker
                continue
            MIGRATIONS[version](connection)
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {version + 1}")
            commit(True)


def pragma(connection: sqlite3.Connection, name: str) -> int:
    """Return the number that a pragma says."""
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])


def copy(connection: sqlite3.Connection, path: Path) -> None:
    """Write the content of a connection to a new file of the owner's, whole or not at all."""
    part = path.with_name(f".{path.name}.part")
    make_private(part)
    try:
        target = connect(part)
        try:
            with plain_errors(path):
                connection.backup(target)
        finally:
            target.close()
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def free_name(path: Path) -> Path:
    """Return the path, or with a number if it is taken."""
    number = 1
    free = path
    while free.exists():
        number += 1
        free = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return free
