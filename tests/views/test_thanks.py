"""Whom to thank when a goal is reached."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from netgraph.model.actions import Action
from netgraph.model.as_of import AsOf
from netgraph.model.records import EGO, Event, EventKind, Goal, Ledger, Person, Step
from netgraph.views.thanks import thanks_due
from tests.lineages import LATER, MAY_1, named

GOAL = Goal("g1", "cook", steps=(Step(LATER, "done"),))
PEOPLE = {i: Person(i, i.title()) for i in ("ben", "cy", "dora", "eli", "fay")}
BOOK = Ledger(PEOPLE, referrals=(named("ben", "dora", "met"),), goals=(GOAL,))


def test_everybody_who_opened_a_door_is_told_once_the_goal_is_reached() -> None:
    [hint] = thanks_due(AsOf(BOOK, LATER))

    assert "Ben, who led you to Dora" == hint.words
    assert Action("log", ("ben",), {"kind": "reported"}) == hint.action
    assert () == thanks_due(AsOf(BOOK, LATER - timedelta(days=1)))


def test_two_are_named_and_the_others_counted() -> None:
    names = tuple(named("ben", i, day=n) for n, i in enumerate(("dora", "eli", "fay")))

    [hint] = thanks_due(AsOf(replace(BOOK, referrals=names), LATER))
    assert "Ben, who led you to Dora, Eli and 1 more" == hint.words
    [two] = thanks_due(AsOf(replace(BOOK, referrals=names[:2]), LATER))
    assert "Ben, who led you to Dora, Eli" == two.words


def test_who_has_heard_it_is_not_told_again() -> None:
    told = Event("e", EventKind.REPORTED, LATER, EGO, "ben")
    early = Event("e", EventKind.REPORTED, MAY_1 + timedelta(days=9), EGO, "ben")

    assert () == thanks_due(AsOf(replace(BOOK, events=(told,)), LATER))
    assert 1 == len(thanks_due(AsOf(replace(BOOK, events=(early,)), LATER)))


def test_news_of_a_meeting_alone_is_no_goal_reached() -> None:
    assert () == thanks_due(AsOf(replace(BOOK, goals=()), LATER))
