"""All that members say of people, column by column, once the records have met.

Everybody has a number, in the order of their keys, so millions of records are a few arrays.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import numpy as np

from netgraph.identity.companies import company_key, display_name
from netgraph.pools.files import BANDS
from netgraph.pools.limits import BEARS
from netgraph.pools.parts import TEXTS, Part, lists_of
from netgraph.pools.persons import NOBODY, Persons, met
from netgraph.pools.shares import middle_of
from netgraph.pools.tables import schema_of

if TYPE_CHECKING:
    import pyarrow as pa

    Numbers: TypeAlias = np.ndarray[Any, np.dtype[Any]]

BATCHES: Final = 8
"""So many times marks are read: more need less memory, and more time."""

FIRMS: Final = ("employer", "school")
"""Columns whose values have spellings."""


@dataclass(frozen=True)
class Records:
    """What the members say; ``source`` says something of ``target``, by their places in ``keys``.

    ``members`` are the keys of the members, one for each of the ``parts``.
    """

    parts: Sequence[Part]
    persons: Persons
    members: list[str]
    keys: pa.Array
    source: Numbers
    target: Numbers

    @classmethod
    def of(cls, parts: Sequence[Part]) -> Records:
        """Return what some members say."""
        import pyarrow as pa  # noqa: PLC0415
        import pyarrow.compute as pc  # noqa: PLC0415

        sizes, found = _met(parts)
        of_people, of_members = np.split(found.record, [sum(sizes)])
        members = [
            found.marks[i].as_py() if i != NOBODY else f"m{part.member}"
            for part, i in zip(parts, of_members.tolist(), strict=False)
        ]
        sharing = pa.array(members, pa.string())
        used, target = np.unique(of_people, return_inverse=True)
        known = found.marks.take(used)
        keys = pa.concat_arrays([known, sharing]).unique()
        keys = keys.take(pc.sort_indices(keys))
        source, number = (pc.index_in(some, value_set=keys).to_numpy() for some in (sharing, known))
        return cls(parts, found, members, keys, np.repeat(source, sizes), number[target])

    @property
    def marks(self) -> pa.Table:
        """Who every mark is of, in the order of the alphabet."""
        import pyarrow.compute as pc  # noqa: PLC0415

        order = pc.sort_indices(self.persons.marks).to_numpy()
        of = (order, self.persons.person[order])
        return _named("marks", *(_coded(column, self.persons.marks) for column in of))

    def known(self, records: Sequence[Sequence[str]]) -> Iterator[str]:
        """Yield who is meant by the first mark of each record that is known, "" for nobody."""
        import pyarrow as pa  # noqa: PLC0415
        import pyarrow.compute as pc  # noqa: PLC0415

        said = pa.array(sorted({mark for record in records for mark in record}), pa.string())
        places = pc.index_in(said, value_set=self.persons.marks)
        number = dict(zip(said.to_pylist(), places.to_pylist(), strict=True))
        for record in records:
            i = next((number[mark] for mark in record if number[mark] is not None), None)
            yield "" if i is None else self.persons.marks[self.persons.person[i]].as_py()

    def ties(self) -> tuple[pa.Table, pa.Table]:
        """Return who knows whom how well, and which of these are the member's own word.

        Of what one member says twice of a person, the closer counts, and the first of equals.
        """
        import pyarrow as pa  # noqa: PLC0415

        band, is_stated = self._column("band"), self._column("stated")
        pair = self.source * np.int64(len(self.keys)) + self.target
        order = np.lexsort((-band, pair))
        order = order[np.diff(pair[order], prepend=NOBODY) != 0]
        order = order[self.source[order] != self.target[order]]
        strength = np.array([0.0, *map(middle_of, BANDS)])[band[order]]
        ends = [_coded(column[order], self.keys) for column in (self.source, self.target)]
        stated = [column.filter(pa.array(is_stated[order])) for column in ends]
        return _named("ties", *ends, pa.array(strength)), _named("stated", *stated)

    def bears(self) -> dict[str, int]:
        """Return who gets another number of asks a quarter than usual: the least that is said."""
        least = np.full(len(self.keys), np.iinfo(np.int32).max, np.int32)
        np.minimum.at(least, self.target, self._column("bears"))
        other = np.flatnonzero((least != BEARS) & (least != np.iinfo(np.int32).max))
        return dict(zip(self.keys.take(other).to_pylist(), least[other].tolist(), strict=True))

    def people(self, names: Mapping[str, str]) -> pa.Table:
        """Return what most members say of each, the last in the alphabet of equals.

        ``names`` are what members are called.
        """
        import pyarrow as pa  # noqa: PLC0415
        import pyarrow.compute as pc  # noqa: PLC0415

        firms = self._firms()
        said = {column: self._most(column, firms if column in FIRMS else {}) for column in TEXTS}
        called = pc.index_in(self.keys, value_set=pa.array(names, pa.string()))
        called = pa.array([name or None for name in names.values()], pa.string()).take(called)
        name = pc.coalesce(called, said.pop("name"))
        columns = [self.keys, *(column.fill_null("") for column in said.values()), name]
        return _named("people", *columns)

    def _most(self, column: str, meant: Mapping[str, str]) -> pa.Array:
        """Return what most members say of each in a column, missing where nobody says anything."""
        import pyarrow as pa  # noqa: PLC0415

        texts, coded = self._texts(column)
        values = sorted({meant.get(text, text) for text in texts})
        place = {value: i for i, value in enumerate(values)}
        places = np.array([place[meant.get(text, text)] for text in texts], np.int64)
        says = np.flatnonzero(coded != NOBODY)
        says = says[np.array([v != "" for v in values], bool)[places[coded[says]]]]
        pairs = self.target[says] * np.int64(len(values)) + places[coded[says]]
        pairs, often = np.unique(pairs, return_counts=True)
        person, value = np.divmod(pairs, max(len(values), 1))
        order = np.lexsort((value, often, person))
        last = order[np.diff(person[order], append=NOBODY) != 0]
        chosen = np.full(len(self.keys), NOBODY)
        chosen[person[last]] = value[last]
        return pa.array(values, pa.string()).take(pa.array(chosen, mask=chosen == NOBODY))

    def _firms(self) -> dict[str, str]:
        """Return the best spelling of every name of an employer or a school."""
        spelt: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for column in FIRMS:
            texts, coded = self._texts(column)
            often = np.bincount(coded[coded != NOBODY], minlength=len(texts))
            for text, n in zip(texts, often.tolist(), strict=True):
                if text and n:
                    spelt[company_key(text) or text][text] += n
        return {
            text: best
            for spellings in spelt.values()
            for best in (display_name(spellings),)
            for text in spellings
        }

    def _texts(self, column: str) -> tuple[list[str], Numbers]:
        """Return the different values of a column of texts, and the place of each row's in them."""
        chunks = [c for part in self.parts for c in part.columns([column])[column].chunks]
        if not any(map(len, chunks)):
            return [], np.array([], np.int64)
        import pyarrow as pa  # noqa: PLC0415

        coded = pa.chunked_array(chunks).unify_dictionaries()
        places = [chunk.indices.fill_null(NOBODY).to_numpy() for chunk in coded.chunks]
        return coded.chunk(0).dictionary.to_pylist(), np.concatenate(places)

    def _column(self, name: str) -> Numbers:
        """Return a column of numbers."""
        columns = [part.columns([name])[name].to_numpy() for part in self.parts]
        return np.concatenate(columns)


def _coded(places: Numbers, texts: pa.Array) -> pa.Array:
    """Return texts by their places, each of which is held once."""
    import pyarrow as pa  # noqa: PLC0415

    return pa.DictionaryArray.from_arrays(pa.array(places, pa.int32()), texts)


def _named(table: str, *columns: pa.Array) -> pa.Table:
    """Return a table with the columns that it has."""
    import pyarrow as pa  # noqa: PLC0415

    return pa.table(columns, schema_of(table).names)


def _met(parts: Sequence[Part]) -> tuple[list[int], Persons]:
    """Return how many people each member shares, and who is meant by all marks.

    Records are all people, then the members themselves, then whom they asked.
    """
    import pyarrow as pa  # noqa: PLC0415

    sizes: list[int] = []

    def batches() -> Iterator[pa.ChunkedArray]:
        size = -(-len(parts) // BATCHES)
        for begin in range(0, len(parts), size):
            shared = [part.columns(["marks"])["marks"] for part in parts[begin : begin + size]]
            sizes.extend(map(len, shared))
            yield pa.chunked_array([chunk for column in shared for chunk in column.chunks])
        others = [part.shares.me for part in parts]
        others += [asked.marks for part in parts for asked in part.shares.asked]
        yield pa.chunked_array([lists_of(others)])

    return sizes, met(batches())
