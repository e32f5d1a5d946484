"""The facts of one day, sorted for the rules."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from netgraph.agenda.day_facts import country_on, day_of, employers_on, facts_on
from netgraph.journal.log import TALKS
from netgraph.model.as_of import AsOf
from netgraph.model.records import (
    EGO,
    Ask,
    Correspondence,
    Event,
    EventKind,
    Ledger,
    Person,
    Referral,
    Statement,
    Step,
)

DAY = date(2026, 5, 4)
K = EventKind
PEOPLE = {
    EGO: Person(EGO, "Robin", company="Acme"),
    "ana": Person("ana", "Ana", company="Acme Inc."),
    "ben": Person("ben", "Ben", company="ACME"),
    "cy": Person("cy", "Cy", company="freelance"),
}


def did(kind: EventKind, days: int, giver: str = EGO, taker: str = "ana", **more: object) -> Event:
    day = DAY + timedelta(days=days)
    return Event(f"{kind}{days}{giver}{taker}", kind, day, giver, taker, **more)  # type: ignore[arg-type]


def view(*events: Event, **facts: object) -> AsOf:
    return AsOf(Ledger(PEOPLE, events=events, **facts), DAY)  # type: ignore[arg-type]


def test_events_with_ego_are_found_by_the_other_in_order_and_none_is_to_come() -> None:
    met, talked = did(K.MET, -1), did(K.TALKED, -2, "ana", EGO)
    facts = facts_on(
        view(met, talked, did(K.MET, 1), did(K.MET, 0, "ana", "ben"), did(K.MET, 0, EGO, "zoe"),
             Event("x", K.MET, None, EGO, "ben"))
    )  # fmt: skip

    assert {"ana": [talked, met]} == facts.events
    assert (DAY, "Ana") == (facts.as_of, facts.name("ana"))


@pytest.mark.parametrize(("since", "done"), [(None, True), (-3, True), (-2, True), (-1, False)])
def test_something_was_done_since_a_day_that_day_included(since: int | None, done: bool) -> None:
    facts = facts_on(view(did(K.TALKED, -2)))

    assert done == facts.done("ana", TALKS, None if since is None else DAY + timedelta(days=since))
    assert not facts.done("ben", TALKS, None)
    assert not facts.done("ana", {K.MET}, None)


def test_a_talk_is_planned_until_it_took_place() -> None:
    plan = did(K.PLANNED, -3, due=DAY + timedelta(days=1))

    assert [("ana", plan, plan.due)] == list(facts_on(view(plan)).planned())
    assert [("ana", plan, plan.due)] == list(facts_on(view(plan, did(K.TALKED, -4))).planned())
    assert [] == list(facts_on(view(plan, did(K.TALKED, -3))).planned())
    assert [] == list(facts_on(view(did(K.PLANNED, -3))).planned())


def test_a_talk_was_given_if_it_was_an_interview_or_what_was_asked_for() -> None:
    interview, chat = did(K.INTERVIEW, -9, "ana", EGO), did(K.TALKED, -5)
    done = Ask("k", "ana", steps=(Step(DAY - timedelta(days=8), "asked"),
                                  Step(DAY - timedelta(days=5), "done")))  # fmt: skip

    assert [interview] == list(facts_on(view(interview, chat)).talks("ana"))
    assert [interview, chat] == list(facts_on(view(interview, chat, asks=(done,))).talks("ana"))
    assert [] == list(facts_on(view(did(K.INTERVIEW, -9))).talks("ana"))


def test_what_wants_to_be_thanked_for() -> None:
    made = Referral("r", "ben", "ana", steps=(Step(DAY - timedelta(days=1), "introduced"),))
    facts = facts_on(
        view(did(K.INTERVIEW, -2, "ana", EGO), did(K.ADVICE, -3, "ben", EGO), did(K.HELPED, -1),
             referrals=(made,))
    )  # fmt: skip

    assert {
        ("ana", DAY - timedelta(days=2), "You talked"),
        ("ben", DAY - timedelta(days=3), "They helped you"),
        ("ben", DAY - timedelta(days=1), "They introduced you to Ana"),
    } == set(facts.kindnesses())


def test_the_last_contact_is_an_event_a_letter_or_an_ask() -> None:
    letters = Correspondence(K.EMAIL, "ana", EGO, (None, DAY - timedelta(days=9)), "mail")
    later = Correspondence(K.EMAIL, EGO, "ben", (DAY + timedelta(days=9),), "mail")
    ask = Ask("k", "cy", steps=(Step(DAY - timedelta(days=4), "asked"),))
    facts = facts_on(view(did(K.NOTE, -1), did(K.MET, -12), correspondence=(letters, later),
                          asks=(ask,)))  # fmt: skip

    assert DAY - timedelta(days=9) == facts.last_contact("ana")
    assert facts.last_contact("ben") is None
    assert DAY - timedelta(days=4) == facts.last_contact("cy")


def test_colleagues_are_those_of_one_firm_and_ego_is_nowhere() -> None:
    [people] = employers_on(view()).values()

    assert ["ana", "ben"] == people


def test_asks_that_have_not_come_to_an_end_are_open() -> None:
    asks = (
        Ask("k1", "ana", steps=(Step(DAY, "asked"),)),
        Ask("k2", "ben", steps=(Step(DAY, "declined"),)),
        Ask("k3", "cy", steps=(Step(DAY + timedelta(days=1), "asked"),)),
        Ask("k4", "zoe", steps=(Step(DAY, "asked"),)),
    )

    assert {"ana"} == facts_on(view(asks=asks)).open_asks()


def test_only_names_passed_on_to_ego_of_people_there_count() -> None:
    step = (Step(DAY, "named"),)
    names = (
        Referral("r1", "ana", "ben", steps=step), Referral("r2", "ana", "ben", "cy", steps=step),
        Referral("r3", "ana", "zoe", steps=step),
        Referral("r4", "ana", "cy", steps=(Step(DAY + timedelta(days=1), "named"),)),
    )  # fmt: skip

    assert ["r1"] == [r.id for r, _ in facts_on(view(referrals=names)).referrals]


def test_business_days_are_those_of_the_country_that_was_said_by_then() -> None:
    said = (Statement("s1", EGO, "country", "DE", DAY - timedelta(days=90)),
            Statement("s2", EGO, "country", "US", DAY + timedelta(days=1)))  # fmt: skip

    assert "DE" == country_on(view(statements=said))
    assert "" == country_on(view())
    assert date(2026, 5, 4) == facts_on(view(statements=said)).after(date(2026, 4, 30), 1)
    assert date(2026, 5, 1) == facts_on(view()).after(date(2026, 4, 30), 1)
    assert date.min == day_of(Event("e", K.MET, None, EGO, "ana"))
