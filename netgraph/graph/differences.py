"""Whose ties are others after something small was written down: the rest of the network stands.

An event or an ask bears on the ties of those whom it names and of nobody else, so a page that shows
the network again after it need not build it again (`netgraph.graph.ties.with_ties_of`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, TypeVar

from netgraph.model.as_of import AsOf, parameters_on, same
from netgraph.model.kinds import named
from netgraph.model.parameters import parameters_from
from netgraph.model.records import EGO, Ledger, Means

F = TypeVar("F")

STANDS: Final = (
    "people",
    "organisations",
    "positions",
    "correspondence",
    "ties",
    "gatherings",
    "sources",
    "spelling",
)
"""The fields that have to be the same."""

FEW: Final = 50
"""Of more people than so many it is quicker to make all anew."""


def touched(earlier: Ledger, view: AsOf) -> frozenset[str] | None:
    """Return whose ties may be others than in an earlier ledger on the same day.

    None if that cannot be told of a few.

    >>> from datetime import date
    >>> from netgraph.model.records import Event, EventKind
    >>> talk = Event("e", EventKind.TALKED, date(2026, 5, 1), "me", "ana")
    >>> first = Ledger()
    >>> later = Ledger(first.people, first.organisations, events=(talk,), spelling=first.spelling)
    >>> sorted(touched(first, AsOf(later, date(2026, 5, 1))))
    ['ana']
    """
    ledger = view.ledger
    if not same(earlier, ledger, STANDS):
        return None
    if earlier.statements != ledger.statements:
        model = parameters_from(earlier.statements, as_of=view.day)
        if model != parameters_on(view):
            return None
    changed = (
        *_between(earlier.events, ledger.events),
        *_between(earlier.asks, ledger.asks),
        *_between(earlier.referrals, ledger.referrals),
    )
    people = frozenset(i for fact in changed for i in named(fact, Means.PERSON)) - {EGO}
    return people if len(people) <= FEW else None


def _between(one: Sequence[F], other: Sequence[F]) -> Sequence[F]:
    """Return what is left of both without what they have in common at the beginning and end."""
    most = min(len(one), len(other))
    start = next((i for i in range(most) if one[i] != other[i]), most)
    end = next((i for i in range(most - start) if one[-1 - i] != other[-1 - i]), most - start)
    return [*one[start : len(one) - end], *other[start : len(other) - end]]
