"""Lineage: who opened which door, and how far that reached.

A referral makes an arrow from the introducer to the person they named. People to whom nobody led
are the *roots*; everybody else belongs to the generation after that of whoever named them first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median
from typing import Final, TypeAlias

import networkx as nx

from netgraph.entries import ENCOUNTERS, OPEN_REFERRAL, TALKS, status, steps_until
from netgraph.errors import UnknownName
from netgraph.intervals import Estimate, rate
from netgraph.records import EGO, EventKind, Ledger, Referral, ReferralStatus

Graph: TypeAlias = "nx.DiGraph[str]"

ASLEEP: Final = timedelta(days=90)
"""After so long without a step an open referral counts as one that came to nothing."""


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

    def status(self, v: str) -> str:
        """Return how the latest referral to ``v`` stands, "" for a root."""
        steps = [
            (_when(step), r.id, step.status)
            for u in self.G.predecessors(v)
            for r in self.G.edges[u, v]["referrals"]
            for step in steps_until(r, self.as_of)[-1:]
        ]
        return max(steps)[2] if steps else ""


@dataclass(frozen=True, slots=True)
class Generation:
    """One generation of a lineage.

    ``branching`` is how many people of the next generation ego met for each one met of this;
    ``days`` the median time from being named to being met, None if nobody was.
    """

    generation: int
    people: int
    met: int
    branching: Estimate
    days: float | None


@dataclass(frozen=True, slots=True)
class Branch:
    """What came of one root: all people below it, and ego's talks with them."""

    root: str
    people: int
    met: int
    talks: int
    interviews: int
    generations: int


@dataclass(frozen=True, slots=True)
class Ended:
    """A name that came to nothing, who passed it on, why, and since when."""

    person: str
    introducer: str
    why: str
    since: date | None


def lineage(ledger: Ledger, *, as_of: date) -> Lineage:
    """Return who led ego to whom, from the steps taken up to a date.

    A person may have several introducers. A referral that would make somebody their own ancestor
    is kept apart in `Lineage.loops`; the earlier ones stand, and of one day's that of whom ego
    met first. Whoever passed a name on counts as
    met, since ego heard from them.

    Examples
    --------
    >>> from netgraph.records import Step
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


def generations(tree: Lineage) -> list[Generation]:
    r"""Return the generations, the roots being number 0.

    The branching factor of generation :math:`g` is the number of people met of generation
    :math:`g + 1` over the number met of generation :math:`g`: above 1 the search grows by itself,
    as an epidemic does with a reproduction number above 1. Its interval is that of a Poisson
    mean; it is narrow only for many, and the newest generation had least time.

    Examples
    --------
    >>> from netgraph.records import Step
    >>> met = Referral("r", "maya", "tom", steps=(Step(date(2026, 5, 1), "met"),))
    >>> tree = lineage(Ledger(referrals=(met,)), as_of=date(2026, 6, 1))
    >>> [(g.people, g.met, g.branching.value) for g in generations(tree)]
    [(1, 1, 1.0), (1, 1, 0.0)]
    """
    members = _by_generation(tree)
    met = [sum(v in tree.met for v in people) for people in members]
    return [
        Generation(
            g, len(people), met[g], rate(met[g + 1] if g + 1 < len(met) else 0, met[g]), days
        )
        for g, people in enumerate(members)
        for days in [_median_days(tree, people)]
    ]


def branches(ledger: Ledger, tree: Lineage) -> list[Branch]:
    """Return what came of every root, in the order of `Lineage.roots`.

    Somebody named in two branches counts in both: both led there.

    >>> from netgraph.records import Step
    >>> named = Referral("r", "maya", "tom", steps=(Step(date(2026, 5, 1), "named"),))
    >>> book = Ledger(referrals=(named,))
    >>> branches(book, lineage(book, as_of=date(2026, 6, 1)))
    [Branch(root='maya', people=1, met=0, talks=0, interviews=0, generations=1)]
    """
    talks: dict[str, list[EventKind]] = defaultdict(list)
    for event in ledger.events:
        if event.kind in TALKS and event.day and event.day <= tree.as_of:
            talks[event.taker if event.giver == EGO else event.giver].append(event.kind)
    found = []
    for root in tree.roots:
        below = nx.descendants(tree.G, root)
        kinds = [kind for v in below for kind in talks[v]]
        depth = max(nx.single_source_shortest_path_length(tree.G, root).values())
        met = sum(v in tree.met for v in below)
        interviews = kinds.count(EventKind.INTERVIEW)
        found.append(Branch(root, len(below), met, len(kinds), interviews, depth))
    return found


def ended(tree: Lineage) -> list[Ended]:
    """Return the names that came to nothing: never met, and every referral over or asleep.

    A referral is asleep after 90 days without a step.

    >>> from netgraph.records import Step
    >>> no = Referral("r", "maya", "tom", steps=(Step(date(2026, 5, 1), "declined"),))
    >>> [(e.person, e.why) for e in ended(lineage(Ledger(referrals=(no,)), as_of=date(2026, 6, 1)))]
    [('tom', 'declined')]
    """
    found = []
    for v, u in tree.first.items():
        referrals = [r for w in tree.G.predecessors(v) for r in tree.G.edges[w, v]["referrals"]]
        if v in tree.met or any(_awake(r, tree.as_of) for r in referrals):
            continue
        last = max((steps_until(r, tree.as_of)[-1] for r in referrals), key=_when)
        over = last.status not in OPEN_REFERRAL
        found.append(Ended(v, u, last.status if over else "no step for a while", last.day))
    return found


def credit(tree: Lineage, person: str) -> dict[str, float]:
    """Return who made it possible that ego met a person: everybody up the chain, with a share.

    Going up from the person, each introducer is taken with equal odds; a share is the chance of
    passing somebody on the way, scaled so that all shares add up to 1. In a simple chain
    everybody has the same. It is a list of whom to thank, nearest first, not a measure of worth.

    Returns
    -------
    credit
        Shares in (0, 1]; empty for a root.

    Raises
    ------
    UnknownName
        If the person is not in the lineage.

    Examples
    --------
    >>> from netgraph.records import Step
    >>> named = (Step(date(2026, 5, 1), "named"),)
    >>> book = Ledger(referrals=(
    ...     Referral("r1", "ana", "ben", steps=named), Referral("r2", "ben", "cleo", steps=named)))
    >>> credit(lineage(book, as_of=date(2026, 6, 1)), "cleo")
    {'ben': 0.5, 'ana': 0.5}
    """
    if person not in tree.G:
        raise UnknownName(f"{person} was not named by anybody; see netgraph tree")
    passing: dict[str, float] = defaultdict(float, {person: 1.0})
    up = tree.G.subgraph({person} | nx.ancestors(tree.G, person))
    order = list(nx.lexicographical_topological_sort(up.reverse(copy=False)))
    for v in order:
        introducers = list(tree.G.predecessors(v))
        for u in introducers:
            passing[u] += passing[v] / len(introducers)
    total = sum(passing[u] for u in order if u != person)
    return {u: passing[u] / total for u in order if u != person}


def _day(referral: Referral) -> date | None:
    """Return the day of a referral's first step."""
    return referral.steps[0].day


def _when(dated: object) -> date:
    """Return the day of something dated, the earliest there is if unknown."""
    return getattr(dated, "day", None) or date.min


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
            days[event.taker if event.giver == EGO else event.giver].add(event.day)
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


def _by_generation(tree: Lineage) -> list[list[str]]:
    """Return the people of each generation."""
    found = []
    present = list(tree.roots)
    while present:
        found.append(present)
        present = [v for u in present for v in tree.children(u)]
    return found


def _median_days(tree: Lineage, people: list[str]) -> float | None:
    """Return the median time from named to met."""
    pairs = [(tree.named(v), tree.met.get(v)) for v in people]
    days = [(met - named).days for named, met in pairs if named and met and met >= named]
    return median(days) if days else None


def _awake(referral: Referral, as_of: date) -> bool:
    """Return whether something may still come of a referral."""
    last = steps_until(referral, as_of)[-1]
    return last.status in OPEN_REFERRAL and (last.day is None or as_of - last.day <= ASLEEP)
