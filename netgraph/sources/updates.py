"""What a newer file of an address book tells: a job somebody no longer has, who is no longer in it.

A day in the name of a file, or in an entry, says how new it is, and the newest counts in whichever
order they come. Most files say none: then the one imported last is the newest.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import Final

from netgraph.identity.jobs import has_other_job
from netgraph.identity.organisations import organisations_in
from netgraph.identity.overlap import job_shown
from netgraph.model.errors import UnreadableFile
from netgraph.model.records import Fact, Ledger, Organisation, Person, Position, Source
from netgraph.sources.dates import day_in_name
from netgraph.sources.protocol import Context, Document, Reading

NO_JOBS: Final[Mapping[str, Position]] = MappingProxyType({})
FULL: Final = 0.5
"""A file with fewer than this share of those known is a part of them all: nobody is gone."""


def former_job(before: Person | None, now: Person) -> Iterator[Position]:
    """Yield the job that the last file showed and this one does not.

    >>> before = Person("p1", "Ana", "google", company="Acme Inc.", title="Engineer")
    >>> now = Person("p1", "Ana", "google", company="Blue River", title="Engineer")
    >>> [(p.organisation, p.title, p.current) for p in former_job(before, now)]
    [('Acme Inc.', 'Engineer', False)]
    >>> list(former_job(before, before))
    []
    """
    if before is None or not (before.company or before.title):
        return
    if not (now.company or now.title) and not (before.seen and now.seen):
        return  # perhaps another kind of file, that has no jobs
    if has_other_job(before, now):
        yield replace(job_shown(before, now.id), source=now.source)


def in_turn(
    claimed: Iterable[tuple[str, Document]],
    context: Context,
    read: Callable[[str, Document, Context], Reading],
) -> Iterator[Reading]:
    """Read files of one kind, the oldest first, each on top of those before; undated ones last.

    Of one that ``read`` says is unreadable there is a reading that says why.
    """

    def age(claim: tuple[str, Document]) -> tuple[date, str]:
        return day_in_name(claim[1].path) or date.max, claim[1].path

    for kind, document in sorted(claimed, key=age):
        try:
            reading = read(kind, document, context)
        except UnreadableFile as fault:
            reading = Reading(document.path, "unreadable", note=str(fault))
        yield reading
        people = {fact.id: fact for fact in reading.facts if isinstance(fact, Person)}
        known = replace(context.known, people={**context.known.people, **people})
        context = replace(context, known=known)


def newest(
    known: Person | None, shown: Person, jobs: Mapping[str, Position] = NO_JOBS
) -> Iterator[Fact]:
    """Yield a person as the newer of two files shows them, and the job that the older one did.

    ``jobs`` are the former ones that are known, by id. An employer that the older one spells
    otherwise keeps that spelling.

    >>> old = Person("p1", "Ana", "google", company="Acme", seen=date(2024, 5, 1))
    >>> new = Person("p1", "Ana", "google", company="Globex", seen=date(2026, 5, 1))
    >>> list(newest(old, new)) == list(newest(new, old))
    True
    """
    if known and known.seen and shown.seen and shown.seen < known.seen:
        known, shown = shown, known
    yield shown
    for job in former_job(known, shown):
        last = jobs.get(job.id, job)
        yield last if (last.seen or date.min) > (job.seen or date.min) else job
    if known:
        yield from spelt_before(known, shown)


def spelt_before(older: Person, newer: Person) -> list[Organisation]:
    """Return the employer of the older of two entries, if the newer one spells it otherwise.

    >>> old, new = (Person("p1", "Ana", company=name) for name in ("Acme Inc.", "ACME"))
    >>> [firm.spellings for firm in spelt_before(old, new)]
    [('Acme Inc.',)]
    >>> spelt_before(old, old)
    []
    """
    return organisations_in([older], Ledger()) if older.company != newer.company else []


def with_gone(readings: Iterable[Reading], context: Context) -> Iterator[Reading]:
    """Yield the readings, then one more that tells whom the newest files no longer have."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    sources: dict[str, Source] = {}
    people = {p.id: p for p in context.known.people.values() if p.id != context.owner}
    for reading in readings:
        read = {fact.id: fact for fact in reading.facts if isinstance(fact, Person)}
        people |= read
        for fact in reading.facts:
            if isinstance(fact, Source):
                sources[fact.id] = fact
                found[fact.id] |= read.keys()
        yield reading
    of_source: defaultdict[str, list[Person]] = defaultdict(list)
    for person in people.values():
        if person.source in sources:
            of_source[person.source].append(person)
    before = {s.id: s.snapshot for s in context.known.sources}
    facts: list[Fact] = []
    for i, source in sources.items():
        if source.snapshot or before.get(i):
            seen = (p.seen for p in of_source[i] if p.seen)
            facts.append(replace(source, snapshot=newest_day(seen)))
        if not source.snapshot:
            facts += _gone(of_source[i], found[i], context)
    if facts:
        yield Reading("", "gone", facts=tuple(facts))


def newest_day(seen: Iterable[date]) -> date | None:
    """Return the day of the newest file that has most of the people that dated ones have.

    ``seen`` is the day on which each of them was last shown.

    >>> newest_day([date(2024, 5, 1), date(2024, 5, 1), date(2026, 5, 1)])
    datetime.date(2024, 5, 1)
    """
    shown = Counter(seen)
    so_far = 0
    for day in sorted(shown, reverse=True):
        so_far += shown[day]
        if so_far >= FULL * shown.total():
            return day
    return None


def _gone(people: Iterable[Person], found: Collection[str], context: Context) -> Iterator[Person]:
    """Yield those known who are not in a file without a day, unless it is a part of the book."""
    known = [p for p in people if p.id in context.known.people and not p.gone]
    if sum(p.id in found for p in known) >= FULL * len(known):
        yield from (replace(p, gone=True) for p in known if p.id not in found)
