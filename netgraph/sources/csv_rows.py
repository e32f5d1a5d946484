"""Lines into rows, each with the line that it begins at; damage costs the lines that have it.

Rows are read by the piece: most files are sound to the end. From the first damage on each line is
kept until its row is there, to be read again by itself.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import Final

AT_ONCE: Final = 500
"""Lines that are read as one piece."""

LINES_OF_A_ROW: Final = 100_000
"""Lines after which a quotation mark that is open was never meant to be closed."""

Row = tuple[int, list[str]]

csv.field_size_limit(min(sys.maxsize, 2**31 - 1))  # one message may be longer than csv's default


@dataclass(frozen=True, slots=True)
class CsvRows:
    """How rows are to be read: what stands between cells, and how many cells the header has."""

    delimiter: str
    width: int

    def pieces(self, lines: Iterable[str], first: int) -> Iterator[list[Row]]:
        """Yield the rows that are not blank, of which one that is damaged is empty.

        >>> list(CsvRows(",", 2).pieces(["a,b\\n", "\\n", '"c\\n', 'd",e\\n'], 7))
        [[(7, ['a', 'b']), (9, ['c\\nd', 'e'])]]
        """
        source, held = iter(lines), list[str]()
        while some := list(
            islice(source, min(max(AT_ONCE, len(held)), LINES_OF_A_ROW - len(held)))
        ):
            held += some
            reader = csv.reader(held, delimiter=self.delimiter, strict=True)
            found, end = list[Row](), 0
            try:
                for row in reader:
                    begin, end = end, reader.line_num
                    if end - begin > 1 and len(row) < self.width:
                        found += self._line_by_line(first + begin, held[begin:end])
                    elif _says_something(row):
                        found.append((first + begin, row))
            except csv.Error:  # a quotation mark stands where none can, or its row goes on
                goes_on = reader.line_num == len(held) < end + LINES_OF_A_ROW
            else:
                goes_on = True
            yield found
            first += end
            del held[:end]
            if not goes_on:
                break
        rows = self._carefully(chain(held, source), first)
        while piece := list(islice(rows, AT_ONCE)):
            yield piece

    def _carefully(self, source: Iterator[str], at: int) -> Iterator[Row]:
        """Yield rows with their lines at hand, for those that are damaged."""
        taken: list[str] = []
        for first in source:  # anew after a row that does not end
            lines = _noted(chain((first,), source), taken)
            reader = csv.reader(lines, delimiter=self.delimiter, strict=True)
            while True:
                try:
                    row, sound = next(reader, None), True
                except csv.Error:
                    again = chain([*taken], lines)
                    row, sound = next(csv.reader(again, delimiter=self.delimiter)), False
                if row is None:
                    break
                if len(taken) > 1 and not (sound and len(row) >= self.width):
                    yield from self._line_by_line(at, taken)
                elif _says_something(row):
                    yield at, row
                at += len(taken)
                taken.clear()

    def _line_by_line(self, at: int, lines: Sequence[str]) -> Iterator[Row]:
        """Yield the rows that an unclosed quotation mark has run together, one a line."""
        for number, line in enumerate(lines, at):
            if line.strip(f" {self.delimiter}\r\n"):
                try:
                    yield number, next(csv.reader([line], delimiter=self.delimiter, strict=True))
                except csv.Error:
                    yield number, []


def _says_something(row: Sequence[str]) -> bool:
    """Whether there is anything in a row but blanks."""
    return bool(row) and (bool(row[0].strip()) or any(map(str.strip, row)))


def _noted(lines: Iterable[str], taken: list[str]) -> Iterator[str]:
    """Yield lines and note each in a list that is emptied after a row, until a row has too many."""
    for line in lines:
        taken.append(line)
        yield line
        if len(taken) >= LINES_OF_A_ROW:
            return
