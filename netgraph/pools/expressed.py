"""A pool in a database: Ibis writes the SQL in its dialect, the database does the rest."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING, Any, TypeAlias

from netgraph.pools import questions, surveys, walks
from netgraph.pools.questions import Asked, Chain, Introducer, Wanted
from netgraph.pools.surveys import Coverage, Load
from netgraph.pools.tables import COLUMNS
from netgraph.pools.walks import STEPS, Part, Rank

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ibis import Table

Row: TypeAlias = tuple[Any, ...]


@dataclass(frozen=True)
class Database:
    """Somewhere that SQL runs, with a pool's tables in it.

    ``dialect`` is its name in Ibis, ``rows`` gives what a query finds, ``keep`` writes that
    down in a table of some name which ends with the connection, and ``drop`` ends it before.
    """

    dialect: str
    rows: Callable[[str], list[Row]]
    keep: Callable[[str, str], object]
    drop: Callable[[str], object]


@dataclass(frozen=True)
class Expressed:
    """The answers of a database to the expressions of `netgraph.pools.questions`."""

    database: Database
    numbers: Iterator[int] = field(default_factory=count)

    def introducers(
        self, wanted: Wanted, *, asker: str | None = None, limit: int | None = None
    ) -> list[Introducer]:
        """Return who knows somebody who is wanted, the members of most reach first."""
        found = questions.introducers(self.asked, wanted, asker)
        return [Introducer(*row) for row in self._rows(found, limit)]

    def chains(self, asker: str, wanted: Wanted, *, limit: int | None = None) -> list[Chain]:
        """Return by whom the asker reaches who is wanted, the likeliest way first."""
        found = questions.chains(self.asked, asker, wanted)
        return [Chain(*row) for row in self._rows(found, limit)]

    def loads(self, *, limit: int | None = None) -> list[Load]:
        """Return how much would fall on whom, the most first."""
        return [Load(*row) for row in self._rows(surveys.loads(self.asked), limit)]

    def coverage(self, *, limit: int | None = None) -> list[Coverage]:
        """Return how well each employer is reached, the best first."""
        return [Coverage(*row) for row in self._rows(surveys.coverage(self.asked), limit)]

    def pagerank(
        self, seeds: Sequence[str], *, steps: int = STEPS, limit: int | None = None
    ) -> list[Rank]:
        """Return who is near to the seeds, the nearest first."""
        found = walks.pagerank(self.asked, seeds, steps=steps)
        return [Rank(*row) for row in self._rows(found, limit)]

    def components(self, *, limit: int | None = None) -> list[Part]:
        """Return who is connected to whom, the largest component first."""
        return [Part(*row) for row in self._rows(walks.components(self.asked), limit)]

    @property
    def asked(self) -> Asked:
        """The tables, for expressions."""
        import ibis  # noqa: PLC0415

        tables = {n: ibis.table(dict(columns), name=n) for n, columns in COLUMNS.items()}
        return Asked(**tables, keep=self._kept, drop=self._dropped, count=self._count)

    def _kept(self, table: Table) -> Table:
        import ibis  # noqa: PLC0415

        name = f"kept_{next(self.numbers)}"
        self.database.keep(name, self._sql(table))
        return ibis.table(table.schema(), name=name)

    def _dropped(self, table: Table) -> None:
        self.database.drop(table.get_name())

    def _count(self, table: Table) -> int:
        return int(self._rows(table.aggregate(n=table.count()))[0][0])

    def _rows(self, table: Table, limit: int | None = None) -> list[Row]:
        return self.database.rows(self._sql(table if limit is None else table.limit(limit)))

    def _sql(self, table: Table) -> str:
        import ibis  # noqa: PLC0415

        return str(ibis.to_sql(table, dialect=self.database.dialect))


def quoted(text: str) -> str:
    """Return a text as SQL writes it.

    >>> quoted("ana's pool")
    "'ana''s pool'"
    """
    return "'" + text.replace("'", "''") + "'"
