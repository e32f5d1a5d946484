"""Checks: each fault in the data is found and says how to mend it."""

from __future__ import annotations

from datetime import date

from netgraph.model.records import (
    EGO,
    Ask,
    Event,
    EventKind,
    Ledger,
    Person,
    Referral,
    Statement,
    Step,
)
from netgraph.views.checks import check

DAY = date(2026, 5, 1)
PEOPLE = {i: Person(i, i.title()) for i in (EGO, "ana", "ben", "cy")}


def named(introducer: str, person: str, day: date) -> Referral:
    return Referral(f"r-{introducer}-{person}", introducer, person, steps=(Step(day, "named"),))


def messages(ledger: Ledger) -> list[str]:
    return [f"{p.where}: {p.message}" for p in check(ledger, as_of=DAY)]


def test_a_sound_ledger_has_no_problem() -> None:
    event = Event("e1", EventKind.TALKED, DAY, EGO, "ana")
    book = Ledger(PEOPLE, events=(event,), referrals=(named("ana", "ben", DAY),))

    assert [] == messages(book)


def test_a_circle_of_introductions_is_reported() -> None:
    circle = (
        named("ana", "ben", date(2026, 1, 1)),
        named("ben", "cy", date(2026, 2, 1)),
        named("cy", "ana", date(2026, 3, 1)),
    )

    (problem,) = messages(Ledger(PEOPLE, referrals=circle))

    assert problem.startswith("r-cy-ana: a circle of introductions: Cy passed on Ana")


def test_steps_that_go_back_in_time_are_reported() -> None:
    steps = (Step(date(2026, 4, 2), "asked"), Step(date(2026, 4, 1), "agreed"))

    (problem,) = messages(Ledger(PEOPLE, asks=(Ask("a1", "ana", steps=steps),)))

    assert "a1: the steps about Ana are not in the order of their dates" == problem


def test_what_lies_ahead_and_what_has_no_date_is_counted() -> None:
    events = (
        Event("e1", EventKind.TALKED, date(2027, 1, 1), EGO, "ana"),
        Event("e2", EventKind.MESSAGE, None, "ana", EGO, source="linkedin"),
    )

    assert [
        "e1: 1 logged events lie after 2026-05-01; they count from their day on",
        "linkedin: 1 events have no date that could be read",
    ] == messages(Ledger(PEOPLE, events=events))


def test_what_was_noted_and_cannot_be_read_is_reported() -> None:
    bad = Statement("s1", "ana", "unreadable", "not_before: 2026-02-31")

    assert ["ana: what you noted of Ana cannot be read: not_before: 2026-02-31"] == messages(
        Ledger(PEOPLE, statements=(bad,))
    )


def test_somebody_without_a_name_is_reported() -> None:
    (problem,) = messages(Ledger(PEOPLE | {"x": Person("x", "")}))

    assert "x: has no name; give it one" == problem
