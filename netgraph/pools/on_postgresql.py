"""PostgreSQL, by its address: where an institution has one already."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from netgraph.pools.expressed import Database
from netgraph.pools.extras import NoEngine, needed
from netgraph.pools.tables import COLUMNS, Tables, batches

if TYPE_CHECKING:
    import pyarrow as pa

TYPES: Final = {"string": 'text collate "C"', "double": "double precision"}
"""How columns are declared; by "C" texts are in the order of every other engine."""


@contextmanager
def in_postgresql(pool: Tables | Path, address: str = "") -> Iterator[Database]:
    """Copy a pool into temporary tables, which nobody else sees and which end with the connection.

    What the address leaves out is taken from the environment, as ``psql`` does (PGHOST, PGUSER).
    """
    needed("psycopg", "ibis", "pyarrow")
    import psycopg  # noqa: PLC0415

    try:
        connection = psycopg.connect(address)
    except psycopg.OperationalError as fault:
        raise NoEngine(f"PostgreSQL does not answer: {str(fault).splitlines()[0]}") from fault
    with connection.cursor() as cursor:
        try:
            for name in COLUMNS:
                _copied(cursor, name, batches(pool, name))
            yield Database(
                "postgres",
                rows=lambda sql: cursor.execute(sql).fetchall(),
                keep=lambda name, sql: _kept(cursor, name, sql),
                drop=lambda name: cursor.execute(f"drop table {name}"),
            )
        finally:
            connection.close()


def _copied(cursor: Any, name: str, rows: Iterator[pa.RecordBatch]) -> None:
    """Write a table by COPY, as CSV: a text is quoted there, and what is missing is not."""
    from pyarrow import csv  # noqa: PLC0415

    columns = ", ".join(f"{column} {TYPES[kind]}" for column, kind in COLUMNS[name].items())
    cursor.execute(f"create temporary table {name} ({columns})")
    plain = csv.WriteOptions(include_header=False)
    with cursor.copy(f"copy {name} from stdin (format csv)") as copy:
        for batch in rows:
            written = io.BytesIO()
            csv.write_csv(batch, written, plain)
            copy.write(written.getvalue())
    cursor.execute(f"analyze {name}")


def _kept(cursor: Any, name: str, sql: str) -> None:
    cursor.execute(f"create temporary table {name} as {sql}")
    cursor.execute(f"analyze {name}")
