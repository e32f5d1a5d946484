"""Names and introductions that ego was given and has not taken up yet."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from netgraph.agenda.names_given import FORGOTTEN, NameGiven, names_given_on, spoken_day
from netgraph.model.as_of import AsOf
from netgraph.model.records import EGO, Ask, Event, EventKind, Ledger, Person, Referral, Step

DAY = date(2026, 5, 30)
PEOPLE = {i: Person(i, i.title()) for i in ("ana", "ben", "dora", "eli")}


def ago(days: int) -> date:
    return DAY - timedelta(days=days)


def named(*statuses: str, days: int = 5, person: str = "dora", by: str = "ben") -> Referral:
    steps = tuple(Step(ago(days + len(statuses) - 1 - n), s) for n, s in enumerate(statuses))
    return Referral(f"{by}-{person}", by, person, steps=steps)


def given(
    *names: Referral, events: tuple[Event, ...] = (), asks: tuple[Ask, ...] = ()
) -> list[NameGiven]:
    book = Ledger(PEOPLE, events=events, asks=asks, referrals=names)
    return list(names_given_on(AsOf(book, DAY)))


@pytest.mark.parametrize(
    ("statuses", "words", "introduced"),
    [
        (("named",), "Ben gave you their name on 25 May", False),
        (("named", "agreed"), "Ben told you that they would like to talk on 25 May", False),
        (("named", "introduced"), "Ben introduced you on 25 May", True),
    ],
)
def test_a_name_is_said_as_it_was_given(
    statuses: tuple[str, ...], words: str, introduced: bool
) -> None:
    assert [NameGiven("dora", "ben", ago(5), words, introduced, "ben-dora")] == given(
        named(*statuses)
    )


@pytest.mark.parametrize("last", ["asked", "met", "declined", "silent", "closed"])
def test_a_name_that_was_taken_up_or_is_over_waits_no_more(last: str) -> None:
    assert [] == given(named("named", last))


def test_after_two_months_nobody_is_reminded() -> None:
    assert 1 == len(given(named("named", days=FORGOTTEN.days)))
    assert [] == given(named("named", days=FORGOTTEN.days + 1))


def event(kind: EventKind, days: int) -> Event:
    return Event("e", kind, ago(days), EGO, "dora")


def test_contact_since_then_takes_a_name_up_and_so_does_a_plan_or_an_ask() -> None:
    name = named("named", "introduced", days=5)

    assert [] == given(name, events=(event(EventKind.MET, 5),))
    assert [] == given(name, events=(event(EventKind.PLANNED, 5),))
    assert [] == given(name, asks=(Ask("k", "dora", steps=(Step(ago(1), "asked"),)),))
    assert 1 == len(given(name, events=(event(EventKind.PLANNED, 6),)))


def test_whom_ego_knew_before_needs_no_name_but_an_introduction_is_one() -> None:
    before = (event(EventKind.MET, 90),)

    assert [] == given(named("named"), events=before)
    assert 1 == len(given(named("named", "introduced"), events=before))


def test_introductions_come_first_then_the_newest_each_person_once() -> None:
    found = given(
        named("named", days=2, person="eli"), named("named", days=3, person="ana"),
        named("named", "introduced", days=9), named("named", days=1, by="eli"),
    )  # fmt: skip

    assert [("dora", "ben"), ("eli", "ben"), ("ana", "ben")] == [
        (name.person, name.introducer) for name in found
    ]


def test_a_day_is_said_as_one_would() -> None:
    assert "4 May" == spoken_day(date(2026, 5, 4))
    assert "30 November" == spoken_day(date(2026, 11, 30))
