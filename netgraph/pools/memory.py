"""The questions of `netgraph.pools.questions` in memory, by numpy and scipy.sparse.

For a pool that fits, what is iterated is many times faster than by joins, and one question as
fast. Every answer is the same to `netgraph.pools.questions.DIGITS` digits.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np

from netgraph.pools.extras import needed
from netgraph.pools.questions import DIGITS, FELLOW, Introducer, Wanted, passes
from netgraph.pools.tables import Tables, read_tables

if TYPE_CHECKING:
    import pyarrow as pa

Numbers: TypeAlias = "np.ndarray[Any, np.dtype[Any]]"


def in_memory(pool: Tables | Path) -> Memory:
    """Return a pool, in memory or in a folder, open for questions."""
    needed("pyarrow", "scipy")
    return Memory(pool if isinstance(pool, Tables) else read_tables(pool))


@dataclass(frozen=True)
class Memory:
    """A pool in which everybody has a number, in the order of their keys."""

    pool: Tables

    @cached_property
    def keys(self) -> pa.Array:
        """Everybody's key, in order."""
        import pyarrow as pa  # noqa: PLC0415
        import pyarrow.compute as pc  # noqa: PLC0415

        people, ties, members = self.pool.people, self.pool.ties, self.pool.members
        columns = (people["person"], members["member"], ties["source"], ties["target"])
        said = [chunk for column in columns for chunk in column.chunks]
        keys = pa.chunked_array(said, pa.string()).unique()
        return keys.take(pc.sort_indices(keys))

    def numbers(self, keys: Any) -> Numbers:
        """Return the number of each of these keys."""
        import pyarrow.compute as pc  # noqa: PLC0415

        return np.asarray(pc.index_in(keys, value_set=self.keys).to_numpy())

    @cached_property
    def source(self) -> Numbers:
        """Of each tie, the number of who states it."""
        return self.numbers(self.pool.ties["source"])

    @cached_property
    def target(self) -> Numbers:
        """Of each tie, the number of whom it leads to."""
        return self.numbers(self.pool.ties["target"])

    @cached_property
    def strength(self) -> Numbers:
        """Of each tie, its strength."""
        return np.asarray(self.pool.ties["strength"].to_numpy())

    @cached_property
    def known(self) -> Numbers:
        """Of everybody, how many people they say they know."""
        return np.bincount(self.source, minlength=len(self.keys))

    def introducers(
        self, wanted: Wanted, *, asker: str | None = None, limit: int | None = None
    ) -> list[Introducer]:
        """Return who knows somebody who is wanted, the members of most reach first."""
        into = self._into(wanted, ego := self._number(asker))
        m, p, strength = self.source[into], self.target[into], self.strength[into]
        standing = self._standing(ego)[m]
        pull = standing * strength / np.log(1 + self.known[m])
        reach = np.bincount(m, pull, minlength=len(self.keys))[m].round(DIGITS)
        chance = (passes(standing) * passes(strength)).round(DIGITS)
        order = np.lexsort((p, m, -strength, -reach))[:limit]
        people = (self.keys.take(numbers[order]).to_pylist() for numbers in (m, p))
        scores = (column[order].tolist() for column in (strength, chance, reach))
        return list(map(Introducer, *people, *scores))

    def _number(self, key: str | None) -> int:
        """Return somebody's number, -1 for nobody."""
        import pyarrow as pa  # noqa: PLC0415

        found = self.keys.index(pa.scalar(key or "", pa.string())).as_py()
        return int(found)

    def _into(self, wanted: Wanted, ego: int) -> Numbers:
        """Of each tie, whether it leads to somebody wanted whom the asker does not know."""
        looked_for = self._fits(wanted)
        into = self.source != self.target
        if ego >= 0:
            looked_for[self.target[self.source == ego]] = False
            looked_for[ego] = False
            into &= self.source != ego
        return np.asarray(into & looked_for[self.target])

    def _fits(self, wanted: Wanted) -> Numbers:
        """Of everybody, whether they are wanted."""
        import pyarrow.compute as pc  # noqa: PLC0415

        people = self.pool.people
        for column, value in wanted.said.items():
            people = people.filter(pc.equal(people[column], value))
        fits = np.zeros(len(self.keys), bool)
        fits[self.numbers(people["person"])] = True
        return fits

    def _standing(self, ego: int) -> Numbers:
        """Of everybody, how well they and the asker stand, by the word of both."""
        standing = np.full(len(self.keys), FELLOW)
        if ego >= 0:
            for mine, other in ((self.source, self.target), (self.target, self.source)):
                ties = mine == ego
                np.maximum.at(standing, other[ties], self.strength[ties])
        return standing
