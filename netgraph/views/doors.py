"""Who could open a door at an employer, and who did: for applications, and the thanks after."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from msgspec.structs import replace

from netgraph.agenda.day_facts import country_on, facts_on
from netgraph.graph.build import network_on
from netgraph.identity.firms import firm_of, firms_on
from netgraph.journal.applications import OVER, REACHED, Applied, applications_on, firm_key
from netgraph.journal.limits import rests_on
from netgraph.journal.log import TALKS
from netgraph.measures.paths import introduction_paths
from netgraph.measures.referrals import lineage_on
from netgraph.model.actions import Action
from netgraph.model.as_of import AsOf
from netgraph.model.base_record import Record
from netgraph.model.dates import business_days_after
from netgraph.model.records import EGO, EventKind
from netgraph.model.text import fold
from netgraph.views.names import Named, name_of, named

TIME_TO_REFER: Final = 7
"""Days that somebody needs to pass a name on before the last day of an application."""

MOST: Final = 5
"""So many people are named."""


class Referrer(Named, frozen=True):
    """Somebody at an employer, or leading there through ``path``; ``wait`` says why not now."""

    how: str
    path: tuple[Named, ...]
    strength: float
    wait: str
    action: Action | None = None


class ApplicationRow(Record, frozen=True):
    """A place, how far it came, until when to ask, who could refer, and who made it possible."""

    company: str
    title: str
    status: str
    since: date | None
    link: str
    due: date | None
    ask_by: date | None
    could_refer: tuple[Referrer, ...]
    thanks_to: tuple[Thanks, ...]


class Thanks(Named, frozen=True):
    """Somebody who made it possible, through which chain, and the letter that tells them."""

    chain: tuple[Named, ...]
    why: str
    action: Action | None = None


def application_rows(view: AsOf) -> list[ApplicationRow]:
    """Return all applications of a day, those that are open first, then the newest.

    >>> from netgraph.model.records import Ledger, Person, Tie, Wish
    >>> ana = Person("ana", "Ana Silva", company="Acme")
    >>> saved = Wish("w", "Acme", "saved job", "Analyst", date(2026, 5, 1))
    >>> book = Ledger({"ana": ana}, ties=(Tie("t", "me", "ana"),), wishes=(saved,))
    >>> [row] = application_rows(AsOf(book, date(2026, 5, 2)))
    >>> row.status, [(r.name, r.how) for r in row.could_refer]
    ('saved', [('Ana Silva', 'works there')])
    """
    rows = [_row(view, one) for one in applications_on(view)]
    return sorted(rows, key=lambda r: (r.status in OVER, -(r.since or date.min).toordinal()))


def _row(view: AsOf, one: Applied) -> ApplicationRow:
    """Return one application."""
    wanting = one.status in ("saved", "applied")
    return ApplicationRow(
        one.organisation,
        one.title,
        one.status,
        one.steps[-1].day,
        one.link,
        one.due,
        _ask_by(view, one) if one.status == "saved" else None,
        tuple(could_refer(view, one.organisation))[:MOST] if wanting else (),
        () if one.status == "saved" else tuple(_to_thank(view, one)),
    )


def _to_thank(view: AsOf, one: Applied) -> Iterator[Thanks]:
    """Yield who made a place possible; a letter only for those who have not heard of it yet.

    That one has arrived is told once one has.
    """
    facts, since = facts_on(view), one.steps[-1].day
    kind = "landed" if one.status in REACHED else "report"
    for thanks in made_possible(view, one.organisation):
        heard = facts.done(thanks.id, {EventKind.REPORTED}, since)
        letter = None if heard else Action("draft", (thanks.id,), {"kind": kind})
        yield replace(thanks, action=letter)


def _ask_by(view: AsOf, one: Applied) -> date:
    """Return until when to ask: a week before the last day, else within three business days."""
    if one.due:
        return max(view.day, one.due - timedelta(days=TIME_TO_REFER))
    return business_days_after(view.day, 3, country=country_on(view))


def could_refer(view: AsOf, company: str) -> Iterator[Referrer]:
    """Yield who could refer ego to an employer: who is there, who was, then who leads there.

    Within each, whom ego knows best comes first; somebody to be left alone is there with the
    reason.
    """
    firm = firm_key(firms_on(view), company)
    G, waiting = network_on(view), rests_on(view)
    here: list[tuple[bool, float, str, str]] = []
    for i, person in view.ledger.people.items():
        if i == EGO or not G.has_edge(EGO, i) or person.gone:
            continue
        now = firm_of(view.ledger, person.company) == firm
        if now or (firm in G and G.has_edge(i, firm)):
            here.append((not now, -G[EGO][i]["strength"], person.name, i))
    for former, strength, name, i in sorted(here):
        how = "worked there" if former else "works there"
        wait = waiting[i][1] if i in waiting else ""
        kind = "introduction" if former else "request"
        ask = Action("draft", (i,), {"kind": kind, "target": company})
        yield Referrer(i, name, how, (), round(-strength, 4), wait, ask)
    known = {i for *_, i in here}
    for chain in introduction_paths(G, firm, k=MOST) if firm in G else ():
        first, *rest = chain.people[1:]
        if rest and first not in known:
            known.add(first)
            path = tuple(named(view.ledger, i) for i in rest)
            ask = Action("draft", (first,), {"kind": "introduction", "target": rest[0]})
            strength = round(G[EGO][first]["strength"], 4) if G.has_edge(EGO, first) else 0.0
            wait = waiting[first][1] if first in waiting else ""
            name = name_of(view.ledger, first)
            yield Referrer(first, name, "leads there", path, strength, wait, ask)


def made_possible(view: AsOf, company: str = "") -> Iterator[Thanks]:
    """Yield who made it possible: whom ego talked with, at a company if named, and who led there.

    Each is there once, the nearest first, with the chain from them to the talk and the letter that
    tells them. It is a list of whom to thank, not of worth.

    >>> from netgraph.model.records import Event, EventKind, Ledger, Person, Referral, Step
    >>> people = {i: Person(i, i.title(), company="Acme") for i in ("maya", "tom")}
    >>> met = Referral("r", "maya", "tom", steps=(Step(date(2026, 5, 1), "met"),))
    >>> talk = Event("e", EventKind.INTERVIEW, date(2026, 5, 1), "tom", "me")
    >>> book = Ledger(people, events=(talk,), referrals=(met,))
    >>> for one in made_possible(AsOf(book, date(2026, 5, 2)), "Acme"):
    ...     print(one.name, [who.name for who in one.chain], one.why)
    Tom [] talked with you
    Maya ['Tom'] led you to Tom
    """
    firm = firm_key(firms_on(view), company) if company else ""
    tree, told = lineage_on(view), set[str]()
    for i in _talked(view, firm):
        chain: list[str] = []
        while i not in told:
            told.add(i)
            below = tuple(named(view.ledger, v) for v in chain)
            why = f"led you to {below[0].name}" if below else "talked with you"
            letter = Action("draft", (i,), {"kind": "landed"})
            yield Thanks(i, name_of(view.ledger, i), below, why, letter)
            if i not in tree.first:
                break
            chain.insert(0, i)
            i = tree.first[i]


def _talked(view: AsOf, firm: str) -> list[str]:
    """Return whom ego talked with, at a firm if there is one, the last first."""
    people, last = view.ledger.people, {}
    for i, events in facts_on(view).events.items():
        days = [e.day for e in events if e.kind in TALKS and e.day]
        there = not firm or (firm_of(view.ledger, people[i].company) or "") == firm
        if days and there:
            last[i] = max(days)
    return sorted(last, key=lambda i: (-last[i].toordinal(), fold(people[i].name), i))
