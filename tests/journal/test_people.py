"""Somebody new, as typed."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgraph.journal.people import acquaintance, new_person
from netgraph.model import ids
from netgraph.model.errors import InvalidInput
from netgraph.model.records import EGO, YOU, Ledger, Person, Tie
from netgraph.model.text import fold

DAY = date(2026, 5, 1)


@pytest.mark.parametrize(
    ("words", "name", "company"),
    [
        ("Pavel Drozdík (Windrow Grid)", "Pavel Drozdík", "Windrow Grid"),
        (" Ana \x1b[31m Silva ", "Ana Silva", ""),
        ("Ana (Annie) Silva", "Ana (Annie) Silva", ""),
        ("Ana ()", "Ana ()", ""),
        ("Ana(Acme)", "Ana", "Acme"),
        ("山田花子", "山田花子", ""),
    ],
)
def test_the_employer_may_stand_in_brackets_behind_the_name(
    words: str, name: str, company: str
) -> None:
    person = new_person(words, taken=(), lead=True, day=DAY)

    assert person == Person(ids.typed(name, ()), name, YOU, company=company, lead=True, day=DAY)


@pytest.mark.parametrize("words", ["", "  ", "--", "\u200b"])
def test_a_name_has_a_letter(words: str) -> None:
    with pytest.raises(InvalidInput, match="is no name: write at least one letter"):
        new_person(words, taken=(), lead=False)


@given(st.integers(1, 4))
def test_every_namesake_has_an_id_of_their_own(count: int) -> None:
    taken: list[str] = []
    for _ in range(count):
        taken.append(new_person("Ana", taken=taken, lead=False).id)

    assert count == len(set(taken))


def test_an_acquaintance_has_a_tie_and_what_was_said() -> None:
    found = acquaintance(
        Ledger(), "Ana Silva (Acme)", day=DAY, closeness="warm", company=" ", title="CTO",
        place="Leeds", email=["Ana@X.org"], url=["x.org/ana "], phone=["1"],
    )  # fmt: skip
    assert 2 == len(found)
    ana, tie = found

    assert ("Acme", "CTO", "Leeds") == (ana.company, ana.title, ana.place)
    assert (("ana@x.org",), ("x.org/ana",), ("1",)) == (ana.emails, ana.urls, ana.phones)
    assert Tie(ids.stated_tie(EGO, ana.id, DAY), EGO, ana.id, closeness="warm", day=DAY) == tie


def test_a_company_said_goes_before_that_in_brackets() -> None:
    assert "Delta" == acquaintance(Ledger(), "Ana (Acme)", company="Delta")[0].company


def test_a_lead_is_not_met_and_has_no_tie() -> None:
    found = acquaintance(Ledger(), "Ana", lead=True)

    assert [True] == [one.lead for one in found if isinstance(one, Person)]
    assert 1 == len(found)


def test_a_namesake_is_somebody_else() -> None:
    first = acquaintance(Ledger(), "Ana", lead=True)[0]
    second = acquaintance(Ledger({first.id: first}), "Ana", lead=True)[0]

    assert first.id != second.id
    assert fold(first.name) == fold(second.name)


def test_of_whom_only_the_name_is_typed_nothing_else_is_known() -> None:
    found = acquaintance(Ledger(), "Ana Silva")[0]

    assert Person(found.id, "Ana Silva") == found
