"""What a form says, as an action; and where to go when it is done."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode

from flask import redirect, request
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response as Redirect

from netgraph.model.actions import Action

FIELD = "field-"
"""What the names of inputs begin with that are fields of an action."""


def action_of(form: MultiDict[str, str]) -> Action:
    """Return the action that the inputs of a form make.

    >>> form = MultiDict([("verb", "log"), ("who", "ana"), ("field-kind", "thanked")])
    >>> action_of(form)
    Action(verb='log', who=('ana',), fields={'kind': 'thanked'})
    """
    fields = {
        key.removeprefix(FIELD): value.strip()
        for key, value in form.items()
        if key.startswith(FIELD) and value.strip()
    }
    return Action(form.get("verb", ""), tuple(filter(None, form.getlist("who"))), fields)


def inputs_of(action: Action) -> Mapping[str, str]:
    """Return the hidden inputs of a form that does an action, but for whom it is done with."""
    fields = {FIELD + key: str(value) for key, value in action.fields.items()}
    return {"verb": action.verb, **fields}


def back(done: str) -> Redirect:
    """Return to the page of the form and say there what was done."""
    path = request.form.get("back", "/")
    safe = path if path.startswith("/") and not path.startswith(("//", "/\\")) else "/"
    return redirect(f"{safe.partition('?')[0]}?{urlencode({'done': done})}", 303)
