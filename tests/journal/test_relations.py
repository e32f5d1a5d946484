"""What people are to one another, read from both sides, dated, and the user's own words for it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgraph.identity.resolution import resolve
from netgraph.journal.relations import ROLES, relation, relations_on, to_me
from netgraph.model.as_of import AsOf
from netgraph.model.errors import InvalidInput
from netgraph.model.records import EGO, Ledger, Match, Person, Relation

DAY = date(2026, 5, 1)


def told(*said: Relation, on: date = DAY) -> AsOf:
    return AsOf(Ledger(relations=said), on)


@pytest.mark.parametrize(
    ("role", "mine", "theirs"),
    [
        ("manager", "manager of", "reports to"),
        ("Manager of", "manager of", "reports to"),
        ("reported to", "reports to", "manager of"),
        ("mentee", "mentored by", "mentor of"),
        ("colleague", "worked with", "worked with"),
        ("family", "family of", "family of"),
        ("former colleague", "worked with", "worked with"),
        ("Chefin", "manager of", "reports to"),
        ("Studied with", "studied with", "studied with"),
    ],
)
def test_a_role_is_read_from_both_sides(role: str, mine: str, theirs: str) -> None:
    view = told(relation(Ledger(), "ana", role, EGO, day=DAY))

    assert (mine,) == to_me(view, "ana")
    assert [theirs] == [r.words for r in relations_on(view)[EGO]]


def test_what_is_said_from_either_side_is_one_fact() -> None:
    one = relation(Ledger(), "ana", "manager", "ben", day=DAY)
    other = relation(Ledger(), "ben", "reports to", "ana", day=DAY)

    assert one == other
    assert relation(Ledger(), "ben", "friend", "ana") == relation(Ledger(), "ana", "friend", "ben")


def test_two_people_may_be_several_things_to_one_another() -> None:
    said = [relation(Ledger(), "ana", r, EGO, day=DAY) for r in ("manager", "friend")]

    assert {"manager of", "friend of"} == set(to_me(told(*said), "ana"))


def test_the_newest_word_holds_from_its_day_on() -> None:
    then = relation(Ledger(), "ana", "manager", EGO, day=date(2024, 1, 1))
    now = relation(Ledger(), "ana", "manager", EGO, known=False, day=DAY)

    assert () == to_me(told(then, now), "ana")
    assert ("manager of",) == to_me(told(then, now, on=date(2026, 4, 30)), "ana")
    assert () == to_me(told(then, on=date(2023, 1, 1)), "ana")


def test_a_word_of_ones_own_needs_its_inverse_once() -> None:
    with pytest.raises(InvalidInput, match=r"'coach' is new: .*'coach / coached by'"):
        relation(Ledger(), "ana", "coach", EGO)
    own = relation(Ledger(), "ana", "coach", EGO, inverse="coached by")
    again = relation(Ledger(relations=(own,)), EGO, "Coached By", "ben")

    assert ("coach", "coached by") == (own.role, own.inverse)
    assert ("ben", "coach", EGO) == (again.u, again.role, again.v)


@pytest.mark.parametrize(("u", "role"), [("ana", " "), (EGO, "mentor")])
def test_what_cannot_be_is_refused(u: str, role: str) -> None:
    with pytest.raises(InvalidInput):
        relation(Ledger(), u, role, EGO, inverse="x")


@given(st.sampled_from([*ROLES, *ROLES.values()]), st.sampled_from(["ana", EGO, "ben"]))
def test_every_role_has_an_inverse_that_leads_back(role: str, v: str) -> None:
    view = told(relation(Ledger(), "zoe", role, v))
    [there], [back] = relations_on(view)["zoe"], relations_on(view)[v]

    assert (there.words, there.inverse) == (back.inverse, back.words)
    assert role == there.words


def test_two_records_of_one_person_are_nothing_to_themselves() -> None:
    people = {i: Person(i, "Ana") for i in ("ana", "ana2")} | {"ben": Person("ben", "Ben")}
    said = (
        relation(Ledger(), "ana", "friend", "ana2"),
        relation(Ledger(), "ana2", "mentor", "ben"),
    )
    book = Ledger(people, relations=said, matches=(Match("m", "ana", "ana2", True),))

    assert [("ana", "ben")] == [(r.u, r.v) for r in resolve(book).relations]
    assert () == resolve(replace(book, relations=said[:1])).relations


def test_what_is_not_said_is_asked_for_in_these_words() -> None:
    with pytest.raises(InvalidInput) as nothing:
        relation(Ledger(), "ana", " ", EGO, day=DAY)
    assert "say what they are to one another, such as: manager, mentor, family" == str(
        nothing.value
    )
    with pytest.raises(InvalidInput) as new:
        relation(Ledger(), "ana", "coach", EGO, day=DAY)
    assert str(new.value).startswith("'coach' is new: say with it how it reads the other way")


def test_what_a_file_says_and_what_the_user_says_are_two_facts() -> None:
    mine, later = (relation(Ledger(), "ana", "manager", EGO, day=day) for day in (DAY, None))
    filed = relation(Ledger(), "ana", "manager", EGO, day=DAY, source="google")

    assert ("you", "google") == (mine.source, filed.source)
    assert 3 == len({mine.id, later.id, filed.id})
    assert mine.id == relation(Ledger(), "ana", "manager", EGO, day=DAY).id
