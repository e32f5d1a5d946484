"""What there is to tell while the network grows: first doors, first talks where ego wants to go."""

from __future__ import annotations

from datetime import date

from netgraph.model.records import EGO, Application, Event, EventKind, Ledger, Referral, Step
from netgraph.pages.story import moments

PEOPLE = {
    "ana": {"name": "Ana", "company": "Acme"},
    "ben": {"name": "Ben", "company": "Acme"},
    "cy": {"name": "Cy", "company": "Oak"},
}
MAY = 2026 * 12 + 4
NOW = date(2026, 8, 1)


def talk(i: str, person: str, day: date) -> Event:
    return Event(i, EventKind.TALKED, day, EGO, person)


def test_only_the_first_talk_at_an_employer_of_a_goal_is_told() -> None:
    talks = (
        talk("a", "ben", date(2026, 6, 2)),
        talk("b", "ana", date(2026, 5, 2)),
        talk("c", "cy", date(2026, 5, 3)),
    )
    book = Ledger(events=talks)

    assert [(MAY, "First talk at Acme: Ana")] == moments(book, PEOPLE, {"Acme"}, NOW)
    assert [] == moments(book, PEOPLE, {"Acme"}, date(2026, 5, 1))


def test_who_may_not_be_named_is_not() -> None:
    book = Ledger(events=(talk("b", "ana", date(2026, 5, 2)), talk("a", "ben", NOW)))
    shown = {"ben": PEOPLE["ben"]}

    assert [(MAY + 3, "First talk at Acme: Ben")] == moments(book, shown, {"Acme"}, NOW)


def test_who_passes_a_first_name_on_opens_a_door() -> None:
    named = tuple(
        Referral(f"r{n}", "ana", who, steps=(Step(date(2026, 5 + n, 4), "named"),))
        for n, who in enumerate(("ben", "cy"))
    )

    assert [(MAY, "Ana opens a door: Ben")] == moments(Ledger(referrals=named), PEOPLE, (), NOW)


def test_an_offer_ends_the_story() -> None:
    steps = (Step(date(2026, 5, 4), "applied"), Step(date(2026, 6, 4), "offer"))
    book = Ledger(applications=(Application("j", "Acme", steps=steps),))

    assert [(MAY + 1, "An offer from Acme")] == moments(book, PEOPLE, (), NOW)
    assert [(MAY + 1, "An offer from K1")] == moments(book, PEOPLE, (), NOW, lambda firm: "K1")
    assert [] == moments(book, PEOPLE, (), date(2026, 6, 3))
