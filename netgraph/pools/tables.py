"""The tables of a pool: who is known, who knows whom how well, and who shares.

===========  ====================================================================================
table        columns
===========  ====================================================================================
``people``   ``person`` (keyed hash), ``employer``, ``function``, ``level``, ``school``, ``name``
``ties``     ``source`` (the member who says so), ``target`` (a person), ``strength`` in (0, 1]
``members``  ``member`` (key among the people), ``name``
===========  ====================================================================================

One row for a person, for a pair and for a member. What is not known is the empty string, and
``name`` None where it was not shared. A pool is these three in memory (`Tables`) or a folder with
a Parquet file, or a folder of Parquet files, for each.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from netgraph.model.errors import InvalidInput, UnreadableFile
from netgraph.pools.extras import needed

if TYPE_CHECKING:
    import pyarrow as pa

COLUMNS: Final[Mapping[str, Mapping[str, str]]] = {
    "people": {
        "person": "string", "employer": "string", "function": "string", "level": "string",
        "school": "string", "name": "string",
    },
    "ties": {"source": "string", "target": "string", "strength": "double"},
    "members": {"member": "string", "name": "string"},
}  # fmt: skip
"""The columns of each table and their Arrow types."""

BESIDE: Final[Mapping[str, Mapping[str, str]]] = {
    "marks": {"mark": "string", "person": "string"},
    "stated": {"source": "string", "target": "string"},
}
"""Tables that lie beside those of a pool where it is kept (`netgraph.pools.kept`)."""

ROWS: Final = 250_000
"""So many rows are written at a time; texts that are held once each are many times longer there."""

_MAY_BE_MISSING: Final = "name"
_KEYS: Final = {"people": ["person"], "ties": ["source", "target"], "members": ["member"]}


@dataclass(frozen=True)
class Tables:
    """A pool in memory, as Arrow tables with the columns of `COLUMNS`.

    >>> pool = Tables.of(
    ...     people=[{"person": "p", "employer": "Siemens"}],
    ...     ties=[{"source": "ana", "target": "p", "strength": 0.5}],
    ...     members=[{"member": "ana"}],
    ... )
    >>> pool.ties.to_pylist()
    [{'source': 'ana', 'target': 'p', 'strength': 0.5}]
    """

    people: pa.Table
    ties: pa.Table
    members: pa.Table

    @classmethod
    def of(
        cls,
        people: Iterable[Mapping[str, Any]],
        ties: Iterable[Mapping[str, Any]],
        members: Iterable[Mapping[str, Any]],
    ) -> Tables:
        """Return the tables with these rows; what a row leaves out is not known."""
        given = {"people": people, "ties": ties, "members": members}
        return cls(**{name: table_of(name, list(rows)) for name, rows in given.items()})

    def checked(self) -> Tables:
        """Return the tables themselves.

        Raises
        ------
        InvalidInput
            If there are two rows for one person, pair or member, or a strength outside (0, 1].
        """
        import pyarrow.compute as pc  # noqa: PLC0415

        for name, keys in _KEYS.items():
            table = getattr(self, name)
            if table.select(keys).group_by(keys).aggregate([]).num_rows < table.num_rows:
                raise InvalidInput(f"{name} of a pool: two rows have the same {' and '.join(keys)}")
        least, most = pc.min_max(self.ties["strength"]).as_py().values()
        if least is not None and not (least > 0 and most <= 1):
            raise InvalidInput("ties of a pool: a strength is above 0 and at most 1")
        return self


def write_tables(pool: Tables, folder: Path) -> None:
    """Write a pool as three Parquet files, which only the user may read."""
    for name in COLUMNS:
        write_table(folder, name, [getattr(pool, name)])


def write_table(folder: Path, name: str, pieces: Iterable[pa.Table]) -> None:
    """Write one table of a pool piece by piece, so that it need not fit into memory."""
    needed("pyarrow")
    from pyarrow.parquet import ParquetWriter  # noqa: PLC0415

    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = folder / f"{name}.parquet"
    path.touch(mode=0o600)
    schema = schema_of(name)
    with ParquetWriter(path, schema, compression="zstd") as writer:
        for piece in pieces:
            for begin in range(0, len(piece), ROWS):
                writer.write_table(piece.slice(begin, ROWS).cast(schema))


def read_tables(folder: Path) -> Tables:
    """Return the pool in a folder.

    Raises
    ------
    UnreadableFile
        If a table is missing, or lacks a column.
    """
    needed("pyarrow")
    import pyarrow as pa  # noqa: PLC0415
    import pyarrow.parquet as pq  # noqa: PLC0415

    found = {}
    for name, columns in COLUMNS.items():
        parquet_files(folder, name)
        path = folder / f"{name}.parquet"
        try:
            found[name] = pq.read_table(path, columns=list(columns)).cast(schema_of(name))
        except (pa.ArrowException, KeyError) as fault:
            said = str(fault).split("\n")[0]
            raise UnreadableFile(f"{path} is not the table of {name} of a pool: {said}") from fault
    return Tables(**found)


def batches(pool: Tables | Path, name: str) -> Iterator[pa.RecordBatch]:
    """Yield a table of a pool piece by piece, so that it need not fit into memory."""
    from pyarrow import dataset  # noqa: PLC0415

    if isinstance(pool, Tables):
        yield from getattr(pool, name).to_batches()
        return
    parquet_files(pool, name)
    found = dataset.dataset(pool / f"{name}.parquet", format="parquet")
    yield from found.to_batches(columns=list(COLUMNS[name]))


def parquet_files(folder: Path, name: str) -> str:
    """Return where a table of a pool lies: a Parquet file, or a pattern for those of a folder."""
    path = folder / f"{name}.parquet"
    if not path.exists():
        raise UnreadableFile(f"{folder} is no pool: there is no {path.name} in it")
    return str(path / "*.parquet") if path.is_dir() else str(path)


def table_of(name: str, rows: Sequence[Mapping[str, Any]]) -> pa.Table:
    """Return one table with these rows; what a row leaves out is not known."""
    needed("pyarrow")
    import pyarrow as pa  # noqa: PLC0415

    schema = schema_of(name)
    blank: dict[str, Any] = {n: None if n == _MAY_BE_MISSING else "" for n in schema.names}
    return pa.Table.from_pylist([blank | dict(row) for row in rows], schema=schema)


def schema_of(name: str) -> pa.Schema:
    """Return the columns of a table and their types."""
    import pyarrow as pa  # noqa: PLC0415

    types = {"string": pa.string(), "double": pa.float64()}
    columns = COLUMNS[name] if name in COLUMNS else BESIDE[name]
    return pa.schema([(column, types[kind]) for column, kind in columns.items()])
