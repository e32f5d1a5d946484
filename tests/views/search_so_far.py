"""Asks and names passed on, from so many days ago, for the tests of the search in numbers."""

from __future__ import annotations

from datetime import date, timedelta

from netgraph.model.records import Ask, Person, Referral, Step

DAY = date(2026, 5, 1)
PEOPLE = {i: Person(i, i.title(), company="Acme") for i in ("ana", "ben", "cy", "di", "eve")}


def asked(person: str, ago: int, *then: str, via: str | None = None) -> Ask:
    """Return an ask with the steps it has taken."""
    day = DAY - timedelta(days=ago)
    steps = tuple(Step(day, s) for s in ("asked", *then))
    return Ask(f"{person}{ago}", person, introducer=via, steps=steps)


def named(introducer: str, person: str, *then: str, ago: int = 50) -> Referral:
    """Return a name passed on with the steps it has taken."""
    day = DAY - timedelta(days=ago)
    steps = tuple(Step(day, s) for s in ("named", *then))
    return Referral(f"{introducer}-{person}", introducer, person, steps=steps)
