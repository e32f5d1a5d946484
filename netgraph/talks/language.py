"""A language in which letters are written: its templates, months, and words worth a look.

A language is a folder with a ``language.toml`` and a ``KIND.j2`` for every kind of letter. A
folder of the same name in the user's own templates goes before ours, file by file, so that one
letter can be changed, or a language added, without touching the program.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property
from importlib.resources import files
from pathlib import Path
from string import Template
from typing import Any, Final

from netgraph.model.base_record import Record
from netgraph.model.errors import InvalidInput

ENGLISH: Final = "en"
FILE: Final = "language.toml"

_OURS: Final = files("netgraph.talks").joinpath("templates")


class Language(Record, frozen=True, dict=True):
    """One language; ``own`` is the folder of the user's templates, which may not exist."""

    code: str
    own: Path | None = None

    @cached_property
    def words(self) -> Mapping[str, Any]:
        """What ``language.toml`` says; what it leaves out is taken from English."""
        ours = tomllib.loads(_OURS.joinpath(ENGLISH, FILE).read_text("utf-8"))
        return ours | self._toml()

    def template(self, name: str) -> str:
        """Return the text of a template.

        Raises
        ------
        InvalidInput
            If the language has none of that name, or the user's cannot be read.
        """
        text = self._read(name)
        if text is None:
            raise InvalidInput(
                f"there is no {name} in the language {self.code!r}: write it, or use one of "
                f"{', '.join(languages(self.own))}"
            )
        return text

    def day(self, day: date) -> str:
        """Return a day as one writes it to somebody.

        >>> Language("en").day(date(2026, 5, 4)), Language("de").day(date(2026, 5, 4))
        ('4 May', '4. Mai')
        """
        return self._dated("day", day)

    def month(self, day: date) -> str:
        """Return the month of a day with its year.

        >>> Language("en").month(date(2026, 5, 4))
        'May 2026'
        """
        return self._dated("month", day)

    def weekday(self, day: date) -> str:
        """Return the day of the week."""
        return str(self.words["weekdays"][day.weekday()])

    def listed(self, texts: Sequence[str]) -> str:
        """Return texts as one writes several.

        >>> Language("en").listed(("Ana", "Ben", "Cleo"))
        'Ana, Ben and Cleo'
        """
        if len(texts) < 2:
            return "".join(texts)
        return f"{', '.join(texts[:-1])} {self.words['and']} {texts[-1]}"

    def _dated(self, form: str, day: date) -> str:
        return Template(self.words["forms"][form]).substitute(
            d=day.day, month=self.words["months"][day.month - 1], y=day.year
        )

    def _toml(self) -> dict[str, Any]:
        """Read the language's own table."""
        text = self._read(FILE)
        if text is None:
            return {}
        try:
            return tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            raise InvalidInput(f"{self.code}/{FILE} cannot be read: {error}") from error

    def _read(self, name: str) -> str | None:
        """Return a file of the user's or of ours."""
        mine = self.own / self.code / name if self.own else None
        try:
            if mine and mine.is_file():
                return mine.read_text("utf-8")
            return _OURS.joinpath(self.code, name).read_text("utf-8")
        except (FileNotFoundError, NotADirectoryError):
            return None
        except (OSError, UnicodeDecodeError) as error:
            raise InvalidInput(f"cannot read the template {mine}: {error}") from error


def languages(own: Path | None = None) -> list[str]:
    """Return the languages there are.

    >>> languages()
    ['de', 'en']
    """
    ours = {folder.name for folder in _OURS.iterdir() if folder.is_dir()}
    theirs = {f.name for f in own.iterdir() if f.is_dir()} if own and own.is_dir() else set()
    return sorted(ours | theirs)


def language_of(code: str, *, own: Path | None = None) -> Language:
    """Return a language by its two letters.

    Raises
    ------
    InvalidInput
        If there is none of that name.
    """
    known = languages(own)
    if code not in known:
        raise InvalidInput(
            f"no letters are written in {code!r} yet; there are {', '.join(known)}. To add one, "
            "make a folder of that name beside your templates: see docs/talks.md"
        )
    return Language(code, own)
