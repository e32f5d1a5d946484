"""Who stands behind an address in a mail or a meeting."""

from __future__ import annotations

import pytest

from netgraph.model import ids
from netgraph.model.records import Person, Source
from netgraph.sources.correspondents import Correspondents, is_person, likely_own, plain_address

MAIL = Source("mail", "mail")


@pytest.mark.parametrize(
    ("address", "person"),
    [
        ("ana@example.org", True),
        ("Ana@Example.org", True),
        ("no-reply@example.org", False),
        ("info@example.org", False),
        ("room@resource.calendar.google.com", False),
        ("x@group.calendar.google.com", False),
        ("x@import.calendar.google.com", False),
        ("x@unknown.calendar.invalid", False),
        ("unknownorganizer@calendar.google.com", False),
        ("ana@calendar.google.com", True),
        ("ana", False),
        ("", False),
    ],
)
def test_an_address_is_a_persons_but_for_machines_desks_and_rooms(
    address: str, person: bool
) -> None:
    assert person == is_person(address)


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("mailto:Ana@Example.org", "ana@example.org"),
        ("Ana <a@x.org>, b@x.org", "a@x.org"),
        ("nobody", ""),
    ],
)
def test_the_first_address_in_a_text_is_plain(text: str, address: str) -> None:
    assert address == plain_address(text)


def test_people_go_by_the_name_they_mostly_have_else_by_the_first_in_the_alphabet() -> None:
    met = Correspondents(MAIL)
    for name in (
        "Ana S.",
        "'Ana Silva' ",
        "Ana Silva",
        "ana@x.org",
        "--",
        "(Acme)",
        "(Acme)",
        "[x]",
    ):
        i = met.meet("ana@x.org", name)
    met.meet("bo@x.org", "Bo Z")
    met.meet("bo@x.org", "Bo A")
    met.meet("cy@x.org", "")

    assert ids.entry("mail", "ana@x.org") == i
    assert [
        Person(i, "Ana Silva", "mail", emails=("ana@x.org",)),
        Person(ids.entry("mail", "bo@x.org"), "Bo A", "mail", emails=("bo@x.org",)),
        Person(ids.entry("mail", "cy@x.org"), "cy@x.org", "mail", emails=("cy@x.org",)),
    ] == list(met.people())


def test_only_some_of_those_met_can_be_asked_for() -> None:
    met = Correspondents(MAIL)
    met.meet("ana@x.org", "Ana")
    i = met.meet("bo@x.org", "Bo")

    assert ["Bo"] == [p.name for p in met.people([i, "somebody else"])]
    assert [] == list(met.people([]))


@pytest.mark.parametrize(
    ("lists", "own"),
    [
        (["mx", "mx", "m"], "m"),
        (["ma", "mb", "c", "d"], ""),  # two of four are no more than half
        (["ma", "mb", "mc", "d", "e"], "m"),  # three of five
        (["ma", "ma"], ""),  # either may be
        (["mm", "a"], ""),  # one meeting counts an address once
        (["m"], "m"),
        ([], ""),
    ],
)
def test_the_owner_is_in_more_than_half_and_more_than_anybody(lists: list[str], own: str) -> None:
    assert own == likely_own(lists)
