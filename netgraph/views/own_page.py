"""What netgraph believes about ego, so that ego can see it and put it right."""

from __future__ import annotations

from netgraph.identity.compared import UNNAMED
from netgraph.model.as_of import AsOf
from netgraph.model.base_record import Record
from netgraph.model.records import EGO, Person, Position
from netgraph.model.statements import current


class Myself(Record, frozen=True):
    """Ego as the facts have it: the person, past and present positions, and what ego said."""

    person: Person
    positions: tuple[Position, ...]
    said: tuple[str, ...]

    @property
    def named(self) -> bool:
        """Whether ego's name is known."""
        return self.person.name not in ("", UNNAMED)


def myself(view: AsOf) -> Myself:
    """Return what is believed about ego on a day; positions newest first.

    >>> from datetime import date
    >>> from netgraph.model.records import Ledger
    >>> book = Ledger(positions=(Position("1", "me", "Acme", "Chemist", start="2019"),))
    >>> [p.organisation for p in myself(AsOf(book, date(2026, 5, 1))).positions]
    ['Acme']
    """
    ledger = view.ledger
    mine = [p for p in ledger.positions if p.person == EGO]
    said = current((s for s in ledger.statements if s.subject == EGO), as_of=view.day)
    return Myself(
        ledger.people.get(EGO, Person(EGO, UNNAMED)),
        tuple(sorted(mine, key=lambda p: (p.current, p.end or p.start, p.id), reverse=True)),
        tuple(f"{s.field.replace('_', ' ')}: {s.value}" for s in said if s.value),
    )
