"""The application: the guard at the door, the pages, and what a fault looks like."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, Final

from flask import Flask, render_template, request
from jinja2 import StrictUndefined
from werkzeug.exceptions import HTTPException

from netgraph.model.errors import NetgraphError
from netgraph.model.records import Ledger
from netgraph.model.text import ended
from netgraph.web import (
    changes,
    closeness,
    companies,
    doors,
    goals,
    history,
    importing,
    learned,
    letters,
    numbers,
    people,
    pictures,
    places,
    same,
    settings,
    talks,
    ties,
    today,
)
from netgraph.web.access import guard
from netgraph.web.forms import act, inputs_of, number
from netgraph.web.keys import Keys
from netgraph.web.reading import Reading, Write
from netgraph.web.words import BASES, button_words, capital, counted, dated, full_day, spoken_day
from netgraph.web.work import Works

BLUEPRINTS: Final = (
    *(today.pages, changes.pages, people.pages, talks.pages, companies.pages, goals.pages),
    *(pictures.pages, numbers.pages, learned.pages, importing.pages, places.pages),
    *(same.pages, ties.pages, closeness.pages, doors.pages),
    *(history.pages, settings.pages, letters.pages),
)
PICTURES: Final = (pictures.pages,)
"""What somebody else may look at without names."""

SECTIONS: Final = (
    ("Ask", (
        ("today.today", "Today", "g t"),
        ("people.search", "People", "g p"),
        ("companies.companies", "Employers", "g e"),
        ("places.places", "Applications", "g j"),
        ("goals.goals", "Goals", "g g"),
    )),
    ("Look", (
        ("pictures.map_", "Map", "g m"),
        ("pictures.tree", "Tree", "g r"),
        ("pictures.report", "Report", ""),
        ("numbers.numbers", "Numbers", "g n"),
        ("learned.learned", "Learned", ""),
    )),
    ("Tend", (
        ("importing.choose", "Import", "g i"),
        ("closeness.closeness", "How close?", "g c"),
        ("doors.doors", "Open doors?", ""),
        ("ties.ties", "Who knows whom?", ""),
        ("same.same", "Same person?", ""),
        ("history.history", "History", "g h"),
        ("settings.settings", "Settings", ""),
    )),
)  # fmt: skip
"""The pages that every page leads to: by endpoint, what they are called, and their keys."""

FAULTS: Final = {
    404: "There is no page at this address.",
    405: "This address only takes what a form sends.",
    413: "That is more than can be taken in at once: choose fewer files.",
    500: "Something went wrong that should not. Nothing was changed; go back and try once more.",
}
"""What is said where nothing more is known of what went wrong."""

LARGEST_UPLOAD: Final = 2 * 1024**3
"""Bytes of one upload; the importer has its own limits for what is in it."""

MOST_FILES: Final = 20_000
"""So many files may be sent at once: a folder has many."""


def create_app(
    store: Path,
    keys: Keys,
    *,
    day: Callable[[], date],
    now: Callable[[], datetime],
    commands: Callable[[Ledger], Write],
    read_only: bool = False,
    pseudonymous: bool = False,
    end: Callable[[], None] | None = None,
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
    commands
        How the actions of a ledger are written as commands.
    read_only
        Whether every change is refused.
    pseudonymous
        Whether the pictures leave names out and nothing else is shown, for somebody else's eyes.
    end
        Ends the program, if a page may do that.
    """
    app = Flask("netgraph.web")
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.globals.update(
        spoken=spoken_day, full_day=full_day, counted=counted, button_words=button_words,
        inputs_of=inputs_of, bases=BASES, act=act,
    )  # fmt: skip
    app.json.sort_keys = False  # type: ignore[attr-defined]
    app.config.update(MAX_CONTENT_LENGTH=LARGEST_UPLOAD, MAX_FORM_PARTS=MOST_FILES)
    app.config.update(PSEUDONYMOUS=pseudonymous, END=end)
    here = Reading(store, day, now, commands)
    app.jinja_env.globals.update(seen=here.seen, command=here.write, today=here.day)
    app.jinja_env.globals.update(tomorrow=lambda: here.day() + timedelta(days=1))
    app.jinja_env.filters.update(
        capital=capital,
        ended=ended,
        local=datetime.astimezone,
        dated=lambda text: dated(text, here.day()),
    )
    app.extensions.update(netgraph=here, works=Works())
    guard(app, keys, read_only=read_only)
    for pages in PICTURES if pseudonymous else BLUEPRINTS:
        app.register_blueprint(pages)
    if pseudonymous:
        app.add_url_rule("/", "first", pictures.first)
    shown = tuple(
        (title, found)
        for title, entries in SECTIONS
        if (found := [e for e in entries if e[0].partition(".")[0] in app.blueprints])
    )
    app.context_processor(lambda: _everywhere(shown, read_only))
    app.register_error_handler(HTTPException, _refused)
    app.register_error_handler(NetgraphError, _problem)
    return app


def _everywhere(sections: object, read_only: bool) -> dict[str, Any]:
    """Return what every template may use."""
    return {
        "sections": sections,
        "read_only": read_only,
        "done": request.args.get("done", ""),
        "change": number(request.args.get("change")),
        "copy": request.args.get("copy", ""),
        "before": request.args.get("before", ""),
    }


def _refused(error: HTTPException) -> tuple[str, int]:
    """Say in a line what could not be done."""
    code, said = error.code or 500, error.description or ""
    words = FAULTS.get(code, said) if said == type(error).description else said
    return render_template("fault.html", words=capital(words)), code


def _problem(error: NetgraphError) -> tuple[str, int]:
    """Say what the user can put right."""
    return render_template("fault.html", words=capital(str(error))), 400
