"""The word list: occupations, ranks and little words, as two files hold them.

The files lie in ``netgraph/data`` and say in their first lines how they are written; whoever misses
a word adds it there, or hands other tables to `make_word_list`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from netgraph.model.base_record import Record
from netgraph.model.errors import InvalidInput
from netgraph.model.text import fold
from netgraph.model.vocabulary import terms

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


class WordList(Record, frozen=True, eq=False):
    """What `make_word_list` reads: tables from words, in their common form, to what they mean.

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


def make_word_list(titles: Mapping[str, Any], words: Mapping[str, Any]) -> WordList:
    """Return the word list in tables of the form of ``titles.toml`` and ``title_words.toml``.

    Examples
    --------
    >>> nurse = {"words": "rn, registered nurse"}
    >>> words = make_word_list({"care": {"nurse": nurse}}, {"any": "manager"})
    >>> words.named["registered", "nurse"] == words.named["rn",]
    True

    Raises
    ------
    InvalidInput
        If a key has no meaning, or an occupation is close to one that is not there.
    """
    ranks = {key: terms(text) for key, text in words.items()}
    small = frozenset(" ".join(ranks.pop("small", ())).split())
    short = dict(_pair(term) for term in ranks.pop("short", ()))
    entries = dict(_entries(titles))
    for entry, _ in entries.values():
        if lost := [name for name in entry.close if name not in entries]:
            raise InvalidInput(f"{entry.name!r} is said to be close to {lost[0]!r}: no such entry")
    named: dict[Phrase, tuple[int, ...]] = {}
    for number, (_, names) in enumerate(entries.values()):
        for phrase in dict.fromkeys(_phrase(name, small) for name in names):
            if phrase:
                named[phrase] = (*named.get(phrase, ()), number)
    common, talk = (frozenset(light(fold(w)) for w in ranks.pop(k, ())) for k in ("any", "talk"))
    levels = {_phrase(word, small): _rank(key) for key, group in ranks.items() for word in group}
    return WordList(
        occupations=tuple(entry for entry, _ in entries.values()),
        named=named,
        longest=_longest(named),
        pairs=pairs_of(named),
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


def pairs_of(phrases: Iterable[Phrase]) -> frozenset[Phrase]:
    """Return the first two words of each phrase that has as many."""
    return frozenset(phrase[:2] for phrase in phrases if len(phrase) > 1)


def _entries(titles: Mapping[str, Any]) -> Iterator[tuple[str, tuple[Occupation, Phrase]]]:
    """Yield each occupation by its name, with the terms for it."""
    for field, occupations in titles.items():
        for name, said in occupations.items():
            if unknown := said.keys() - {"words", "close", "subject"}:
                raise InvalidInput(f"{name!r} has {min(unknown)!r}: write words, close or subject")
            close = terms(said.get("close", ""))
            occupation = Occupation(name, field, said.get("subject", False), close)
            yield name, (occupation, (name, *terms(said.get("words", ""))))


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
