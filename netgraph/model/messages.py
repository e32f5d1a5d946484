"""Messages as columns: an export has them by the 100,000, too many for a record each.

Every message is an `Event` like any other, with an id of its own. What many share (a day, an hour,
who wrote to whom) is kept once, so that one takes twelve bytes until it is in the store.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from itertools import repeat
from typing import Final

from msgspec import field

from netgraph.model import ids
from netgraph.model.base_record import Record
from netgraph.model.records import Event, EventKind

Pair = tuple[str, str]
"""Who wrote, and to whom."""

Row = tuple[str, date | None, str, str]
"""Id, day, giver and taker of a message."""

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

    def numbers(self) -> Iterator[str]:
        """Yield which of those of its minute each message is, beginning with 1."""
        if len(set(self.moments)) == len(self.moments):
            yield from repeat("1")
        met: Counter[int] = Counter()
        for moment in self.moments:
            met[moment] += 1
            yield str(met[moment])


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

    def rows(self) -> Iterator[Row]:
        """Yield every message; of those of one minute each has a number of its own in its id."""
        days, times = list(self._days), list(self._times)
        for (giver, taker), column in self.pairs.items():
            for moment, number in zip(column.moments, column.numbers(), strict=False):
                written, day = days[moment >> _TIME_BITS]
                minute = written + times[moment & _TIME]
                yield ids.event(self.source, minute, giver, taker, number), day, giver, taker

    def events(self) -> Iterator[Event]:
        """Yield every message as the event that it is."""
        for i, day, giver, taker in self.rows():
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
