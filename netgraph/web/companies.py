"""Employers: those that the goals name, and one at a glance."""

from __future__ import annotations

from flask import Blueprint, redirect, request
from werkzeug.wrappers import Response as Redirect

from netgraph.views.company import company_view
from netgraph.views.counts import employers_by_size
from netgraph.views.people_search import second_degree
from netgraph.views.target_list import targets
from netgraph.web.answers import Answer, page
from netgraph.web.reading import reading

pages = Blueprint("companies", __name__)

LARGEST = 24


@page(pages, "/employers")
def companies() -> Answer:
    """List the employers to spend time on, then where most of the people are."""
    view = reading().view()
    rows = targets(view)
    return Answer(
        "companies.html",
        lambda: {"targets": rows},
        {"rows": rows, "largest": employers_by_size(view)[:LARGEST]},
    )


@pages.get("/employers/find")
def find() -> Redirect:
    """Go to the employer that was typed."""
    name = request.args.get("name", "").strip()
    return redirect(f"/employers/{name}" if name else "/employers", 303)


@page(pages, "/employers/<path:name>")
def company(name: str) -> Answer:
    """Show who is there, who was, who may know somebody, and the best door."""
    view = reading().view()
    found = company_view(view, name)
    firms = [firm.name for firm in employers_by_size(view)[:LARGEST]]
    shown = {"view": view, "found": found, "others": [n for n in firms if n != found.name]}
    return Answer(
        "company.html",
        lambda: {"company": found, "second_degree": second_degree(found.name)},
        shown,
    )
