"""Transactions: whole or not at all, and SQLite's faults in a line."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from netgraph.model.errors import StoreError
from netgraph.store.transactions import one_moment, plain_errors, transaction


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    opened = sqlite3.connect(":memory:", isolation_level=None)
    opened.execute("CREATE TABLE fact (id)")
    yield opened
    opened.close()


def rows(connection: sqlite3.Connection) -> int:
    return int(connection.execute("SELECT count(*) FROM fact").fetchone()[0])


@pytest.mark.parametrize(("decided", "kept"), [(True, 1), (False, 0)])
def test_a_block_is_kept_if_it_says_so(
    connection: sqlite3.Connection, decided: bool, kept: int
) -> None:
    with transaction(connection) as commit:
        connection.execute("INSERT INTO fact VALUES (1)")
        commit(decided)

    assert kept == rows(connection)


def test_a_block_that_fails_leaves_nothing_even_if_it_had_said_so(
    connection: sqlite3.Connection,
) -> None:
    def interrupted() -> None:
        with transaction(connection) as commit:
            connection.execute("INSERT INTO fact VALUES (1)")
            commit(True)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert (0, False) == (rows(connection), connection.in_transaction)


def test_one_moment_stays_within_a_transaction_that_is_open(connection: sqlite3.Connection) -> None:
    with transaction(connection) as commit:
        with one_moment(connection):
            connection.execute("INSERT INTO fact VALUES (1)")
        assert connection.in_transaction
        commit(True)

    assert 1 == rows(connection)


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (sqlite3.IntegrityError("FOREIGN KEY constraint failed"), "add them first"),
        (sqlite3.OperationalError("database is locked"), "try again when it is done"),
        (sqlite3.OperationalError("disk I/O error"), "cannot use n.db: disk I/O error"),
        (sqlite3.DatabaseError("file is not a database"), "restore a backup"),
    ],
)
def test_what_sqlite_raises_is_a_line_that_says_what_to_do(error: Exception, line: str) -> None:
    with pytest.raises(StoreError, match=line), plain_errors(Path("n.db")):
        raise error


def test_a_fault_of_our_own_is_not_hidden() -> None:
    with pytest.raises(sqlite3.IntegrityError), plain_errors(Path("n.db")):
        raise sqlite3.IntegrityError("UNIQUE constraint failed")
