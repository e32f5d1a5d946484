"""What a letter can say, as plain data."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from netgraph.model.as_of import AsOf
from netgraph.model.records import (
    EGO,
    Application,
    Debrief,
    Goal,
    Ledger,
    Person,
    Referral,
    Statement,
    Step,
    Tie,
    Wish,
)
from netgraph.talks.letter_facts import Aim, facts_for_letter, learned_from, opening_at

DAY = date(2026, 5, 1)
PEOPLE = {
    EGO: Person(EGO, "Robin Ostrow"),
    "ana": Person("ana", "Dr. Ana Maria Silva", company="Acme", title="Head of Data | Poet"),
    "ben": Person("ben", "Ben Ode", company="ACME Inc."),
    "cy": Person("cy", "Cy Dee"),
}
BOOK = Ledger(PEOPLE)


def facts(aim: Aim | None = None, **more: object) -> dict[str, Any]:
    book = replace(BOOK, **more)  # type: ignore[arg-type]
    return facts_for_letter(AsOf(book, DAY), "ana", aim or Aim())


def test_who_writes_to_whom_is_said_shortly() -> None:
    found = facts()

    assert {"name": "Ana Silva", "first": "Ana", "title": "Head of Data", "company": "Acme"} == (
        found["you"]
    )
    assert ("Robin Ostrow", "Robin", "") == tuple(
        found["me"][k] for k in ("name", "first", "introduction")
    )


def test_ego_without_a_name_is_left_for_the_user_to_say() -> None:
    said = Statement("s", EGO, "introduction", "I count fish.", DAY)
    me = facts(people={**PEOPLE, EGO: Person(EGO, "You")}, statements=(said,))["me"]

    assert ("", "", "I count fish.") == (me["name"], me["first"], me["introduction"])


def test_a_title_and_a_firm_of_more_than_seven_words_lose_the_title() -> None:
    def you(company: str) -> str:
        ana = Person("ana", "Ana", company=company, title="One Two Three Four")
        title: str = facts(people={**PEOPLE, "ana": ana})["you"]["title"]
        return title

    assert "One Two Three Four" == you("Blue River Labs")
    assert "" == you("Blue River Labs Berlin")


@pytest.mark.parametrize(
    ("goal", "narrow", "kind"),
    [
        (Goal("g", "data scientist in climate tech"), "data scientist in climate tech", "role"),
        (Goal("g", "tides"), "tides", "field"),
        (Goal("g", "climate", roles=("analyst",)), "climate", "role"),
        (Goal("g", "a b c d e f g"), "a b c d e f", "field"),
    ],
)
def test_a_goal_is_a_role_or_a_field_in_few_words(goal: Goal, narrow: str, kind: str) -> None:
    found = facts(goals=(goal,))["goal"]

    assert (narrow, kind) == (found["narrow"], found["kind"])
    assert facts()["goal"] is None


@pytest.mark.parametrize(
    ("target", "more", "said"),
    [
        ("ben", {}, ("person", "colleague")),
        ("cy", {}, ("person", "")),
        ("cy", {"ties": (Tie("t", "cy", "ana"),)}, ("person", "surely")),
        ("cy", {"ties": (Tie("t", "cy", "ana", known=False),)}, ("person", "")),
        ("cy", {"referrals": (Referral("r", "ana", "cy"),)}, ("person", "surely")),
        ("acme", {}, ("company", "colleague")),
        ("Blue", {"wishes": (Wish("w", "Blue"),)}, ("company", "")),
        ("climate tech", {}, ("field", "")),
    ],
)
def test_whom_or_what_is_asked_for_and_how_they_know_one_another(
    target: str, more: dict[str, object], said: tuple[str, str]
) -> None:
    found = facts(Aim(target=target), **more)["target"]

    assert said == (found["kind"], found["knows"])


def test_without_an_aim_there_is_no_target_and_no_introducer() -> None:
    found = facts()

    assert (None, None, None, None) == tuple(
        found[k] for k in ("target", "via", "opening", "arrived")
    )
    assert "Cy Dee" == facts(Aim(via="cy"))["via"]["name"]


@pytest.mark.parametrize(
    ("learned", "lesson"),
    [
        ("#Pay is low. Really.", "Pay is low."),
        ("see @Ana (Bosch)\nmore", "see Ana (Bosch)."),
        ("Is it? Yes.", "Is it?"),
        ("#tides+ rise", "tides rise."),
        ('"#tides" rise; !friday send @Bo my #notes', '"tides" rise.'),
        ("!friday send my notes", ""),
        ("", ""),
    ],
)
def test_the_first_sentence_of_what_was_learned_is_told_without_marks(
    learned: str, lesson: str
) -> None:
    said = Debrief("d", "ana", DAY, learned=learned)

    assert lesson == learned_from(AsOf(replace(BOOK, debriefs=(said,)), DAY), "ana")


def test_who_was_named_in_the_last_talk_is_named() -> None:
    day = Step(DAY, "named")
    names = (
        Referral("r1", "ana", "cy", steps=(day,)),
        Referral("r2", "ana", "ben", steps=(Step(DAY - timedelta(days=9), "named"),)),
        Referral("r3", "ben", "cy", steps=(day,)),
    )

    assert ("Cy Dee",) == facts(debriefs=(Debrief("d", "ana", DAY),), referrals=names)["names"]
    assert () == facts(referrals=names)["names"]


def test_an_open_place_at_the_company_is_told() -> None:
    saved = Wish("w", "Acme Inc.", "saved job", "Analyst | Berlin", DAY)
    over = Application("j", "Delta", "Nurse", steps=(Step(DAY, "declined"),))
    view = AsOf(replace(BOOK, wishes=(saved,), applications=(over,)), DAY)
    opening = opening_at(view, "acme")

    assert opening is not None
    assert ("Acme Inc", "Analyst", False) == (
        opening["company"], opening["title"], opening["applied"],
    )  # fmt: skip
    assert opening_at(view, "Bosch") is None
    assert opening_at(view, "Delta") is None
    assert opening_at(view, "") is None


def test_whom_ego_met_because_of_them_is_told_directly_first() -> None:
    def met(introducer: str, person: str, days: int) -> Referral:
        day = DAY - timedelta(days=days)
        return Referral(person, introducer, person, steps=(Step(day, "named"), Step(day, "met")))

    found = facts(referrals=(met("ana", "ben", 9), met("ben", "cy", 5)))

    assert ("Ben Ode", "Cy Dee") == found["led_to"]
    assert [("met", "Ben Ode", True), ("met", "Cy Dee", False)] == [
        (n["kind"], n["name"], n["named"]) for n in found["news"]
    ]
