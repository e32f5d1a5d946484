"""Whether two names can be of one person, by the meaning of their parts.

What counts is the surname, the given name or a known short form of it, and that no other part
contradicts.
"""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from functools import cache, lru_cache
from operator import attrgetter
from typing import NamedTuple

from netgraph.identity.given_names import short_forms, variants
from netgraph.identity.names import CACHED, FILE, PersonName, key
from netgraph.model.text import fold
from netgraph.model.vocabulary import phrases

_GERMAN = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ø": "oe", "Ø": "Oe",
     "å": "aa", "Å": "Aa"}
)  # fmt: skip

_BY_PARTS = attrgetter("family", "given", "middle", "nicknames", "maiden", "generation")


class Grade(StrEnum):
    """How far two names can be of one person, the surest first."""

    SAME = "same"  # equal, or a known short form
    REVERSED = "reversed"  # equal once given name and surname change places
    VARIANT = "variant"  # another spelling or short form of the same name
    INITIAL = "initial"  # an initial stands for a name
    PARTIAL = "partial"  # what both have agrees, but one has less or another surname beside it
    DIFFERENT = "different"


_TURNED = (Grade.SAME, Grade.VARIANT, Grade.PARTIAL)


class Verdict(NamedTuple):
    """How two names compare, and why, in words."""

    grade: Grade
    reason: str


def compatible(a: PersonName, b: PersonName) -> Verdict:
    """Say whether two names can be of one person.

    The verdict is the same whichever name comes first. A name without letters agrees partially
    with every other.

    Examples
    --------
    >>> from netgraph.identity.names import parse
    >>> compatible(parse("William Smith"), parse("Bill SMITH, MBA"))
    Verdict(grade=<Grade.SAME: 'same'>, reason='Bill is short for William')
    >>> compatible(parse("Daniel Roy"), parse("Danielle Roy")).grade
    <Grade.DIFFERENT: 'different'>
    """
    if a == PersonName() or b == PersonName():
        return Verdict(Grade.PARTIAL, "one has no name")
    a, b = sorted((a, b), key=_BY_PARTS)
    if a.generation and b.generation and a.generation != b.generation:
        return Verdict(Grade.DIFFERENT, "two generations")
    verdict = _in_order(a, b)
    if verdict.grade == Grade.DIFFERENT and a.family and b.family:
        verdict = _turned(a, b) or verdict
    if a.generation != b.generation and verdict.grade in (Grade.SAME, Grade.REVERSED):
        return Verdict(Grade.PARTIAL, f"only one is called {a.generation or b.generation}")
    return verdict


def _in_order(a: PersonName, b: PersonName) -> Verdict:
    """Compare two names part by part."""
    if not (a.family and b.family):
        return _one_word(a, b)
    surname = _surnames(a, b)
    if surname.grade == Grade.DIFFERENT:
        return surname
    given = _given(a, b)
    if given.grade == Grade.DIFFERENT:
        return given
    if given.grade != Grade.PARTIAL and surname.grade != Grade.PARTIAL and _contradict(a, b):
        return Verdict(Grade.DIFFERENT, "different middle names")
    if surname.grade == Grade.SAME:
        return given
    if given.grade == Grade.SAME:
        return surname
    return Verdict(Grade.PARTIAL, f"{given.reason}; {surname.reason}")


def _turned(a: PersonName, b: PersonName) -> Verdict | None:
    """Compare as if one of the two had the surname first."""
    if spellings(a.given) & spellings(b.family) and spellings(a.family) & spellings(b.given):
        if not _contradict(a, b):
            return Verdict(Grade.REVERSED, "the same words in another order")
    elif any(
        _in_order(PersonName(name.family, name.middle, name.given), other).grade in _TURNED
        for name, other in ((a, b), (b, a))
    ):
        return Verdict(Grade.PARTIAL, "much the same words in another order")
    if sorted(_words(a)) == sorted(_words(b)):
        return Verdict(Grade.PARTIAL, "the same words in another order")
    return None


def _one_word(a: PersonName, b: PersonName) -> Verdict:
    """Compare where one of the names is a single word."""
    single, other = (a, b) if not a.family else (b, a)
    word = key(single.given)
    whole = key(other.given + other.middle + other.family)
    if not other.family and word == whole:
        known = any(unicodedata.category(c) == "Lo" for c in single.given)
        return Verdict(Grade.SAME if known else Grade.PARTIAL, "equal single names")
    if word in (whole, key(other.family + other.given)):
        return Verdict(Grade.VARIANT, "the same letters")
    given = _given(single, other)
    if given.grade in (Grade.SAME, Grade.INITIAL) or spellings(single.given) & spellings(
        other.family
    ):
        return Verdict(Grade.PARTIAL, "one is a single name")
    return Verdict(Grade.DIFFERENT, "different names")


def _surnames(a: PersonName, b: PersonName) -> Verdict:
    """Compare surnames: equal, an initial, with and without particle, or one of two."""
    if spellings(a.family) & spellings(b.family):
        return Verdict(Grade.SAME, "equal surnames")
    cores = _surname_words(a.family), _surname_words(b.family)
    if any(len(core) == 1 and len(core[0]) == 1 for core in cores):
        first, second = ("".join(core) for core in cores)
        if first[:1] == second[:1] or key(a.family)[:1] == key(b.family)[:1]:
            return Verdict(Grade.INITIAL, "an initial for the surname")
    if cores[0] == cores[1] or _without_e(a.family) == _without_e(b.family):
        return Verdict(Grade.VARIANT, "surnames that differ in spelling")
    every = _every_surname(a, cores[0]), _every_surname(b, cores[1])
    if every[0] & set(cores[1]) or every[1] & set(cores[0]):
        return Verdict(Grade.PARTIAL, "one surname in common")
    return Verdict(Grade.DIFFERENT, "different surnames")


def _every_surname(name: PersonName, core: tuple[str, ...]) -> set[str]:
    """Return all words of a name that may serve as its surname."""
    found = {*core, *map(key, name.maiden), *map(key, name.middle.split())}
    return {word for word in found if len(word) > 1}


def _given(a: PersonName, b: PersonName) -> Verdict:
    """Compare given names."""
    first, second = key(a.given), key(b.given)
    if not first or not second:
        return Verdict(Grade.PARTIAL, "one has no given name")
    if key(a.given + a.middle) == key(b.given + b.middle) and len(first + second) > 2:
        return Verdict(Grade.SAME, "equal given names")
    if len(first) == 1 or len(second) == 1:
        return _initial(a, b)
    if spellings(a.given) & spellings(b.given):
        return Verdict(Grade.SAME, "equal given names")
    if first in map(key, b.nicknames) or second in map(key, a.nicknames):
        return Verdict(Grade.SAME, "the name in quotes or brackets")
    short, long = sorted((a.given, b.given), key=lambda name: (len(name), name))
    if key(long) in short_forms(key(short)) and key(short) not in short_forms(key(long)):
        short, long = long, short
    if key(short) in short_forms(key(long)):
        return Verdict(Grade.SAME, f"{short} is short for {long}")
    for one, other in ((a, b), (b, a)):
        if key(one.given) in short_forms(key(other.given + other.middle)):
            return Verdict(Grade.SAME, f"{one.given} is short for {other.given} {other.middle}")
    if first in variants(second) or second in variants(first):
        return Verdict(Grade.VARIANT, f"{a.given} and {b.given} may be one name")
    return _partly(a, b)


def _initial(a: PersonName, b: PersonName) -> Verdict:
    """Compare given names one of which is a letter."""
    names = [key(n) for n in (a.given, *a.nicknames)], [key(n) for n in (b.given, *b.nicknames)]
    if {n[:1] for n in names[0]} & {n[:1] for n in names[1]}:
        return Verdict(Grade.INITIAL, "an initial for the given name")
    return _partly(a, b)


def _partly(a: PersonName, b: PersonName) -> Verdict:
    """Compare given names that are not equal as a whole."""
    if key(a.given) == key(b.given + b.middle) or key(b.given) == key(a.given + a.middle):
        return Verdict(Grade.SAME, "equal given names")
    first, second = (fold(f"{n.given} {n.middle}").split() for n in (a, b))
    if key(a.given) in second or key(b.given) in first or first[0] == second[0]:
        return Verdict(Grade.PARTIAL, "one given name in common")
    if key(a.given) == "".join(w[0] for w in second) or key(b.given) == "".join(
        w[0] for w in first
    ):
        return Verdict(Grade.INITIAL, "initials for the given names")
    return Verdict(Grade.DIFFERENT, "different given names")


def _contradict(a: PersonName, b: PersonName) -> bool:
    """Whether the middle names of two people of one given name cannot be of one person."""
    if key(a.given + a.middle) == key(b.given + b.middle):
        return False
    if (
        key(a.given) != key(b.given)
        and key(a.given)[:1] == key(b.given)[:1]
        and (key(a.given) == key(b.given + b.middle) or key(b.given) == key(a.given + a.middle))
    ):
        return False
    few, many = sorted((fold(a.middle).split(), fold(b.middle).split()), key=len)
    rest = iter(many)
    return not all(any(_agree(word, other) for other in rest) for word in few)


def _agree(word: str, other: str) -> bool:
    if len(word) == 1 or len(other) == 1:
        return word[0] == other[0]
    return word == other or other in short_forms(word) or word in short_forms(other)


def _words(name: PersonName) -> list[str]:
    return fold(f"{name.given} {name.middle} {name.family}").split()


@lru_cache(maxsize=CACHED)
def _surname_words(family: str) -> tuple[str, ...]:
    """Return the folded words of a surname but for its particles."""
    words = fold(family).split()
    return tuple(w for w in words if w not in _particles() or len(words) == 1) or tuple(words)


@lru_cache(maxsize=CACHED)
def spellings(part: str) -> frozenset[str]:
    """Return how a part of a name is compared: Müller is Muller and Mueller."""
    return frozenset({key(part), key(part.translate(_GERMAN))})


def _without_e(part: str) -> str:
    """Write ae, oe and ue as one letter."""
    return re.sub(r"(?<=[aou])e", "", key(part))


@cache
def _particles() -> frozenset[str]:
    return frozenset(map(key, phrases(FILE, "particles")))
