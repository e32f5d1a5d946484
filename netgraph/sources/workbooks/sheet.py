"""One sheet of a workbook as tab-separated text, a line for each of its rows."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from netgraph.model.errors import UnreadableFile
from netgraph.sources.workbooks.archive import LARGEST_PART


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet by its name: what its rows say, but for the hidden ones, and how many those are."""

    name: str
    text: str
    is_hidden: bool = False
    hidden_rows: int = 0


class SheetText:
    """Rows as text, written while a sheet is read."""

    def __init__(self) -> None:
        self._text = io.StringIO()
        self._writer = csv.writer(self._text, delimiter="\t", lineterminator="\n")

    def add(self, rows: Iterable[Sequence[str]]) -> None:
        """Write rows.

        Raises
        ------
        UnreadableFile
            If there is more text than any sheet of people has.
        """
        self._writer.writerows(rows)
        if self._text.tell() > LARGEST_PART:
            raise UnreadableFile("refused: a sheet in it would grow too large")

    def __str__(self) -> str:
        """Return all rows so far as tab-separated text."""
        return self._text.getvalue()
