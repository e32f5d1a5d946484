"""Might they know somebody there? The questions whose answers change most, one at a time."""

from __future__ import annotations

from flask import Blueprint

from netgraph.journal.goals import open_goals
from netgraph.suggestions.door_round import answers, door_questions, why_none
from netgraph.views.documents import doors_document
from netgraph.web.answers import Answer, page
from netgraph.web.asking import later, put_off
from netgraph.web.closeness import ASKED
from netgraph.web.reading import reading

pages = Blueprint("doors", __name__)


@page(pages, "/doors")
def doors() -> Answer:
    """Ask about one person and one employer; it ends by itself when no answer would change much."""
    view = reading().view()
    goals = open_goals(view.ledger)
    passed = [(who, name) for one in put_off() for who, _, name in [one.partition(" ")]]
    asked = door_questions(view, goals, n=ASKED, passed=passed)
    question = next(iter(asked), None)
    return Answer(
        "doors.html",
        lambda: doors_document(view.ledger, asked),
        {
            "view": view,
            "question": question,
            "answers": answers(question) if question else {},
            "nothing": "" if question else why_none(view, goals),
            "later": later(f"{question.person} {question.employer}") if question else "",
        },
    )
