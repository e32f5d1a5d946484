"""The search in numbers: from asks to talks to names, what the network hangs on, blind spots."""

from __future__ import annotations

from flask import Blueprint

from netgraph.views.reflection import reflect
from netgraph.views.statistics import stats
from netgraph.web.answers import Answer, page
from netgraph.web.reading import reading

pages = Blueprint("numbers", __name__)


@page(pages, "/numbers")
def numbers() -> Answer:
    """Show the numbers, each with a word."""
    view = reading().view()
    found = stats(view)
    return Answer(
        "numbers.html", lambda: found, {"view": view, "stats": found, "learned": reflect(view)}
    )
