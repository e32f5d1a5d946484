"""How well do you know this person? Those whose answer changes most, one at a time."""

from __future__ import annotations

from flask import Blueprint

from netgraph.journal.goals import open_goals
from netgraph.suggestions.closeness_round import answers, closeness_questions
from netgraph.views.documents import closeness_document
from netgraph.web.answers import Answer, page
from netgraph.web.asking import later, put_off
from netgraph.web.reading import reading

pages = Blueprint("closeness", __name__)

ASKED = 20


@page(pages, "/closeness")
def closeness() -> Answer:
    """Ask about one person; it ends by itself when no answer would change much."""
    view = reading().view()
    goals = open_goals(view.ledger)
    asked = closeness_questions(view, goals, n=ASKED, passed=put_off())
    question = next(iter(asked), None)
    return Answer(
        "closeness.html",
        lambda: closeness_document(view.ledger, asked),
        {
            "view": view,
            "goals": goals,
            "question": question,
            "answers": answers(question.person) if question else {},
            "later": later(question.person) if question else "",
        },
    )
