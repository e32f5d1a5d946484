"""Which pairs may be proved to be one: an address, or an employer with the name."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgraph.identity import proofs
from netgraph.identity.blocking import blocks
from netgraph.identity.compared import Records, traits
from netgraph.identity.comparison import may_be_proved
from netgraph.identity.proofs import provable
from netgraph.model.records import Ledger, Person

PEOPLE = st.lists(
    st.builds(
        Person,
        st.uuids().map(str),
        st.sampled_from(["Ana Silva", "A. Silva", "Silva Ana", "Bill Reed", "William Reed", "Ana"]),
        st.sampled_from(["linkedin", "linkedin", "google", "outlook"]),
        emails=st.sampled_from([(), (), ("a@acme.com",), ("b@acme.com",), ("info@acme.com",)]),
        phones=st.sampled_from([(), (), ("+44 20 7946 0018",)]),
        company=st.sampled_from(["", "Acme", "ACME Inc.", "Globex"]),
    ),
    max_size=12,
)


def person(i: str, name: str, source: str = "google", **known: Any) -> Person:
    return replace(Person(i, name, source), **known)


def found(*people: Person) -> list[tuple[str, str]]:
    return provable(Records(Ledger({p.id: p for p in people})))


def test_one_source_is_compared_by_addresses_only() -> None:
    home: dict[str, Any] = {"emails": ("home@example.org",)}

    assert [] == found(person("a", "Ana Silva"), person("b", "Ana Silva"))
    assert [("a", "b")] == found(person("a", "Ana", **home), person("b", "Bo", **home))


def test_a_name_alone_proves_nothing_and_at_one_firm_it_may() -> None:
    one, other = person("a", "Ana Silva", company="Acme"), person("b", "A. Silva", "outlook")

    assert [] == found(one, other)
    assert [("a", "b")] == found(one, replace(other, company="ACME Inc."))
    assert [("a", "b")] == found(one, replace(other, emails=("a@acme.com",)))


def test_a_name_that_a_crowd_has_proves_nothing_wherever_the_crowd_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(proofs, "CROWD", 2)
    one, other = person("a", "Ana", company="Acme"), person("b", "Ana", "outlook", company="Acme")
    third = person("c", "Ana", company="Globex")

    assert [("a", "b")] == found(one, other, person("d", "Bo", company="Acme"))
    assert [] == found(one, other, third)


@given(PEOPLE)
def test_nobody_is_overlooked_who_shares_a_key_and_may_be_proved(people: list[Person]) -> None:
    ledger = Ledger({p.id: p for p in people})
    every = traits(ledger)
    both = ((every[i], every[j]) for i, j in blocks(every).pairs)

    assert [(a.record.id, b.record.id) for a, b in both if may_be_proved(a, b)] == provable(
        Records(ledger)
    )
