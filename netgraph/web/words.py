"""What pages say in words: days, amounts, what a button does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from markupsafe import Markup, escape

from netgraph.model.actions import Action

BUTTONS: Final[Mapping[tuple[str, str], str]] = {
    ("ask", "agreed"): "They said yes",
    ("ask", "declined"): "They said no",
    ("ask", "silent"): "Let it go",
    ("ask", "done"): "It is done",
    ("ask", "planned"): "I mean to ask",
    ("ask", ""): "I have asked",
    ("refer", "introduced"): "I introduced them",
    ("refer", "silent"): "It will not happen",
    ("refer", ""): "Written",
    ("log", "thanked"): "I have thanked them",
    ("log", "reported"): "I have told them",
    ("log", "prepared"): "I am prepared",
    ("log", "reflected"): "I have thought about it",
    ("log", "talked"): "We talked",
    ("log", "interview"): "We talked",
    ("log", "wrote"): "I have written",
    ("log", "sent"): "I have sent it",
}
"""What a button says, by verb and what it writes down."""

HAPPENED: Final[Mapping[str, Mapping[str, str]]] = {
    "Together": {
        "talked": "we talked",
        "met": "we met",
        "interview": "I asked about their work",
        "gave-interview": "they asked about my work",
        "planned": "we agreed on a talk",
    },
    "From them": {
        "heard-from": "they wrote",
        "was-helped": "they helped me",
        "was-advised": "they advised me",
        "was-introduced": "they introduced me",
        "was-sent": "they sent me something to read",
        "was-reviewed": "they looked through my papers",
        "was-thanked": "they thanked me",
        "heard-back": "they told me what came of it",
        "was-promised": "they promised something",
    },
    "From you": {
        "wrote": "I wrote",
        "helped": "I helped them",
        "advised": "I advised them",
        "introduced": "I introduced them",
        "sent": "I sent them something to read",
        "reviewed": "I looked through their papers",
        "thanked": "I thanked them",
        "reported": "I told them what came of it",
        "paid-forward": "I helped somebody else in their place",
        "promised": "I promised something",
    },
    "For yourself": {
        "note": "a note",
        "prepared": "I prepared the talk",
        "reflected": "I thought the talk over",
    },
}
"""What may have happened, as the user would say it; what is written down by the command's word."""

ASKED: Final[Mapping[str, str]] = {
    "planned": "you mean to",
    "asked": "no answer yet",
    "waiting": "no answer yet",
    "agreed": "they said yes",
    "declined": "they said no",
    "silent": "no answer came",
    "done": "it took place",
}
"""How far an ask has come."""

COLUMNS: Final[Mapping[str, str]] = {
    "name": "name",
    "first": "first name",
    "middle": "middle name",
    "last": "last name",
    "second_surname": "second surname",
    "email": "e-mail",
    "company": "employer",
    "title": "what they do",
    "place": "town",
    "class_year": "class of",
    "url": "profile",
    "tags": "labels",
    "relation": "how you know them",
}
"""What a column of a table is about, where its own word is not what people say."""

BASES: Final[Mapping[str, str]] = {
    "observed": "seen in your data",
    "stated": "you said so",
    "inferred": "probable",
}
"""How something is known."""

LETTERS: Final[Mapping[str, str]] = {
    "request": "Ask for a talk",
    "via": "In somebody’s name",
    "introduction": "Ask to be introduced",
    "follow-up": "Ask again",
    "confirm": "Confirm",
    "thanks": "Thank",
    "report": "Report back",
    "update": "Say hello",
    "landed": "I made it",
}
"""What a letter of each kind does."""

SPOKEN: Final[Mapping[str, str]] = {"en": "English", "de": "Deutsch"}
"""What a language calls itself."""

NUMBERS: Final[Mapping[str, str]] = {
    "half-life": "Days until it counts half",
    "message-half-life": "The same for messages",
    "load-half-life": "The same for asks",
    "kappa": "Talks below which a difference hardly counts",
    "tau": "Talks that make a tie strong",
    "close": "Close is worth",
    "warm": "“I know them” is worth",
    "barely": "Barely is worth",
}
"""What the numbers of the model beside favours are called."""

_DAY: Final = re.compile(r"(\bon )?\b(\d{4}-\d\d-\d\d)\b")

RECENT: Final = 45
"""Days within which the day of the week is said."""


def spoken_day(day: date, today: date | None = None) -> str:
    """Return a day as people say it; the year only if it is another than today's.

    >>> spoken_day(date(2026, 5, 1), date(2026, 5, 4)), spoken_day(date(2025, 5, 1))
    ('last Friday', 'Thu 1 May 2025')
    >>> [spoken_day(date(2026, 4, day), date(2026, 4, 20)) for day in (3, 20)]
    ['Fri 3 April', 'today']
    """
    if today is None:
        return f"{day:%a} {day.day} {day:%b} {day.year}"
    days = (day - today).days
    near = {-1: "yesterday", 0: "today", 1: "tomorrow"}
    if days in near:
        return near[days]
    if abs(days) < 7:
        return f"{'last' if days < 0 else 'on'} {day:%A}"
    weekday = f"{day:%a} " if abs(days) < RECENT else ""
    return f"{weekday}{day.day} {day:%B}" + ("" if day.year == today.year else f" {day.year}")


def dated(text: str, today: date) -> Markup:
    """Return a text as HTML whose days are said as people say them, whole on hover.

    >>> print(dated("They called on 2026-05-01.", date(2026, 5, 4)))  # doctest: +ELLIPSIS
    They called <time ...>last Friday</time>.
    >>> print(dated("2 messages, last 2026-05-01", date(2026, 5, 4)))  # doctest: +ELLIPSIS
    2 messages, last <time ...>Friday</time>
    """
    return Markup("").join(_spoken_parts(text, today))


def _spoken_parts(text: str, today: date) -> Iterator[Markup]:
    """Yield the parts of a text, days as elements of their own."""
    at = 0
    for found in _DAY.finditer(text):
        try:
            day = date.fromisoformat(found[2])
        except ValueError:
            continue
        words = spoken_day(day, today)
        on = (found[1] or "") if words[0].isupper() or words[0].isdigit() else ""
        words = words if found[1] else words.removeprefix("on ")
        if text[at : found.start()].endswith("last "):
            words = words.removeprefix("last ")
        yield escape(text[at : found.start()] + on)
        yield Markup('<time datetime="{}" title="{}">{}</time>').format(day, full_day(day), words)
        at = found.end()
    yield escape(text[at:])


def full_day(day: date) -> str:
    """Return a day as a heading has it.

    >>> full_day(date(2026, 5, 4))
    'Monday 4 May 2026'
    """
    return f"{day:%A} {day.day} {day:%B} {day.year}"


def counted(number: int, one: str, many: str = "") -> str:
    """Return a number with what it counts.

    >>> counted(1, "person", "people"), counted(1200, "person", "people"), counted(2, "talk")
    ('1 person', '1,200 people', '2 talks')
    """
    return f"{number:,} {one if number == 1 else many or f'{one}s'}"


def button_words(action: Action) -> str:
    """Return what the button says that does an action.

    >>> button_words(Action("ask", ("ana",), {"outcome": "silent", "target": "x"}))
    'Let it go'
    >>> button_words(Action("log", ("ana",), {"kind": "helped"}))
    'Done'
    """
    fields = action.fields
    said = str(fields.get("kind") or fields.get("outcome") or fields.get("status") or "")
    return BUTTONS.get((action.verb, said), "Done")


def capital(text: str) -> str:
    """Return a text that begins with a capital, the rest as it is.

    >>> capital("ask Ana Silva")
    'Ask Ana Silva'
    """
    return text[:1].upper() + text[1:]
