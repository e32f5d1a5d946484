"""Who may be one person: pair by pair, with two keys."""

from __future__ import annotations

from flask import Blueprint

from netgraph.identity.classification import crowded_names
from netgraph.identity.decisions import likely, questions
from netgraph.model.records import Ledger
from netgraph.views.documents import duplicates_document
from netgraph.web.answers import Answer, page
from netgraph.web.asking import later, put_off
from netgraph.web.reading import reading

pages = Blueprint("same", __name__)


@page(pages, "/same")
def same() -> Answer:
    """Ask about one pair, the surest first; those put off in this address come last."""
    here = reading()
    ledger = here.view().ledger

    def facts() -> Ledger:
        with here.open() as store:
            return store.facts()

    asked = here.standing("same", lambda: questions(facts(), ledger))
    waiting = [q for q in asked if f"{q.a.id}.{q.b.id}" not in put_off()]
    question = next(iter(waiting), None)
    return Answer(
        "same.html",
        lambda: duplicates_document(asked, crowded_names(facts())),
        {
            "question": question,
            "left": len(waiting),
            "likely": len(likely(asked)),
            "later": later(f"{question.a.id}.{question.b.id}") if question else "",
            "ledger": ledger,
        },
    )
