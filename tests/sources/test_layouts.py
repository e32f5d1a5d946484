"""Address books that are tables: which column means what, and each row an entry."""

from __future__ import annotations

from datetime import date

import pytest

from netgraph.model.records import Person
from netgraph.sources.addressbook import Entry
from netgraph.sources.layouts import Layout, book_format, by_key, by_meaning, table_entries
from netgraph.sources.protocol import Context, Skip
from netgraph.sources.tables import Table
from tests.sources.books import document

COLUMNS = ("name", "first", "last", "suffix", "email", "phone", "company", "place", "tags", "year")
PLACES = {
    "name": [0], "first": [1], "last": [2], "suffix": [3], "email": [4], "phone": [5],
    "company": [6], "place": [7], "tags": [8], "class_year": [9],
}  # fmt: skip


def entries(*rows: str, **constants: str) -> list[Entry | Skip]:
    body = "".join(f"{row}\n" for row in rows)
    return list(table_entries(Table(COLUMNS, ",", 1, body, COLUMNS), PLACES, constants))


def entry(row: str, **constants: str) -> Entry:
    (found,) = entries(row, **constants)
    assert isinstance(found, Entry)
    return found


def test_columns_are_found_by_the_pattern_of_their_keys() -> None:
    places = by_key({"email": r"email\d+value", "name": "name|full", "phone": "phone"})

    assert {"email": [1, 3], "name": [0, 2]} == places(
        ("name", "email1value", "full", "email22value", "email1type", "phones")
    )


@pytest.mark.parametrize(
    ("columns", "places"),
    [
        ("Titre|Prénom|E-mail|Nom|Ville (bureau)",
         {"first": [1], "email": [2], "place": [4], "last": [3]}),
        ("Nome|Cognome", {"last": [1], "first": [0]}),
        ("First Name|Last Name|Display Name", {"first": [0], "last": [1], "name": [2]}),
        ("Name|Email", {"email": [1]}),
        ("Shoe size", {}),
    ],
)  # fmt: skip
def test_in_a_book_a_word_for_names_is_the_part_that_is_missing(
    columns: str, places: dict[str, list[int]]
) -> None:
    found = dict(by_meaning(columns.split("|")))
    found.pop("title", None)

    assert places == found


@pytest.mark.parametrize(
    ("row", "name"),
    [
        ("Ana Silva,x,y,,,,,,,", "Ana Silva"),
        (",Ana,Silva,,,,,,,", "Ana Silva"),
        (",Ana,Silva,Jr.,,,,,,", "Ana Silva Jr."),
        (",,,,a@x.org,,,,,", "a@x.org"),
        ("Ana ::: Annie,,,,,,,,,", "Ana"),
    ],
)
def test_a_name_is_whole_or_made_of_its_parts(row: str, name: str) -> None:
    assert name == entry(row).person.name


def test_a_row_says_who_somebody_is_and_what_else() -> None:
    found = entry("Ana,,,,a@x.org ::: b@x.org,######,Acme,Rome,Rowing;* starred | Chess,2012")

    assert Person(
        "", "Ana", emails=("a@x.org", "b@x.org"), company="Acme", place="Rome",
        tags=("Rowing", "Chess"),
    ) == found.person  # fmt: skip
    assert (2, {"class_year": "2012"}) == (found.line, found.said)
    assert "######" == found.spoiled


def test_what_all_rows_say_alike_goes_before_the_cell() -> None:
    found = entry("Ana,,,,,,Acme,Rome,,", company="Delta", country="Italy")

    assert ("Delta", "Rome, Italy") == (found.person.company, found.person.place)
    assert "Rome" == entry("Ana,,,,,,,Rome,,", country="Rome").person.place


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (",,,,,,Acme,,,", "it names nobody"),
        ("Orchard Ltd,,,,,,,,,", "an organisation, not a person"),
        ("Oak,,,,,,Oak,,,", "an organisation, not a person"),
        (",,,,info@oak.org,,Oak,,,", "an organisation, not a person"),
        ("Ana,,,,,,,,,,more", "11 cells, the header has 10"),
    ],
)
def test_a_row_that_is_nobody_says_so_with_its_line(row: str, reason: str) -> None:
    (skip,) = entries(row)

    assert isinstance(skip, Skip)
    assert (2, True) == (skip.line, skip.reason.startswith(reason))


@pytest.mark.parametrize("row", [",Oak,Oak,,,,Oak Oak,,,", ",,,,ana@oak.org,,Oak,,,",
                                 ",,,,info@oak.org,,,,,"])  # fmt: skip
def test_a_person_with_two_names_or_an_address_of_their_own_is_no_firm(row: str) -> None:
    assert isinstance(entry(row), Entry)


def test_a_format_claims_and_reads_the_tables_of_its_header() -> None:
    layout = Layout("x", "X book", lambda cells: {"given", "mail"} <= cells,
                    by_key({"name": "given", "email": "mail"}))  # fmt: skip
    form = book_format(layout, "help")
    ours, other = document(b"Given,Mail\nAna,a@x.org\n"), document(b"Name,Mail\nAna,a@x.org\n")

    assert ("x", None) == (form.claims(ours), form.claims(other))
    (reading,) = [r for r in form.read([("x", ours)], Context(date(2026, 5, 1))) if r.rows]
    assert ["Ana"] == [f.name for f in reading.facts if isinstance(f, Person)]
    (damaged,) = form.read([("x", other)], Context(date(2026, 5, 1)))
    assert ("unreadable", "its header is damaged") == (damaged.kind, damaged.note)
