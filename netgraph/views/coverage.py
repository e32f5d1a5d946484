"""How much is known and how old it is: whose data, how many people, from when to when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from netgraph.model.base_record import Record
from netgraph.model.parties import other_party
from netgraph.model.records import EGO, YOU, Ledger
from netgraph.model.text import fold

OLD: Final = timedelta(days=90)
"""From this age on, data from files is called old: one in ten has another job by then."""


class Coverage(Record, frozen=True):
    """What the ledger holds of other people, and the days that its files tell of.

    ``people`` are all but ego, ``wrote`` those of them who wrote to ego or were written to,
    ``messages`` how many messages and mails that were. ``first`` and ``last`` are None where no
    file has a day.
    """

    owner: str
    people: int
    wrote: int
    messages: int
    first: date | None
    last: date | None


def months_old(last: date, as_of: date) -> int:
    """Return how many whole months ago a day is, 0 if data of that day is not old yet.

    >>> [months_old(date(2026, month, 1), date(2026, 8, 2)) for month in (1, 7)]
    [7, 0]
    """
    if as_of - last < OLD:
        return 0
    months = (as_of.year - last.year) * 12 + as_of.month - last.month
    return months - (as_of.day < last.day)


def coverage_of(ledger: Ledger, *, as_of: date) -> Coverage:
    """Return what the files hold, as of a day.

    Examples
    --------
    >>> from netgraph.model.records import Event, EventKind, Person
    >>> book = Ledger(
    ...     {"me": Person("me", "Robin"), "ana": Person("ana", "Ana Silva")},
    ...     events=(Event("e", EventKind.MESSAGE, date(2026, 5, 4), "ana", "me", source="x"),),
    ... )
    >>> found = coverage_of(book, as_of=date(2026, 5, 6))
    >>> found.owner, found.people, found.wrote, found.messages, found.last
    ('Robin', 1, 1, 1, datetime.date(2026, 5, 4))
    """
    letters = [c for c in ledger.correspondence if EGO in (c.giver, c.taker)]
    events = [e for e in ledger.events if e.source != YOU and EGO in (e.giver, e.taker)]
    wrote = {other_party(c) for c in letters}
    wrote |= {other_party(e) for e in events if e.kind in _LETTERS}
    number = sum(len(c.days) for c in letters)
    number += sum(e.count for e in events if e.kind in _LETTERS)
    days = [day for day in _days(ledger) if day <= as_of]
    me = ledger.people.get(EGO)
    return Coverage(
        me.name if me and fold(me.name) != YOU else "",
        len(ledger.people.keys() - {EGO}),
        len(wrote - {EGO}),
        number,
        min(days, default=None),
        max(days, default=None),
    )


_LETTERS: Final = ("message", "email")


def _days(ledger: Ledger) -> Iterator[date]:
    """Yield the days of which files tell."""
    for letters in ledger.correspondence:
        known = [day for day in letters.days if day]
        yield from known[:1] + known[-1:]
    yield from (e.day for e in ledger.events if e.day and e.source != YOU)
    yield from (t.since for t in ledger.ties if t.since and t.source != YOU)
    yield from (s.snapshot for s in ledger.sources if s.snapshot)
