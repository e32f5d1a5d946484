"""DuckDB, inside this process: the default, to tens of millions of ties on one machine."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from netgraph.pools.expressed import Database, quoted
from netgraph.pools.extras import needed
from netgraph.pools.tables import COLUMNS, Tables, parquet_files


@contextmanager
def in_duckdb(pool: Tables | Path) -> Iterator[Database]:
    """Open a pool in an empty database; what does not fit into memory goes to a folder that ends.

    Parquet files are read where they lie, and of them only the columns and blocks that are asked
    for.
    """
    needed("duckdb", "ibis")
    import duckdb  # noqa: PLC0415

    with (
        TemporaryDirectory(prefix="netgraph-pool-") as spill,
        duckdb.connect(config={"temp_directory": spill}) as connection,
    ):
        connection.execute("set preserve_insertion_order = false")
        for name in COLUMNS:
            if isinstance(pool, Tables):
                connection.register(name, getattr(pool, name))
            else:
                file = quoted(parquet_files(pool, name))
                connection.execute(f"create view {name} as from read_parquet({file})")
        yield Database(
            "duckdb",
            rows=lambda sql: connection.execute(sql).fetchall(),
            keep=lambda name, sql: connection.execute(f"create temp table {name} as {sql}"),
            drop=lambda name: connection.execute(f"drop table {name}"),
        )
