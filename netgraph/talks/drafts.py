"""Letters to one person, drafted from what is recorded; the user fills in the rest and sends them.

Nothing here sends anything. What only the user can know is a blank in square brackets, counted,
so that no letter goes out with a hole in it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from typing import Any, Final

from netgraph.journal.log import steps_until
from netgraph.model.actions import Action
from netgraph.model.as_of import AsOf
from netgraph.model.base_record import Record
from netgraph.model.errors import InvalidInput, UnknownName
from netgraph.model.records import EGO, YOU
from netgraph.talks.debriefs import last_debrief
from netgraph.talks.language import Language
from netgraph.talks.letter_facts import Aim, facts_for_letter
from netgraph.talks.short_texts import plain
from netgraph.talks.wording import weighed

KINDS: Final = (
    "request",
    "via",
    "introduction",
    "follow-up",
    "confirm",
    "thanks",
    "report",
    "update",
    "landed",
)
"""Letters, in the order in which a search comes to them."""

SHORT: Final = 75
"""A first request has fewer words than this."""

BLANK = re.compile("\ue000([^\ue000\ue001]*)\ue001")
_SUBJECT = "Subject:"


class Draft(Record, frozen=True):
    """A letter: to whom, what about, its body, and how it reads.

    ``words`` counts the body; ``blanks`` are what the user has to fill in; ``about_them`` is the
    share of the words in sentences about them, ``avoid`` words that were better left out;
    ``email`` is "" if no address is known.
    """

    kind: str
    person: str
    name: str
    email: str
    language: str
    subject: str
    text: str
    words: int
    blanks: tuple[str, ...]
    about_them: float
    avoid: tuple[str, ...]
    hints: tuple[str, ...] = ()


def draft(
    view: AsOf,
    kind: str,
    person: str,
    language: Language,
    *,
    via: str | None = None,
    target: str = "",
) -> Draft:
    """Draft a letter to a person.

    Parameters
    ----------
    view
        The facts and the day; what happened after it counts for nothing.
    kind
        One of `KINDS`.
    person
        The id of whom it goes to.
    language
        From `netgraph.talks.language.language_of`.
    via
        The id of who opens the door.
    target
        For an introduction, to whom or where: a person's id, or the name of an employer. For a
        request, the employer of whose opening it is, if that was saved or applied for.

    Raises
    ------
    InvalidInput
        If the kind is none of them, somebody is missing whom it is about, or a template of the
        user's does more than read facts.
    UnknownName
        If nobody is ``via``.

    Examples
    --------
    >>> from netgraph.model.records import Ledger, Person
    >>> book = Ledger({"ana": Person("ana", "Ana Silva", company="Acme")})
    >>> letter = draft(AsOf(book, date(2026, 5, 1)), "request", "ana", Language("en"))
    >>> letter.subject, letter.blanks[0], 41 <= letter.words < 75
    ('A question about your work at Acme', 'how you came across them', True)
    """
    via = _check(view, kind, person, via, target)
    facts = facts_for_letter(view, person, Aim(via, target))
    head, body = filled(language.template(f"{kind}.j2"), facts, kind, language)
    blanks = tuple(dict.fromkeys(BLANK.findall(head + body)))
    subject, text = (BLANK.sub(r"[\1]", part) for part in (_joined(head), _laid_out(body)))
    you, me = facts["you"], language.words["me"]
    read = weighed(
        text,
        you=[*language.words["you"], you["first"], you["company"]],
        me=me,
        avoid=language.words["avoid"],
    )
    who = view.ledger.people[person]
    return Draft(
        kind, person, who.name, next(iter(who.emails), ""), language.code, subject, text,
        read.words, blanks, read.about_them, read.avoid, tuple(_hints(view, person)),
    )  # fmt: skip


def filled(
    template: str, facts: Mapping[str, Any], kind: str, language: Language
) -> tuple[str, str]:
    """Return the subject and the body that a template makes of facts, blanks still marked."""
    from netgraph.talks.sandbox import render  # noqa: PLC0415 - jinja2, and most ask for no letter

    name = f"{language.code}/{kind}.j2"
    head, body = (
        render(part, facts, name=name, filters=filters(language))
        for part in _parted(template, name)
    )
    return head, body


@cache
def filters(language: Language) -> dict[str, Callable[..., str]]:
    """Return the filters of a language: blank, day, weekday, month, listed, field, event, role."""
    known: Mapping[str, str] = language.words.get("fields", {})
    events: Mapping[str, str] = language.words["events"]
    roles: Mapping[str, str] = language.words["roles"]
    return {
        "blank": lambda text: f"\ue000{text}\ue001",
        "day": language.day,
        "month": language.month,
        "weekday": language.weekday,
        "listed": lambda texts: language.listed(tuple(texts)),
        "field": lambda name: known.get(name, name),
        "role": lambda name: roles.get(name, name),
        "event": lambda name: events.get(name, name),
        "capitalize": lambda text: text[:1].upper() + text[1:],
    }


def _check(view: AsOf, kind: str, person: str, via: str | None, target: str) -> str | None:
    """Return whose name opens the door; raise if somebody whom a letter needs is not named."""
    if kind not in KINDS:
        raise InvalidInput(f"there is no letter {kind!r}; there are {', '.join(KINDS)}")
    if person == EGO or EGO in (via, target):
        raise InvalidInput("a letter goes to somebody other than you, and is about others")
    if via and via not in view.ledger.people:
        raise UnknownName(f"nobody is called {via!r}: name whose name opens the door")
    if person in (via, target):
        raise InvalidInput("name two different people: who reads it, and whom it is about")
    name = view.ledger.people[person].name
    if kind == "introduction" and not target:
        fields = {"kind": kind, "target": "SOMEBODY"}
        raise InvalidInput("to whom, or where?", action=Action("draft", (name,), fields))
    return (via or _introducer(view, person, name)) if kind == "via" else via


def _introducer(view: AsOf, person: str, name: str) -> str:
    """Return who named somebody to ego last; raise if nobody did."""
    named = [
        r.introducer
        for r in view.ledger.referrals
        if (r.person, r.to) == (person, EGO) and steps_until(r, view.day)
    ]
    if not named:
        fields = {"kind": "via", "via": "INTRODUCER"}
        raise InvalidInput("whose name opens the door?", action=Action("draft", (name,), fields))
    return named[-1]


def _parted(source: str, name: str) -> tuple[str, str]:
    """Return the templates of the subject, which is the first line, and of the body."""
    first, _, rest = source.partition("\n")
    if not first.startswith(_SUBJECT):
        raise InvalidInput(f"the template {name} must begin with a line such as 'Subject: Thanks'")
    return first.removeprefix(_SUBJECT), f"\n{rest}"


def _laid_out(body: str) -> str:
    """Return the body with one line for each paragraph; the last, the closing, stays in lines."""
    *paragraphs, closing = re.split(r"\n\s*\n", body.strip())
    return "\n\n".join([*map(_joined, paragraphs), _lines(closing)])


def _lines(paragraph: str) -> str:
    """Return a paragraph line by line, without needless blanks."""
    return "\n".join(" ".join(line.split()) for line in paragraph.strip().splitlines())


def _joined(paragraph: str) -> str:
    """Return a paragraph as one line, or one for each point of a list."""
    return re.sub(r"\n(?!- )", " ", _lines(paragraph))


def _hints(view: AsOf, person: str) -> list[str]:
    """Return what the user noted of the last time, to fill in blanks with."""
    noted = [
        e
        for e in view.ledger.events
        if person in (e.giver, e.taker)
        and e.source == YOU
        and e.note
        and e.day
        and e.day <= view.day
    ]
    noted.sort(key=lambda e: (e.day or date.min, e.id))
    lines = [f"{e.day}, {e.kind}: {e.note}" for e in noted[-2:]]
    last = last_debrief(view, person)
    told = " ".join(filter(None, (last.learned, last.note))) if last else ""
    return [*lines, f"{last.day}, learned: {plain(told)}"] if last and told else lines


def as_document(letter: Draft) -> dict[str, Any]:
    """Return a draft as plain rows, as ``--json`` has it."""
    return {
        "kind": letter.kind,
        "person": {"id": letter.person, "name": letter.name},
        "email": letter.email or None,
        "language": letter.language,
        "subject": letter.subject,
        "text": letter.text,
        "words": letter.words,
        "blanks": letter.blanks,
        "about_them": letter.about_them,
        "avoid": letter.avoid,
        "noted": letter.hints,
    }
