"""What one owes to others, rule by rule, and the action that settles it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from netgraph.agenda.day_facts import facts_on
from netgraph.agenda.due_list import due
from netgraph.agenda.rules import RULES, thank
from netgraph.model.actions import Action
from netgraph.model.as_of import AsOf
from netgraph.model.records import (
    EGO,
    Ask,
    EventKind,
    Goal,
    Ledger,
    Person,
    Referral,
    Step,
)
from tests.agenda.duties import MAY_4, PEOPLE, TALK, did, listed, of, pace


@pytest.mark.parametrize(("day", "late"), [(0, False), (3, False), (4, True), (30, True)])
def test_thanks_are_due_in_a_day_and_late_after_three(day: int, late: bool) -> None:
    thought = did(EventKind.REFLECTED, 0)
    assert ("thank", "ana", 1, late) in listed(of(TALK, thought), day)


def test_thanks_that_are_a_month_late_are_let_go() -> None:
    assert [] == [row for row in listed(of(TALK), 31) if row[0] == "thank"]


@pytest.mark.parametrize("day", [0, 2])
def test_one_thank_you_settles_all_before_it(day: int) -> None:
    second = did(EventKind.REVIEW, 1, "ana", EGO)
    thanks = did(EventKind.THANKED, day)

    left = [row for row in listed(of(TALK, second, thanks), 3) if row[0] == "thank"]

    assert ([("thank", "ana", 2, False)] if day == 0 else []) == left


def test_a_chat_among_friends_calls_for_no_thanks() -> None:
    assert [] == listed(of(did(EventKind.TALKED, 0)), 1)


def test_a_talk_that_was_asked_for_does() -> None:
    ask = Ask("a", "ana", steps=(Step(MAY_4, "asked"), Step(MAY_4, "done")))

    found = listed(of(did(EventKind.TALKED, 0), asks=(ask,)), 1)

    assert [("thank", "ana", 0, False)] == found


def test_a_promise_is_due_on_its_day_or_after_a_week() -> None:
    dated = did(EventKind.PROMISED, 0, note="x", due=MAY_4 + timedelta(days=2))
    undated = did(EventKind.PROMISED, 1, note="y")

    assert [
        ("promise", "ana", 2, True),
        ("promise", "ana", 8, False),
    ] == listed(of(dated, undated), 3)


def test_a_favour_keeps_the_promise_of_the_same_words_first() -> None:
    first = did(EventKind.PROMISED, 0, note="send the slides")
    second = did(EventKind.PROMISED, 1, note="Send the book")
    kept = did(EventKind.ARTICLE, 2, note="send the BOOK!")

    [left] = due(AsOf(of(first, second, kept), MAY_4 + timedelta(days=3)))

    assert first.id == left.about


def test_a_promise_is_not_kept_by_what_was_done_before() -> None:
    book = of(did(EventKind.HELPED, 0), did(EventKind.PROMISED, 1))

    assert ["promise"] == [row[0] for row in listed(book, 2)]


def test_a_planned_talk_is_prepared_the_day_before_and_written_down_after() -> None:
    plan = did(EventKind.PLANNED, 0, due=MAY_4 + timedelta(days=3))

    assert [("prepare", "ana", 2, False)] == listed(of(plan), 1)
    assert [] == listed(of(plan, did(EventKind.PREPARED, 1)), 1)
    assert [("write down", "ana", 3, False)] == listed(of(plan), 4)
    assert [] == listed(of(plan, did(EventKind.TALKED, 3)), 4)


def test_a_thought_about_a_talk_is_due_the_same_day() -> None:
    thanks = did(EventKind.THANKED, 0)
    assert [("reflect", "ana", 0, False)] == listed(of(TALK, thanks), 0)
    assert [] == listed(of(TALK, thanks, did(EventKind.REFLECTED, 0)), 0)


def test_one_line_says_what_is_due_after_a_talk() -> None:
    [line] = due(AsOf(of(TALK), MAY_4), days=1)

    assert "You talked on 2026-05-04: thank them, and write down what you learned." == line.why
    assert ["log", "debrief"] == [line.action.verb, *(a.verb for a in line.instead)]


def test_news_are_told_the_latest_first_of_all() -> None:
    names = [
        Referral(f"r{n}", "ana", who, steps=(Step(MAY_4 + timedelta(days=n), "met"),))
        for n, who in enumerate(("ben", "cleo", "dev", "eve"))
    ]
    people = PEOPLE | {i: Person(i, i.title()) for i in ("dev", "eve")}
    book = Ledger(people=people, referrals=tuple(names))

    [news, *_] = [d.why for d in due(AsOf(book, MAY_4 + timedelta(days=9))) if d.kind == "report"]

    assert (
        "Would like to hear: you met Cleo Park (2026-05-05); you met Dev (2026-05-06); "
        "you met Eve (2026-05-07); and 1 more." == news
    )


@pytest.mark.parametrize(("begun", "hear"), [(0, ["ana"]), (3, [])])
def test_a_goal_is_news_to_those_who_had_opened_a_door_before(begun: int, hear: list[str]) -> None:
    named = Referral("r", "ana", "cleo", steps=(Step(MAY_4 + timedelta(days=begun), "named"),))
    steps = (Step(MAY_4, "open"), Step(MAY_4 + timedelta(days=2), "done"))
    book = of(referrals=(named,), goals=(Goal("g1", "chemist", steps=steps),))

    reports = [d.person for d in due(AsOf(book, MAY_4 + timedelta(days=20))) if d.kind == "report"]

    assert hear == reports


def test_an_introduction_is_made_when_both_said_yes() -> None:
    yes = [Step(MAY_4, "agreed", by=who) for who in ("ana", "ben")]
    one = Referral("r", EGO, "ana", to="ben", steps=tuple(yes[:1]))
    both = replace(one, steps=tuple(yes))

    assert [] == listed(of(referrals=(one,)), 1)
    assert [("introduce", "ana", 1, False)] == listed(of(referrals=(both,)), 1)


def test_keeping_in_touch_starts_anew_at_the_last_real_contact() -> None:
    said = (pace(30),)
    wrote = did(EventKind.MESSAGE, 10, "cleo", EGO)
    noted = did(EventKind.NOTE, 20, EGO, "cleo")

    assert [("keep in touch", "cleo", 30, False)] == listed(of(statements=said), 30)
    assert [("keep in touch", "cleo", 40, False)] == listed(of(wrote, noted, statements=said), 40)
    assert [] == listed(of(wrote, statements=(pace(0),)), 300)


def test_somebody_who_gave_a_talk_is_kept_in_touch_with_three_times_a_year() -> None:
    assert [("keep in touch", "ana", 120, False)] == listed(of(TALK), 120)


def test_a_yes_to_come_makes_no_introduction_due() -> None:
    steps = tuple(
        Step(MAY_4 + timedelta(days=n), "agreed", by=who) for n, who in ((0, "ana"), (9, "cleo"))
    )
    book = of(referrals=(Referral("r", EGO, "ana", to="cleo", steps=steps),))

    assert [] == listed(book, 1)
    assert ["introduce"] == [kind for kind, *_ in listed(book, 9)]


def test_whoever_has_an_odd_name_or_anothers_is_meant_by_id() -> None:
    twins = {i: Person(i, "Ana Silva") for i in ("ana", "anb")} | {EGO: Person(EGO, "Robin")}
    odd = {"ana": Person("ana", "-rf / $(x)"), EGO: Person(EGO, "Robin")}

    for people in (twins, odd):
        [first, *_] = due(AsOf(replace(of(TALK), people=people), MAY_4 + timedelta(days=1)))
        assert Action("log", ("ana",), {"kind": "thanked"}) == first.action


def test_a_duty_is_what_it_is_about_whatever_the_day() -> None:
    one, other = (
        next(iter(thank(facts_on(AsOf(of(TALK), MAY_4 + timedelta(days=day)))))) for day in (1, 2)
    )

    assert (one.kind, one.person, one.about, one.on) == (
        other.kind, other.person, other.about, other.on,
    )  # fmt: skip


def test_no_rule_asks_anything_of_a_day_on_which_nothing_happened() -> None:
    facts = facts_on(AsOf(of(), MAY_4))

    assert [] == [item for rule in RULES for item in rule(facts)]
