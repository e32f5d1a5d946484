"""Lineage: who opened which door for whom.

A referral makes an arrow from the introducer to the person they named. People to whom nobody led
are the *roots*; everybody else belongs to the generation after that of whoever named them first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from netgraph.journal.log import ENCOUNTERS, status, steps_until
from netgraph.model.as_of import AsOf, part
from netgraph.model.base_record import Record
from netgraph.model.parties import other_party
from netgraph.model.records import EGO, Ledger, Referral, ReferralStatus

if TYPE_CHECKING:
    import networkx as nx

Doors: TypeAlias = dict[str, dict[str, tuple[Referral, ...]]]
"""Introducer, then person: the referrals that led from one to the other."""


class Lineage(Record, frozen=True, dict=True):
    """The referrals to ego as of a date.

    ``after`` has everybody in the order in which they opened a door or were named, with those
    whom they named; ``before`` the same people with those who named them; ``doors`` every pair of
    the two, the first to open first. Nobody is their own ancestor.
    ``first`` maps everybody who was named to whoever named them first, ``met`` everybody ego was
    in touch with to the first such day, from being named on (None if the day is unknown).
    ``loops`` are the referrals left out because they lead back up their own chain, ``late``
    those to somebody whom ego had met by then: they opened no door.
    """

    after: Doors
    before: Doors
    doors: tuple[tuple[str, str], ...]
    first: Mapping[str, str]
    met: Mapping[str, date | None]
    late: tuple[Referral, ...]
    loops: tuple[Referral, ...]
    as_of: date

    @cached_property
    def G(self) -> nx.DiGraph[str]:  # noqa: N802
        """An edge from introducer to person for each door, with its ``referrals``."""
        import networkx as nx  # noqa: PLC0415 - heavy, and few commands need more than the doors

        G: nx.DiGraph[str] = nx.DiGraph()
        for u, v in self.doors:
            G.add_edge(u, v, referrals=self.after[u][v])
        return G

    @property
    def roots(self) -> tuple[str, ...]:
        """Those whom nobody named, in the order in which they first opened a door."""
        return tuple(u for u in self.after if u not in self.first)

    def children(self, u: str) -> tuple[str, ...]:
        """Those whom ``u`` named first, in that order; every person is somebody's child once."""
        return tuple(v for v in self.after[u] if self.first[v] == u)

    def above(self, v: str) -> frozenset[str]:
        """Everybody up the chains that led to ``v``."""
        return _up(self.before, v)

    def named(self, v: str) -> date | None:
        """Return when ``v`` was first named, None if unknown or for a root."""
        return _day(self.after[self.first[v]][v][0]) if v in self.first else None

    def referrals(self, v: str) -> tuple[Referral, ...]:
        """Return the referrals to ``v``, those of one introducer together; none to a root."""
        return tuple(r for referrals in self.before[v].values() for r in referrals)

    def status(self, v: str) -> str:
        """Return how the latest referral to ``v`` stands, "" for a root."""
        steps = [
            (step.day or date.min, r.id, step.status)
            for r in self.referrals(v)
            for step in steps_until(r, self.as_of)[-1:]
        ]
        return max(steps)[2] if steps else ""


def lineage(ledger: Ledger, *, as_of: date) -> Lineage:
    """Return who led ego to whom, from the steps taken up to a date.

    A person may have several introducers. A referral that would make somebody their own ancestor
    is kept apart in `Lineage.loops`; the earlier ones stand, and of one day's that of whom ego
    met first. Whoever passed a name on counts as
    met, since ego heard from them.

    Examples
    --------
    >>> from netgraph.model.records import Step
    >>> named = (Step(date(2026, 5, 1), "named"),)
    >>> book = Ledger(referrals=(
    ...     Referral("r1", "maya", "tom", steps=named), Referral("r2", "tom", "maya", steps=named)))
    >>> tree = lineage(book, as_of=date(2026, 6, 1))
    >>> tree.roots, tree.children("maya"), [r.id for r in tree.loops]
    (('maya',), ('tom',), ['r2'])
    """
    after: Doors = {}
    before: Doors = {}
    doors: dict[tuple[str, str], None] = {}
    first: dict[str, str] = {}
    late: list[Referral] = []
    loops: list[Referral] = []
    contacts = _contacts(ledger, as_of)
    for referral in _in_order(ledger, contacts, as_of):
        u, v = referral.introducer, referral.person
        since = _in_touch(after, first, contacts, v) if v in after else None
        if u == v or (u in after and v in _up(before, u)):
            loops.append(referral)
        elif since and since < (_day(referral) or date.min):
            late.append(referral)
        else:
            for i in (u, v):
                after.setdefault(i, {})
                before.setdefault(i, {})
            after[u][v] = before[v][u] = (*after[u].get(v, ()), referral)
            doors[u, v] = None
            first.setdefault(v, u)
    touched = [u for u, named in after.items() if contacts[u] or named]
    days = {u: _in_touch(after, first, contacts, u) for u in touched}
    met = {u: day for u, day in days.items() if day or None in contacts[u]}
    return Lineage(after, before, tuple(doors), first, met, tuple(late), tuple(loops), as_of)


@part
def lineage_on(view: AsOf) -> Lineage:
    """Return the `lineage` of a view."""
    return lineage(view.ledger, as_of=view.day)


def _up(before: Doors, v: str) -> frozenset[str]:
    """Return everybody up the chains that led to somebody."""
    found: set[str] = set()
    look = [v]
    while look:
        new = before[look.pop()].keys() - found
        found |= new
        look += new
    return frozenset(found)


def _day(referral: Referral) -> date | None:
    """Return the day of a referral's first step."""
    return referral.steps[0].day


def _in_order(
    ledger: Ledger, contacts: Mapping[str, Collection[date | None]], as_of: date
) -> list[Referral]:
    """Return the referrals to ego by day; of one day's, those of whom ego met first."""
    known = [r for r in ledger.referrals if r.to == EGO and status(r, as_of=as_of)]
    known = [r for r in known if EGO not in (r.introducer, r.person)]
    met = {i: min((d for d in days if d), default=date.max) for i, days in contacts.items()}
    return sorted(known, key=lambda r: (_day(r) or date.min, met.get(r.introducer, date.max), r.id))


def _contacts(ledger: Ledger, as_of: date) -> dict[str, set[date | None]]:
    """Return the days on which ego met everybody, None among them for an unknown one."""
    days: dict[str, set[date | None]] = defaultdict(set)
    for event in ledger.events:
        if event.kind in ENCOUNTERS and event.day and event.day <= as_of:
            days[other_party(event)].add(event.day)
    for referral in ledger.referrals:
        if referral.to == EGO:
            steps = steps_until(referral, as_of)
            days[referral.person] |= {s.day for s in steps if s.status == ReferralStatus.MET}
    return days


def _in_touch(
    after: Doors, first: Mapping[str, str], contacts: Mapping[str, Collection[date | None]], v: str
) -> date | None:
    """Return since when ego is in touch, for the named from that day on; None if unknown."""
    named = _day(after[first[v]][v][0]) if v in first else None
    days = [d for d in contacts.get(v, ()) if d and d >= (named or date.min)]
    days += [d for referrals in after[v].values() if (d := _day(referrals[0]))]
    return min(days, default=None)
