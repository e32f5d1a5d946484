"""The list of what is due: every rule of `netgraph.agenda.rules`, the most important first."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

from msgspec.structs import replace

from netgraph.agenda.day_facts import facts_on
from netgraph.agenda.duty import Due
from netgraph.agenda.rules import RULES
from netgraph.journal.limits import leave_on, never_asked_on
from netgraph.journal.postponements import NEVER, put_off_on
from netgraph.model.as_of import AsOf
from netgraph.model.errors import InvalidInput
from netgraph.model.text import fold

ASKS: Final = frozenset({"ask", "follow up", "second person", "was it an ask?"})
"""Kinds of lines that ask somebody for something."""

PER_DAY: Final = 7
"""How many of these somebody can do in a day beside everything else."""


def due(
    view: AsOf,
    *,
    days: int = 7,
    country: str | None = None,
    limit: int | None = None,
) -> list[Due]:
    """Return what is due on a day or will be within some days more.

    What is due already comes before what is yet to come; within each, the order is that of
    `netgraph.agenda.rules.RULES`, then the longest due.

    Parameters
    ----------
    view
        Resolved facts and the day; what happened later counts for nothing.
    days
        How many days to look ahead, 0 or more.
    country
        Two letters for the public holidays; None takes what the user noted of themselves.
    limit
        At most so many; None for all.

    Raises
    ------
    InvalidInput
        If ``days`` is negative, the limit is below 1, or the country is not known.

    Examples
    --------
    >>> from netgraph.model.records import Event, EventKind, Ledger, Person
    >>> book = Ledger(
    ...     {"ana": Person("ana", "Ana Silva")},
    ...     events=(Event("e1", EventKind.INTERVIEW, date(2026, 5, 4), "ana", "me"),),
    ... )
    >>> [first] = due(AsOf(book, date(2026, 5, 4)), limit=1)
    >>> first.on.isoformat(), first.kind, first.action.verb, first.action.who
    ('2026-05-04', 'thank', 'log', ('ana',))
    """
    if days < 0 or (limit is not None and limit < 1):
        raise InvalidInput("give 0 or more days to look ahead, and a limit of 1 or more")
    facts = facts_on(view) if country is None else replace(facts_on(view), country=country)
    facts.after(view.day, 1)  # raises for a country that is not known
    last = view.day + timedelta(days=days)
    leave, waits, never = leave_on(view), put_off_on(view), never_asked_on(view)
    found = [
        (
            item.on > view.day,
            rank,
            item.on,
            fold(facts.name(item.person)),
            item.person,
            item.about,
            item,
        )
        for rank, rule in enumerate(RULES)
        for item in (_put_off(item, waits) for item in rule(facts))
        if item.on <= last
        and item.on != NEVER
        and not _on_leave(item, leave)
        and not (item.kind in ASKS and item.person in never)
    ]
    return [row[-1] for row in sorted(found, key=lambda row: row[:-1])][:limit]


def _put_off(item: Due, waits: Mapping[tuple[str, str, str], date]) -> Due:
    """Return what is due, not before the day until which the user put it off."""
    until = waits.get((item.person, item.kind, item.about))
    return item if until is None else replace(item, on=max(item.on, until), overdue=False)


def _on_leave(item: Due, leave: Mapping[str, date]) -> bool:
    """Return whether somebody is left alone then; a talk that is agreed on takes place."""
    back = leave.get(item.person)
    return back is not None and item.on < back and item.kind not in ("prepare", "write down")
