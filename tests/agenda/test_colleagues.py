"""Two people at one employer are not asked at once."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from netgraph.agenda.colleagues import (
    PATIENT,
    SECOND_PERSON_AFTER,
    colleague_asked,
    colleagues_on,
    employers_waiting,
)
from netgraph.model.as_of import AsOf
from netgraph.model.dates import business_days_after
from netgraph.model.records import EGO, Ask, Goal, Ledger, Person, Statement, Step

MONDAY = date(2026, 5, 4)
PEOPLE = {
    "ana": Person("ana", "Ana", company="Acme"),
    "ben": Person("ben", "Ben", company="ACME Inc."),
    "cy": Person("cy", "Cy", company="Blue"),
    "di": Person("di", "Di", company="self-employed"),
    "eve": Person("eve", "Eve", company="self-employed"),
}


def asked(person: str = "ana", day: date = MONDAY, *then: str, want: str = "interview") -> Ask:
    return Ask(f"{person}-{day}", person, want, steps=tuple(Step(day, s) for s in ("asked", *then)))


def view(*asks: Ask, days: int = 1, **facts: object) -> AsOf:
    book = Ledger(PEOPLE, asks=asks, **facts)  # type: ignore[arg-type]
    return AsOf(book, MONDAY + timedelta(days=days))


def test_who_is_at_the_same_employer_waits_three_business_days() -> None:
    [waiting] = employers_waiting(view(asked()))

    assert ("ana", MONDAY, ("ben",), True) == (
        waiting.asked,
        waiting.day,
        waiting.people,
        waiting.alone,
    )
    assert MONDAY + timedelta(days=3) == waiting.until
    assert SECOND_PERSON_AFTER == 3


def test_where_a_goal_names_the_employer_more_patience_is_due() -> None:
    goal = Goal("g", "cook", companies=("acme",))
    [waiting] = employers_waiting(view(asked(), goals=(goal,)))

    assert business_days_after(MONDAY, PATIENT) == waiting.until
    assert PATIENT > SECOND_PERSON_AFTER


@pytest.mark.parametrize(
    "ask",
    [
        asked("ana", MONDAY, "declined"),
        asked("ana", MONDAY, want="help"),
        asked("ana", MONDAY - timedelta(days=20)),
        asked("ana", MONDAY + timedelta(days=9)),
        asked("di"),
        asked("nobody"),
    ],
    ids=["answered", "help", "three weeks ago", "to come", "no employer", "unknown"],
)
def test_nobody_waits_for_what_is_no_open_ask_at_an_employer(ask: Ask) -> None:
    assert {} == colleagues_on(view(ask))


def test_after_the_wait_others_may_be_asked_again() -> None:
    assert ["ben"] == list(colleagues_on(view(asked(), days=2)))
    assert {} == colleagues_on(view(asked(), days=3))


def test_a_holiday_of_the_users_country_is_no_business_day() -> None:
    # 1 May 2026, a Friday, is a holiday in Germany
    day = date(2026, 4, 29)
    said = Statement("s", EGO, "country", "DE", date(2026, 1, 1))
    here, there = (
        employers_waiting(AsOf(Ledger(PEOPLE, asks=(asked("ana", day),), statements=s), day))[0]
        for s in ((), (said,))
    )

    assert date(2026, 5, 4) == here.until
    assert date(2026, 5, 5) == there.until


def test_two_asked_at_one_employer_do_not_wait_for_each_other() -> None:
    [waiting] = employers_waiting(view(asked("ana"), asked("ben", MONDAY + timedelta(days=1))))

    assert ("ben", (), False) == (waiting.asked, waiting.people, waiting.alone)


def test_why_to_wait_is_said_with_whom_and_until_when() -> None:
    words = colleague_asked(view(asked()), "ben")

    assert words.startswith("you asked Ana, who is at ACME Inc. too, on 2026-05-04")
    assert words.endswith("until 2026-05-07")
    assert "" == colleague_asked(view(asked()), "cy")
