"""OpenDocument spreadsheets (.ods), as LibreOffice writes them.

All sheets stand in one part. A row or a cell that repeats is written once with a number, and
styles say which sheets are hidden.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from typing import Final

from netgraph.sources.workbooks.archive import pieces
from netgraph.sources.workbooks.parts import (
    MOST_COLUMNS,
    MOST_ROWS,
    YES,
    Attributes,
    number,
    plain,
)
from netgraph.sources.workbooks.sheet import Sheet, SheetText

CONTENT: Final = "content.xml"
ASIDE: Final = frozenset(
    {"office:annotation", "table:tracked-changes", "text:note", "text:ruby-text"}
)
"""Elements in a cell or sheet that are none of its text."""
BLANKS: Final = {"text:s": " ", "text:tab": " ", "text:line-break": " "}
AMOUNTS: Final = ("float", "currency", "percentage")


def open_sheets(archive: zipfile.ZipFile) -> Iterator[Sheet]:
    """Yield the sheets of an OpenDocument spreadsheet."""
    content = _Content()
    for _ in pieces(archive, CONTENT, content, prefixes=True):
        yield from content.finished
        content.finished.clear()


class _Content:
    """The part in which all sheets stand; ``finished`` is emptied by whoever takes them."""

    def __init__(self) -> None:
        self.finished: list[Sheet] = []
        self._hidden_styles: set[str] = set()
        self._style = ""
        self._aside = 0
        self._table: Attributes = {}
        self._text = SheetText()
        self._rows = 0
        self._hidden = 0
        self._empty = 0
        self._row: list[str] = []
        self._of_row: Attributes = {}
        self._cell: Attributes = {}
        self._heard: list[str] = []

    def begin(self, name: str, attributes: Attributes) -> None:
        """Begin an element."""
        self._aside += name in ASIDE
        if self._aside:
            return
        if name == "style:style":
            self._style = attributes.get("style:name", "")
        elif name == "style:table-properties" and attributes.get("table:display") == "false":
            self._hidden_styles.add(self._style)
        elif name == "table:table":
            self._table, self._text = attributes, SheetText()
            self._rows = self._hidden = self._empty = 0
        elif name == "table:table-row":
            self._row, self._of_row = [], attributes
        elif name in ("table:table-cell", "table:covered-table-cell"):
            self._cell = attributes
            self._heard.clear()
        elif name in BLANKS or (name == "text:p" and self._heard):
            self._heard.append(" ")

    def hear(self, text: str) -> None:
        """Take a piece of text."""
        if not self._aside:
            self._heard.append(text)

    def finish(self, name: str) -> None:
        """Finish an element."""
        if name in ASIDE:
            self._aside -= 1
        elif self._aside:
            return
        elif name in ("table:table-cell", "table:covered-table-cell"):
            times = _times(self._cell, "table:number-columns-repeated", MOST_COLUMNS)
            self._row += [self._value()] * min(times, MOST_COLUMNS - len(self._row))
        elif name == "table:table-row":
            self._finish_row()
        elif name == "table:table":
            is_hidden = self._table.get("table:style-name") in self._hidden_styles
            label = self._table.get("table:name", "")
            self.finished.append(Sheet(label, str(self._text), is_hidden, self._hidden))

    def _finish_row(self) -> None:
        """Write a row as often as it is there; empty ones only if something follows."""
        times = _times(self._of_row, "table:number-rows-repeated", MOST_ROWS)
        times = min(times, MOST_ROWS - self._rows)
        self._rows += times
        if self._of_row.get("table:visibility", "visible") != "visible":
            self._hidden += times * any(self._row)
            self._empty += times
        elif not any(self._row):
            self._empty += times
        else:
            self._text.add([[]] * self._empty)
            self._empty = 0
            while self._row and not self._row[-1]:
                self._row.pop()
            for _ in range(times):
                self._text.add([self._row])

    def _value(self) -> str:
        """Return what a cell shows, as it would be typed."""
        said = self._cell.get
        kind = said("office:value-type", "")
        if said("calcext:value-type") == "error":
            return ""
        if kind in AMOUNTS:
            return number(said("office:value", ""))
        if kind == "date":
            return said("office:date-value", "").removesuffix("T00:00:00").replace("T", " ")
        if kind == "boolean":
            return str(said("office:boolean-value") in YES)
        return plain(said("office:string-value") or "".join(self._heard)).strip()


def _times(attributes: Attributes, name: str, most: int) -> int:
    """Return how often a row or cell is there, at most so often."""
    text = attributes.get(name, "1")
    return min(int(text[:9]), most) if text.isdecimal() else 1
