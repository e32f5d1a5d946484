"""One employer at a glance: who, who was, who may know somebody, the door, what is missing."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from netgraph.identity.resolution import resolve
from netgraph.model.actions import Action
from netgraph.model.as_of import AsOf
from netgraph.model.errors import AmbiguousName, UnknownName
from netgraph.model.records import (
    EGO,
    Ask,
    Event,
    EventKind,
    Goal,
    Ledger,
    Organisation,
    Person,
    Position,
    Statement,
    Step,
    Tie,
    Wish,
)
from netgraph.views.company import CompanyView, company_view
from netgraph.views.routes import find_routes

MAY = date(2026, 5, 4)  # a Monday
RIDGE = Organisation("o1", "Ridgeline Robotics", spellings=("Ridgeline Robotics", "Ridgeline Inc"))
BLUE = Organisation("o2", "Blue River", spellings=("Blue River",))
PEOPLE = (
    Person(EGO, "Robin"),
    Person("ana", "Ana Silva", company="Ridgeline Robotics", title="Data Scientist"),
    Person("ben", "Ben Ode", company="Ridgeline Inc", title="Accountant"),
    Person("cy", "Cy Lind", company="Blue River", title="Cook"),
)
TIES = tuple(Tie(f"t{i}", EGO, i, closeness="warm") for i in ("ana", "ben", "cy"))
OLD = Position("w1", "cy", "Ridgeline Robotics", "Data Engineer", end="2024", current=False)
GOAL = Goal("g1", "data scientist", companies=("Ridgeline Robotics",))


def book(*facts: object, people: tuple[Person, ...] = PEOPLE) -> Ledger:
    return resolve(Ledger.of(*people, RIDGE, BLUE, *TIES, OLD, *facts))  # type: ignore[arg-type]


def at(words: str, *facts: object) -> CompanyView:
    return company_view(AsOf(book(*facts), MAY), words)


def test_who_is_there_and_who_was_however_it_is_spelled() -> None:
    for words in ("Ridgeline", "ridgeline robotics, Inc.", "o1"):
        found = at(words, GOAL)

        assert ("o1", "Ridgeline Robotics") == (found.id, found.name)
        assert [("ana", True), ("ben", False)] == [(s.id, s.fits) for s in found.now]
        assert [("cy", "until 2024")] == [(s.id, s.when) for s in found.before]
        assert ("data scientist",) == found.goals


def test_the_door_is_the_best_of_those_who_may_be_asked() -> None:
    door = at("Ridgeline", GOAL).door
    assert door is not None
    assert ("ana", "is Data Scientist there and fits your goal") == (door.id, door.why)
    assert Action("ask", ("ana",), {"want": "interview", "target": "Ridgeline Robotics"}) == (
        door.action
    )
    asked = Ask("a", "ana", steps=(Step(MAY - timedelta(days=1), "asked"),))

    other = at("Ridgeline", GOAL, asked)

    assert other.door is not None
    assert "cy" == other.door.id  # Ben waits for Ana's answer
    assert (0, "asked") == (other.free, other.stage)
    assert "you asked Ana Silva on 3 May" in other.in_hand


def test_who_left_is_asked_who_is_there_now() -> None:
    left = (PEOPLE[0], PEOPLE[3])
    ledger = resolve(Ledger.of(*left, RIDGE, BLUE, TIES[2], OLD))

    found = company_view(AsOf(ledger, MAY), "Ridgeline")

    assert () == found.now
    [hint] = found.missing
    assert "ask Cy Lind, who was there until 2024" in hint.words
    assert hint.action is not None
    assert ("cy",) == hint.action.who


def test_what_was_applied_for_there_is_named() -> None:
    wish = Wish("w", "Ridgeline Inc", "application", "Data Scientist", MAY - timedelta(days=9))
    later = Wish("x", "Ridgeline Inc", "application", "Cook", MAY + timedelta(days=1))

    [applied] = at("Ridgeline", wish, later).applications

    assert ("applied", "Data Scientist") == (applied.kind, applied.title)


def test_an_employer_nobody_is_known_at_says_what_to_do() -> None:
    found = at("Siemens", GOAL)

    assert (None, (), None, "nobody known") == (found.id, found.now, found.door, found.stage)
    assert "ask your closest contacts" in found.missing[0].words


def test_whoever_may_know_somebody_there_by_the_users_word_is_to_be_asked() -> None:
    said = [
        Statement("s1", "cy", "may_know_at", ("Acme", "Ridgeline"), MAY),
        Statement("s2", "ben", "knows_nobody_at", ("Acme",), MAY),
        Statement("s3", "gone", "may_know_at", ("Acme",), MAY),
    ]
    first, second = at("Acme", *said).missing[:2]

    assert "ask Cy Lind: you said that they may know somebody at Acme" == first.words
    assert Action("ask", ("cy",), {"want": "introduction", "target": "Acme"}) == first.action
    assert second.words.startswith("ask your closest contacts")
    assert "Cy Lind: you said" not in " ".join(h.words for h in at("Ridgeline", *said).missing)


def test_words_that_could_be_two_firms_are_asked_about() -> None:
    two = Organisation("o3", "Blue Lagoon", spellings=("Blue Lagoon",))
    with pytest.raises(AmbiguousName):
        at("Blue", two)


def test_a_path_into_a_firm_names_who_used_to_be_there() -> None:
    found = find_routes(AsOf(book(), MAY), "Ridgeline", limit=1)

    assert ["Robin", "Ana Silva"] == [one.name for one in found.paths[0].people]
    assert [("Cy Lind", "until 2024")] == [(s.name, s.when) for s in found.before]


def test_a_path_to_an_employer_nobody_is_known_at_says_who_might_lead_there() -> None:
    found = find_routes(AsOf(book(), MAY), "Siemens")

    assert (None, "Siemens", ()) == (found.target.id, found.target.name, found.paths)
    assert found.might_lead
    assert "somebody at Siemens" in found.advice[0].words


def test_a_name_that_is_like_somebodys_is_no_employer() -> None:
    with pytest.raises(UnknownName, match="did you mean Ana Silva"):
        find_routes(AsOf(book(), MAY), "Anna Silva")


def test_while_something_is_in_hand_the_others_wait_and_the_one_does_not() -> None:
    plan = Event("e", EventKind.PLANNED, MAY, EGO, "ana", due=MAY + timedelta(days=3))
    found = at("Ridgeline", GOAL, plan)

    after = MAY + timedelta(days=18)  # two weeks after the talk, and the day after that
    assert {"ana": None, "ben": after} == {s.id: s.until for s in found.now}


def test_whoever_told_of_their_work_is_no_door_before_others() -> None:
    talk = Event("e", EventKind.INTERVIEW, MAY - timedelta(days=30), "ana", EGO)
    found = find_routes(AsOf(book(GOAL, talk), MAY), "Ridgeline")

    door = at("Ridgeline", GOAL, talk).door
    assert door is not None
    assert door.id != "ana"
    assert "begin with" in found.first or found.paths[0].people[1].id == door.id
