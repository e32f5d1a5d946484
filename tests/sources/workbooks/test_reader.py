"""Excel workbooks are read as they look, whoever wrote them and whatever they claim."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable, Sequence
from datetime import date, datetime, time

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from netgraph.model.errors import UnreadableFile
from netgraph.sources.workbooks import sheet as workbooks
from netgraph.sources.workbooks.reader import sheets

SHEET = "xl/worksheets/sheet1.xml"
HEAD = '<?xml version="1.0"?><{} xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'


def read(data: bytes) -> list[list[list[str]]]:
    """Return the cells of all sheets."""
    return [list(csv.reader(io.StringIO(s.text), delimiter="\t")) for s in sheets(io.BytesIO(data))]


def saved(book: openpyxl.Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def written(*rows: Sequence[object], mac: bool = False) -> bytes:
    """Return a workbook of one sheet."""
    book = openpyxl.Workbook()
    if mac:
        book.epoch = CALENDAR_MAC_1904
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(list(row))
    return saved(book)


def changed(data: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    """Return a workbook with one part changed, or a new one if it has none of that name."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", 8) as new:
        for name in {**dict.fromkeys(old.namelist()), part: None}:
            content = old.read(name) if name in old.namelist() else b""
            new.writestr(name, change(content) if name == part else content)
    return out.getvalue()


def with_rows(xml: str) -> bytes:
    """Return a workbook whose sheet has these rows."""
    sheet = f"{HEAD.format('worksheet')}<sheetData>{xml}</sheetData></worksheet>"
    return changed(written(["x"]), SHEET, lambda _: sheet.encode())


def with_strings(xml: str, rows: str) -> bytes:
    """Return a workbook as Excel saves it: texts in a part of their own."""
    strings = f"{HEAD.format('sst')}{xml}</sst>".encode()
    place = b'<Relationship Id="s" Type="x/sharedStrings" Target="/xl/sharedStrings.xml"/></Rel'
    data = changed(with_rows(rows), "xl/sharedStrings.xml", lambda _: strings)
    return changed(data, "xl/_rels/workbook.xml.rels", lambda old: old.replace(b"</Rel", place))


@pytest.mark.parametrize("mac", [False, True])
def test_values_are_read_as_they_would_be_typed(mac: bool) -> None:
    data = written(
        ["Ana", 2012, 442079460018.0, 0.5, True, None, "a\nb"],
        [
            date(2020, 2, 29),
            datetime.fromisoformat("2020-01-02 03:04"),
            time(3, 4),
            -1,
            1e300,
            "=A1",
            "1,5",
        ],
        mac=mac,
    )

    assert [
        [
            ["Ana", "2012", "442079460018", "0.5", "True", "", "a b"],
            ["2020-02-29", "2020-01-02 03:04:00", "03:04:00", "-1", "1e+300", "", "1,5"],
        ]
    ] == read(data)


def test_the_days_before_the_29_february_that_never_was() -> None:
    data = written([date(1900, 1, 1), date(1900, 2, 28), date(1900, 3, 1)])

    assert [[["1900-01-01", "1900-02-28", "1900-03-01"]]] == read(data)


def test_texts_in_a_part_of_their_own_are_those_of_the_cells() -> None:
    strings = "<si><t>Ana</t></si><si><r><t>Sil</t></r><r><t>va</t></r><rPh><t>?</t></rPh></si>"
    cells = '<row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" t="s"><v>0</v></c></row>'

    assert [[["Silva", "Ana"]]] == read(with_strings(strings, cells))


def test_a_formula_is_what_it_came_to_and_an_error_is_empty() -> None:
    cells = (
        '<row r="1"><c r="A1" t="str"><f>B1&amp;"x"</f><v>Ana</v></c>'
        '<c r="B1"><f>1+1</f><v>2</v></c><c r="C1" t="e"><v>#REF!</v></c>'
        '<c r="D1" t="b"><v>0</v></c><c r="E1" t="d"><v>2020-01-02T00:00:00Z</v></c></row>'
    )

    assert [[["Ana", "2", "", "False", "2020-01-02"]]] == read(with_rows(cells))


def test_rows_and_cells_stand_where_they_say_or_follow_one_another() -> None:
    cells = (
        '<row r="3"><c r="C3"><v>1</v></c><c r="A3"><v>2</v></c></row>'
        "<row><c><v>3</v></c><c><v>4</v></c></row>"
    )

    assert [[[], [], ["2", "", "1"], ["3", "4"]]] == read(with_rows(cells))


def test_every_sheet_is_read_a_hidden_one_too_and_charts_are_not() -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.append(["one"])
    book.create_chartsheet("chart")
    hidden = book.create_sheet("hidden")
    hidden.append(["two"])
    hidden.sheet_state = "hidden"

    assert [[["one"]], [["two"]]] == read(saved(book))


def test_elements_may_have_prefixes_and_cells_escapes() -> None:
    sheet = (
        '<x:worksheet xmlns:x="y"><x:sheetData><x:row r="1"><x:c r="A1" t="str">'
        "<x:v>a_x000D_&#10;b</x:v></x:c></x:row></x:sheetData></x:worksheet>"
    )

    assert [[["a b"]]] == read(changed(written(["x"]), SHEET, lambda _: sheet.encode()))


@pytest.mark.parametrize(
    "cells",
    [
        '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
        '<row r="99999999999999999999"><c r="ZZZZZZZZZZZZ9"><v>1</v></c></row>',
        '<row r="-1"><c r="1"><v>nan</v></c></row><row r="0"><c r="?"><v>1e999</v></c></row>',
        f'<row r="1"><c r="A1"><v>{"9" * 5000}</v></c><c r="B1" s="9999999999"><v>1</v></c></row>',
        '<row r="1"><c r="A1" s="1"><v>1e300</v></c><c r="B1" s="-1"><v>soon</v></c></row>',
    ],
)
def test_what_a_cell_claims_of_itself_costs_nothing(cells: str) -> None:
    (sheet,) = read(with_rows(cells))

    assert len(sheet) <= 200_000
    assert all(len(row) <= 200 for row in sheet)


def test_one_text_said_very_often_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbooks, "LARGEST_PART", 2**20)
    cells = '<row><c t="s"><v>0</v></c></row>' * 100

    with pytest.raises(UnreadableFile, match="would grow too large"):
        read(with_strings(f"<si><t>{'ab' * 20_000}</t></si>", cells))


@pytest.mark.parametrize("part", [SHEET, "xl/styles.xml", "xl/workbook.xml", "_rels/.rels"])
def test_entities_are_refused_wherever_they_are(part: str) -> None:
    bomb = b"<!--" + b" " * 9000 + b'--><!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'

    with pytest.raises(UnreadableFile, match="defines XML entities"):
        read(changed(written(["x"]), part, lambda _: bomb))


def test_a_part_that_holds_more_than_it_says_is_not_read_on() -> None:
    data = bytearray(changed(written(["x"]), SHEET, lambda xml: xml + b" " * 100_000))
    size = data.rindex(SHEET.encode()) - 46 + 24  # of the part, unpacked, in the directory
    data[size : size + 4] = (50).to_bytes(4, "little")

    with pytest.raises(UnreadableFile, match="damaged"):
        read(bytes(data))


def test_a_workbook_locked_with_a_password_says_what_to_do() -> None:
    data = bytearray(written(["x"]))
    at = data.index(b"PK\x01\x02")
    while at >= 0:  # every part is encrypted
        data[at + 8] |= 1
        at = data.find(b"PK\x01\x02", at + 1)

    with pytest.raises(UnreadableFile, match="without a password"):
        read(bytes(data))


plain = st.text(st.characters(codec="ascii", exclude_categories=["C"]), max_size=8).map(
    lambda text: "" if text.startswith("=") else text
)


@given(st.lists(st.lists(plain, min_size=1, max_size=5), min_size=1, max_size=6))
def test_texts_come_back_as_they_were_written(rows: list[list[str]]) -> None:
    (sheet,) = read(written(*([*row, "end"] for row in rows)))

    assert [[*row, "end"] for row in rows] == sheet
