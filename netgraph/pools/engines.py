"""Where a pool is asked: DuckDB, Apache Spark or PostgreSQL by one expression, or in memory.

>>> from netgraph.pools.questions import Wanted
>>> from netgraph.pools.tables import Tables
>>> pool = Tables.of(
...     people=[{"person": "p", "employer": "Siemens"}],
...     ties=[{"source": "ana", "target": "p", "strength": 0.5}],
...     members=[{"member": "ana"}],
... )
>>> with opened(pool) as asked:
...     found = asked.introducers(Wanted(employer="Siemens"))
>>> [(i.member, i.person, i.strength) for i in found]
[('ana', 'p', 0.5)]
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

from netgraph.model.errors import InvalidInput
from netgraph.pools.expressed import Database, Expressed
from netgraph.pools.memory import in_memory
from netgraph.pools.on_duckdb import in_duckdb
from netgraph.pools.on_postgresql import in_postgresql
from netgraph.pools.on_spark import in_spark
from netgraph.pools.questions import Chain, Introducer, Wanted
from netgraph.pools.surveys import Coverage, Load
from netgraph.pools.tables import Tables
from netgraph.pools.walks import STEPS, Part, Rank

if TYPE_CHECKING:
    from pyspark.sql import SparkSession


class Answers(Protocol):
    """An open pool; `questions`, `surveys` and `walks` define what each answer means."""

    def introducers(
        self, wanted: Wanted, *, asker: str | None = None, limit: int | None = None
    ) -> list[Introducer]:
        """Return who knows somebody who is wanted, the members of most reach first."""

    def chains(self, asker: str, wanted: Wanted, *, limit: int | None = None) -> list[Chain]:
        """Return by whom the asker reaches who is wanted, the likeliest way first."""

    def loads(self, *, limit: int | None = None) -> list[Load]:
        """Return how much would fall on whom, the most first."""

    def coverage(self, *, limit: int | None = None) -> list[Coverage]:
        """Return how well each employer is reached, the best first."""

    def pagerank(
        self, seeds: Sequence[str], *, steps: int = STEPS, limit: int | None = None
    ) -> list[Rank]:
        """Return who is near to the seeds, the nearest first."""

    def components(self, *, limit: int | None = None) -> list[Part]:
        """Return who is connected to whom, the largest component first."""


@contextmanager
def opened(pool: Tables | Path, engine: str | SparkSession = "duckdb") -> Iterator[Answers]:
    """Open a pool, in memory or in a folder, for questions.

    =====================  ========================================================================
    engine                 where it is asked
    =====================  ========================================================================
    ``duckdb``             in this process, from the files; the default
    ``memory``             in this process, by numpy and scipy: best for what is iterated
    ``spark``              in the Spark session there is, or in one on this machine
    ``spark://...``        in a session with that master; a `SparkSession` does as well
    ``postgresql``         in PostgreSQL, where the environment says (PGHOST, PGUSER, ...)
    ``postgresql://...``   in PostgreSQL at that address
    =====================  ========================================================================

    Raises
    ------
    InvalidInput
        If there is no such engine.
    MissingExtra
        If it is not installed.
    NoEngine
        If it does not answer.
    UnreadableFile
        If the folder holds no pool.
    """
    if engine == "memory":
        yield in_memory(pool)
        return
    with _database(pool, engine) as database:
        yield Expressed(database)


def _database(pool: Tables | Path, engine: str | SparkSession) -> AbstractContextManager[Database]:
    """Return the database that an engine's name, or address, means."""
    if not isinstance(engine, str) or engine == "spark":
        return in_spark(pool, None if engine == "spark" else engine)
    kind = engine.split("://")[0]
    if engine.startswith("spark://"):
        return in_spark(pool, engine)
    if kind in ("postgresql", "postgres"):
        return in_postgresql(pool, "" if engine == kind else engine)
    if engine == "duckdb":
        return in_duckdb(pool)
    raise InvalidInput(f"no engine {engine!r}; there are {', '.join(ENGINES)}")


ENGINES: Final = ("duckdb", "memory", "spark", "postgresql")
"""The engines' names; PostgreSQL and Spark may be an address as well."""
