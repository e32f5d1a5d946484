"""Wanted: what a goal asks for in words, read into alternatives a title can answer.

"Product or project manager, ideally in health" lists alternatives; "in" and "with" say about what;
what somebody leaves behind ("from teaching to ...") and small talk ("I want to become") go.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from netgraph.model.base_record import Record
from netgraph.model.text import LIMIT, fold
from netgraph.titles.occupations import Reader
from netgraph.titles.word_list import WordList, light

SAME, CLOSE, CLOSE_TO_CLOSE, SAME_FIELD = 1.0, 0.6, 0.25, 0.2
SUBJECT = 0.5

Numbers = NDArray[np.float64]

_BREAKS = re.compile(
    r"\s(?:and|or|und|oder|et|ou|y|e|o)\s|\s?[,;|\n]\s?|\s/\s",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"\s(?:in|within|for|with|at|im|bei|mit|für|dans|pour|avec|chez|en|para|con|na|no|nel|per|voor)\s",
    re.IGNORECASE,
)
_LEFT_BEHIND = re.compile(
    r"\b(?:coming |switching |moving |changing |transitioning )?(?:from|after|instead of|out of)\b"
    r".*?(?=\b(?:to|into|towards)\b|[,;.]|$)"
    r"|\b(?:i am|i['’]m|currently|ich bin|je suis|soy|sono|sou)\b"
    r".*?(?=\b(?:want\w*|hop\w*|look\w*|will|m[öo]chte|veux|voudrais|quiero|voglio|quero|into)\b)"
    r"|\b(?:ex|former|ehemalige[rs]?|ancien(?:ne)?)[\s-]\w+",
    re.IGNORECASE,
)


class Wanted(Record, frozen=True):
    """What a goal asks for in words: free text, roles, fields, and a level if one is wanted.

    Each role and field is an alternative beside the text: whoever answers one of them fits.
    `seniority` is a level of `occupations.seniority`; what is None is read from the text.
    """

    text: str = ""
    roles: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    seniority: int | None = None


class Aim(NamedTuple):
    """One alternative: wanted occupations, each with the words for it and its weight; words.

    `field` is set, and the rest empty, where all of a field of the word list is wanted.
    """

    occupations: tuple[tuple[int, str, float], ...] = ()
    words: tuple[str, ...] = ()
    field: str = ""


@lru_cache(maxsize=1 << 8)
def aims(goal: Wanted, reader: Reader) -> tuple[Aim, ...]:
    """Return the alternatives of a goal in its order, those that say nothing left out."""
    text = _LEFT_BEHIND.sub(" ", goal.text[:LIMIT])
    families = _families(reader.words)
    found = [_aim(part, reader) for part in (*_parts(text, reader), *goal.roles)]
    for name in goal.fields:
        found.append(Aim(field=fold(name)) if fold(name) in families else _aim(name, reader))
    said = (aim for aim in dict.fromkeys(found) if aim.field or _says_something(aim, reader.words))
    return tuple(said)


def wishes(aim: Aim, words: WordList) -> Numbers:
    """Return one row for each thing wanted: its weight times how alike each occupation is to it."""
    if aim.field:
        return np.array([[float(field == aim.field) for field in _families(words)]])
    alike = likeness(words)
    rows: dict[str, Numbers] = {}
    for number, phrase, place in aim.occupations:
        weight = place * (SUBJECT if words.occupations[number].subject else 1.0)
        rows[phrase] = np.maximum(rows.get(phrase, 0.0), weight * alike[number])
    return np.array(list(rows.values()))


@lru_cache(maxsize=4)
def likeness(words: WordList) -> Numbers:
    """Return how alike each two occupations are, in [0, 1], 1 for the same.

    `CLOSE` where one line of the word list names the other, `CLOSE_TO_CLOSE` one step further,
    `SAME_FIELD` within a field, else 0. Symmetric.
    """
    entries = words.occupations
    place = {entry.name: n for n, entry in enumerate(entries)}
    near: list[set[int]] = [set() for _ in entries]
    for n, entry in enumerate(entries):
        for other in entry.close:
            near[n].add(place[other])
            near[place[other]].add(n)
    numbers = {name: n for n, name in enumerate(dict.fromkeys(entry.field for entry in entries))}
    field = np.array([numbers[entry.field] for entry in entries], np.int64)
    alike = np.where(field[:, None] == field[None, :], SAME_FIELD, 0.0)
    for n, others in enumerate(near):
        alike[n, [step for other in others for step in near[other]]] = CLOSE_TO_CLOSE
    for n, others in enumerate(near):
        alike[n, list(others)] = CLOSE
    np.fill_diagonal(alike, SAME)
    return alike


@lru_cache(maxsize=4)
def _families(words: WordList) -> tuple[str, ...]:
    """Return the field of each occupation, folded."""
    return tuple(fold(entry.field) for entry in words.occupations)


def _says_something(aim: Aim, words: WordList) -> bool:
    """Tell whether an alternative asks for more than "a manager"."""
    return bool(aim.occupations) or not words.any.issuperset(aim.words)


def _aim(text: str, reader: Reader) -> Aim:
    """Read one alternative: what to be, then "in" or "with" what."""
    words = reader.words
    role, _, topic = _ABOUT.sub("\0", text, count=1).partition("\0")
    read = [reader.read(_mended(part, reader)) for part in (role, topic)]
    kept = [[said for said in reading.occupations if said[1] not in words.talk] for reading in read]
    role_named = any(not words.occupations[number].subject for number, _, _ in kept[0])
    weights = (1.0, SUBJECT if role_named else 1.0)
    named = [
        (number, phrase, weight)
        for part, weight in zip(kept, weights, strict=True)
        for number, phrase, _ in part
    ]
    said = dict.fromkeys(word for reading in read for word in reading.words)
    return Aim(tuple(_meant(named, words)), tuple(w for w in said if w not in words.talk))


def _meant(named: list[tuple[int, str, float]], words: WordList) -> list[tuple[int, str, float]]:
    """Leave out the meanings of an ambiguous term that have less to do with the other terms."""
    alike = likeness(words)
    kept = []
    for number, phrase, weight in named:
        others = [n for n, other, _ in named if other != phrase]
        rivals = [n for n, other, _ in named if other == phrase and n != number]
        near = alike[number, others].max(initial=0.0)
        if all(near >= alike[rival, others].max(initial=0.0) for rival in rivals):
            kept.append((number, phrase, weight))
    return kept


def _parts(text: str, reader: Reader) -> list[str]:
    """Split text where it lists alternatives, but not inside a known term ("oil and gas")."""
    parts: list[str] = []
    start = 0
    for found in _BREAKS.finditer(text):
        before = reader.tokens(text[start : found.start()])[-1:]
        after = reader.tokens(text[found.end() :])[:1]
        if tuple(before + after) not in reader.words.pairs:
            parts.append(text[start : found.start()])
            start = found.end()
    return [*parts, text[start:]]


def _mended(text: str, reader: Reader) -> str:
    """Return text with a mistyped word replaced by the one known word that is very near."""
    words = reader.words
    mended = []
    for word in text.split():
        token = light(fold(word))
        unknown = len(token) > 5 and token not in words.any | words.talk
        if unknown and not reader.read(word).occupations:
            word = _nearest(token, words) or word
        mended.append(word)
    return " ".join(mended)


def _nearest(token: str, words: WordList) -> str:
    """Return the one word that is very near to an unknown one and begins alike, "" if none does."""
    from rapidfuzz.fuzz import ratio  # noqa: PLC0415 - only for what is not known
    from rapidfuzz.process import extractOne  # noqa: PLC0415

    near = extractOne(token, words.longest.keys(), scorer=ratio, score_cutoff=92)
    return near[0] if near and near[0][0] == token[0] else ""
