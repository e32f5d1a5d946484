"""The word list that comes with netgraph, ready to use.

To read it from its two files takes longer than most commands, so ``netgraph/data/titles.json``
holds what comes of them, and of which files it comes. Where these are no longer the same, because
somebody added a word, the list is made of them: it takes longer and is right. ``make docs`` writes
it anew.
"""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import blake2b
from typing import TypeVar

import msgspec

from netgraph.model.vocabulary import tables, text_of
from netgraph.titles.word_list import Occupation, Phrase, WordList, make_word_list, pairs_of

FILES = ("titles.toml", "title_words.toml")
READY = "titles.json"

T = TypeVar("T")


class _Ready(msgspec.Struct):
    """What the file holds: a `WordList` in which a phrase is one text, and what it comes of."""

    of: str
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
    ready = msgspec.json.decode(text_of(READY), type=_Ready)
    return _read(ready) if ready.of == _digest() else made()


def made() -> WordList:
    """Return the word list as its files say it."""
    return make_word_list(*map(tables, FILES))


def written() -> str:
    """Return what the file that is ready has to hold, one phrase a line."""
    words = made()
    ready = _Ready(
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
    text = msgspec.json.encode(ready).decode()
    return text.replace('],"', '],\n"').replace("],[", "],\n[") + "\n"


def _read(ready: _Ready) -> WordList:
    """Return the word list that a file holds."""
    named, levels = _split(ready.named), _split(ready.levels)
    return WordList(
        occupations=ready.occupations,
        named=named,
        longest=ready.longest,
        pairs=pairs_of(named),
        roots=ready.roots,
        levels=levels,
        ranks=frozenset(word for phrase in levels for word in phrase),
        short=ready.short,
        any=frozenset(ready.any),
        small=frozenset(ready.small),
        talk=frozenset(ready.talk),
    )


def _digest() -> str:
    """Return what says which files the list comes of."""
    return blake2b("".join(map(text_of, FILES)).encode(), digest_size=16).hexdigest()


def _joined(by_phrase: Mapping[Phrase, T]) -> dict[str, T]:
    """Write each phrase as a text."""
    return {" ".join(phrase): value for phrase, value in by_phrase.items()}


def _split(by_text: Mapping[str, T]) -> dict[Phrase, T]:
    """Read each text as the phrase it is."""
    return {tuple(text.split()): value for text, value in by_text.items()}
