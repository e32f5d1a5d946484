"""What the user looks for: said, said better, reached."""

from __future__ import annotations

from heapq import nlargest

from flask import Blueprint, abort

from netgraph.journal.goals import find_goal, is_open, open_goals
from netgraph.model.errors import NetgraphError
from netgraph.suggestions.goal_proposals import propose_goals
from netgraph.suggestions.goal_specificity import FITS, fit_of_people, specificity
from netgraph.talks.debriefs import hypotheses_on
from netgraph.views.documents import goal_document
from netgraph.views.reflection import reflect
from netgraph.views.thanks import thanks_due
from netgraph.web.answers import Answer, page
from netgraph.web.reading import reading

pages = Blueprint("goals", __name__)

FITTING = 12


@page(pages, "/goals")
def goals() -> Answer:
    """Show the open goals, how specific each is, and what would sharpen it."""
    ledger = reading().view().ledger
    measured = [(goal, specificity(ledger, goal)) for goal in open_goals(ledger)]
    closed = [goal for goal in ledger.goals if not is_open(goal) and not goal.version_of]
    return Answer(
        "goals.html",
        lambda: {"goals": [goal_document(*one) for one in measured]},
        {
            "measured": measured,
            "closed": closed,
            "proposals": [] if measured else propose_goals(ledger),
        },
    )


@page(pages, "/goals/<goal>")
def goal(goal: str) -> Answer:
    """Show one goal: who fits, what speaks for and against what is believed, how it changed."""
    view = reading().view()
    try:
        found = find_goal(view.ledger, goal)
    except NetgraphError as error:
        abort(404, str(error))
    measured = specificity(view.ledger, found)
    beliefs = [b for b in reflect(view).hypotheses if b.hypothesis in found.hypotheses]
    fits = fit_of_people(view.ledger, found)
    best = nlargest(FITTING, (i for i in fits if fits[i] >= FITS), key=lambda i: fits[i])
    return Answer(
        "goal.html",
        lambda: {"goal": goal_document(found, measured)},
        {
            "view": view,
            "goal": found,
            "is_open": is_open(found),
            "measured": measured,
            "beliefs": beliefs,
            "numbers": {h: n for n, h in enumerate(hypotheses_on(view), 1)},
            "fitting": [view.ledger.people[i] for i in best],
            "thanks": () if is_open(found) else thanks_due(view),
        },
    )
