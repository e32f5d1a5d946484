"""What the parts of a workbook say, element by element."""

# ruff: noqa: DTZ001 - the times of a file are those of its own clock
from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgraph.sources.workbooks.parts import (
    LONGEST_CELL,
    MOST_COLUMNS,
    MOST_ROWS,
    Book,
    Part,
    Parts,
    Rows,
    Strings,
    Styles,
    column,
    is_date,
    moment,
    number,
    plain,
)

WINDOWS, MAC = datetime(1899, 12, 30), datetime(1904, 1, 1)


def said(part: Part, *elements: str | tuple[str, dict[str, str]]) -> None:
    """Tell a part of elements: ("c", {...}) begins one, "/c" ends it, the rest is text."""
    for element in elements:
        if isinstance(element, tuple):
            part.begin(*element)
        elif element.startswith("/"):
            part.finish(element[1:])
        else:
            part.hear(element)


def test_a_reference_has_a_kind_and_a_place_unless_it_leads_outside() -> None:
    parts = Parts()
    said(
        parts,
        ("Relationship", {"Id": "r1", "Type": "http://x/worksheet", "Target": "s.xml"}),
        ("Relationship", {"Id": "r2", "Type": "x/y", "Target": "u", "TargetMode": "External"}),
        ("Other", {"Id": "r3"}),
    )

    assert {"r1": ("worksheet", "s.xml")} == parts.found


def test_a_book_names_its_sheets_in_order_and_what_is_hidden() -> None:
    book = Book()
    said(
        book,
        ("workbookPr", {"date1904": "0"}),
        ("sheet", {"name": "One", "r:id": "r1"}),
        ("sheet", {"name": "Two", "id": "r2", "state": "veryHidden"}),
        ("sheet", {"name": "Three"}),
    )

    assert [("r1", "One", False), ("r2", "Two", True)] == book.sheets
    assert WINDOWS == book.first_day
    said(book, ("workbookPr", {"date1904": "1"}))
    assert MAC == book.first_day


def test_styles_of_cells_show_dates_by_excels_own_formats_or_their_own() -> None:
    book = Book()
    said(
        Styles(book),
        ("numFmt", {"numFmtId": "164", "formatCode": "dd/mm/yyyy"}),
        ("numFmt", {"numFmtId": "14", "formatCode": "0.00"}),
        ("xf", {"numFmtId": "22"}),
        ("cellXfs", {}),
        *(("xf", {"numFmtId": n}) for n in ("0", "22", "23", "164", "14", "x")),
        ("xf", {}),
        "/cellXfs",
        ("xf", {"numFmtId": "22"}),
    )

    assert [False, True, False, True, False, False, False] == book.dated


@pytest.mark.parametrize(
    ("form", "shown"),
    [
        ("dd/mm/yyyy", True),
        ("[$-409]h:mm", True),
        ('#,##0 "days"', False),
        (r"0\d", False),
        ("[Red]0.00", False),
        ("General", False),
        ("YYYY", True),
    ],
)
def test_a_format_shows_a_date_by_its_letters_outside_of_quotes(form: str, shown: bool) -> None:
    assert shown == is_date(form)


def test_texts_are_the_runs_together_without_how_they_sound() -> None:
    book = Book()
    said(
        Strings(book),
        ("si", {}), ("t", {}), "An", "a", "/t", ("r", {}), ("t", {}), " Silva", "/t", "/r", "/si",
        ("si", {}), ("t", {}), "花子", "/t", ("rPh", {}), ("t", {}), "ハナコ", "/t", "/rPh", "/si",
        ("si", {}), "/si",
    )  # fmt: skip

    assert ["Ana Silva", "花子", ""] == book.strings


def rows(*elements: str | tuple[str, dict[str, str]], book: Book | None = None) -> Rows:
    found = Rows(book or Book())
    said(found, *elements)
    return found


def cell(text: str, **said: str) -> list[str | tuple[str, dict[str, str]]]:
    return [("c", said), ("v", {}), text, "/v", "/c"]


def test_cells_stand_where_they_say_or_follow_the_last() -> None:
    found = rows(
        ("row", {"r": "3"}), *cell("1", r="B3"), *cell("2"), *cell("3", r="B3"), "/row",
        ("row", {}), *cell("4", r="A4"), "/row",
    )  # fmt: skip

    assert [[], [], ["", "3", "2"], ["4"]] == found.finished


def test_a_row_of_an_earlier_number_follows_the_last() -> None:
    found = rows(("row", {"r": "2"}), *cell("1"), "/row", ("row", {"r": "1"}), *cell("2"), "/row")

    assert [[], ["1"], ["2"]] == found.finished


def test_hidden_rows_are_empty_and_counted_if_they_say_something() -> None:
    found = rows(
        ("row", {"hidden": "1"}), *cell("1"), "/row",
        ("row", {"hidden": "true"}), "/row",
        ("row", {"hidden": "0"}), *cell("2"), "/row",
    )  # fmt: skip

    assert ([[], [], ["2"]], 1) == (found.finished, found.hidden)


@pytest.mark.parametrize(
    ("text", "attributes", "value"),
    [
        ("1", {"t": "s"}, "second"),
        ("1", {"t": "b"}, "True"),
        ("0", {"t": "b"}, "False"),
        ("#N/A", {"t": "e"}, ""),
        ("2020-01-01T00:00:00Z", {"t": "d"}, "2020-01-01"),
        ("2020-01-01T12:30:00", {"t": "d"}, "2020-01-01 12:30:00"),
        ("Ana\nSilva", {"t": "str"}, "Ana Silva"),
        ("43831", {}, "43831"),
        ("43831", {"s": "1"}, "2020-01-01"),
        ("43831", {"s": "0"}, "43831"),
        ("43831", {"s": "2"}, "43831"),
        ("43831", {"s": "x"}, "43831"),
        ("", {"t": "n"}, ""),
    ],
)
def test_a_value_is_what_would_be_typed(text: str, attributes: dict[str, str], value: str) -> None:
    book = Book()
    book.strings, book.dated = ["first", "second"], [False, True]
    found = rows(("row", {}), *cell(text, **attributes), *cell("end"), "/row", book=book)

    assert [[value, "end"] if value else ["end"]] == found.finished


def test_what_lies_beyond_the_columns_that_are_read_is_left_out() -> None:
    assert MOST_COLUMNS - 1 == column("GR")
    found = rows(("row", {}), *cell("1", r="GR1"), *cell("2", r="GS1"), "/row")

    assert [MOST_COLUMNS] == [len(row) for row in found.finished]


def test_a_row_far_away_makes_no_more_rows_than_are_read() -> None:
    found = rows(("row", {"r": "999999999"}), *cell("1"), "/row")

    assert MOST_ROWS == len(found.finished)
    assert found.is_full
    assert not rows(("row", {"r": str(MOST_ROWS)}), *cell("1")).is_full


@pytest.mark.parametrize(
    ("letters", "at"),
    [("A", 0), ("z", 25), ("AA", 26), ("AB", 27), ("", 0), ("ZZZZZZZZ", 12356629)],
)
def test_letters_are_columns(letters: str, at: int) -> None:
    assert at == column(letters)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Ana_x000D_\nSilva", "Ana Silva"),
        ("a_x0041_", "aA"),
        ("x" * (LONGEST_CELL + 1), "x" * LONGEST_CELL),
        (" kept ", " kept "),
    ],
)
def test_a_text_is_on_one_line(text: str, shown: str) -> None:
    assert shown == plain(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("4.42079460018E11", "442079460018"),
        ("2012.0", "2012"),
        ("0.5", "0.5"),
        ("-3", "-3"),
        ("1e14", "100000000000000"),
        ("1e15", "1000000000000000.0"),
        ("007", "007"),
        ("Ana", "Ana"),
    ],
)
def test_a_number_has_no_empty_fraction_and_no_exponent(text: str, shown: str) -> None:
    assert shown == number(text)


@pytest.mark.parametrize(
    ("text", "first", "shown"),
    [
        ("43831", WINDOWS, "2020-01-01"),
        ("43831.5", WINDOWS, "2020-01-01 12:00:00"),
        ("0.25", WINDOWS, "06:00:00"),
        ("1", WINDOWS, "1900-01-01"),
        ("59", WINDOWS, "1900-02-28"),
        ("60", WINDOWS, "1900-02-28"),  # Excel's 29 February 1900, which never was
        ("61", WINDOWS, "1900-03-01"),
        ("1", MAC, "1904-01-02"),
        ("1e99", WINDOWS, str(1e99)),
        ("soon", WINDOWS, "soon"),
    ],
)
def test_days_are_counted_from_the_first_of_the_book(
    text: str, first: datetime, shown: str
) -> None:
    assert shown == moment(text, first)


@given(st.dates(date(1900, 3, 1), date(9999, 12, 30)))
def test_every_day_comes_back_as_typed(day: date) -> None:
    assert day.isoformat() == moment(str((day - WINDOWS.date()).days), WINDOWS)
