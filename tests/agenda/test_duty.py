"""Something that is due says what it is about and what settles it, from day to day the same."""

from __future__ import annotations

from datetime import date, timedelta

from netgraph.agenda.day_facts import facts_on
from netgraph.agenda.duty import LAPSE, THANK_WITHIN, Due
from netgraph.agenda.rules import RULES
from netgraph.model.as_of import AsOf
from netgraph.model.records import EGO, Event, EventKind, Ledger, Person

DAY = date(2026, 5, 1)
TALK = Event("e", EventKind.INTERVIEW, DAY, "ana", EGO)


def due(days: int) -> list[Due]:
    view = AsOf(Ledger.of(Person("ana", "Ana"), TALK), DAY + timedelta(days=days))
    return [one for rule in RULES for one in rule(facts_on(view)) if one.kind == "thank"]


def test_it_stays_the_same_from_day_to_day_until_it_lapses() -> None:
    (first,), (later,) = due(1), due(9)

    assert (first.kind, first.person, first.about) == (later.kind, later.person, later.about)
    assert (first.overdue, later.overdue) == (False, True)
    assert first.on <= DAY + THANK_WITHIN
    assert ([1], []) == ([len(due(LAPSE.days))], due(LAPSE.days + 1))
