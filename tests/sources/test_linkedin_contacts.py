"""The address book that was uploaded to LinkedIn, as LinkedIn gives it back."""

from __future__ import annotations

import pytest

from netgraph.sources.linkedin_contacts import LAYOUT
from tests.sources.books import UPLOADED, one, read


def test_contacts_that_linkedin_was_given() -> None:
    person = one(
        f"{UPLOADED}\nMOBILE_CONTACTS,Ana,Silva,Acme,CTO,ana@example.org,+442079460018,"
        '"4/9/23, 8:01 PM",,,,Ana Silva,,,,\n'
    )

    assert ("Ana Silva", "imported-contacts") == (person.name, person.source)
    assert (("ana@example.org",), ("+442079460018",)) == (person.emails, person.phones)


@pytest.mark.parametrize(
    ("columns", "uploaded"),
    [
        ("firstname lastname companies phonenumbers emails", True),
        ("firstname lastname companies phonenumbers emailaddress", True),
        ("firstname lastname companies phonenumbers", False),
        ("firstname lastname companies emails", False),
        ("firstname lastname company phonenumbers emails", False),
    ],
)
def test_the_header_is_known_by_its_plurals(columns: str, uploaded: bool) -> None:
    assert uploaded == LAYOUT.is_header(frozenset(columns.split()))


def test_a_profile_stands_among_sites_or_profiles_and_the_full_name_goes_first() -> None:
    site = "https://www.linkedin.com/in/ana-silva"
    row = f"MOBILE_CONTACTS,A,S,Acme,CTO,,,,,{site},,Ana Silva,,Berlin,,\n"
    person = one(f"{UPLOADED}\n{row}")

    assert ("Ana Silva", (site,), "Acme") == (person.name, person.urls, person.company)
    assert ("CTO", "Berlin") == (person.title, person.place)


def test_a_row_without_anybody_is_left_out() -> None:
    (skip,) = read(f"{UPLOADED}\nMOBILE_CONTACTS,,,,,,+442079460018,,,,,,,,,\n").skipped

    assert "it names nobody" == skip.reason
