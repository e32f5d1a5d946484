"""What happened, was asked, passed on and said, told of human beings instead of records.

These facts are few, and say nothing of who is who: the store reads them anew every time, while what
`netgraph.identity.resolution` found of the rest may have been kept (`netgraph.store.snapshot`).
"""

from __future__ import annotations

from collections.abc import Mapping, Set
from typing import Any, TypeVar

from msgspec import field

from netgraph.identity.overlap import told_once
from netgraph.model.base_record import Record
from netgraph.model.history import present
from netgraph.model.kinds import mapped
from netgraph.model.records import EGO, Ledger

R = TypeVar("R")


class Who(Record, frozen=True):
    """Who the records are: what has to be known of them to tell other facts of human beings.

    ``nobody`` are the records that could be several people's, ``by_name`` those whom an older
    export showed by name and a newer one by profile, ``lent`` the sources that are a friend's, and
    ``alias`` maps the id of a record that was merged into another to the id that stands for it.
    ``places`` maps the id of a tie that has another than was stored to the one that it stands by.
    """

    nobody: Set[str]
    by_name: Set[str]
    lent: Set[str]
    alias: Mapping[str, str]
    places: Mapping[str, str] = field(default_factory=dict)


def retold(ledger: Ledger, who: Who) -> dict[str, Any]:
    """Return the fields of a ledger of human beings that hold what happened and was said.

    >>> from netgraph.model.records import Event, EventKind
    >>> book = Ledger(events=(Event("e", EventKind.TALKED, None, "me", "p2"),))
    >>> retold(book, Who(frozenset(), frozenset(), frozenset(), {"p2": "p1"}))["events"][0].taker
    'p1'
    """
    alias, events = who.alias, ledger.events
    if who.nobody:
        events = tuple(e for e in events if who.nobody.isdisjoint((e.giver, e.taker)))
    if who.lent:  # what friends' sources tell of ego is in ego's own
        me = {EGO, *(i for i, stands in alias.items() if stands == EGO)}
        events = tuple(
            e for e in events if e.source not in who.lent or me.isdisjoint((e.giver, e.taker))
        )
    return {
        "events": through(alias, told_once(events, who.by_name, alias)),
        "asks": through(alias, ledger.asks),
        "referrals": through(alias, ledger.referrals),
        "goals": present(through(alias, ledger.goals)),
        "relations": tuple(r for r in through(alias, ledger.relations) if r.u != r.v),
        "wishes": ledger.wishes,
        "appointments": through(alias, ledger.appointments),
        "applications": through(alias, ledger.applications),
        "statements": through(alias, ledger.statements),
        "debriefs": through(alias, ledger.debriefs),
        "evidence": through(alias, ledger.evidence),
    }


def through(alias: Mapping[str, str], records: tuple[R, ...]) -> tuple[R, ...]:
    """Return the records with every id replaced by the one that stands for it."""
    if not alias:
        return records
    return tuple(mapped(record, lambda i: alias.get(i, i)) for record in records)
