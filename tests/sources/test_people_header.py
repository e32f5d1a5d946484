"""Where a table of people begins: its header in one line or two, or nothing but addresses."""

from __future__ import annotations

import pytest

from netgraph.sources.column_mapping import about_people
from netgraph.sources.people_header import find_people, merged
from netgraph.sources.tables import Table


def find(text: str) -> Table | None:
    return find_people(text, lambda cells: about_people(sorted(cells)))


@pytest.mark.parametrize(
    ("text", "names", "first"),
    [
        ("Name,Employer\nAna,Acme\n", ("Name", "Employer"), (2, ["Ana", "Acme"])),
        ("A list\n\nName,Employer\nAna,Acme\n", ("Name", "Employer"), (4, ["Ana", "Acme"])),
        (
            "Contact,,Company,\nName,E-mail,Name,City\nAna,a@x.org,Acme,Rome\n",
            ("Contact Name", "Contact E-mail", "Company Name", "City"),
            (3, ["Ana", "a@x.org", "Acme", "Rome"]),
        ),
        (
            "First,Last,E-mail\nName,Name,Address\nAna,Silva,a@x.org\n",
            ("First Name", "Last Name", "E-mail Address"),
            (3, ["Ana", "Silva", "a@x.org"]),
        ),
        ("Name,Employer\nEve,Town\n", ("Name", "Employer"), (2, ["Eve", "Town"])),
        ("Spring,\nName,Employer\nAna,Acme\n", ("Name", "Employer"), (3, ["Ana", "Acme"])),
    ],
)
def test_a_header_is_found_and_put_together(
    text: str, names: tuple[str, ...], first: tuple[int, list[str]]
) -> None:
    table = find(text)

    assert table is not None
    assert names == table.names
    assert first == next(table.rows())


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("a@x.org\nb@x.org\n", [(1, ["a@x.org"]), (2, ["b@x.org"])]),
        ('"a@x.org";\n\n b@x.org,\n', 2),
        ("Email\na@x.org\n", [(2, ["a@x.org"])]),
    ],
)
def test_a_list_of_addresses_is_a_table_of_one_column(text: str, rows: object) -> None:
    table = find(text)

    assert table is not None
    assert ("Email",) == table.names
    found = list(table.rows())
    assert rows in (found, len(found))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a@x.org\n",
        "Email\n",
        "a@x.org\nhello\n",
        "a@x.org b@x.org\nc@x.org\n",
        "Dear all\nhi\n",
    ],
)
def test_what_is_no_list_of_people_is_none(text: str) -> None:
    assert find(text) is None


@pytest.mark.parametrize(
    ("above", "below", "names"),
    [
        (["Person", "", "Employer"], ["First", "Last", "Name"],
         ["Person First", "Person Last", "Employer Name"]),
        (["First", "Last"], ["Name"], ["First Name", "Last"]),
        (["Part one", ""], ["Name", "City"], ["Name", "City"]),
        ([], ["Name"], ["Name"]),
        (["", "Work"], ["Name", "Phone"], ["Name", "Work Phone"]),
    ],
)  # fmt: skip
def test_a_label_goes_for_the_empty_cells_to_its_right(
    above: list[str], below: list[str], names: list[str]
) -> None:
    assert names == merged(above, below)
