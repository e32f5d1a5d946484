"""The first page: what is in hand, what is due, and whom to ask next."""

from __future__ import annotations

from flask import Blueprint, render_template, request
from werkzeug.wrappers import Response as Redirect

from netgraph.agenda.due_list import PER_DAY, due
from netgraph.agenda.in_hand import progress_on
from netgraph.journal.goals import open_goals
from netgraph.model.records import EGO
from netgraph.suggestions.recommendations import recommend
from netgraph.talks.letter_choice import letter_for, letter_to_ask
from netgraph.views.coverage import coverage_of
from netgraph.web.forms import action_of, back, inputs_of
from netgraph.web.reading import reading

pages = Blueprint("today", __name__)

ASKS = 5
"""How many people to ask are shown: more than somebody writes to in a week."""


@pages.get("/")
def today() -> str:
    """Show the day; the way to begin, if there is nobody yet."""
    view = reading().view()
    if not view.ledger.people.keys() - {EGO}:
        return render_template("welcome.html")
    goals = open_goals(view.ledger)
    return render_template(
        "today.html",
        view=view,
        goals=goals,
        known=coverage_of(view.ledger, as_of=view.day),
        progress=[p for p in progress_on(view) if p.in_hand],
        waiting=due(view),
        shown=PER_DAY,
        told=recommend(view, goals, limit=ASKS) if goals else None,
        inputs_of=inputs_of,
        letter_for=letter_for,
        letter_to_ask=letter_to_ask,
    )


@pages.post("/do")
def do() -> Redirect:
    """Do what a form says, and go back to its page."""
    what, whom = reading().do(action_of(request.form))
    return back(f"Written down: {what}, {whom}.")
