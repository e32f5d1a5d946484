"""One person's page: facts, timeline, ties, referrals, the readings, and what is open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import chain, groupby

from netgraph.agenda.due_list import due
from netgraph.agenda.duty import Due
from netgraph.graph.build import network_arcs_on
from netgraph.graph.schema import AnyTies
from netgraph.journal.asks import Standing, asks_on
from netgraph.journal.limits import FIELDS, rests_on
from netgraph.journal.log import status, steps_until
from netgraph.journal.relations import relations_on
from netgraph.model.as_of import AsOf
from netgraph.model.base_record import Record
from netgraph.model.correspondence import as_events
from netgraph.model.encounters import leads_on
from netgraph.model.parties import other_party
from netgraph.model.records import EGO, Event, Ledger, Referral, Step
from netgraph.model.statements import current
from netgraph.model.statements import said as words
from netgraph.views.names import Named, name_of, named
from netgraph.views.two_way import Reading, readings


class PersonFacts(Record, frozen=True):
    """What is known of a person now, with the user's limits and wishes as ``notes``."""

    id: str
    name: str
    title: str
    company: str
    place: str
    emails: tuple[str, ...]
    phones: tuple[str, ...]
    urls: tuple[str, ...]
    lead: bool
    notes: Mapping[str, str]
    two_way: Reading | None
    past: tuple[Job, ...]
    tags: tuple[str, ...]
    relations: tuple[Relative, ...]


class Relative(Named, frozen=True):
    """Whom somebody is something to: ``role`` reads on with the other's name."""

    role: str
    since: date | None


class Job(Record, frozen=True):
    """A former job, school or club: where, as what, and until when as far as that is known."""

    organisation: str
    title: str
    kind: str
    until: str


class EventRow(Record, frozen=True):
    """Something that happened, said from ego's side."""

    id: str
    day: date | None
    what: str
    by: str
    with_: str
    note: str
    count: int
    about: str | None
    due: date | None


class AskRow(Record, frozen=True):
    """One step of an ask of somebody, or of another in their name."""

    id: str
    day: date | None
    what: str
    status: str
    with_: str
    in_their_name: bool
    note: str


class TieRow(Named, frozen=True):
    """One tie and what it rests on."""

    strength: float
    basis: str
    confidence: float
    evidence: tuple[str, ...]
    last: date | None


class ReferralRow(Record, frozen=True):
    """A name that was passed on."""

    id: str
    introducer: Named
    person: Named
    to: Named
    status: str
    steps: tuple[Step, ...]


class OpenAsk(Record, frozen=True):
    """An ask that waits for an end."""

    id: str
    want: str
    target: str
    status: str


class Open(Record, frozen=True):
    """What waits to be done with a person."""

    due: tuple[Due, ...]
    asks: tuple[OpenAsk, ...]
    ready_on: date | None
    why: str


class PersonPage(Record, frozen=True):
    """Everything known of a person; see `person_view`."""

    person: PersonFacts
    events: tuple[EventRow | AskRow, ...]
    ties: tuple[TieRow, ...]
    referrals: tuple[ReferralRow, ...]
    open: Open


def person_view(view: AsOf, person: str, *, days: int = 30) -> PersonPage:
    """Return everything known of a person as of a date.

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
    >>> [row.what for row in person_view(AsOf(book, date(2026, 5, 1)), "ana").events]
    ['talked']
    """
    ledger, as_of = view.ledger, view.day
    return PersonPage(
        _facts(view, person),
        _timeline(ledger, person, as_of),
        _ties(network_arcs_on(view), person),
        tuple(
            _referral(ledger, r, as_of)
            for r in ledger.referrals
            if person in (r.introducer, r.person, r.to) and status(r, as_of=as_of)
        ),
        _open(view, person, days),
    )


def _facts(view: AsOf, person: str) -> PersonFacts:
    """Return what is known of a person now."""
    found = view.ledger.people[person]
    of_them = (s for s in view.ledger.statements if s.subject == person)
    return PersonFacts(
        id=person,
        name=found.name,
        title=found.title,
        company=found.company,
        place=found.place,
        emails=found.emails,
        phones=found.phones,
        urls=found.urls,
        lead=person in leads_on(view),
        notes={
            s.field: words(s.value)
            for s in current(of_them, as_of=view.day)
            if s.value is not None and s.field in (*FIELDS, *_WISHES)
        },
        two_way=next(iter(readings(view, people={person})), None),
        past=tuple(_past(view.ledger, person)),
        tags=found.tags,
        relations=tuple(
            Relative(r.other, name_of(view.ledger, r.other), r.words, r.since)
            for r in relations_on(view).get(person, ())
        ),
    )


def _past(ledger: Ledger, person: str) -> Iterator[Job]:
    """Yield where somebody was before, the latest first."""
    found = [p for p in ledger.positions if p.person == person and not p.current]
    for p in sorted(found, key=lambda p: (p.end or p.start, p.id), reverse=True):
        seen = f"seen in {p.seen.year}" if p.seen else ""
        yield Job(p.organisation, p.title, p.kind, f"until {p.end}" if p.end else seen)


_WISHES = ("keep_in_touch", "needs", "offers", "may_know_at", "knows_nobody_at")


def _timeline(ledger: Ledger, person: str, as_of: date) -> tuple[EventRow | AskRow, ...]:
    """Return what happened with a person, the oldest first, what has no day before all."""
    correspondence = (some for some in ledger.correspondence if person in (some.giver, some.taker))
    rows: list[EventRow | AskRow] = [
        _event(ledger, e)
        for e in chain(ledger.events, *map(as_events, correspondence))
        if person in (e.giver, e.taker, e.about) and (e.day is None or e.day <= as_of)
    ]
    for ask in ledger.asks:
        for step in steps_until(ask, as_of) if person in (ask.person, ask.introducer) else ():
            with_, theirs = name_of(ledger, ask.person), ask.person != person
            rows.append(AskRow(ask.id, step.day, "ask", step.status, with_, theirs, step.note))
    return tuple(sorted(rows, key=lambda r: (r.day or date.min, r.id)))


def _event(ledger: Ledger, event: Event) -> EventRow:
    """Return one event as a row, said from ego's side."""
    return EventRow(
        id=event.id,
        day=event.day,
        what=str(event.kind),
        by=name_of(ledger, event.giver),
        with_=name_of(ledger, other_party(event)),
        note=event.note,
        count=event.count,
        about=name_of(ledger, event.about) if event.about else None,
        due=event.due,
    )


def _ties(G: AnyTies, person: str) -> tuple[TieRow, ...]:
    """Return a person's ties, ego's first, then by name."""
    rows = [
        TieRow(
            v,
            "you" if v == EGO else G.nodes[v]["name"],
            *(edge[k] for k in ("strength", "basis", "confidence", "evidence", "last")),
        )
        for v, edge in G[person].items()
        if edge["kind"] == "tie"
    ]
    return tuple(sorted(rows, key=lambda r: (r.id != EGO, r.name, r.id)))


def _referral(ledger: Ledger, r: Referral, as_of: date) -> ReferralRow:
    """Return one referral as a row."""
    giver, person, to = (named(ledger, i) for i in (r.introducer, r.person, r.to))
    return ReferralRow(r.id, giver, person, to, status(r, as_of=as_of), steps_until(r, as_of))


def _open(view: AsOf, person: str, days: int) -> Open:
    """Return what waits to be done with a person."""
    ledger = view.ledger
    ready, why = rests_on(view).get(person, (view.day, ""))
    return Open(
        tuple(d for d in due(view, days=days) if d.person == person),
        tuple(
            OpenAsk(s.ask.id, s.ask.want, name_of(ledger, s.ask.target), spoken_of(s.standing))
            for s in asks_on(view)
            if s.ask.person == person and s.is_open
        ),
        ready,
        why,
    )


def in_bunches(
    rows: Iterable[EventRow | AskRow],
) -> Iterator[tuple[EventRow | AskRow, ...]]:
    """Yield what happened one by one, but letters of a year that follow one another together.

    >>> letters = [AskRow("1", date(2026, 5, day), "message", "", "", False, "") for day in (1, 2)]
    >>> asked = AskRow("3", None, "ask", "", "", False, "")
    >>> [len(bunch) for bunch in in_bunches([*letters, asked])]
    [2, 1]
    """
    for (_, letters), group in groupby(rows, key=_year_of_letters):
        if letters:
            yield tuple(group)
        else:
            yield from ((row,) for row in group)


def _year_of_letters(row: EventRow | AskRow) -> tuple[int, bool]:
    """Return the year of an event, and whether it is a letter."""
    return row.day.year if row.day else 0, row.what in ("message", "email")


def spoken_of(standing: Standing) -> str:
    """Return how an ask stands, as it was written down."""
    return "asked" if standing == Standing.WAITING else str(standing)
