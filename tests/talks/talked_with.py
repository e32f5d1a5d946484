"""With whom was talked, and how what was written down is read."""

from __future__ import annotations

from datetime import date

from netgraph.model.records import EGO, Goal, Ledger, Person
from netgraph.talks.marks import Mark, marks_in

DAY = date(2026, 5, 6)  # a Wednesday


PEOPLE = {
    EGO: Person(EGO, "Robin"),
    "ana": Person("ana", "Ana Silva", company="Acme", title="Data Scientist"),
    "ben": Person("ben", "Ben Ode", company="Hilltop", title="Nurse"),
    "ben2": Person("ben2", "Ben Ode", company="Delta"),
    "noor": Person("noor", "Noor Haddadin"),
}


BOOK = Ledger(PEOPLE, goals=(Goal("g1", "data", hypotheses=("needs a degree", "pays well")),))


def read(text: str) -> list[Mark]:
    """Return what the text is read as."""
    return marks_in(text, as_of=DAY)
