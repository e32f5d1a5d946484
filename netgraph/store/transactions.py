"""Transactions, and what SQLite raises turned into lines that say what to do."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from netgraph.model.actions import Action
from netgraph.model.errors import StoreError


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[Callable[[bool], None]]:
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
def one_moment(connection: sqlite3.Connection) -> Iterator[None]:
    """Let the block read the store as it is at one moment, whatever another program writes."""
    if connection.in_transaction:
        yield
        return
    connection.execute("BEGIN")
    try:
        yield
    finally:
        connection.execute("COMMIT")


@contextmanager
def plain_errors(path: Path) -> Iterator[None]:
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
            text = f"cannot use {path}: {error}"
        raise StoreError(text) from error
    except sqlite3.DatabaseError as error:
        raise StoreError(
            f"{path} is not a file of netgraph or is damaged ({error}); restore a backup",
            action=Action("restore", ("FILE",)),
        ) from error
