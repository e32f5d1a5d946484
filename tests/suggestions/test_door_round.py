"""Might Ana know somebody at Watershed? Asked of whose answer changes the list, then no more."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from netgraph.model.actions import Action
from netgraph.model.as_of import AsOf
from netgraph.model.records import EGO, Goal, Ledger, Organisation, Person, Position, Tie
from netgraph.suggestions.door_round import (
    PER_PERSON,
    DoorQuestion,
    answers,
    door_questions,
    why_none,
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


@pytest.mark.parametrize(
    ("goals", "ledger", "expected"),
    [
        ([Goal("g1", "nurse")], Ledger(), "Your goals name no employer: no questions."),
        (
            [GOAL],
            Ledger(PEOPLE, ties=TIES),
            "There is nobody whose answer would change the list: no questions.",
        ),
        (
            [Goal("g1", "", companies=("Acme",))],
            Ledger(
                {**PEOPLE, "ana": Person("ana", "Ana", title="Nurse", company="Acme")},
                {"o1": ACME}, ties=TIES, spelling={"Acme": "o1"},
            ),
            "At each employer of your goals you know somebody, or have something in hand: "
            "no questions.",
        ),
    ],
)  # fmt: skip
def test_why_nothing_is_asked(goals: list[Goal], ledger: Ledger, expected: str) -> None:
    assert expected == why_none(AsOf(ledger, DAY), goals)


def test_an_answer_says_that_they_may_or_that_they_do_not() -> None:
    (question,) = questions(1)
    said = answers(question)

    assert {
        "may": Action("tie", (question.person,), {"knows_at": question.employer}),
        "nobody": Action("tie", (question.person,), {"knows_at": question.employer, "not": "yes"}),
    } == said


def test_where_somebody_lives_is_known_of_them() -> None:
    people = {i: replace(person, place="Kiel") for i, person in PEOPLE.items()}
    found = door_questions(AsOf(Ledger(people, ties=TIES), DAY), [GOAL], n=9)

    assert found
    assert {("one of only 3 you know in Kiel", "lives in Kiel")} == {q.known for q in found}


def test_places_are_counted_from_one_and_a_yes_leads_to_the_first() -> None:
    words = zip(NAMES, ("close", "warm", "barely"), strict=True)
    ties = tuple(Tie(f"t-{i}", EGO, i, closeness=closeness) for i, closeness in words)
    found = door_questions(AsOf(Ledger(PEOPLE, ties=ties), DAY), [GOAL], n=9)

    expected = {("ana", 1, 1), ("ben", 2, 1), ("cy", 3, 1)}
    assert expected == {(q.person, q.place, q.place_if_yes) for q in found}
