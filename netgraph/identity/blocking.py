"""Which records are worth comparing: those that share a name or a piece of evidence.

Every record is put under keys: its addresses, its names with their other forms and in either
order, its surname at a firm or school. Only records under one key are compared, so the work grows
with the number of records and not with its square. A key that very many share says little: there,
each record meets its neighbours by name; and a name alone that very many have is no evidence.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import combinations
from typing import Final, NamedTuple

from netgraph.identity.addresses import domain_key
from netgraph.identity.evidence import Traits
from netgraph.identity.given_names import short_forms, variants
from netgraph.identity.likeness import spellings
from netgraph.identity.names import CACHED, PersonName, key
from netgraph.identity.resemblance import is_slip, sound
from netgraph.text import fold

CROWD: Final = 60
"""Records under one key up to which each is compared with all others."""

NEIGHBOURS: Final = 20
SHORT: Final = 3
"""Letters up to which one word of several is taken for a particle."""

NAME, EVIDENCE, GIVEN = "name", "evidence", "given"


class Blocks(NamedTuple):
    """Pairs to compare, as places in the list of traits, and the names that too many have."""

    pairs: list[tuple[int, int]]
    crowded: dict[str, int]


def blocks(traits: Sequence[Traits]) -> Blocks:
    """Return the pairs of records that share a key, ordered, each once."""
    under = _under_keys(traits)
    found: set[tuple[int, int]] = set()
    crowded: dict[str, int] = {}
    for k, places in under.items():
        if len(places) > CROWD and k[0] == NAME:
            names = Counter(fold(traits[place].record.name) for place in places)
            name = max(names, key=lambda name: (names[name], name))
            crowded[name] = max(len(places), crowded.get(name, 0))
            continue
        pairs: Iterable[tuple[int, int]]
        pairs = combinations(places, 2) if len(places) <= CROWD else _neighbours(places, traits)
        if k[1] == GIVEN:  # most who share it are two people
            pairs = ((i, j) for i, j in pairs if _are_close(traits[i].name, traits[j].name))
        found.update(pairs)
    return Blocks(sorted(found), dict(sorted(crowded.items())))


def _under_keys(traits: Sequence[Traits]) -> dict[tuple[str, ...], list[int]]:
    """Return which records stand under each key.

    The source with most profiles has told its own people apart: they only stand under a key that
    others have.
    """
    apart = Counter(one.record.source for one in traits if one.members)
    largest = max(apart, key=lambda source: (apart[source], source), default=None)
    under: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    settled: list[int] = []
    for place, one in enumerate(traits):
        if one.members and one.record.source == largest:
            settled.append(place)
            for k in _profile_keys(one):
                under[k].append(place)
        else:
            for k in {*_profile_keys(one), *_evidence_keys(one), *_name_keys(one)}:
                under[k].append(place)
    for place in settled:
        for k in {*_evidence_keys(traits[place]), *_name_keys(traits[place])} & under.keys():
            under[k].append(place)
    return {k: sorted(places) for k, places in under.items() if len(places) > 1}


def name_key(one: Traits) -> str:
    """Return what the records of one name have in common, whichever part comes first.

    Empty for a single name, of which nothing follows.
    """
    given, family = key(one.name.given), key(one.name.family)
    return "|".join(sorted((given, family))) if given and family else ""


def _neighbours(places: Sequence[int], traits: Sequence[Traits]) -> Iterator[tuple[int, int]]:
    """Yield each record with those that follow it in the order of the names."""
    ordered = sorted(places, key=lambda place: (fold(traits[place].record.name), place))
    for n, place in enumerate(ordered):
        for other in ordered[n + 1 : n + 1 + NEIGHBOURS]:
            yield min(place, other), max(place, other)


def _profile_keys(one: Traits) -> Iterator[tuple[str, ...]]:
    """Yield the profiles."""
    for profile in one.profiles:
        yield EVIDENCE, "profile", profile


def _evidence_keys(one: Traits) -> Iterator[tuple[str, ...]]:
    """Yield the addresses, and the surname and the given name at each firm and school."""
    for kind, values in (("email", one.emails), ("phone", one.phones)):
        for value in values:
            yield EVIDENCE, kind, value
    domains = {domain_key(email) for email in one.emails | one.desks} - {""}
    families = {*_families(one.name.family), *_families(one.name.middle)}
    for place in one.firms | one.schools | domains:
        for family in families:
            yield EVIDENCE, "family", family, place
        if len(given := key(one.name.given)) > 1:
            yield EVIDENCE, GIVEN, given, place


def _are_close(a: PersonName, b: PersonName) -> bool:
    """Whether surnames differ by a slip, or one is an initial of the other."""
    families = key(a.family), key(b.family)
    short = min(families, key=len)
    return is_slip(a, b) or (len(short) == 1 and families[0][:1] == families[1][:1])


def _name_keys(one: Traits) -> Iterator[tuple[str, ...]]:
    """Yield given name and surname in every form they may have, in one order."""
    name = one.name
    if not name.family:
        if len(whole := key(name.given)) > 1:
            yield NAME, whole
        return
    whole = key(name.given + name.middle)
    yield NAME, whole + key(name.family)
    yield NAME, key(name.family) + whole
    givens = set(_givens(name.given)).union(map(key, name.nicknames), fold(name.middle).split())
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
