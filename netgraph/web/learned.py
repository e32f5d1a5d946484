"""What all talks taught: themes, two sides of a matter, what is believed, open questions."""

from __future__ import annotations

from flask import Blueprint

from netgraph.views.reflection import reflect
from netgraph.web.answers import Answer, page
from netgraph.web.reading import reading

pages = Blueprint("learned", __name__)


@page(pages, "/learned")
def learned() -> Answer:
    """Show what was learned."""
    view = reading().view()
    found = reflect(view)
    return Answer("learned.html", lambda: {"reflection": found}, {"view": view, "found": found})
