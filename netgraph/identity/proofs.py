"""Which pairs of records an address, or an employer with the name, may prove to be one person.

Nearly everybody whom an import brings shares neither with anybody, and nothing but their addresses
is looked at: names are taken apart of those alone who are at a firm of somebody of another source.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from netgraph.identity.addresses import is_personal, profile_key
from netgraph.identity.blocking import (
    CROWD,
    GIVEN,
    NAME,
    Key,
    are_close,
    may_be_called,
    name_keys,
    neighbours,
    place_keys,
    said,
)
from netgraph.identity.by_name import Pair
from netgraph.identity.compared import Records
from netgraph.identity.comparison import may_be_proved
from netgraph.model.records import Person


def provable(records: Records) -> list[Pair]:
    """Return the pairs of records that share what may prove them to be one, ordered, each once.

    >>> from netgraph.model.records import Ledger, Person
    >>> one = Person("p1", "Ana", emails=("ana@example.org",))
    >>> two = Person("p2", "A. Silva", emails=("ana@example.org",))
    >>> provable(Records(Ledger({"p1": one, "p2": two})))
    [('p1', 'p2')]
    """
    return sorted({*_by_address(records), *_by_employer(records)})


def _by_address(records: Records) -> Iterator[Pair]:
    """Yield the pairs that share an address."""
    first: dict[str, str] = {}
    several: dict[str, list[str]] = {}
    for i, person in records.people.items():
        for key in _address_keys(records, person):
            if (met := first.setdefault(key, i)) != i:
                several.setdefault(key, [met]).append(i)
    for some in several.values():
        yield from _pairs(sorted(some), records)


def _address_keys(records: Records, person: Person) -> Sequence[str]:
    """Return the addresses of a record: most have one profile and nothing else."""
    if records.has_profile_only(person):
        address = profile_key(person.urls[0])
        return (address,) if is_personal(address) else ()
    known = records.addresses(person)
    emails = (f"mailto:{email}" for email in known.emails)
    return (*known.profiles, *emails, *(f"tel:{phone}" for phone in known.phones))


def _by_employer(records: Records) -> Iterator[Pair]:
    """Yield the pairs of two sources that are at one firm under names that may be one.

    The largest source is one in which everybody is somebody else.
    """
    sizes = Counter(person.source for person in records.people.values())
    largest = max(sizes, key=lambda source: (sizes[source], source), default="")
    others = [i for i, person in records.people.items() if person.source != largest]
    firms = frozenset[str]().union(*(records.places(records.people[i]) for i in others))
    if not firms:
        return
    near = {
        i
        for i, person in records.people.items()
        if person.source == largest and not firms.isdisjoint(records.places(person))
    }
    under = _under_keys(records, others, near)
    found: dict[Key, list[Pair]] = {}
    for k, some in under.items():
        pairs = combinations(some, 2) if k[0] == NAME else _pairs(some, records)
        if proved := [(a, b) for a, b in pairs if _is_provable(k, a, b, records)]:
            found[k] = proved
    crowded = _crowded(records, {k: len(under[k]) for k in found if k[0] == NAME}, near, others)
    for k in found.keys() - crowded:
        yield from found[k]


def _under_keys(
    records: Records, others: Iterable[str], near: Collection[str]
) -> dict[Key, list[str]]:
    """Return who stands under each key of a name, alone or with a place, that others have."""
    under: defaultdict[Key, list[str]] = defaultdict(list)
    for i in others:
        for k in {*place_keys(records[i]), *name_keys(records[i])}:
            under[k].append(i)
    for i in near:
        for k in {*place_keys(records[i]), *name_keys(records[i])} & under.keys():
            under[k].append(i)
    return {k: sorted(some) for k, some in under.items() if len(some) > 1}


def _pairs(some: list[str], records: Records) -> Iterable[Pair]:
    """Return the pairs among some records, of a crowd those that follow one another by name."""
    return combinations(some, 2) if len(some) <= CROWD else neighbours(some, records.__getitem__)


def _is_provable(k: Key, a: str, b: str, records: Records) -> bool:
    """Whether two records under a key may be proved to be one."""
    one, other = records[a], records[b]
    return (
        one.record.source != other.record.source
        and may_be_proved(one, other)
        and (k[1] != GIVEN or are_close(one.name, other.name))
    )


def _crowded(
    records: Records, found: Mapping[Key, int], near: Collection[str], others: Collection[str]
) -> set[Key]:
    """Return the keys of names that too many have; ``found`` are those who are near or others."""
    if not found:
        return set()
    count = Counter(found)
    _, parts = said(found)
    seen = {*near, *others}
    for i in records:
        if i not in seen and may_be_called(records[i], parts):
            count.update({*name_keys(records[i])} & found.keys())
    return {k for k, many in count.items() if many > CROWD}
