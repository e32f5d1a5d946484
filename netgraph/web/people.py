"""People: search and list; one person with all that is known and what can be written down."""

from __future__ import annotations

from flask import Blueprint, abort, render_template, request

from netgraph.agenda.due_list import due
from netgraph.journal.log import WORDS
from netgraph.model.as_of import AsOf
from netgraph.model.records import EGO, Person
from netgraph.talks.letter_choice import letter_for
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
    who = known(view, person)
    return render_template(
        "person.html",
        view=view,
        person=who,
        shown=person_view(view, who.id),
        waiting=[item for item in due(view, days=30) if item.person == who.id],
        kinds=list(WORDS),
        inputs_of=inputs_of,
        letter_for=letter_for,
    )


def known(view: AsOf, person: str) -> Person:
    """Return the person of an address, also by the id of a record that was joined with others."""
    found = view.ledger.alias.get(person, person)
    if found not in view.ledger.people or found == EGO:
        abort(404, "Nobody is here under this address; they may have been joined or forgotten.")
    return view.ledger.people[found]


def _page() -> int:
    """Return the page that is asked for, the first if that is no number."""
    text = request.args.get("page", "1")
    return max(int(text), 1) if text.isascii() and text.isdigit() and len(text) < 7 else 1
