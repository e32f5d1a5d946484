"""Occupations: what a title says somebody does, in which field, and how far up.

A title is read with a word list (``data/titles.txt``, ``data/seniority.txt``) that names
occupations in several languages, says which are close to each other, and sorts them into fields.
Words it does not know are taken apart ("Softwareentwicklerin", "hydrogeologist") or traced to
their root ("recruitment"); what is left stays a plain word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources
from typing import NamedTuple

from .errors import InvalidInput
from .text import fold

_SMALL = frozenset(
    "a an the of and or for in on at to by with from as into und oder der die das des dem den von im"
    " fur bei mit zu zur zum am auf et ou de du des d la le les l en au aux chez pour un une y o e del"
    " el los las al con para em do da dos das di della dell dei degli per il lo van het een bij voor"
    " my our your is are who".split()
)
_ENDINGS = (
    ("innen", ""), ("erin", "er"), ("orin", "or"), ("eurin", "eur"), ("istin", "ist"),
    ("ogin", "oge"), ("entin", "ent"), ("antin", "ant"), ("altin", "alt"), ("arztin", "arzt"),
    ("ektin", "ekt"), ("tikerin", "tiker"), ("ochin", "och"), ("euse", "eur"), ("trice", "teur"),
    ("iere", "ier"), ("ienne", "ien"), ("eira", "eiro"), ("era", "ero"), ("ora", "or"),
    ("oga", "ogo"), ("ada", "ado"), ("ante", "ant"), ("ente", "ent"), ("effe", "ef"),
    ("adora", "ador"), ("aria", "ario"),
)  # fmt: skip
_DERIVED = re.compile(
    r"(?:ological|ologist|ologie|ologia|ologue|ology|ography|ographer|ographe|ographie|ations?"
    r"|ements?|ments?|ists?|iste|ista|ical|ics?|ings?|ers?|ors?|ies|ian|ion|eur|ung|al|y|e|a|o)$"
)
_ASSISTANT = re.compile(
    r"\b(assistant|assistent\w*|assistenz|aide|secretary|adviser|advisor|deputy|pa|ea)\s+(?:to|of)\b.*",
    re.IGNORECASE | re.DOTALL,
)
_LINKS = ("", "s", "n", "en", "es")


class Occupation(NamedTuple):
    """One entry of the word list: its name, its field, and whether it is only a subject."""

    name: str
    field: str
    subject: bool
    close: tuple[str, ...]


class Reading(NamedTuple):
    """A title as read: occupations with the words that named them, words, and level."""

    occupations: tuple[tuple[int, str], ...]
    words: tuple[str, ...]
    level: int | None


@dataclass(frozen=True, slots=True, eq=False)
class WordList:
    """Occupations and seniority by the words that name them; make one with `word_list`."""

    occupations: tuple[Occupation, ...]
    phrases: Mapping[tuple[str, ...], tuple[int, ...]]
    longest: Mapping[str, int]
    roots: Mapping[str, tuple[int, ...]]
    levels: Mapping[tuple[str, ...], int]
    common: frozenset[str]
    _pieces: dict[str, tuple[str, ...]] = field(default_factory=dict, repr=False)
    _guesses: dict[str, tuple[int, ...]] = field(default_factory=dict, repr=False)
    _readings: dict[str, Reading] = field(default_factory=dict, repr=False)

    def read(self, title: str) -> Reading:
        """Return what `title` says: occupations, words and level, each in the order of the title."""
        reading = self._readings.get(title)
        if reading is None:
            reading = self._readings[title] = self._read(title)
        return reading

    def _read(self, title: str) -> Reading:
        tokens = self.tokens(_ASSISTANT.sub(r"\1 to", title))
        found = tuple(self._named(tokens))
        return Reading(found, tuple(dict.fromkeys(tokens)), self._level(tokens))

    def tokens(self, text: str) -> list[str]:
        """Return the words of `text` that carry meaning, brought to a common form."""
        pieces = self._pieces
        tokens: list[str] = []
        for word in fold(text).split():
            known = pieces.get(word)
            if known is None:
                known = pieces[word] = self._take_apart(word)
            tokens += known
        return tokens

    def _take_apart(self, word: str) -> tuple[str, ...]:
        """Return a word's common form, or its parts where it is an unknown compound."""
        if word in _SMALL:
            return ()
        token = light(word)
        if len(token) < 8 or token in self.longest:
            return (token,)
        for cut in range(len(token) - 4, 2, -1):
            for link in _LINKS:
                head, tail = token[:cut], token[cut:]
                if head.endswith(link) and light(tail) in self.longest:
                    head = light(head[: len(head) - len(link)])
                    if head in self.longest or head in self.common:
                        return (head, light(tail))
        return (token,)

    def _named(self, tokens: list[str]) -> Iterator[tuple[int, str]]:
        """Yield each occupation named in `tokens` and the words that name it, longest first."""
        at = 0
        while at < len(tokens):
            for size in range(min(self.longest.get(tokens[at], 1), len(tokens) - at), 0, -1):
                phrase = tuple(tokens[at : at + size])
                numbers = self.phrases.get(phrase)
                if numbers is None and size == 1:
                    numbers = self._guess(tokens[at])
                if numbers:
                    yield from ((number, " ".join(phrase)) for number in numbers)
                    break
            at += size

    def _guess(self, token: str) -> tuple[int, ...]:
        """Return occupations for an unknown word by its root, or by the known word it ends in."""
        found = self._guesses.get(token)
        if found is None:
            found = self._guesses[token] = self._guessed(token)
        return found

    def _guessed(self, token: str) -> tuple[int, ...]:
        """Look an unknown word up by its root, then by its end."""
        if token in self.common or len(token) < 6:
            return ()
        by_root = self.roots.get(root(token), ())
        if by_root:
            return by_root
        tails = ((token[cut:],) for cut in range(3, len(token) - 5))
        return next((self.phrases[tail] for tail in tails if tail in self.phrases), ())

    def _level(self, tokens: list[str]) -> int | None:
        """Return the level of the strongest word of rank; learning outweighs all others."""
        found = [
            self.levels[phrase]
            for size in (1, 2)
            for phrase in zip(*(tokens[i:] for i in range(size)), strict=False)
            if phrase in self.levels
        ]
        if not found:
            return None
        return min(found) if min(found) < 2 else max(found)


@lru_cache(maxsize=1 << 16)
def light(word: str) -> str:
    """Return a folded word without its plural or feminine ending."""
    if len(word) > 4 and word[-1] == "s" and word[-2] not in "suio":
        word = word[:-1]
    for ending, plain in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word[: len(word) - len(ending)] + plain
    return word


@lru_cache(maxsize=1 << 16)
def root(word: str) -> str:
    """Return what words of one family begin with: "biologist" and "biology" give "biol"."""
    short = _DERIVED.sub("", word)
    return short if len(short) >= 4 else word


def word_list(titles: str, seniority: str) -> WordList:
    """Return the word list written in `titles` and `seniority` (the texts, not file names).

    Raises
    ------
    InvalidInput
        If a line cannot be read or names an occupation that has no line of its own.
    """
    entries = list(_entries(titles))
    occupations = tuple(entry for entry, _ in entries)
    names = {entry.name for entry in occupations}
    for entry in occupations:
        if lost := [name for name in entry.close if name not in names]:
            raise InvalidInput(f"{entry.name!r} is said to be close to {lost[0]!r}: no such line")
    phrases: dict[tuple[str, ...], tuple[int, ...]] = {}
    for number, (_, terms) in enumerate(entries):
        for phrase in dict.fromkeys(filter(None, map(_phrase, terms))):
            phrases[phrase] = (*phrases.get(phrase, ()), number)
    levels, common = _levels(seniority)
    return WordList(
        occupations, phrases, _longest(phrases), _roots(phrases, occupations), levels, common
    )


@lru_cache(maxsize=1)
def standard() -> WordList:
    """Return the word list that comes with netgraph."""
    folder = resources.files("netgraph") / "data"
    titles, seniority = (
        (folder / name).read_text("utf-8") for name in ("titles.txt", "seniority.txt")
    )
    return word_list(titles, seniority)


def occupations(title: str) -> frozenset[str]:
    """Return the names of the occupations that `title` names, subjects left out.

    >>> sorted(occupations("Krankenpflegerin"))
    ['nurse']
    """
    words = standard()
    found = (words.occupations[number] for number, _ in words.read(title).occupations)
    return frozenset(entry.name for entry in found if not entry.subject)


def fields(title: str) -> frozenset[str]:
    """Return the fields of work that `title` speaks of; empty where it names none.

    >>> sorted(fields("Chargée de recrutement"))
    ['human resources']
    >>> fields("Manager")
    frozenset()
    """
    words = standard()
    return frozenset(words.occupations[n].field for n, _ in words.read(title).occupations)


def seniority(title: str) -> int | None:
    """Return how far up `title` says somebody is, None where it does not say.

    0 learning, 1 junior or assistant, 2 associate, 3 senior, 4 leads people or work, 5 head or
    director, 6 vice president or partner, 7 runs or founded the whole.

    >>> seniority("VP Sales"), seniority("Assistant to the CEO"), seniority("Nurse")
    (6, 1, None)
    """
    return standard().read(title).level


def _entries(text: str) -> Iterator[tuple[Occupation, list[str]]]:
    """Yield each occupation of the word list with the terms for it."""
    part = ""
    for line in _lines(text):
        if line.startswith("["):
            part = line.strip("[] ")
            continue
        head, colon, terms = line.partition(":")
        name, _, close = head.partition("~")
        name = name.strip()
        plain = name.strip("()")
        if not (part and colon and plain):
            raise InvalidInput(f"expected 'name ~ close: words' below a [field], not {line[:60]!r}")
        others = tuple(other.strip() for other in close.split(",") if other.strip())
        yield Occupation(plain, part, name != plain, others), [plain, *terms.split(",")]


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


def _phrase(term: str) -> tuple[str, ...]:
    """Return a term as tokens."""
    return tuple(light(word) for word in fold(term).split() if word not in _SMALL)


def _longest(phrases: Mapping[tuple[str, ...], tuple[int, ...]]) -> dict[str, int]:
    """Return for each first word how long a phrase it may begin."""
    longest: dict[str, int] = {}
    for phrase in phrases:
        if phrase:
            longest[phrase[0]] = max(len(phrase), longest.get(phrase[0], 0))
    return longest


def _roots(
    phrases: Mapping[tuple[str, ...], tuple[int, ...]], entries: tuple[Occupation, ...]
) -> dict[str, tuple[int, ...]]:
    """Return occupations by root, for single words of one meaning only."""
    roots: dict[str, tuple[int, ...]] = {}
    unclear: set[str] = set()
    for phrase, numbers in phrases.items():
        if len(phrase) == 1 and len(phrase[0]) >= 6:
            key = root(phrase[0])
            if roots.setdefault(key, numbers) != numbers:
                unclear.add(key)
    return {key: numbers for key, numbers in roots.items() if key not in unclear}


def _levels(text: str) -> tuple[dict[tuple[str, ...], int], frozenset[str]]:
    """Return levels by phrase, and the words that say little."""
    levels: dict[tuple[str, ...], int] = {}
    common: frozenset[str] = frozenset()
    for line in _lines(text):
        key, _, terms = line.partition(":")
        found = [_phrase(term) for term in terms.split(",")]
        if key == "any":
            common = frozenset(word for phrase in found for word in phrase)
        elif key.isdecimal():
            levels |= dict.fromkeys(found, int(key))
        else:
            raise InvalidInput(f"expected a level from 0 to 7 or 'any', not {key[:60]!r}")
    return levels, common
