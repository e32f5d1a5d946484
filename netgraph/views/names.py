"""How rows name people: by id and name."""

from __future__ import annotations

from netgraph.model.base_record import Record
from netgraph.model.records import EGO, Ledger


class Named(Record, frozen=True):
    """A person or an organisation."""

    id: str
    name: str


def name_of(ledger: Ledger, i: str) -> str:
    """Return what somebody is called: "you" for ego, the words themselves if they are no id.

    >>> name_of(Ledger(), "me"), name_of(Ledger(), "climate tech")
    ('you', 'climate tech')
    """
    if i == EGO:
        return "you"
    return ledger.people[i].name if i in ledger.people else i


def named(ledger: Ledger, i: str) -> Named:
    """Return somebody's id and name."""
    return Named(i, name_of(ledger, i))
