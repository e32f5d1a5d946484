"""The search in numbers: from asks to talks to names, what the network hangs on, blind spots."""

from __future__ import annotations

from flask import Blueprint, render_template

from netgraph.views.statistics import stats
from netgraph.web.reading import reading

pages = Blueprint("numbers", __name__)


@pages.get("/numbers")
def numbers() -> str:
    """Show the numbers, each with a word."""
    view = reading().view()
    return render_template("numbers.html", view=view, stats=stats(view))
