"""People: search and list; one person with all that is known and what can be written down."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from urllib.parse import urlencode

from flask import Blueprint, abort, redirect, render_template, request
from werkzeug.wrappers import Response as Redirect

from netgraph.identity.companies import company_key
from netgraph.identity.firms import firms_on
from netgraph.journal.naming import records_of
from netgraph.journal.relations import roles_in
from netgraph.journal.tags import tags_in
from netgraph.model.as_of import AsOf
from netgraph.model.records import EGO, Person
from netgraph.store.pooled import shared_in
from netgraph.talks.letter_choice import letter_for
from netgraph.views.people import FittingRow, PersonRow, found_on, people_rows, rows_of
from netgraph.views.person import in_bunches, person_view
from netgraph.web.answers import Answer, page
from netgraph.web.forms import number
from netgraph.web.reading import reading
from netgraph.web.words import ASKED, HAPPENED

pages = Blueprint("people", __name__)

PER_PAGE = 50
FILTERS = ("q", "fit", "order", "basis", "company")
ORDERS = {
    "name": (lambda row: row.name.casefold(), "by name"),
    "last": (lambda row: row.last_contact or date.min, "longest not in touch"),
    "close": (lambda row: -(row.strength or 0.0), "closest first"),
    "company": (lambda row: (not row.company, row.company.casefold()), "by employer"),
}  # fmt: skip


@page(pages, "/people")
def search() -> Answer:
    """List the people whose facts have all words of the query."""
    asked = {name: request.args.get(name, "").strip() for name in FILTERS}
    view = reading().view()
    at = max(number(request.args.get("page")) or 1, 1)
    part = slice((at - 1) * PER_PAGE, at * PER_PAGE)
    if any(asked[name] for name in ("fit", "basis", "company")) or asked["order"] in ORDERS:
        rows = _ordered(view, asked)
        found, shown = len(rows), rows[part]
    else:
        people = found_on(view, asked["q"])
        found, shown = len(people), rows_of(view, people[part])
    return Answer(
        "people.html",
        lambda: {"people": _ordered(view, asked)},
        {
            "rows": shown,
            "anyone": bool(view.ledger.people.keys() - {EGO}),
            "found": found,
            "asked": asked,
            "page": at,
            "last": found <= at * PER_PAGE,
            "fits": any(isinstance(row, FittingRow) for row in shown),
            "orders": {name: words for name, (_, words) in ORDERS.items()},
        },
    )


def _ordered(view: AsOf, asked: Mapping[str, str]) -> list[PersonRow]:
    """Return the rows of all who are asked for, in the order that is asked for."""
    rows = people_rows(view, query=asked["q"], fit=asked["fit"] or None)
    if asked["basis"]:
        rows = [row for row in rows if row.strength_basis == asked["basis"]]
    if asked["company"]:
        rows = _there(view, rows, asked["company"])
    if asked["order"] in ORDERS:
        rows = sorted(rows, key=ORDERS[asked["order"]][0])
    return rows


def _there(view: AsOf, rows: list[PersonRow], employer: str) -> list[PersonRow]:
    """Return those who work for an employer, however it is written."""
    firms, key = firms_on(view), company_key(employer)
    wanted = set(firms.meant(employer))
    return [
        row
        for row in rows
        if wanted & set(firms.exactly(row.company)) or (key and key == company_key(row.company))
    ]


@page(pages, "/people/<person>")
def person(person: str) -> Answer:
    """Show everything known of one person."""
    view = reading().view()
    who = known(view, person)
    found = person_view(view, who.id)
    return Answer(
        "person.html",
        lambda: found,
        {
            "view": view,
            "person": who,
            "shown": found,
            "bunches": list(in_bunches(found.events))[::-1],
            "happened": HAPPENED,
            "asked": ASKED,
            "labels": list(tags_in(view.ledger)),
            "roles": list(roles_in(view.ledger)),
            "letter_for": letter_for,
            "at_once": frozenset({"log", "ask", "refer"}),
        },
    )


@pages.get("/people/<person>/forget")
def ask_to_forget(person: str) -> str:
    """Ask whether somebody is to be forgotten for good: the one thing that cannot be undone."""
    return render_template("forget.html", person=known(reading().view(), person))


@pages.post("/people/<person>/forget")
def forget(person: str) -> Redirect:
    """Forget somebody, if that was said twice."""
    view = reading().view()
    who = known(view, person)
    if request.form.get("sure") != "yes":
        return redirect(f"/people/{who.id}", 303)
    with reading().open() as store:
        _, missing = store.forget(records_of(view.ledger, who.id))
        shared = shared_in(store)
    told = ["Forgotten for good."]
    told += [f"So that {name} forgets them too, write your file for it anew." for name in shared]
    told += [f"A copy was not where it had been written: {path}. Delete it." for path in missing]
    return redirect(f"/people?{urlencode({'done': ' '.join(told)})}", 303)


def known(view: AsOf, person: str) -> Person:
    """Return the person of an address, also by the id of a record that was joined with others."""
    found = view.ledger.alias.get(person, person)
    if found not in view.ledger.people or found == EGO:
        abort(404, "Nobody is here under this address; they may have been joined or forgotten.")
    return view.ledger.people[found]
