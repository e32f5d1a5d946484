"""Does A know B? The questions whose answers change most, one at a time."""

from __future__ import annotations

from flask import Blueprint

from netgraph.suggestions.elicitation import QUESTIONS, questions
from netgraph.views.documents import ties_document
from netgraph.web.answers import Answer, page
from netgraph.web.asking import later, put_off
from netgraph.web.reading import reading

pages = Blueprint("ties", __name__)


@page(pages, "/ties")
def ties() -> Answer:
    """Ask one question."""
    view = reading().view()
    passed = put_off()
    asked = questions(view, n=QUESTIONS + len(passed))
    waiting = [q for q in asked if f"{q.u}.{q.v}" not in passed][:QUESTIONS]
    question = next(iter(waiting), None)
    return Answer(
        "ties.html",
        lambda: ties_document(view.ledger, asked),
        {
            "view": view,
            "question": question,
            "left": len(waiting),
            "later": later(f"{question.u}.{question.v}") if question else "",
        },
    )
