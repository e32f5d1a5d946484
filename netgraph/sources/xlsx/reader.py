"""Excel workbooks as text, so that whatever reads a table reads them too.

A workbook is a ZIP of XML. The standard library unpacks and parses it piece by piece: no more of
it is in memory than what is kept, and nothing that it claims of itself is believed. Of the readers
there are, openpyxl takes three times as long, and calamine, the fastest, ends the whole program on
a cell that is said to stand at the end of the sheet.
"""

from __future__ import annotations

import csv
import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import closing
from itertools import islice
from typing import BinaryIO, Final
from xml.parsers import expat

from netgraph.model.errors import UnreadableFile
from netgraph.sources.xlsx.parts import Attributes, Book, Part, Parts, Rows, Strings, Styles

MOST_SHEETS: Final = 50
LARGEST_PART: Final = 200 * 2**20
MOST_GROWTH: Final = 200
GROWTH_MATTERS_FROM: Final = 2**20
PIECE: Final = 2**16
DAMAGE: Final = (
    zipfile.BadZipFile, zlib.error, expat.ExpatError, EOFError, RuntimeError, LookupError,
    ValueError, OSError,
)  # fmt: skip
"""What the ZIP reader and the XML parser raise; RuntimeError is a password."""


def sheets(stream: BinaryIO) -> Iterator[str]:
    """Yield every sheet of a workbook as tab-separated text, a line for each of its rows.

    Raises
    ------
    UnreadableFile
        If it is damaged, locked with a password, or made to do harm.
    """
    try:
        with zipfile.ZipFile(stream) as archive:
            _refuse_harm(archive)
            book, places = _opened(archive)
            for place in islice(places, MOST_SHEETS):
                yield _text(archive, place, book)
    except DAMAGE as error:
        raise UnreadableFile(
            "a damaged or locked workbook: save it again without a password, or as CSV"
        ) from error


def _refuse_harm(archive: zipfile.ZipFile) -> None:
    """Raise if the workbook would grow beyond reason; of no part more is read than it says."""
    for part in archive.infolist():
        grown = part.file_size > GROWTH_MATTERS_FROM
        if part.file_size > LARGEST_PART or (
            grown and part.file_size > MOST_GROWTH * max(part.compress_size, 1)
        ):
            raise UnreadableFile(f"refused: {part.filename!r} in it would grow too large")


def _opened(archive: zipfile.ZipFile) -> tuple[Book, list[str]]:
    """Return what all sheets share, and where in the archive each is."""
    root = _parts(archive, "")
    main = next((place for kind, place in root.values() if kind == "officeDocument"), "")
    parts = _parts(archive, main)
    book = Book()
    for kind, place in parts.values():
        if kind == "sharedStrings":
            _parse(archive, place, Strings(book))
        elif kind == "styles":
            _parse(archive, place, Styles(book))
    _parse(archive, main, book)
    found = [parts[i] for i in book.sheets if i in parts]
    return book, [place for kind, place in found if kind == "worksheet"]


def _parts(archive: zipfile.ZipFile, place: str) -> dict[str, tuple[str, str]]:
    """Return the kind and the place of what a part refers to, by its name there."""
    folder, name = posixpath.split(place)
    parts = Parts()
    _parse(archive, posixpath.join(folder, "_rels", f"{name}.rels"), parts)
    return {
        i: (kind, posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/"))
        for i, (kind, target) in parts.found.items()
    }


def _text(archive: zipfile.ZipFile, place: str, book: Book) -> str:
    """Return one sheet as tab-separated text."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter="\t", lineterminator="\n")
    rows = Rows(book)
    for _ in _pieces(archive, place, rows):
        writer.writerows(rows.finished)
        rows.finished.clear()
        if text.tell() > LARGEST_PART:
            raise UnreadableFile(f"refused: {place!r} in it would grow too large")
        if rows.is_full:
            break
    return text.getvalue()


def _parse(archive: zipfile.ZipFile, place: str, what: Part) -> None:
    """Parse a whole part."""
    for _ in _pieces(archive, place, what):
        pass


def _pieces(archive: zipfile.ZipFile, place: str, what: Part) -> Iterator[None]:
    """Parse a part, stopping after every piece.

    Raises
    ------
    UnreadableFile
        If it defines entities, of which a few can stand for more than a disk holds.
    """

    def refuse(*_: object) -> None:
        raise UnreadableFile(f"refused: {place!r} in it defines XML entities")

    def begin_first(name: str, attributes: Attributes) -> None:
        prefix = len(name) - len(name.rpartition(":")[2])  # of all elements, or of none
        begin, finish = what.begin, what.finish
        if prefix:
            parser.StartElementHandler = lambda name, said: begin(name[prefix:], said)
            parser.EndElementHandler = lambda name: finish(name[prefix:])
        else:
            parser.StartElementHandler, parser.EndElementHandler = begin, finish
        begin(name[prefix:], attributes)

    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = begin_first
    parser.CharacterDataHandler = what.hear
    with closing(archive.open(place)) as part:
        while piece := part.read(PIECE):
            parser.Parse(piece)
            yield
    parser.Parse(b"", True)
    yield
