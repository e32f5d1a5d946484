"""What was written, put together by who wrote to whom: an export has messages by the 100,000."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import chain

from netgraph.records import Event, Ledger, Letters, identifier


def days_until(letters: Letters, as_of: date) -> tuple[date | None, ...]:
    """Return the days up to ``as_of``, those that are not known included.

    >>> from netgraph.records import EventKind
    >>> days = (None, date(2026, 4, 1), date(2026, 6, 1))
    >>> days_until(Letters(EventKind.EMAIL, "me", "ana", days, "mail"), date(2026, 5, 1))
    (None, datetime.date(2026, 4, 1))
    """
    days = letters.days
    if not days or (days[-1] or date.min) <= as_of:
        return days
    return days[: bisect_right(days, as_of, key=lambda day: day or date.min)]


def every_event(ledger: Ledger) -> Iterator[Event]:
    """Yield all that happened, what was written included: of a pair's day and source one event.

    >>> from netgraph.records import EventKind
    >>> some = Letters(EventKind.EMAIL, "me", "ana", (date(2026, 4, 1),) * 2, "mail")
    >>> [(event.kind.value, event.count) for event in every_event(Ledger(letters=(some,)))]
    [('email', 2)]
    """
    return chain(ledger.events, *map(as_events, ledger.letters))


def as_events(letters: Letters) -> Iterator[Event]:
    """Yield an event for each day, with its number of messages.

    >>> from netgraph.records import EventKind
    >>> days = (date(2026, 4, 1), date(2026, 4, 1))
    >>> [event] = as_events(Letters(EventKind.EMAIL, "me", "ana", days, "mail"))
    >>> event.kind, event.count
    (<EventKind.EMAIL: 'email'>, 2)
    """
    kind, source = letters.kind, letters.source
    for day, count in Counter(letters.days).items():
        parts = (source, kind, letters.giver, letters.taker, day.isoformat() if day else "")
        i = identifier("e", *parts)
        yield Event(i, kind, day, letters.giver, letters.taker, count=count, source=source)
