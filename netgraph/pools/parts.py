"""A member's people as columns, kept as one Parquet file for each member.

What a member shares is a long JSON text in the store; read once, it is a part, and a pool is put
together of parts. A part goes when its member leaves, writes a newer file or somebody is forgotten.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate, chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import msgspec

from netgraph.pools.files import Known, Shares
from netgraph.pools.membership import Membership, shares_of
from netgraph.store.pooled import part_name

if TYPE_CHECKING:
    import pyarrow as pa

    from netgraph.store import Store

TEXTS: Final = ("employer", "function", "level", "school", "name")
"""Columns in which few values come often."""

_SAID: Final = b"shares"
"""Under which word a part has all that its member says besides the people."""


@dataclass(frozen=True)
class Part:
    """What a member shares; ``shares`` lacks the people, who are a table here or in a file."""

    member: str
    day: date
    shares: Shares
    people: pa.Table | Path

    def columns(self, names: Sequence[str]) -> pa.Table:
        """Return some columns of the people, in the order in which the member has them."""
        import pyarrow.parquet as pq  # noqa: PLC0415

        if not isinstance(self.people, Path):
            return self.people.select(names)
        coded = [name for name in names if name in TEXTS]
        return pq.read_table(self.people, columns=list(names), read_dictionary=coded)


def part_of(member: str, day: date, shares: Shares) -> Part:
    """Return a part in memory."""
    said = msgspec.structs.replace(shares, people=())
    return Part(member, day, said, _table(shares.people))


def kept_parts(store: Store, member: Membership, folder: Path) -> list[Part]:
    """Return the parts of the other members, from a folder; what is not in it yet is written."""
    wanted = {
        folder / f"{part_name(row.member)}-{row.number}.parquet": row
        for row in member.rows
        if not row.gone
    }
    for path in {*folder.iterdir()} - {*wanted}:
        path.unlink()
    for path, row in wanted.items():
        if not path.exists():
            _write(path, shares_of(store, member, row.member))
    return [Part(row.member, row.day, _said(path), path) for path, row in wanted.items()]


def _write(path: Path, shares: Shares) -> None:
    """Write a part whole or not at all, for the user alone."""
    import pyarrow.parquet as pq  # noqa: PLC0415

    said = msgspec.json.encode(msgspec.structs.replace(shares, people=()))
    new = path.with_suffix(".new")
    new.touch(mode=0o600)
    table = _table(shares.people).replace_schema_metadata({_SAID: said})
    pq.write_table(table, new, compression="zstd", use_dictionary=list(TEXTS))
    new.replace(path)


def _said(path: Path) -> Shares:
    """Return what a part says besides the people."""
    import pyarrow.parquet as pq  # noqa: PLC0415

    return msgspec.json.decode(pq.read_schema(path).metadata[_SAID], type=Shares)


def _table(people: Sequence[Known]) -> pa.Table:
    """Return people as columns."""
    import pyarrow as pa  # noqa: PLC0415

    def said(name: str) -> list[Any]:  # one list after the other: many small tuples are slow
        return [getattr(known, name) for known in people]

    return pa.table(
        {
            "marks": lists_of(said("marks")),
            "band": pa.array(said("band"), pa.int8()),
            "stated": pa.array(said("stated"), pa.bool_()),
            "bears": pa.array(said("bears"), pa.int32()),
            **{name: pa.array(said(name), pa.string()).dictionary_encode() for name in TEXTS},
        }
    )


def lists_of(texts: Sequence[Sequence[str]]) -> pa.ListArray:
    """Return lists of texts as a column, ten times as fast as Arrow finds out what they are."""
    import pyarrow as pa  # noqa: PLC0415

    ends = pa.array([0, *accumulate(map(len, texts))], pa.int32())
    return pa.ListArray.from_arrays(ends, pa.array([*chain.from_iterable(texts)], pa.string()))
