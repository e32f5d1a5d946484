"""What the map and the report show beside the graph."""

from __future__ import annotations

from typing import Any

from netgraph.agenda.due_list import due
from netgraph.journal.goals import find_goal, open_goals
from netgraph.model.as_of import AsOf
from netgraph.suggestions.goal_specificity import fit_of_people
from netgraph.suggestions.recommendations import recommend


def page_data(view: AsOf, *, goal: str = "") -> dict[str, Any]:
    """Return suggestions, fit, dues and paths for a goal, or for the open ones."""
    ledger = view.ledger
    goals = [find_goal(ledger, goal)] if goal else open_goals(ledger)
    found: dict[str, list[str]] = {}
    for item in due(view):
        found.setdefault(item.person, []).append(item.why)
    return {
        "suggestions": recommend(view, goals, limit=25).suggestions if goals else (),
        "fit": {g.text: fit_of_people(ledger, g) for g in goals},
        "due": found,
        "paths": (),
    }
