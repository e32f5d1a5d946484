"""Fit: how well somebody's title answers what a goal wants, from 0 to 1.

Goal and title are read as occupations (`netgraph.titles.occupations`) and as words. Fit grows with
the wanted occupations a title names, counts close ones less and others of the field least, falls
with what else the title says, and takes in shared words by how rare they are among the titles.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, Final

import msgspec
import numpy as np
from numpy.typing import NDArray

from netgraph.model.errors import InvalidInput
from netgraph.titles.occupations import Reader, reader
from netgraph.titles.wanted import (
    CLOSE,
    SAME,
    SUBJECT,
    Aim,
    Numbers,
    Wanted,
    aims,
    likeness,
    wishes,
)
from netgraph.titles.word_list import WordList, light, words_of

__all__ = ["Titles", "Wanted", "fit_scores", "why"]

EMPLOYER = 0.5
FOCUS = 0.7
KNOWN, WORDS = 0.8, 0.5
COMMON, ABSENT = 0.2, 0.5
BEST = 0.85
STEP, MIDDLE = 0.06, 2.5

Places = NDArray[np.int64]


def fit_scores(
    wanted: str | Wanted,
    titles: Sequence[str],
    *,
    companies: Sequence[str] | None = None,
) -> list[float]:
    """Return for each title how well it fits what is wanted, in [0, 1].

    A shorthand for `Titles` and its ``scores``.

    Examples
    --------
    >>> fit_scores("nursing", ["Registered Nurse", "Midwife", "Nursery Gardener"])
    [0.888889, 0.533333, 0.0]
    """
    made = Titles(titles, companies=companies)
    return made.scores(wanted)


class Titles:
    """Titles made ready once, to be scored for any number of goals.

    `companies`, if given, has one employer for each title ("" for none); what a name of an
    employer says counts half. Whatever occurs several times is read and scored once.

    Raises
    ------
    InvalidInput
        If there are not as many companies as titles.
    """

    def __init__(
        self,
        titles: Sequence[str],
        *,
        companies: Sequence[str] | None = None,
    ) -> None:
        employers = tuple(companies or ("",) * len(titles))
        if len(titles) != len(employers):
            raise InvalidInput("`companies` must hold one employer for each title, '' for none")
        self._reader = reader()
        self._titles, self._companies, self._vocabulary = _columns(
            tuple(titles), employers, self._reader
        )

    def packed(self) -> bytes:
        """Write down what was read, for `unpacked`."""
        return msgspec.msgpack.encode(
            (self._titles.packed(), self._companies.packed(), self._vocabulary)
        )

    @classmethod
    def unpacked(cls, data: bytes) -> Titles:
        """Return the titles that were written down.

        >>> Titles.unpacked(Titles(["Nurse", "Baker"]).packed()).scores("nurse")
        [1.0, 0.0]
        """
        made = cls.__new__(cls)
        made._reader = reader()
        titles, companies, made._vocabulary = _PACKED.decode(data)
        made._titles, made._companies = _Column.unpacked(titles), _Column.unpacked(companies)
        return made

    def scores(self, wanted: str | Wanted) -> list[float]:
        """Return for each title how well it fits what is wanted, in [0, 1].

        About 1: the same occupation in the same words; 0.6: one close to it; 0: nothing shared.
        Nothing wanted, or a title that says nothing, gives 0.
        """
        goal = Wanted(wanted) if isinstance(wanted, str) else wanted
        found = aims(goal, self._reader)
        if not found or not len(self._titles.at):
            return [0.0] * len(self._titles.at)
        by_aim = np.array([self._fit(aim) for aim in found])
        answered = by_aim[by_aim.any(axis=1)] if by_aim.any() else by_aim
        fit = BEST * answered.max(axis=0) + (1 - BEST) * answered.mean(axis=0)
        fit *= self._nearness(goal)[self._titles.at]
        return [float(value) for value in fit.clip(0.0, 1.0).round(6)]

    def _fit(self, aim: Aim) -> Numbers:
        """Return the fit of each person to one alternative."""
        shared = self._shared(aim.words)
        rows = wishes(aim, self._reader.words)
        if not len(rows):
            return shared
        weights = rows.max(axis=1)
        rows = rows / weights[:, None]
        hits = self._either(self._titles.best(rows), self._companies.best(rows))
        recall = weights @ hits / weights.sum()
        focus = self._titles.focus(rows.max(axis=0))[self._titles.at]
        named = recall * (1 - FOCUS + FOCUS * focus)
        most = 1 - (1 - KNOWN) * (1 - WORDS)
        return np.asarray((1 - (1 - KNOWN * named) * (1 - WORDS * shared)) / most)

    def _either(self, by_title: Numbers, by_company: Numbers) -> Numbers:
        """Return for each person what title or employer gives, whichever is more."""
        of_titles, of_companies = (
            by_title[..., self._titles.at],
            by_company[..., self._companies.at],
        )
        return np.asarray(np.maximum(of_titles, EMPLOYER * of_companies))

    def _shared(self, words: Sequence[str]) -> Numbers:
        """Return how much of the wanted words each person has, rare words counting more."""
        total, possible = np.zeros(len(self._titles.at)), 0.0
        for word in words:
            alike = _alike(word, self._vocabulary, self._reader.words)
            has = self._either(self._titles.most(alike), self._companies.most(alike))
            rarity = float(np.log1p(len(has) / (0.5 + has.sum())))
            rarity *= COMMON if word in self._reader.words.any else 1.0
            total += rarity * has
            possible += rarity if has.any() else ABSENT * rarity
        return total / possible if possible else total

    def _nearness(self, goal: Wanted) -> Numbers:
        """Return for each title how near its level is to the wanted one, 1 for just right."""
        stated = goal.seniority
        level = self._reader.read(goal.text).level if stated is None else stated
        levels = self._titles.levels
        return np.asarray(1 - STEP * (levels < 2 if level is None else np.abs(levels - level)))


class _Column:
    """A column of texts: the different ones as runs of occupations and words, and who has which."""

    def __init__(self, column: Sequence[str], read: Reader, vocabulary: dict[str, int]) -> None:
        places = {text: place for place, text in enumerate(dict.fromkeys(column))}
        self.at: Places = np.array([places[text] for text in column], np.int64)
        readings = [read.read(text) for text in places]
        entries = read.words.occupations
        nothing = ((len(entries), "", 1.0),)
        named = [reading.occupations or nothing for reading in readings]
        kinds = np.array([SUBJECT if entry.subject else 1.0 for entry in entries] + [1.0])
        said = [
            [vocabulary.setdefault(word, len(vocabulary) + 1) for word in reading.words] or [0]
            for reading in readings
        ]
        self._occupations: Places = np.array([n for run in named for n, _, _ in run], np.int64)
        self._weights: Numbers = np.array([w for run in named for _, _, w in run])
        self._weights = self._weights * kinds[self._occupations]
        self._words: Places = np.array([n for run in said for n in run], np.int64)
        self._occupation_starts = _starts(named)
        self._word_starts = _starts(said)
        levels = (reading.level for reading in readings)
        self.levels: Numbers = np.array([MIDDLE if n is None else n for n in levels], np.float64)

    def packed(self) -> dict[str, bytes]:
        """Return the arrays as bytes."""
        return {name: getattr(self, name).tobytes() for name in _ARRAYS}

    @classmethod
    def unpacked(cls, arrays: Mapping[str, bytes]) -> _Column:
        """Return the column of these arrays."""
        made = cls.__new__(cls)
        for name, kind in _ARRAYS.items():
            setattr(made, name, np.frombuffer(arrays[name], kind))
        return made

    def best(self, wants: Numbers) -> Numbers:
        """Return for each want (row) the best likeness of an occupation in each text."""
        values = np.pad(wants, ((0, 0), (0, 1)))[:, self._occupations]
        return np.asarray(np.maximum.reduceat(values, self._occupation_starts, axis=1))

    def focus(self, wanted: Numbers) -> Numbers:
        """Return how much of what each text names is as wanted as the best of it, in (0, 1]."""
        values = np.append(wanted, 0.0)[self._occupations]
        starts = self._occupation_starts
        most = np.maximum.reduceat(values, starts) * np.add.reduceat(self._weights, starts)
        total = np.add.reduceat(values * self._weights, starts)
        return np.asarray(np.divide(total, most, out=np.ones_like(total), where=most > 0))

    def most(self, alike: Numbers) -> Numbers:
        """Return the best likeness of a word in each text, given that of the whole vocabulary."""
        return np.asarray(
            np.maximum.reduceat(np.append(0.0, alike)[self._words], self._word_starts)
        )


_ARRAYS: Final[Mapping[str, type[np.generic]]] = {
    **dict.fromkeys(("at", "_occupations", "_words"), np.int64),
    **dict.fromkeys(("_occupation_starts", "_word_starts"), np.int64),
    **dict.fromkeys(("_weights", "levels"), np.float64),
}
_PACKED: Final = msgspec.msgpack.Decoder(tuple[dict[str, bytes], dict[str, bytes], tuple[str, ...]])


@lru_cache(maxsize=4)
def _columns(
    titles: tuple[str, ...], companies: tuple[str, ...], read: Reader
) -> tuple[_Column, _Column, tuple[str, ...]]:
    """Read titles and employers, and list their words; the same people are read once."""
    vocabulary: dict[str, int] = {}
    both = _Column(titles, read, vocabulary), _Column(companies, read, vocabulary)
    return *both, tuple(vocabulary)


def why(wanted: str | Wanted, title: str, company: str = "") -> str | None:
    """Return in plain words why `title` fits what is wanted, None where nothing matches.

    Says no more than what matched: the same words, the same occupation in other words, a close
    one, the same field, or a single word.

    Examples
    --------
    >>> why("data scientist in Berlin", "Senior Data Scientist")
    "title matches 'data scientist'"
    >>> why("nursing", "Krankenpflegerin")
    "'krankenpflegerin' counts as 'nurse'"
    >>> why("nursing", "Midwife")
    "'midwife' is close to 'nurse'"
    >>> why("nursing", "Baker") is None
    True
    """
    read = reader()
    words = read.words
    goal = aims(Wanted(wanted) if isinstance(wanted, str) else wanted, read)
    asked = [(number, phrase) for aim in goal for number, phrase, _ in aim.occupations]
    said = [(number, phrase) for number, phrase, _ in read.read(title).occupations]
    alike = likeness(words)
    pairs = [(a, s) for a in asked for s in said]
    wish, fact = max(
        pairs, key=lambda p: (alike[p[0][0], p[1][0]], p[0] == p[1]), default=(None,) * 2
    )
    degree = float(alike[wish[0], fact[0]]) if wish and fact else 0.0
    if wish and fact and degree >= CLOSE:
        here, name = _as_written(fact[1], title), words.occupations[wish[0]].name
        if degree == SAME and (wish == fact or here == name):
            return f"title matches {here!r}"
        return f"{here!r} {'counts as' if degree == SAME else 'is close to'} {name!r}"
    fields = {aim.field for aim in goal} | {words.occupations[number].field for number, _ in asked}
    shared = next((f for n, _ in said if (f := words.occupations[n].field) in fields), None)
    return f"same field: {shared}" if shared else _shared_word(goal, title, company, words)


def _as_written(phrase: str, title: str) -> str:
    """Return the part of `title` that makes up `phrase`, little words between included."""
    tokens, written = phrase.split(), words_of(title)
    places = [place for place, word in enumerate(written) if light(word) in tokens]
    return " ".join(written[places[0] : places[-1] + 1]) if places else phrase


def _shared_word(goal: Sequence[Aim], title: str, company: str, words: WordList) -> str | None:
    """Say which wanted word the title or the employer's name has."""
    wanted = {word for aim in goal for word in aim.words} - words.any
    for name, text in (("title", title), ("employer", company)):
        for word in words_of(text):
            if light(word) in wanted:
                return f"{name} has {word!r}"
    return None


def _starts(runs: Sequence[Sequence[Any]]) -> Places:
    """Return where each run begins in the runs put end to end."""
    return np.cumsum([0, *map(len, runs)], dtype=np.int64)[:-1]


def _alike(word: str, known: Sequence[str], words: WordList) -> Numbers:
    """Return how alike each known word is to `word`: equal, or of one stem if no list knows it."""
    alike = np.array([float(other == word) for other in known])
    if len(word) < 5 or word in words.longest or word in words.any:
        return alike
    from rapidfuzz.distance import Prefix  # noqa: PLC0415 - only for what is not known
    from rapidfuzz.process import cdist  # noqa: PLC0415

    prefix = cdist([word], known, scorer=Prefix.normalized_similarity, dtype=np.float64)[0]
    return np.asarray(np.maximum(alike, np.where(prefix >= 0.6, 0.7 * prefix, 0.0)))
