"""One person's page: facts, timeline, ties, referrals, the readings, and what is open."""

from __future__ import annotations

from datetime import date
from itertools import chain
from typing import Any

from netgraph.agenda.due_list import due
from netgraph.graph.build import network_on
from netgraph.graph.schema import TieGraph
from netgraph.journal.asks import Standing, asks_on
from netgraph.journal.limits import FIELDS, rests_on
from netgraph.journal.log import status, steps_until
from netgraph.model.as_of import AsOf
from netgraph.model.correspondence import as_events
from netgraph.model.parties import other_party
from netgraph.model.records import EGO, Event, Ledger, Referral
from netgraph.model.statements import current
from netgraph.model.statements import said as words
from netgraph.views.two_way import readings


def person_view(view: AsOf, person: str, *, days: int = 30) -> dict[str, Any]:
    """Return everything known of a person as of a date, as plain rows.

    Returns
    -------
    page
        ``person`` with the facts, the readings and the user's limits; ``events``, the oldest
        first, asks and referrals among them; ``ties`` with what they rest on; ``referrals`` by
        which they came to ego and which they made; ``open``: what is due within ``days``, the
        asks that wait for an end, and when they may be asked again.

    Examples
    --------
    >>> from netgraph.model.records import EventKind, Person
    >>> talk = Event("e", EventKind.TALKED, date(2026, 5, 1), "me", "ana")
    >>> book = Ledger({"ana": Person("ana", "Ana Silva")}, events=(talk,))
    >>> [row["what"] for row in person_view(AsOf(book, date(2026, 5, 1)), "ana")["events"]]
    ['talked']
    """
    ledger, as_of = view.ledger, view.day
    return {
        "person": _facts(ledger, person, as_of)
        | {"two_way": next(iter(readings(view, people={person})), None)},
        "events": _timeline(ledger, person, as_of),
        "ties": _ties(network_on(view), person),
        "referrals": [
            _referral(ledger, r, as_of)
            for r in ledger.referrals
            if person in (r.introducer, r.person, r.to) and status(r, as_of=as_of)
        ],
        "open": _open(view, person, days),
    }


def _facts(ledger: Ledger, person: str, as_of: date) -> dict[str, Any]:
    """Return what is known of a person now."""
    found = ledger.people[person]
    said = current((s for s in ledger.statements if s.subject == person), as_of=as_of)
    return {
        "id": person,
        "name": found.name,
        "title": found.title,
        "company": found.company,
        "place": found.place,
        "emails": found.emails,
        "phones": found.phones,
        "urls": found.urls,
        "lead": found.lead,
        "notes": {
            s.field: words(s.value)
            for s in said
            if s.value is not None and s.field in (*FIELDS, *_WISHES)
        },
    }


_WISHES = ("keep_in_touch", "needs", "offers")


def _timeline(ledger: Ledger, person: str, as_of: date) -> list[dict[str, Any]]:
    """Return what happened with a person, the oldest first, what has no day before all."""
    correspondence = (some for some in ledger.correspondence if person in (some.giver, some.taker))
    rows = [
        _event(ledger, e)
        for e in chain(ledger.events, *map(as_events, correspondence))
        if person in (e.giver, e.taker, e.about) and (e.day is None or e.day <= as_of)
    ]
    for ask in ledger.asks:
        for step in steps_until(ask, as_of) if person in (ask.person, ask.introducer) else ():
            rows.append(
                {
                    "id": ask.id,
                    "day": step.day,
                    "what": "ask",
                    "status": step.status,
                    "with": _name(ledger, ask.person),
                    "in_their_name": ask.person != person,
                    "note": step.note,
                }
            )
    return sorted(rows, key=lambda r: (r["day"] or date.min, r["id"]))


def _event(ledger: Ledger, event: Event) -> dict[str, Any]:
    """Return one event as a row, said from ego's side."""
    by_ego = event.giver == EGO
    return {
        "id": event.id,
        "day": event.day,
        "what": str(event.kind),
        "by": "you" if by_ego else _name(ledger, event.giver),
        "with": _name(ledger, other_party(event)),
        "note": event.note,
        "count": event.count,
        "about": _name(ledger, event.about) if event.about else None,
        "due": event.due,
    }


def _ties(G: TieGraph, person: str) -> list[dict[str, Any]]:
    """Return a person's ties, ego's first, then by name."""
    rows = [
        {
            "id": v,
            "name": "you" if v == EGO else G.nodes[v]["name"],
            **{k: edge[k] for k in ("strength", "basis", "confidence", "evidence", "last")},
        }
        for v, edge in G[person].items()
        if edge["kind"] == "tie"
    ]
    return sorted(rows, key=lambda r: (r["id"] != EGO, r["name"], r["id"]))


def _referral(ledger: Ledger, r: Referral, as_of: date) -> dict[str, Any]:
    """Return one referral as a row."""
    return {
        "id": r.id,
        "introducer": {"id": r.introducer, "name": _name(ledger, r.introducer)},
        "person": {"id": r.person, "name": _name(ledger, r.person)},
        "to": {"id": r.to, "name": _name(ledger, r.to)},
        "status": status(r, as_of=as_of),
        "steps": steps_until(r, as_of),
    }


def _open(view: AsOf, person: str, days: int) -> dict[str, Any]:
    """Return what waits to be done with a person."""
    ledger, as_of = view.ledger, view.day
    ready, why = rests_on(view).get(person, (as_of, ""))
    return {
        "due": [d for d in due(view, days=days) if d.person == person],
        "asks": [
            {
                "id": state.ask.id,
                "want": state.ask.want,
                "target": _name(ledger, state.ask.target),
                "status": "asked" if state.standing == Standing.WAITING else str(state.standing),
            }
            for state in asks_on(view)
            if state.ask.person == person and state.is_open
        ],
        "ready_on": ready,
        "why": why,
    }


def _name(ledger: Ledger, i: str) -> str:
    """Return what somebody is called, the words themselves if they are nobody's id."""
    if i == EGO:
        return "you"
    return ledger.people[i].name if i in ledger.people else i
