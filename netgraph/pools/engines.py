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

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Final, Protocol

from netgraph.model.errors import InvalidInput
from netgraph.pools.expressed import Database, Expressed
from netgraph.pools.memory import in_memory
from netgraph.pools.on_duckdb import in_duckdb
from netgraph.pools.questions import Introducer, Wanted
from netgraph.pools.tables import Tables


class Answers(Protocol):
    """An open pool; `netgraph.pools.questions` defines what each answer means."""

    def introducers(
        self, wanted: Wanted, *, asker: str | None = None, limit: int | None = None
    ) -> list[Introducer]:
        """Return who knows somebody who is wanted, the members of most reach first."""


@contextmanager
def opened(pool: Tables | Path, engine: str = "duckdb") -> Iterator[Answers]:
    """Open a pool, in memory or in a folder, for questions.

    ``engine`` is ``"duckdb"`` or ``"memory"``.

    Raises
    ------
    InvalidInput
        If there is no such engine.
    MissingExtra
        If it is not installed.
    UnreadableFile
        If the folder holds no pool.
    """
    if engine == "memory":
        yield in_memory(pool)
        return
    if engine not in ENGINES:
        raise InvalidInput(f"no engine {engine!r}; there are memory, {', '.join(ENGINES)}")
    with ENGINES[engine](pool) as database:
        yield Expressed(database)


ENGINES: Final[dict[str, Callable[[Tables | Path], AbstractContextManager[Database]]]] = {
    "duckdb": in_duckdb
}
"""How each engine that takes expressions opens a pool."""
