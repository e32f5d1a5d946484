"""Invented pools of any size, as like real ones as their shape goes; the same for the same seed.

A member knows a log-normal number of people (about 500 on average, half of them less than 334, as
exports of professional networks have). Of these some are colleagues, some were at the same school,
a few share as well, and the rest may be anybody. Within each of these circles the person of rank
:math:`r` is known in proportion to :math:`r^{-0.6}`, so how many members know somebody has a power
law with exponent :math:`1 + 1/0.6 = 2.7`: most are known to one or two, a few to thousands.
Employers and schools have sizes by the same law. Keys are 128 bits in hexadecimal, as hashes are.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import numpy as np

from netgraph.pools.extras import needed
from netgraph.pools.mixing import mixed
from netgraph.pools.tables import COLUMNS, Tables, write_table

if TYPE_CHECKING:
    import pyarrow as pa

Numbers: TypeAlias = "np.ndarray[Any, np.dtype[Any]]"

MEDIAN: Final = 334
SPREAD: Final = 0.9
KNOWS: Final = 480
"""How many people a member knows: median, deviation of the logarithm, and about the mean."""

KNOWN_BY: Final = 6
STAFF: Final = 30
CLASS: Final = 300
"""On average, how many members know somebody, and how many people an employer and a school have."""

SKEW: Final = 1 / (1 - 0.6)
"""A rank drawn as :math:`n u^{2.5}` has a density proportional to :math:`r^{-0.6}`."""

CIRCLES: Final = (0.35, 0.25, 0.05)
"""Shares of ties to colleagues, to people of the same school and to other members there."""

BANDS: Final = ((1 / 6, 0.65), (3 / 6, 0.25), (5 / 6, 0.10))
"""Strengths of ties, and how frequent they are."""

FUNCTIONS: Final = ("", "engineering", "sales", "operations", "finance", "research")
LEVELS: Final = ("", "junior", "senior", "head", "executive")
PIECE: Final = 2_000
"""Members whose ties are drawn at a time."""


def invented(ties: int, *, seed: int = 0) -> Tables:
    """Return a pool with this many ties, in memory.

    >>> pool = invented(3000).checked()
    >>> pool.ties.num_rows, pool.people.num_rows
    (3000, 500)
    """
    needed("pyarrow")
    import pyarrow as pa  # noqa: PLC0415

    world = _world(ties, seed)
    found = pa.concat_tables(world.pieces(ties))
    return Tables(world.people(), found, _members(found["source"].unique()))


def invent(ties: int, folder: Path, *, seed: int = 0) -> None:
    """Write the pool that `invented` returns into a folder, piece by piece."""
    needed("pyarrow")
    world = _world(ties, seed)
    sharing: list[pa.Array] = []

    def noted() -> Iterator[pa.Table]:
        for piece in world.pieces(ties):
            sharing.append(piece["source"].unique())
            yield piece

    write_table(folder, "people", [world.people()])
    write_table(folder, "ties", noted())
    write_table(folder, "members", map(_members, sharing))


def employer(rank: int) -> str:
    """Return what the employer of some rank is called; 0 has most people."""
    return f"Employer {rank}"


class Circles:
    """Who is where: the people of each place, in the order of how well known they are."""

    def __init__(self, place: Numbers, people: Numbers) -> None:
        order = np.argsort(place[people], kind="stable")
        self.people = people[order]
        self.size = np.bincount(place[people], minlength=int(place.max()) + 1)
        self.begin = np.cumsum(self.size) - self.size

    def drawn(self, place: Numbers, luck: Numbers) -> Numbers:
        """Return somebody of each place; luck is even on [0, 1)."""
        size = np.maximum(self.size[place], 1)
        found = self.begin[place] + (size * luck**SKEW).astype(np.int64)
        return np.asarray(self.people[np.minimum(found, len(self.people) - 1)])


@dataclass(frozen=True)
class World:
    """People, numbered from the best known on, and where they work and learned.

    They share in the order of ``sharing``, and ``members`` are those whom the others expect to.
    """

    seed: int
    employer: Numbers
    school: Numbers
    sharing: Numbers
    members: Numbers

    @cached_property
    def keys(self) -> pa.Array:
        """Return everybody's key."""
        return _keys(len(self.employer), self.seed)

    @cached_property
    def circles(self) -> list[tuple[float, Circles, Numbers]]:
        """Return each circle of life: its share of ties, who is in it, and where everybody is."""
        everybody = np.arange(len(self.employer))
        some = (everybody, everybody, self.members)
        places = (self.employer, self.school, self.school)
        return [
            (share, Circles(place, people), place)
            for share, people, place in zip(CIRCLES, some, places, strict=True)
        ]

    def people(self) -> pa.Table:
        """Return the table of people."""
        import pyarrow as pa  # noqa: PLC0415

        random = np.random.default_rng((self.seed, 1))
        n = len(self.employer)
        function, level = (random.integers(0, len(some), n) for some in (FUNCTIONS, LEVELS))
        names = (
            (self.employer, [employer(i) for i in range(int(self.employer.max()) + 1)]),
            (function, FUNCTIONS),
            (level, LEVELS),
            (self.school, [f"School {i}" for i in range(int(self.school.max()) + 1)]),
        )
        said = [pa.array(texts, pa.string()).take(pa.array(which)) for which, texts in names]
        columns = [self.keys, *said, pa.nulls(n, pa.string())]
        return pa.table(dict(zip(COLUMNS["people"], columns, strict=True)))

    def pieces(self, ties: int) -> Iterator[pa.Table]:
        """Yield this many ties, member by member."""
        import pyarrow as pa  # noqa: PLC0415

        for begin in range(0, len(self.sharing), PIECE):
            drawn = self._drawn(begin)
            columns = [self.keys.take(pa.array(people[:ties])) for people in drawn[:2]]
            strength = pa.array(drawn[2][:ties])
            yield pa.table(dict(zip(COLUMNS["ties"], [*columns, strength], strict=True)))
            ties -= len(drawn[2])
            if ties <= 0:
                return

    def _drawn(self, begin: int) -> tuple[Numbers, Numbers, Numbers]:
        """Return the ties of some members: source, target and strength."""
        random = np.random.default_rng((self.seed, 2, begin))
        members = self.sharing[begin : begin + PIECE]
        knows = np.maximum(random.lognormal(np.log(MEDIAN), SPREAD, len(members)), 1).astype(int)
        source = np.repeat(members, knows)
        target = self._targets(source, np.repeat(knows, knows), random)
        pairs = np.unique((source * len(self.employer) + target)[source != target])
        source, target = np.divmod(pairs, len(self.employer))
        strengths, often = np.array(BANDS).T
        return source, target, random.choice(strengths, len(pairs), p=often)

    def _targets(self, source: Numbers, knows: Numbers, random: np.random.Generator) -> Numbers:
        """Return whom each tie leads to; a place smaller than the ties of a member is too small."""
        where, luck = random.random(len(source)), random.random(len(source))
        target = (len(self.employer) * luck**SKEW).astype(np.int64)
        begin = 0.0
        for share, circles, place in self.circles:
            here = (begin <= where) & (where < begin + share)
            here &= circles.size[place[source]] > knows
            target[here] = circles.drawn(place[source[here]], luck[here])
            begin += share
        return target


def _world(ties: int, seed: int) -> World:
    """Return the people of a pool of some size."""
    random = np.random.default_rng((seed, 0))
    n = max(ties // KNOWN_BY, 2)

    def places(size: int) -> Numbers:
        return np.asarray(max(n // size, 1) * random.random(n) ** SKEW).astype(int)

    sharing = random.permutation(n)
    return World(seed, places(STAFF), places(CLASS), sharing, sharing[: 2 + ties // KNOWS])


def _members(keys: pa.Array) -> pa.Table:
    import pyarrow as pa  # noqa: PLC0415

    return pa.table({"member": keys, "name": pa.nulls(len(keys), pa.string())})


def _keys(n: int, seed: int) -> pa.Array:
    """Return n different keys that look like hashes."""
    import pyarrow as pa  # noqa: PLC0415

    numbers = np.arange(n, dtype=np.uint64) + np.uint64(seed << 32)
    halves = np.stack([mixed(numbers), mixed(~numbers)], axis=1)
    letters = halves.astype(">u8").tobytes().hex().encode()
    offsets = np.arange(n + 1, dtype=np.int32) * 32
    return pa.StringArray.from_buffers(n, pa.py_buffer(offsets), pa.py_buffer(letters))
