"""Calendars (.ics): who met whom, and when.

A meeting is an event between ego and everybody else who took part. Rooms are nobody, what was
cancelled or declined did not happen, and whoever shares a hall with fifty others has not met them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from netgraph.model import ids
from netgraph.model.records import Event, EventKind, Fact, Gathering
from netgraph.sources.addressbook import owner_emails, source_of
from netgraph.sources.calendar_times import Zones, described_zones
from netgraph.sources.contentlines import Component, components
from netgraph.sources.correspondents import (
    OWN_ADDRESS_UNKNOWN,
    Correspondents,
    is_person,
    likely_own,
    plain_address,
)
from netgraph.sources.encoding import beginning, opened
from netgraph.sources.meetings import READ, Calendar, Meeting, meeting_of, settle
from netgraph.sources.protocol import Context, Document, Format, Reading, Skip

PERSONAL: Final = 10
"""Others in a meeting up to which each of them is an event; beyond, it is only a gathering."""
GATHERING: Final = 50
"""Others in a meeting beyond which it says nothing of who knows whom."""


def _claims(document: Document) -> str | None:
    """Return "calendar" for a file that begins as one."""
    return "calendar" if beginning(document)[:15].upper() == b"BEGIN:VCALENDAR" else None


def _read(claimed: Sequence[tuple[str, Document]], context: Context) -> Iterator[Reading]:
    """Yield a reading of every calendar; together they say what took place and who ego is."""
    read = [(document, *_entries(document)) for _, document in claimed]
    together = [meeting for _, meetings, _ in read for meeting in meetings]
    settle(together, context.as_of)
    own = _own(together, context)
    for document, meetings, skipped in read:
        yield _reading(document.path, meetings, skipped, own, context)


def _entries(document: Document) -> tuple[list[Meeting], list[Skip]]:
    """Return the meetings of a file, and the entries that cannot be read."""
    meetings: list[Meeting] = []
    skipped: list[Skip] = []
    offsets: list[Component] = []
    calendars: dict[int, Calendar] = {}
    with opened(document) as stream:
        for component in components(stream, {"VEVENT", "STANDARD", "DAYLIGHT"}, wanted=READ):
            if component.name != "VEVENT":
                offsets.append(component)
                continue
            around = component.around
            calendar = calendars.setdefault(id(around), Calendar(Zones(), around))
            found = meeting_of(component, calendar)
            (skipped if isinstance(found, Skip) else meetings).append(found)  # type: ignore[arg-type]
    zones = described_zones(offsets)
    for calendar in calendars.values():
        calendar.zones = zones
    return meetings, skipped


def _own(meetings: Sequence[Meeting], context: Context) -> frozenset[str]:
    """Return the addresses of whose calendars they are: known, or a calendar's name, or likely."""
    there = {address for meeting in meetings for address in meeting.people}
    known = owner_emails(context)
    names = {id(m.calendar): m.calendar.value("X-WR-CALNAME") for m in meetings}
    named = known | {plain_address(name) for name in names.values()} - {""}
    if named & there:
        return frozenset(named & there)
    likely = likely_own(m.people for m in meetings if len(m.people) > 1)
    return frozenset({likely} - {""}) or known


def _reading(
    path: str,
    meetings: Sequence[Meeting],
    skipped: Sequence[Skip],
    own: frozenset[str],
    context: Context,
) -> Reading:
    """Return what one calendar says."""
    source = source_of("calendar", context, label="Calendars")
    who = Correspondents(source)
    facts: dict[str, Fact] = {}
    left: Counter[str] = Counter()
    for meeting in meetings:
        if why := _why_not(meeting, own):
            left[why] += 1
            continue
        for fact in _facts(meeting, own, who, context):
            facts[fact.id] = fact
    cut = Counter(meeting.cut for meeting in meetings if meeting.cut)
    note = "; ".join(
        [f"left out {n}: {why}" for why, n in sorted(left.items())]
        + [f"{why} ({n} series)" for why, n in sorted(cut.items())]
    )
    return Reading(
        path,
        "calendar",
        len(meetings) + len(skipped),
        left.total(),
        tuple(skipped),
        (source, *who.people(), *facts.values()) if facts else (source,),
        note,
    )


def _why_not(meeting: Meeting, own: frozenset[str]) -> str:
    """Say why an entry of a calendar is no meeting with anybody, or nothing."""
    addresses = set(meeting.people)
    people = {address for address in addresses - own if is_person(address)}
    others = people - meeting.declined
    if meeting.why_not:
        return meeting.why_not
    if not people:
        return "nobody else was in it"
    if not own:
        return OWN_ADDRESS_UNKNOWN
    if not addresses & own:
        return "you were not in it"
    if addresses & own <= meeting.declined or not others:
        return "declined"
    if len(others) > GATHERING:
        return f"more than {GATHERING} people"
    return ""


def _facts(
    meeting: Meeting,
    own: frozenset[str],
    who: Correspondents,
    context: Context,
) -> Iterator[Fact]:
    """Yield the events of a meeting, and the gathering if several others were there."""
    source, owner = who.source.id, context.owner
    days = meeting.days
    absent = own | meeting.declined
    others = [(a, n) for a, n in meeting.people.items() if a not in absent and is_person(a)]
    met = {address: who.meet(address, name) for address, name in others}
    for day in days:
        if len(others) > PERSONAL:
            break
        for address, person in met.items():
            giver, taker = (person, owner) if address == meeting.organiser else (owner, person)
            i = ids.event(source, meeting.uid, day.isoformat(), person)
            yield Event(
                i, EventKind.MEETING, day, giver, taker, note=meeting.title, source=source
            )  # fmt: skip
    if len(others) > 1 and days:
        i = ids.gathering(source, meeting.uid, days[0].isoformat())
        people = (owner, *sorted(met.values()))
        yield Gathering(i, "meeting", days[0], people, meeting.title, source)


CALENDAR: Final = Format(
    "calendar",
    "calendars (.ics) from Google, Outlook, Apple: whom you met, and when",
    _claims,
    _read,
)
