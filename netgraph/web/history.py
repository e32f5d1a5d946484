"""What was changed, the newest first, and the way to take the last change back."""

from __future__ import annotations

from flask import Blueprint, render_template
from werkzeug.wrappers import Response as Redirect

from netgraph.store import Store
from netgraph.web.forms import back
from netgraph.web.reading import reading

pages = Blueprint("history", __name__)


@pages.get("/history")
def history() -> str:
    """Show every change."""
    with Store.open(reading().path) as store:
        changes = store.changes()
    return render_template("history.html", changes=changes[::-1])


@pages.post("/history/take-back")
def take_back() -> Redirect:
    """Take the last change back."""
    with Store.open(reading().path) as store:
        said = store.undo()
    return back(f"Taken back: {said}.")
