"""Reports back: who up the chain has not heard yet what became of the door they opened."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from netgraph.journal.log import steps_until
from netgraph.measures.referrals import Lineage
from netgraph.model.base_record import Record
from netgraph.model.records import EGO, Event, EventKind, Ledger, Referral, ReferralStatus


class News(Record, frozen=True):
    """Something that became of ``about`` (a person's id, or ego for the search as a whole)."""

    about: str
    what: str
    day: date | None


class Untold(Record, frozen=True):
    """Somebody up the chain, and all the news that they have not heard, the oldest first."""

    person: str
    news: tuple[News, ...]


def untold(ledger: Ledger, tree: Lineage) -> list[Untold]:
    """Return the close-the-loop queue: everybody up a chain who has not heard what became of it.

    News are that ego met somebody, that a referral was closed, and that a goal was reached. An
    introducer has heard them if ego reported to them on that day or later, about that person or
    about nobody in particular. Each person is there once, those who wait longest first.

    >>> from netgraph.model.records import Referral, Step
    >>> from netgraph.measures.referrals import lineage
    >>> met = Referral("r", "maya", "tom", steps=(Step(date(2026, 5, 1), "met"),))
    >>> book = Ledger(referrals=(met,))
    >>> [(u.person, u.news[0].about) for u in untold(book, lineage(book, as_of=date(2026, 6, 1)))]
    [('maya', 'tom')]
    """
    reports: dict[str, list[Event]] = defaultdict(list)
    for event in ledger.events:
        if event.kind == EventKind.REPORTED and event.giver == EGO:
            reports[event.taker].append(event)
    waiting: dict[str, list[News]] = defaultdict(list)
    for news, listeners in _news(ledger, tree):
        for u in listeners:
            if not any(_tells(report, news, tree.as_of) for report in reports[u]):
                waiting[u].append(news)
    queue = [Untold(u, tuple(sorted(news, key=_when))) for u, news in waiting.items()]
    return sorted(queue, key=lambda q: (_when(q.news[0]), q.person))


def _when(dated: News | Event) -> date:
    """Return the day of something dated, the earliest there is if unknown."""
    return dated.day or date.min


def _news(ledger: Ledger, tree: Lineage) -> Iterator[tuple[News, list[str]]]:
    """Yield everything that is news to somebody, and to whom."""
    for v in tree.first:
        above = tree.above(v)
        listeners = [u for u in tree.after if u in above]
        if v in tree.met:
            yield News(v, "met", tree.met[v]), listeners
        for referral in tree.referrals(v):
            for step in steps_until(referral, tree.as_of):
                if step.status == ReferralStatus.CLOSED:
                    yield News(v, step.note or "closed", step.day), listeners
    for goal in ledger.goals:
        for step in goal.steps:
            if step.status == "done" and step.day and step.day <= tree.as_of:
                yield News(EGO, goal.text, step.day), _helped_before(tree, step.day)


def _helped_before(tree: Lineage, day: date) -> list[str]:
    """Return who had passed a name on by a day."""
    return [
        u
        for u, led in tree.after.items()
        if any(_begun(r) <= day for referrals in led.values() for r in referrals)
    ]


def _begun(referral: Referral) -> date:
    """Return when a name was passed on, the earliest day there is if unknown."""
    return (referral.steps[0].day if referral.steps else None) or date.min


def _tells(report: Event, news: News, as_of: date) -> bool:
    """Return whether a report told the news."""
    if report.day is None or report.day > as_of or report.day < _when(news):
        return False
    return report.about in (None, news.about)
