"""Which records are worth comparing: those that share a name or a piece of evidence.

Every record is put under keys: its addresses, its names with their other forms and in either
order, its surname at a firm or school. Only records under one key are compared, so the work grows
with the number of records and not with its square. A key that very many share says little: there,
each record meets its neighbours by name; and a name alone that very many have is no evidence.
A firm or school says nothing of two records of one source if much of the source is there, or if
each has its own address.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence, Set
from functools import lru_cache
from itertools import combinations
from typing import Final, NamedTuple, TypeVar

from netgraph.identity.compared import Traits, domains
from netgraph.identity.given_names import short_forms, variants
from netgraph.identity.name_comparison import spellings
from netgraph.identity.name_similarity import is_slip, sound
from netgraph.identity.names import CACHED, PersonName, key
from netgraph.model.text import fold

CROWD: Final = 60
"""Records under one key up to which each is compared with all others."""

NEIGHBOURS: Final = 20
SHORT: Final = 3
"""Letters up to which one word of several is taken for a particle."""

COMMON: Final = 0.2
"""Share of a source's records at one place above which the place tells nobody apart."""

NAME, EVIDENCE, FAMILY, GIVEN = "name", "evidence", "family", "given"


Key = tuple[str, ...]
P = TypeVar("P", int, str)


class Blocks(NamedTuple):
    """Pairs to compare, as places in the list of traits, and the names that too many have."""

    pairs: list[tuple[int, int]]
    crowded: dict[str, int]


def blocks(traits: Sequence[Traits]) -> Blocks:
    """Return the pairs of records that share a key, ordered, each once."""
    under = _under_keys(traits, _settled(traits))
    by_place = any(k[1] in (FAMILY, GIVEN) for k in under)
    common = _common_places(traits) if by_place else set()
    found: set[tuple[int, int]] = set()
    crowded: dict[str, int] = {}
    for k, places in under.items():
        if len(places) > CROWD and k[0] == NAME:
            names = Counter(fold(traits[place].record.name) for place in places)
            name = max(names, key=lambda name: (names[name], name))
            crowded[name] = max(len(places), crowded.get(name, 0))
            continue
        pairs: Iterable[tuple[int, int]]
        pairs = (
            combinations(places, 2)
            if len(places) <= CROWD
            else neighbours(places, traits.__getitem__)
        )
        if k[1] in (FAMILY, GIVEN):
            pairs = _strangers(pairs, k[-1], traits, common)
        if k[1] == GIVEN:  # most who share it are two people
            pairs = ((i, j) for i, j in pairs if are_close(traits[i].name, traits[j].name))
        found.update(pairs)
    return Blocks(sorted(found), dict(sorted(crowded.items())))


def _settled(traits: Sequence[Traits]) -> set[int]:
    """Return the records of the source that tells most people apart, by their profiles."""
    apart = Counter(one.record.source for one in traits if one.members)
    largest = max(apart, key=lambda source: (apart[source], source), default=None)
    return {
        place for place, one in enumerate(traits) if one.record.source == largest and one.members
    }


def _under_keys(traits: Sequence[Traits], settled: Collection[int]) -> dict[Key, list[int]]:
    """Return which records stand under each key.

    Those that are settled among themselves share addresses, or keys that others have too.
    """
    under: defaultdict[Key, list[int]] = defaultdict(list)
    others: set[Key] = set()
    for place, one in enumerate(traits):
        keys = set(_address_keys(one))
        if place not in settled:
            weak = {*place_keys(one), *name_keys(one)}
            others |= weak
            keys |= weak
        for k in keys:
            under[k].append(place)
    places, parts = said(others)
    for place in settled if others else ():
        one = traits[place]
        keys = {*place_keys(one)} if places and not places.isdisjoint(_places(one)) else set()
        if may_be_called(one, parts):
            keys.update(name_keys(one))
        for k in keys & others:
            under[k].append(place)
    return {k: sorted(places) for k, places in under.items() if len(places) > 1}


def said(keys: Iterable[Key]) -> tuple[set[str], set[str]]:
    """Return the firms and schools, and the names, that stand in some keys."""
    places, parts = set[str](), set[str]()
    for k in keys:
        if k[0] == NAME:
            parts.update(k[1:])
        else:
            places.add(k[-1])
    return places, parts


def may_be_called(one: Traits, parts: Set[str]) -> bool:
    """Whether a key of a name may be among those that have these parts; to find them is long."""
    name = one.name
    whole, family = key(name.given + name.middle), key(name.family)
    if not family:
        return key(name.given) in parts
    if whole + family in parts or family + whole in parts:
        return True
    if name.maiden and not parts.isdisjoint(map(key, name.maiden)):
        return True
    return not parts.isdisjoint(_families(name.family))


def _common_places(traits: Sequence[Traits]) -> set[tuple[str, str]]:
    """Return the sources and the firms and schools at which much of a large source is."""
    size = Counter(one.record.source for one in traits)
    at = Counter((one.record.source, place) for one in traits for place in _places(one))
    return {k for k, n in at.items() if n > max(CROWD, COMMON * size[k[0]])}


def _strangers(
    pairs: Iterable[tuple[int, int]],
    place: str,
    traits: Sequence[Traits],
    common: Collection[tuple[str, str]],
) -> Iterator[tuple[int, int]]:
    """Leave out pairs that one source shows apart, or of which a shared place says nothing."""
    for i, j in pairs:
        a, b = traits[i], traits[j]
        source = a.record.source
        if source != b.record.source or not (
            (source, place) in common or (a.emails and b.emails) or (a.profiles and b.profiles)
        ):
            yield i, j


def name_key(one: Traits) -> str:
    """Return what the records of one name have in common, whichever part comes first.

    Empty for a single name, of which nothing follows.
    """
    given, family = key(one.name.given), key(one.name.family)
    return "|".join(sorted((given, family))) if given and family else ""


def neighbours(places: Sequence[P], at: Callable[[P], Traits]) -> Iterator[tuple[P, P]]:
    """Yield each record with those that follow it in the order of the names."""
    ordered = sorted(places, key=lambda place: (fold(at(place).record.name), place))
    for n, place in enumerate(ordered):
        for other in ordered[n + 1 : n + 1 + NEIGHBOURS]:
            yield min(place, other), max(place, other)


def _address_keys(one: Traits) -> Iterator[Key]:
    """Yield the addresses."""
    for kind in ("profiles", "emails", "phones"):
        for value in getattr(one, kind):
            yield EVIDENCE, kind, value


def place_keys(one: Traits) -> Iterator[Key]:
    """Yield the surname and the given name at each firm and school."""
    families = {*_families(one.name.family), *_families(one.name.middle)}
    for place in _places(one):
        for family in families:
            yield EVIDENCE, FAMILY, family, place
        if len(given := key(one.name.given)) > 1:
            yield EVIDENCE, GIVEN, given, place


def _places(one: Traits) -> frozenset[str]:
    """Return the firms, those of the addresses too, and the schools."""
    return one.firms | one.schools | domains(one.emails | one.desks)


def are_close(a: PersonName, b: PersonName) -> bool:
    """Whether surnames differ by a slip, or one is an initial of the other."""
    families = key(a.family), key(b.family)
    short = min(families, key=len)
    return is_slip(a, b) or (len(short) == 1 and families[0][:1] == families[1][:1])


def name_keys(one: Traits) -> Iterator[Key]:
    """Yield given name and surname in every form they may have, in one order."""
    name = one.name
    if not name.family:
        if len(whole := key(name.given)) > 1:
            yield NAME, whole
        return
    whole = key(name.given + name.middle)
    yield NAME, whole + key(name.family)
    yield NAME, key(name.family) + whole
    givens = {*_givens(name.given), *short_forms(whole)}.union(
        map(key, name.nicknames), fold(name.middle).split()
    )
    families = {*_families(name.family), *map(key, name.maiden)}
    for given in givens:
        for family in families:
            if len(given) > 1 and len(family) > 1:
                yield NAME, *sorted((given, family))


@lru_cache(maxsize=CACHED)
def _givens(given: str) -> frozenset[str]:
    """Return the forms under which a given name is looked for."""
    plain = key(given)
    return frozenset({*spellings(given), *short_forms(plain), *variants(plain), sound(given)})


@lru_cache(maxsize=CACHED)
def _families(family: str) -> frozenset[str]:
    """Return the spellings of a surname and the longer of its words."""
    words = (word for word in fold(family).split() if len(word) > SHORT)
    return frozenset({*spellings(family), *words}) - {""}
