"""What has changed between two days: how many there are, who came, who fell silent."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date, timedelta
from typing import Final

from netgraph.journal.log import TALKS
from netgraph.measures.referrals import lineage_on
from netgraph.model.as_of import AsOf
from netgraph.model.base_record import Record
from netgraph.model.encounters import leads_on
from netgraph.model.records import EGO, AskStatus
from netgraph.views.names import Named, named
from netgraph.views.people import people_rows

IN_TOUCH: Final = timedelta(days=365)
"""Somebody with whom there was any contact so long before a day counts as in touch on it."""


class Count(Record, frozen=True):
    """One number, then and now."""

    what: str
    then: int
    now: int


class Changes(Record, frozen=True):
    """What has changed from ``since`` until ``until``; see `changes_since`."""

    since: date
    until: date
    counts: tuple[Count, ...]
    new_people: int
    fell_silent: tuple[Named, ...]
    back_in_touch: tuple[Named, ...]


def changes_since(before: AsOf, now: AsOf) -> Changes:
    """Return what has changed from one day of a ledger to a later one.

    Returns
    -------
    changes
        ``counts`` of people, of those in touch, asks, talks, names given and met; ``fell_silent``
        and ``back_in_touch`` name who was in touch on one of the two days only, and known on both.

    Examples
    --------
    >>> from netgraph.model.records import Ledger, Person
    >>> old, new = Ledger({"a": Person("a", "Ana")}), Ledger({i: Person(i, i) for i in "ab"})
    >>> found = changes_since(AsOf(old, date(2026, 1, 1)), AsOf(new, date(2026, 5, 1)))
    >>> found.new_people, found.counts[0]
    (1, Count(what='people you know', then=1, now=2))
    """
    then_known, now_known = (_known(view) for view in (before, now))
    then_near, now_near = (_in_touch(view) for view in (before, now))
    both = then_known & now_known
    pairs = zip(_counts(before, then_near), _counts(now, now_near), strict=True)
    return Changes(
        before.day,
        now.day,
        tuple(Count(what, then, later) for (what, then), (_, later) in pairs),
        len(now_known - then_known),
        _names(now, both & then_near - now_near),
        _names(now, both & now_near - then_near),
    )


def _known(view: AsOf) -> frozenset[str]:
    """Return whom ego knows, and not by name only."""
    return frozenset(view.ledger.people.keys() - leads_on(view) - {EGO})


def _in_touch(view: AsOf) -> frozenset[str]:
    """Return with whom there was contact not long ago."""
    from_ = view.day - IN_TOUCH
    rows = people_rows(view)
    return frozenset(r.id for r in rows if r.last_contact and r.last_contact >= from_)


def _counts(view: AsOf, near: Collection[str]) -> Iterator[tuple[str, int]]:
    """Yield the numbers of one day."""
    tree = lineage_on(view)
    talks = (e for e in view.ledger.events if e.kind in TALKS)
    asks = (a for a in view.ledger.asks if a.steps and a.steps[-1].status != AskStatus.PLANNED)
    yield "people you know", len(_known(view))
    yield "of them in touch within a year", len(near)
    yield "asks", sum(1 for _ in asks)
    yield "talks", sum(e.count for e in talks if not e.day or e.day <= view.day)
    yield "names given to you", len(tree.first)
    yield "of them met", len(tree.met.keys() & tree.first.keys())


def _names(view: AsOf, ids: Collection[str]) -> tuple[Named, ...]:
    """Return people by name."""
    return tuple(sorted((named(view.ledger, i) for i in ids), key=lambda n: (n.name, n.id)))
