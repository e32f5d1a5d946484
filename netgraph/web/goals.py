"""What the user looks for: said, said better, reached."""

from __future__ import annotations

from dataclasses import replace

from flask import Blueprint, render_template, request
from werkzeug.wrappers import Response as Redirect

from netgraph.journal.goals import DONE, find_goal, make_goal, open_goals
from netgraph.model.records import Goal, Step
from netgraph.store import Store
from netgraph.suggestions.goal_specificity import specificity
from netgraph.web.forms import back
from netgraph.web.reading import reading

pages = Blueprint("goals", __name__)


@pages.get("/goals")
def goals() -> str:
    """Show the open goals, how specific each is, and what would sharpen it."""
    view = reading().view()
    measured = [(goal, specificity(view.ledger, goal)) for goal in open_goals(view.ledger)]
    return render_template("goals.html", measured=measured, view=view)


@pages.post("/goals")
def add() -> Redirect:
    """Add a goal."""
    here = reading()
    companies = tuple(filter(None, map(str.strip, request.form.get("companies", "").split(","))))
    with Store.open(here.path) as store, store.change("goal add", at=here.now()) as change:
        said = Goal("", request.form.get("text", ""), companies)
        made = make_goal(store.ledger(), said, day=here.day())
        change.put([made])
    return back(f"You look for: {made.text}.")


@pages.post("/goals/<goal>/done")
def finish(goal: str) -> Redirect:
    """Close a goal that was reached, or is no longer wanted."""
    here = reading()
    with Store.open(here.path) as store, store.change("goal done", at=here.now()) as change:
        old = find_goal(store.ledger(), goal)
        note = request.form.get("note", "").strip()
        change.put([replace(old, steps=(*old.steps, Step(here.day(), DONE, note)))])
    return back(f"Closed: {old.text}.")
