"""The list of what is due that was printed last, so that ``done 1`` means its first line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from netgraph.agenda.duty import Due
from netgraph.model.actions import Action
from netgraph.model.errors import InvalidInput

TODAY: Final = Action("today")


def line_of(due: Due) -> tuple[str, str, str]:
    """Return what a line is known by, whatever the day: person, kind, what it is about."""
    return due.person, due.kind, due.about


def due_line(found: Iterable[Due], line: Sequence[str]) -> Due:
    """Return what a line of a printed list stands for.

    Raises
    ------
    InvalidInput
        If it is not due any more.

    Examples
    --------
    >>> due_line([], ("ana", "thank", ""))
    Traceback (most recent call last):
    netgraph.model.errors.InvalidInput: that line is settled already
    """
    for due in found:
        if line_of(due) == tuple(line):
            return due
    raise InvalidInput("that line is settled already", action=TODAY)


def settling(due: Due) -> Action:
    """Return what writes down that a line is done.

    A talk is written down in a few words with a debrief; that it is done says only that it took
    place, or was thought about.

    Raises
    ------
    InvalidInput
        If it has to be said how it was settled.

    Examples
    --------
    >>> from datetime import date
    >>> again = Action("debrief", ("ana",), {"day": "2026-05-01"})
    >>> settling(Due(date(2026, 5, 1), "reflect", "ana", "", False, again)).fields["kind"]
    'reflected'
    """
    if due.kind in ("answered", "was it an ask?", "let go?"):
        raise InvalidInput(f"say which: {due.why}", action=due.action)
    if due.action.verb != "debrief":
        return due.action
    if due.kind == "write down":
        return Action("log", due.action.who, {"kind": "talked", "day": due.action.fields["day"]})
    return Action("log", due.action.who, {"kind": "reflected"})
