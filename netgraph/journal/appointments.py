"""Hour and place of a planned talk: how they are written down, and which holds."""

from __future__ import annotations

import re
from datetime import date, datetime, time, tzinfo
from typing import Final

from netgraph.model import ids
from netgraph.model.errors import InvalidInput
from netgraph.model.records import Appointment, Event, Ledger
from netgraph.model.text import clean

LENGTHS: Final = range(5, 481)
"""Minutes that a talk may be planned for."""

_TIME = re.compile(r"([01]?\d|2[0-3])[:.]?([0-5]\d)")


def appointment(
    plan: Event,
    *,
    time: str = "",
    zone: str = "",
    place: str = "",
    link: str = "",
    minutes: int = 30,
) -> Appointment:
    """Return hour and place of a planned talk.

    Raises
    ------
    InvalidInput
        If the hour, the zone or the length cannot be meant.

    Examples
    --------
    >>> from netgraph.model.records import EventKind
    >>> plan = Event("e", EventKind.PLANNED, date(2026, 5, 1), "me", "ana", due=date(2026, 5, 8))
    >>> appointment(plan, time="9.30", zone="Europe/Berlin").time
    '09:30'
    """
    found = _TIME.fullmatch(time.strip()) if time else None
    if time and not found:
        raise InvalidInput(f"{clean(time, limit=20)!r} is no hour: write it as 15:00")
    if zone:
        _zone(zone)
    if minutes not in LENGTHS:
        raise InvalidInput(f"plan {LENGTHS[0]} to {LENGTHS[-1]} minutes, such as 30")
    hour = f"{int(found[1]):02}:{found[2]}" if found else ""
    i = ids.appointment(plan.id)
    return Appointment(i, plan.id, plan.taker, hour, zone, clean(place), clean(link), minutes)


def appointment_of(ledger: Ledger, plan: Event) -> Appointment | None:
    """Return hour and place of a planned talk, None if nobody said."""
    return next((a for a in ledger.appointments if a.plan == plan.id), None)


def begins(plan: Event, at: Appointment | None) -> date | datetime | None:
    """Return when a planned talk begins: a day, or an hour, in its zone if that is known.

    >>> from netgraph.model.records import EventKind
    >>> plan = Event("e", EventKind.PLANNED, date(2026, 5, 1), "me", "ana", due=date(2026, 5, 8))
    >>> begins(plan, appointment(plan, time="15:00", zone="Europe/Berlin")).isoformat()
    '2026-05-08T15:00:00+02:00'
    """
    if at is None or not at.time or plan.due is None:
        return plan.due
    try:
        hour = time.fromisoformat(at.time)
        return datetime.combine(plan.due, hour, _zone(at.zone) if at.zone else None)
    except (ValueError, InvalidInput):
        return plan.due


def _zone(name: str) -> tzinfo:
    """Return a time zone."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError  # noqa: PLC0415 - few talks have a zone

    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        shown = clean(name, limit=40)
        raise InvalidInput(f"{shown!r} is no time zone: write one such as Europe/Berlin") from None
