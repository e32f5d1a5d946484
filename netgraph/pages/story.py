"""What there is to tell while the network grows: first doors, first talks at a goal, the offer."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date
from typing import Any

from netgraph.journal.applications import REACHED
from netgraph.journal.log import TALKS
from netgraph.measures.referrals import lineage
from netgraph.model.parties import other_party
from netgraph.model.records import Ledger


def moments(
    ledger: Ledger,
    people: Mapping[str, Mapping[str, Any]],
    wanted: Collection[str],
    as_of: date,
    called: Callable[[str], str] = str,
) -> list[tuple[int, str]]:
    """Return months since the year 0 with a sentence each, the oldest first.

    ``people`` says of everybody who may be named how they are called and where they work,
    ``called`` how a firm is called.

    >>> from netgraph.model.records import EGO, Event, EventKind
    >>> talk = Event("e", EventKind.TALKED, date(2026, 4, 2), EGO, "ana")
    >>> moments(Ledger.of(talk), {"ana": {"name": "Ana", "company": "Acme"}}, {"Acme"}, talk.day)
    [(24315, 'First talk at Acme: Ana')]
    """
    found: list[tuple[date, str]] = []
    tree = lineage(ledger, as_of=as_of)
    for door in tree.roots:
        opened = [(day, v) for v in tree.children(door) if (day := tree.named(v)) and v in people]
        if opened and door in people:
            day, first = min(opened)
            found.append((day, f"{people[door]['name']} opens a door: {people[first]['name']}"))
    there: set[str] = set()
    for event in sorted(ledger.events, key=lambda e: (e.day or as_of, e.id)):
        other = other_party(event)
        if event.kind not in TALKS or not event.day or event.day > as_of or other not in people:
            continue
        company = people[other]["company"]
        if company in wanted and company not in there:
            there.add(company)
            found.append((event.day, f"First talk at {company}: {people[other]['name']}"))
    found += _offers(ledger, as_of, called)
    return [(day.year * 12 + day.month - 1, words) for day, words in sorted(found)]


def _offers(
    ledger: Ledger, as_of: date, called: Callable[[str], str]
) -> Iterator[tuple[date, str]]:
    """Yield the days on which an offer came, or a place was taken."""
    for place in ledger.applications:
        for step in place.steps:
            if step.day and step.day <= as_of and step.status in REACHED:
                what = "An offer from" if step.status == "offer" else "A new start at"
                yield step.day, f"{what} {called(place.organisation)}"
