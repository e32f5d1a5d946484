"""What a form says is written down; and what to do if the facts are others by then."""

from __future__ import annotations

from flask import Blueprint, render_template, request
from werkzeug.wrappers import Response as Redirect

from netgraph.model.actions import Action
from netgraph.model.text import ended
from netgraph.web.forms import action_of, back, number, own_address
from netgraph.web.reading import ChangedMeanwhile, reading
from netgraph.web.words import capital

pages = Blueprint("changes", __name__)

PLAIN = ("name", "title", "company", "place")
"""What is said of a person in a word or a line."""

PLAIN = ("name", "title", "company", "place")
"""What is said of a person in one word or line."""


@pages.post("/do")
def do() -> Redirect | tuple[str, int]:
    """Do what a form says, and go back to its page; ask again if the facts have changed."""
    action = action_of(request.form)
    try:
        (what, whom), change = reading().do(action, seen=number(request.form.get("seen")))
    except ChangedMeanwhile as found:
        fields = [(key, value) for key, value in request.form.items(multi=True) if key != "seen"]
        told = {"changes": found.changes, "action": action, "fields": fields}
        told |= {"wanted": _beside(action), "leave": own_address(request.form.get("back", "/"))}
        return render_template("meanwhile.html", **told), 409
    said = f"you look for {whom}" if action.verb == "goal add" else f"{what}, {whom}"
    return back(ended(f"Written down: {said}"), change)


def _beside(action: Action) -> list[tuple[str, str, str]]:
    """Return what was to be written down: of what, what it was to be, and what it is now."""
    ledger = reading().view().ledger
    who = next((ledger.alias.get(i, i) for i in action.who), "")
    person = ledger.people.get(who)
    return [
        (
            capital(field.replace("_", " ")),
            value if isinstance(value, str) else ", ".join(value),
            str(getattr(person, field, "")) if field in PLAIN else "",
        )
        for field, value in action.fields.items()
    ]
