"""People as tables that other programs read."""

from __future__ import annotations

from datetime import date

import pytest

from netgraph.exporting.address_books import COLUMNS, rows_for
from netgraph.model.records import CONNECTION, EGO, Ledger, Person, Tie

ANA = Person(
    "p1", "Ana Maria Silva", emails=("a@x.org", "b@x.org", "c@x.org", "d@x.org"),
    urls=("https://www.linkedin.com/in/ana", "https://x.org"), phones=("1", "2"), company="Acme",
    title="CTO", place="Leeds", tags=("Rowing", "Chess"),
)  # fmt: skip


def row(program: str, person: Person = ANA, *ties: Tie) -> dict[str, str]:
    header, *rows = rows_for(program, Ledger({person.id: person}, ties=ties))
    (found,) = rows
    return {name: cell for name, cell in zip(header, found, strict=True) if cell}


def test_google_has_columns_for_three_addresses_the_rest_in_the_third_and_labels() -> None:
    assert {
        "First Name": "Ana", "Middle Name": "Maria", "Last Name": "Silva",
        "File As": "Ana Maria Silva", "Organization Name": "Acme", "Organization Title": "CTO",
        "Labels": "Rowing ::: Chess", "E-mail 1 - Value": "a@x.org", "E-mail 2 - Value": "b@x.org",
        "E-mail 3 - Value": "c@x.org ::: d@x.org", "Phone 1 - Value": "1", "Phone 2 - Value": "2",
        "Address 1 - City": "Leeds", "Website 1 - Value": "https://www.linkedin.com/in/ana",
    } == row("google")  # fmt: skip


def test_outlook_has_columns_of_its_own() -> None:
    assert {
        "First Name": "Ana", "Middle Name": "Maria", "Last Name": "Silva", "Company": "Acme",
        "Job Title": "CTO", "Business City": "Leeds", "Business Phone": "2", "Mobile Phone": "1",
        "E-mail Address": "a@x.org", "E-mail 2 Address": "b@x.org", "E-mail 3 Address": "c@x.org",
        "Categories": "Rowing;Chess", "Web Page": "https://www.linkedin.com/in/ana",
    } == row("outlook")  # fmt: skip


def test_linkedin_has_no_middle_name_and_the_day_of_connection() -> None:
    tie = Tie("t", EGO, "p1", kind=CONNECTION, since=date(2023, 3, 2))
    other = Tie("t", EGO, "p1", since=date(2020, 1, 1))

    assert {
        "First Name": "Ana", "Last Name": "Maria Silva", "Company": "Acme", "Position": "CTO",
        "URL": "https://www.linkedin.com/in/ana", "Email Address": "a@x.org",
        "Connected On": "02 Mar 2023",
    } == row("linkedin", ANA, tie)  # fmt: skip
    assert "Connected On" not in row("linkedin", ANA, other)


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Ana Silva", ("Ana", "Silva")),
        ("Ben Oak, PhD", ("Ben", "Oak, PhD")),
        ("Dr. Ana Silva", ("Dr.", "Ana Silva")),
        ("Prince", ("Prince", "")),
        ("", ("", "")),
    ],
)
def test_no_word_of_a_name_is_lost(name: str, parts: tuple[str, str]) -> None:
    found = row("outlook", Person("p1", name))

    assert parts == (found.get("First Name", ""), found.get("Last Name", ""))


def test_rows_are_in_the_order_of_names_and_ego_is_none() -> None:
    people = [Person(EGO, "A"), Person("p2", "Ben"), Person("p3", "Ana"), Person("p1", "Ben")]
    book = Ledger({p.id: p for p in people})

    for program, columns in COLUMNS.items():
        header, *rows = rows_for(program, book)
        assert list(columns) == header
        assert ["Ana", "Ben", "Ben"] == [found[0] for found in rows]
        assert {len(columns)} == {len(found) for found in rows}
