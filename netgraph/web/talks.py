"""Before a talk: a letter to somebody, and one page to prepare with."""

from __future__ import annotations

from flask import Blueprint, abort, render_template, request

from netgraph.talks.briefs import brief
from netgraph.talks.drafts import KINDS, draft
from netgraph.talks.language import Language, language_of, languages
from netgraph.talks.mail import mailto
from netgraph.web.people import known
from netgraph.web.reading import reading

pages = Blueprint("talks", __name__)


@pages.get("/people/<person>/write/<kind>")
def write(person: str, kind: str) -> str:
    """Show a letter to somebody, to copy or to open in a mail program; nothing is sent."""
    view = reading().view()
    who = known(view, person)
    if kind not in KINDS:
        abort(404, f"There is no letter of this kind; there are: {', '.join(KINDS)}.")
    via, target = request.args.get("via") or None, request.args.get("target", "")
    letter = draft(view, kind, who.id, _language(), via=via, target=target)
    return render_template(
        "write.html",
        view=view,
        person=who,
        letter=letter,
        kinds=KINDS,
        kind=kind,
        link=mailto(letter),
    )


@pages.get("/people/<person>/prepare")
def prepare(person: str) -> str:
    """Show what a talk needs, on one page."""
    view = reading().view()
    who = known(view, person)
    page = brief(view, who.id, _language(), minutes=_minutes())
    return render_template("prepare.html", view=view, person=who, page=page)


def _language() -> Language:
    """Return the language that is asked for, English if there is none such."""
    own = reading().path.parent / "templates"
    asked = request.args.get("language", "en")
    return language_of(asked if asked in languages(own) else "en", own=own)


def _minutes() -> int:
    """Return how long the talk will be."""
    asked = request.args.get("minutes", "20")
    return int(asked) if asked in ("15", "20", "30") else 20
