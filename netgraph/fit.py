"""Fit: how well somebody's title answers what a goal wants, from 0 to 1.

A goal and a title are each read as occupations (`netgraph.occupations`) and as words. Fit grows
with the wanted occupations a title has, counts close ones less and the same field least, falls
with what else the title says, and takes in shared words by how rare they are among the titles.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import Prefix

from .errors import MissingExtra
from .occupations import WordList, light, standard
from .text import fold

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]
    Places = NDArray[np.int64]

CLOSE, CLOSE_TO_CLOSE, SAME_FIELD = 0.6, 0.25, 0.2
SUBJECT, EMPLOYER = 0.5, 0.5
BREADTH = 0.6
WORDS = 0.3
MEANING = 0.35
STEP = 0.06
MIDDLE = 2.5
LEAD = 0.85

_BREAKS = re.compile(r"\s(?:and|or|und|oder|et|ou|y|e|o)\s|\s?[,;|\n]\s?|\s/\s", re.IGNORECASE)
_TALK = frozenset(
    "i we me want would like love hope wish am m ll ve become becoming be being get getting into move"
    " moving switch switching change changing transition transitioning break breaking enter start find"
    " finding look looking seek seeking search work working job jobs role roles position positions career"
    " careers opportunity opportunities someone somebody anyone people person talk speak meet learn about"
    " more how what that this these there do does doing go going around abroad field industry sector area"
    " world something anything maybe perhaps possibly ideally preferably next new good great interested"
    " interest entry level roles based remote remotely part full time company companies startup startups"
    " firm organisation organization ich will mochte werde werden arbeiten suche stelle beruf bereich"
    " branche als je veux voudrais devenir travailler cherche poste emploi metier dans secteur quiero"
    " quisiera ser trabajar busco trabajo puesto empleo como quero trabalhar busca vaga voglio diventare"
    " lavorare lavoro cerco way their them it its not but if".split()
)
_BEFORE = re.compile(
    r"\b(?:coming|switching|moving|changing|transitioning)?\s*(?:from|after|instead of|out of)\b"
    r"(?P<past>.*?)(?=\b(?:to|into|towards)\b|[,;.]|$)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a goal asks for in words: free text, roles and fields, and a level if one is wanted.

    Each role and field is an alternative beside the text; whoever fits one of them well fits.
    """

    text: str = ""
    roles: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    seniority: int | None = None


class _Aim(NamedTuple):
    """One alternative of a goal: wanted occupations with the words for them, and words."""

    occupations: tuple[tuple[int, str], ...]
    words: tuple[str, ...]
    field: str = ""


def fit_scores(
    wanted: str | Wanted,
    titles: Sequence[str],
    *,
    companies: Sequence[str] | None = None,
    semantic: bool = False,
) -> list[float]:
    """Return for each title how well it fits what is wanted, in [0, 1].

    A shorthand for ``Titles(titles, companies=companies).scores(wanted)``.

    Examples
    --------
    >>> fit_scores("nursing", ["Registered Nurse", "Midwife", "Nursery Gardener"])
    [1.0, 0.6, 0.0]
    """
    return Titles(titles, companies=companies).scores(wanted, semantic=semantic)


class Titles:
    """Titles made ready once, to be scored for any number of goals.

    `companies`, if given, has one employer per title ("" for none); what its name says counts
    half. Equal pairs are scored once.
    """

    __slots__ = ("_companies", "_meanings", "_pairs", "_titles", "_vocabulary", "_words", "rows")

    def __init__(self, titles: Sequence[str], *, companies: Sequence[str] | None = None) -> None:
        employers = companies if companies is not None else ("",) * len(titles)
        pairs: dict[tuple[str, str], int] = {}
        self.rows: Places = np.fromiter(
            (pairs.setdefault(pair, len(pairs)) for pair in zip(titles, employers, strict=True)),
            np.int64,
            len(titles),
        )
        self._words = standard()
        self._vocabulary: dict[str, int] = {}
        self._pairs = tuple(pairs)
        self._titles = _Column([title for title, _ in pairs], self._words, self._vocabulary)
        self._companies = _Column([name for _, name in pairs], self._words, self._vocabulary)
        self._meanings: Numbers | None = None

    def scores(self, wanted: str | Wanted, *, semantic: bool = False) -> list[float]:
        """Return for each title how well it fits what is wanted, in [0, 1].

        Nothing wanted, or a title that says nothing, gives 0. With ``semantic`` the meaning of
        the words by WordLlama is mixed in.

        Raises
        ------
        MissingExtra
            If `semantic` is asked for and WordLlama is not installed.
        """
        goal = Wanted(wanted) if isinstance(wanted, str) else wanted
        aims = _aims(goal, self._words)
        if not aims or not self._pairs:
            return [0.0] * len(self.rows)
        by_aim = np.array([self._fit(aim) for aim in aims])
        fit = LEAD * by_aim.max(axis=0) + (1 - LEAD) * by_aim.mean(axis=0)
        if semantic:
            fit = (1 - MEANING) * fit + MEANING * self._likeness(goal)
        fit *= self._at_level(goal)
        return [float(value) for value in fit.clip(0.0, 1.0).round(6)[self.rows]]

    def _fit(self, aim: _Aim) -> Numbers:
        """Return the fit of each pair to one alternative."""
        shared = self._shared(aim.words)
        wants = _wants(aim, self._words)
        if not len(wants):
            return shared
        weights = wants.max(axis=1)
        wants = wants / weights[:, None]
        hits = np.maximum(self._titles.best(wants), EMPLOYER * self._companies.best(wants))
        recall = weights @ hits / weights.sum()
        meant = recall * (1 - BREADTH + BREADTH * self._titles.share(wants.max(axis=0)))
        return np.asarray(1 - (1 - meant) * (1 - WORDS * shared))

    def _shared(self, words: Sequence[str]) -> Numbers:
        """Return how much of the wanted words each pair has, rare words counting more."""
        known = list(self._vocabulary)
        total = np.zeros(len(self._pairs))
        possible = 0.0
        for word in words:
            alike = _alike(word, known, self._words)
            if not alike.any():
                continue
            has = np.maximum(self._titles.most(alike), EMPLOYER * self._companies.most(alike))
            rarity = float(np.log1p(len(self._pairs) / (0.5 + has.sum())))
            if word in self._words.common:
                rarity *= 0.2
            total += rarity * has
            possible += rarity
        return total / possible if possible else total

    def _at_level(self, goal: Wanted) -> Numbers:
        """Return how near each title's level is to the wanted one, 1 for just right."""
        level = goal.seniority if goal.seniority is not None else self._words.read(goal.text).level
        levels = self._titles.levels
        if level is None:
            return np.where(levels < 2, 1 - STEP, 1.0)
        return np.asarray(1 - STEP * np.abs(levels - level))

    def _likeness(self, goal: Wanted) -> Numbers:
        """Return how alike in meaning each pair and the goal are, in [0, 1]."""
        if self._meanings is None:
            texts = [
                _spelled_out(f"{title} {company}", title, self._words)
                for title, company in self._pairs
            ]
            self._meanings = _meanings(texts)
        asked = "; ".join(filter(None, (goal.text, *goal.roles, *goal.fields)))
        target = _meanings([_spelled_out(asked, asked, self._words)])[0]
        return np.asarray((self._meanings @ target).clip(0.0, 1.0))


class _Column:
    """One column of texts as flat arrays of occupations and words, one run per text."""

    __slots__ = ("_occupation_at", "_occupations", "_weights", "_word_at", "_words", "levels")

    def __init__(self, texts: Sequence[str], words: WordList, vocabulary: dict[str, int]) -> None:
        nothing = len(words.occupations)
        occupations: list[int] = []
        tokens: list[int] = []
        starts: list[int] = []
        token_starts: list[int] = []
        levels: list[float] = []
        for text in texts:
            reading = words.read(text)
            starts.append(len(occupations))
            token_starts.append(len(tokens))
            occupations += [number for number, _ in reading.occupations] or [nothing]
            tokens += [
                vocabulary.setdefault(word, len(vocabulary) + 1) for word in reading.words
            ] or [0]
            levels.append(MIDDLE if reading.level is None else reading.level)
        self._occupations: Places = np.array(occupations, np.int64)
        self._occupation_at: Places = np.array(starts, np.int64)
        self._words: Places = np.array(tokens, np.int64)
        self._word_at: Places = np.array(token_starts, np.int64)
        self._weights = np.append([SUBJECT if o.subject else 1.0 for o in words.occupations], 1.0)
        self.levels: Numbers = np.array(levels)

    def best(self, wants: Numbers) -> Numbers:
        """Return for each want (row) and text the best likeness of an occupation in the text."""
        values = np.pad(wants, ((0, 0), (0, 1)))[:, self._occupations]
        return np.asarray(np.maximum.reduceat(values, self._occupation_at, axis=1))

    def share(self, wanted: Numbers) -> Numbers:
        """Return how much of what each text names is wanted."""
        weights = self._weights[self._occupations]
        values = np.append(wanted, 0.0)[self._occupations] * weights
        return np.asarray(
            np.add.reduceat(values, self._occupation_at)
            / np.add.reduceat(weights, self._occupation_at)
        )

    def most(self, alike: Numbers) -> Numbers:
        """Return the best likeness of a word in each text, given that of all words."""
        values = np.zeros(int(max(len(alike) + 1, self._words.max(initial=0) + 1)))
        values[1 : len(alike) + 1] = alike
        return np.asarray(np.maximum.reduceat(values[self._words], self._word_at))


def why(wanted: str | Wanted, title: str, company: str = "") -> str | None:
    """Return in plain words why `title` fits what is wanted, None where nothing matches.

    Says no more than what matched: the same occupation, a close one, the same field, or a word.

    Examples
    --------
    >>> why("nursing in Berlin", "Krankenpflegerin")
    "title matches 'nurse'"
    >>> why("nursing", "Midwife")
    "'midwife' is close to 'nurse'"
    >>> why("nursing", "Baker") is None
    True
    """
    words = standard()
    aims = _aims(Wanted(wanted) if isinstance(wanted, str) else wanted, words)
    asked = [number for aim in aims for number, _ in aim.occupations]
    said = [number for number, _ in words.read(title).occupations]
    likeness = _likenesses(words)
    found = [(float(likeness[a, s]), -k, a, s) for k, a in enumerate(asked) for s in said]
    degree, _, a, s = max(found, default=(0.0, 0, 0, 0))
    wish, fact = words.occupations[a], words.occupations[s]
    if degree == 1.0:
        return f"title matches {wish.name!r}"
    if degree >= CLOSE:
        return f"{fact.name!r} is close to {wish.name!r}"
    if degree > 0 and fact.field == wish.field:
        return f"same field: {fact.field}"
    return _shared_word(aims, title, company, words)


def _shared_word(aims: Sequence[_Aim], title: str, company: str, words: WordList) -> str | None:
    """Say which wanted word the title or the employer has."""
    wanted = [word for aim in aims for word in aim.words if word not in words.common]
    for name, text in (("title", title), ("employer", company)):
        for word in fold(text).split():
            if light(word) in wanted:
                return f"{name} has {word!r}"
    return None


def _aims(goal: Wanted, words: WordList) -> list[_Aim]:
    """Return the alternatives of a goal, those that say nothing left out."""
    texts = [*_parts(_BEFORE.sub(" ", goal.text) or goal.text, words), *goal.roles, *goal.fields]
    aims = [_aim(text, words) for text in texts]
    return [aim for aim in dict.fromkeys(aims) if aim.occupations or aim.words or aim.field]


def _aim(text: str, words: WordList) -> _Aim:
    """Read one alternative of a goal."""
    family = fold(text)
    if any(fold(entry.field) == family for entry in words.occupations):
        return _Aim((), (), family)
    reading = words.read(_unmistaken(text, words))
    named = tuple((n, phrase) for n, phrase in reading.occupations if phrase not in _TALK)
    return _Aim(named, tuple(word for word in reading.words if word not in _TALK))


def _parts(text: str, words: WordList) -> list[str]:
    """Split text where it lists alternatives, but not inside a known term ("oil and gas")."""
    parts: list[str] = []
    start = 0
    for found in _BREAKS.finditer(text):
        before, after = words.tokens(text[start : found.start()]), words.tokens(text[found.end() :])
        inside = tuple(before[-1:] + after[:1])
        if not any(inside == phrase[: len(inside)] for phrase in words.phrases if len(phrase) > 1):
            parts.append(text[start : found.start()])
            start = found.end()
    return [*parts, text[start:]]


def _unmistaken(text: str, words: WordList) -> str:
    """Return text with mistyped words mended where one known word is near."""
    mended = []
    for word in fold(text).split():
        token = light(word)
        if len(word) > 5 and not words.read(word).occupations and token not in words.common | _TALK:
            near = process.extractOne(token, words.longest.keys(), score_cutoff=90)
            mended.append(near[0] if near and near[0][0] == word[0] else word)
        else:
            mended.append(word)
    return " ".join(mended)


def _wants(aim: _Aim, words: WordList) -> Numbers:
    """Return one row for each wanted thing: how alike every occupation is to it, weighted."""
    likeness = _likenesses(words)
    if aim.field:
        return np.array([[float(fold(o.field) == aim.field) for o in words.occupations]])
    rows: dict[str, Numbers] = {}
    for number, phrase in aim.occupations:
        weight = SUBJECT if words.occupations[number].subject else 1.0
        rows[phrase] = np.maximum(rows.get(phrase, 0.0), weight * likeness[number])
    return np.array(list(rows.values()))


@lru_cache(maxsize=4)
def _likenesses(words: WordList) -> Numbers:
    """Return how alike each two occupations are: same, close, close to a close one, same field."""
    entries = words.occupations
    number = {entry.name: n for n, entry in enumerate(entries)}
    close = np.eye(len(entries), dtype=bool)
    for n, entry in enumerate(entries):
        for other in entry.close:
            close[n, number[other]] = close[number[other], n] = True
    field = np.array([entry.field for entry in entries])
    likeness = np.where(field[:, None] == field[None, :], SAME_FIELD, 0.0)
    near = close.astype(float)
    likeness = np.where(near @ near > 0, np.maximum(likeness, CLOSE_TO_CLOSE), likeness)
    likeness = np.where(close, CLOSE, likeness)
    np.fill_diagonal(likeness, 1.0)
    return likeness


def _alike(word: str, known: Sequence[str], words: WordList) -> Numbers:
    """Return how alike each known word is to `word`: equal, or one stem that no list knows."""
    alike = np.array([float(other == word) for other in known])
    if len(word) < 5 or word in words.longest or word in words.common:
        return alike
    prefix = process.cdist([word], known, scorer=Prefix.normalized_similarity, dtype=np.float64)[0]
    return np.maximum(alike, np.where(prefix >= 0.6, 0.7 * prefix, 0.0))


def _spelled_out(text: str, title: str, words: WordList) -> str:
    """Return text followed by the plain names of what it says, so that any language is understood."""
    names = (words.occupations[number].name for number, _ in words.read(title).occupations)
    return f"{text} {' '.join(dict.fromkeys(names))}".strip()


def _meanings(texts: Sequence[str]) -> Numbers:
    """Return a unit vector of meaning for each text."""
    return np.asarray(_wordllama().embed(list(texts), norm=True), np.float64)


@lru_cache(maxsize=1)
def _wordllama() -> Any:
    """Return the model that WordLlama ships.

    0.4.0.post1 looks for its tokenizer in a folder that its wheel spells otherwise, unless told
    where; it would then download.
    """
    try:
        import wordllama  # noqa: PLC0415 - optional
    except ImportError as error:
        raise MissingExtra(
            "matching by meaning needs WordLlama: pip install 'netgraph-toolkit[semantic]'"
        ) from error
    folder = Path(wordllama.__file__).parent
    return wordllama.WordLlama.load(cache_dir=folder, disable_download=True)
