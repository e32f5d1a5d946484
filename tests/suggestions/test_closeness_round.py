"""Questions that only ego can answer: how well do you know this person?"""

from __future__ import annotations

from datetime import date

import pytest

from netgraph.model.as_of import AsOf
from netgraph.model.records import EGO, Goal, Ledger, Person, Source, Tie
from netgraph.suggestions.closeness_round import (
    ClosenessQuestion,
    closeness_questions,
    said_close,
    unsaid,
)

DAY = date(2026, 5, 1)
GOAL = Goal("g1", "data scientist")
NAMES = ("ana", "ben", "cy")
PEOPLE = {i: Person(i, i.title(), title="Data Scientist") for i in NAMES}


def questions(*ties: Tie, n: int = 9, passed: tuple[str, ...] = ()) -> list[ClosenessQuestion]:
    view = AsOf(Ledger(PEOPLE, ties=ties), DAY)
    return closeness_questions(view, [GOAL], n=n, passed=passed)


KNOWN = tuple(Tie(f"t-{i}", EGO, i) for i in NAMES)


def test_without_a_goal_there_is_nothing_to_ask() -> None:
    assert [] == closeness_questions(AsOf(Ledger(PEOPLE, ties=KNOWN), DAY), [])


def test_everybody_of_whom_nothing_is_said_can_be_asked_about_the_most_telling_first() -> None:
    found = questions(*KNOWN)

    assert set(NAMES) == {q.person for q in found}
    assert sorted((q.gain for q in found), reverse=True) == [q.gain for q in found]
    assert found[:1] == questions(*KNOWN, n=1)
    assert all(q.gain > 0 for q in found)


def test_whose_closeness_is_said_and_who_was_passed_over_are_not_asked_about() -> None:
    said = Tie("x", EGO, "ana", closeness="warm")

    assert {"ben", "cy"} == {q.person for q in questions(said, *KNOWN[1:])}
    assert {"ben"} == {q.person for q in questions(said, *KNOWN[1:], passed=("cy",))}
    assert [] == questions(said, *KNOWN[1:], passed=("ben", "cy"))


def test_a_question_says_where_somebody_stands_and_would_stand() -> None:
    said = Tie("x", EGO, "ana", closeness="close")
    for q in questions(said, *KNOWN[1:]):
        assert q.place is not None
        assert 1 <= q.place_if_close <= q.place <= 3
        assert q.place > 1  # behind who is close


def test_what_is_recorded_is_said() -> None:
    book = Tie("x", EGO, "ana", kind="connection", since=date(2020, 3, 1), source="linkedin")
    from_file = type(book)("x", EGO, "ana", since=date(2020, 3, 1), source="linkedin")

    (ana,) = [q for q in questions(from_file, *KNOWN[1:]) if q.person == "ana"]
    assert ana.recorded


@pytest.mark.parametrize(
    ("tie", "who"),
    [
        (Tie("1", EGO, "ana", closeness="warm"), {"ana"}),
        (Tie("1", "ana", EGO, closeness="warm"), {"ana"}),
        (Tie("1", EGO, "ana", known=False), {"ana"}),
        (Tie("1", EGO, "ana"), set()),
        (Tie("1", "ana", "ben", closeness="warm"), set()),
    ],
)
def test_a_word_on_closeness_or_a_no_settles_it(tie: Tie, who: set[str]) -> None:
    assert who == said_close([tie])


def test_of_tables_nothing_is_said_of_whom_ego_has_no_tie_with() -> None:
    people = {
        "a": Person("a", "A", "table:alumni"),
        "b": Person("b", "B", "list"),
        "c": Person("c", "C", "linkedin"),
        "d": Person("d", "D", "table:alumni", lead=True),
        "e": Person("e", "E", "table:alumni"),
        "f": Person("f", "F", "theirs"),
    }
    sources = Source("list", "table"), Source("theirs", "table", owner="a")
    book = Ledger(people, ties=(Tie("t", "e", EGO),), sources=sources)

    assert ["a", "b"] == unsaid(book)
