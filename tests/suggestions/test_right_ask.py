"""The right ask for each person: a talk, an introduction, news, a guess, or no ask."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from netgraph.graph.build import network
from netgraph.journal.asks import ask_states
from netgraph.journal.doors import NO_DOORS, Doors
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
    Referral,
    Step,
    Tie,
)
from netgraph.suggestions.context import ask_context, goal_scores
from netgraph.suggestions.criteria import wants_of
from netgraph.suggestions.reasons import Facts
from netgraph.suggestions.right_ask import Aim, Target, aim, said
from tests.strategies import TODAY

ACME = Organisation("o1", "Acme", spellings=("Acme",))
NURSE = Goal("g", "nurse")
AT_ACME = Goal("g", "", companies=("Acme",))
FIELD = Target("field", None, "nurse")
FIRM = Target("company", "o1", "Acme")
ANA = Person("ana", "Ana")


def aimed(
    one: Person,
    goal: Goal,
    *others: Person,
    ties: tuple[Tie, ...] = (),
    reserved: tuple[str, ...] = (),
    doors: Doors = NO_DOORS,
    **facts: Any,
) -> Aim:
    people = {p.id: p for p in (one, *others)}
    known = facts.pop("known", True)
    mine = (Tie("t", EGO, one.id),) if known else ()
    book = Ledger(people, {"o1": ACME}, ties=(*mine, *ties), spelling={"Acme": "o1"}, **facts)
    G = network(book, as_of=TODAY)
    context = ask_context(
        G,
        asks=ask_states(book, as_of=TODAY),
        referrals=book.referrals,
        reserved=reserved,
        doors=doors,
    )
    view = Facts(goal_scores(context, wants_of(goal, G)))
    return aim(view, context.features.people[one.id])


def test_who_fits_is_asked_for_a_talk_about_their_work() -> None:
    assert Aim("talk", FIELD, "stated") == aimed(replace(ANA, title="Nurse"), NURSE)


def test_who_is_at_a_wanted_company_is_asked_about_it() -> None:
    assert Aim("talk", FIRM, "stated") == aimed(replace(ANA, company="Acme"), AT_ACME)


def test_the_one_who_is_wanted_is_asked_themselves() -> None:
    assert Aim("talk", Target("person", "ana", "Ana"), "stated") == aimed(
        ANA, Goal("g", "", person="ana")
    )


def test_who_helped_hears_first_what_came_of_it() -> None:
    ask = Ask("k", "ana", goal="g", steps=(Step(TODAY - timedelta(days=90), "asked"),
                                            Step(TODAY - timedelta(days=80), "done")))  # fmt: skip

    assert Aim("report back", FIELD, "observed") == aimed(
        replace(ANA, title="Nurse"), NURSE, asks=(ask,)
    )


def test_who_knows_somebody_who_fits_is_asked_for_that_introduction() -> None:
    ben = Person("ben", "Ben", title="Nurse")
    tie = Tie("x", "ana", "ben")

    assert Aim("introduction", Target("person", "ben", "Ben"), "stated") == aimed(
        ANA, NURSE, ben, ties=(tie,)
    )


def test_who_may_know_somebody_there_by_the_users_word_is_asked_for_them_and_it_is_stated() -> None:
    goal = Goal("g", "nurse", companies=("Oak", "Elm"))
    may = Doors(may={"ana": frozenset({"oak"})})
    nurse = replace(ANA, title="Nurse")
    at_oak = Aim("introduction", Target("company", None, "Oak"), "stated")

    assert at_oak == aimed(ANA, goal, doors=may)
    assert at_oak == aimed(nurse, goal, doors=may)
    assert "talk" == aimed(nurse, goal).kind
    assert "Oak" != aimed(ANA, goal, doors=may, reserved=("Oak",)).target.name


def test_a_no_takes_the_guess_away() -> None:
    goal = Goal("g", "nurse", companies=("Oak", "Elm"))
    one, both = (Doors(nobody={"ana": frozenset(firms)}) for firms in (("elm",), ("oak", "elm")))

    assert Target("company", None, "Elm") == aimed(ANA, goal).target
    assert Target("company", None, "Oak") == aimed(ANA, goal, doors=one).target
    assert FIELD == aimed(ANA, goal, doors=both).target


def test_where_nobody_is_known_to_know_the_one_who_is_wanted_it_is_a_guess() -> None:
    ben = Person("ben", "Ben")

    assert Aim("introduction", Target("person", "ben", "Ben"), "inferred") == aimed(
        ANA, Goal("g", "", person="ben"), ben
    )


def test_a_lead_is_asked_for_a_talk_by_the_tie_of_who_named_them() -> None:
    named = Referral("r", "ben", "ana", steps=(Step(TODAY, "named"),))
    ben = Person("ben", "Ben")
    found = aimed(ANA, NURSE, ben, ties=(Tie("x", EGO, "ben"),), referrals=(named,), known=False)

    assert ("talk", FIELD) == (found.kind, found.target)


@pytest.mark.parametrize(("days", "kind"), [(366, "catch up"), (365, "introduction")])
def test_a_tie_that_slept_a_year_is_woken_first(days: int, kind: str) -> None:
    met = Event("e", EventKind.MET, TODAY - timedelta(days=days), EGO, "ana")

    assert kind == aimed(ANA, NURSE, events=(met,)).kind


def test_who_was_at_a_wanted_company_is_asked_whom_they_know_there() -> None:
    job = Position("w", "ana", "Acme", end="2020")

    assert Aim("introduction", FIRM, "inferred") == aimed(ANA, AT_ACME, positions=(job,))


def test_where_something_is_in_hand_nobody_is_asked_for_it() -> None:
    job = Position("w", "ana", "Acme", end="2020")
    found = aimed(ANA, AT_ACME, positions=(job,), reserved=("Acme",))

    assert ("introduction", "field") == (found.kind, found.target.kind)


def test_everybody_else_is_asked_whom_they_know_at_the_first_closed_company() -> None:
    found = aimed(ANA, Goal("g", "", companies=("Acme", "Blue")))
    assert ("introduction", Target("company", None, "Acme")) == (found.kind, found.target)
    inside = Person("ben", "Ben", company="Acme")
    open_there = aimed(ANA, Goal("g", "", companies=("Acme", "Blue")), inside,
                       ties=(Tie("x", EGO, "ben"),))  # fmt: skip
    assert Target("company", None, "Blue") == open_there.target


@pytest.mark.parametrize(
    ("kind", "ask"),
    [("introduction", "introduction"), ("talk", "interview"), ("report back", "interview"),
     ("catch up", "interview")],
)  # fmt: skip
def test_what_is_written_down_is_an_interview_or_an_introduction(kind: Any, ask: str) -> None:
    assert ask == Aim(kind, FIELD, "stated").ask


@pytest.mark.parametrize(
    ("kind", "target", "sentence"),
    [
        ("talk", FIRM, "Ask Ana for a talk about working at Acme"),
        ("talk", FIELD, "Ask Ana for a talk about their work"),
        ("introduction", Target("person", "b", "Ben"), "Ask Ana for an introduction to Ben"),
        ("introduction", FIRM, "Ask Ana whom they know at Acme"),
        ("introduction", FIELD, "Ask Ana whom they know who works as nurse"),
        ("report back", FIELD, "Tell Ana what came of their help"),
        ("catch up", FIRM, "Write to Ana again, and say what you look for"),
    ],
)
def test_an_ask_is_one_sentence(kind: Any, target: Target, sentence: str) -> None:
    assert sentence == said("Ana", kind, target)
