"""The ZIP of XML that every workbook is: opened with care, its parts parsed piece by piece."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import closing
from typing import Final
from xml.parsers import expat

from netgraph.model.errors import UnreadableFile
from netgraph.sources.workbooks.parts import Attributes, Part
from netgraph.sources.zip_growth import grows_too_much

LARGEST_PART: Final = 200 * 2**20
PIECE: Final = 2**16
DAMAGE: Final = (
    zipfile.BadZipFile, zlib.error, expat.ExpatError, EOFError, RuntimeError, LookupError,
    ValueError, OSError,
)  # fmt: skip
"""What the ZIP reader and the XML parser raise; RuntimeError is a password."""


def refuse_harm(archive: zipfile.ZipFile) -> None:
    """Raise if the workbook would grow beyond reason; of no part more is read than it says."""
    for part in archive.infolist():
        if part.file_size > LARGEST_PART or grows_too_much(part):
            raise UnreadableFile(f"refused: {part.filename!r} in it would grow too large")


def parse(archive: zipfile.ZipFile, place: str, what: Part) -> None:
    """Parse a whole part."""
    for _ in pieces(archive, place, what):
        pass


def pieces(
    archive: zipfile.ZipFile, place: str, what: Part, *, prefixes: bool = False
) -> Iterator[None]:
    """Parse a part, stopping after every piece.

    With ``prefixes`` what listens is told the names as they are: they have several prefixes.

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
        if prefix and not prefixes:
            parser.StartElementHandler = lambda name, said: begin(name[prefix:], said)
            parser.EndElementHandler = lambda name: finish(name[prefix:])
        else:
            parser.StartElementHandler, parser.EndElementHandler = begin, finish
        begin(name if prefixes else name[prefix:], attributes)

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
