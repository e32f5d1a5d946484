"""What was written, put together by who wrote to whom: an export has messages by the 100,000."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import chain

from netgraph.model import ids
from netgraph.model.records import Correspondence, Event, Ledger


def days_until(correspondence: Correspondence, as_of: date) -> tuple[date | None, ...]:
    """Return the days up to ``as_of``, those that are not known included.

    >>> from netgraph.model.records import EventKind
    >>> days = (None, date(2026, 4, 1), date(2026, 6, 1))
    >>> days_until(Correspondence(EventKind.EMAIL, "me", "ana", days, "mail"), date(2026, 5, 1))
    (None, datetime.date(2026, 4, 1))
    """
    days = correspondence.days
    if not days or (days[-1] or date.min) <= as_of:
        return days
    return days[: bisect_right(days, as_of, key=lambda day: day or date.min)]


def every_event(ledger: Ledger) -> Iterator[Event]:
    """Yield all that happened, what was written included: of a pair's day and source one event.

    >>> from netgraph.model.records import EventKind
    >>> some = Correspondence(EventKind.EMAIL, "me", "ana", (date(2026, 4, 1),) * 2, "mail")
    >>> [(event.kind.value, event.count) for event in every_event(Ledger(correspondence=(some,)))]
    [('email', 2)]
    """
    return chain(ledger.events, *map(as_events, ledger.correspondence))


def as_events(correspondence: Correspondence) -> Iterator[Event]:
    """Yield an event for each day, with its number of messages.

    >>> from netgraph.model.records import EventKind
    >>> days = (date(2026, 4, 1), date(2026, 4, 1))
    >>> [event] = as_events(Correspondence(EventKind.EMAIL, "me", "ana", days, "mail"))
    >>> event.kind, event.count
    (<EventKind.EMAIL: 'email'>, 2)
    """
    kind, source = correspondence.kind, correspondence.source
    for day, count in Counter(correspondence.days).items():
        parts = (
            source,
            kind,
            correspondence.giver,
            correspondence.taker,
            day.isoformat() if day else "",
        )
        i = ids.event(*parts)
        yield Event(
            i, kind, day, correspondence.giver, correspondence.taker, count=count, source=source
        )
