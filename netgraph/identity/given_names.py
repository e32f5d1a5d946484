"""Given names that may be of one person: short forms and other spellings.

A given name is never compared by its letters: Daniel and Danielle, Paul and Paula are two people,
Bill and William may be one.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from nicknames import NickNamer

from netgraph.model.text import fold
from netgraph.model.vocabulary import entries, phrases

CACHED = 1 << 16
FILE = "names.toml"
LEAST_STEM = 3
_FOND = re.compile(r"(?:ie|ey|[iyou]|[iu]s|ek|ko|ka|inho|ito|ita)$")


@lru_cache(maxsize=CACHED)
def short_forms(name: str) -> frozenset[str]:
    """Return the short forms of a folded given name, one way only: William has Bill.

    Examples
    --------
    >>> "kasia" in short_forms("katarzyna"), "robert" in short_forms("bob")
    (True, False)
    """
    own, wrong = _names_of_their_own(), _wrong_short_forms()
    known = {short for short in _nicknames().nicknames_of(name) if short not in own}
    known = {short for short in known if name not in wrong.get(short, ())}
    return frozenset(known | _more_short_forms().get(name, frozenset()))


@lru_cache(maxsize=CACHED)
def variants(name: str) -> frozenset[str]:
    """Return other spellings of a folded given name, their short forms, and doubtful ones.

    Examples
    --------
    >>> "nikos" in variants("nicholas"), "nicholas" in variants("nikos")
    (True, False)
    """
    siblings = {s for long in _nicknames().canonicals_of(name) for s in short_forms(long)}
    doubtful = _nicknames().nicknames_of(name) | _nicknames().canonicals_of(name)
    spelled = _spellings().get(name, frozenset())
    abroad = {short for other in spelled for short in _more_short_forms().get(other, ())}
    return frozenset(siblings | doubtful | spelled | abroad)


def is_clipped(short: str, long: str) -> bool:
    """Return whether a folded name is the beginning of another with a fond ending: Rudi, Rudolf.

    Examples
    --------
    >>> is_clipped("steffi", "stefanie"), is_clipped("paul", "paulina"), is_clipped("jo", "john")
    (True, False, False)
    """
    stem = _FOND.sub("", short)
    stem = stem[:-1] if stem[-1:] == stem[-2:-1] else stem
    return LEAST_STEM <= len(stem) < len(short) <= len(long) and long.startswith(stem)


def is_given_name(name: str) -> bool:
    """Return whether a folded word is a given name with known short forms."""
    return name in _long_forms() or name in _more_short_forms()


@cache
def _nicknames() -> NickNamer:
    return NickNamer()


@cache
def _long_forms() -> frozenset[str]:
    return frozenset(_nicknames().nickname_lookup)


@cache
def _names_of_their_own() -> frozenset[str]:
    return frozenset(phrases(FILE, "names of their own"))


@cache
def _more_short_forms() -> dict[str, frozenset[str]]:
    return {_folded(n): frozenset(map(_folded, short)) for n, short in entries(FILE, "short forms")}


@cache
def _wrong_short_forms() -> dict[str, tuple[str, ...]]:
    return dict(entries(FILE, "not short forms"))


@cache
def _spellings() -> dict[str, frozenset[str]]:
    """Return for each name all others of its lines."""
    found: dict[str, set[str]] = {}
    for usual, others in entries(FILE, "spellings"):
        line = set(map(_folded, (usual, *others)))
        for name in line:
            found.setdefault(name, set()).update(line - {name})
    return {name: frozenset(others) for name, others in found.items()}


def _folded(name: str) -> str:
    return fold(name).replace(" ", "")
