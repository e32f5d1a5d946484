"""Who is one person in one LinkedIn account, of which some files say profiles and some only names.

Exports had no profile addresses before 2023, messages none before 2021, recommendations none ever.
The day of connection, or that one person alone has the name, tells who is who. Whoever only a name
tells of is a record of their own, so that it does not matter which file came first.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from netgraph.identity.names import generation_in
from netgraph.model.records import CONNECTION, EGO, Ledger, Origin, Person
from netgraph.model.text import fold

Pair = tuple[str, str]

Since = Mapping[str, date | None]
"""The day of connection of whoever is a connection, by the id of their record."""

BOTH_CONNECTED: Final = "same name, both connected on"
"""How the reason begins why two entries of the exports of different years are one connection."""

LEAST: Final = 2
"""Letters of a folded name below which it is nobody's in particular."""

_BRACKETS = re.compile(r"\([^)]*\)")


def pair_of(a: str, b: str) -> Pair:
    """Return two ids in order."""
    return (a, b) if a < b else (b, a)


def connected_since(ledger: Ledger) -> dict[str, date | None]:
    """Return the day of every connection."""
    return {t.v: t.since for t in ledger.ties if t.kind == CONNECTION}


def is_mention(person: Person) -> bool:
    """Whether a record is of somebody of whom an account tells the name only."""
    return person.origin == Origin.MENTIONED


def eras(people: Iterable[Person], since: Since) -> dict[Pair, str]:
    """Return the pairs of records, by id, that are one person in one account, and why."""
    named: defaultdict[tuple[str, str], list[Person]] = defaultdict(list)
    with_more: defaultdict[tuple[str, str], list[Person]] = defaultdict(list)
    everybody = list(people)
    accounts = {p.source for p in everybody if p.id in since or is_mention(p)}
    if not accounts:
        return {}
    for person in _with_namesakes(everybody):
        if person.id in since or (person.source in accounts and person.id != EGO):
            named[person.source, fold(person.name)].append(person)
            if "," in person.name or "(" in person.name:
                with_more[person.source, short_name(person.name)].append(person)
    found: dict[Pair, str] = {}
    several = (k for k, some in named.items() if len(some) > 1 or is_mention(some[0]))
    for source, name in sorted(several):
        records = named[source, name]
        mentions = sorted((p for p in records if is_mention(p)), key=lambda p: p.id)
        if len(name) < LEAST:
            continue
        if len(records) == len(mentions):
            short = source, short_name(mentions[0].name)
            records = [*named.get(short, ()), *with_more.get(short, ())]
        others = [p for p in dict.fromkeys(records) if not is_mention(p)]
        pairs = list(_by_day(others, since))
        for a, b, reason in (*pairs, *_by_name(mentions, _persons(others, pairs), since)):
            found[pair_of(a.id, b.id)] = reason
    return found


def _with_namesakes(people: Sequence[Person]) -> Sequence[Person]:
    """Leave out whose name nobody else has: nothing is said of them, unless there are mentions."""
    if any(map(is_mention, people)):
        return people
    keys = [(person.source, fold(person.name)) for person in people]
    count = Counter(keys)
    return [person for person, key in zip(people, keys, strict=True) if count[key] > 1]


def short_name(name: str) -> str:
    """Return a folded name without what stands in brackets or after a comma, but for "Jr.".

    >>> short_name("Ana (Annie) Silva, PhD"), short_name("Robert Hale, Jr., PhD")
    ('ana silva', 'robert hale jr')
    """
    first, *behind = _BRACKETS.sub("", name).split(",")
    return fold(" ".join([first, *filter(generation_in, behind)]))


def _by_day(records: Sequence[Person], since: Since) -> Iterator[tuple[Person, Person, str]]:
    """Yield who of one name is one person, stored without profile and with one."""
    new, old = [p for p in records if p.urls], [p for p in records if not p.urls]
    times = Counter(since.get(p.id) for p in new), Counter(since.get(p.id) for p in old)
    by_day = {since.get(p.id): p for p in new}
    for p in old:
        day = since.get(p.id)
        if day and times[0][day] == times[1][day] == 1:
            yield p, by_day[day], f"{BOTH_CONNECTED} {day}"
    if len(old) == len(new) == 1 and new[0].id not in since:
        yield old[0], new[0], reason_by_name(True)
    connected = [p for p in records if p.id in since]
    if len(records) == len(connected) == 2 and len(new) < 2:
        a, b = connected
        if a.company and a.company == b.company and not (since[a.id] and since[b.id]):
            yield a, b, f"same name at {a.company}, of one no day of connection is known"


def _persons(
    records: Sequence[Person], pairs: Sequence[tuple[Person, Person, str]]
) -> list[list[Person]]:
    """Return the people that records are."""
    other = {a.id: b for a, b, _ in pairs}
    paired = {b.id for b in other.values()}
    return [[p, other[p.id]] if p.id in other else [p] for p in records if p.id not in paired]


def _by_name(
    mentions: Sequence[Person], persons: Sequence[Sequence[Person]], since: Since
) -> Iterator[tuple[Person, Person, str]]:
    """Yield whom a name means: who alone has it, or who alone has it at that employer."""
    for mention in mentions:
        fitting = list(persons)
        if not persons:
            fitting = [mentions[:1]] if mention.id != mentions[0].id else []
        elif len(persons) > 1:
            fitting = [some for some in persons if _are_at(some, mention.company)]
        if len(fitting) == 1:
            first = max(fitting[0], key=lambda p: (bool(p.urls), p.id))
            yield mention, first, reason_by_name(any(p.id in since for p in fitting[0]))


def _are_at(records: Iterable[Person], company: str) -> bool:
    """Whether somebody is shown at an employer."""
    return bool(company) and any(fold(p.company) == fold(company) for p in records)


def reason_by_name(connected: bool) -> str:
    """Say why a name is enough for two of whom one is a connection, or neither.

    >>> reason_by_name(True)
    'same name, only one of the two is a connection'
    """
    one = "only one" if connected else "neither"
    return f"same name, {one} of the two is a connection"


def unclear(ledger: Ledger) -> frozenset[str]:
    """Return the records of names that several people of the account have, and nothing else says.

    They are nobody in particular until a file or the user tells who is meant.
    """
    candidates = [p for p in ledger.people.values() if not p.urls and is_mention(p)]
    if not candidates:
        return frozenset()
    since = connected_since(ledger)
    decided = {i for m in ledger.matches for i in (m.a, m.b)}
    alone = [p for p in candidates if p.id not in since and p.id not in decided]
    if not alone:
        return frozenset()
    names = {
        key
        for p in ledger.people.values()
        if p.urls or p.id in since
        for key in ((p.source, fold(p.name)), (p.source, short_name(p.name)))
        if len(key[1]) >= LEAST
    }
    return frozenset(
        p.id for p in alone if {(p.source, fold(p.name)), (p.source, short_name(p.name))} & names
    )
