"""What is recorded between ego and one person up to a day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from netgraph.journal.appointments import appointment
from netgraph.model.records import (
    EGO,
    Ask,
    Correspondence,
    Event,
    EventKind,
    Ledger,
    Person,
    Position,
    Referral,
    Step,
    Tie,
)
from netgraph.talks.between_two import Between

DAY = date(2026, 5, 1)
K = EventKind
PEOPLE = {
    EGO: Person(EGO, "Robin", company="Acme"),
    "ana": Person("ana", "Dr. Ana Silva", company="ACME Inc."),
    "ben": Person("ben", "Ben Ode"),
    "cy": Person("cy", "Cy Dee"),
}


def did(kind: EventKind, days: int, giver: str = EGO, taker: str = "ana", **more: object) -> Event:
    day = DAY + timedelta(days=days)
    return Event(f"{kind}{days}{giver}", kind, day, giver, taker, **more)  # type: ignore[arg-type]


def between(*events: Event, who: str = "ana", **facts: object) -> Between:
    return Between(Ledger(PEOPLE, events=events, **facts), who, DAY)  # type: ignore[arg-type]


def test_events_are_those_of_the_two_up_to_the_day_the_oldest_first() -> None:
    first, second = did(K.MET, -9), did(K.MET, 0, "ana", EGO)
    told = between(second, first, did(K.MET, 1), did(K.MET, -3, "ana", "ben"), did(K.NOTE, -4))

    assert [first, second] == told.events({K.MET})


@pytest.mark.parametrize(
    ("told", "familiar"),
    [
        (between(), False),
        (between(did(K.MET, -9)), True),
        (between(did(K.MESSAGE, -9)), False),
        (between(ties=(Tie("t", "ana", EGO, closeness="warm"),)), True),
        (between(ties=(Tie("t", "ana", EGO, closeness="barely"),)), False),
        (between(ties=(Tie("t", "ana", "ben", closeness="close"),)), False),
    ],
)
def test_who_has_met_or_is_close_is_familiar(told: Between, familiar: bool) -> None:
    assert familiar == told.familiar()


NAMED = Referral("r", "ben", "ana", steps=(Step(DAY - timedelta(days=3), "named"),))
WROTE = Correspondence(K.EMAIL, "ana", EGO, (DAY - timedelta(days=5), DAY + timedelta(days=5)), "m")
LISTED = Tie("t", EGO, "ana", since=date(2020, 1, 1), source="linkedin")
SCHOOL = (Position("w1", EGO, "Hill College", kind="school"),
          Position("w2", "ana", "hill college", kind="school"))  # fmt: skip


def test_what_ties_two_the_surest_first() -> None:
    met = did(K.MET, -9)
    everything: Any = {"positions": SCHOOL, "correspondence": (WROTE,), "ties": (LISTED,)}

    assert {"kind": "introducer", "name": "Ben Ode"} == between(
        referrals=(NAMED,), **everything
    ).door(None)
    assert {"kind": "met", "day": met.day} == between(met, referrals=(NAMED,)).door(None)
    assert {"kind": "introducer", "name": "Cy Dee"} == between(met).door("cy")
    assert {"kind": "school", "name": "hill college"} == between(**everything).door(None)
    assert {"kind": "work", "name": "ACME Inc"} == between(correspondence=(WROTE,)).door(None)
    alone: Any = {"who": "cy", "ties": (Tie("t", EGO, "cy", since=date(2020, 1, 1)),)}
    assert {"kind": "connected", "day": date(2020, 1, 1)} == between(**alone).door(None)
    letter = Correspondence(K.EMAIL, "cy", EGO, WROTE.days, "m")
    assert {"kind": "wrote", "day": DAY - timedelta(days=5)} == between(
        who="cy", correspondence=(letter,)
    ).door(None)
    assert {"kind": ""} == between(who="cy").door(None)


def test_the_last_ask_is_told_with_whom_or_what_it_was_for() -> None:
    def ask(i: str, days: int, target: str) -> Ask:
        return Ask(i, "ana", target=target, steps=(Step(DAY + timedelta(days=days), "asked"),))

    asks = (ask("k1", -9, "cy"), ask("k2", -3, "climate tech"), ask("k3", 3, "ben"))

    assert {"day": DAY - timedelta(days=3), "about": "climate tech"} == between(asks=asks).asked()
    assert {"day": DAY - timedelta(days=9), "about": "Cy Dee"} == between(asks=asks[:1]).asked()
    assert between().asked() is None


def test_the_next_planned_talk_has_its_hour_and_place() -> None:
    past = did(K.PLANNED, -9, due=DAY - timedelta(days=1))
    near, far = did(K.PLANNED, -8, due=DAY), did(K.PLANNED, -7, due=DAY + timedelta(days=9))
    at = appointment(near, time="9:30", place="Café")
    plan = between(past, far, near, appointments=(at,)).plan()

    assert plan is not None
    assert (DAY, "09:30", "Café") == (plan["day"], plan["time"], plan["place"])
    bare = between(far).plan()
    assert bare is not None
    assert (far.due, "", "") == (bare["day"], bare["time"], bare["minutes"])
    assert between(past).plan() is None


def test_the_last_talk_is_a_talk() -> None:
    assert {"day": DAY - timedelta(days=2)} == between(
        did(K.TALKED, -5), did(K.INTERVIEW, -2, "ana", EGO), did(K.NOTE, -1)
    ).talk()
    assert between(did(K.NOTE, -1)).talk() is None


def test_thanks_are_for_what_was_done_since_the_last_ones() -> None:
    made = Referral("r", "ana", "ben", steps=(Step(DAY - timedelta(days=1), "introduced"),))
    help_, talk = did(K.HELPED, -9, "ana", EGO), did(K.TALKED, -5)

    assert {"day": talk.day, "kind": "talk", "names": ()} == between(help_, talk).kindness()
    assert {"day": DAY - timedelta(days=1), "kind": "introduction", "names": ("Ben Ode",)} == (
        between(help_, talk, referrals=(made,)).kindness()
    )
    thanked = did(K.THANKED, -4)
    found = between(help_, talk, thanked).kindness()  # all was thanked for: the last of all
    assert {"day": talk.day, "kind": "talk", "names": ()} == found
    assert between(did(K.HELPED, -9)).kindness() is None


def test_promises_are_those_since_the_last_talk_with_words() -> None:
    due = DAY + timedelta(days=3)
    events = (
        did(K.PROMISED, -9, note="old"), did(K.TALKED, -5),
        did(K.PROMISED, -5, note="new", due=due),
        did(K.PROMISED, -2), did(K.PROMISED, -1, "ana", EGO, note="theirs"),
    )  # fmt: skip

    assert [{"text": "new", "day": due}] == list(between(*events).promises())
    assert [{"text": "old", "day": None}] == list(between(events[0]).promises())


def test_a_promise_is_told_without_marks() -> None:
    said = did(K.PROMISED, -1, note="send the paper on #pay to @Bo Chen")

    assert [{"text": "send the paper on pay to Bo Chen", "day": None}] == (
        list(between(said).promises())
    )
