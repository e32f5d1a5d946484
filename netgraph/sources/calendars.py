"""Calendars (.ics): who met whom, and when.

A meeting is an event between ego and everybody else who took part. Rooms are nobody, what was
cancelled or declined did not happen, and whoever shares a hall with fifty others has not met them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from netgraph.model.ids import identifier
from netgraph.model.records import Event, EventKind, Fact, Gathering
from netgraph.model.text import clean
from netgraph.sources.addressbook import owner_emails, source_of
from netgraph.sources.contentlines import Component, components
from netgraph.sources.correspondents import (
    OWN_ADDRESS_UNKNOWN,
    Correspondents,
    is_person,
    likely_own,
    plain_address,
)
from netgraph.sources.encoding import beginning, opened
from netgraph.sources.mail_headers import decoded, named
from netgraph.sources.protocol import Context, Document, Format, Reading, Skip
from netgraph.sources.recurrence import as_list, day_of, days_of

PERSONAL: Final = 10
"""Others in a meeting up to which each of them is an event; beyond, it is only a gathering."""
GATHERING: Final = 50
"""Others in a meeting beyond which it says nothing of who knows whom."""

READ: Final = frozenset(
    {"UID", "DTSTART", "RRULE", "EXDATE", "RECURRENCE-ID", "SUMMARY", "STATUS", "ORGANIZER"}
    | {"ATTENDEE"}
)
NOBODY: Final = frozenset({"RESOURCE", "ROOM", "GROUP"})
_OWN_NAME = re.compile(rb"X-WR-CALNAME[^:\r\n]*:([^\r\n]+)")


@dataclass(frozen=True, slots=True)
class Meeting:
    """One entry of a calendar: who was there, on which days, and who called it."""

    line: int
    uid: str
    title: str
    days: tuple[date, ...]
    moved: date | None
    organiser: str
    people: tuple[tuple[str, str], ...]
    declined: frozenset[str]
    cancelled: bool
    cut: bool


def _claims(document: Document) -> str | None:
    """Return "calendar" for a file that begins as one."""
    return "calendar" if beginning(document)[:15].upper() == b"BEGIN:VCALENDAR" else None


def _read(claimed: Sequence[tuple[str, Document]], context: Context) -> Iterator[Reading]:
    """Yield a reading of every calendar; together they say which address is ego's."""
    read = [(document, *_entries(document, context.as_of)) for _, document in claimed]
    own = _own([meetings for _, meetings, _ in read], [d for d, *_ in read], context)
    for document, meetings, skipped in read:
        yield _reading(document.path, meetings, skipped, own, context)


def _entries(document: Document, as_of: date) -> tuple[list[Meeting], list[Skip]]:
    """Return the meetings of a file, and the entries that cannot be read."""
    meetings: list[Meeting] = []
    skipped: list[Skip] = []
    cancelled = b"METHOD:CANCEL" in document.head.upper()
    with opened(document) as stream:
        for component in components(stream, {"VEVENT"}, wanted=READ):
            found = _meeting(component, cancelled, as_of)
            if isinstance(found, Skip):
                skipped.append(found)
            else:
                meetings.append(found)
    return meetings, skipped


def _meeting(component: Component, cancelled: bool, as_of: date) -> Meeting | Skip:
    """Return what one entry says."""
    import icalendar  # noqa: PLC0415 - heavy, and only calendars need it

    lines = [
        p.name + "".join(f';{k}="{v}"' for k, vs in p.params.items() for v in vs) + ":" + p.value
        for p in component.properties
    ]
    text = "\r\n".join(["BEGIN:VEVENT", *lines, "END:VEVENT", ""])
    try:
        event = icalendar.Event.from_ical(text)
    except (ValueError, KeyError, IndexError, TypeError, AttributeError) as error:
        return Skip(component.line, f"not a calendar entry: {clean(str(error), limit=100)}")
    title = clean(str(event.get("SUMMARY", "")), limit=200)
    start = day_of(event.get("DTSTART"))
    if start is None:
        return Skip(component.line, "it has no date that can be read", (title,))
    days, cut = days_of(event, start, as_of)
    people, declined = _attendees(event)
    organiser = (
        plain_address(str(as_list(event.get("ORGANIZER"))[0])) if "ORGANIZER" in event else ""
    )
    status = str(event.get("STATUS", "")).upper()
    uid = clean(str(event.get("UID", ""))) or f"{title}|{start}"
    moved = day_of(event.get("RECURRENCE-ID"))
    off = cancelled or status == "CANCELLED"
    return Meeting(
        component.line, uid, title, days, moved, organiser, people, declined, off, cut
    )  # fmt: skip


def _attendees(event: Any) -> tuple[tuple[tuple[str, str], ...], frozenset[str]]:
    """Return the addresses and names of who was asked, and the addresses that declined."""
    people: dict[str, str] = {}
    declined = set()
    for name in ("ORGANIZER", "ATTENDEE"):
        for who in as_list(event.get(name, [])):
            params = getattr(who, "params", {})
            address = plain_address(str(who)) or plain_address(str(params.get("EMAIL", "")))
            if str(params.get("CUTYPE", "")).upper() in NOBODY or not is_person(address):
                continue
            shown = named(decoded(str(params.get("CN", ""))))
            people[address] = people.get(address) or shown
            if str(params.get("PARTSTAT", "")).upper() == "DECLINED":
                declined.add(address)
    return tuple(people.items()), frozenset(declined)


def _own(
    calendars: Sequence[Sequence[Meeting]], documents: Sequence[Document], context: Context
) -> frozenset[str]:
    """Return the addresses of whose calendars they are: known, or a calendar's name, or likely."""
    meetings = [[a for a, _ in m.people] for calendar in calendars for m in calendar]
    there = {address for addresses in meetings for address in addresses}
    own = set(owner_emails(context))
    for document in documents:
        if named := _OWN_NAME.search(document.head):
            own.add(plain_address(named[1].decode("utf-8", "replace")))
    if own & there:
        return frozenset(own & there)
    return frozenset({likely_own(a for a in meetings if len(a) > 1)} - {""})


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
    moved = {(m.uid, m.moved) for m in meetings if m.moved}
    facts: dict[str, Fact] = {}
    left: Counter[str] = Counter()
    for meeting in meetings:
        if why := _why_not(meeting, own):
            left[why] += 1
            continue
        days = [d for d in meeting.days if meeting.moved or (meeting.uid, d) not in moved]
        for fact in _facts(meeting, days, own, who, context):
            facts[fact.id] = fact
    once = sum(m.cut for m in meetings)
    note = "; ".join(
        [f"left out {n}: {why}" for why, n in sorted(left.items())]
        + [f"of {once} series with an unusual rule only the first meeting counts"] * bool(once)
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
    addresses = {address for address, _ in meeting.people}
    others = addresses - own - meeting.declined
    if meeting.cancelled:
        return "cancelled"
    if not addresses - own:
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
    days: Sequence[date],
    own: frozenset[str],
    who: Correspondents,
    context: Context,
) -> Iterator[Fact]:
    """Yield the events of a meeting, and the gathering if several others were there."""
    source, owner = who.source.id, context.owner
    others = [(a, n) for a, n in meeting.people if a not in own and a not in meeting.declined]
    ids = {address: who.meet(address, name) for address, name in others}
    for day in days:
        if len(others) > PERSONAL:
            break
        for address, person in ids.items():
            giver, taker = (person, owner) if address == meeting.organiser else (owner, person)
            i = identifier("e", source, meeting.uid, day.isoformat(), person)
            yield Event(
                i, EventKind.MEETING, day, giver, taker, note=meeting.title, source=source
            )  # fmt: skip
    if len(others) > 1 and days:
        i = identifier("g", source, meeting.uid, days[0].isoformat())
        people = (owner, *sorted(ids.values()))
        yield Gathering(i, "meeting", days[0], people, meeting.title, source)


CALENDAR: Final = Format(
    "calendar",
    "calendars (.ics) from Google, Outlook, Apple: whom you met, and when",
    _claims,
    _read,
)
