"""Google Contacts as CSV, of before and after 2024."""

from __future__ import annotations

import pytest

from netgraph.sources.google import LAYOUT
from tests.sources.books import GOOGLE_NEW, GOOGLE_OLD, one, read


def test_google_before_2024() -> None:
    person = one(
        f"{GOOGLE_OLD}\nAna Maria Silva,Ana,Maria,Silva,* myContacts ::: Rowing ::: * starred,* ,"
        "Ana@Example.org ::: ana@work.example,Mobile,+44 20 7946 0018 ::: 020 7946 0019,Leeds,UK,,"
        '"Acme, Inc.",Engineer,LinkedIn,http://de.linkedin.com/in/Ana-Silva/\n'
    )

    assert "Ana Maria Silva" == person.name
    assert ("ana@example.org", "ana@work.example") == person.emails
    assert ("+442079460018", "02079460019") == person.phones
    assert ("Acme, Inc.", "Engineer", "Leeds, UK") == (person.company, person.title, person.place)
    assert ("https://www.linkedin.com/in/ana-silva",) == person.urls
    assert ("Rowing",) == person.tags


def test_google_since_2024() -> None:
    person = one(
        f"{GOOGLE_NEW}\nAna,Maria,Silva,,,Acme,Engineer,* myContacts,Home,ana@example.org,Work,"
        "ana@work.example,Mobile,+44 20 7946 0018\n"
    )

    assert ("Ana Maria Silva", "google") == (person.name, person.source)
    assert ("ana@example.org", "ana@work.example") == person.emails
    assert ("Acme", "Engineer") == (person.company, person.title)


def test_a_google_file_of_2014_is_utf_16() -> None:
    text = f"{GOOGLE_OLD}\nZoë Müller,Zoë,,Müller,,,zoe@example.org,,,,,,,,,\n"

    assert "Zoë Müller" == one(text.encode("utf-16")).name


@pytest.mark.parametrize(
    ("columns", "google"),
    [
        ("givenname familyname groupmembership", True),
        ("firstname lastname fileas labels", True),
        ("email1value name", True),
        ("email1value firstname", True),
        ("email1value givenname", True),
        ("email1value", False),
        ("firstname lastname fileas", False),
        ("firstname lastname labels", False),
        ("givenname familyname", False),
        ("name email", False),
    ],
)
def test_the_header_is_known_by_what_only_google_writes(columns: str, google: bool) -> None:
    assert google == LAYOUT.is_header(frozenset(columns.split()))


def test_a_second_e_mail_telephone_and_website_have_columns_of_their_own() -> None:
    columns = ("email1value", "email12value", "email1type", "phone2value", "website1value", "x")

    assert {"email": [0, 1], "phone": [3], "url": [4]} == LAYOUT.places(columns)


def test_a_nickname_is_a_name_where_there_is_no_other() -> None:
    assert "Annie" == one(f"{GOOGLE_NEW}\n,,,Annie,,,,,,a@x.org,,,,\n").name
    assert "Ana" == one(f"{GOOGLE_NEW}\nAna,,,Annie,,,,,,a@x.org,,,,\n").name


def test_the_reading_says_what_it_is() -> None:
    assert "google" == read(f"{GOOGLE_NEW}\nAna,,,,,,,,,a@x.org,,,,\n").kind
