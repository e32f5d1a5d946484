from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgraph.model.errors import UnreadableFile
from netgraph.sources.encoding import decode
from netgraph.sources.tables import NOTHING, Table, find_table

NAMES = frozenset({"firstname", "lastname"})
NAME_TABLE = "First Name,Last Name\nZoë,Čapek\n"


def people_in(text: str) -> Table:
    table = find_table(text, NAMES.issubset)
    assert table is not None
    return table


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1250"])
def test_the_encoding_is_found(encoding: str) -> None:
    text = NAME_TABLE + "Růžena,Dvořáková\nJiří,Šťastný\nŽofie,Křížová\n"

    assert decode(text.encode(encoding)) == text


def test_big_endian_utf16_is_read_by_its_mark() -> None:
    assert decode(b"\xfe\xff" + NAME_TABLE.encode("utf-16-be")) == NAME_TABLE


@pytest.mark.parametrize("page", ["cp1252", "mac_roman"])
@pytest.mark.parametrize(
    "names",
    ["José,García", "François,Lefèvre", "Jörg,Weiß", "João,Conceição", "Søren,Ærø", "Íñigo,Núñez"],
)
def test_western_files_of_excel_are_read_on_windows_and_mac(page: str, names: str) -> None:
    text = f"First Name,Last Name\n{names}\n"

    assert decode(text.encode(page)) == text


def test_typographic_quotation_marks_are_read() -> None:
    text = "First Name,Last Name\nConan,O’Brien – “the host”\n"

    assert decode(text.encode("cp1252")) == text


@pytest.mark.parametrize(
    ("page", "names"),
    [
        ("cp1250", "Jiří,Dvořák\nŠárka,Nováková"),
        ("cp1250", "Łukasz,Wiśniewski\nGrażyna,Dąbrowska"),
        ("cp1251", "Иван,Петров\nОльга,Северинская\nДмитрий,Соколов"),
        ("cp1253", "Γιώργος,Παπαδόπουλος\nΜαρία,Νικολάου"),
    ],
)
def test_eastern_files_of_excel_are_read(page: str, names: str) -> None:
    text = f"First Name,Last Name\n{names}\n"

    assert decode(text.encode(page)) == text


def test_a_letter_that_was_cut_does_not_change_the_encoding() -> None:
    text = "é" * 50

    assert decode(text.encode()[:-1]) == "é" * 49 + "\ufffd"


def test_nul_bytes_are_no_text() -> None:
    with pytest.raises(UnreadableFile, match="NUL bytes \\(first in line 2\\)"):
        decode(b"First Name,Last Name\nA\0na,Silva\n")


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_that_of_the_header(delimiter: str) -> None:
    table = people_in(NAME_TABLE.replace(",", delimiter))

    assert list(table.rows()) == [(2, ["Zoë", "Čapek"])]


@pytest.mark.parametrize(
    "notes", ["", "\n", "Notes:\n", 'Notes:\n"two\nlines, quoted"\n\n', '"open\n']
)
def test_the_header_is_found_whatever_stands_above(notes: str) -> None:
    table = people_in(notes + NAME_TABLE)

    assert [row for _, row in table.rows()] == [["Zoë", "Čapek"]]
    assert table.line == notes.count("\n") + 1


def test_lines_are_counted_as_an_editor_does() -> None:
    table = people_in('First Name,Last Name\n\n"two\nlines",A\n,\nB,C\u2028D\n')

    assert [(line, row[1]) for line, row in table.rows()] == [(3, "A"), (6, "C\u2028D")]


def test_columns_are_found_by_name_whatever_their_case_and_order() -> None:
    table = people_in("extra,last_name,FIRST NAME\n1,Silva,Ana\n2,Chen\n")
    pick = table.pick("First Name", "Last Name", "Company|Firm")

    assert [pick(row) for _, row in table.rows()] == [("Ana", "Silva", ""), ("", "Chen", "")]


def test_an_unclosed_quotation_mark_costs_one_line() -> None:
    table = people_in('First Name,Last Name,URL\nA,"B,c\nD,E,f\nG,"H",i\n')

    assert list(table.rows()) == [(2, []), (3, ["D", "E", "f"]), (4, ["G", "H", "i"])]


def test_text_without_a_header_is_no_table() -> None:
    assert find_table("hello\nworld\n", NAMES.issubset) is None


cells = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=20)


@given(st.lists(st.tuples(cells, cells).filter(lambda row: any(c.strip() for c in row))))
def test_what_a_csv_writer_wrote_is_read_back(rows: list[tuple[str, str]]) -> None:
    out = io.StringIO()
    csv.writer(out, quoting=csv.QUOTE_ALL).writerows([("First Name", "Last Name"), *rows])

    read = [tuple(row) for _, row in people_in(out.getvalue()).rows()]

    assert read == [tuple("" if NOTHING.fullmatch(c.strip()) else c for c in row) for row in rows]


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    try:
        text = decode(data)
    except UnreadableFile:
        return
    assert "\0" not in text


@pytest.mark.parametrize("cell", ["-", "--", "\u2014", "?", ".", "(blank)", "Loading...", "#N/A"])
def test_what_people_and_programs_write_for_nothing_is_empty(cell: str) -> None:
    table = find_table(f"Name,Firm\nAna,{cell}\n{cell},Acme\n", lambda cells: "firm" in cells)

    assert table is not None
    assert [["Ana", ""], ["", "Acme"]] == [row for _, row in table.rows()]


@pytest.mark.parametrize(
    "cell",
    "#N/A #REF! Err:502 Ошибка:502 nan NaN NaT <NA> None null NULL (null) undefined \\N N/A n/a "
    "(blank) Loading... - \u2013 \u2014 . ? _ \u3000nan".split(" "),
)
def test_what_programs_write_for_nothing_is_nothing(cell: str) -> None:
    assert NOTHING.fullmatch(cell.strip())
    assert [(2, ["", "Silva"])] == list(people_in(f"First Name,Last Name\n{cell},Silva\n").rows())
