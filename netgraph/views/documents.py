"""Answers as documents: what ``--json`` prints and a page's ``.json`` address returns alike.

They hold typed rows; `netgraph.model.plain_data.plain` makes them what JSON knows.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from netgraph.model.actions import Action
from netgraph.talks.debriefs import ANSWERS
from netgraph.talks.letter_choice import letter_for
from netgraph.views.names import name_of

if TYPE_CHECKING:  # each command loads what it answers with, and no other's
    from netgraph.agenda.duty import Due
    from netgraph.identity.decisions import Question
    from netgraph.model.as_of import AsOf
    from netgraph.model.records import Goal, Ledger, Person
    from netgraph.suggestions.closeness_round import ClosenessQuestion
    from netgraph.suggestions.door_round import DoorQuestion
    from netgraph.suggestions.elicitation import Question as TieQuestion
    from netgraph.suggestions.goal_specificity import Specificity
    from netgraph.suggestions.recommendations import Recommendations
    from netgraph.suggestions.suggestion import Suggestion
    from netgraph.talks.debrief_facts import Understood


def suggestions_document(told: Recommendations, view: AsOf) -> dict[str, Any]:
    """Return whom to ask next as a document."""
    goals = [{"id": g.id, "text": g.text} for g in told.goals]
    of_best = [g for s in told.suggestions[:1] for g in goals if g["id"] == s.goal]
    debts: dict[str, list[str]] = {}
    for due in told.first:
        debts.setdefault(due.person, []).append(due.kind)
    ledger = view.ledger
    return {
        "as_of": view.day,
        "goal": next(iter(of_best or goals), None),
        "goals": goals,
        "suggestions": [
            _suggested(n, s) | {"first": debts.get(s.person, [])}
            for n, s in enumerate(told.suggestions, 1)
        ],
        "not_now": [
            {"person": _named(ledger, x.person), "until": x.until, "why": x.why}
            for x in told.not_now
        ],
        "first": [
            {"kind": d.kind, "person": _named(ledger, d.person), "why": d.why, "on": d.on}
            | {"action": d.action}
            for d in told.first
        ],
        "about_goals": told.about_goals,
        "in_hand": told.in_hand,
        "short": told.short,
        "calibration": told.calibration.words,
    }


def _suggested(rank: int, s: Suggestion) -> dict[str, Any]:
    """Return one suggestion."""
    return {
        "rank": rank,
        "person": {"id": s.person, "name": s.name, "company": s.company, "title": s.title},
        "ask": s.ask,
        "for": {"kind": s.target.kind, "id": s.target.id, "name": s.target.name},
        "score": round(s.score, 4),
        "chance": round(s.chance, 4),
        "knows": round(s.knows, 4),
        "path": s.path,
        "basis": s.basis,
        "reasons": s.reasons,
        "ready_on": s.ready_on,
        "goal": s.goal,
        "kind": s.kind,
        "sentence": s.sentence,
        "waits_for": s.waits_for,
        "action": s.action,
        "sensitivity": s.sensitivity,
        "parts": {name: round(value, 4) for name, value in s.parts.items() if value},
    }


def due_document(found: Iterable[Due], ledger: Ledger) -> dict[str, Any]:
    """Return what is due as a document, each with the letter that goes with it."""
    return {"due": [_due(item, ledger) for item in found]}


def _due(due: Due, ledger: Ledger) -> dict[str, Any]:
    """Return one thing to do."""
    return {
        "on": due.on,
        "kind": due.kind,
        "person": _named(ledger, due.person),
        "why": due.why,
        "overdue": due.overdue,
        "action": due.action,
        "draft": letter_for(due),
        "instead": due.instead,
    }


def goal_document(goal: Goal, measured: Specificity) -> dict[str, Any]:
    """Return a goal as a document, with how specific it is."""
    return {
        "id": goal.id,
        "text": goal.text,
        "companies": goal.companies,
        "roles": goal.roles,
        "fields": goal.fields,
        "places": goal.places,
        "near": goal.near,
        "seniority": goal.seniority,
        "person": goal.person,
        "hypotheses": goal.hypotheses,
        "status": goal.steps[-1].status if goal.steps else "open",
        "history": goal.steps,
        "specificity": measured.specificity,
        "fitting": measured.fitting,
        "advice": measured.advice,
    }


def duplicates_document(
    asked: Iterable[Question], crowded_names: Mapping[str, int]
) -> dict[str, Any]:
    """Return who may be one person as a document."""
    pairs = [
        {"a": _described(q.a), "b": _described(q.b), "score": q.score, "reasons": q.reasons}
        for q in asked
    ]
    return {"duplicates": pairs, "crowded_names": crowded_names}


def _described(person: Person) -> dict[str, Any]:
    """Return what tells somebody from others."""
    fields = ("id", "name", "title", "company", "emails", "phones", "urls", "place", "source")
    return {name: getattr(person, name) for name in fields}


def ties_document(ledger: Ledger, asked: Iterable[TieQuestion]) -> dict[str, Any]:
    """Return the questions who knows whom as a document."""
    rows = [
        {"a": _named(ledger, q.u), "b": _named(ledger, q.v)}
        | {"confidence": round(q.confidence, 4), "why": q.why, "action": q.action}
        for q in asked
    ]
    return {"questions": rows}


def closeness_document(ledger: Ledger, asked: Iterable[ClosenessQuestion]) -> dict[str, Any]:
    """Return the questions how close people are as a document."""
    rows = [
        {"person": _named(ledger, q.person), "gain": round(q.gain, 6), "recorded": q.recorded}
        | {"place": q.place, "place_if_close": q.place_if_close}
        | {"action": Action("edit", (q.person,), {"closeness": "close|warm|barely"})}
        for q in asked
    ]
    return {"questions": rows}


def doors_document(ledger: Ledger, asked: Iterable[DoorQuestion]) -> dict[str, Any]:
    """Return the questions who may know somebody where as a document."""
    rows = [
        {"person": _named(ledger, q.person), "employer": q.employer, "gain": round(q.gain, 6)}
        | {"chance": round(q.chance, 4), "known": q.known}
        | {"place": q.place, "place_if_yes": q.place_if_yes}
        | {"action": Action("tie", (q.person,), {"knows_at": q.employer})}
        for q in asked
    ]
    return {"questions": rows}


def debrief_document(told: Understood) -> dict[str, Any]:
    """Return what was made of a debrief as a document."""
    answers = {f: a for f in (*ANSWERS, "note") if (a := getattr(told.debrief, f))}
    return {
        "id": told.debrief.id,
        "person": {"id": told.debrief.person, "name": told.name},
        "day": told.debrief.day,
        "answers": answers,
        "leads": [{"id": p.id, "name": p.name, "company": p.company} for p in told.leads],
        "referrals": told.referrals,
        "promises": told.promises,
        "themes": told.themes,
        "evidence": told.evidence,
        "unclear": told.unclear,
    }


def _named(ledger: Ledger, i: str) -> dict[str, str]:
    """Name somebody."""
    return {"id": i, "name": name_of(ledger, i)}
