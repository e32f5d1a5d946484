"""OpenDocument spreadsheets are read as they look in LibreOffice."""

from __future__ import annotations

import csv
import io
import zipfile

import pytest

from netgraph.model.errors import UnreadableFile
from netgraph.sources.workbooks.reader import sheets
from netgraph.sources.workbooks.sheet import Sheet

NAMESPACES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
    for short, long in [("office", "office"), ("table", "table"), ("text", "text"),
                        ("style", "style")]
)  # fmt: skip
HIDDEN = (
    '<style:style style:name="ta2" style:family="table">'
    '<style:table-properties table:display="false"/></style:style>'
)


def book(*tables: str, styles: str = "") -> bytes:
    content = (
        f'<?xml version="1.0"?><office:document-content {NAMESPACES} '
        'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0">'
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{''.join(tables)}</office:spreadsheet></office:body>"
        "</office:document-content>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
    return out.getvalue()


def table(*rows: str, name: str = "Sheet1", style: str = "ta1") -> str:
    return (
        f'<table:table table:name="{name}" table:style-name="{style}">{"".join(rows)}</table:table>'
    )


def row(*cells: str, more: str = "") -> str:
    return f"<table:table-row {more}>{''.join(cells)}</table:table-row>"


def cell(text: str, more: str = "") -> str:
    return f"<table:table-cell {more}><text:p>{text}</text:p></table:table-cell>"


def read(data: bytes) -> list[Sheet]:
    return list(sheets(io.BytesIO(data)))


def cells_of(sheet: Sheet) -> list[list[str]]:
    return list(csv.reader(io.StringIO(sheet.text), delimiter="\t"))


def test_numbers_dates_texts_and_truth_are_as_typed() -> None:
    (sheet,) = read(book(table(row(
        cell("4.48E+11", 'office:value-type="float" office:value="447900900123"'),
        cell("1 Feb", 'office:value-type="date" office:date-value="2026-02-01"'),
        cell("TRUE", 'office:value-type="boolean" office:boolean-value="true"'),
        cell("Ana<text:s/>Silva", 'office:value-type="string"'),
        cell("#N/A", 'office:value-type="string" calcext:value-type="error"'),
        cell("x"),
    ))))  # fmt: skip

    assert [["447900900123", "2026-02-01", "True", "Ana Silva", "", "x"]] == cells_of(sheet)


def test_cells_and_rows_that_repeat_are_all_there_and_a_million_empty_ones_are_not() -> None:
    (sheet,) = read(book(table(
        row(cell("a", 'table:number-columns-repeated="2"'), more='table:number-rows-repeated="2"'),
        row(cell("", 'table:number-columns-repeated="16384"')),
        row(cell("b")),
        row("<table:table-cell/>", more='table:number-rows-repeated="1048572"'),
    )))  # fmt: skip

    assert [["a", "a"], ["a", "a"], [], ["b"]] == cells_of(sheet)


def test_a_remark_on_a_cell_is_none_of_its_text() -> None:
    note = "<office:annotation><text:p>call her</text:p></office:annotation>"
    (sheet,) = read(
        book(table(row(f"<table:table-cell>{note}<text:p>Ana</text:p></table:table-cell>")))
    )

    assert [["Ana"]] == cells_of(sheet)


def test_hidden_sheets_and_rows_are_told_apart() -> None:
    shown, hidden = read(book(
        table(row(cell("a")), row(cell("b"), more='table:visibility="filter"'), name="now"),
        table(row(cell("c")), name="old", style="ta2"),
        styles=HIDDEN,
    ))  # fmt: skip

    assert ("now", False, 1, [["a"]]) == (
        shown.name, shown.is_hidden, shown.hidden_rows, cells_of(shown),
    )  # fmt: skip
    assert ("old", True) == (hidden.name, hidden.is_hidden)


def test_entities_are_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("content.xml", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')

    with pytest.raises(UnreadableFile, match="XML entities"):
        read(out.getvalue())


def test_a_damaged_one_is_unreadable() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("content.xml", "<office:document-content><table:table")

    with pytest.raises(UnreadableFile, match="damaged"):
        read(out.getvalue())
