"""The part of a ledger that is about ego and one person, to compute their tie again and again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date

from netgraph.graph.ties import tie_graph
from netgraph.model.parameters import Parameters
from netgraph.model.records import EGO, Correspondence, Event, Ledger, Referral, Tie


@dataclass(frozen=True, slots=True)
class Standing:
    """A tie with ego on a day: its strength in [0, 1), and what they gave ego, in talks."""

    strength: float
    given: float


def excerpts(ledger: Ledger, people: Collection[str]) -> dict[str, Ledger]:
    """Return for each of some people the facts that their tie with ego rests on.

    >>> from netgraph.model.records import EventKind, Person
    >>> talk = Event("e1", EventKind.TALKED, date(2026, 5, 1), "me", "ana")
    >>> parts = excerpts(Ledger({"ana": Person("ana", "Ana")}, events=(talk,)), ["ana"])
    >>> parts["ana"].events == (talk,)
    True
    """
    events: dict[str, list[Event]] = defaultdict(list)
    correspondence: dict[str, list[Correspondence]] = defaultdict(list)
    ties: dict[str, list[Tie]] = defaultdict(list)
    referrals: dict[str, list[Referral]] = defaultdict(list)
    wanted = frozenset(people)
    for event in ledger.events if wanted else ():
        if (other := _other(event)) in wanted:
            events[other].append(event)
    for some in ledger.correspondence if wanted else ():
        if (other := _other(some)) in wanted:
            correspondence[other].append(some)
    for tie in ledger.ties if wanted else ():
        other = tie.v if tie.u == EGO else tie.u
        if other in wanted and EGO in (tie.u, tie.v):
            ties[other].append(tie)
    for referral in ledger.referrals:
        for other in wanted & {referral.introducer, referral.person, referral.to}:
            referrals[other].append(referral)
    return {
        p: _about(ledger, p, events[p], correspondence[p], ties[p], referrals[p]) for p in people
    }


def _other(happened: Event | Correspondence) -> str:
    """Return with whom ego had to do, ego itself if with nobody."""
    giver, taker = happened.giver, happened.taker
    return taker if giver == EGO else giver if taker == EGO else EGO


def _about(
    ledger: Ledger,
    p: str,
    events: list[Event],
    correspondence: list[Correspondence],
    ties: list[Tie],
    referrals: list[Referral],
) -> Ledger:
    """Return the ledger of one person, with everybody whom its facts name."""
    named = {p: None} | {e.about: None for e in events if e.about}
    named |= {i: None for r in referrals for i in (r.introducer, r.person, r.to)}
    return Ledger(
        {i: ledger.people[i] for i in named if i in ledger.people},
        events=tuple(events),
        ties=tuple(ties),
        referrals=tuple(referrals),
        sources=ledger.sources,
        correspondence=tuple(correspondence),
    )


def standing(part: Ledger, person: str, *, as_of: date, model: Parameters) -> Standing:
    """Return how the tie of ego and a person stood on a day, from their excerpt.

    >>> part = excerpts(Ledger(), ["ana"])["ana"]
    >>> standing(part, "ana", as_of=date(2026, 5, 1), model=Parameters())
    Standing(strength=0.0, given=0.0)
    """
    G = tie_graph(replace(part, asks=()), as_of=as_of, model=model)
    back = G.get_edge_data(person, EGO)
    return Standing(back["strength"], back["given"]) if back else Standing(0.0, 0.0)
