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
from itertools import chain, islice
from pathlib import PurePosixPath
from typing import Final

from netgraph.journal.relations import known_role, relation
from netgraph.model import ids
from netgraph.model.errors import InvalidInput, UnreadableFile
from netgraph.model.records import Basis, Fact, Ledger, Position, Source, Tie
from netgraph.model.text import clean, fold
from netgraph.sources.addressbook import Entry, read_book, source_of
from netgraph.sources.column_mapping import (
    about_people,
    choose,
    guess,
    is_of_names,
    likely,
    remember,
    remembered,
    shape,
    without_salutations,
)
from netgraph.sources.dates import day_in_name
from netgraph.sources.documents import WORKBOOKS
from netgraph.sources.encoding import first_lines, load, what_it_is
from netgraph.sources.foreign import is_web_page
from netgraph.sources.layouts import SEVERAL, table_entries
from netgraph.sources.people_header import find_people
from netgraph.sources.protocol import Context, Document, Format, Reading
from netgraph.sources.tables import DELIMITERS, Table, column_key
from netgraph.sources.updates import in_turn, with_gone
from netgraph.sources.workbooks.reader import sheets
from netgraph.sources.workbooks.sheet import Sheet

LOOKED_AT: Final = 50
NO_COLUMNS: Final = "no columns that netgraph knows"
NOTHING_ELSE: Final = "names, but no e-mail, telephone, employer, job or school in its header"
HINTED: Final = ("name", "first", "last", "email", "company", "title")
"""Fields of which is told which columns may be meant."""
LINKEDINS: Final = (
    "LinkedIn's connections, saved by another program: "
    "import the file as LinkedIn made it to have the ties and their dates"
)
_CALLED_OTHERWISE = (".xls", ".csv", ".txt")
"""What workbooks are called by who renames them."""
_TEXT = (".csv", ".tsv", ".tab", ".txt")
_COPY = re.compile(r"([ _-]*\(\d+\)|[ _-]+(copy|kopie|copie|copia))+$", re.IGNORECASE)
_DATED = re.compile(r"[ _-]*(?<!\d)20\d\d([-_.]?)\d\d\1\d\d(?!\d)")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SHORT_YEAR = re.compile(r"(?<!\d)\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class _Found:
    """The tables of people in a document, and what was left out of it, in words."""

    tables: tuple[Table, ...]
    notes: tuple[str, ...] = ()


def _claims(document: Document) -> str | None:
    """Return "table" for a workbook, and for text that is a table of people or may be one."""
    name = document.name.lower()
    if document.head.startswith(b"PK"):
        return "table" if name.endswith((*WORKBOOKS, *_CALLED_OTHERWISE)) else None
    if name.endswith(WORKBOOKS):
        return None
    if what_it_is(document.head) or is_web_page(document.head):
        return None
    if name.endswith((".csv", ".tsv")):
        return "table"
    return "table" if name.endswith(_TEXT) and _find(first_lines(document.head), {}, {}) else None


def _read(claimed: Sequence[tuple[str, Document]], context: Context) -> Iterator[Reading]:
    """Yield a reading of every table, and who is in them no longer."""
    return with_gone(in_turn(claimed, context, _reading), context)


def _reading(kind: str, document: Document, context: Context) -> Reading:
    """Return what the tables of people in a document say."""
    earlier = remembered(context.known)
    sheets = list(sheets_of(document))
    found = tables_in(sheets, context.mapping, earlier)
    if not found.tables:
        note, choices = _unknown(sheets, context.mapping)
        note = "; ".join((*found.notes, note))
        return Reading(document.path, "ignored", note=note, mapping=choices)
    label = clean(_COPY.sub("", _DATED.sub("", PurePosixPath(document.name).stem)), limit=80)
    source = source_of(f"table:{fold(label)}", context, label=label)
    more = partial(_more, source=source, context=context)
    columns = [_columns(table, context.mapping or earlier.get(shape(table.names), {}))
               for table in found.tables]  # fmt: skip
    entries = chain.from_iterable(
        table_entries(table, *chosen) for table, chosen in zip(found.tables, columns, strict=True)
    )
    reading = read_book(
        document.path, kind, entries, source, context, more=more, tie=False,
        day=day_in_name(document.path),
    )  # fmt: skip
    first, (where, constants) = found.tables[0], columns[0]
    kept = (remember(first.names, context.mapping),) if context.mapping else ()
    mapping = {f: " + ".join(_shown(first.names[at]) for at in some) for f, some in where.items()}
    mapping |= {field: f"={text}" for field, text in constants.items()}
    linkedins = (LINKEDINS,) if "connectedon" in first.columns else ()
    note = "; ".join(filter(None, (*linkedins, *found.notes, reading.note)))
    return replace(reading, facts=reading.facts + kept, mapping=mapping, note=note)


def _columns(
    table: Table, chosen: Mapping[str, str]
) -> tuple[dict[str, list[int]], dict[str, str]]:
    """Return which columns of a table say what, and what all its rows say."""
    rows = [row for _, row in islice(table.rows(), LOOKED_AT)]
    guessed = without_salutations(guess(table.names, rows), rows)
    try:
        return choose(table.names, guessed, chosen)
    except InvalidInput as fault:
        raise UnreadableFile(f"columns: {fault}") from fault


def _shown(name: str) -> str:
    """Return the name of a column as reports show it."""
    return clean(name, limit=80)


def sheets_of(document: Document) -> Iterator[Sheet]:
    """Yield the texts in which a table may be: the file, or the sheets of a workbook."""
    if not document.head.startswith(b"PK"):
        yield Sheet("", load(document))
        return
    with closing(document.open()) as stream:
        yield from sheets(stream)


def tables_in(
    sheets: Sequence[Sheet], chosen: Mapping[str, str], earlier: Mapping[str, Mapping[str, str]]
) -> _Found:
    """Return the tables of people in all sheets that are not hidden, and what was left out."""
    read = [(sheet, _find(sheet.text, chosen, earlier)) for sheet in sheets]
    seen = [(sheet, table) for sheet, table in read if table and not sheet.is_hidden]
    hidden = [clean(sheet.name, limit=40) for sheet, table in read if table and sheet.is_hidden]
    notes = []
    if len(seen) > 1:
        notes.append(f"sheets read: {', '.join(clean(s.name, limit=40) for s, _ in seen)}")
    if hidden:
        notes.append(f"hidden, and so left out: the sheet {', '.join(hidden)}")
    if rows := sum(sheet.hidden_rows for sheet, _ in seen):
        notes.append(
            f"hidden, and so left out: {rows} row{'' if rows == 1 else 's'} "
            "(show all rows in the spreadsheet and save it to have them)"
        )
    return _Found(tuple(table for _, table in seen), tuple(notes))


def _find(
    text: str, chosen: Mapping[str, str], earlier: Mapping[str, Mapping[str, str]]
) -> Table | None:
    """Return the table that begins at the first line that names the columns of people."""
    columns = {column_key(c) for c in chosen.values() if c and not c.startswith("=")}

    def is_header(cells: frozenset[str]) -> bool:
        known = bool(columns) and columns <= cells
        return known or (bool(earlier) and shape(cells) in earlier) or about_people(sorted(cells))

    return find_people(text, is_header)


def _unknown(sheets: Sequence[Sheet], chosen: Mapping[str, str]) -> tuple[str, dict[str, str]]:
    """Return the header that nothing could be read under, and which columns may be meant."""
    header = next((h for sheet in sheets if not sheet.is_hidden if (h := _header(sheet))), [])
    if not header:
        return (NO_COLUMNS if sheets else "no sheet with a table: save it as CSV or .xlsx"), {}
    choices = {field: column for field, column in likely(header).items() if field in HINTED}
    what = NOTHING_ELSE if is_of_names(header) else f"{NO_COLUMNS} in its header"
    keys = set(map(column_key, header))
    told = (column for column in chosen.values() if column and not column.startswith("="))
    if wrong := next((column for column in told if column_key(column) not in keys), ""):
        what = f"no column {_shown(wrong)!r} in its header"
    if not {"name", "first", "last"} & choices.keys():
        others = (column for column in header if column not in choices.values())
        choices = {"name": next(others, header[0]), **choices}
    return f"{what} ({', '.join(header[:12])})", choices


def _header(sheet: Sheet) -> list[str]:
    """Return the first line of a sheet that may be a header."""
    for line in islice(io.StringIO(sheet.text, newline=""), LOOKED_AT):
        delimiter = max(DELIMITERS, key=line.count)
        cells = [_shown(c) for c in next(csv.reader([line], delimiter=delimiter), [])]
        if cells := [cell for cell in cells if cell]:
            return cells
    return []


def _more(entry: Entry, person: str, *, source: Source, context: Context) -> Iterator[Fact]:
    """Yield what a row says beside who somebody is: their time at a school, how ego knows them."""
    said = entry.said
    year = class_year(said.get("class_year", ""), context)
    studied = ", ".join(clean(said[k], limit=200) for k in ("degree", "major") if said.get(k))
    school = clean(said.get("school", "")) or (source.label if year else "")
    if school:
        i = ids.position(person, "school", school, studied, year)
        yield Position(i, person, school, studied, "school", end=year, source=source.id)
    if known_as := clean(said.get("relation", ""), limit=80):
        i = ids.in_book(source.id, source.owner, person)
        yield Tie(i, source.owner, person, Basis.STATED, known_as, source=source.id)
        for role in known_as.split(SEVERAL):
            if known_role(role):
                yield relation(Ledger(), person, role, source.owner, source=source.id)


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
    "any table of people (CSV, TSV, XLSX, ODS), such as alumni directories; you may name columns",
    _claims,
    _read,
)
