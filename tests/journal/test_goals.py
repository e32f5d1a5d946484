"""Goals: what they name, how specific that is, which one is meant."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from netgraph.journal.goals import (
    find_goal,
    finished,
    goals_meant,
    is_open,
    make_goal,
    open_goals,
    revision,
)
from netgraph.model.actions import Action, Hint
from netgraph.model.errors import AmbiguousName, InvalidInput, UnknownName
from netgraph.model.records import (
    EGO,
    Event,
    EventKind,
    Goal,
    Ledger,
    Organisation,
    Person,
    Step,
)

DAY = date(2026, 5, 1)
FIRM = Organisation("o1", "Watershed", spellings=("Watershed", "Watershed Inc."))
SCIENTIST = Person("ana", "Ana Silva", title="Senior Data Scientist", company="Watershed")
NURSE = Person("ben", "Ben Okafor", title="Registered Nurse")
BOOK = Ledger(
    people={EGO: Person(EGO, "Robin"), "ana": SCIENTIST, "ben": NURSE}, organisations={"o1": FIRM}
)


def test_a_company_after_at_becomes_a_company_of_the_goal() -> None:
    goal = make_goal(BOOK, Goal("", "data scientist at Watershed, Inc."), day=DAY)

    assert (("Watershed",), (Step(DAY, "open"),)) == (goal.companies, goal.steps)


def test_goals_are_numbered_and_cleaned() -> None:
    first = make_goal(BOOK, Goal("", " data\tscientist\x1b[31m "), day=DAY)
    second = make_goal(Ledger(goals=(first,)), Goal("", "teacher"), day=DAY)

    assert ("g1", "g2") == (first.id, second.id)
    assert "\x1b" not in first.text


def test_a_goal_without_text_is_said_by_its_parts() -> None:
    goal = make_goal(BOOK, Goal("", "", roles=("analyst",), companies=("Acme",)), day=DAY)

    assert "analyst at Acme" == goal.text


@pytest.mark.parametrize("text", ["", "  ", "!?", "\u200b"])
def test_a_goal_that_says_nothing_is_refused(text: str) -> None:
    with pytest.raises(InvalidInput, match="say what you look for"):
        make_goal(BOOK, Goal("", text), day=DAY)


def test_an_unknown_level_is_refused() -> None:
    with pytest.raises(InvalidInput, match="no level we know"):
        make_goal(BOOK, Goal("", "analyst", seniority="purple"), day=DAY)


def test_without_words_the_oldest_open_goal_is_meant() -> None:
    done = Goal("g1", "teacher", steps=(Step(date(2026, 1, 1), "open"), Step(DAY, "done")))
    late = Goal("g3", "baker", steps=(Step(DAY, "open"),))
    early = Goal("g2", "analyst", steps=(Step(date(2026, 2, 1), "open"),))
    book = Ledger(goals=(done, late, early))

    assert "g2" == find_goal(book).id
    assert ["g2", "g3"] == [g.id for g in open_goals(book)]
    assert not is_open(done)


def test_unclear_and_unknown_goals_say_what_there_is() -> None:
    book = Ledger(goals=(Goal("g1", "data scientist"), Goal("g2", "data engineer")))

    with pytest.raises(AmbiguousName) as unclear:
        find_goal(book, "data")
    assert ("g1 data scientist", "g2 data engineer") == unclear.value.candidates
    with pytest.raises(UnknownName, match="g1 data scientist; g2 data engineer"):
        find_goal(book, "nurse")
    with pytest.raises(UnknownName, match="no goal yet"):
        find_goal(Ledger())


def test_who_thought_about_the_search_has_looked_at_the_goal() -> None:
    goal = Goal("g1", "nurse", steps=(Step(date(2026, 1, 1), "open"),))
    talks = tuple(
        Event(f"e{n}", EventKind.INTERVIEW, date(2026, 2, 1 + n), "ana", EGO) for n in range(5)
    )
    thought = Event("r", EventKind.REFLECTED, date(2026, 3, 1), EGO, EGO, "wards suit me")

    assert revision(Ledger(events=talks), goal, as_of=date(2026, 4, 1)) is not None
    assert revision(Ledger(events=(*talks, thought)), goal, as_of=date(2026, 4, 1)) is None


def test_words_mean_one_goal_and_no_words_all_open_ones() -> None:
    goals = (
        Goal("g1", "nurse"),
        Goal("g2", "cook"),
        Goal("g3", "done", steps=(Step(DAY, "done"),)),
    )
    book = Ledger(goals=goals)

    assert [goals[1]] == goals_meant(book, "cook")
    assert ["g1", "g2"] == [goal.id for goal in goals_meant(book)]
    with pytest.raises(UnknownName):
        goals_meant(book, "pilot")


def test_a_goal_that_five_talks_came_after_is_to_be_looked_at() -> None:
    goal = Goal("g7", "nurse", steps=(Step(DAY, "open"),))
    talks = tuple(
        Event(f"e{n}", EventKind.TALKED, DAY + timedelta(days=n), EGO, "ana") for n in range(6)
    )
    until = DAY + timedelta(days=9)

    asked = revision(Ledger(events=talks), goal, as_of=until)
    assert asked == Hint(
        "5 talks since you last looked at it: does it still hold?", Action("goal edit", ("g7",))
    )
    assert revision(Ledger(events=talks[:5]), goal, as_of=until) is None
    assert revision(Ledger(events=talks), goal, as_of=DAY + timedelta(days=4)) is None


def test_goals_of_one_day_go_by_their_number() -> None:
    goals = [Goal(i, i, steps=(Step(DAY, "open"),)) for i in ("g10", "g2", "g1", "gx")]

    assert ["gx", "g1", "g2", "g10"] == [goal.id for goal in open_goals(Ledger(goals=tuple(goals)))]


def test_a_goal_that_is_done_keeps_its_steps_and_says_what_came() -> None:
    goal = Goal("g1", "nurse", steps=(Step(DAY, "open"),))
    over = finished(goal, day=DAY + timedelta(days=9), note=" a job\tat Acme ")

    assert [("open", ""), ("done", "a job at Acme")] == [(s.status, s.note) for s in over.steps]


def test_without_any_goal_one_is_to_be_set() -> None:
    with pytest.raises(UnknownName, match="you have no goal yet") as error:
        find_goal(Ledger())
    assert Action("goal add", ("data scientist",)) == error.value.action
