"""Occupations: what a title says somebody does, in which field, and how far up.

A title is read with a word list (`wordlist`) in several languages. Words it does not know are
taken apart ("Softwareentwicklerin", "hydrogeologist") or traced to their root ("recruitment");
what is left stays a plain word.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from netgraph.model.text import fold
from netgraph.titles.ready_words import standard
from netgraph.titles.word_list import Phrase, WordList, light, root, words_of

ASIDE = 0.5
LONGEST = 40  # letters of a word worth taking apart

_FOR_SOMEBODY = re.compile(
    r"\b(assistant|assistent\w*|assistenz|aide|secretary|advis[eo]r|pa|ea|chief of staff)"
    r"\s+(?:to|of)\b.*",
    re.IGNORECASE | re.DOTALL,
)
_HEAD_ENDS = re.compile(
    r"[,;(|/:]|\s[-–—@&]\s"
    r"|\s(?:of|for|at|to|in|with|on|für|im|bei|de|du|des|d|en|chez|para|em|di|van)\b",
    re.IGNORECASE,
)
_LINKS = ("", "s", "n", "en", "es")


class Reading(NamedTuple):
    """A title as read: occupations, each with the words that name it and its weight; words; level.

    What the title is about first of all weighs 1, what only qualifies it `ASIDE`.
    """

    occupations: tuple[tuple[int, str, float], ...]
    words: tuple[str, ...]
    level: int | None


class Reader:
    """Reads titles with one word list and remembers what it read."""

    __slots__ = ("_guesses", "_parts", "_readings", "words")

    def __init__(self, words: WordList) -> None:
        self.words = words
        self._parts: dict[str, Phrase] = {}
        self._guesses: dict[str, tuple[int, ...]] = {}
        self._readings: dict[str, Reading] = {}

    def read(self, title: str) -> Reading:
        """Return what `title` says; read once and remembered."""
        reading = self._readings.get(title)
        if reading is None:
            own = _FOR_SOMEBODY.sub(r"\1", title) if " to " in title or " of " in title else title
            reading = self._readings[title] = self._read(own)
        return reading

    def tokens(self, text: str) -> list[str]:
        """Return the words of `text` that carry meaning, brought to a common form."""
        parts = self._parts
        tokens: list[str] = []
        for word in words_of(text):
            known = parts.get(word)
            if known is None:
                known = parts[word] = self._take_apart(word)
            tokens += known
        return tokens

    def _read(self, title: str) -> Reading:
        tokens = self.tokens(title)
        found = self._occupations(tokens)
        if len(found) > 1:
            cut = _HEAD_ENDS.search(title)
            length = len(self.tokens(title[: cut.start()])) if cut else len(tokens)
            head = max((at for at, _, _ in found if at < length), default=found[0][0])
        else:
            head = found[0][0] if found else 0
        weighed = tuple((n, phrase, 1.0 if at == head else ASIDE) for at, n, phrase in found)
        return Reading(weighed, tuple(dict.fromkeys(tokens)), self._level(tokens))

    def _take_apart(self, word: str) -> Phrase:
        """Return a word's common form, or its parts where it is an unknown compound."""
        if word in self.words.small:
            return ()
        token = light(self.words.short.get(word, word))
        if not 8 <= len(token) <= LONGEST or token in self.words.longest:
            return (token,)
        named, common = self.words.longest, self.words.any
        for cut in range(len(token) - 4, 2, -1):
            tail = light(token[cut:])
            if tail in named or tail in common:
                for link in _LINKS:
                    head = light(token[: cut - len(link)]) if token[:cut].endswith(link) else ""
                    if head in named or (head in common and tail in named):
                        return (head, tail)
        return (token,)

    def _occupations(self, tokens: Sequence[str]) -> list[tuple[int, int, str]]:
        """Return each occupation named: where, which, by which words; the longest term wins."""
        named, longest = self.words.named, self.words.longest
        found: list[tuple[int, int, str]] = []
        at, end = 0, len(tokens)
        while at < end:
            size = min(longest.get(tokens[at], 0), end - at)
            while size and tuple(tokens[at : at + size]) not in named:
                size -= 1
            numbers = named[tuple(tokens[at : at + size])] if size else self._guess(tokens[at])
            size = size or 1
            if numbers:
                phrase = " ".join(tokens[at : at + size])
                found += [(at, number, phrase) for number in numbers]
            at += size
        return found

    def _guess(self, token: str) -> tuple[int, ...]:
        """Return occupations for an unknown word by its root, or by the known word it ends in."""
        found = self._guesses.get(token)
        if found is None:
            plain = token in self.words.any or not 6 <= len(token) <= LONGEST
            ends = () if plain else [(token[cut:],) for cut in range(3, len(token) - 5)]
            by_end = (self.words.named[end] for end in ends if end in self.words.named)
            found = () if plain else self.words.roots.get(root(token)) or next(by_end, ())
            self._guesses[token] = found
        return found

    def _level(self, tokens: Sequence[str]) -> int | None:
        """Return the level of the highest rank; one who learns or assists has no other."""
        if self.words.ranks.isdisjoint(tokens):
            return None
        found: list[int] = []
        at = 0
        while at < len(tokens):
            phrases = (tuple(tokens[at : at + size]) for size in (3, 2, 1))
            phrase = next((phrase for phrase in phrases if phrase in self.words.levels), None)
            level = self.words.levels[phrase] if phrase else None
            found += [] if level is None else [level]
            at += len(phrase) if phrase else 1
        if not found:
            return None
        return min(found) if min(found) < 2 else max(found)


@cache
def reader() -> Reader:
    """Return the reader with netgraph's word list, made once."""
    return Reader(standard())


def occupations_of(title: str) -> frozenset[str]:
    """Return the names of the occupations that `title` names, mere subjects left out.

    >>> sorted(occupations_of("Krankenpflegerin")), sorted(occupations_of("PM"))
    (['nurse'], ['product manager', 'project manager'])
    """
    read = reader()
    found = (read.words.occupations[n] for n, _, _ in read.read(title).occupations)
    return frozenset(entry.name for entry in found if not entry.subject)


@lru_cache(maxsize=1 << 17)
def fields(title: str) -> frozenset[str]:
    """Return the fields of work that `title` speaks of; empty where it names none.

    >>> sorted(fields("Chargée de recrutement"))
    ['human resources']
    >>> fields("Manager")
    frozenset()
    """
    read = reader()
    return frozenset(read.words.occupations[n].field for n, _, _ in read.read(title).occupations)


def seniority(title: str) -> int | None:
    """Return how far up `title` says somebody is, None where it does not say.

    0 learning, 1 junior or assistant, 2 associate, 3 senior, 4 leads people or work, 5 head or
    director, 6 vice president or partner, 7 runs or founded the whole.

    >>> seniority("VP Sales"), seniority("Assistant to the CEO"), seniority("Nurse")
    (6, 1, None)
    """
    return reader().read(title).level


DOERS = frozenset(
    {"adviser", "advisor", "analyst", "assistant", "berater", "beraterin", "consultant"}
    | {"coordinator", "designer", "developer", "engineer", "expert", "manager", "officer"}
    | {"researcher", "scientist", "specialist"}
)
"""Words that say of any field that somebody works in it."""


def is_role(text: str) -> bool:
    """Return whether words name a kind of work, not only a field.

    >>> is_role("data scientist in climate tech"), is_role("climate tech"), is_role("marketing")
    (True, False, False)
    >>> is_role("product lead"), is_role("product"), is_role("energy consultant")
    (True, False, True)
    """
    head = text.split(" in ")[0].split(" for ")[0]
    words = set(fold(head).split())
    works = occupations_of(head)
    return (
        any(work.split()[-1] in words for work in works)
        or not words.isdisjoint(DOERS)
        or (bool(works) and seniority(head) is not None)
    )
