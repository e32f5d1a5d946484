"""What an export says of its owner."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from netgraph.model.records import (
    EGO,
    Position,
)
from netgraph.sources.linkedin.profile import about_owner, addresses, positions, profile_name
from tests.sources.exports import (
    PROFILE,
    TODAYS,
    Network,
    account,
    folder,
    opened,
    table,
)


def test_empty_rows_about_ego_are_named(network: Network, tmp_path: Path) -> None:
    files = {
        "Connections.csv": TODAYS,
        "Positions.csv": "Company Name,Title,Description,Location,Started On,Finished On\n"
        ",,Something,,2010,\n",
        "Company Follows.csv": "Organization,Followed On\n,Tue May 13 07:28:32 UTC 2025\n",
        "Email Addresses.csv": "Email Address,Confirmed,Primary,Updated On\n,Yes,Yes,x\n",
    }
    report = network.take(folder(tmp_path, "export", files))

    assert {f.kind: [s.reason for s in f.skipped] for f in report.files if f.skipped} == {
        "positions": ["it names no organisation and no title"],
        "company_follows": ["it names no company"],
        "email_addresses": ["it is empty"],
    }


def test_the_name_is_that_of_the_first_row() -> None:
    assert "Robin Ostrow" == profile_name(opened("profile", PROFILE + "Ana,Silva,x\n"))
    assert "" == profile_name(opened("profile", PROFILE.partition("\n")[0] + "\n"))


def test_the_primary_address_is_the_first_and_each_is_there_once() -> None:
    text = "Email Address,Primary\na@x.org,No\nb@x.org, YES \na@x.org,No\nc,\n"

    assert ("b@x.org", "a@x.org") == addresses(opened("email_addresses", text))


def test_a_file_about_the_owner_is_counted_and_gives_no_facts() -> None:
    text = "Email Address,Confirmed,Primary\na@x.org,Yes,No\n,Yes,No\n"
    reading = about_owner("e", "email_addresses", opened("email_addresses", text), "Email Address")

    assert (2, (), ["it is empty"]) == (
        reading.rows,
        reading.facts,
        [skip.reason for skip in reading.skipped],
    )


@pytest.mark.parametrize(
    ("kind", "header", "sort"),
    [
        ("positions", "Company Name,Title,Started On,Finished On", "work"),
        ("education", "School Name,Degree Name,Start Date,End Date", "school"),
        ("organizations", "Name,Position,Started On,Finished On", "club"),
    ],
)
def test_jobs_schools_and_clubs_are_positions_and_what_has_no_end_is_current(
    kind: str, header: str, sort: str
) -> None:
    rows = table(
        header, ("Kelp Labs", "Boss", "Jun 2018", ""), ("Old Ltd", "Clerk", "2010", "2018")
    )
    reading = positions("p", kind, opened(kind, rows), account(), date(2026, 5, 1))
    found = [fact for fact in reading.facts if isinstance(fact, Position)]

    assert [
        ("Kelp Labs", "Boss", sort, "2018-06", "", True),
        ("Old Ltd", "Clerk", sort, "2010", "2018", False),
    ] == [(p.organisation, p.title, p.kind, p.start, p.end, p.current) for p in found]
    assert {(EGO, date(2026, 5, 1))} == {(p.person, p.seen) for p in found}


def test_one_job_in_two_exports_is_one_last_seen_in_the_newer() -> None:
    text = "Company Name,Title,Started On,Finished On\nKelp Labs,Boss,2018,\n"
    people = account()
    found = [
        positions("p", "positions", opened("positions", text), people, date(year, 1, 1)).facts[0]
        for year in (2026, 2024)
    ]

    assert found[0] == found[1]
    assert isinstance(found[0], Position)
    assert date(2026, 1, 1) == found[0].seen
