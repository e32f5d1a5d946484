"""Around a talk: a letter to somebody, one page to prepare with, what was learned."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from flask import Blueprint, Response, abort, render_template, request
from werkzeug.wrappers import Response as Redirect

from netgraph.model.errors import InvalidInput
from netgraph.model.records import EGO
from netgraph.recording.debriefs import record_debrief
from netgraph.recording.somebody import target_of
from netgraph.talks.briefs import brief
from netgraph.talks.debrief_facts import Understood, understood
from netgraph.talks.debriefs import ANSWERS
from netgraph.talks.drafts import KINDS, Draft, as_document, draft
from netgraph.talks.mail import mailto, message
from netgraph.views.documents import debrief_document
from netgraph.web.answers import Answer, page
from netgraph.web.forms import back
from netgraph.web.letters import spoken, spoken_names
from netgraph.web.people import known
from netgraph.web.reading import reading
from netgraph.web.words import LETTERS, counted

pages = Blueprint("talks", __name__)

MINUTES = (15, 20, 30, 45)


@page(pages, "/people/<person>/write/<kind>", fresh=True)
def write(person: str, kind: str) -> Answer:
    """Show a letter to somebody, to copy or to open in a mail program; nothing is sent."""
    letter = _letter(person, kind)
    view = reading().view()
    asked = {name: said for name in ("via", "target") if (said := request.args.get(name))}
    return Answer(
        "write.html",
        lambda: {"draft": as_document(letter)},
        {
            "view": view,
            "person": view.ledger.people[letter.person],
            "letter": letter,
            "kinds": LETTERS,
            "kind": kind,
            "link": mailto(letter),
            "profile": next(filter(_is_profile, view.ledger.people[letter.person].urls), ""),
            "asked": asked,
            "language": letter.language,
            "languages": spoken_names(),
        },
    )


def _is_profile(url: str) -> bool:
    """Whether an address is that of somebody's page where messages are written."""
    return url.startswith("https://www.linkedin.com/in/")


@pages.get("/people/<person>/mail/<kind>")
def mail(person: str, kind: str) -> Response:
    """Give a letter out as a message that a mail program opens as a draft."""
    letter = _letter(person, kind)
    ego = reading().view().ledger.people.get(EGO)
    sender = next(iter(ego.emails), "") if ego else ""
    headers = {"Content-Disposition": f"attachment; filename={kind}.eml"}
    return Response(message(letter, sender=sender), mimetype="message/rfc822", headers=headers)


def _letter(person: str, kind: str) -> Draft:
    """Return the letter of an address."""
    view = reading().view()
    who = known(view, person)
    if kind not in KINDS:
        abort(404, f"There is no letter of this kind; there are: {', '.join(KINDS)}.")
    via, target = request.args.get("via") or None, request.args.get("target", "")
    language = spoken(request.args.get("language"))
    return draft(view, kind, who.id, language, via=via, target=target_of(view.ledger, target))


@page(pages, "/people/<person>/prepare", fresh=True)
def prepare(person: str) -> Answer:
    """Show what a talk needs, on one page."""
    view = reading().view()
    who = known(view, person)
    language = spoken(request.args.get("language"))
    asked = request.args.get("minutes", "20")
    minutes = int(asked) if asked in map(str, MINUTES) else 20
    found = brief(view, who.id, language, minutes=minutes)
    shown = {"view": view, "person": who, "page": found, "minutes": MINUTES}
    shown |= {"language": language.code, "languages": spoken_names()}
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
    kinds = ("lead", "promise", "theme")
    counts = [counted(n, kind) for kind in kinds if (n := len(made[f"{kind}s"]))]
    more = f" ({', '.join(counts)})" if counts else ""
    return f"Written down: what {told.name} taught you{more}."


def _day(today: date) -> date:
    """Return the day of the talk."""
    try:
        return date.fromisoformat(request.form.get("day") or today.isoformat())
    except ValueError as error:
        raise InvalidInput("the day of the talk cannot be read") from error
