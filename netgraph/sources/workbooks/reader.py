"""Workbooks as text, so that whatever reads a table reads them too.

A workbook is a ZIP of XML. The standard library unpacks and parses it piece by piece: no more of
it is in memory than what is kept, and nothing that it claims of itself is believed. Of the readers
there are, openpyxl takes three times as long, and calamine, the fastest, ends the whole program on
a cell that is said to stand at the end of the sheet.
"""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator
from itertools import islice
from typing import BinaryIO, Final

from netgraph.model.errors import UnreadableFile
from netgraph.sources.workbooks.archive import DAMAGE, parse, pieces, refuse_harm
from netgraph.sources.workbooks.opendocument import CONTENT, open_sheets
from netgraph.sources.workbooks.parts import Book, Parts, Rows, Strings, Styles
from netgraph.sources.workbooks.sheet import Sheet, SheetText

MOST_SHEETS: Final = 50


def sheets(stream: BinaryIO) -> Iterator[Sheet]:
    """Yield every sheet of an Excel workbook or an OpenDocument spreadsheet.

    Raises
    ------
    UnreadableFile
        If it is damaged, locked with a password, or made to do harm.
    """
    try:
        with zipfile.ZipFile(stream) as archive:
            refuse_harm(archive)
            if CONTENT in archive.namelist():
                yield from islice(open_sheets(archive), MOST_SHEETS)
            else:
                yield from islice(_excel_sheets(archive), MOST_SHEETS)
    except DAMAGE as error:
        raise UnreadableFile(
            "a damaged or locked workbook: save it again without a password, or as CSV"
        ) from error


def _excel_sheets(archive: zipfile.ZipFile) -> Iterator[Sheet]:
    """Yield the sheets of an Excel workbook."""
    book, places = _opened(archive)
    for i, name, is_hidden in book.sheets:
        kind, place = places.get(i, ("", ""))
        if kind == "worksheet":
            yield _sheet(archive, place, book, name, is_hidden)


def _opened(archive: zipfile.ZipFile) -> tuple[Book, dict[str, tuple[str, str]]]:
    """Return what all sheets share, and of which kind and where in the archive each is."""
    root = _parts(archive, "")
    main = next((place for kind, place in root.values() if kind == "officeDocument"), "")
    parts = _parts(archive, main)
    book = Book()
    for kind, place in parts.values():
        if kind == "sharedStrings":
            parse(archive, place, Strings(book))
        elif kind == "styles":
            parse(archive, place, Styles(book))
    parse(archive, main, book)
    return book, parts


def _parts(archive: zipfile.ZipFile, place: str) -> dict[str, tuple[str, str]]:
    """Return the kind and the place of what a part refers to, by its name there."""
    folder, name = posixpath.split(place)
    parts = Parts()
    parse(archive, posixpath.join(folder, "_rels", f"{name}.rels"), parts)
    return {
        i: (kind, posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/"))
        for i, (kind, target) in parts.found.items()
    }


def _sheet(archive: zipfile.ZipFile, place: str, book: Book, name: str, is_hidden: bool) -> Sheet:
    """Return one sheet."""
    text = SheetText()
    rows = Rows(book)
    for _ in pieces(archive, place, rows):
        text.add(rows.finished)
        rows.finished.clear()
        if rows.is_full:
            break
    return Sheet(name, str(text), is_hidden, rows.hidden)
