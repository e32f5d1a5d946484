"""Whom ego has met by a day: somebody of whom ego knows only the name is a lead."""

from __future__ import annotations

from netgraph.model.as_of import AsOf, part
from netgraph.model.parameters import ENCOUNTERS
from netgraph.model.parties import other_party
from netgraph.model.records import EGO, Ask, AskStatus, EventKind, Referral, ReferralStatus

_TALKS = ENCOUNTERS | {EventKind.INTERVIEW}
_MET = frozenset({AskStatus.DONE, ReferralStatus.MET})


@part
def met_on(view: AsOf) -> frozenset[str]:
    """Return everybody whom ego met: they talked, an ask was done, or a referral led to them.

    >>> from datetime import date
    >>> from netgraph.model.records import Event, EventKind, Ledger
    >>> talk = Event("e", EventKind.TALKED, date(2026, 5, 1), "ana", "me")
    >>> met_on(AsOf(Ledger(events=(talk,)), date(2026, 5, 2)))
    frozenset({'ana'})
    """
    day, ledger = view.day, view.ledger
    talks = {
        other_party(e)
        for e in ledger.events
        if e.kind in _TALKS and EGO in (e.giver, e.taker) and (e.day is None or e.day <= day)
    }
    facts: list[Ask | Referral] = [*ledger.asks, *(r for r in ledger.referrals if r.to == EGO)]
    led = {
        fact.person
        for fact in facts
        if any(s.status in _MET and (s.day is None or s.day <= day) for s in fact.steps)
    }
    return frozenset(talks | led)


@part
def leads_on(view: AsOf) -> frozenset[str]:
    """Return of whom ego knows only the name: written down so, or passed on and no contact yet.

    >>> from datetime import date
    >>> from netgraph.model.records import Event, EventKind, Ledger, Person
    >>> book = Ledger.of(Person("ana", "Ana", lead=True), Person("ben", "Ben"))
    >>> leads_on(AsOf(book, date(2026, 5, 2)))
    frozenset({'ana'})
    """
    ledger, day = view.ledger, view.day
    named = {
        r.person
        for r in ledger.referrals
        if r.to == EGO and any(s.day is None or s.day <= day for s in r.steps)
    }
    tied = {t.v if t.u == EGO else t.u for t in ledger.ties if t.known and EGO in (t.u, t.v)}
    found = {i for i, p in ledger.people.items() if p.lead or i in named - tied}
    return frozenset(found - met_on(view) - {EGO})
