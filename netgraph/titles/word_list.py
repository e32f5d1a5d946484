"""The word list: occupations, ranks and little words, as two text files hold them.

The files lie in ``data/`` and say in their first lines how they are written; whoever misses a word
adds it there, or hands other texts to `word_list`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import NamedTuple

from netgraph.model.errors import InvalidInput
from netgraph.model.text import fold

Phrase = tuple[str, ...]

_ENDINGS = {
    "n": (
        *(("innen", ""), ("erin", "er"), ("orin", "or"), ("eurin", "eur"), ("istin", "ist")),
        *(("ogin", "oge"), ("entin", "ent"), ("antin", "ant"), ("altin", "alt"), ("ochin", "och")),
        *(("arztin", "arzt"), ("ektin", "ekt")),
    ),
    "u": (("frau", "mann"),),
    "e": (
        *(
            ("euse", "eur"),
            ("trice", "teur"),
            ("llere", "ller"),
            ("iere", "ier"),
            ("ieure", "ieur"),
        ),
        *(("ienne", "ien"), ("ielle", "iel"), ("ante", "ant"), ("ente", "ent"), ("effe", "ef")),
        *(("ale", "al"), ("ive", "if"), ("dore", "dor"), ("tore", "tor"), ("ee", "e")),
    ),
    "a": (
        *(("eira", "eiro"), ("era", "ero"), ("ora", "or"), ("oga", "ogo"), ("ada", "ado")),
        *(("aria", "ario"), ("ica", "ico"), ("ecta", "ecto")),
    ),
}
_DERIVED = re.compile(
    r"(?:ations?|e?ments?|ists?|iste|ista|ical|ics?|ings?|ers?|ors?|ies?|ia|ian|ion|eur|ung|ue|al"
    r"|y|e|a|o)$"
)
_JOINED = re.compile(r"\b(\w\w?)&(\w)\b")
_ELISION = re.compile(r"\b[dl]['’](?=\w)", re.IGNORECASE)


class Occupation(NamedTuple):
    """One entry of the word list: its name, its field, and whether it is only a subject."""

    name: str
    field: str
    subject: bool
    close: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class WordList:
    """What `word_list` reads: tables from words, in their common form, to what they mean.

    `longest` says how long a term each first word may begin, `pairs` with which two words one does;
    `short` has short forms with what they stand for; `any`, `small` and `talk` are words that say
    little, nothing, and nothing in a goal.
    """

    occupations: tuple[Occupation, ...]
    named: Mapping[Phrase, tuple[int, ...]]
    longest: Mapping[str, int]
    pairs: frozenset[Phrase]
    roots: Mapping[str, tuple[int, ...]]
    levels: Mapping[Phrase, int | None]
    ranks: frozenset[str]
    short: Mapping[str, str]
    any: frozenset[str]
    small: frozenset[str]
    talk: frozenset[str]


def standard(own: str = "") -> WordList:
    """Return the word list that comes with netgraph, with the lines of `own` in addition."""
    data = resources.files("netgraph") / "data"
    titles, words = ((data / f).read_text("utf-8") for f in ("titles.txt", "title_words.txt"))
    return word_list(f"{titles}\n[]\n{own}", words)


def word_list(titles: str, words: str) -> WordList:
    """Return the word list written in `titles` and `words` (texts in the form of our data files).

    A line of `titles` whose name was there before adds to what was said of it.

    Examples
    --------
    >>> words = word_list("[care]\\nnurse: rn\\nnurse: guardian angel", "any: manager")
    >>> words.named["guardian", "angel"] == words.named["rn",]
    True

    Raises
    ------
    InvalidInput
        If a line cannot be read or names an occupation that has no line of its own.
    """
    ranks = _groups(words)
    small = frozenset(" ".join(ranks.pop("small", ())).split())
    short = dict(_pair(term) for term in ranks.pop("short", ()))
    entries = _entries(titles)
    for entry, _ in entries.values():
        if lost := [name for name in entry.close if name not in entries]:
            raise InvalidInput(f"{entry.name!r} is said to be close to {lost[0]!r}: no such line")
    named: dict[Phrase, tuple[int, ...]] = {}
    for number, (_, terms) in enumerate(entries.values()):
        for phrase in dict.fromkeys(_phrase(term, small) for term in terms):
            if phrase:
                named[phrase] = (*named.get(phrase, ()), number)
    common, talk = (frozenset(light(fold(w)) for w in ranks.pop(k, ())) for k in ("any", "talk"))
    levels = {_phrase(term, small): _rank(key) for key, terms in ranks.items() for term in terms}
    return WordList(
        occupations=tuple(entry for entry, _ in entries.values()),
        named=named,
        longest=_longest(named),
        pairs=frozenset(phrase[:2] for phrase in named if len(phrase) > 1),
        roots=_roots(named),
        levels=levels,
        ranks=frozenset(word for phrase in levels for word in phrase),
        small=small,
        short=short,
        any=common,
        talk=talk,
    )


@lru_cache(maxsize=1 << 16)
def light(word: str) -> str:
    """Return a folded word without its plural or feminine ending.

    >>> light("nurses"), light("directora"), light("informatikerin")
    ('nurse', 'director', 'informatiker')
    """
    if len(word) > 3 and word[-1] == "s" and word[-2] not in "sui" and word != "news":
        word = word[:-1]
    for ending, plain in _ENDINGS.get(word[-1:], ()):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word[: len(word) - len(ending)] + plain
    return word


@lru_cache(maxsize=1 << 16)
def root(word: str) -> str:
    """Return what the words of one family begin with.

    >>> root("biologist"), root("biology"), root("recruitment")
    ('biolog', 'biolog', 'recruit')
    """
    short = _DERIVED.sub("", word)
    return short if len(short) > 3 else word


def words_of(text: str) -> list[str]:
    """Return the words of `text`, folded: "l'art" gives two, "R&D" one."""
    if "'" in text or "’" in text:
        text = _ELISION.sub(" ", text)
    return fold(_JOINED.sub(r"\1n\2", text) if "&" in text else text).split()


def _entries(text: str) -> dict[str, tuple[Occupation, list[str]]]:
    """Return each occupation of the word list with the terms for it, by name."""
    part = ""
    entries: dict[str, tuple[Occupation, list[str]]] = {}
    for line in _lines(text):
        if line.startswith("["):
            part = line.strip("[] ")
            continue
        head, colon, said = line.partition(":")
        name, _, close = (side.strip() for side in head.partition("~"))
        plain = name.strip("()")
        others = tuple(other.strip() for other in close.split(",") if other.strip())
        known, terms = entries.get(plain, (Occupation(plain, part, name != plain, ()), [plain]))
        if not (colon and plain and known.field):
            raise InvalidInput(f"expected 'name ~ close: words' below a [field], not {line[:60]!r}")
        entries[plain] = (known._replace(close=known.close + others), [*terms, *said.split(",")])
    return entries


def _groups(text: str) -> dict[str, list[str]]:
    """Return the terms of each line by its key."""
    lines = [line.partition(":") for line in _lines(text)]
    return {key.strip(): [term.strip() for term in terms.split(",")] for key, _, terms in lines}


def _lines(text: str) -> list[str]:
    """Return the lines with continuations joined, comments and blank ones left out."""
    lines: list[str] = []
    for line in text.splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        if line[0].isspace() and lines:
            lines[-1] += " " + line.strip()
        else:
            lines.append(line.strip())
    return lines


def _rank(key: str) -> int | None:
    """Return a level as written: a digit, or "none" for what only looks like a rank."""
    if key != "none" and key not in "01234567":
        raise InvalidInput(f"expected a level from 0 to 7 or 'none', not {key[:60]!r}")
    return None if key == "none" else int(key)


def _pair(term: str) -> tuple[str, str]:
    """Return a short form and what it stands for."""
    short, equals, full = (part.strip() for part in term.partition("="))
    if not (short and equals and full):
        raise InvalidInput(f"expected 'short = full', not {term[:60]!r}")
    return short, full


def _phrase(term: str, small: frozenset[str]) -> Phrase:
    """Return a term as tokens."""
    return tuple(light(word) for word in words_of(term) if word not in small)


def _longest(named: Mapping[Phrase, tuple[int, ...]]) -> dict[str, int]:
    """Return for each first word how long a term it may begin."""
    longest: dict[str, int] = {}
    for phrase in named:
        longest[phrase[0]] = max(len(phrase), longest.get(phrase[0], 0))
    return longest


def _roots(named: Mapping[Phrase, tuple[int, ...]]) -> dict[str, tuple[int, ...]]:
    """Return occupations by root, for long single words whose root has one meaning only."""
    roots: dict[str, tuple[int, ...]] = {}
    unclear: set[str] = set()
    for phrase, numbers in named.items():
        if len(phrase) == 1 and len(phrase[0]) >= 6:
            key = root(phrase[0])
            if roots.setdefault(key, numbers) != numbers:
                unclear.add(key)
    return {key: numbers for key, numbers in roots.items() if key not in unclear}
