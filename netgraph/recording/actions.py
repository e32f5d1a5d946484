"""An action done: what a button or a command says is to be written down, written down."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final

from netgraph.journal.postponements import NEVER
from netgraph.model.actions import Action
from netgraph.model.errors import InvalidInput
from netgraph.model.parameters import setting
from netgraph.model.records import Event, Ledger
from netgraph.recording.applications import record_application
from netgraph.recording.appointments import record_appointment
from netgraph.recording.asks import record_ask
from netgraph.recording.decisions import (
    record_apart,
    record_likely,
    record_one_employer,
    record_same,
    record_two_employers,
)
from netgraph.recording.events import record_event
from netgraph.recording.goals import record_end, record_goal, record_rewording
from netgraph.recording.people import (
    record_correction,
    record_door,
    record_edit,
    record_person,
    record_tie,
)
from netgraph.recording.postponements import record_later
from netgraph.recording.referrals import record_referral
from netgraph.recording.relations import record_relation
from netgraph.store import Change

Done = tuple[str, str]
"""What was written down, in a word, and of whom."""

Who = tuple[str, ...]

SEVERAL: Final = frozenset(
    {"companies", "roles", "fields", "places", "near", "hypotheses", "email", "url", "phone"}
    | {"tags", "untags"}
)
"""Fields that hold several words, which stand between commas where they are typed."""


WHEN: Final = frozenset({"time", "zone", "place", "link"})
"""What is said of a talk that is planned."""

BESIDE: Final = frozenset({"closeness", "tags", "untags", "role", "inverse"})
"""What is said of a person that is no statement: a tie, labels, what they are to the user."""

CLEARS: Final = frozenset({"edit", "favours"})
"""Verbs of which an empty field takes back what was said."""


def perform(ledger: Ledger, change: Change, action: Action, *, day: date) -> Done:
    """Do what an action says in a change, and return what was written down, and of whom.

    Actions of the verbs in `DOES` can be done so. A ``day`` among the fields goes before the one
    given; the day of an event is put right with ``on``.

    Raises
    ------
    InvalidInput
        If the verb is another, or the action lacks what the verb needs.
    UnknownName
        If somebody is meant who is not there.
    """
    does = DOES.get(action.verb)
    if does is None:
        raise InvalidInput(f"{action.verb!r} is nothing that can be written down")
    fields = {
        key: str(value) for key, value in action.fields.items() if value or action.verb in CLEARS
    }
    said = fields.pop("day", "")
    try:
        return does(
            ledger, change, action.who, day=date.fromisoformat(said) if said else day, **fields
        )
    except (TypeError, ValueError) as error:
        if isinstance(error, InvalidInput):
            raise
        raise InvalidInput(f"{action.verb!r} cannot be written down like this: {error}") from error


def _log(
    ledger: Ledger, change: Change, who: Who, *, kind: str, due: str = "", value: str = "",
    **said: Any,
) -> Done:  # fmt: skip
    """Write an event down, with hour and place if it is planned."""
    (person,) = who
    when = {name: said.pop(name) for name in WHEN & said.keys()}
    worth = float(value) if value else None
    found = record_event(ledger, change, kind, person, due=_day(due), value=worth, **said)
    record_appointment(change, found.event, **when)
    return kind, found.name


def _ask(ledger: Ledger, change: Change, who: Who, **said: Any) -> Done:
    """Write an ask down, or what became of it."""
    (person,) = who
    found = record_ask(ledger, change, person, **said)
    return found.ask.steps[-1].status, found.name


def _refer(ledger: Ledger, change: Change, who: Who, **said: Any) -> Done:
    """Write a referral down, or how far it has come."""
    introducer, person = who
    found = record_referral(ledger, change, introducer, person, **said)
    return found.referral.steps[-1].status, found.names[1]


def _add(
    ledger: Ledger, change: Change, who: Who, *, day: date, lead: str = "", **said: Any
) -> Done:
    """Write somebody new down."""
    (name,) = who
    made = record_person(ledger, change, name, day=day, lead=bool(lead), **_several(said))
    return "added", made.name


def _edit(ledger: Ledger, change: Change, who: Who, *, day: date, **said: str) -> Done:
    """Write down what is said of a person."""
    (person,) = who
    beside = _several({name: said.pop(name) for name in BESIDE & said.keys()})
    record_edit(ledger, change, person, said, day=day, **beside)
    known = ledger.people.get(ledger.alias.get(person, person))
    return "put right", known.name if known else person


def _correct(
    ledger: Ledger, change: Change, who: Who, *, day: date, remove: str = "", **said: Any
) -> Done:
    """Put an event right, or take it out."""
    (event,) = who
    days = {"day": _day(said.pop("on", "")), "due": _day(said.pop("due", ""))}
    said = {"word": said.pop("kind", None), **said, **days}
    found: Event = record_correction(ledger, change, event, said, today=day, remove=bool(remove))
    return "taken out" if remove else "put right", str(found.kind)


def _tie(
    ledger: Ledger, change: Change, who: Who, *, day: date, closeness: str = "", **said: str
) -> Done:
    """Write down whether two know each other."""
    _only(said, "not", "knows_at", "role", "inverse")
    known = not said.get("not")
    if employer := said.get("knows_at"):
        (person,) = who
        _, name, at = record_door(ledger, change, person, employer, day=day, may=known)
        return f"may know somebody at {at}" if known else f"knows nobody at {at}", name
    one, other = who
    if role := said.get("role"):
        found = record_relation(
            ledger, change, False, a=one, role=role, b=other, day=day, known=known,
            inverse=said.get("inverse", ""), closeness=closeness,
        )  # fmt: skip
        return "what they are to one another", found.words
    _, names = record_tie(ledger, change, (one, other), day=day, known=known, closeness=closeness)
    return "know each other" if known else "do not know each other", " and ".join(names)


def _merge(
    ledger: Ledger, change: Change, who: Who, *, day: date, apart: str = "", employers: str = ""
) -> Done:
    """Write down that two are one person or employer, or that they are two."""
    one, other = who
    if employers:
        if apart:
            record_two_employers(change, one, other)
        else:
            record_one_employer(ledger, change, one, other)
        return "two employers" if apart else "one employer", f"{one} and {other}"
    (record_apart if apart else record_same)(ledger, change, one, other)
    names = [p.name for i in who if (p := ledger.people.get(ledger.alias.get(i, i)))]
    return "two people" if apart else "one person", " and ".join(names)


def _join_likely(
    ledger: Ledger, change: Change, who: Who, *, day: date, accept_likely: str
) -> Done:
    """Write down that all who very probably are one person are."""
    if who:
        raise TypeError("it is said of all who are likely")
    found = record_likely(ledger, change)
    pairs = f"{len(found)} pair{'' if len(found) == 1 else 's'}"
    return "one person each", pairs


def _later(
    ledger: Ledger, change: Change, who: Who, *, day: date, until: str = "",
    for_good: str = "", **said: str,
) -> Done:  # fmt: skip
    """Put off what is due with a person: all of it, or the lines of one kind."""
    _only(said, "kind")
    (person,) = who
    when = NEVER if for_good else _day(until)
    lines = record_later(ledger, change, person, until=when, day=day, kind=said.get("kind", ""))
    what = "let go" if for_good else "put off"
    return f"{what} {', '.join(line.kind for line in lines)}", ledger.people[lines[0].person].name


def _add_goal(ledger: Ledger, change: Change, who: Who, **said: Any) -> Done:
    """Write down what is looked for."""
    return "looked for", record_goal(ledger, change, *who, **_several(said)).text


def _edit_goal(ledger: Ledger, change: Change, who: Who, *, day: date, **said: Any) -> Done:
    """Say a goal in other words."""
    (goal,) = who
    return "looked for", record_rewording(ledger, change, goal, _several(said), day=day).text


def _end_goal(ledger: Ledger, change: Change, who: Who, *, day: date, note: str = "") -> Done:
    """Close a goal."""
    (goal,) = who
    return "closed", record_end(ledger, change, goal, day=day, note=note).text


def _apply(ledger: Ledger, change: Change, who: Who, *, due: str = "", **said: Any) -> Done:
    """Write a place down, or how far it came."""
    found = record_application(ledger, change, *who, due=_day(due), **said)
    return found.steps[-1].status, found.organisation


def _value(
    ledger: Ledger, change: Change, who: Who, *, day: date, value: str = "", **said: str
) -> Done:
    """Write down what a favour is worth to the user, or several at once, by name."""
    (name,) = who or ("",)
    said = {name: value} if name else said
    if not said:
        raise TypeError("nothing is said that was not so before")
    change.put(setting(one, text, day) for one, text in said.items())
    return "worth", ", ".join(said)


def _several(said: Mapping[str, str]) -> dict[str, Any]:
    """Return fields, those that hold several words parted at the commas."""
    return {
        field: tuple(filter(None, map(str.strip, text.split(",")))) if field in SEVERAL else text
        for field, text in said.items()
    }


def _only(said: Mapping[str, str], *names: str) -> None:
    """Refuse fields that nobody knows."""
    if unknown := said.keys() - set(names):
        raise TypeError(f"there is no {', '.join(sorted(unknown))}")


def _day(text: str) -> date | None:
    """Return a day as it is written in a form, None if nothing is."""
    return date.fromisoformat(text) if text else None


DOES: Final[Mapping[str, Callable[..., Done]]] = {
    "log": _log,
    "ask": _ask,
    "refer": _refer,
    "add": _add,
    "edit": _edit,
    "edit event": _correct,
    "tie": _tie,
    "merge": _merge,
    "duplicates": _join_likely,
    "later": _later,
    "goal add": _add_goal,
    "goal edit": _edit_goal,
    "goal done": _end_goal,
    "apply": _apply,
    "favours": _value,
}
"""What can be written down, by verb."""
