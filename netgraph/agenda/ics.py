"""What is due as a calendar (RFC 5545) that other programs read.

Every task has an identifier that follows from what it is about, so that importing a newer file
updates it instead of doubling it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar, Event, Todo

from netgraph.agenda.rules import Due
from netgraph.model.actions import Action
from netgraph.model.ids import identifier
from netgraph.model.records import EventKind, Ledger


def calendar(
    ledger: Ledger,
    tasks: Iterable[Due],
    *,
    as_of: date,
    written: Callable[[Action], str] | None = None,
) -> bytes:
    """Return an iCalendar file with a task for everything due and an event for every planned talk.

    Parameters
    ----------
    ledger
        For the names and the planned talks.
    tasks
        What `netgraph.agenda.due_list.due` found.
    as_of
        The day of the list; a later one counts as the newer version of the same tasks.
    written
        Puts into words what to do when a task is done; None for a calendar without these words.

    Examples
    --------
    >>> from netgraph.model.records import Person
    >>> book = Ledger({"ana": Person("ana", "Ana Silva")})
    >>> done = Action("log", ("ana",), {"kind": "thanked"})
    >>> thanks = Due(date(2026, 5, 2), "thank", "ana", "You talked.", False, done)
    >>> text = calendar(book, [thanks], as_of=date(2026, 5, 1)).decode()
    >>> [line for line in text.splitlines() if line.startswith(("SUMMARY", "DUE"))]
    ['DUE;VALUE=DATE:20260502', 'SUMMARY:Thank: Ana Silva']
    """
    found = Calendar()
    found.add("prodid", "-//netgraph//due//EN")
    found.add("version", "2.0")
    for task in tasks:
        found.add_component(_task(ledger, task, as_of, written))
    for plan in ledger.events:
        known = plan.day is not None and plan.day <= as_of
        if plan.kind == EventKind.PLANNED and known and plan.due and plan.due >= as_of:
            found.add_component(_talk(ledger, plan.id, plan.taker, plan.due, as_of))
    return bytes(found.to_ical())


def _task(ledger: Ledger, task: Due, as_of: date, written: Callable[[Action], str] | None) -> Todo:
    """Make a task."""
    todo = Todo()
    name = ledger.people[task.person].name
    todo.add("summary", f"{task.kind.capitalize()}: {name}")
    then = f"\nWhen it is done: {written(task.action)}" if written else ""
    todo.add("description", task.why + then)
    todo.add("due", task.on)
    todo.add("status", "NEEDS-ACTION")
    _stamp(todo, identifier("due", task.kind, task.person, task.about), as_of)
    return todo


def _talk(ledger: Ledger, plan: str, person: str, day: date, as_of: date) -> Event:
    """Make an event of a whole day."""
    event = Event()
    event.add("summary", f"Talk with {ledger.people[person].name}")
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    _stamp(event, identifier("talk", plan), as_of)
    return event


def _stamp(component: Todo | Event, name: str, as_of: date) -> None:
    """Say which task or event it is, and of which day this version is."""
    component.add("uid", f"{name}@netgraph")
    component.add("dtstamp", datetime.combine(as_of, time(), UTC))
    component.add("sequence", as_of.toordinal())
