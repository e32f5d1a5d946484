"""Questions for a talk, by theme, and which ten of them to take along.

The bank is ``questions.toml``. Themes that no talk has touched yet come first, and the question
for further contacts comes last, where it belongs in a talk.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Final

from netgraph.model.base_record import Record
from netgraph.model.text import fold

LAST: Final = "contacts"
TEN: Final = 10


class Theme(Record, frozen=True):
    """What questions are about; ``also`` are the words by which notes mean it."""

    key: str
    title: Mapping[str, str]
    also: frozenset[str]
    questions: tuple[Mapping[str, str], ...]


class Question(Record, frozen=True):
    """A question with the key and the title of its theme; ``heard`` in so many talks so far."""

    theme: str
    title: str
    text: str
    heard: int


@cache
def themes() -> tuple[Theme, ...]:
    """Return the themes in the order in which a talk goes.

    >>> [theme.key for theme in themes()][:3]
    ['path', 'rewards', 'culture']
    """
    bank: dict[str, Any] = tomllib.loads(
        files("netgraph.talks").joinpath("questions.toml").read_text("utf-8")
    )
    return tuple(
        Theme(
            key,
            {code: text for code, text in rows.items() if isinstance(text, str)},
            frozenset({fold(key), *map(fold, rows["also"])}),
            tuple(rows["questions"]),
        )
        for key, rows in bank.items()
    )


def theme_of(word: str) -> str:
    """Return the key of the theme that a word means, "" for a theme of one's own.

    >>> theme_of("Gehalt"), theme_of("tides")
    ('pay', '')
    """
    return next((theme.key for theme in themes() if fold(word) in theme.also), "")


def chosen_questions(
    heard: Mapping[str, int], *, language: str = "en", count: int = TEN
) -> list[Question]:
    """Return the questions to take along.

    Every theme gives one, those heard least first, and again until there are enough; a theme
    that was heard before gives the next of its questions. The one for further contacts is last.

    Parameters
    ----------
    heard
        How many talks touched each theme, by its key.
    language
        Two letters; English where a question is not in that language.
    count
        So many, 1 or more; fewer if the bank has no more.

    Examples
    --------
    >>> [q.theme for q in chosen_questions({"path": 3}, count=4)]
    ['rewards', 'culture', 'trends', 'contacts']
    """
    order = {theme.key: n for n, theme in enumerate(themes())}
    rows = [
        (theme.key == LAST, turn, heard.get(theme.key, 0), order[theme.key], theme)
        for theme in themes()
        for turn in range(len(theme.questions))
        if theme.key != LAST or turn == 0
    ]
    open_first = sorted(rows, key=lambda row: row[1:4])
    main = [row for row in open_first if not row[0]][: count - 1]
    main.sort(key=lambda row: (row[2], row[3], row[1]))
    last = [row for row in open_first if row[0]]
    return [
        Question(theme.key, _in(theme.title, language), _text(theme, turn + times, language), times)
        for _, turn, times, _, theme in [*main, *last]
    ]


def _text(theme: Theme, number: int, language: str) -> str:
    """Return one of a theme's questions, beginning again after the last."""
    return _in(theme.questions[number % len(theme.questions)], language)


def _in(texts: Mapping[str, str], language: str) -> str:
    """Return a text in a language, else in English."""
    return texts.get(language) or texts["en"]
