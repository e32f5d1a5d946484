"""Names that are close without being equal: slips, other sounds, other surnames, less said.

What is close is never certain; it is worth a question where something else agrees.
"""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance import OSA

from netgraph.identity.addresses import words
from netgraph.identity.given_names import is_given_name, short_forms
from netgraph.identity.names import CACHED, PersonName, key
from netgraph.model.text import fold

LEAST_TAIL = 4

_SOFT_C = re.compile(r"c(?=[eiy])")
_DOUBLE = re.compile(r"(.)\1+")
_SOUNDS = (
    ("ph", "f"), ("ck", "k"), ("c", "k"), ("q", "k"), ("x", "ks"), ("w", "v"), ("y", "i"),
    ("z", "s"), ("h", ""),
)  # fmt: skip


@lru_cache(maxsize=CACHED)
def sound(given: str) -> str:
    """Return a given name as other languages may spell it.

    >>> sound("Catharina") == sound("Katarina"), sound("Daniel") == sound("Danielle")
    (True, False)
    """
    plain = _SOFT_C.sub("s", key(given))
    for letters, one in _SOUNDS:
        plain = plain.replace(letters, one)
    return _DOUBLE.sub(r"\1", plain)


def is_slip(a: PersonName, b: PersonName) -> bool:
    """Whether one letter mistyped makes two names equal: Jonh Smith, but not Mario and Maria.

    >>> from netgraph.identity.names import parse
    >>> [is_slip(parse(name), parse("John Smith")) for name in ("Jonh Smith", "Joan Smith")]
    [True, False]
    """
    givens, families = (key(a.given), key(b.given)), (key(a.family), key(b.family))
    if givens[0] == givens[1]:
        return min(map(len, families)) > 4 and OSA.distance(*families, score_cutoff=1) == 1
    return (
        families[0] == families[1] != ""
        and min(map(len, givens)) > 3
        and givens[0][:-1] not in (givens[1], givens[1][:-1])
        and givens[1][:-1] != givens[0]
        and OSA.distance(*givens, score_cutoff=1) == 1
        and not all(map(is_given_name, givens))
    )


def is_renamed(a: PersonName, b: PersonName) -> bool:
    """Whether only the surname is another, as after a wedding.

    >>> from netgraph.identity.names import parse
    >>> [is_renamed(parse(name), parse("Jane Roe")) for name in ("Jane Doe", "J. Doe")]
    [True, False]
    """
    one, other = key(a.given), key(b.given)
    return len(one) > 1 < len(other) and (
        one == other or one in short_forms(other) or other in short_forms(one)
    )


def is_reordered(a: PersonName, b: PersonName) -> bool:
    """Whether two names of three words or more have the same, or the surname before or behind.

    >>> from netgraph.identity.names import parse
    >>> is_reordered(parse("Hyun Woo Kim"), parse("Kim Hyunwoo"))
    True
    """
    both = all_words(a), all_words(b)
    if max(map(len, both)) < 3 or a.generation != b.generation:
        return False
    if sorted(both[0]) == sorted(both[1]):
        return True
    turned = key(b.family + b.given + b.middle), key(b.given + b.middle + b.family)
    return key(a.given + a.middle + a.family) == turned[0] or (
        key(a.family + a.given + a.middle) == turned[1]
    )


def is_tail(a: PersonName, b: PersonName) -> bool:
    """Whether, beside equal surnames, one given name is the end of the other.

    >>> from netgraph.identity.names import parse
    >>> is_tail(parse("Chukwuemeka Obi"), parse("Emeka Obi"))
    True
    """
    short, long = sorted((key(a.given), key(b.given)), key=len)
    return (
        key(a.family) == key(b.family) != ""
        and len(short) >= LEAST_TAIL
        and short != long
        and long.endswith(short)
    )


def is_plain_form(a: PersonName, b: PersonName) -> bool:
    """Whether two given names are equal, or one is a short form and no name of its own.

    >>> from netgraph.identity.names import parse
    >>> [is_plain_form(parse(n), parse("Christina Roy")) for n in ("Tina Roy", "Chris Roy")]
    [True, False]
    >>> is_plain_form(parse("Sofie Roy"), parse("Sofia Roy"))
    False
    """
    short, long = sorted((key(a.given), key(b.given)), key=len)
    if short == long:
        return True
    shorter = len(short) < len(long) - 1 or (len(short) < len(long) and short.endswith(("y", "ie")))
    return shorter and words("short forms of either sex").isdisjoint((short, long))


def says_less(a: PersonName, b: PersonName) -> bool:
    """Whether a name is the other with words left out, the first that is no initial kept.

    >>> from netgraph.identity.names import parse
    >>> says_less(parse("Ronald Tolkien"), parse("J. Ronald Tolkien"))
    True
    >>> says_less(parse("José García"), parse("María José García"))
    False
    """
    if not a.family and key(a.given) == key(b.family):
        return False
    rest = all_words(b)
    if not _first_agree(all_words(a), rest):
        return _joined(a) == _joined(b)
    for word in all_words(a):
        found = next((other for other in rest if _stands_for(word, other)), None)
        if found is None:
            return _joined(a) == _joined(b)
        rest.remove(found)
    return True


def _first_agree(a: list[str], b: list[str]) -> bool:
    """Whether the first names agree, initials before them left aside if need be."""
    if not a or not b or _stands_for(a[0], b[0]):
        return True
    whole = [next((word for word in both if len(word) > 1), "") for both in (a, b)]
    return all(whole) and _stands_for(*whole)


def _joined(name: PersonName) -> str:
    return key(name.given + name.middle + name.family)


def all_words(name: PersonName) -> list[str]:
    """Return the folded words of a name, the given names first."""
    return fold(" ".join((name.given, name.middle, name.family))).split()


def _stands_for(a: str, b: str) -> bool:
    """Whether two words can be one name: equal, a short form, an initial."""
    if len(a) == 1 or len(b) == 1:
        return a[0] == b[0]
    return a == b or a in short_forms(b) or b in short_forms(a)
