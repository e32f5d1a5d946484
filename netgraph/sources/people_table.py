"""Any table of people: an alumni directory, a list of volunteers, a search saved from a tool.

Being in a directory with somebody is no tie, so these are people whom ego could ask. Only a
column that says how ego knows somebody makes one, for then the user has said so.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from pathlib import PurePosixPath
from typing import Final

from netgraph.model import ids
from netgraph.model.errors import InvalidInput, UnreadableFile
from netgraph.model.ids import identifier
from netgraph.model.records import Basis, Fact, Position, Source, Tie
from netgraph.model.text import clean, fold
from netgraph.sources.addressbook import Entry, read_book, source_of
from netgraph.sources.column_mapping import (
    about_people,
    choose,
    guess,
    remember,
    remembered,
    shape,
    without_salutations,
)
from netgraph.sources.dates import day_in_title
from netgraph.sources.encoding import first_lines, load, what_it_is
from netgraph.sources.layouts import table_entries
from netgraph.sources.protocol import Context, Document, Format, Reading
from netgraph.sources.tables import Table, column_key, find_table
from netgraph.sources.updates import in_turn, with_gone
from netgraph.sources.xlsx.reader import sheets

LOOKED_AT: Final = 50
LINKEDINS: Final = (
    "LinkedIn's connections, saved by another program: "
    "import the file as LinkedIn made it to have the ties and their dates"
)
_WORKBOOK = (".xlsx", ".xlsm", ".xltx")
_TEXT = (".csv", ".tsv", ".tab", ".txt")
_COPY = re.compile(r"([ _-]*\(\d+\)|[ _-]+(copy|kopie|copie|copia))+$", re.IGNORECASE)
_DATED = re.compile(r"[ _-]*(?<!\d)20\d\d([-_.]?)\d\d\1\d\d(?!\d)")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SHORT_YEAR = re.compile(r"(?<!\d)\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with its header as it is written."""

    header: tuple[str, ...]
    table: Table


def _claims(document: Document) -> str | None:
    """Return "table" for a workbook, and for text that is a table of people or may be one."""
    name = document.name.lower()
    if name.endswith(_WORKBOOK):
        return "table" if document.head.startswith(b"PK") else None
    if what_it_is(document.head):
        return None
    if name.endswith((".csv", ".tsv")):
        return "table"
    return "table" if name.endswith(_TEXT) and _find(first_lines(document.head), {}, {}) else None


def _read(claimed: Sequence[tuple[str, Document]], context: Context) -> Iterator[Reading]:
    """Yield a reading of every table, and who is in them no longer."""
    return with_gone(in_turn(claimed, context, _reading), context)


def _reading(kind: str, document: Document, context: Context) -> Reading:
    """Return what the first table of people in a document says."""
    earlier = remembered(context.known)
    sheet = None
    for text in _texts(document):
        if sheet := _find(text, context.mapping, earlier):
            break
    if sheet is None:
        return Reading(document.path, "ignored", note="no columns that netgraph knows")
    chosen = context.mapping or earlier.get(shape(sheet.header), {})
    rows = [row for _, row in islice(sheet.table.rows(), LOOKED_AT)]
    try:
        where, constants = choose(
            sheet.header, without_salutations(guess(sheet.header), rows), chosen
        )
    except InvalidInput as fault:
        raise UnreadableFile(f"columns: {fault}") from fault
    label = clean(_COPY.sub("", _DATED.sub("", PurePosixPath(document.name).stem)), limit=80)
    source = source_of(f"table:{fold(label)}", context, label=label)
    more = partial(_more, source=source, context=context)
    entries = table_entries(sheet.table, where, constants)
    day = day_in_title(document.path)
    reading = read_book(
        document.path, kind, entries, source, context, more=more, tie=False, day=day
    )
    kept = (remember(sheet.header, context.mapping),) if context.mapping else ()
    mapping = {f: " + ".join(sheet.header[at] for at in some) for f, some in where.items()}
    mapping |= {field: f"={text}" for field, text in constants.items()}
    note = LINKEDINS if "connectedon" in sheet.table.columns else ""
    return replace(reading, facts=reading.facts + kept, mapping=mapping, note=note)


def _texts(document: Document) -> Iterator[str]:
    """Yield the texts in which a table may be: the file, or the sheets of a workbook."""
    if not document.head.startswith(b"PK"):
        yield load(document)
        return
    with closing(document.open()) as stream:
        yield from sheets(stream)


def _find(
    text: str, chosen: Mapping[str, str], earlier: Mapping[str, Mapping[str, str]]
) -> Sheet | None:
    """Return the table that begins at the first line that names the columns of people."""
    columns = {column_key(c) for c in chosen.values() if c and not c.startswith("=")}

    def is_header(cells: frozenset[str]) -> bool:
        known = bool(columns) and columns <= cells
        return known or (bool(earlier) and shape(cells) in earlier) or about_people(sorted(cells))

    table = find_table(text, is_header)
    if table is None:
        return None
    line = next(islice(io.StringIO(text, newline=""), table.line - 1, None))
    header = next(csv.reader([line], delimiter=table.delimiter))
    return Sheet(tuple(clean(cell, limit=80) for cell in header), table)


def _more(entry: Entry, person: str, *, source: Source, context: Context) -> Iterator[Fact]:
    """Yield what a row says beside who somebody is: their time at a school, how ego knows them."""
    said = entry.said
    year = class_year(said.get("class_year", ""), context)
    studied = ", ".join(clean(said[k], limit=200) for k in ("degree", "major") if said.get(k))
    school = clean(said.get("school", "")) or (source.label if year else "")
    if school:
        i = identifier("w", person, "school", school, studied, year)
        yield Position(i, person, school, studied, "school", end=year, source=source.id)
    if relation := clean(said.get("relation", ""), limit=80):
        i = ids.in_book(source.id, source.owner, person)
        yield Tie(i, source.owner, person, Basis.STATED, relation, source=source.id)


def class_year(text: str, context: Context) -> str:
    """Return the year in which somebody left school, empty if none is said.

    Of several years the last counts; one of two digits is at most six years from now.

    >>> from datetime import date
    >>> today = Context(date(2026, 5, 1))
    >>> [class_year(text, today) for text in ("2008-2012", "Class of '98", "B.Sc. 11", "soon")]
    ['2012', '1998', '2011', '']
    """
    if years := _YEAR.findall(text):
        return str(max(years))
    if not (short := _SHORT_YEAR.findall(text)):
        return ""
    latest = context.as_of.year + 6
    return str(latest - (latest - int(short[-1])) % 100)


TABLE: Final = Format(
    "table",
    "any table of people (CSV, TSV, XLSX), such as alumni directories; you may name columns",
    _claims,
    _read,
)
