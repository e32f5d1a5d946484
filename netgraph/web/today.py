"""The first page: what is in hand, what is due, and whom to ask next."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from flask import Blueprint, request

from netgraph.agenda.due_list import PER_DAY, due
from netgraph.agenda.in_hand import progress_on
from netgraph.journal.goals import open_goals
from netgraph.model.actions import Action
from netgraph.model.as_of import AsOf
from netgraph.model.records import EGO, Goal
from netgraph.pools.advice import employers_of, recommend_within, view_with_pools
from netgraph.suggestions.recommendations import Recommendations, explanation
from netgraph.suggestions.wording import likely
from netgraph.talks.letter_choice import letter_for, letter_to_ask
from netgraph.views.coverage import coverage_of, months_old
from netgraph.views.documents import due_document, suggestions_document
from netgraph.web.answers import Answer, page
from netgraph.web.people import known
from netgraph.web.reading import reading

pages = Blueprint("today", __name__)

ASKS = 5
"""How many people to ask are shown: more than somebody writes to in a week."""

AT_ONCE = frozenset({"log", "ask", "refer"})
"""Verbs that a button does as it stands."""


@page(pages, "/")
def today() -> Answer:
    """Show the day; the way to begin, if there is nobody yet."""
    view = reading().view()
    goals = open_goals(view.ledger)
    if not view.ledger.people.keys() - {EGO}:
        return Answer("welcome.html", lambda: {"due": [], "goals": []}, {"goals": goals})
    waiting = due(view)
    told, asked_of = _advice(view, goals)
    coverage = coverage_of(view.ledger, as_of=view.day)

    def document() -> dict[str, object]:
        asks = suggestions_document(told, asked_of) if told else {"goals": [], "suggestions": []}
        return {**asks, **due_document(waiting, view.ledger)}

    return Answer(
        "today.html",
        document,
        {
            "view": view,
            "goals": goals,
            "known": coverage,
            "months": months_old(coverage.last, view.day) if coverage.last else 0,
            "progress": [p for p in progress_on(view) if p.in_hand],
            "waiting": waiting,
            "shown": waiting if "all" in request.args else waiting[:PER_DAY],
            "told": told,
            "at_once": AT_ONCE,
            "plan": planned,
            "monday": view.day + timedelta(days=7 - view.day.weekday()),
            "likely": likely,
            "letter_for": letter_for,
            "letter_to_ask": letter_to_ask,
        },
    )


def _advice(view: AsOf, goals: Sequence[Goal]) -> tuple[Recommendations | None, AsOf]:
    """Return whom to ask, if anything is looked for, and the view that this was told from."""
    if not goals:
        return None, view
    return recommend_within(view, with_pools(view, goals), goals, limit=ASKS)


def with_pools(view: AsOf, goals: Sequence[Goal]) -> AsOf:
    """Return the view with what pools show for goals, made once for the facts as they are."""

    def widened() -> AsOf:
        with reading().open() as store:
            return view_with_pools(view, store, employers_of(goals))

    return reading().kept("with pools", widened)


def planned(asked: Action) -> Action:
    """Return what says that the user means to ask, soon.

    >>> planned(Action("ask", ("ana",), {"want": "interview"})).fields
    {'want': 'interview', 'outcome': 'planned'}
    """
    return Action(asked.verb, asked.who, {**asked.fields, "outcome": "planned"})


@page(pages, "/people/<person>/why")
def why(person: str) -> Answer:
    """Show the whole sum behind one person."""
    view = reading().view()
    who = known(view, person)
    goals = open_goals(view.ledger)
    told = explanation(with_pools(view, goals), goals, who.id) if goals else None
    shown = {"view": view, "person": who, "told": told}
    return Answer("why.html", lambda: {"explanation": told}, shown)
