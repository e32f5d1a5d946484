"""How a table of people begins, and what its columns are taken for, for the user to put right."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Final

from netgraph.model.errors import UnreadableFile
from netgraph.model.records import Ledger
from netgraph.model.text import clean
from netgraph.sources import FORMATS
from netgraph.sources.column_mapping import choose, guess, likely, remembered, shape
from netgraph.sources.people_table import TABLE, sheets_of, tables_in
from netgraph.sources.protocol import Document, Reading
from netgraph.sources.tables import DELIMITERS, Table, column_key

ROWS: Final = 3
"""So many rows are shown."""

LOOKED_AT: Final = 50
"""Rows that a guess looks at, and lines in which a header is looked for."""


@dataclass(frozen=True, slots=True)
class Preview:
    """A table's columns, its first rows, and which field each column is taken for ("" for none).

    ``sure`` says whether it is read as it is; ``shape`` is what its choice is remembered by.
    """

    path: str
    shape: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    fields: tuple[str, ...]
    sure: bool

    @property
    def left_out(self) -> tuple[str, ...]:
        """The columns that something stands in and that are taken for nothing.

        >>> rows = (("Ana", "Nurse", ""),)
        >>> Preview("t", "", ("Who", "Does", "Left"), rows, ("name", "", ""), True).left_out
        ('Does',)
        """
        filled = {n for row in self.rows for n, cell in enumerate(row) if cell}
        taken = zip(self.columns, self.fields, strict=True)
        return tuple(c for n, (c, field) in enumerate(taken) if c and not field and n in filled)

    def chosen(self, fields: Iterable[str]) -> dict[str, str]:
        """Return a choice of one field a column, as `choose` takes it, without what is guessed.

        >>> table = Preview("t", "", ("Who", "Boss"), (), ("name", "company"), True)
        >>> table.chosen(["name", ""]), table.chosen(["name", "company"])
        ({'company': ''}, {})
        """
        now = [*fields, *[""] * len(self.columns)]
        triples = list(zip(self.columns, now, self.fields, strict=False))
        lost = {was for _, field, was in triples if field != was} - {f for _, f, _ in triples}
        changed = {f: column for column, f, was in triples if f and f != was}
        return {**dict.fromkeys(lost - {""}, ""), **changed}


def table_previews(found: Iterable[Document | Reading], known: Ledger) -> Iterator[Preview]:
    """Yield how each of the documents that is a table of people, or may be one, begins."""
    earlier = remembered(known)
    for document in found:
        if isinstance(document, Document) and _is_table(document):
            try:
                preview = _preview(document, earlier)
            except UnreadableFile:
                continue
            if preview:
                yield preview


def _is_table(document: Document) -> bool:
    """Whether no format but the one for tables takes a document."""
    return next((f for f in FORMATS if f.claims(document)), None) is TABLE


def _preview(document: Document, earlier: Mapping[str, Mapping[str, str]]) -> Preview | None:
    """Return how a document begins, None if nothing in it looks like a table."""
    sheets = list(sheets_of(document))
    tables = tables_in(sheets, {}, earlier).tables
    table = next(iter(tables), None) or next(
        (t for s in sheets if not s.is_hidden and (t := _may_be(s.text))), None
    )
    if table is None:
        return None
    rows = [row for _, row in islice(table.rows(), LOOKED_AT)]
    where = guess(table.names, rows)
    if not tables:
        where = {f: [table.names.index(c)] for f, c in likely(table.names).items()}
    where, _ = choose(table.names, where, earlier.get(shape(table.names), {}))
    field_of = {at: field for field, some in where.items() for at in some}
    width = len(table.names)
    return Preview(
        document.path,
        shape(table.names),
        table.names,
        tuple(
            tuple(clean(c, limit=60) for c in [*row, *[""] * width][:width]) for row in rows[:ROWS]
        ),
        tuple(field_of.get(at, "") for at in range(width)),
        bool(tables),
    )


def _may_be(text: str) -> Table | None:
    """Return the table under the first line that may be a header."""
    at = 0
    for number, line in enumerate(islice(io.StringIO(text, newline=""), LOOKED_AT), 1):
        at += len(line)
        delimiter = max(DELIMITERS, key=line.count)
        cells = next(csv.reader([line], delimiter=delimiter), [])
        if any(map(clean, cells)):
            names = tuple(clean(c, limit=80) for c in cells)
            return Table(tuple(map(column_key, names)), delimiter, number, text[at:], names)
    return None
