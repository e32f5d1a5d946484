"""A pool in a database: Ibis writes the SQL in its dialect, the database does the rest."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING, Any, TypeAlias

from netgraph.pools import questions
from netgraph.pools.questions import Asked, Introducer, Wanted
from netgraph.pools.tables import COLUMNS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ibis import Table

Row: TypeAlias = tuple[Any, ...]


@dataclass(frozen=True)
class Database:
    """Somewhere that SQL runs, with a pool's tables in it.

    ``dialect`` is its name in Ibis, ``rows`` gives what a query finds, and ``keep`` writes that
    down in a table of some name which ends with the connection.
    """

    dialect: str
    rows: Callable[[str], list[Row]]
    keep: Callable[[str, str], object]


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

    @property
    def asked(self) -> Asked:
        """The tables, for expressions."""
        import ibis  # noqa: PLC0415

        tables = {n: ibis.table(dict(columns), name=n) for n, columns in COLUMNS.items()}
        return Asked(**tables, keep=self._kept)

    def _kept(self, table: Table) -> Table:
        import ibis  # noqa: PLC0415

        name = f"kept_{next(self.numbers)}"
        self.database.keep(name, self._sql(table))
        return ibis.table(table.schema(), name=name)

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
