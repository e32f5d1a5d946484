"""Connections.csv of every era: who is connected, since when, and what they do."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgraph.model import ids
from netgraph.model.errors import UnreadableFile
from netgraph.model.records import (
    CONNECTION,
    EGO,
    Basis,
    Ledger,
    Person,
    Position,
    Tie,
)
from netgraph.sources.linkedin.connections import MOST, newest_list, read_connections
from netgraph.sources.linkedin.people import People
from netgraph.sources.protocol import Reading
from tests.sources.exports import (
    ANA,
    ANA_ROW,
    BEFORE_2023,
    BO,
    BO_ROW,
    CONNECTIONS,
    ME,
    NOTES,
    TODAYS,
    Network,
    account,
    adds_up,
    folder,
    names,
    opened,
    table,
)

OUTLOOK = (
    "Title,First Name,Middle Name,Last Name,Suffix,E-mail Address,Company,Department,Job Title,"
    "Web Page"
)


ERAS: dict[str, str | bytes] = {
    "2016": table(
        "First Name,Last Name,Address,Email Address,Company,Position,Connected On,Websites,"
        "Instant Messengers",
        ("Ana", "Silva", "", "", "Acme", "Analyst", "3/12/23, 10:05 PM", "", ""),
        ("Bo", "Chen", "", "bo@example.org", "Blue River", "Chemist", "2/1/20, 9:07 AM", "", ""),
    ),
    "November 2018": table(
        BEFORE_2023,
        ("Ana", "Silva", "", "Acme", "Analyst", "12 Mar 2023"),
        ("Bo", "Chen", "bo@example.org", "Blue River", "Chemist", "01 Feb 2020"),
    ),
    "2021": NOTES
    + table(
        BEFORE_2023,
        ("Ana", "Silva", "", "Acme", "Analyst", "12 Mar 2023"),
        ("Bo", "Chen", "bo@example.org", "Blue River", "Chemist", "01 Feb 2020"),
    ),
    "July 2023": TODAYS,
    "a byte order mark": "\ufeff" + TODAYS,
    "UTF-16 with tabs": (
        NOTES + table(CONNECTIONS, ANA_ROW, BO_ROW, delimiter="\t")
    ).encode("utf-16"),
    "Excel with semicolons": table(
        "First Name;Last Name;Email Address;Company;Position;Connected on",
        ("Ana", "Silva", "", "Acme", "Analyst", "12-Mar-23"),
        ("Bo", "Chen", "bo@example.org", "Blue River", "Chemist", "1-Feb-20"),
        delimiter=";",
    ).replace("\n", "\r\n"),
    "Spanish Excel": table(
        CONNECTIONS,
        (*ANA_ROW[:6], "12-mar-23"),
        (*BO_ROW[:6], "1-feb-20"),
    ),
    "German Excel": table(
        CONNECTIONS, (*ANA_ROW[:6], "12.03.2023"), (*BO_ROW[:6], "01.02.2020")
    ),
    "notes with Excel's commas": 'Notes:,,,,,,\n"Some, addresses",,,,,,\n,,,,,,\n'
    + table(CONNECTIONS, ANA_ROW, BO_ROW),
    "the address last": "Notes:\nA sample.\nAll of it.\n\n"
    + table(
        "First Name,Last Name,Email Address,Company,Position,Connected On,URL",
        ("Ana", "Silva", "", "Acme", "Analyst", "12 Mar 2023", ANA),
        ("Bo", "Chen", "bo@example.org", "Blue River", "Chemist", "01 Feb 2020", BO),
    ),
    "names without blanks": table(
        "FirstName,LastName,EmailAddress,Company,Position,ConnectedOn",
        ("Ana", "Silva", "", "Acme", "Analyst", "2023-03-12"),
        ("Bo", "Chen", "bo@example.org", "Blue River", "Chemist", "2020-02-01"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("era", ERAS)
def test_connections_of_every_era_read_the_same(era: str, network: Network, tmp_path: Path) -> None:
    export = folder(tmp_path, "export", {"Connections.csv": ERAS[era]})

    (file,) = network.take(export).files
    ledger = network.ledger()
    people = {p.name: p for i, p in ledger.people.items() if i != "me"}
    since = {ledger.people[t.v].name: t.since for t in ledger.ties}

    assert (file.kind, file.rows, file.people_new, file.note) == ("connections", 2, 2, "")
    assert sorted(people) == ["Ana Silva", "Bo Chen"]
    assert (people["Ana Silva"].company, people["Ana Silva"].title) == ("Acme", "Analyst")
    assert people["Bo Chen"].emails == ("bo@example.org",)
    assert since == {"Ana Silva": date(2023, 3, 12), "Bo Chen": date(2020, 2, 1)}


def test_the_outlook_form_of_old_is_read(network: Network, tmp_path: Path) -> None:
    rows = table(OUTLOOK, ("", "Ana", "", "Silva", "", "a@example.org", "Acme", "", "Analyst", ""))
    name = "linkedin_connections_export_microsoft_outlook.csv"
    network.take(folder(tmp_path, "export", {name: rows}))

    (ana,) = [p for i, p in network.ledger().people.items() if i != "me"]

    assert (ana.name, ana.company, ana.title) == ("Ana Silva", "Acme", "Analyst")


def test_months_that_excel_left_in_english_do_not_disturb(network: Network, tmp_path: Path) -> None:
    rows = table(CONNECTIONS, (*ANA_ROW[:6], "12-mar-21"), (*BO_ROW[:6], "12 Jan 2021"))
    network.take(folder(tmp_path, "export", {"Connections.csv": rows}))

    assert sorted(t.since or date.min for t in network.ledger().ties) == [
        date(2021, 1, 12),
        date(2021, 3, 12),
    ]


def test_a_date_nobody_can_read_is_said_and_loses_nobody(network: Network, tmp_path: Path) -> None:
    rows = table(CONNECTIONS, (*ANA_ROW[:6], "31/02/2020"), (*BO_ROW[:6], "25/04/2020"))
    (file,) = network.take(folder(tmp_path, "export", {"Connections.csv": rows})).files

    assert (file.people_new, file.note) == (
        2,
        "1 date could not be read (first: line 2, '31/02/2020')",
    )


def test_hidden_members_are_counted_and_become_nobody(network: Network, tmp_path: Path) -> None:
    rows = table(CONNECTIONS, ANA_ROW, ("", "", "", "", "", "", "07 Jun 2026"))
    (file,) = network.take(folder(tmp_path, "export", {"Connections.csv": rows})).files

    assert (file.rows, file.people_new, file.hidden, file.skipped) == (2, 1, 1, ())
    assert names(network.ledger()) == ["Ana Silva"]


def test_a_row_that_cannot_be_used_is_named_with_line_and_reason(
    network: Network, tmp_path: Path
) -> None:
    rows = NOTES + table(
        CONNECTIONS,
        ANA_ROW,
        ("", "", "", "x@example.org", "Acme", "Analyst", "12 Mar 2023"),
        ANA_ROW,
        (*BO_ROW, "what is this"),
    )
    (file,) = network.take(folder(tmp_path, "export", {"Connections.csv": rows})).files

    assert [(s.line, s.reason) for s in file.skipped] == [
        (6, "it has neither a name nor a profile address"),
        (7, "repeated: this person stands further up in the file"),
        (8, "8 cells, the header has 7: a cell with a comma in it needs quotes"),
    ]
    assert adds_up(file)


def test_two_people_of_one_name_stay_two(network: Network, tmp_path: Path) -> None:
    with_address = table(CONNECTIONS, ANA_ROW, ("Ana", "Silva", f"{ANA}-2", *ANA_ROW[3:]))
    network.take(folder(tmp_path, "new", {"Connections.csv": with_address}))

    assert names(network.ledger()) == ["Ana Silva", "Ana Silva"]


def test_two_people_of_one_name_without_addresses_stay_two(
    network: Network, tmp_path: Path
) -> None:
    rows = table(
        BEFORE_2023,
        ("Ana", "Silva", "", "Acme", "Analyst", "12 Mar 2020"),
        ("Ana", "Silva", "", "Blue River", "Nurse", "12 Mar 2020"),
        ("Ana", "Silva", "", "Blue River", "Nurse", "13 Mar 2020"),
        ("Ana", "Silva", "", "Acme", "Analyst", "12 Mar 2020"),
    )
    export = folder(tmp_path, "old", {"Connections.csv": rows})

    first, again = network.take(export).files[0], network.take(export).files[0]

    assert (first.people_new, [s.line for s in first.skipped]) == (3, [5])
    assert (again.people_new, again.people_updated, again.people_unchanged) == (0, 0, 3)


cell = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


urls = st.one_of(st.just(""), st.sampled_from([ANA, BO, f"{ANA}/", "nonsense"]), cell)


dates = st.one_of(st.sampled_from(["12 Mar 2023", "1/2/20", "", "07 Jun 2026"]), cell)


rows_of_people = st.lists(st.tuples(cell, cell, urls, cell, cell, cell, dates), max_size=8)


@given(rows_of_people)
def test_whatever_the_rows_none_is_lost_and_twice_is_once(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, ...]]
) -> None:
    root = tmp_path_factory.mktemp("rows")
    export = folder(root, "export", {"Connections.csv": table(CONNECTIONS, ANA_ROW, *rows)})
    if b"\0" in (export / "Connections.csv").read_bytes():
        return
    network = Network(root / "network.db")
    (first,) = network.take(export).files
    before = network.facts()
    (again,) = network.take(export).files

    assert adds_up(first)
    assert adds_up(again)
    assert len(network.ledger().people) == first.people_new + 1
    assert network.facts() == before
    assert (again.people_new, again.people_updated) == (0, 0)


def read(rows: str, people: People, **days: date) -> Reading:
    return read_connections(
        "c.csv",
        opened("connections", rows),
        people,
        days.get("named"),
        days.get("snapshot"),
        date(2026, 5, 1),
    )


def seen(rows: str, people: People, **days: date) -> set[date | None]:
    return {f.seen for f in read(rows, people, **days).facts if isinstance(f, Person)}


def test_a_row_is_a_person_with_address_and_a_tie_since_the_day() -> None:
    person, tie = read(table(CONNECTIONS, BO_ROW), account()).facts

    i = ids.profile("linkedin", "bo-chen")
    assert person == Person(
        i, "Bo Chen", "linkedin", ("bo@example.org",), (BO,),
        company="Blue River", title="Chemist", seen=date(2020, 2, 1),
    )  # fmt: skip
    assert tie == Tie(
        ids.connection("linkedin", i), EGO, i, Basis.OBSERVED, CONNECTION,
        since=date(2020, 2, 1), source="linkedin",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("days", "day"),
    [
        ({}, date(2023, 3, 12)),  # that of the newest connection
        ({"named": date(2024, 1, 1)}, date(2024, 1, 1)),
        ({"snapshot": date(2023, 4, 11)}, date(2023, 4, 11)),  # 30 days before the last list
        ({"snapshot": date(2023, 4, 12)}, date(2023, 3, 12)),
        ({"snapshot": date(2023, 3, 12)}, date(2023, 3, 12)),
        ({"snapshot": date(2020, 1, 1)}, date(2023, 3, 12)),
    ],
)
def test_a_list_is_as_old_as_its_name_or_its_newest_row_says(
    days: dict[str, date], day: date
) -> None:
    assert {day} == seen(table(CONNECTIONS, ANA_ROW, BO_ROW), account(), **days)


def test_a_list_without_the_last_known_connection_is_no_newer_than_its_newest_row() -> None:
    people = account()
    people.since["somebody"] = date(2023, 4, 1)

    assert {date(2023, 3, 12)} == seen(
        table(CONNECTIONS, ANA_ROW), people, snapshot=date(2023, 4, 5)
    )


def test_a_day_that_is_still_to_come_says_nothing_of_a_list() -> None:
    ahead = (*BO_ROW[:6], "02 May 2026")

    assert {date(2023, 3, 12)} == seen(table(CONNECTIONS, ANA_ROW, ahead), account())
    assert {None} == seen(table(CONNECTIONS, ahead), account())


def test_the_earliest_day_of_connection_holds() -> None:
    people = account()
    for on in ("12 Mar 2023", "11 Mar 2023", "13 Mar 2023"):
        read(table(CONNECTIONS, (*ANA_ROW[:6], on)), people)

    assert {date(2023, 3, 11)} == set(people.since.values())


def test_the_owner_is_no_connection_of_theirs() -> None:
    people = People("linkedin:r", ids.profile("linkedin:r", "robin-ostrow"), Ledger())

    (skip,) = read(table(CONNECTIONS, ("Robin", "O", ME, "", "", "", "")), people).skipped

    assert "this is you yourself" == skip.reason


def test_what_an_older_list_shows_becomes_a_past_job_whatever_the_order() -> None:
    new = table(CONNECTIONS, (*ANA_ROW[:4], "Delta", "Chief", ANA_ROW[6]))
    old = table(CONNECTIONS, ANA_ROW)
    for lists in ([(old, 2024), (new, 2025)], [(new, 2025), (old, 2024)]):
        people = account()
        for rows, year in lists:
            facts = read(rows, people, named=date(year, 1, 1)).facts
        (ana,) = (f for f in facts if isinstance(f, Person))
        (job,) = (f for f in facts if isinstance(f, Position))

        assert ("Delta", "Chief", date(2025, 1, 1)) == (ana.company, ana.title, ana.seen)
        assert ("Acme", "Analyst", date(2024, 1, 1)) == (job.organisation, job.title, job.seen)


def test_a_file_with_more_lines_than_anybody_has_connections_is_something_else() -> None:
    rows = table(CONNECTIONS, ANA_ROW)

    with pytest.raises(UnreadableFile, match="LinkedIn allows 30,000"):
        read(rows + "\n" * MOST, account())
    assert 1 == read(rows + "\n" * (MOST - 1), account()).rows


def test_the_newest_list_is_the_one_that_has_most_of_the_connections() -> None:
    people = account()
    read(table(CONNECTIONS, ANA_ROW, BO_ROW), people, named=date(2025, 1, 1))
    assert date(2025, 1, 1) == newest_list(people)
    read(table(CONNECTIONS, ANA_ROW), people, named=date(2026, 1, 1))
    read(table(CONNECTIONS, BO_ROW), people, named=date(2026, 1, 1))
    assert date(2026, 1, 1) == newest_list(people)
    assert newest_list(account()) is None
