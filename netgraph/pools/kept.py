"""A pool put together, kept in a private folder beside the store until something in it changes.

It has the tables of `netgraph.pools.tables`, so that engines read them where they lie, the marks
with whom they are of, and in one small file what is asked of every answer: who the members are,
what was asked of whom, who bears less than usual. `forget`, joining and leaving take it away.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import msgspec

from netgraph.model.as_of import AsOf
from netgraph.model.private_files import write_private
from netgraph.model.records import EGO
from netgraph.pools.extras import needed
from netgraph.pools.files import Named, Shares
from netgraph.pools.membership import Membership
from netgraph.pools.merging import Merged, PooledAsk, merged
from netgraph.pools.parts import Part, kept_parts, part_of
from netgraph.pools.shares import Chosen, person_marks, shared_people
from netgraph.pools.tables import write_table
from netgraph.store.pooled import PARTS, tables_of

if TYPE_CHECKING:
    from netgraph.store import Store

FACTS: Final = "facts.json"
SMALL: Final = 1_000_000
"""Bytes of ties up to which a pool is asked in memory, which needs no database to be loaded."""


class Member(msgspec.Struct, frozen=True):
    """Another member: their key, name and box, whom their files named, the day of the newest."""

    key: str
    called: str
    box: str
    named: Named
    day: date


class Facts(msgspec.Struct, frozen=True):
    """What is known of a pool besides its tables; members go by their key among the people.

    ``stamp`` says of which state of the store it is. In ``asked`` is what the others asked; ego's
    own asks change from day to day.
    """

    stamp: str
    ego: str
    members: dict[str, Member]
    asked: list[PooledAsk]
    bears: dict[str, int]


@dataclass(frozen=True, slots=True)
class KeptPool:
    """A pool in its folder."""

    folder: Path
    facts: Facts

    @property
    def is_small(self) -> bool:
        """Whether it is asked in memory unless an engine is named."""
        return (self.folder / "ties.parquet").stat().st_size < SMALL

    def rows(self, table: str, column: str, values: Collection[str]) -> list[dict[str, Any]]:
        """Return the rows of a table in which a column has one of some values."""
        sql = f'SELECT * FROM read_parquet(?) WHERE "{column}" IN (SELECT unnest(?))'  # noqa: S608
        return self._asked(table, sql, sorted(values))

    def column(self, table: str, column: str) -> list[str]:
        """Return the different values of a column, in order, but for the empty one."""
        sql = f'SELECT DISTINCT "{column}" AS v FROM read_parquet(?) WHERE length("{column}") > 0'  # noqa: S608
        return sorted(row["v"] for row in self._asked(table, sql))

    def _asked(self, table: str, sql: str, *values: list[str]) -> list[dict[str, Any]]:
        """Ask DuckDB, which is there sooner than what reads Parquet otherwise."""
        needed("duckdb")
        import duckdb  # noqa: PLC0415

        with duckdb.connect() as connection:
            asked = connection.execute(sql, [str(self.folder / f"{table}.parquet"), *values])
            names = [column[0] for column in asked.description or ()]
            return [dict(zip(names, row, strict=True)) for row in asked.fetchall()]

    def person_of(self, marks: Sequence[str]) -> str:
        """Return who some marks are of, "" if nobody is known by any of them."""
        found = {row["mark"]: row["person"] for row in self.rows("marks", "mark", marks)}
        return next((found[mark] for mark in marks if mark in found), "")


def kept_pool(store: Store, member: Membership, view: Callable[[], AsOf], day: date) -> KeptPool:
    """Return a pool put together, from its folder if nothing changed since."""
    needed("duckdb", "pyarrow", "scipy")
    folder = tables_of(store.path) / member.key.pool
    stamp = f"{store.stamp} {day:%Y-%m} {_state(member)}"
    with suppress(OSError, msgspec.DecodeError):
        facts = msgspec.json.decode((folder / FACTS).read_bytes(), type=Facts)
        if facts.stamp == stamp:
            return KeptPool(folder, facts)
    for path in folder.glob("*.*"):
        path.unlink()
    for private in (folder.parent, folder, folder / PARTS):
        private.mkdir(mode=0o700, exist_ok=True)
    parts = kept_parts(store, member, folder / PARTS)
    made = merged(own_part(view(), member), parts, member.gone)
    facts = _facts(made, stamp)
    for name, table in made.tables.items():
        write_table(folder, name, [table])
    write_private(folder / FACTS, msgspec.json.encode(facts))
    return KeptPool(folder, facts)


def _state(member: Membership) -> str:
    """Return a word that is another whenever another file of a member is held."""
    held = [(row.member, row.number, row.gone) for row in member.rows]
    return hashlib.blake2b(msgspec.json.encode(held), digest_size=16).hexdigest()


def own_part(view: AsOf, member: Membership) -> Part:
    """Return all whom ego knows, shared or not."""
    me = view.ledger.people[EGO]
    everybody = shared_people(view, member.key.secret, Chosen(names=True))
    own = Shares(
        called=me.name,
        box=member.own.box,
        me=person_marks(view, member.key.secret, me),
        people=tuple(shared.known for shared in everybody),
    )
    return part_of(member.own.member, view.day, own)


def _facts(made: Merged, stamp: str) -> Facts:
    """Return what stands beside the tables."""
    members = {
        i: Member(f.member, f.shares.called, f.shares.box, f.shares.named, f.day)
        for i, f in made.fellows.items()
    }
    return Facts(stamp, made.ego, members, made.asked, dict(made.bears))
