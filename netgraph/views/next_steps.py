"""What comes next after something was written down: one step, in words, with what does it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from netgraph.journal.log import ENCOUNTERS
from netgraph.model.actions import Action, Hint
from netgraph.model.parties import other_party
from netgraph.model.records import (
    EGO,
    Ask,
    AskStatus,
    Event,
    EventKind,
    Person,
    Referral,
    ReferralStatus,
)

if TYPE_CHECKING:
    from netgraph.talks.drafts import Draft

_GIFTS: Final = frozenset(
    {
        EventKind.HELPED,
        EventKind.ADVICE,
        EventKind.REVIEW,
        EventKind.ARTICLE,
        EventKind.INTRODUCTION,
    }
)

_SETTLING = _GIFTS | {EventKind.THANKED, EventKind.REPORTED, EventKind.MESSAGE}


def after_person(person: Person, *, known: bool) -> Hint | None:
    """Return what comes after somebody was added, by whether it is said how well they are known.

    >>> after_person(Person("ana", "Ana Silva"), known=False).words
    'say how well you know them'
    """
    if known or person.lead:
        return Hint("whom to ask now", Action("suggest"))
    said = Action("edit", (person.id,), {"closeness": "close|warm|barely"})
    return Hint("say how well you know them", said)


def after_ask(ask: Ask) -> Hint | None:
    """Return what comes after an ask, by how it stands now.

    >>> from netgraph.model.records import Step
    >>> after_ask(Ask("a", "ana", steps=(Step(None, "agreed"),))).words
    'when do you talk? Write it down'
    """
    who, status = (ask.person,), ask.steps[-1].status
    target = {"target": ask.target} if ask.target else {}
    if status == AskStatus.PLANNED:
        return Hint("when you have asked", Action("ask", who, target))
    if status == AskStatus.ASKED:
        return Hint("when they answer", Action("ask", who, {**target, "outcome": "agreed"}))
    if status == AskStatus.AGREED and ask.want == "interview":
        planned = Action("log", who, {"kind": "planned", "by": "DAY"})
        return Hint("when do you talk? Write it down", planned)
    if status in (AskStatus.AGREED, AskStatus.DONE):
        return Hint("thank them within a day", Action("log", who, {"kind": "thanked"}))
    if status in (AskStatus.DECLINED, AskStatus.SILENT):
        return Hint("that is fine. Whom to ask now", Action("suggest"))
    return None


def after_event(event: Event) -> Hint | None:
    """Return what comes after an event with ego.

    >>> talk = Event("e", EventKind.TALKED, None, "ana", "me")
    >>> after_event(talk).words, after_event(talk).action.verb
    ('what did you learn, and whom did they name?', 'debrief')
    """
    other = other_party(event)
    if event.kind == EventKind.PLANNED:
        return Hint("a page to prepare with", Action("brief", (other,)))
    if event.kind in ENCOUNTERS and event.kind != EventKind.MET:
        return Hint("what did you learn, and whom did they name?", Action("debrief", (other,)))
    if event.kind in _GIFTS and event.taker == EGO:
        return Hint("thank them within a day", Action("log", (other,), {"kind": "thanked"}))
    if event.kind == EventKind.PROMISED and event.giver == EGO:
        kept = {"kind": "helped", "note": event.note} if event.note else {"kind": "helped"}
        return Hint("when it is done", Action("log", (other,), kept))
    if event.kind in _SETTLING and event.giver == EGO:
        return Hint("what else is due", Action("today"))
    return None


def after_referral(referral: Referral) -> Hint | None:
    """Return what comes after a name was passed on to ego, or by ego.

    >>> from netgraph.model.records import Step
    >>> after_referral(Referral("r", "ben", "dora", steps=(Step(None, "introduced"),))).words
    'write to them today, and thank who introduced you'
    """
    status = referral.steps[-1].status
    if referral.introducer == EGO:
        return None
    if status == ReferralStatus.NAMED:
        asked = {"want": "introduction", "target": referral.person}
        return Hint("ask for the introduction", Action("ask", (referral.introducer,), asked))
    if status in (ReferralStatus.INTRODUCED, ReferralStatus.AGREED):
        words = "write to them today, and thank who introduced you"
        return Hint(words, Action("ask", (referral.person,)))
    if status == ReferralStatus.MET:
        told = Action("log", (referral.introducer,), {"kind": "reported"})
        return Hint("tell who named them how it went", told)
    return None


_ONCE_SENT: Final[Mapping[str, str]] = {
    "confirm": "prepared",
    "thanks": "thanked",
    "report": "reported",
    "update": "wrote",
    "landed": "reported",
}
"""Letter -> what is written down once it is sent, where it asks for nothing."""


def after_draft(letter: Draft, *, via: str = "", target: str = "") -> Hint:
    """Return what comes after a letter: fill in what is blank, send it, write that down.

    >>> from netgraph.talks.drafts import Draft
    >>> draft = Draft("thanks", "ana", "Ana", "", "en", "Thanks", "Hi", 1, ("why",), 0.0, ())
    >>> after_draft(draft).words
    'fill in the [blanks] and send it yourself, then'
    """
    if kind := _ONCE_SENT.get(letter.kind):
        done = Action("log", (letter.person,), {"kind": kind})
    else:
        want = {"want": "introduction"} if letter.kind == "introduction" else {}
        fields = {**want, "target": target, "via": via, "words": str(letter.words)}
        done = Action("ask", (letter.person,), {k: v for k, v in fields.items() if v})
    blanks = "fill in the [blanks] and send" if letter.blanks else "send"
    return Hint(f"{blanks} it yourself, then", done)
