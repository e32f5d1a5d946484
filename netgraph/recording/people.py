"""What the user says of people: somebody new, corrections, who knows whom."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from netgraph.journal.doors import door_said
from netgraph.journal.edits import corrected, statements, stored_behind
from netgraph.journal.lookup import find_person
from netgraph.journal.people import acquaintance
from netgraph.journal.who_knows_whom import answer
from netgraph.model.errors import InvalidInput, UnknownName
from netgraph.model.records import Event, Fact, Ledger, Person, Statement, Tie
from netgraph.recording.relations import two_people
from netgraph.recording.somebody import found_or_new
from netgraph.store import Change

OF_EVENTS: Final = ("word", "day", "due", "note", "value", "about")
"""What can be put right of an event."""


def record_person(
    ledger: Ledger, change: Change, name: str, *, day: date, lead: bool = False, **said: Any
) -> Person:
    """Write down somebody ego knows, or only heard of; see `netgraph.journal.people`."""
    facts = acquaintance(ledger, name, lead=lead, day=day, **said)
    change.put(facts)
    return facts[0]


def record_edit(
    ledger: Ledger,
    change: Change,
    who: str,
    said: Mapping[str, str],
    *,
    day: date,
    **more: Any,
) -> list[Fact]:
    """Write down what the user says of a person; an empty text takes back what was said.

    Closeness, labels and what they are to the user go beside: `netgraph.journal.edits.statements`.
    """
    person = find_person(ledger, who, allow_ego=True)
    facts = statements(ledger, person, said, day=day, **more)
    change.put(facts)
    return facts


def record_correction(
    ledger: Ledger,
    change: Change,
    event: str,
    changes: Mapping[str, Any],
    *,
    today: date,
    remove: bool = False,
) -> Event:
    """Put an event right (see `netgraph.journal.edits.corrected`), or take it out.

    Raises
    ------
    UnknownName
        If there is no such event.
    InvalidInput
        If it would be on a day to come.
    """
    events = stored_behind(ledger, change.facts(Event), event)
    if not events:
        raise UnknownName(f"there is no event {event!r}")
    if remove:
        change.drop(Event, [event.id for event in events])
        return events[0]
    wanted = {name: changes.get(name) for name in OF_EVENTS}
    if wanted["about"]:
        wanted["about"] = find_person(ledger, wanted["about"])
    events = [corrected(event, wanted) for event in events]
    if (day := events[0].day) and day > today:
        raise InvalidInput(f"{day} is still to come")
    change.put(events)
    return events[0]


def record_door(
    ledger: Ledger,
    change: Change,
    who: str,
    employer: str,
    *,
    day: date,
    new: bool = False,
    may: bool = True,
) -> tuple[list[Statement], str, str]:
    """Write down whether somebody may know people at an employer.

    Return that, their name, and how the employer is called.
    """
    person = found_or_new(ledger, change, who, day=day, new=new)
    said = door_said(ledger, person.id, employer, day=day, may=may)
    change.put(said)
    employers = said[0].value
    return said, person.name, employers[-1] if isinstance(employers, tuple) else employer


def record_tie(
    ledger: Ledger,
    change: Change,
    words: tuple[str, str],
    *,
    day: date,
    new: bool = False,
    known: bool = True,
    closeness: str = "",
) -> tuple[list[Tie], list[str]]:
    """Write down whether two people know each other; return that and their names."""
    two = two_people(ledger, change, *words, day=day, new=new)
    ties = answer(ledger, two[0].id, two[1].id, known=known, closeness=closeness, day=day)
    change.put(ties)
    return ties, [person.name for person in two]
