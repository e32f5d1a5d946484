"""What is due as a calendar (RFC 5545) that other programs read.

Every task has an identifier that follows from what it is about, so that importing a newer file
updates it instead of doubling it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from icalendar import Alarm, Calendar, Event, Todo

from netgraph.agenda.duty import Due
from netgraph.journal.appointments import appointment_of, begins
from netgraph.model import ids
from netgraph.model.actions import Action
from netgraph.model.records import Event as Planned
from netgraph.model.records import EventKind, Ledger

ALARM: Final = timedelta(minutes=30)


def calendar(
    ledger: Ledger,
    tasks: Iterable[Due],
    *,
    as_of: date,
    written: Callable[[Action], str] | None = None,
    todo: bool = False,
) -> bytes:
    """Return an iCalendar file with everything due and an event for every planned talk.

    A planned talk with an hour has an alarm half an hour before. What is due is an event of a
    day, which every calendar shows, or a task for those that have them.

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
    todo
        Whether what is due are tasks.

    Examples
    --------
    >>> from netgraph.model.records import Person
    >>> book = Ledger({"ana": Person("ana", "Ana Silva")})
    >>> done = Action("log", ("ana",), {"kind": "thanked"})
    >>> thanks = Due(date(2026, 5, 2), "thank", "ana", "You talked.", False, done)
    >>> text = calendar(book, [thanks], as_of=date(2026, 5, 1), todo=True).decode()
    >>> [line for line in text.splitlines() if line.startswith(("SUMMARY", "DUE"))]
    ['DUE;VALUE=DATE:20260502', 'SUMMARY:Thank: Ana Silva']
    """
    found = Calendar()
    found.add("prodid", "-//netgraph//due//EN")
    found.add("version", "2.0")
    for task in tasks:
        found.add_component(_task(ledger, task, as_of, written, todo=todo))
    for plan in ledger.events:
        known = plan.day is not None and plan.day <= as_of
        if plan.kind == EventKind.PLANNED and known and plan.due and plan.due >= as_of:
            found.add_component(_talk(ledger, plan, as_of))
    return bytes(found.to_ical())


def _task(
    ledger: Ledger,
    task: Due,
    as_of: date,
    written: Callable[[Action], str] | None,
    *,
    todo: bool,
) -> Todo | Event:
    """Make a task, or an event of the day on which it is due; what is overdue is of today."""
    made: Todo | Event = Todo() if todo else Event()
    name = ledger.people[task.person].name
    made.add("summary", f"{task.kind.capitalize()}: {name}")
    then = f"\nWhen it is done: {written(task.action)}" if written else ""
    made.add("description", task.why + then)
    if todo:
        made.add("due", task.on)
        made.add("status", "NEEDS-ACTION")
    else:
        day = max(task.on, as_of)
        made.add("dtstart", day)
        made.add("dtend", day + timedelta(days=1))
        made.add("transp", "TRANSPARENT")
    _stamp(made, ids.task(task.kind, task.person, task.about), as_of)
    return made


def _talk(ledger: Ledger, plan: Planned, as_of: date) -> Event:
    """Make an event of the hour that is planned, with an alarm, else of the whole day."""
    at = appointment_of(ledger, plan)
    begin = begins(plan, at) or as_of
    event = Event()
    event.add("summary", f"Talk with {ledger.people[plan.taker].name}")
    if isinstance(begin, datetime):
        event.add("dtstart", begin.astimezone(UTC) if begin.tzinfo else begin)
        event.add("duration", timedelta(minutes=at.minutes if at else 30))
        event.add_component(_alarm())
    else:
        event.add("dtstart", begin)
        event.add("dtend", begin + timedelta(days=1))
    for name, text in (
        ("location", at.place if at else ""),
        ("description", at.link if at else ""),
    ):
        if text:
            event.add(name, text)
    _stamp(event, ids.talk(plan.id), as_of)
    return event


def _alarm() -> Alarm:
    """Make an alarm half an hour before."""
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", "Read the page before the talk, and be there on time")
    alarm.add("trigger", -ALARM)
    return alarm


def _stamp(component: Todo | Event, name: str, as_of: date) -> None:
    """Say which task or event it is, and of which day this version is."""
    component.add("uid", f"{name}@netgraph")
    component.add("dtstamp", datetime.combine(as_of, time(), UTC))
    component.add("sequence", as_of.toordinal())
