"""Which records are compared: those that share a name or evidence, and not everybody."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from typing import Any

import pytest

from netgraph.identity.blocking import CROWD, NEIGHBOURS, blocks, name_key
from netgraph.identity.compared import traits
from netgraph.model.records import Ledger, Person, Position


def person(i: str, name: str, source: str = "google", **known: Any) -> Person:
    return replace(Person(i, name, source), **known)


def compared(*people: Person) -> list[tuple[int, int]]:
    return blocks(traits(Ledger({p.id: p for p in people}))).pairs


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ana Silva", "Ana Silva"),
        ("Ana Silva", "Silva Ana"),
        ("William Reed", "Bill Reed"),
        ("Catharina Meyer", "Katarina Meyer"),
        ("Ana Müller", "Ana Mueller"),
        ("Ana Silva Souza", "Ana Souza"),
        ("Madonna", "Madonna"),
    ],
)
def test_names_that_may_be_one_are_compared_whatever_the_order(one: str, other: str) -> None:
    assert [(0, 1)] == compared(person("a", one), person("b", other, "outlook"))


@pytest.mark.parametrize(
    ("one", "other"), [("Ana Silva", "Bo Chen"), ("Ana Silva", "Ana Roe"), ("", ""), ("J", "J")]
)
def test_names_with_nothing_in_common_are_not(one: str, other: str) -> None:
    assert [] == compared(person("a", one), person("b", other, "outlook"))


@pytest.mark.parametrize(
    "known",
    [
        {"emails": ("home@example.org",)},
        {"phones": ("+44 20 7946 0018",)},
        {"urls": ("https://www.linkedin.com/in/ana",)},
    ],
)
def test_one_address_is_enough_whatever_the_names(known: dict[str, Any]) -> None:
    one, other = person("a", "Ana Silva", **known), person("b", "Bo Chen", "outlook", **known)

    assert [(0, 1)] == compared(one, other)


@pytest.mark.parametrize(
    ("name", "expected"),
    [("A. Silva", [(0, 1)]), ("Ana Silwa", [(0, 1)]), ("Ana Roe", []), ("Bo Silva", [(0, 1)])],
)
def test_at_one_firm_a_surname_or_a_slip_of_it_is_enough(
    name: str, expected: list[tuple[int, int]]
) -> None:
    one = person("a", "Ana Silva", company="Acme")

    assert expected == compared(one, person("b", name, "outlook", company="ACME Inc."))


def test_the_domain_of_an_address_is_a_firm_too() -> None:
    one = person("a", "Ana Silva", emails=("a@acme.com",))

    assert [(0, 1)] == compared(one, person("b", "A. Silva", "outlook", company="Acme"))


def test_a_name_that_a_crowd_has_is_told_and_not_compared() -> None:
    crowd = [person(f"p{n:02}", "Li Wei", "google") for n in range(CROWD + 1)]
    ledger = Ledger({p.id: p for p in crowd})
    fewer = Ledger({p.id: p for p in crowd[1:]})

    assert ([], {"li wei": CROWD + 1}) == blocks(traits(ledger))
    assert CROWD * (CROWD - 1) // 2 == len(blocks(traits(fewer)).pairs)


def test_under_an_address_of_a_crowd_each_meets_its_neighbours_by_name() -> None:
    names = ["".join(letters) for letters in product("bcdfg", "aeiou", "klm")]
    crowd = [person(f"p{n:02}", name, emails=("x@example.org",)) for n, name in enumerate(names)]
    pairs = compared(*crowd)

    n = len(names)
    assert n > CROWD
    assert n * NEIGHBOURS - NEIGHBOURS * (NEIGHBOURS + 1) // 2 == len(pairs)
    assert {j - i for i, j in pairs} == set(range(1, NEIGHBOURS + 1))  # the names are in order


def test_the_key_of_a_name_has_no_order_and_needs_two_parts() -> None:
    keys = [name_key(one) for one in traits(Ledger({"a": person("a", "Silva, Ana")}))]

    assert ["ana|silva"] == keys
    assert [""] == [name_key(one) for one in traits(Ledger({"a": person("a", "Madonna")}))]


def test_a_school_that_a_whole_directory_shares_leads_to_few_comparisons() -> None:
    people = {
        given: Person(given, f"{given} Smith", "table", (f"{given}@example.org",))
        for given in map("".join, product("bdklmnprst", "aeiou", "vdlmrtg"))
    }
    schools = tuple(Position(f"w{i}", i, "State University", kind="school") for i in people)
    assert len(blocks(traits(Ledger(people, positions=schools))).pairs) < 10


def test_two_rows_of_one_firm_without_addresses_are_compared() -> None:
    people = {i: Person(i, n, "table", company="Acme") for i, n in (("a", "Jo Li"), ("b", "J Li"))}
    assert blocks(traits(Ledger(people))).pairs == [(0, 1)]


@pytest.mark.parametrize("surname", ["Li", "Wu", "Oh"])
def test_a_surname_of_two_letters_is_enough_to_compare(surname: str) -> None:
    one, other = person("a", f"Katharina Maria {surname}"), person("b", f"{surname} Katharina")

    assert [(0, 1)] == compared(one, replace(other, source="outlook"))


@pytest.mark.parametrize(("known", "expected"), [("Ana Doe née Roe", True), ("Ana Doe", False)])
def test_whom_an_export_tells_apart_is_found_by_a_name_from_before(
    known: str, expected: bool
) -> None:
    listed = person("a", known, "linkedin", urls=("https://www.linkedin.com/in/ana",))
    other = person("b", "Bo Chen", "linkedin", urls=("https://www.linkedin.com/in/bo",))

    assert expected == ((0, 2) in compared(listed, other, person("c", "Ana Roe")))
