"""What an assistant is told of a view: the facts of each question, no more than it needs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from netgraph.agenda.due_list import due
from netgraph.agenda.duty import Due
from netgraph.assistants.answer_records import (
    Acquaintance,
    Ask,
    Brief,
    Colleague,
    DueLine,
    DueList,
    Employer,
    Happened,
    Heading,
    Known,
    LeftAlone,
    Named,
    NextStep,
    Numbers,
    Page,
    People,
    Somebody,
    Suggestions,
    Way,
    Ways,
)
from netgraph.journal.goals import find_goal, goals_meant
from netgraph.journal.lookup import find_person
from netgraph.model.actions import Action
from netgraph.model.as_of import AsOf
from netgraph.model.records import EGO
from netgraph.model.text import clean
from netgraph.pools.advice import recommend_among
from netgraph.suggestions.wording import likely
from netgraph.talks.briefs import brief
from netgraph.talks.language import language_of
from netgraph.views import company, people, person, routes, staff, stages, statistics
from netgraph.views.names import name_of

LONGEST: Final = 300
"""So many characters of what somebody wrote are told."""

EVENTS: Final = 40
"""So many things that happened with one person are told, the latest."""


def suggestions(view: AsOf, *, goal: str = "", limit: int = 5) -> Suggestions:
    """Return whom to ask next."""
    ledger = view.ledger
    wanted = goals_meant(ledger, goal) or [find_goal(ledger)]
    told = recommend_among(view, wanted, limit=limit)
    return Suggestions(
        view.day,
        tuple(g.text for g in told.goals),
        _due_lines(view, told.first),
        tuple(
            Ask(
                Somebody(s.person, s.name, s.title, s.company), s.sentence, likely(s.chance),
                round(s.chance, 3), s.reasons, s.ready_on, s.waits_for, _step(s.action),
            )
            for s in told.suggestions
        ),
        tuple(LeftAlone(_somebody(view, x.person), x.until, x.why) for x in told.not_now),
        tuple(hint.words for hint in told.about_goals),
    )  # fmt: skip


def due_list(view: AsOf, *, days: int = 7, limit: int = 10) -> DueList:
    """Return what is due."""
    found = due(view, days=days)
    return DueList(view.day, _due_lines(view, found[:limit]), max(0, len(found) - limit))


def found_people(view: AsOf, *, query: str = "", fit: str = "", limit: int = 20) -> People:
    """Return who has all words of a query, those who fit a goal best first."""
    rows = people.people_rows(view, query=query, fit=fit or None)
    return People(
        tuple(
            Acquaintance(
                Somebody(r.id, r.name, r.title, r.company), r.last_contact, r.strength, r.lead
            )
            for r in rows[:limit]
        ),
        max(0, len(rows) - limit),
    )


def page(view: AsOf, who: str) -> Page:
    """Return what is known of one person."""
    found = person.person_view(view, find_person(view.ledger, who))
    facts = found.person
    return Page(
        _somebody(view, facts.id),
        tuple(", ".join(filter(None, (j.title, j.organisation, j.until))) for j in facts.past),
        facts.two_way.state if facts.two_way else "",
        tuple(map(_happened, found.events[-EVENTS:])),
        tuple(Known(_somebody(view, t.id), t.basis, t.evidence) for t in found.ties),
        tuple(
            Named(r.introducer.name, r.person.name, r.to.name, r.status) for r in found.referrals
        ),
        _due_lines(view, found.open.due),
        found.open.ready_on,
        found.open.why,
    )


def employer(view: AsOf, name: str) -> Employer:
    """Return one employer at a glance."""
    found = company.company_view(view, name)
    return Employer(
        found.name,
        tuple(found.words),
        tuple(_colleague(view, one) for one in found.now),
        tuple(_colleague(view, one) for one in found.before),
        tuple(_somebody(view, one.id) for one in found.might_know),
        tuple(hint.words for hint in found.missing),
    )


def ways(view: AsOf, target: str, *, limit: int = 3) -> Ways:
    """Return the likeliest chains of introductions."""
    found = routes.find_routes(view, target, limit=limit)
    return Ways(
        found.target.name,
        tuple(
            Way(
                tuple("you" if p.id == EGO else p.name for p in row.people),
                round(row.chance, 3),
                tuple(_rests_on(view, link.u, link.v, link.basis, link.evidence)
                      for link in row.evidence),
                row.waits,
            )
            for row in found.paths
        ),
        (*(f"{lead.name}: {lead.why}" for lead in found.might_lead),
         *(hint.words for hint in found.advice)),
    )  # fmt: skip


def numbers(view: AsOf) -> Numbers:
    """Return how the search goes."""
    found = statistics.stats(view)
    asked = (row for row in found.funnel if row.cases and row.way == "all")
    return Numbers(
        view.day,
        found.ego.size,
        found.lineage.named,
        found.lineage.met,
        tuple(f"{stages.OF_WHAT[row.stage]}: {row.words}" for row in asked),
        tuple(found.network.known.words),
        tuple(found.gaps.words),
        found.calibration.words,
    )


def talk_brief(view: AsOf, who: str, *, minutes: int = 20, language: str = "en") -> Brief:
    """Return the page before a talk."""
    made = brief(view, find_person(view.ledger, who), language_of(language), minutes=minutes)
    sections = (Heading(s.title, tuple(line.text for line in s.lines)) for s in made.sections)
    return Brief(made.title, made.minutes, tuple(sections), made.blanks)


def _somebody(view: AsOf, i: str) -> Somebody:
    """Return a person as they are told."""
    known = view.ledger.people.get(i)
    name = name_of(view.ledger, i)
    return Somebody(i, name, known.title, known.company) if known else Somebody(i, name)


def _due_lines(view: AsOf, found: Iterable[Due]) -> tuple[DueLine, ...]:
    """Return what is due as it is told."""
    return tuple(
        DueLine(
            d.on, d.kind, _somebody(view, d.person), clean(d.why, limit=LONGEST), d.overdue,
            _step(d.action),
        )
        for d in found
    )  # fmt: skip


def _step(action: Action) -> NextStep:
    """Return what can be written down next."""
    said = {k: v if isinstance(v, str) else ", ".join(v) for k, v in action.fields.items()}
    return NextStep(action.verb, action.who, said)


def _happened(row: person.EventRow | person.AskRow) -> Happened:
    """Return something that happened."""
    if isinstance(row, person.AskRow):
        return Happened(row.day, f"ask: {row.status}", "you", clean(row.note, limit=LONGEST))
    often = f" ({row.count} times)" if row.count > 1 else ""
    return Happened(row.day, f"{row.what}{often}", row.by, clean(row.note, limit=LONGEST))


def _colleague(view: AsOf, one: staff.Staff) -> Colleague:
    """Return somebody at an employer."""
    return Colleague(_somebody(view, one.id), one.when, one.free, one.why)


def _rests_on(view: AsOf, u: str, v: str, basis: str, evidence: Iterable[str]) -> str:
    """Say what a link rests on."""
    facts = "; ".join(evidence) or "no evidence of contact yet"
    guess = "a guess, " if basis == "inferred" else ""
    return f"{name_of(view.ledger, u)} - {name_of(view.ledger, v)}: {guess}{facts}"
