"""What the header of a column means, in the languages that address books speak.

The words are in ``data/columns.toml``. A header means what all of it says: "Telefon geschäftlich"
is a telephone, "Telefon Assistent" is somebody else's and means nothing here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Final

from netgraph.model.text import fold
from netgraph.model.vocabulary import tables

FILE: Final = "columns.toml"

OF_NAMES: Final = (
    "full",
    "name",
    "first",
    "middle",
    "last",
    "second_surname",
    "suffix",
    "nickname",
)
OF_CONTACTS: Final = (
    "display", "email", "phone", "company", "title", "city", "place", "country", "street", "web",
)  # fmt: skip
OF_PEOPLE: Final = ("class_year", "school", "degree", "major", "url", "tags", "relation")
_FIRST: Final = ("nobody", "salutation", *OF_NAMES)
_LAST: Final = (*OF_PEOPLE, "number")
MEANINGS: Final = (*_FIRST, *OF_CONTACTS, *_LAST)
"""What a column can mean, the surest first: of a word with two meanings the first counts.

``salutation`` is Mr, Dr, or somebody's job; ``number`` a telephone if it holds what looks like one;
``nobody`` is of somebody else.
"""

BESIDE: Final = ("business", "home", "which")
"""Lists of words that say whose, or which one of several, something is."""

_PIECE = re.compile(r"[^()|?]+")
_DIGITS = re.compile(r"\d+")
_ORDINAL = re.compile(r"(?<=\d)[ºª°]")
_INNERMOST = re.compile(r"\(([^()]*)\)(\?)?")


@lru_cache(maxsize=1 << 14)
def meaning(column: str) -> str:
    """Return what a column of this header holds, empty if that is not known.

    >>> meaning("E-Mail 2: Adresse"), meaning("Téléphone (bureau)"), meaning("Soyadı")
    ('email', 'phone', 'last')
    >>> meaning("Assistant's Phone"), meaning("E-mail Type")
    ('', 'display')
    """
    key = fold(_ORDINAL.sub("", column)).replace(" ", "")
    bare = _DIGITS.sub("", key)
    for name in _FIRST:
        if _pattern(name).fullmatch(key):
            return "" if name == "nobody" else name
    matches = (pattern.fullmatch(bare) for pattern in _of_contacts())
    if found := [match.lastgroup for match in matches if match and match.lastgroup]:
        return min(found, key=OF_CONTACTS.index)
    return next((n for n in _LAST if _pattern(n).fullmatch(bare if n == "number" else key)), "")


def is_at_work(column: str) -> bool:
    """Whether a header says that something is at work or at home, as address books do.

    >>> is_at_work("Ort geschäftlich"), is_at_work("Home Phone 2"), is_at_work("Mobile Phone")
    (True, True, False)
    """
    return _of_place().fullmatch(_DIGITS.sub("", fold(column).replace(" ", ""))) is not None


@cache
def usual_words() -> dict[str, str]:
    """Return every word as it is usually written, folded, and what it means."""
    found: dict[str, str] = {}
    for language in tables(FILE).values():
        for name in MEANINGS[1:]:
            for entry in language.get(name, ()):
                for word in filter(None, map(fold, _written(entry))):
                    found.setdefault(word, name)
    return found


def _written(entry: str) -> list[str]:
    """Return what an entry stands for, without what may be missing.

    >>> _written("organi(s|z)ation (name)?")
    ['organisation ', 'organization ']
    """
    found = _INNERMOST.search(entry)
    if not found:
        return [entry]
    words = [""] if found[2] else found[1].split("|")
    rests = (entry[: found.start()] + word + entry[found.end() :] for word in words)
    return [word for rest in rests for word in _written(rest)]


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """Return what headers that mean this look like, in any language."""
    return re.compile("|".join(_alternatives(name)))


def _alternatives(name: str) -> Iterator[str]:
    """Yield for each language what a header that means this looks like."""
    for language in tables(FILE).values():
        if language.get(name):
            whose = language.get("whose") if name in OF_NAMES else None
            yield f"{f'{_group(whose)}*' if whose else ''}{_group(language[name])}"


@cache
def _of_contacts() -> tuple[re.Pattern[str], ...]:
    """Return for each language what headers of contacts look like, a group for each meaning."""
    found = []
    for language in tables(FILE).values():
        beside = _group(word for which in BESIDE for word in language[which])
        some = (f"(?P<{n}>{_group(language[n])})" for n in OF_CONTACTS if language.get(n))
        found.append(re.compile(f"{beside}*?(?:{'|'.join(some)}){beside}*"))
    return tuple(found)


@cache
def _of_place() -> re.Pattern[str]:
    """Return what a street, town, country or telephone at work or at home looks like."""
    found = []
    for language in tables(FILE).values():
        where = _group((*language["business"], *language["home"]))
        some = [w for name in ("street", "city", "country", "phone") for w in language[name]]
        words, which = _group(some), _group(language["which"])
        found.append(f"{which}*(?:{where}{words}|{words}{which}*{where}){which}*")
    return re.compile("|".join(found))


def _group(entries: Iterable[str]) -> str:
    """Return a pattern for any of the entries, folded but for their signs of choice.

    >>> _group(["Vorname(n)?", "E-Mail"])
    '(?:vorname(?:n)?|email)'
    """
    folded = (_PIECE.sub(lambda m: fold(m[0]).replace(" ", ""), entry) for entry in entries)
    return f"(?:{'|'.join(folded)})".replace("(", "(?:").replace("(?:?:", "(?:")
