"""What a form says is written down; and what to do if the facts are others by then."""

from __future__ import annotations

from flask import Blueprint, render_template, request
from werkzeug.wrappers import Response as Redirect

from netgraph.model.text import ended
from netgraph.web.forms import action_of, back, number
from netgraph.web.reading import ChangedMeanwhile, reading

pages = Blueprint("changes", __name__)


@pages.post("/do")
def do() -> Redirect | tuple[str, int]:
    """Do what a form says, and go back to its page; ask again if the facts have changed."""
    action = action_of(request.form)
    try:
        (what, whom), change = reading().do(action, seen=number(request.form.get("seen")))
    except ChangedMeanwhile as found:
        fields = [(key, value) for key, value in request.form.items(multi=True) if key != "seen"]
        told = {"changes": found.changes, "action": action, "fields": fields}
        return render_template("meanwhile.html", **told, view=reading().view()), 409
    said = f"you look for {whom}" if action.verb == "goal add" else f"{what}, {whom}"
    return back(ended(f"Written down: {said}"), change)
