"""A pool in memory: everybody has a number, and the questions are asked by numpy and scipy.sparse.

For a pool that fits, what is iterated is many times faster than by joins, and one question as
fast. Every answer is that of the expressions in `questions`, `surveys` and `walks`, which say what
it means, to all the digits that are said.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias

import numpy as np

from netgraph.pools.extras import needed
from netgraph.pools.questions import DIGITS, FELLOW, Chain, Introducer, Wanted, passes
from netgraph.pools.surveys import Coverage, Load
from netgraph.pools.tables import Tables, read_tables
from netgraph.pools.walks import DAMPING, FINE, STEPS, Part, Rank

if TYPE_CHECKING:
    import pyarrow as pa

Numbers: TypeAlias = "np.ndarray[Any, np.dtype[Any]]"

NOBODY: Final = -1


class Ties(NamedTuple):
    """Some of the ties: who states each, whom it leads to and how strong it is."""

    source: Numbers
    target: Numbers
    strength: Numbers

    def where(self, chosen: Numbers) -> Ties:
        """Return some of these."""
        return Ties(*(column[chosen] for column in self))


class AtEmployers(NamedTuple):
    """Ties to people at employers, in the order of members and employers.

    ``first`` has where those of another pair begin, ``whole`` how strong all of a pair are.
    """

    target: Numbers
    strength: Numbers
    firm: Numbers
    first: Numbers
    whole: Numbers

    @classmethod
    def of(cls, ties: Ties, firm: Numbers) -> AtEmployers:
        """Return ties that are in that order."""
        new = (np.diff(ties.source, prepend=NOBODY) != 0) | (np.diff(firm, prepend=NOBODY) != 0)
        pair = np.cumsum(new) - 1
        whole = np.bincount(pair, ties.strength)[pair]
        return cls(ties.target, ties.strength, firm, np.flatnonzero(new), whole)


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

        columns = (self.pool.people["person"], self.pool.members["member"])
        said = [chunk for column in columns for chunk in column.chunks]
        keys = pa.chunked_array([*said, *(texts for texts, _ in self.ends)], pa.string()).unique()
        return keys.take(pc.sort_indices(keys))

    @cached_property
    def ends(self) -> list[tuple[pa.Array, Numbers]]:
        """Who states ties and to whom they lead: their keys, and which of these each tie has."""
        return [_told_apart(self.pool.ties[column]) for column in ("source", "target")]

    def numbers(self, keys: Any) -> Numbers:
        """Return the number of each of these keys."""
        import pyarrow.compute as pc  # noqa: PLC0415

        return np.asarray(pc.index_in(keys, value_set=self.keys).to_numpy())

    @cached_property
    def ties(self) -> Ties:
        """All ties but those that somebody states with themselves."""
        source, target = (self.numbers(texts)[place] for texts, place in self.ends)
        strength = self.pool.ties["strength"].to_numpy()
        return Ties(source, target, strength).where(source != target)

    @cached_property
    def employers(self) -> tuple[pa.Array, Numbers]:
        """The employers in order, and the number of everybody's; -1 is not known."""
        import pyarrow.compute as pc  # noqa: PLC0415

        people = self.pool.people
        names = people["employer"].unique()
        names = names.filter(pc.not_equal(names, "")).drop_null()
        names = names.take(pc.sort_indices(names))
        of = np.full(len(self.keys), NOBODY)
        said = pc.fill_null(pc.index_in(people["employer"], value_set=names), NOBODY)
        of[self.numbers(people["person"])] = said.to_numpy()
        return names, of

    def introducers(
        self, wanted: Wanted, *, asker: str | None = None, limit: int | None = None
    ) -> list[Introducer]:
        """Return who knows somebody who is wanted, the members of most reach first."""
        ego, looked_for = self._number(asker), self._fits(wanted)
        if ego != NOBODY:
            looked_for[self.ties.target[self.ties.source == ego]] = False
            looked_for[ego] = False
        into = looked_for[self.ties.target] & (self.ties.source != ego)
        m, p, strength = self.ties.where(into)
        standing = self._standing(ego)[m]
        pull = standing * strength / np.log(1 + self._count(self.ties.source)[m])
        reach = self._count(m, pull)[m].round(DIGITS)
        chance = (passes(standing) * passes(strength)).round(DIGITS)
        order = np.lexsort((p, m, -strength, -reach))[:limit]
        return list(map(Introducer, *self._said(order, (m, p), (strength, chance, reach))))

    def chains(self, asker: str, wanted: Wanted, *, limit: int | None = None) -> list[Chain]:
        """Return by whom the asker reaches who is wanted, the likeliest way first."""
        ego, goal = self._number(asker), self._fits(wanted)
        if ego == NOBODY:
            return []
        goal[ego] = False
        own = self.ties.where(self.ties.source == ego)
        last = self.ties.where(goal[self.ties.target])
        middle = self._among(own.target)[self.ties.source] & (self.ties.target != ego)
        onward = self.ties.where(middle & self._among(last.source)[self.ties.target])
        ways = _ways(own, onward, last, goal)
        first, second, person, links, chance = map(np.concatenate, zip(*ways, strict=True))
        chance = chance.round(DIGITS)
        order = np.lexsort((second, first, person, links, -chance))[:limit]
        columns = self._said(order, (first, second, person), (links, chance))
        return list(map(Chain, *columns))

    def loads(self, *, limit: int | None = None) -> list[Load]:
        """Return how much would fall on whom, the most first."""
        source, target, _ = self.ties
        known_by, knows = self._count(target), self._count(source)
        mutual = self._count(source[self._is_mutual()])
        at = self._at_employers()
        load = self._count(at.target, at.strength / at.whole).round(DIGITS)
        p = np.flatnonzero(known_by + knows)
        reciprocity = (2 * mutual[p] / (known_by + knows)[p]).round(DIGITS)
        order = np.lexsort((p, -knows[p], -known_by[p], -load[p]))[:limit]
        scores = (known_by[p], knows[p], mutual[p], reciprocity, load[p])
        return list(map(Load, *self._said(order, (p,), scores)))

    def coverage(self, *, limit: int | None = None) -> list[Coverage]:
        """Return how well each employer is reached, the best first."""
        names, of = self.employers
        at = self._at_employers()
        strongest = np.zeros(len(names))
        np.maximum.at(strongest, at.firm, at.strength)
        people = np.bincount(of[of != NOBODY], minlength=len(names))
        met = of[self._among(at.target)]
        reached = np.bincount(met, minlength=len(names))
        ties = np.bincount(at.firm, minlength=len(names))
        members = np.bincount(at.firm[at.first], minlength=len(names))
        order = np.lexsort((np.arange(len(names)), -ties, -members))[:limit]
        scores = (people, reached, members, ties, strongest)
        said = (column[order].tolist() for column in scores)
        return list(map(Coverage, names.take(order).to_pylist(), *said))

    def pagerank(
        self, seeds: Sequence[str], *, steps: int = STEPS, limit: int | None = None
    ) -> list[Rank]:
        """Return who is near to the seeds, the nearest first."""
        from scipy.sparse import diags_array  # type: ignore[import-untyped] # noqa: PLC0415

        links = self._links()
        whole = np.asarray(links.sum(axis=0)).ravel()
        begin = np.zeros(len(self.keys))
        numbers = [i for seed in set(seeds) if (i := self._number(seed)) != NOBODY and whole[i]]
        begin[numbers] = 1 / max(len(numbers), 1)
        moves = links @ diags_array(np.divide(DAMPING, whole, out=0 * whole, where=whole > 0))
        rank = begin
        for _ in range(steps):
            rank = moves @ rank + (1 - DAMPING) * begin
        p = np.flatnonzero(rank)
        rank = rank[p].round(FINE)
        order = np.lexsort((p, -rank))[:limit]
        return list(map(Rank, *self._said(order, (p,), (rank,))))

    def components(self, *, limit: int | None = None) -> list[Part]:
        """Return who is connected to whom, the largest component first."""
        from scipy.sparse.csgraph import (  # type: ignore[import-untyped] # noqa: PLC0415
            connected_components,
        )

        links = self._links()
        _, label = connected_components(links, directed=False)
        p = np.flatnonzero(np.diff(links.indptr))
        _, first, part, size = np.unique(
            label[p], return_index=True, return_inverse=True, return_counts=True
        )
        owner, size = p[first][part], size[part]
        order = np.lexsort((p, owner, -size))[:limit]
        return list(map(Part, *self._said(order, (p, owner), (size,))))

    def _at_employers(self) -> AtEmployers:
        """Return the ties to people whose employer is known, those of a member at one together."""
        _, of = self.employers
        at = self.ties.where(of[self.ties.target] != NOBODY)
        at = at.where(_in_order(of[at.target]))
        at = at.where(_in_order(at.source))
        return AtEmployers.of(at, of[at.target])

    def _is_mutual(self) -> Numbers:
        """Return of each tie whether there is one back; only members state ties."""
        source, target, _ = self.ties
        n = len(self.keys)
        between = np.flatnonzero(self._among(source)[target])
        there, back = (
            a[between] * np.int64(n) + b[between] for a, b in ((source, target), (target, source))
        )
        return between[np.isin(there, back)]

    def _links(self) -> Any:
        """Return how strong the ties between any two are, in either direction."""
        from scipy.sparse import coo_array  # noqa: PLC0415

        source, target, strength = self.ties
        n = len(self.keys)
        there = coo_array((strength, (source, target)), shape=(n, n)).tocsr()
        return (there + there.T).tocsr()

    def _said(
        self, order: Numbers, people: Iterable[Numbers], scores: Iterable[Numbers]
    ) -> list[list[Any]]:
        """Return columns in some order, of people by their keys."""
        keys = (self._names(column[order]) for column in people)
        return [*keys, *(column[order].tolist() for column in scores)]

    def _names(self, numbers: Numbers) -> list[str]:
        """Return the key of each of these, "" for nobody."""
        import pyarrow as pa  # noqa: PLC0415

        found = pa.array(numbers, mask=numbers == NOBODY)
        return [key or "" for key in self.keys.take(found).to_pylist()]

    def _number(self, key: str | None) -> int:
        """Return somebody's number."""
        import pyarrow as pa  # noqa: PLC0415

        return int(self.keys.index(pa.scalar(key, pa.string())).as_py()) if key else NOBODY

    def _count(self, numbers: Numbers, weights: Numbers | None = None) -> Numbers:
        """Return how often everybody's number is there, or with what weights."""
        return np.bincount(numbers, weights, minlength=len(self.keys))

    def _among(self, numbers: Numbers) -> Numbers:
        """Return of everybody whether their number is there."""
        there = np.zeros(len(self.keys), bool)
        there[numbers] = True
        return there

    def _fits(self, wanted: Wanted) -> Numbers:
        """Return of everybody whether they are wanted."""
        import pyarrow.compute as pc  # noqa: PLC0415

        people = self.pool.people
        for column, value in wanted.said.items():
            people = people.filter(pc.equal(people[column], value))
        return self._among(self.numbers(people["person"]))

    def _standing(self, ego: int) -> Numbers:
        """Return how well everybody and the asker stand, by the word of both."""
        standing = np.full(len(self.keys), FELLOW)
        source, target, strength = self.ties
        if ego != NOBODY:
            for mine, other in ((source, target), (target, source)):
                np.maximum.at(standing, other[mine == ego], strength[mine == ego])
        return standing


def _ways(own: Ties, onward: Ties, last: Ties, goal: Numbers) -> list[tuple[Numbers, ...]]:
    """Return the columns of `Chain` for one, two and three ties."""

    def way(
        first: Numbers, second: Numbers, person: Numbers, *ties: Numbers
    ) -> tuple[Numbers, ...]:
        chance = np.prod([passes(strength) for strength in ties], axis=0)
        return first, second, person, np.full(len(person), len(ties)), chance

    direct = own.where(goal[own.target])
    nobody = np.full(len(direct.target), NOBODY)
    one = way(nobody, nobody, direct.target, direct.strength)
    i, j = _meetings(own.target, last.source)
    two = way(
        own.target[i], np.full(len(i), NOBODY), last.target[j], own.strength[i], last.strength[j]
    )
    k, m = _meetings(own.target, onward.source)
    begun, goes_on = own.where(k), onward.where(m)
    k, m = _meetings(goes_on.target, last.source)
    begun, goes_on, ends = begun.where(k), goes_on.where(k), last.where(m)
    three = way(
        begun.target, goes_on.target, ends.target, *(t.strength for t in (begun, goes_on, ends))
    )
    return [one, two, tuple(column[begun.target != ends.target] for column in three)]


def _meetings(left: Numbers, right: Numbers) -> tuple[Numbers, Numbers]:
    """Return the positions of every pair of equal numbers."""
    order = np.argsort(right, kind="stable")
    begin = np.searchsorted(right[order], left, "left")
    many = np.searchsorted(right[order], left, "right") - begin
    i = np.repeat(np.arange(len(left)), many)
    within = np.arange(len(i)) - np.repeat(np.cumsum(many) - many, many)
    return i, order[np.repeat(begin, many) + within]


def _told_apart(column: pa.ChunkedArray) -> tuple[pa.Array, Numbers]:
    """Return the different texts of a column, and the place of each row's among them."""
    import pyarrow as pa  # noqa: PLC0415

    coded = column.dictionary_encode()
    if not coded.num_chunks:
        return pa.array([], pa.string()), np.array([], np.int64)
    return coded.chunk(0).dictionary, np.concatenate([np.asarray(c.indices) for c in coded.chunks])


def _in_order(numbers: Numbers) -> Numbers:
    """Return where the numbers stand, the smallest first: counted, not compared, so in line.

    >>> _in_order(np.array([2, 0, 2, 1])).tolist()
    [1, 3, 0, 2]
    """
    from scipy.sparse import coo_array  # noqa: PLC0415

    where = (numbers, np.arange(len(numbers)))
    shape = int(numbers.max(initial=0)) + 1, max(len(numbers), 1)
    return np.asarray(coo_array((np.ones(len(numbers), bool), where), shape=shape).tocsr().indices)
