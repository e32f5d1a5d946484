"""How records of one person, or of one organisation, become one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from netgraph.identity.merging import (
    former_employers,
    heard,
    merge_organisations,
    merge_people,
    with_former,
)
from netgraph.model.records import EGO, Organisation, Origin, Person, Position

SPRING, SUMMER = date(2025, 4, 1), date(2025, 7, 1)
OLD = Person("a", "Ana Silva", "google", ("a@x.org",), company="Acme", title="Nurse", seen=SPRING)
NEW = Person("b", "Ana S.", "outlook", ("b@x.org", "a@x.org"), company="Blue River", seen=SUMMER)


def merged(*records: Person, owner: dict[str, str] | None = None) -> Person:
    people = {p.id: p for p in records}
    merge_people(people, [p.id for p in records], owner or {})
    (one,) = people.values()
    return one


def test_the_newest_record_is_heard_first_and_the_smallest_id_stands() -> None:
    one = merged(OLD, NEW)

    assert ("a", "Ana S.", SUMMER) == (one.id, one.name, one.seen)
    assert ("b@x.org", "a@x.org") == one.emails
    assert ("Blue River", "") == (one.company, one.title)  # the title was that of the old job


def test_who_stands_for_whom_is_returned_and_one_record_is_left() -> None:
    people = {"a": OLD, "b": NEW, "c": Person("c", "Bo")}

    assert {"b": "a"} == merge_people(people, ["a", "b", "gone"], {})
    assert ["a", "c"] == list(people)
    assert {} == merge_people(people, ["c", "gone"], {})


@pytest.mark.parametrize(
    ("first", "second", "stands"),
    [
        (NEW, replace(OLD, lead=True), "b"),
        (replace(NEW, urls=("in/ana",)), OLD, "b"),
        (NEW, replace(OLD, source="bo-linkedin"), "b"),
        (NEW, replace(OLD, id="z"), "b"),
        (replace(NEW, id=EGO), OLD, EGO),
    ],
)
def test_ego_then_ones_own_then_who_was_met_then_a_profile_stands(
    first: Person, second: Person, stands: str
) -> None:
    assert stands == merged(first, second, owner={"bo-linkedin": "bo"}).id


def test_a_real_name_goes_before_an_address_and_what_is_empty_says_nothing() -> None:
    address = replace(NEW, name="ana@x.org", company="", title="", place="Berlin")

    one = merged(OLD, address)

    assert ("Ana Silva", "Acme", "Nurse", "Berlin") == (one.name, one.company, one.title, one.place)
    assert "b@x.org" == merged(replace(OLD, name="b@x.org"), replace(NEW, name="")).name


def test_a_lead_was_met_if_one_record_says_so_and_is_gone_if_all_do() -> None:
    assert not merged(replace(OLD, lead=True), NEW).lead
    assert merged(replace(OLD, lead=True), replace(NEW, lead=True)).lead
    assert not merged(replace(OLD, gone=True), NEW).gone
    assert merged(replace(OLD, gone=True), replace(NEW, gone=True)).gone


def test_of_ego_only_egos_own_sources_are_heard() -> None:
    me, told = Person(EGO, "Robin"), Person("r", "Robin", "bo-linkedin", company="Acme")
    owner = {"bo-linkedin": "bo"}

    assert [me] == heard([me, told], owner)
    assert [told, OLD] == heard([told, OLD], owner)
    assert "" == merged(me, told, owner=owner).company


def test_an_employer_that_only_older_records_show_is_a_former_one() -> None:
    oldest = replace(OLD, id="c", company="Delta", seen=date(2024, 1, 1))
    again = replace(OLD, id="d", company="ACME Inc.", seen=date(2024, 6, 1))

    found = former_employers([NEW, oldest, OLD, again], "p")

    assert [("p", "Acme", "Nurse", SPRING), ("p", "Delta", "Nurse", date(2024, 1, 1))] == [
        (p.person, p.organisation, p.title, p.seen) for p in found
    ]
    assert {Origin.FORMER} == {p.origin for p in found}


@pytest.mark.parametrize(
    "other",
    [
        replace(OLD, company="Blue River Ltd"),
        replace(OLD, seen=None),
        replace(OLD, seen=SUMMER),
        replace(OLD, company="self-employed"),
        replace(OLD, company=""),
    ],
)
def test_no_former_employer_is_made_of_the_same_or_of_an_unknown_time(other: Person) -> None:
    assert [] == former_employers([NEW, other], "p")


def test_a_former_employer_that_is_a_position_already_is_told_once() -> None:
    known = (Position("w", "p", "ACME Inc."),)
    former = [Position("x", "p", "Acme"), Position("y", "q", "Acme"), Position("z", "p", "Delta")]

    assert ["w", "y", "z"] == [p.id for p in with_former(known, former)]
    assert known is with_former(known, [])


def test_of_two_firms_the_one_with_more_spellings_stands_with_all_of_them() -> None:
    firms = {
        "o1": Organisation("o1", "Acme", spellings=("Acme",)),
        "o2": Organisation("o2", "Apex", spellings=("Apex", "Apex Ltd")),
        "o3": Organisation("o3", "Delta"),
    }

    assert {"o1": "o2"} == merge_organisations(firms, ["o2", "o1", "gone"])
    assert ("Acme", "Apex", "Apex Ltd") == firms["o2"].spellings
    assert ["o2", "o3"] == list(firms)
    assert {} == merge_organisations(firms, ["o3", "gone"])
