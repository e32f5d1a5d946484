"""Which talks led to an opportunity, and who made it possible: counted by door and by way.

An opportunity is an application that came to an interview or an offer, or a name whose talk was
closed with what came of it. Whoever ego talked with there, and everybody in the chain that led to
them, made it possible.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from netgraph.agenda.day_facts import facts_on
from netgraph.journal.applications import REACHED, applications_on
from netgraph.journal.log import TALKS
from netgraph.journal.relations import relations_on
from netgraph.measures.referrals import Lineage, lineage_on
from netgraph.model.as_of import AsOf, part
from netgraph.model.base_record import Record
from netgraph.model.intervals import share
from netgraph.model.records import EGO, ReferralStatus
from netgraph.views.doors import made_possible
from netgraph.views.names import name_of

OPPORTUNITY: Final = ("interview", *REACHED)
"""How far an application has come that is an opportunity."""


class Yield(Record, frozen=True):
    """Of those talked with, by ``kind`` (all, door, generation, tie) and name, who led to one."""

    kind: str
    name: str
    hits: int
    cases: int
    share: float | None
    low: float
    high: float
    words: str


@part
def opportunities_on(view: AsOf) -> frozenset[str]:
    """Return everybody who made an opportunity possible.

    >>> from datetime import date
    >>> from netgraph.journal.applications import apply
    >>> from netgraph.model.records import Event, EventKind, Ledger, Person, Referral, Step
    >>> people = {"maya": Person("maya", "Maya"), "tom": Person("tom", "Tom", company="Acme")}
    >>> may = date(2026, 5, 1)
    >>> met = Referral("r", "maya", "tom", steps=(Step(may, "met"),))
    >>> talk = Event("e", EventKind.INTERVIEW, may, "tom", "me")
    >>> offer = apply(Ledger(), "Acme", "Analyst", status="offer", day=may)
    >>> book = Ledger(people, events=(talk,), referrals=(met,), applications=(offer,))
    >>> sorted(opportunities_on(AsOf(book, may)))
    ['maya', 'tom']
    """
    tree = lineage_on(view)
    found: set[str] = set()
    for one in applications_on(view):
        if any(step.status in OPPORTUNITY for step in one.steps):
            found |= {thanks.id for thanks in made_possible(view, one.organisation)}
    for v in tree.met:
        if v in tree.first and tree.status(v) == ReferralStatus.CLOSED:
            found |= {v, *_above(tree, v)}
    return frozenset(found)


def yields(view: AsOf) -> Iterator[Yield]:
    """Yield how many of those talked with led to an opportunity: all, by door, generation, tie."""
    talked = [
        i for i, events in facts_on(view).events.items() if any(e.kind in TALKS for e in events)
    ]
    tree, led = lineage_on(view), opportunities_on(view)
    groups: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for i in talked:
        groups["all", "talks"].append(i)
        above = list(_above(tree, i))
        groups["door", name_of(view.ledger, above[-1]) if above else "nobody"].append(i)
        groups["generation", str(len(above))].append(i)
        roles = [r.words for r in relations_on(view).get(i, ()) if r.other == EGO]
        for role in roles or ["nothing said"]:
            groups["tie", role].append(i)
    order = ("all", "door", "generation", "tie")
    said = {kind for kind, name in groups if name != "nothing said"}
    for kind, name in sorted(groups, key=lambda key: (order.index(key[0]), key[1])):
        if kind in said:
            there = groups[kind, name]
            e = share(sum(i in led for i in there), len(there))
            yield Yield(kind, name, e.hits, e.cases, e.value, e.low, e.high, e.words)


def _above(tree: Lineage, person: str) -> Iterator[str]:
    """Yield who led to somebody, the nearest first."""
    seen = {person}
    while (person := tree.first.get(person, "")) and person not in seen:
        seen.add(person)
        yield person
