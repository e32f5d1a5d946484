"""What the owner of an export looks for."""

from __future__ import annotations

from datetime import date

import pytest

from netgraph.model.records import (
    Wish,
)
from netgraph.sources.linkedin.wishes import read_wishes
from tests.sources.exports import (
    opened,
    table,
)


@pytest.mark.parametrize(
    ("kind", "header", "row", "wish"),
    [
        (
            "company_follows",
            "Organization,Followed On",
            ("Watershed", "Tue May 13 07:28:32 UTC 2025"),
            ("Watershed", "follow", "", date(2025, 5, 13)),
        ),
        (
            "saved_jobs",
            "Company Name,Job Title,Saved Date",
            ("Sedge", "Analyst", "4/22/26, 8:01 PM"),
            ("Sedge", "saved job", "Analyst", date(2026, 4, 22)),
        ),
        (
            "job_applications",
            "Company Name,Job Title,Application Date",
            ("Sedge", "", "soon"),
            ("Sedge", "application", "", None),
        ),
    ],
)
def test_a_firm_followed_saved_or_applied_to_is_a_wish(
    kind: str, header: str, row: tuple[str, ...], wish: tuple[object, ...]
) -> None:
    (found,) = read_wishes("w", kind, opened(kind, table(header, row)), "linkedin").facts

    assert isinstance(found, Wish)
    assert wish == (found.organisation, found.kind, found.title, found.day)
    assert "linkedin" == found.source


def test_a_row_without_a_company_is_said() -> None:
    text = table("Company Name,Job Title,Saved Date", ("--", "Analyst", ""))
    reading = read_wishes("w", "saved_jobs", opened("saved_jobs", text), "linkedin")

    assert [(2, "it names no company")] == [(s.line, s.reason) for s in reading.skipped]


def test_the_same_wish_of_another_day_is_another() -> None:
    rows = [("Sedge", "Analyst", on) for on in ("4/22/26", "4/23/26", "4/22/26", "x", "y")]
    text = table("Company Name,Job Title,Saved Date", *rows)

    assert 4 == len(read_wishes("w", "saved_jobs", opened("saved_jobs", text), "linkedin").facts)


def test_what_recruiters_are_told_is_a_list_in_each_cell() -> None:
    row = ("Berlin | Remote", "Watershed|Acme", "Data Scientist |  | ")
    text = table("Locations,Dream Companies,Job Titles", row)
    kind = "job_seeker_preferences"
    found = read_wishes("w", kind, opened(kind, text), "linkedin").facts

    assert [
        ("Watershed", "dream", ""),
        ("Acme", "dream", ""),
        ("", "wanted job", "Data Scientist"),
        ("", "wanted place", "Berlin"),
        ("", "wanted place", "Remote"),
    ] == [(w.organisation, w.kind, w.title) for w in found if isinstance(w, Wish)]
