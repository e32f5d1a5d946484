"""Rows into a table by the thousand: what all of them have in common stands in the statement.

Handing a cell over to SQLite costs about as much as all else that is done for it, and most rows of
an import say the same in half of their cells.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence

from netgraph.store.rows import Cell, Columns


def insert(
    connection: sqlite3.Connection,
    table: str,
    names: Sequence[str],
    batches: Iterable[Columns],
) -> int:
    """Put rows into a table, given in batches of columns, ids first; return how many there were.

    A row that is there already, by a rule of the table, is left out.

    >>> connection = sqlite3.connect(":memory:")
    >>> _ = connection.execute("CREATE TABLE t (a, b)")
    >>> insert(connection, "t", ("a", "b"), [[(1, 2), ("it's", "it's")]])
    2
    >>> connection.execute("SELECT * FROM t").fetchall()
    [(1, "it's"), (2, "it's")]
    """
    columns = ", ".join(f'"{name}"' for name in names)
    count = 0
    for cells in batches:
        told = ["", *map(_literal, cells[1:])]
        own = [column for column, said in zip(cells, told, strict=True) if not said]
        values = ", ".join(said or "?" for said in told)
        count += connection.executemany(
            f'INSERT INTO "{table}" ({columns}) VALUES ({values}) ON CONFLICT DO NOTHING',  # noqa: S608
            zip(*own, strict=True),
        ).rowcount
    return count


def _literal(column: Sequence[Cell]) -> str:
    """Return the one value of a column as SQL, empty if it has several.

    >>> _literal([None, None]), _literal([3, 3]), _literal(["a", "b"]), _literal(["a", None])
    ('NULL', '3', '', '')
    """
    first = column[0]
    if column.count(first) < len(column) or isinstance(first, float):
        return ""
    if isinstance(first, str):
        return "" if "\0" in first else "'" + first.replace("'", "''") + "'"
    return "NULL" if first is None else str(int(first))
