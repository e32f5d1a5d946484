"""A pool put together, kept in a private folder beside the store until something in it changes.

It has the tables of `netgraph.pools.tables`, so that engines read them where they lie, the marks
with whom they are of, and in one small file what is asked of every answer: who the members are,
what was asked of whom, who bears less than usual. `forget`, joining and leaving take it away.
"""

from __future__ import annotations

import shutil
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
from netgraph.pools.limits import BEARS
from netgraph.pools.membership import Fellow, Membership, fellows
from netgraph.pools.merging import Merged, PooledAsk, merged
from netgraph.pools.shares import Chosen, person_marks, shared_people
from netgraph.pools.tables import Tables, table_of, write_table, write_tables
from netgraph.store.pooled import tables_of

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
    folder = tables_of(store.path) / member.key.pool
    stamp = f"{store.stamp} {day:%Y-%m} {member.number}"
    with suppress(OSError, msgspec.DecodeError):
        facts = msgspec.json.decode((folder / FACTS).read_bytes(), type=Facts)
        if facts.stamp == stamp:
            return KeptPool(folder, facts)
    made = put_together(view(), member, fellows(store, member))
    facts = _facts(made, member, stamp)
    shutil.rmtree(folder, ignore_errors=True)
    write_tables(Tables.of(made.people, made.ties, made.members), folder)
    beside = {
        "marks": [{"mark": m, "person": i} for m, i in sorted(made.person_of.items())],
        "stated": [{"source": u, "target": v} for u, v in sorted(made.stated)],
    }
    for name, rows in beside.items():
        write_table(folder, name, [table_of(name, rows)])
    write_private(folder / FACTS, msgspec.json.encode(facts))
    return KeptPool(folder, facts)


def put_together(view: AsOf, member: Membership, others: Sequence[Fellow]) -> Merged:
    """Put what the others share together with all whom ego knows, shared or not."""
    me = view.ledger.people[EGO]
    everybody = shared_people(view, member.key.secret, Chosen(names=True))
    own = Shares(
        called=me.name,
        box=member.own.box,
        me=person_marks(view, member.key.secret, me),
        people=tuple(shared.known for shared in everybody),
    )
    return merged(own, member.own.member, others, view.day, member.gone)


def _facts(made: Merged, member: Membership, stamp: str) -> Facts:
    """Return what stands beside the tables."""
    members = {
        i: Member(f.member, f.shares.called, f.shares.box, f.shares.named, f.day)
        for i, f in made.fellows.items()
    }
    bears = {i: n for i, n in made.bears.items() if n != BEARS}
    return Facts(stamp, made.ego, members, made.asked, bears)
