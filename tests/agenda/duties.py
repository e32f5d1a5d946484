"""Some people and what was done with them, for the tests of what is due."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from netgraph.agenda.due_list import due
from netgraph.model.as_of import AsOf
from netgraph.model.records import (
    EGO,
    Ask,
    Event,
    EventKind,
    Ledger,
    Person,
    Statement,
    Step,
)

MAY_4 = date(2026, 5, 4)  # a Monday


PEOPLE = {
    EGO: Person(EGO, "Robin"),
    "ana": Person("ana", "Ana Silva", company="Acme"),
    "ben": Person("ben", "Ben Ode", company="Acme"),
    "cleo": Person("cleo", "Cleo Park"),
}


def did(kind: EventKind, day: int, giver: str = EGO, taker: str = "ana", **more: Any) -> Event:
    """Return an event some days after 4 May."""
    on = MAY_4 + timedelta(days=day)
    return Event(f"{kind}{day}{giver}", kind, on, giver, taker, **more)


def listed(book: Ledger, day: int, *, days: int = 7) -> list[tuple[str, str, int, bool]]:
    """Return what is due some days after 4 May: kind, who, days after 4 May, whether overdue."""
    found = due(AsOf(book, MAY_4 + timedelta(days=day)), days=days)
    return [(d.kind, d.person, (d.on - MAY_4).days, d.overdue) for d in found]


def of(*events: Event, **more: Any) -> Ledger:
    """Return a ledger of these people with some events."""
    return Ledger(people=PEOPLE, events=events, **more)


TALK = did(EventKind.INTERVIEW, 0, "ana", EGO)


def asked(*days: int, end: str = "", person: str = "cleo") -> Ask:
    """Return an ask made and repeated some days after 4 May."""
    steps = [Step(MAY_4 + timedelta(days=d), "asked") for d in days]
    last = [Step(steps[-1].day, end)] if end else []
    return Ask(f"a-{person}", person, steps=(*steps, *last))


def pace(value: int, day: int = 0) -> Statement:
    """Return a ledger of these people with some events."""
    return Statement("s", "cleo", "keep_in_touch", value, MAY_4 + timedelta(days=day))
