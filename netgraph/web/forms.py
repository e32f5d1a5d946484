"""What a form says, as an action; and where to go when it is done."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final
from urllib.parse import parse_qsl, urlencode

from flask import redirect, request
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response as Redirect

from netgraph.model.actions import Action

FIELD = "field-"
"""What the names of inputs begin with that are fields of an action."""

WAS = "was-"
"""What the names of inputs begin with that say what stood in a field when the form was made."""


def action_of(form: MultiDict[str, str]) -> Action:
    """Return the action that the inputs of a form make.

    A field that was left as it stood is not said; one that was emptied is said to be empty.

    >>> form = MultiDict([("verb", "log"), ("who", "ana"), ("field-kind", "thanked")])
    >>> action_of(form)
    Action(verb='log', who=('ana',), fields={'kind': 'thanked'})
    """
    said = {
        key.removeprefix(FIELD): value.strip()
        for key, value in form.items()
        if key.startswith(FIELD)
    }
    fields = {key: value for key, value in said.items() if value != form.get(WAS + key, "").strip()}
    return Action(form.get("verb", ""), tuple(filter(None, form.getlist("who"))), fields)


def inputs_of(action: Action) -> Mapping[str, str]:
    """Return the hidden inputs of a form that does an action, but for whom it is done with."""
    fields = {
        FIELD + key: value if isinstance(value, str) else ", ".join(value)
        for key, value in action.fields.items()
    }
    return {"verb": action.verb, **fields}


def act(verb: str, *who: str, **fields: str) -> Action:
    """Return an action, for a page to show the command of a form.

    >>> act("log", "ana", kind="KIND")
    Action(verb='log', who=('ana',), fields={'kind': 'KIND'})
    """
    return Action(verb, who, fields)


def number(text: str | None) -> int | None:
    """Return the number that a text is, None for any other.

    >>> number("12"), number("-1"), number(None)
    (12, None, None)
    """
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 16 else None


TOLD: Final = frozenset({"done", "change", "copy", "before"})
"""What an address says of what was done: in words, by which change or with which copy."""


def back(done: str, change: int | None = None, **files: str) -> Redirect:
    """Return to the page of the form and say there what was done, by which change.

    Of ``files`` a ``copy`` is one that was made, ``before`` what was replaced by one.
    """
    path, _, query = own_address(request.form.get("back", "/")).partition("?")
    kept = [(key, value) for key, value in parse_qsl(query) if key not in TOLD]
    said = [("done", done), *([("change", str(change))] if change else []), *files.items()]
    return redirect(f"{path}?{urlencode([*kept, *said])}", 303)


def own_address(path: str) -> str:
    r"""Return an address of ours, the first page for any other.

    >>> own_address("/people?q=ana"), own_address("//evil.example"), own_address("/\\evil.example")
    ('/people?q=ana', '/', '/')
    """
    return path if path.startswith("/") and not path.startswith(("//", "/\\")) else "/"
