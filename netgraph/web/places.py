"""Places that were saved or applied for: who could refer there, and who made it possible."""

from __future__ import annotations

from flask import Blueprint

from netgraph.journal.applications import STATUSES
from netgraph.views.doors import application_rows
from netgraph.web.answers import Answer, page
from netgraph.web.reading import reading

pages = Blueprint("places", __name__)


@page(pages, "/applications")
def places() -> Answer:
    """List the places."""
    view = reading().view()
    rows = application_rows(view)
    shown = {"view": view, "rows": rows, "statuses": STATUSES}
    return Answer("places.html", lambda: {"applications": rows}, shown)
