"""Letters in the user's own words: what they are made of, changed, tried, and given up again."""

from __future__ import annotations

from pathlib import Path

from flask import Blueprint, render_template, request, url_for
from werkzeug.wrappers import Response as Redirect

from netgraph.model.errors import InvalidInput
from netgraph.talks.drafts import KINDS
from netgraph.talks.language import Language, language_of, languages
from netgraph.talks.own_letters import (
    give_up_letter,
    had_others,
    is_own,
    keep_letter,
    take_back_letter,
)
from netgraph.web.answers import Answer, page
from netgraph.web.forms import back
from netgraph.web.reading import reading
from netgraph.web.words import LETTERS, SPOKEN, capital

pages = Blueprint("letters", __name__)


@page(pages, "/settings/letters", fresh=True)
def letters() -> Answer:
    """Show of what letters of one kind are made."""
    language, kind = _asked()
    shown = _shown(language, kind, language.template(f"{kind}.j2"))
    document = {"letters": [{"kind": k, "own": is_own(own_folder(), language, k)} for k in KINDS]}
    return Answer("letters.html", lambda: {"language": language.code, **document}, shown)


@pages.post("/settings/letters")
def change() -> Redirect | tuple[str, int]:
    """Keep the user's words, take ours, or what was there before; say what is wrong with them."""
    language, kind = _asked()
    own, answer = own_folder(), request.form.get("answer")
    if answer == "ours":
        give_up_letter(own, language, kind)
        return back("Our words are taken again.")
    if answer == "before":
        take_back_letter(own, language, kind)
        return back("Taken back: it is as it was before.")
    words = request.form.get("words", "")
    try:
        keep_letter(own, language, kind, words, day=reading().day())
    except InvalidInput as error:
        shown = _shown(language, kind, words, wrong=capital(str(error)))
        return render_template("letters.html", **shown), 400
    return back("Your own words are kept; letters are made of them from now on.")


def own_folder() -> Path:
    """Return where the user's own words lie."""
    return reading().path.parent / "templates"


def spoken(asked: str | None) -> Language:
    """Return the language that is asked for, English if there is none such."""
    own = own_folder()
    return language_of(asked if asked in languages(own) else "en", own=own)


def spoken_names() -> dict[str, str]:
    """Return the languages there are, by code."""
    return {code: SPOKEN.get(code, code) for code in languages(own_folder())}


def _asked() -> tuple[Language, str]:
    """Return the language and the kind that are meant."""
    kind = request.values.get("kind", "")
    return spoken(request.values.get("language")), kind if kind in KINDS else KINDS[0]


def _shown(language: Language, kind: str, words: str, *, wrong: str = "") -> dict[str, object]:
    """Return what the page shows."""
    own = own_folder()
    return {
        "language": language.code,
        "languages": spoken_names(),
        "kind": kind,
        "kinds": LETTERS,
        "words": words,
        "wrong": wrong,
        "is_own": is_own(own, language, kind),
        "before": had_others(own, language, kind),
        "file": own / language.code / f"{kind}.j2",
        "here": url_for("letters.letters", language=language.code, kind=kind),
    }
