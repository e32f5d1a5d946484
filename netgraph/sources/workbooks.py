"""Excel workbooks as text, so that whatever reads a table reads them too."""

from __future__ import annotations

import csv
import io
import warnings
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time
from itertools import islice
from typing import Any, BinaryIO, Final

from netgraph.errors import UnreadableFile

MOST_ROWS: Final = 200_000
MOST_COLUMNS: Final = 200
MOST_SHEETS: Final = 50
LONGEST_CELL: Final = 32_767  # Excel's own
LARGEST_PART: Final = 200 * 2**20
MOST_GROWTH: Final = 200
GROWTH_MATTERS_FROM: Final = 2**20


def sheets(stream: BinaryIO) -> Iterator[str]:
    """Yield every sheet of a workbook as tab-separated text, a line for each of its rows.

    Raises
    ------
    UnreadableFile
        If it is damaged, locked with a password, or made to do harm.
    """
    import openpyxl  # noqa: PLC0415 - heavy, and only workbooks need it

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of styles and validations, which are not read
        try:
            _refuse_harm(stream)
            book = openpyxl.load_workbook(stream, read_only=True, data_only=True)
            for sheet in islice(book.worksheets, MOST_SHEETS):
                yield _text(sheet)
        except UnreadableFile:
            raise
        except Exception as error:  # openpyxl raises whatever its XML parser and ZIP reader do
            raise UnreadableFile(
                "a damaged or locked workbook: save it again without a password, or as CSV"
            ) from error


def _text(sheet: Any) -> str:
    """Return one sheet as tab-separated text."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter="\t", lineterminator="\n")
    sheet.reset_dimensions()  # they may say anything
    rows = sheet.iter_rows(max_row=MOST_ROWS, values_only=True)
    writer.writerows([_cell(value) for value in row[:MOST_COLUMNS]] for row in rows)
    return text.getvalue()


def _cell(value: object) -> str:
    """Return a cell as it would be typed."""
    if isinstance(value, str):
        return value if value.isprintable() else " ".join(value[:LONGEST_CELL].split())
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value)


def _refuse_harm(stream: BinaryIO) -> None:
    """Raise if the ZIP that a workbook is would grow beyond reason, or defines entities."""
    with zipfile.ZipFile(stream) as archive:
        for part in archive.infolist():
            grown = part.file_size > GROWTH_MATTERS_FROM
            if part.file_size > LARGEST_PART or (
                grown and part.file_size > MOST_GROWTH * max(part.compress_size, 1)
            ):
                raise UnreadableFile(f"refused: {part.filename!r} in it would grow too large")
            if part.filename.endswith(".xml") and b"<!DOCTYPE" in _beginning(archive, part):
                raise UnreadableFile(f"refused: {part.filename!r} in it defines XML entities")
    stream.seek(0)


def _beginning(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bytes:
    """Return the first bytes of a part."""
    with archive.open(part) as opened:
        return opened.read(4096)
