"""The application: the guard at the door, the pages, and what a fault looks like."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Final

from flask import Flask, render_template, request
from jinja2 import StrictUndefined
from werkzeug.exceptions import HTTPException

from netgraph.model.errors import NetgraphError
from netgraph.web import goals, history, importing, numbers, people, pictures, talks, today
from netgraph.web.access import Keys, guard
from netgraph.web.reading import Reading
from netgraph.web.words import spoken_day

BLUEPRINTS: Final = (
    *(today.pages, people.pages, talks.pages, goals.pages, pictures.pages),
    *(numbers.pages, importing.pages, history.pages),
)
PICTURES: Final = (pictures.pages,)
"""What somebody else may look at without names."""

SECTIONS: Final = (
    ("today.today", "Today"),
    ("people.search", "People"),
    ("goals.goals", "Goals"),
    ("pictures.map_", "Map"),
    ("pictures.tree", "Tree"),
    ("pictures.report", "Report"),
    ("numbers.numbers", "Numbers"),
    ("importing.choose", "Import"),
    ("history.history", "History"),
)
"""The pages that every page leads to, by endpoint, and what they are called."""

LARGEST_UPLOAD: Final = 2 * 1024**3
"""Bytes of one upload; the importer has its own limits for what is in it."""


def create_app(
    store: Path,
    keys: Keys,
    *,
    day: Callable[[], date],
    now: Callable[[], datetime],
    read_only: bool = False,
    pseudonymous: bool = False,
) -> Flask:
    """Return the pages on one store, for whoever comes with one of the keys.

    Parameters
    ----------
    store
        The user's file; it is made if it is not there.
    keys
        Those that may open the page.
    day, now
        Tell the day for which everything is computed, and the moment of a change.
    read_only
        Whether every change is refused.
    pseudonymous
        Whether the pictures leave names out and nothing else is shown, for somebody else's eyes.
    """
    app = Flask("netgraph.web")
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.filters.update(spoken=spoken_day)
    app.json.sort_keys = False  # type: ignore[attr-defined]
    app.config.update(MAX_CONTENT_LENGTH=LARGEST_UPLOAD, PSEUDONYMOUS=pseudonymous)
    app.extensions["netgraph"] = Reading(store, day, now)
    guard(app, keys, read_only=read_only)
    for pages in PICTURES if pseudonymous else BLUEPRINTS:
        app.register_blueprint(pages)
    shown = [s for s in SECTIONS if s[0].partition(".")[0] in app.blueprints]
    app.context_processor(
        lambda: {"sections": shown, "read_only": read_only, "done": request.args.get("done", "")}
    )
    app.register_error_handler(HTTPException, _refused)
    app.register_error_handler(NetgraphError, _problem)
    return app


def _refused(error: HTTPException) -> tuple[str, int]:
    """Say in a line what could not be done."""
    return render_template("fault.html", words=error.description), error.code or 500


def _problem(error: NetgraphError) -> tuple[str, int]:
    """Say what the user can put right."""
    return render_template("fault.html", words=str(error)), 400
