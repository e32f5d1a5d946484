"""Bytes of a file into rows of a table: its encoding, its delimiter, its header, its lines.

The header is found by what it says, never by where it stands, since exports begin with notes and
people clean them away.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextvars import ContextVar
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain
from operator import itemgetter
from typing import Any, Final

from netgraph.model.records import Fact
from netgraph.sources.csv_rows import CsvRows, Row
from netgraph.sources.protocol import Reading, Skip
from netgraph.sources.scrolls import Scroll

TELL: Final[ContextVar[Callable[[str, float], None] | None]] = ContextVar("tell", default=None)
"""Who hears how much of which table has been read, in [0, 1]."""

HEADER_WITHIN = 60
LONGEST_CELL = 100_000
PIECE: Final = 2**20
DELIMITERS = ",;\t|"

NOTHING: Final = re.compile(
    r"#[^\s#]{1,20}[?!]|#(?:N/?[ADB]|NV|I/T|Н/Д|YOK|GETTING_DATA|BUSY)|(?:Err|Ошибка):\d{3}"
    r"|nan|NaN|NaT|<NA>|None|null|NULL|\(null\)|undefined|\\N|N/A|n/a|\(blank\)|Loading\.\.\."
    r"|[-\u2013\u2014.?_]+"
)
"""What programs write for a value that they do not have, in the languages of spreadsheets."""

_NOTHING_BEGINS: Final = frozenset(
    (*"#EОnNu<(\\L-\u2013\u2014.?_", *(c for c in map(chr, range(0x3001)) if c.isspace()))
)


class UnusableRow(Exception):
    """Raised by a reader of rows: this one cannot be used, and why."""


class HiddenRow(Exception):
    """Raised by a reader of rows: this one stands for somebody who shows nothing of themselves."""


@dataclass(frozen=True, slots=True)
class Table:
    """The header of a file and the text under it; ``line`` is where the header stands.

    ``columns`` are the keys of what its cells say, ``names`` what they say. In a ``literal`` table
    every cell means what it says, "N/A" too. With a ``scroll`` there is no ``body``.
    """

    columns: tuple[str, ...]
    delimiter: str
    line: int
    body: str
    names: tuple[str, ...] = ()
    literal: bool = False
    scroll: Scroll | None = None

    def has(self, names: str) -> bool:
        """Whether one of the columns, separated by ``|``, is there."""
        return self._place(names) < len(self.columns)

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """Yield every row that is not blank with the line it begins at; a damaged one is empty.

        Cells in which a program has left that it knows no value ("#N/A", "nan") are empty.
        """
        return chain.from_iterable(self.pieces())

    def column(self, name: str) -> Iterator[tuple[int, str]]:
        """Yield the cells of one column, each with the line that its row begins at."""
        pick = self.pick(name)
        known = not self._is_as_written()
        for piece in self._pieces():
            for line, row in piece:
                (cell,) = pick(row)
                yield line, "" if known and _is_nothing(cell) else cell

    def after(self, names: Sequence[str], line: int) -> Table:
        """Return the table under a header that ends at a line further down."""
        text = io.StringIO(self.body, newline="")
        for _ in range(line - self.line):
            text.readline()
        return replace(
            self, columns=tuple(map(column_key, names)), line=line,
            body=self.body[text.tell() :], names=tuple(names),
        )  # fmt: skip

    @property
    def length(self) -> int:
        """How many lines it has, counted by what ends them."""
        return self.scroll.length if self.scroll else max(map(self.body.count, "\n\r"))

    def pieces(self) -> Iterator[list[Row]]:
        """Yield the same rows some hundreds at a time."""
        if self._is_as_written():
            return self._pieces()
        return ([(line, _without_nothing(row)) for line, row in some] for some in self._pieces())

    def _pieces(self) -> Iterator[list[Row]]:
        """Yield the rows as they are."""
        lines = self.scroll.lines() if self.scroll else _split(self.body)
        return CsvRows(self.delimiter, len(self.columns)).pieces(lines, self.line + 1)

    def _is_as_written(self) -> bool:
        """Whether every cell means what it says."""
        return self.literal or "content" in self.columns

    def pick(self, *names: str) -> Callable[[list[str]], tuple[str, ...]]:
        """Return what takes these columns out of a row; one that is not there is empty.

        Each name may list others that mean the same, separated by ``|``.
        """
        width, places = len(self.columns), [*map(self._place, names)]
        take: Callable[[Sequence[str]], Any] = itemgetter(*places, width)
        if len(places) > 1 and max(places) < width:  # as they are
            take_all: Callable[[Sequence[str]], Any] = itemgetter(*places)
        else:
            take_all = lambda row: take([*row, ""])[:-1]  # noqa: E731

        def picked(row: list[str]) -> tuple[str, ...]:
            if len(row) == width:
                cells: tuple[str, ...] = take_all(row)
            else:
                cells = take([*row[:width], *[""] * max(1, width + 1 - len(row))])[:-1]
            return cells

        return picked

    def _place(self, names: str) -> int:
        """Return the index of the first of the columns that is there, or one past the last."""
        for name in names.split("|"):
            if (key := column_key(name)) in self.columns:
                return self.columns.index(key)
        return len(self.columns)


def _is_nothing(cell: str) -> bool:
    """Whether a program has left in a cell that it knows no value."""
    return cell[:1] in _NOTHING_BEGINS and NOTHING.fullmatch(cell.strip()) is not None


def _without_nothing(row: list[str]) -> list[str]:
    """Return a row without what a program has left where it knows no value."""
    begins, said = _NOTHING_BEGINS, NOTHING.fullmatch
    return ["" if cell[:1] in begins and said(cell.strip()) else cell for cell in row]


def _split(text: str) -> Iterator[str]:
    """Yield the lines of a text, piece by piece: read whole it takes four times its size."""
    return chain.from_iterable(io.StringIO(piece, newline="") for piece in _parts(text))


def _parts(text: str) -> Iterator[str]:
    """Yield a text in pieces of whole lines."""
    at = 0
    while at < len(text):
        end = text.find("\n", at + PIECE) + 1 or len(text)
        yield text[at:end]
        at = end


@lru_cache(maxsize=4096)
def column_key(name: str) -> str:
    """Return a column's name without case, blanks, underscores and punctuation.

    >>> column_key(" E-mail_Address ")
    'emailaddress'
    """
    return re.sub(r"[\W_]+", "", name).casefold()


def find_table(text: str, is_header: Callable[[frozenset[str]], bool]) -> Table | None:
    """Return the table that begins at the first line that is a header, or None.

    ``is_header`` is asked with the keys (`column_key`) of the cells of a line.
    """
    at = 0
    for number, line in enumerate(io.StringIO(text[: 2**18], newline=""), start=1):
        at += len(line)
        for delimiter in filter(line.__contains__, DELIMITERS):
            cells = next(csv.reader([line], delimiter=delimiter), [])
            columns = tuple(map(column_key, cells))
            if len(columns) > 1 and is_header(frozenset(columns)):
                return Table(columns, delimiter, number, text[at:], tuple(cells))
        if number == HEADER_WITHIN:
            break
    return None


def read_rows(
    path: str,
    kind: str,
    table: Table,
    columns: Sequence[str],
    read: Callable[..., Iterable[Fact]],
    *,
    private: int = 0,
    order: Callable[[tuple[str, ...]], Any] | None = None,
    numbered: bool = False,
) -> Reading:
    """Hand the wanted columns of every row to ``read`` and gather what it makes of them.

    ``read`` returns facts, or raises `UnusableRow` or `HiddenRow`. The last ``private`` columns
    are not repeated with a row that is skipped. With ``order`` rows are read by that key of theirs.
    With ``numbered`` the line of the row comes before its cells.
    """
    facts: dict[str, Fact] = {}
    lines: dict[str, int] = {}
    skipped: list[Skip] = []
    rows = hidden = 0
    pick, width = table.pick(*columns), len(table.columns)
    tell = TELL.get()
    lines_in_all = max(table.length, 1) if tell else 1
    for piece in _in_order(table.rows(), pick, order) if order else table.pieces():
        if tell and piece:
            tell(path, min((piece[0][0] - table.line) / lines_in_all, 1.0))
        picked = [pick(row) for _, row in piece]
        odd = max(map(len, chain.from_iterable(picked)), default=0) > LONGEST_CELL
        for (line, row), cells in zip(piece, picked, strict=True):
            rows += 1
            try:
                if odd or len(row) != width:
                    check_shape(row, cells[: len(cells) - private], width)
                for fact in read(line, *cells) if numbered else read(*cells):
                    facts[fact.id] = fact
                    lines.setdefault(fact.id, line)
            except UnusableRow as fault:
                shown = tuple(cell[:200] for cell in cells[: len(cells) - private])
                skipped.append(Skip(line, str(fault), shown))
            except HiddenRow:
                hidden += 1
    return Reading(
        path, kind, rows, hidden, tuple(sorted(skipped, key=lambda s: s.line)),
        tuple(facts.values()), lines=lines,
    )  # fmt: skip


def _in_order(
    rows: Iterable[Row],
    pick: Callable[[list[str]], tuple[str, ...]],
    order: Callable[[tuple[str, ...]], Any],
) -> list[list[Row]]:
    """Return all rows, by a key of the cells that are picked."""
    return [sorted(rows, key=lambda found: order(pick(found[1])))]


def check_shape(row: list[str], cells: Sequence[str], width: int) -> None:
    """Raise if the row cannot be what its line meant."""
    if not row:
        raise UnusableRow("a quotation mark in this line is not closed")
    if len(row) > width and any(cell and not cell.isspace() for cell in row[width:]):
        raise UnusableRow(
            f"{len(row)} cells, the header has {width}: a cell with a comma in it needs quotes"
        )
    longest = max(map(len, cells), default=0)
    if longest > LONGEST_CELL:
        raise UnusableRow(f"a cell of {longest:,} characters: the row is damaged")
