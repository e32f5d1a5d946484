"""Records in the form in which they are compared."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from netgraph.identity.compared import Records, Traits, domains, traits
from netgraph.model.records import EGO, Ledger, Organisation, Person, Position, Statement


def person(i: str, name: str, source: str = "linkedin", **known: Any) -> Person:
    return replace(Person(i, name, source), **known)


def of(one: Person) -> Traits:
    return traits(Ledger({one.id: one}))[0]


def test_traits_are_addresses_firms_and_schools_in_one_form() -> None:
    ana = person(
        "a",
        "Ana Silva",
        emails=("Ana@Acme.org", "info@acme.org", ""),
        urls=("https://uk.linkedin.com/in/Ana", "https://acme.org"),
        phones=("+44 20 7946 0018", "1"),
        company="Acme Inc.",
        title="Senior Data Engineer",
    )
    book = Ledger(
        {"a": ana},
        {"o1": Organisation("o1", "Blue River GmbH")},
        positions=(
            Position("w1", "a", "o1"),
            Position("w2", "a", "Hilltop College", kind="school"),
            Position("w3", "a", "self-employed"),
        ),
        statements=(
            Statement("s1", "a", "email", ("ana@home.example",)),
            Statement("s2", "a", "title", "Poet"),
        ),
    )

    (one,) = traits(book)

    assert {"ana@acme.org", "ana@home.example"} == one.emails
    assert {"info@acme.org"} == one.desks
    assert {"in/ana"} == one.profiles == one.members
    assert {"079460018"} == one.phones
    assert {"acme", "blueriver"} == one.firms
    assert {"hilltopcollege"} == one.schools
    assert {"data", "engineer"} == one.trade
    assert ["ana", "silva"] == one.words
    assert not one.is_addressed


def test_ego_without_a_name_has_none() -> None:
    assert [] == of(person(EGO, "You")).words
    assert ["you"] == of(person("a", "You")).words
    assert of(person("a", "ana@example.org")).is_addressed


def test_records_stand_in_the_order_of_their_ids_and_each_is_made_once() -> None:
    records = Records(Ledger({"b": person("b", "Bo"), "a": person("a", "Ana")}))

    assert ["a", "b"] == list(records)
    assert 2 == len(records)
    assert records["a"] is records["a"]


def test_a_place_is_a_firm_the_domain_of_an_address_or_a_school() -> None:
    ana = person("a", "Ana", company="Acme Inc.", emails=("ana@globex.com", "ana@gmail.com"))
    seen = Position("w", "a", "Hilltop College", kind="school")
    records = Records(Ledger({"a": ana}, positions=(seen,)))

    assert {"acme", "globex", "hilltopcollege"} == records.places(ana)
    assert not records["a"].desks
    assert {"globex"} == domains(records["a"].emails)
