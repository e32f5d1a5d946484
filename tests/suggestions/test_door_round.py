"""Might Ana know somebody at Watershed? Asked of whose answer changes the list, then no more."""

from __future__ import annotations

from datetime import date

from netgraph.model.as_of import AsOf
from netgraph.model.records import EGO, Goal, Ledger, Organisation, Person, Position, Tie
from netgraph.suggestions.door_round import (
    PER_PERSON,
    DoorQuestion,
    door_questions,
    without_a_door,
)

DAY = date(2026, 5, 1)
GOAL = Goal("g1", "", companies=("Watershed", "Oak", "Elm"))
NAMES = ("ana", "ben", "cy")
PEOPLE = {i: Person(i, i.title(), title="Nurse") for i in NAMES}
TIES = tuple(Tie(f"t-{i}", EGO, i, closeness="warm") for i in NAMES)
ACME = Organisation("o1", "Acme", spellings=("Acme",))


def view(*was: Position) -> AsOf:
    return AsOf(
        Ledger(PEOPLE, {"o1": ACME}, positions=was, ties=TIES, spelling={"Acme": "o1"}), DAY
    )


def questions(n: int = 9, passed: tuple[tuple[str, str], ...] = ()) -> list[DoorQuestion]:
    return door_questions(view(), [GOAL], n=n, passed=passed)


def test_without_a_goal_or_an_employer_there_is_nothing_to_ask() -> None:
    assert [] == door_questions(view(), [])
    assert [] == door_questions(view(), [Goal("g1", "nurse")])
    assert [] == without_a_door(view(), [])


def test_the_most_telling_comes_first_and_nobody_is_named_too_often() -> None:
    found = questions()

    assert sorted((q.gain for q in found), reverse=True) == [q.gain for q in found]
    assert found[:1] == questions(1)
    assert {PER_PERSON} == {sum(q.person == i for q in found) for i in NAMES}
    assert ["Elm", "Oak", "Watershed"] == sorted(without_a_door(view(), [GOAL]))


def test_what_was_passed_is_not_asked_again_and_counts_for_the_person() -> None:
    passed = (("ana", "Elm"), ("ana", "Oak"), ("ben", "Elm"))
    found = questions(passed=passed)

    assert not {(q.person, q.employer) for q in found} & set(passed)
    assert [0, 1, 2] == [sum(q.person == i for q in found) for i in NAMES]


def test_a_question_says_what_is_known_and_where_they_would_stand() -> None:
    was = (Position(f"p-{i}", i, "Acme", end="2024") for i in NAMES)
    asked = door_questions(view(*was), [GOAL], n=9)

    assert asked
    for question in asked:
        assert 0 < question.chance < 1
        assert 1 == question.place_if_yes <= question.place <= 3
        assert any("Acme" in words for words in question.known)
