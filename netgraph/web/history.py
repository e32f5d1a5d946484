"""What was changed, the newest first, and the way to take the last change back."""

from __future__ import annotations

from flask import Blueprint, request
from werkzeug.wrappers import Response as Redirect

from netgraph.web.answers import Answer, page
from netgraph.web.forms import back, number
from netgraph.web.reading import reading

pages = Blueprint("history", __name__)

SHOWN = 500


@page(pages, "/history", fresh=True)
def history() -> Answer:
    """Show every change."""
    with reading().open() as store:
        changes = store.changes()[::-1]
    document = {"changes": [{"at": f"{at:%Y-%m-%dT%H:%M:%SZ}", "what": s} for at, s in changes]}
    return Answer("history.html", lambda: document, {"changes": changes[:SHOWN]})


@pages.post("/history/take-back")
def take_back() -> Redirect:
    """Take the last change back, if it is still the one that was meant."""
    with reading().open() as store:
        said = store.undo(number(request.form.get("change")))
    return back(f"Taken back: {said}.")
