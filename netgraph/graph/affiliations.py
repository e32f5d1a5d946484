"""Who is or was where, and when: at employers, schools and clubs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple, TypeAlias

from netgraph.model.as_of import AsOf, lasting
from netgraph.model.records import Ledger, Organisation


class Affiliation(NamedTuple):
    """Somebody's time at one place.

    Dates are empty if unknown, and so is ``seen``, the last day a source showed it; ``now`` if
    it goes on.
    """

    now: bool
    start: str = ""
    end: str = ""
    title: str = ""
    kind: str = "work"
    seen: str = ""

    @property
    def until(self) -> str:
        """Say when it ended, or when it was last seen; "" if it goes on or nobody knows."""
        if self.now:
            return ""
        return f"until {self.end[:4]}" if self.end else f"in {self.seen[:4]}" if self.seen else ""


Presence: TypeAlias = tuple[str, Organisation, Affiliation]


@lasting("people", "organisations", "positions", "spelling")
def affiliations_on(view: AsOf) -> tuple[Presence, ...]:
    """Return the affiliations of a view."""
    return tuple(find_affiliations(view.ledger, as_of=view.day))


def find_affiliations(ledger: Ledger, *, as_of: date) -> Iterator[Presence]:
    """Yield who is or was at which known organisation; present stays first, so that they stand.

    >>> from netgraph.model.records import Person
    >>> acme = Organisation("o", "Acme Inc.", spellings=("Acme",))
    >>> book = Ledger({"ana": Person("ana", "Ana", company="Acme", title="Cook")}, {"o": acme})
    >>> found = find_affiliations(book, as_of=date(2026, 5, 1))
    >>> [(who, at.name, stay.title) for who, at, stay in found]
    [('ana', 'Acme Inc.', 'Cook')]
    """
    organisations = ledger.organisations
    spelling = ledger.spelling or {s: o.id for o in organisations.values() for s in o.spellings}
    spelt = {name: organisations[i] for name, i in spelling.items() if i in organisations}
    known = {**organisations, **spelt}
    for person in ledger.people.values():
        if firm := known.get(person.company):
            yield person.id, firm, Affiliation(True, title=person.title)
    today = as_of.isoformat()
    for p in sorted(ledger.positions, key=lambda p: not p.current):
        if p.start <= today and (firm := known.get(p.organisation)):
            seen = p.seen.isoformat() if p.seen else ""
            yield p.person, firm, Affiliation(p.current, p.start, p.end, p.title, p.kind, seen)
