"""Around a talk: a letter to somebody, one page to prepare with, what was learned."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from flask import Blueprint, abort, render_template, request
from werkzeug.wrappers import Response as Redirect

from netgraph.model.errors import InvalidInput
from netgraph.recording.debriefs import record_debrief
from netgraph.recording.somebody import target_of
from netgraph.talks.briefs import brief
from netgraph.talks.debriefs import ANSWERS, Understood, understood
from netgraph.talks.drafts import KINDS, as_document, draft
from netgraph.talks.language import Language, language_of, languages
from netgraph.talks.mail import mailto
from netgraph.views.documents import debrief_document
from netgraph.web.answers import Answer, page
from netgraph.web.forms import back
from netgraph.web.people import known
from netgraph.web.reading import reading

pages = Blueprint("talks", __name__)

MINUTES = (15, 20, 30, 45)
SPOKEN = {"en": "English", "de": "Deutsch"}


@page(pages, "/people/<person>/write/<kind>")
def write(person: str, kind: str) -> Answer:
    """Show a letter to somebody, to copy or to open in a mail program; nothing is sent."""
    view = reading().view()
    who = known(view, person)
    if kind not in KINDS:
        abort(404, f"There is no letter of this kind; there are: {', '.join(KINDS)}.")
    via, target = request.args.get("via") or None, request.args.get("target", "")
    spoken = _language()
    letter = draft(view, kind, who.id, spoken, via=via, target=target_of(view.ledger, target))
    return Answer(
        "write.html",
        lambda: {"draft": as_document(letter)},
        {
            "view": view,
            "person": who,
            "letter": letter,
            "kinds": KINDS,
            "kind": kind,
            "link": mailto(letter),
            "asked": {k: v for k, v in (("via", via), ("target", target)) if v},
            "language": spoken.code,
            "languages": _languages(),
        },
    )


@page(pages, "/people/<person>/prepare")
def prepare(person: str) -> Answer:
    """Show what a talk needs, on one page."""
    view = reading().view()
    who = known(view, person)
    spoken = _language()
    asked = request.args.get("minutes", "20")
    minutes = int(asked) if asked in map(str, MINUTES) else 20
    found = brief(view, who.id, spoken, minutes=minutes)
    shown = {"view": view, "person": who, "page": found, "minutes": MINUTES}
    shown |= {"language": spoken.code, "languages": _languages()}
    return Answer("prepare.html", lambda: {"brief": found}, shown)


@page(pages, "/people/<person>/debrief")
def debrief(person: str) -> Answer:
    """Ask what a talk taught: one text box, or five short questions."""
    view = reading().view()
    shown = {"view": view, "person": known(view, person), "questions": ANSWERS}
    shown |= {"answers": {}, "day": view.day, "told": None}
    return Answer("debrief.html", lambda: {"questions": ANSWERS}, shown)


@pages.post("/people/<person>/debrief")
def understand(person: str) -> str | Redirect:
    """Show how it is understood; write it down when that was seen to be right."""
    here = reading()
    view = here.view()
    who = known(view, person)
    answers = {f: text for f in (*ANSWERS, "note") if (text := request.form.get(f, "").strip())}
    day = _day(view.day)
    told = understood(view, who.id, answers, day=day)
    if request.form.get("right") != "yes":
        shown = {"view": view, "person": who, "questions": ANSWERS}
        return render_template("debrief.html", **shown, answers=answers, day=day, told=told)
    return back(_told(told), _record(told, who.id, answers))


def _record(told: Understood, person: str, answers: Mapping[str, str]) -> int:
    """Write a debrief down, and return the number of the change."""
    here = reading()
    with here.open() as store:
        with store.change(f"debrief {told.name}", at=here.now()) as change:
            record_debrief(store.ledger(), change, told)
        return store.last()


def _told(told: Understood) -> str:
    """Say what was written down."""
    made = debrief_document(told)
    counts = [f"{len(made[key])} {key}" for key in ("leads", "promises", "themes") if made[key]]
    more = f" ({', '.join(counts)})" if counts else ""
    return f"Written down: what {told.name} taught you{more}."


def _day(today: date) -> date:
    """Return the day of the talk."""
    try:
        return date.fromisoformat(request.form.get("day") or today.isoformat())
    except ValueError as error:
        raise InvalidInput("the day of the talk cannot be read") from error


def _language() -> Language:
    """Return the language that is asked for, English if there is none such."""
    own = reading().path.parent / "templates"
    asked = request.args.get("language", "en")
    return language_of(asked if asked in languages(own) else "en", own=own)


def _languages() -> dict[str, str]:
    """Return the languages there are, by code."""
    own = reading().path.parent / "templates"
    return {code: SPOKEN.get(code, code) for code in languages(own)}
