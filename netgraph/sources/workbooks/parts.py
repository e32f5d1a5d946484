"""What the parts of a workbook say: its sheets, strings, styles and rows, element by element.

Each class is told where elements begin (`begin`) and end (`finish`) and what stands in them
(`hear`), their prefixes left aside.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime, time, timedelta
from functools import lru_cache
from typing import Final, Protocol

MOST_ROWS: Final = 200_000
MOST_COLUMNS: Final = 200
LONGEST_CELL: Final = 32_767  # Excel's own
YES: Final = ("1", "true", "on")
DATES: Final = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
"""Excel's own formats that show a number as a date or time."""

Attributes = Mapping[str, str]

_NO_DATE: Final = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_ESCAPED: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")


class Part(Protocol):
    """A part of a workbook that is listened to."""

    def begin(self, name: str, attributes: Attributes, /) -> object:
        """Begin an element."""

    def finish(self, name: str, /) -> object:
        """Finish an element."""

    def hear(self, text: str, /) -> object:
        """Take a piece of text."""


class _Silent:
    """A part that says all in its attributes."""

    def finish(self, name: str) -> None:
        """Finish an element."""

    def hear(self, text: str) -> None:
        """Take a piece of text."""


class Parts(_Silent):
    """What a part refers to: kind and place, by the name under which it does."""

    def __init__(self) -> None:
        self.found: dict[str, tuple[str, str]] = {}

    def begin(self, name: str, attributes: Attributes) -> None:
        """Note a reference."""
        if name == "Relationship" and attributes.get("TargetMode") != "External":
            kind = attributes.get("Type", "").rpartition("/")[2]
            self.found[attributes.get("Id", "")] = kind, attributes.get("Target", "")


class Book(_Silent):
    """A workbook: its sheets in order, by reference, name and whether one is hidden, and what its
    cells refer to.
    """

    def __init__(self) -> None:
        self.sheets: list[tuple[str, str, bool]] = []
        self.strings: list[str] = []
        self.dated: list[bool] = []
        self.first_day = datetime(1899, 12, 30)  # noqa: DTZ001 - a workbook knows no zone

    def begin(self, name: str, attributes: Attributes) -> None:
        """Note a sheet, or that days are counted as on old Macs."""
        if name == "sheet":
            is_hidden = attributes.get("state", "visible") != "visible"
            name = attributes.get("name", "")
            found = [v for k, v in attributes.items() if k.rpartition(":")[2] == "id"]
            self.sheets += [(i, name, is_hidden) for i in found]
        elif name == "workbookPr" and attributes.get("date1904") in YES:
            self.first_day = datetime(1904, 1, 1)  # noqa: DTZ001


class Styles(_Silent):
    """Which styles of a book show a number as a date."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._custom: dict[str, bool] = {}
        self._are_cells = False

    def begin(self, name: str, attributes: Attributes) -> None:
        """Note a format, or a style that uses one."""
        number = attributes.get("numFmtId", "0")
        if name == "numFmt":
            self._custom[number] = is_date(attributes.get("formatCode", ""))
        elif name == "cellXfs":
            self._are_cells = True
        elif name == "xf" and self._are_cells:
            own = number.isdecimal() and int(number[:9]) in DATES
            self._book.dated.append(self._custom.get(number, own))

    def finish(self, name: str) -> None:
        """End the styles of cells: those of other things follow."""
        if name == "cellXfs":
            self._are_cells = False


def is_date(form: str) -> bool:
    """Whether a number of this form is shown as a date or time.

    >>> is_date("dd/mm/yyyy"), is_date('#,##0 "days"'), is_date("[Red]0.00")
    (True, False, False)
    """
    return not set("dmyhs").isdisjoint(_NO_DATE.sub("", form).lower())


class _Texts:
    """A part with texts in it, each of one or several runs."""

    def __init__(self) -> None:
        self._heard: list[str] = []
        self._runs: list[str] = []
        self._is_sound = False
        self.hear = self._heard.append

    def begin(self, name: str, attributes: Attributes) -> None:
        """Begin a run, or how to say it."""
        if name in ("t", "v"):
            self._heard.clear()
        elif name == "rPh":  # in Japanese
            self._is_sound = True

    def _finish_run(self, name: str) -> None:
        if name in ("t", "v"):
            if not self._is_sound:
                self._runs += self._heard
        elif name == "rPh":
            self._is_sound = False

    def _text(self) -> str:
        """Return the text since the last."""
        text = "".join(self._runs)
        self._runs.clear()
        return text


class Strings(_Texts):
    """The texts to which the cells of a book refer by number."""

    def __init__(self, book: Book) -> None:
        super().__init__()
        self._strings = book.strings

    def finish(self, name: str) -> None:
        """End a run or a whole text."""
        if name == "si":
            self._strings.append(plain(self._text()))
        else:
            self._finish_run(name)


class Rows(_Texts):
    """The rows of a sheet as texts; ``finished`` is emptied by whoever takes them.

    Hidden rows are empty, and counted.
    """

    def __init__(self, book: Book) -> None:
        super().__init__()
        self.finished: list[list[str]] = []
        self.hidden = 0
        self._book = book
        self._count = 0
        self._is_hidden = False
        self._row: list[str] = []
        self._cell: Attributes = {}

    @property
    def is_full(self) -> bool:
        """Whether there are as many rows as are read."""
        return self._count >= MOST_ROWS

    def begin(self, name: str, attributes: Attributes) -> None:
        """Begin a row, a cell or a text."""
        if name == "c":
            self._cell = attributes
            self._runs.clear()
        elif name == "row":
            self._row = []
            self._is_hidden = attributes.get("hidden") in YES
            self._skip_to(attributes.get("r", ""))
        else:
            super().begin(name, attributes)

    def finish(self, name: str) -> None:
        """End a text, a cell or a row."""
        if name == "c":
            self._put(self._value())
        elif name == "row":
            if not self.is_full:
                self._count += 1
                self.hidden += self._is_hidden and any(self._row)
                self.finished.append([] if self._is_hidden else self._row)
        else:
            self._finish_run(name)

    def _skip_to(self, number: str) -> None:
        """Add the empty rows before the one of that number."""
        if number.isdecimal():
            empty = min(int(number[:9]) - 1, MOST_ROWS) - self._count
            self.finished += [[] for _ in range(empty)]
            self._count += max(empty, 0)

    def _put(self, text: str) -> None:
        """Put a text where its cell is."""
        place = self._cell.get("r")
        at = column(place.rstrip("0123456789")) if place else len(self._row)
        if at >= MOST_COLUMNS or not text:
            return
        if at >= len(self._row):
            self._row += [""] * (at - len(self._row))
            self._row.append(text)
        else:
            self._row[at] = text

    def _value(self) -> str:
        """Return what a cell shows, as it would be typed."""
        text, kind = self._text(), self._cell.get("t", "n")
        if not text or kind == "e":  # an error: #N/A
            return ""
        if kind == "s":
            return self._book.strings[int(text)]
        if kind == "b":
            return str(text == "1")
        if kind == "d":
            return text.removesuffix("Z").removesuffix("T00:00:00").replace("T", " ")
        if kind != "n":
            return plain(text)
        style = self._cell.get("s", "")
        dated = self._book.dated
        if style.isdecimal() and int(style[:9]) < len(dated) and dated[int(style[:9])]:
            return moment(text, self._book.first_day)
        return number(text)


@lru_cache(maxsize=1024)
def column(correspondence: str) -> int:
    """Return which column letters mean, the first being 0; very many mean one far away.

    >>> column("A"), column("AB")
    (0, 27)
    """
    found = 0
    for letter in correspondence[:5].upper():
        found = found * 26 + ord(letter) - 64
    return max(found, 1) - 1


def plain(text: str) -> str:
    """Return a text on one line.

    >>> plain("Ana_x000D_\\nSilva")
    'Ana Silva'
    """
    if "_x" in text:
        text = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
    text = text[:LONGEST_CELL]
    return text if text.isprintable() else " ".join(text.split())


def number(text: str) -> str:
    """Return a number without an empty fraction or an exponent, as far as it is exact.

    >>> number("4.42079460018E11"), number("2012.0"), number("0.5")
    ('442079460018', '2012', '0.5')
    """
    if text.isdecimal():
        return text
    try:
        value = float(text)
    except ValueError:
        return plain(text)
    return str(int(value)) if value.is_integer() and abs(value) < 1e15 else str(value)


def moment(text: str, first_day: datetime) -> str:
    """Return the day, the time or both that a number of days means.

    >>> moment("43831", datetime(1899, 12, 30)), moment("43831.5", datetime(1899, 12, 30))
    ('2020-01-01', '2020-01-01 12:00:00')
    """
    try:
        days = float(text)
        if first_day.year < 1900 and 1 <= days < 60:
            days += 1  # Excel thinks that there was a 29 February 1900
        when = first_day + timedelta(seconds=round(days * 86_400))
    except (OverflowError, ValueError):
        return number(text)
    if 0 <= days < 1:
        return when.time().isoformat()
    return when.date().isoformat() if when.time() == time() else when.isoformat(" ")
