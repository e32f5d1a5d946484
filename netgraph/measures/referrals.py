"""Lineage: who opened which door for whom.

A referral makes an arrow from the introducer to the person they named. People to whom nobody led
are the *roots*; everybody else belongs to the generation after that of whoever named them first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

import networkx as nx

from netgraph.journal.log import ENCOUNTERS, status, steps_until
from netgraph.model.as_of import AsOf, part
from netgraph.model.parties import other_party
from netgraph.model.records import EGO, Ledger, Referral, ReferralStatus

Graph: TypeAlias = "nx.DiGraph[str]"


@dataclass(frozen=True, slots=True)
class Lineage:
    """The referrals to ego as of a date.

    ``G`` has an edge from introducer to person, with its ``referrals``; it has no loops.
    ``first`` maps everybody who was named to whoever named them first, ``met`` everybody ego was
    in touch with to the first such day, from being named on (None if the day is unknown).
    ``loops`` are the referrals left out because they lead back up their own chain, ``late``
    those to somebody whom ego had met by then: they opened no door.
    """

    G: Graph
    first: Mapping[str, str]
    met: Mapping[str, date | None]
    late: tuple[Referral, ...]
    loops: tuple[Referral, ...]
    as_of: date

    @property
    def roots(self) -> tuple[str, ...]:
        """Those whom nobody named, in the order in which they first opened a door."""
        return tuple(u for u in self.G if u not in self.first)

    def children(self, u: str) -> tuple[str, ...]:
        """Those whom ``u`` named first, in that order; every person is somebody's child once."""
        return tuple(v for v in self.G[u] if self.first[v] == u)

    def named(self, v: str) -> date | None:
        """Return when ``v`` was first named, None if unknown or for a root."""
        return _day(self.G.edges[self.first[v], v]["referrals"][0]) if v in self.first else None

    def referrals(self, v: str) -> tuple[Referral, ...]:
        """Return the referrals to ``v``, those of one introducer together; none to a root."""
        return tuple(r for u in self.G.predecessors(v) for r in self.G.edges[u, v]["referrals"])

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
    G: Graph = nx.DiGraph()
    first: dict[str, str] = {}
    late: list[Referral] = []
    loops: list[Referral] = []
    contacts = _contacts(ledger, as_of)
    for referral in _in_order(ledger, contacts, as_of):
        u, v = referral.introducer, referral.person
        since = _in_touch(G, first, contacts, v) if v in G else None
        if u == v or (u in G and v in G and nx.has_path(G, v, u)):
            loops.append(referral)
        elif since and since < (_day(referral) or date.min):
            late.append(referral)
        else:
            before = G.edges[u, v]["referrals"] if G.has_edge(u, v) else ()
            G.add_edge(u, v, referrals=(*before, referral))
            first.setdefault(v, u)
    touched = [u for u in G if contacts[u] or G[u]]
    days = {u: _in_touch(G, first, contacts, u) for u in touched}
    met = {u: day for u, day in days.items() if day or None in contacts[u]}
    return Lineage(G, first, met, tuple(late), tuple(loops), as_of)


@part
def lineage_on(view: AsOf) -> Lineage:
    """Return the `lineage` of a view."""
    return lineage(view.ledger, as_of=view.day)


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
    G: Graph, first: Mapping[str, str], contacts: Mapping[str, Collection[date | None]], v: str
) -> date | None:
    """Return since when ego is in touch, for the named from that day on; None if unknown."""
    named = _day(G.edges[first[v], v]["referrals"][0]) if v in first else None
    days = [d for d in contacts.get(v, ()) if d and d >= (named or date.min)]
    days += [d for w in G[v] if (d := _day(G.edges[v, w]["referrals"][0]))]
    return min(days, default=None)
