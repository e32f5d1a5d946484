"""People: search and list; one person with all that is known and what can be written down."""

from __future__ import annotations

from flask import Blueprint, abort, render_template, request

from netgraph.agenda.due_list import due
from netgraph.journal.log import WORDS
from netgraph.model.records import EGO
from netgraph.views.people import people_rows
from netgraph.views.person import person_view
from netgraph.web.forms import inputs_of
from netgraph.web.reading import reading

pages = Blueprint("people", __name__)

PER_PAGE = 50


@pages.get("/people")
def search() -> str:
    """List the people whose facts have all words of the query."""
    query, page = request.args.get("q", "").strip(), _page()
    fit = request.args.get("fit", "").strip()
    rows = people_rows(reading().view(), query=query, fit=fit or None)
    shown = rows[(page - 1) * PER_PAGE : page * PER_PAGE]
    return render_template(
        "people.html",
        rows=shown,
        found=len(rows),
        query=query,
        fit=fit,
        page=page,
        per_page=PER_PAGE,
    )


@pages.get("/people/<person>")
def person(person: str) -> str:
    """Show everything known of one person."""
    view = reading().view()
    known = view.ledger.alias.get(person, person)
    if known not in view.ledger.people or known == EGO:
        abort(404, "Nobody is here under this address; they may have been joined or forgotten.")
    return render_template(
        "person.html",
        view=view,
        person=view.ledger.people[known],
        shown=person_view(view, known),
        waiting=[item for item in due(view, days=30) if item.person == known],
        kinds=list(WORDS),
        inputs_of=inputs_of,
    )


def _page() -> int:
    """Return the page that is asked for, the first if that is no number."""
    text = request.args.get("page", "1")
    return max(int(text), 1) if text.isascii() and text.isdigit() and len(text) < 7 else 1
