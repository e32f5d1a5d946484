"""Messages as columns: an export has them by the 100,000, too many for a record each.

Every message is an `Event` like any other, with an id of its own. What many share (a day, an hour,
who wrote to whom) is kept once, so that one takes twelve bytes until it is in the store.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import repeat
from typing import Final

from msgspec import field

from netgraph.model import ids
from netgraph.model.base_record import Record
from netgraph.model.records import Event, EventKind

Pair = tuple[str, str]
"""Who wrote, and to whom."""

Piece = tuple[Sequence[str], Sequence[date | None], Sequence[str], Sequence[str]]
"""Ids, days, givers and takers of some messages."""

AT_ONCE: Final = 5_000

_DAY_LETTERS: Final = 10
_TIME_BITS: Final = 32
_TIME: Final = (1 << _TIME_BITS) - 1


class Column(Record, frozen=True):
    """The messages of a pair, in the order of their file: when, as a number, and in which line."""

    moments: array[int] = field(default_factory=lambda: array("Q"))
    lines: array[int] = field(default_factory=lambda: array("I"))

    def append(self, moment: int, line: int) -> None:
        """Add a message."""
        self.moments.append(moment)
        self.lines.append(line)

    def numbers(self) -> Iterable[str]:
        """Return which of those of its minute each message is, beginning with 1."""
        if len(set(self.moments)) == len(self.moments):
            return repeat("1", len(self.moments))
        met: Counter[int] = Counter()
        found: list[str] = []
        for moment in self.moments:
            met[moment] += 1
            found.append(str(met[moment]))
        return found


class Messages(Record, frozen=True):
    """The messages of one file.

    >>> some = Messages("linkedin")
    >>> noon = some.moment("2026-04-01 12:00", date(2026, 4, 1))
    >>> some.between("ana", "me").append(noon, 2)
    >>> [(event.giver, event.day) for event in some.events()], len(some)
    ([('ana', datetime.date(2026, 4, 1))], 1)
    """

    source: str
    pairs: dict[Pair, Column] = field(default_factory=dict)
    _days: dict[tuple[str, date | None], int] = field(default_factory=dict)
    _times: dict[str, int] = field(default_factory=dict)

    def __len__(self) -> int:
        """Return how many there are."""
        return sum(len(column.moments) for column in self.pairs.values())

    def moment(self, minute: str, day: date | None) -> int:
        """Return the number of a minute, as it is written and the day that it is of."""
        of_day = self._days.setdefault((minute[:_DAY_LETTERS], day), len(self._days))
        return of_day << _TIME_BITS | self._times.setdefault(
            minute[_DAY_LETTERS:], len(self._times)
        )

    def parts(self, moment: int) -> tuple[int, int]:
        """Return what two moments have in common if they are of one day, or of one hour and minute.

        A moment is its first part and its second, put together by ``|``.
        """
        return moment >> _TIME_BITS << _TIME_BITS, moment & _TIME

    def between(self, giver: str, taker: str) -> Column:
        """Return the messages that one wrote to another, to add some."""
        return self.pairs.setdefault((giver, taker), Column())

    def pieces(self, size: int) -> Iterator[Piece]:
        """Yield all, about so many at once; of those of one minute each has a number in its id."""
        of_day, times = list(self._days), list(self._times)
        i, days, givers, takers = list[str](), list[date | None](), list[str](), list[str]()
        for (giver, taker), moments, numbers in self._slices(size):
            minutes = []
            for moment in moments:
                written, day = of_day[moment >> _TIME_BITS]
                minutes.append(written + times[moment & _TIME])
                days.append(day)
            i += ids.messages(self.source, giver, taker, zip(minutes, numbers, strict=False))
            givers += [giver] * len(moments)
            takers += [taker] * len(moments)
            if len(i) >= size:
                yield i, days, givers, takers
                i, days, givers, takers = [], [], [], []
        if i:
            yield i, days, givers, takers

    def _slices(self, size: int) -> Iterator[tuple[Pair, Sequence[int], Iterable[str]]]:
        """Yield who wrote to whom, when, and which of those of its minute each is."""
        for pair, column in self.pairs.items():
            numbers = iter(column.numbers())
            for at in range(0, len(column.moments), size):
                yield pair, column.moments[at : at + size], numbers

    def events(self) -> Iterator[Event]:
        """Yield every message as the event that it is."""
        for piece in self.pieces(AT_ONCE):
            for i, day, giver, taker in zip(*piece, strict=True):
                yield Event(i, EventKind.MESSAGE, day, giver, taker, source=self.source)

    def days(self) -> set[date]:
        """Return the days on which something was written."""
        days = list(self._days)
        met = {moment >> _TIME_BITS for c in self.pairs.values() for moment in c.moments}
        return {day for n in met if (day := days[n][1])}

    def undated(self) -> list[int]:
        """Return the lines of messages of which the day is not known."""
        unknown = {n for (_, day), n in self._days.items() if day is None}
        return [
            line
            for column in (self.pairs.values() if unknown else ())
            for moment, line in zip(column.moments, column.lines, strict=True)
            if moment >> _TIME_BITS in unknown
        ]

    def lines(self) -> set[int]:
        """Return the lines in which they stand."""
        return {line for column in self.pairs.values() for line in column.lines}

    def but(self, gone: Collection[Pair]) -> Messages:
        """Return those of other pairs."""
        pairs = {pair: column for pair, column in self.pairs.items() if pair not in gone}
        return Messages(self.source, pairs, self._days, self._times)

    def naming(self, some: Mapping[str, str]) -> dict[Pair, str]:
        """Return the pairs in which somebody is, with what is said of the first."""
        return {
            pair: next(some[i] for i in pair if i in some)
            for pair in self.pairs
            if pair[0] in some or pair[1] in some
        }
