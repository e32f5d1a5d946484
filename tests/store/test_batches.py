"""Rows by the thousand: whatever is in the cells, they come back as they were put."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgraph.store.batches import insert

CELLS = st.none() | st.integers(-(2**63), 2**63 - 1) | st.text(st.characters(codec="utf-8"))


@pytest.fixture(scope="module")
def connection() -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(":memory:")
    yield connection
    connection.close()


@given(st.lists(st.tuples(CELLS, CELLS), max_size=4), st.tuples(CELLS, CELLS))
def test_cells_come_back_as_they_were_put(
    connection: sqlite3.Connection,
    rows: list[tuple[str | int | None, ...]],
    shared: tuple[str | int | None, ...],
) -> None:
    connection.execute("DROP TABLE IF EXISTS t")
    connection.execute("CREATE TABLE t (id INTEGER, a, b, c, d)")
    whole = [(n, *row, *shared) for n, row in enumerate(rows)]

    count = insert(
        connection, "t", ("id", "a", "b", "c", "d"), [[*zip(*whole, strict=True)]] if whole else []
    )

    assert len(rows) == count
    assert whole == connection.execute("SELECT * FROM t ORDER BY id").fetchall()


def test_a_row_that_is_there_is_left_out(connection: sqlite3.Connection) -> None:
    connection.execute("CREATE TABLE one (id TEXT PRIMARY KEY, a)")

    assert 3 == insert(connection, "one", ("id", "a"), [[("x", "y"), (1, 2)], [("x", "z"), (3, 3)]])
    assert [1] == [a for (a,) in connection.execute("SELECT a FROM one WHERE id = 'x'")]
