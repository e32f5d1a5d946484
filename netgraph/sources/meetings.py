"""The entries of calendars: what they say, and on which days each of them took place.

A series is one entry; others of the same UID move or call off one of its meetings, or all from one
on; a later version replaces an earlier one, in whichever calendar it stands.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, tzinfo
from typing import Final

from netgraph.model.text import clean
from netgraph.sources.calendar_times import Moment, Zones, moments_of
from netgraph.sources.contentlines import Component, Property
from netgraph.sources.correspondents import plain_address
from netgraph.sources.mail_headers import decoded, named
from netgraph.sources.protocol import Skip
from netgraph.sources.recurrence import MOST_TIMES, Cut, OtherCalendar, Patience, Rule, moments

_OF_ENTRIES: Final = """UID DTSTART RRULE EXRULE RDATE EXDATE RECURRENCE-ID SEQUENCE DTSTAMP
    LAST-MODIFIED SUMMARY STATUS ORGANIZER ATTENDEE"""
_OF_CALENDARS: Final = """METHOD X-WR-TIMEZONE X-WR-CALNAME TZID TZOFFSETTO TZOFFSETFROM
    X-LIC-LOCATION"""
READ: Final = frozenset(_OF_ENTRIES.split()) | frozenset(_OF_CALENDARS.split())
"""Properties that are read."""
NOBODY: Final = frozenset({"RESOURCE", "ROOM", "GROUP"})
ABSENT: Final = frozenset({"DECLINED", "DELEGATED"})
NO_MEETING: Final = frozenset({"COUNTER", "DECLINECOUNTER", "REFRESH"})
MOST_COPIES: Final = 50
"""Entries of one series, in all calendars, in which moved meetings are looked up."""
_NO_DIGITS: Final = re.compile(r"\D")
CANCELLED: Final = "cancelled"
OLDER: Final = "an earlier version"
ANSWER: Final = "an answer to an invitation"
MOVED: Final = "moved or called off, each of them"
PROPOSED: Final = "only proposed"


@dataclass(slots=True)
class Calendar:
    """One calendar of a file: its time zones, and the properties of its own."""

    zones: Zones
    properties: Sequence[Property] = ()

    def value(self, name: str) -> str:
        """Return what a property of the calendar says."""
        return next((p.value.strip() for p in self.properties if p.name == name), "")

    @property
    def zone(self) -> tzinfo | None:
        """The zone in which its owner lives, if it says so."""
        return self.zones.find(self.value("X-WR-TIMEZONE"))


@dataclass(slots=True)
class Meeting:
    """One entry of a calendar: who was there, on which days, and who called it.

    ``why_not`` says why it took place on none of them.
    """

    line: int
    uid: str
    title: str
    start: Moment
    calendar: Calendar
    properties: Sequence[Property]
    people: Mapping[str, str]
    declined: frozenset[str]
    organiser: str
    days: tuple[date, ...] = ()
    why_not: str = ""
    cut: str = ""
    moments: list[datetime] = field(default_factory=list)

    def values(self, name: str) -> list[Property]:
        """Return the properties of one name."""
        return [p for p in self.properties if p.name == name]

    def text(self, name: str) -> str:
        """Return the text of a property, or nothing."""
        return next((p.value.strip() for p in self.values(name)), "")

    @property
    def instead(self) -> Moment | None:
        """The meeting of a series that this one replaces."""
        return next((m for p in self.values("RECURRENCE-ID") for m in moments_of(p)), None)

    @property
    def and_later(self) -> bool:
        """Whether it replaces all later meetings of its series as well."""
        ranges = (p.params.get("RANGE", ()) for p in self.values("RECURRENCE-ID"))
        return any(r.upper() == "THISANDFUTURE" for found in ranges for r in found)

    @property
    def version(self) -> tuple[int, str, str]:
        """How new it is: its sequence, then when it was sent or written, and last changed."""
        sequence = self.text("SEQUENCE")[:9]
        written, changed = (_NO_DIGITS.sub("", self.text(n)) for n in ("DTSTAMP", "LAST-MODIFIED"))
        return int(sequence) if sequence.isdecimal() else 0, written, changed

    @property
    def is_sent(self) -> bool:
        """Whether it stands in a calendar that was sent, and so replaces one sent earlier."""
        return bool(self.calendar.value("METHOD"))

    @property
    def method(self) -> str:
        """What a calendar that was sent asks for."""
        return self.calendar.value("METHOD").upper()

    @property
    def is_cancelled(self) -> bool:
        """Whether it calls a meeting off."""
        return self.method == "CANCEL" or self.text("STATUS").upper() == "CANCELLED"

    @property
    def zone(self) -> tzinfo | None:
        """The zone in which it is written."""
        return None if self.start.whole_day else self.calendar.zones.find(self.start.zone)

    def local(self, moment: Moment) -> datetime:
        """Return a time of any zone as this entry's clock shows it."""
        at, zone = self.calendar.zones.aware(moment), self.zone
        return at.astimezone(zone).replace(tzinfo=None) if at and zone else moment.at


def meeting_of(component: Component, calendar: Calendar) -> Meeting | Skip:
    """Return what one entry says."""
    properties = component.properties
    summary = next((p.value for p in component.all("SUMMARY")), "")
    title = clean(_unescaped(summary), limit=200)
    start = next((m for p in component.all("DTSTART") for m in moments_of(p)), None)
    if start is None:
        return Skip(component.line, "it has no date that can be read", (title,))
    people, declined = _attendees(properties)
    organiser = next((_address(p) for p in component.all("ORGANIZER")), "")
    uid = clean(next((p.value for p in component.all("UID")), "")) or f"{title}|{start.at.date()}"
    return Meeting(
        component.line, uid, title, start, calendar, properties, people, declined, organiser
    )


def _unescaped(text: str) -> str:
    """Return a text without its backslashes."""
    for escape, letter in (("\\n", " "), ("\\N", " "), ("\\,", ","), ("\\;", ";"), ("\\\\", "\\")):
        text = text.replace(escape, letter)
    return text


def _address(who: Property) -> str:
    """Return the address of a participant."""
    return plain_address(who.value) or plain_address(next(iter(who.params.get("EMAIL", ())), ""))


def _attendees(properties: Iterable[Property]) -> tuple[dict[str, str], frozenset[str]]:
    """Return the addresses and names of who was asked, and the addresses of who did not come."""
    people: dict[str, str] = {}
    declined = set()
    for who in properties:
        if who.name not in ("ORGANIZER", "ATTENDEE") or not (address := _address(who)):
            continue
        said = {name: values[0].upper() for name, values in who.params.items() if values}
        if said.get("CUTYPE") in NOBODY or said.get("ROLE") == "NON-PARTICIPANT":
            continue
        shown = next(iter(who.params.get("CN", ())), "")
        people[address] = people.get(address) or named(decoded(shown))
        if said.get("PARTSTAT") in ABSENT:
            declined.add(address)
    return people, frozenset(declined)


def settle(meetings: Sequence[Meeting], as_of: date) -> None:
    """Work out the days of all meetings, those of one series together."""
    series: defaultdict[str, list[Meeting]] = defaultdict(list)
    for meeting in meetings:
        series[meeting.uid].append(meeting)
    patience = Patience()
    for entries in series.values():
        _withdraw(entries)
        standing = [m for m in entries if not m.why_not]
        changes = [m for m in entries if m.instead and m.why_not in ("", CANCELLED)]
        for number, meeting in enumerate(standing):
            if not meeting.instead:
                _expand(meeting, changes if number < MOST_COPIES else (), as_of, patience)
            elif not meeting.moments:
                meeting.moments = [meeting.start.at]
        _date(standing, as_of)


def _withdraw(entries: Sequence[Meeting]) -> None:
    """Set aside the entries of one UID that later ones replace, and those that called it off."""
    newest: dict[datetime | None, Meeting] = {}
    off: dict[datetime | None, int] = {}
    keyed = [(m, _instant(m, m.instead) if m.instead else None) for m in entries]
    _answer(keyed)
    for meeting, key in keyed:
        if meeting.why_not:
            continue
        if meeting.method in NO_MEETING:
            meeting.why_not = PROPOSED
        elif meeting.is_cancelled:
            meeting.why_not = CANCELLED
            off[key] = max(off.get(key, 0), meeting.version[0])
        elif meeting.method != "ADD" and len(keyed) > 1:
            newest[key] = max(newest.get(key, meeting), meeting, key=lambda m: m.version)
    for meeting, key in keyed if len(keyed) > 1 else ():
        if meeting.why_not or meeting.method == "ADD":
            continue
        if any(meeting.version[0] <= off[k] for k in {key, None} & off.keys()):
            meeting.why_not = CANCELLED
        elif _is_replaced(meeting, newest[key]):
            meeting.why_not = OLDER


def _is_replaced(meeting: Meeting, newest: Meeting) -> bool:
    """Whether another version of a meeting counts in its place.

    Two calendars may hold one meeting, each as of its own day: as long as both say the same time,
    who was there is taken from both.
    """
    (sequence, *written), (latest, *later) = meeting.version, newest.version
    if sequence != latest:
        return sequence < latest
    is_older = bool(written[0]) and written < later
    return is_older and (meeting.is_sent or _when(meeting) != _when(newest))


def _when(meeting: Meeting) -> tuple[object, ...]:
    """Return what says when the meetings of an entry take place, comparable in every zone."""
    dates = (
        frozenset(_instant(meeting, moment) for moment in _dates(meeting, name))
        for name in ("DTSTART", "EXDATE", "RDATE")
    )
    rules = (
        frozenset(";".join(sorted(p.value.upper().split(";"))) for p in meeting.values(name))
        for name in ("RRULE", "EXRULE")
    )
    return (*dates, *rules)


def _answer(keyed: Sequence[tuple[Meeting, datetime | None]]) -> None:
    """Let answers count in the entries that they answer, of one meeting or of all of a series."""
    no: defaultdict[datetime | None, set[str]] = defaultdict(set)
    replies = [(meeting, key) for meeting, key in keyed if meeting.method == "REPLY"]
    if len(replies) == len(keyed):
        return
    for reply, key in replies:
        no[key] |= reply.declined
        reply.why_not = ANSWER
    for meeting, key in keyed if no else ():
        meeting.declined |= no[None] | no[key]


def _instant(meeting: Meeting, moment: Moment) -> datetime:
    """Return a time in UTC, or as it is written if it has no zone."""
    at = meeting.calendar.zones.aware(moment)
    return (at - (at.utcoffset() or timedelta())).replace(tzinfo=None) if at else moment.at


def _expand(meeting: Meeting, changes: Sequence[Meeting], as_of: date, patience: Patience) -> None:
    """Work out when the meetings of a series take place, without those that others replace."""
    times = _times(meeting, as_of, patience)
    replaced = [change.instead for change in changes if change.instead]
    gone = _meant(times, meeting, [*_dates(meeting, "EXDATE"), *replaced])
    ranges = sorted(
        (meeting.local(change.instead), number)
        for number, change in enumerate(changes)
        if change.instead and change.and_later
    )
    for at in times:
        if at in gone:
            continue
        index = bisect_right(ranges, (at, len(changes))) - 1
        if index < 0:
            meeting.moments.append(at)
            continue
        begins, number = ranges[index]
        _move(changes[number], meeting, at, begins)
    for change in changes:
        if not change.why_not:
            change.moments.append(change.start.at)
            if change.and_later and change.values("RRULE"):
                change.moments += _times(change, as_of, patience)


def _move(change: Meeting, meeting: Meeting, at: datetime, begins: datetime) -> None:
    """Move a meeting of a series as the first of them was moved, unless all are called off."""
    if not change.why_not and not change.values("RRULE"):
        first = change.local(Moment(begins, meeting.start.zone, meeting.start.whole_day))
        there = change.local(Moment(at, meeting.start.zone, meeting.start.whole_day))
        change.moments.append(there + (change.start.at - first))


def _dates(meeting: Meeting, name: str) -> list[Moment]:
    """Return the dates and times of the properties of one name."""
    return [m for p in meeting.values(name) for m in moments_of(p)]


def _times(meeting: Meeting, as_of: date, patience: Patience) -> list[datetime]:
    """Return the times of a series on its own clock, up to today; at least the first."""
    start = meeting.start.at
    rules = meeting.values("RRULE")
    found = {start} if not rules or start.date() > as_of else set()
    if start.date() <= as_of:
        found |= set(_repeated(meeting, rules, as_of, patience))
    found |= {meeting.local(m) for m in _dates(meeting, "RDATE")}
    without = set(_repeated(meeting, meeting.values("EXRULE"), as_of, patience))
    return sorted(found - without)


def _repeated(
    meeting: Meeting, rules: Sequence[Property], as_of: date, patience: Patience
) -> Iterator[datetime]:
    """Yield the times that rules give; the first alone of a rule that cannot be followed."""
    start = meeting.start.at
    for text in rules:
        number = 0
        last_day = None
        try:
            rule = Rule.parse(text.value)
            until = _until(rule, meeting, as_of)
            for at in moments(rule, start, until, patience):
                number += at.date() != last_day
                last_day = at.date()
                if number > MOST_TIMES:
                    meeting.cut = f"only the first {MOST_TIMES} meetings of a series count"
                    break
                yield at
        except OtherCalendar:
            meeting.cut = (
                "of a series with rules for other calendars (RSCALE) only the first counts"
            )
        except (ValueError, OverflowError):
            meeting.cut = "of a series with a rule that no standard knows only the first counts"
        except Cut:
            meeting.cut = "of a series that cannot be counted only the beginning counts"
        if not number and text.name == "RRULE":
            yield start


def _until(rule: Rule, meeting: Meeting, as_of: date) -> datetime:
    """Return the last time of a series on its own clock, at the latest tomorrow."""
    latest = datetime.combine(as_of + timedelta(days=1), time.max)
    if not rule.until:
        return latest
    end = next(iter(moments_of(Property("UNTIL", {}, rule.until))), None)
    if end is None:
        raise ValueError(f"no date: {rule.until[:40]}")
    last = meeting.local(end)
    return min(latest, datetime.combine(last.date(), time.max) if end.whole_day else last)


def _meant(times: Sequence[datetime], meeting: Meeting, written: Sequence[Moment]) -> set[datetime]:
    """Return the times of a series that dates mean: that time, else the one time of that day."""
    there = set(times)
    on_day: defaultdict[date, list[datetime]] = defaultdict(list)
    for at in times:
        on_day[at.date()].append(at)
    meant: set[datetime] = set()
    for moment in written:
        at = meeting.local(moment)
        if at in there and not moment.whole_day:
            meant.add(at)
        elif moment.whole_day or len(on_day.get(at.date(), ())) == 1:
            meant.update(on_day.get(at.date(), ()))
    return meant


def _date(entries: Iterable[Meeting], as_of: date) -> None:
    """Give the entries of one UID their days: one time is one day, in whichever zone it stands."""
    days: dict[datetime, tuple[bool, date]] = {}
    shown: list[tuple[Meeting, list[datetime]]] = []
    for meeting in entries:
        instants = []
        for at in meeting.moments:
            instant, is_sure, day = _day(meeting, at)
            days[instant] = min(days.get(instant, (True, date.max)), (not is_sure, day))
            instants.append(instant)
        shown.append((meeting, instants))
    for meeting, instants in shown:
        found = sorted({days[instant][1] for instant in instants})
        meeting.why_not = "" if found else MOVED
        meeting.days = tuple(d for d in found if d <= as_of) or tuple(found[:1])


def _day(meeting: Meeting, at: datetime) -> tuple[datetime, bool, date]:
    """Return a time in UTC, whether its day is that of a clock on a wall, and the day."""
    zone = meeting.zone
    if zone is None:
        return at, True, at.date()
    there = at.replace(tzinfo=zone)
    instant = (there - (there.utcoffset() or timedelta())).replace(tzinfo=None)
    home = meeting.calendar.zone
    if meeting.start.zone == "UTC" and home:
        return instant, True, there.astimezone(home).date()
    return instant, meeting.start.zone != "UTC", at.date()
