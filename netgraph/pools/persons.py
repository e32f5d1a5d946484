"""Who is meant by marks: records meet, and those that meet are of one person.

One profile or one e-mail address in common is enough. The same name at the same employer brings a
record without a profile to the one person of that name who has one; where several have one, nobody
says whose it is, and the records without are one more person.

Every mark has a number, the surest kind first and then by the alphabet, so that the smallest number
of a person is the mark they go by. In what order the records come makes no difference.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias

import numpy as np

from netgraph.identity.marks import EMAIL, NAME, PROFILE

if TYPE_CHECKING:
    import pyarrow as pa

    Numbers: TypeAlias = np.ndarray[Any, np.dtype[Any]]

RANKED: Final = (PROFILE, EMAIL, NAME)
"""How sure the kinds of mark are; a kind that is not known here comes last."""

NOBODY: Final = -1


@dataclass(frozen=True)
class Persons:
    """Who is meant: ``person`` has for every one of ``marks`` the number of the mark they go by.

    ``record`` has it for every record, `NOBODY` for one without marks.
    """

    marks: pa.Array
    person: Numbers
    record: Numbers


class Signs(NamedTuple):
    """All marks of all records as numbers, each with the number of its record.

    Names have numbers from ``names`` up to ``others``, profiles those below ``emails``.
    """

    mark: Numbers
    record: Numbers
    emails: int
    names: int
    others: int

    @property
    def is_name(self) -> Numbers:
        """Of each whether it is a name with an employer."""
        return (self.mark >= self.names) & (self.mark < self.others)


def met(records: Iterable[pa.ChunkedArray]) -> Persons:
    """Return who is meant by the marks of records, which come in a few batches.

    >>> import pyarrow as pa
    >>> found = met([pa.chunked_array([[["p1", "e1"], ["e1", "n1"], ["n1"], ["p2", "n2"]]])])
    >>> found.marks.take(found.record).to_pylist()
    ['p1', 'p1', 'p1', 'p2']
    """
    marks, lengths, signs = _numbered(records)
    has_marks = np.flatnonzero(lengths)
    first = signs.mark[(np.cumsum(lengths) - lengths)[has_marks]]
    leading = np.full(len(lengths), NOBODY, np.int64)
    leading[has_marks] = first
    sure = _firsts(signs.record, np.flatnonzero(~signs.is_name))
    leading[signs.record[sure]] = signs.mark[sure]
    person = _meeting(signs, leading, len(marks))
    of_record = np.full(len(lengths), NOBODY, np.int64)
    of_record[has_marks] = person[first]
    return Persons(marks, person, of_record)


def _numbered(records: Iterable[pa.ChunkedArray]) -> tuple[pa.Array, Numbers, Signs]:
    """Return the different marks in order, how many each record has, and what stands where."""
    import pyarrow as pa  # noqa: PLC0415
    import pyarrow.compute as pc  # noqa: PLC0415

    words, lengths, codes = _coded(records)
    kind = pc.index_in(pc.utf8_slice_codeunits(words, 0, 1), value_set=pa.array(RANKED))
    kind = kind.fill_null(len(RANKED))
    order = pc.sort_indices(
        pa.table({"kind": kind, "mark": words}),
        sort_keys=[("kind", "ascending"), ("mark", "ascending")],
    )
    place = np.empty(len(words), np.int32)
    place[order.to_numpy()] = np.arange(len(words), dtype=np.int32)
    ends = np.cumsum(np.bincount(kind.to_numpy(), minlength=len(RANKED)))
    record = np.repeat(np.arange(len(lengths), dtype=np.int32), lengths)
    signs = Signs(place[codes], record, *map(int, ends[: len(RANKED)]))
    return words.take(order), lengths, signs


def _coded(records: Iterable[pa.ChunkedArray]) -> tuple[pa.Array, Numbers, Numbers]:
    """Return the different marks, how many each record has, and which they are.

    Of the texts only one batch is held at a time, and those that are different.
    """
    import pyarrow as pa  # noqa: PLC0415
    import pyarrow.compute as pc  # noqa: PLC0415

    words = pa.array([], pa.string())
    lengths, codes = [], []
    for batch in records:
        coded = pc.list_flatten(batch).combine_chunks().dictionary_encode()
        place = pc.index_in(coded.dictionary, value_set=words)
        new = coded.dictionary.filter(place.is_null())
        place = np.asarray(place.fill_null(NOBODY)).copy()
        place[place == NOBODY] = np.arange(len(words), len(words) + len(new))
        words = pa.concat_arrays([words, new])
        codes.append(place[np.asarray(coded.indices)])
        lengths.append(np.asarray(pc.list_value_length(batch)))
    return words, np.concatenate(lengths), np.concatenate(codes)


def _firsts(record: Numbers, chosen: Numbers) -> Numbers:
    """Return of the chosen places, which are in order, the first of each record."""
    return np.asarray(chosen[np.diff(record[chosen], prepend=NOBODY) != 0])


def _meeting(signs: Signs, leading: Numbers, many: int) -> Numbers:
    """Return the smallest mark of whom each mark is of, once all records have met.

    ``leading`` is the mark of each record that the others of it meet.
    """
    best = _by_address(signs, leading, many)
    named = np.flatnonzero(signs.is_name)
    pairs = np.unique(signs.mark[named] * np.int64(many) + leading[signs.record[named]])
    name, lead = np.divmod(pairs, max(many, 1))
    best = _by_name(name, best[lead], signs.emails, many)[best]
    person = best.copy()
    name, begin = np.unique(name, return_index=True)
    alone = ~np.isin(name, leading)  # names that only ever stand beside something surer
    person[name[alone]] = best[lead[begin[alone]]]
    return person


def _by_address(signs: Signs, leading: Numbers, many: int) -> Numbers:
    """Return the smallest mark that each meets by profiles and e-mail addresses."""
    from scipy.sparse import coo_array  # type: ignore[import-untyped] # noqa: PLC0415
    from scipy.sparse.csgraph import (  # type: ignore[import-untyped] # noqa: PLC0415
        connected_components,
    )

    sure = ~signs.is_name
    mark, lead = signs.mark[sure], leading[signs.record[sure]]
    other = mark != lead
    links = (np.ones(int(other.sum()), np.int8), (lead[other], mark[other]))
    _, label = connected_components(coo_array(links, shape=(many, many)).tocsr(), directed=False)
    _, first = np.unique(label, return_index=True)
    return np.asarray(first[label])


def _by_name(name: Numbers, head: Numbers, profiles: int, many: int) -> Numbers:
    """Return whom those who have a name in common are joined to, by the mark they go by.

    ``profiles`` is how many marks are profiles, which have the first numbers.
    """
    into: dict[int, int] = {}
    for heads in _namesakes(name, head, many):
        tops = sorted({_top(into, i) for i in heads})
        known = bisect_left(tops, profiles)
        others = tops[known:]
        joined = tops[0] if known < 2 else next(iter(others), NOBODY)
        into.update((i, joined) for i in others if i != joined)
    found = np.arange(many)
    for i in into:
        found[i] = _top(into, i)
    return found


def _namesakes(name: Numbers, head: Numbers, many: int) -> Iterator[Sequence[int]]:
    """Yield those who have a name in common, name by name, where they are several."""
    pairs = np.unique(name * np.int64(many) + head)
    name, head = np.divmod(pairs, max(many, 1))
    begins = np.flatnonzero(np.diff(name, prepend=NOBODY))
    several = np.flatnonzero(np.diff(begins, append=len(name)) > 1)
    ends = np.append(begins, len(name))
    for i in several:
        yield head[ends[i] : ends[i + 1]].tolist()


def _top(into: dict[int, int], i: int) -> int:
    """Return whom somebody is joined to in the end."""
    way = [i]
    while way[-1] in into:
        way.append(into[way[-1]])
    for one, _ in pairwise(way):
        into[one] = way[-1]
    return way[-1]
