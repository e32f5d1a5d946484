"""The word list that comes with netgraph, ready to use.

``netgraph/data/titles.json`` holds what comes of its two files.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

import msgspec

from netgraph.model.vocabulary import Ready, digest, ready, tables, text_of
from netgraph.titles.word_list import Occupation, Phrase, WordList, make_word_list, pairs_of

FILES = ("titles.toml", "title_words.toml")
READY = "titles.json"

T = TypeVar("T")


class _Words(Ready, frozen=True):
    """What the file holds: a `WordList` in which a phrase is one text."""

    any: list[str]
    small: list[str]
    talk: list[str]
    short: dict[str, str]
    longest: dict[str, int]
    levels: dict[str, int | None]
    occupations: tuple[Occupation, ...]
    named: dict[str, tuple[int, ...]]
    roots: dict[str, tuple[int, ...]]


def standard() -> WordList:
    """Return the word list that comes with netgraph."""
    found = ready(READY, _Words, of=_digest())
    return _read(found) if found else made()


def made() -> WordList:
    """Return the word list as its files say it."""
    return make_word_list(*map(tables, FILES))


def written() -> str:
    """Return what the file that is ready has to hold, one phrase a line."""
    words = made()
    found = _Words(
        of=_digest(),
        any=sorted(words.any),
        small=sorted(words.small),
        talk=sorted(words.talk),
        short=dict(words.short),
        longest=dict(words.longest),
        levels=_joined(words.levels),
        occupations=words.occupations,
        named=_joined(words.named),
        roots=dict(words.roots),
    )
    text = msgspec.json.encode(found).decode()
    return text.replace('],"', '],\n"').replace("],[", "],\n[") + "\n"


def _read(found: _Words) -> WordList:
    """Return the word list that a file holds."""
    named, levels = _split(found.named), _split(found.levels)
    return WordList(
        occupations=found.occupations,
        named=named,
        longest=found.longest,
        pairs=pairs_of(named),
        roots=found.roots,
        levels=levels,
        ranks=frozenset(word for phrase in levels for word in phrase),
        short=found.short,
        any=frozenset(found.any),
        small=frozenset(found.small),
        talk=frozenset(found.talk),
    )


def _digest() -> str:
    """Return what says which files the list comes of."""
    return digest(*map(text_of, FILES))


def _joined(by_phrase: Mapping[Phrase, T]) -> dict[str, T]:
    """Write each phrase as a text."""
    return {" ".join(phrase): value for phrase, value in by_phrase.items()}


def _split(by_text: Mapping[str, T]) -> dict[Phrase, T]:
    """Read each text as the phrase it is."""
    return {tuple(text.split()): value for text, value in by_text.items()}
