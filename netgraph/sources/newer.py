"""What a newer file of an address book tells: a job somebody no longer has, who is no longer in it.

Such files bear no date, so the one imported last is the newest.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from netgraph.identity.companies import company_key
from netgraph.records import Person, Position, Source, identifier
from netgraph.text import fold

from .protocol import Context, Reading

FULL: Final = 0.5
"""A file with fewer than this share of those known is a part of the book: nobody is gone."""


def former_job(before: Person | None, now: Person) -> Iterator[Position]:
    """Yield the job that the last file showed and this one does not.

    >>> before = Person("p1", "Ana", "google", company="Acme Inc.", title="Engineer")
    >>> now = Person("p1", "Ana", "google", company="Blue River", title="Engineer")
    >>> [(p.organisation, p.title, p.current) for p in former_job(before, now)]
    [('Acme Inc.', 'Engineer', False)]
    >>> list(former_job(before, before))
    []
    """
    if before is None or not (before.company or before.title) or not (now.company or now.title):
        return
    firms = {company_key(before.company) or fold(before.company)}
    firms.add(company_key(now.company) or fold(now.company))
    if len(firms) > 1 or fold(before.title) != fold(now.title):
        i = identifier("w", now.id, before.company, before.title)
        yield Position(i, now.id, before.company, before.title, source=now.source)


def with_gone(readings: Iterable[Reading], context: Context) -> Iterator[Reading]:
    """Yield the readings, then one more with those whom the newest files no longer have."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for reading in readings:
        sources = [fact.id for fact in reading.facts if isinstance(fact, Source)]
        people = {fact.id for fact in reading.facts if isinstance(fact, Person)}
        for source in sources:
            found[source] |= people
        yield reading
    known: defaultdict[str, list[Person]] = defaultdict(list)
    for person in context.known.people.values():
        if person.source in found and person.id != context.owner and not person.gone:
            known[person.source].append(person)
    facts = [
        replace(person, gone=True)
        for source, people in known.items()
        if sum(p.id in found[source] for p in people) >= FULL * len(people)
        for person in people
        if person.id not in found[source]
    ]
    if facts:
        yield Reading("", "gone", facts=tuple(facts))
