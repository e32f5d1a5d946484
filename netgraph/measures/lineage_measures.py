"""What came of the doors that were opened: generations, branches, ends, and whom to thank."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from statistics import median
from typing import Final

import networkx as nx

from netgraph.journal.log import OPEN_REFERRAL, TALKS, steps_until
from netgraph.measures.referrals import Lineage
from netgraph.model.actions import Action
from netgraph.model.base_record import Record
from netgraph.model.errors import UnknownName
from netgraph.model.intervals import Estimate, rate
from netgraph.model.parties import other_party
from netgraph.model.records import EventKind, Ledger, Referral, Step

ASLEEP: Final = timedelta(days=90)
"""After so long without a step an open referral counts as one that came to nothing."""


class Generation(Record, frozen=True):
    """One generation of a lineage.

    ``branching`` is how many people of the next generation ego met for each one met of this;
    ``days`` the median time from being named to being met, None if nobody was.
    """

    generation: int
    people: int
    met: int
    branching: Estimate
    days: float | None


class Branch(Record, frozen=True):
    """What came of one root: all people below it, and ego's talks with them."""

    root: str
    people: int
    met: int
    talks: int
    interviews: int
    generations: int


class Ended(Record, frozen=True):
    """A name that came to nothing, who passed it on, why, and since when."""

    person: str
    introducer: str
    why: str
    since: date | None


def generations(tree: Lineage) -> list[Generation]:
    r"""Return the generations, the roots being number 0.

    The branching factor of generation :math:`g` is the number of people met of generation
    :math:`g + 1` over the number met of generation :math:`g`: above 1 the search grows by itself,
    as an epidemic does with a reproduction number above 1. Its interval is that of a Poisson
    mean; it is narrow only for many, and the newest generation had least time.

    Examples
    --------
    >>> from netgraph.model.records import Step
    >>> from netgraph.measures.referrals import lineage
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
        for days in [days_to_meet(tree, people)]
    ]


def days_to_meet(tree: Lineage, people: Iterable[str]) -> float | None:
    """Return the median number of days from being named to being met, None if nobody was.

    Roots, and people of whom one of the days is unknown, are left out.

    >>> from netgraph.model.records import Step
    >>> from netgraph.measures.referrals import lineage
    >>> steps = (Step(date(2026, 5, 1), "named"), Step(date(2026, 5, 8), "met"))
    >>> book = Ledger(referrals=(Referral("r", "maya", "tom", steps=steps),))
    >>> days_to_meet(lineage(book, as_of=date(2026, 6, 1)), ["maya", "tom"])
    7
    """
    pairs = [(tree.named(v), tree.met.get(v)) for v in people]
    days = [(met - named).days for named, met in pairs if named and met and met >= named]
    return median(days) if days else None


def branches(ledger: Ledger, tree: Lineage) -> list[Branch]:
    """Return what came of every root, in the order of `Lineage.roots`.

    Somebody named in two branches counts in both: both led there.

    >>> from netgraph.model.records import Step
    >>> from netgraph.measures.referrals import lineage
    >>> named = Referral("r", "maya", "tom", steps=(Step(date(2026, 5, 1), "named"),))
    >>> book = Ledger(referrals=(named,))
    >>> branches(book, lineage(book, as_of=date(2026, 6, 1)))
    [Branch(root='maya', people=1, met=0, talks=0, interviews=0, generations=1)]
    """
    talks: dict[str, list[EventKind]] = defaultdict(list)
    for event in ledger.events:
        if event.kind in TALKS and event.day and event.day <= tree.as_of:
            talks[other_party(event)].append(event.kind)
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

    >>> from netgraph.model.records import Step
    >>> from netgraph.measures.referrals import lineage
    >>> no = Referral("r", "maya", "tom", steps=(Step(date(2026, 5, 1), "declined"),))
    >>> [(e.person, e.why) for e in ended(lineage(Ledger(referrals=(no,)), as_of=date(2026, 6, 1)))]
    [('tom', 'declined')]
    """
    found = []
    for v, u in tree.first.items():
        referrals = tree.referrals(v)
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
    >>> from netgraph.model.records import Step
    >>> from netgraph.measures.referrals import lineage
    >>> named = (Step(date(2026, 5, 1), "named"),)
    >>> book = Ledger(referrals=(
    ...     Referral("r1", "ana", "ben", steps=named), Referral("r2", "ben", "cleo", steps=named)))
    >>> credit(lineage(book, as_of=date(2026, 6, 1)), "cleo")
    {'ben': 0.5, 'ana': 0.5}
    """
    if person not in tree.G:
        raise UnknownName(f"{person} was not named by anybody", action=Action("tree"))
    passing: dict[str, float] = defaultdict(float, {person: 1.0})
    up = tree.G.subgraph({person} | nx.ancestors(tree.G, person))
    order = list(nx.lexicographical_topological_sort(up.reverse(copy=False)))
    for v in order:
        introducers = list(tree.G.predecessors(v))
        for u in introducers:
            passing[u] += passing[v] / len(introducers)
    total = sum(passing[u] for u in order if u != person)
    return {u: passing[u] / total for u in order if u != person}


def _when(step: Step) -> date:
    """Return the day of a step, the earliest there is if unknown."""
    return step.day or date.min


def _by_generation(tree: Lineage) -> list[list[str]]:
    """Return the people of each generation."""
    found = []
    present = list(tree.roots)
    while present:
        found.append(present)
        present = [v for u in present for v in tree.children(u)]
    return found


def _awake(referral: Referral, as_of: date) -> bool:
    """Return whether something may still come of a referral."""
    last = steps_until(referral, as_of)[-1]
    return last.status in OPEN_REFERRAL and (last.day is None or as_of - last.day <= ASLEEP)
