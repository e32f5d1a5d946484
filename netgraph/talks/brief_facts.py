"""What the page before a talk can say beside the facts of letters, as plain data."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any, Final

from netgraph.agenda.day_facts import FAVOURS, facts_on
from netgraph.agenda.give_back import ideas
from netgraph.graph.affiliations import affiliations_on
from netgraph.graph.build import network_on
from netgraph.identity.firms import firm_of
from netgraph.journal.goals import goals_on
from netgraph.journal.log import ENCOUNTERS, TALKS
from netgraph.journal.naming import handles
from netgraph.journal.relations import to_me
from netgraph.measures.referrals import lineage_on
from netgraph.model.as_of import AsOf
from netgraph.model.records import EGO, EventKind, Origin
from netgraph.suggestions.goal_specificity import fit_of_people
from netgraph.talks.short_texts import plain, short_name

MOST: Final = 3
"""So many of each kind fit on one page."""

LATELY: Final = timedelta(days=365)
"""A change of job within this time is news."""

FITS: Final = 0.5
"""Whose title fits a goal so well is somebody to hope for."""

_EXCHANGED: Final = FAVOURS | TALKS | {EventKind.THANKED, EventKind.RECOMMENDATION}


def facts_for_page(view: AsOf, person: str, minutes: int) -> dict[str, Any]:
    """Return the facts of the page.

    They are ``card``, ``roles`` (what they are to ego), ``changed`` (their last job, if theirs is
    new), ``before``, ``chain`` (who led to them), ``common`` (whom both know), ``exchanged``,
    ``noted``, ``hopes``, ``offers``, ``minutes`` and ``agenda``.

    >>> from datetime import date
    >>> from netgraph.model.records import Ledger, Person
    >>> book = Ledger({"ana": Person("ana", "Ana Silva", company="Acme")})
    >>> facts = facts_for_page(AsOf(book, date(2026, 5, 1)), "ana", 20)
    >>> facts["card"]["company"], [row["to"] for row in facts["agenda"]]
    ('Acme', [2, 4, 15, 18, 20])
    """
    who = view.ledger.people[person]
    return {
        "card": {
            "name": plain(who.name, limit=80),
            "handle": handles(view.ledger)(person),
            "title": plain(who.title, limit=120),
            "company": plain(who.company, limit=80),
            "place": plain(who.place, limit=60),
            "email": plain(next(iter(who.emails), ""), limit=80),
            "url": plain(next(iter(who.urls), ""), limit=100),
        },
        "roles": to_me(view, person),
        "changed": _changed(view, person),
        "before": tuple(_before(view, person))[:MOST],
        "chain": tuple(_chain(view, person)),
        "common": tuple(_common(view, person))[: MOST + 2],
        "exchanged": tuple(_exchanged(view, person))[-MOST - 2 :],
        "noted": tuple(_noted(view, person))[-MOST:],
        "hopes": tuple(_hopes(view, person))[:MOST],
        "offers": tuple(_offers(view, person)),
        "minutes": minutes,
        "agenda": tuple(_agenda(minutes)),
    }


def _changed(view: AsOf, person: str) -> dict[str, Any] | None:
    """Return the job that somebody still had within a year by an older file, the last if several.

    >>> from datetime import date
    >>> from netgraph.model.records import Ledger, Person, Position
    >>> old = Position("w", "ana", "Acme", "Analyst", seen=date(2026, 1, 5), origin=Origin.FORMER)
    >>> book = Ledger({"ana": Person("ana", "Ana", company="Bosch")}, positions=(old,))
    >>> _changed(AsOf(book, date(2026, 5, 1)), "ana")["name"]
    'Acme'
    """
    jobs = [
        (p.seen, p.id, p)
        for p in view.ledger.positions
        if p.person == person
        and p.origin == Origin.FORMER
        and p.seen
        and view.day - LATELY <= p.seen <= view.day
    ]
    if not jobs:
        return None
    seen, _, job = max(jobs, key=lambda row: row[:2])
    name, title = plain(job.organisation, limit=60), plain(job.title, limit=60)
    return {"name": name, "title": title, "day": seen}


def _before(view: AsOf, person: str) -> Iterator[dict[str, str]]:
    """Yield where they were before, the last known first."""
    stays = [
        (stay.end or stay.seen or stay.start, firm.name, stay)
        for who, firm, stay in affiliations_on(view)
        if who == person and not stay.now
    ]
    for _, name, stay in sorted(stays, key=lambda row: row[:2], reverse=True):
        yield {
            "name": plain(name, limit=60),
            "title": plain(stay.title, limit=60),
            "kind": stay.kind,
            "until": (stay.end or stay.seen)[:4],
        }


def _chain(view: AsOf, person: str) -> Iterator[str]:
    """Yield the names through which ego came to them, the first door first."""
    first, people = lineage_on(view).first, view.ledger.people
    above: list[str] = []
    while person in first and len(above) <= MOST:
        person = first[person]
        above.insert(0, person)
    yield from (short_name(people[i]) for i in above if i in people)


def _common(view: AsOf, person: str) -> Iterator[str]:
    """Yield people whom both are known to know, whom ego knows best first."""
    G = network_on(view)
    ties = [
        (-G[EGO][v]["strength"], G.nodes[v]["name"], v)
        for v, tie in G[person].items()
        if tie["kind"] == "tie" and tie["basis"] != "inferred" and v != EGO and G.has_edge(EGO, v)
    ]
    yield from (short_name(view.ledger.people[v]) for _, _, v in sorted(ties))


def _exchanged(view: AsOf, person: str) -> Iterator[dict[str, Any]]:
    """Yield what the two did for one another, the oldest first."""
    for event in facts_on(view).events.get(person, ()):
        if event.kind in _EXCHANGED:
            yield {
                "kind": str(event.kind),
                "mine": event.giver == EGO,
                "day": event.day,
                "note": plain(event.note, limit=120),
            }


def _noted(view: AsOf, person: str) -> Iterator[dict[str, Any]]:
    """Yield what the user noted of them."""
    for event in facts_on(view).events.get(person, ()):
        if event.kind == EventKind.NOTE and event.note:
            yield {"day": event.day, "text": plain(event.note, limit=120)}


def _hopes(view: AsOf, person: str) -> Iterator[dict[str, Any]]:
    """Yield whom they may know and ego has not met, the surest first.

    They are leads, fit the goal by their title, or work where ego would love to.
    """
    goals = goals_on(view)
    if not goals:
        return
    G, met, people = network_on(view), _met(view), view.ledger.people
    fit = fit_of_people(view.ledger, goals[0])
    firms = {firm_of(view.ledger, company) for company in goals[0].companies}
    rows = [
        (order, -fit.get(v, 0.0), G.nodes[v]["name"], v)
        for v, tie in G[person].items()
        if tie["kind"] == "tie" and v != EGO and v not in met
        for order in [("observed", "stated", "inferred").index(tie["basis"])]
        if people[v].lead
        or fit.get(v, 0.0) >= FITS
        or firm_of(view.ledger, people[v].company) in firms
    ]
    for order, _, _, v in sorted(rows):
        who = people[v]
        job = {"title": plain(who.title, limit=60), "company": plain(who.company, limit=60)}
        yield {"name": short_name(who), "sure": order < 2} | job


def _met(view: AsOf) -> set[str]:
    """Return whom ego has met."""
    events = facts_on(view).events
    return {i for i, some in events.items() if any(e.kind in ENCOUNTERS for e in some)}


def _offers(view: AsOf, person: str) -> Iterator[dict[str, str]]:
    """Yield what ego could do for them."""
    for idea in ideas(view.ledger, network_on(view), person, limit=MOST):
        other = view.ledger.people.get(idea.other or "")
        yield {
            "kind": idea.kind,
            "name": short_name(other) if other else "",
            "why": plain(idea.why, limit=160),
        }


def _agenda(minutes: int) -> Iterator[dict[str, Any]]:
    """Yield the parts of a talk of so many minutes, each from and to which minute."""
    tenth = max(1, minutes // 10)
    contacts = max(2, minutes * 3 // 20)
    lengths = {"hello": tenth, "me": tenth, "questions": minutes - 3 * tenth - contacts}
    begin = 0
    for what, length in (lengths | {"contacts": contacts, "close": tenth}).items():
        yield {"what": what, "from": begin, "to": begin + length}
        begin += length
