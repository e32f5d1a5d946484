"""Dates, times and time zones of calendars, as the programs of the world write them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from functools import cache
from typing import Final
from zoneinfo import ZoneInfo

from netgraph.sources.contentlines import Component, Property
from netgraph.sources.recurrence import Cut, Patience, Rule, moments

FIRST_YEAR: Final = 1900
LAST_YEAR: Final = 2200
LAST_CHANGE: Final = 2040
MOST_CHANGES: Final = 200
"""Descriptions of a zone's offsets in a file that are read."""

_WHEN = re.compile(
    r"\s*(\d{4})-?(\d\d)-?(\d\d)(?:[T ](\d\d):?(\d\d)(?::?(\d\d))?(?:[.,]\d+)?)?"
    r"\s*(Z|[+-]\d\d:?\d\d)?\s*$",
    re.IGNORECASE,
)
_REST_OF_ZONE = re.compile(r"(.{1,100}?):(?=\d{8}(?:[T,]|$))", re.IGNORECASE)
_OFFSET = re.compile(r"\(?(?:GMT|UTC|Z)?\s*([+-])(\d{1,2})(?::?(\d\d))?\)?(?=\D|$)", re.IGNORECASE)
_UTC: Final = frozenset({"utc", "z", "gmt", "etc/utc", "etc/gmt", "zulu", "tzone://microsoft/utc"})


@dataclass(frozen=True, slots=True)
class Moment:
    """A date or a time as written, and the name of its zone: empty if it has none."""

    at: datetime
    zone: str = ""
    whole_day: bool = False


def moments_of(found: Property) -> list[Moment]:
    """Return the dates and times of a property; of a period its start. Others are left out.

    >>> zone = {"TZID": ["Europe/Berlin"]}
    >>> [(str(m.at), m.zone) for m in moments_of(Property("RDATE", zone, "20260105T090000,x"))]
    [('2026-01-05 09:00:00', 'Europe/Berlin')]
    >>> [(str(m.at), m.zone) for m in moments_of(Property("DTSTART", {}, "2026-01-05t09:00:00z"))]
    [('2026-01-05 09:00:00', 'UTC')]
    """
    zone = next(iter(found.params.get("TZID", ())), "").strip("'\" ")
    value = found.value
    if zone and (rest := _REST_OF_ZONE.match(value)):  # TZID=GMT+05:30, with no quotes
        zone, value = f"{zone}:{rest[1]}", value[rest.end() :]
    return [m for text in value.split(",") if (m := _moment(text.partition("/")[0], zone))]


def _moment(text: str, zone: str) -> Moment | None:
    """Return one date or time, or None."""
    written = _WHEN.match(text)
    if not written:
        return None
    year, month, day, hour, minute, second, offset = written.groups()
    with suppress(ValueError):
        on = date(int(year), int(month), int(day))
        if not FIRST_YEAR <= on.year <= LAST_YEAR:
            return None
        if hour is None:
            return Moment(datetime.combine(on, time()), "", whole_day=True)
        at = time(int(hour) % 24, int(minute), min(int(second or 0), 59))
        said = "UTC" if (offset or "").upper() == "Z" else offset or zone
        return Moment(datetime.combine(on, at), said)
    return None


@dataclass(frozen=True, slots=True)
class Zones:
    """The time zones of a file: those that it describes itself, and those that are known."""

    own: Mapping[str, tzinfo] = field(default_factory=dict)

    def find(self, name: str) -> tzinfo | None:
        """Return the zone of a name; None if it has none, or nobody knows which it is.

        >>> Zones().find("GMT+05:30").utcoffset(None)
        datetime.timedelta(seconds=19800)
        >>> Zones().find("W. Europe Standard Time").key
        'Europe/Berlin'
        """
        if not name:
            return None
        return _known(name) or self.own.get(name) or _offset(name)

    def aware(self, moment: Moment) -> datetime | None:
        """Return a time with its zone; None if it has none."""
        zone = None if moment.whole_day else self.find(moment.zone)
        return moment.at.replace(tzinfo=zone) if zone else None


@cache
def _known(name: str) -> tzinfo | None:
    """Return a zone by its name in the world's list, in Windows, or with a program's before it."""
    name = name.strip().strip("/")[:200]
    if name.lower() in _UTC:
        return UTC
    parts = name.split("/")
    for start in range(len(parts)):
        if zone := _listed("/".join(parts[start:])):
            return zone
    return None


def _listed(name: str) -> tzinfo | None:
    """Return a zone by its name in the world's list or in Windows, whatever its capitals."""
    with suppress(KeyError, ValueError, OSError):
        return ZoneInfo(name)
    known = _names().get(name.lower()) or _names().get(re.sub(r"\s+\d+$", "", name.lower()))
    with suppress(KeyError, ValueError, OSError):
        return ZoneInfo(known) if known else None
    return None


@cache
def _names() -> Mapping[str, str]:
    """Return the names of zones in the world's list and in Windows, in lower case."""
    from zoneinfo import available_timezones  # noqa: PLC0415 - reads a folder

    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON  # noqa: PLC0415 - heavy

    listed = {name.lower(): name for name in sorted(available_timezones())}
    return listed | {name.lower(): zone for name, zone in WINDOWS_TO_OLSON.items()}


def _offset(name: str) -> tzinfo | None:
    """Return the zone that a name such as ``GMT+05:30`` or ``(UTC-05:00) Lima`` says by itself."""
    found = _OFFSET.match(name.strip())
    if not found:
        return None
    ahead = timedelta(hours=int(found[2][:2]), minutes=int(found[3] or 0))
    with suppress(ValueError):
        return timezone(-ahead if found[1] == "-" else ahead)
    return None


class _Described(tzinfo):
    """A zone as a calendar describes it: the local times from which an offset holds."""

    def __init__(self, changes: Sequence[tuple[datetime, timedelta]], before: timedelta) -> None:
        self._times = [at for at, _ in changes]
        self._offsets = [before, *(offset for _, offset in changes)]

    def utcoffset(self, at: datetime | None) -> timedelta:
        """Return how far the zone's clocks are ahead."""
        if at is None:
            return self._offsets[-1]
        return self._offsets[bisect_right(self._times, at.replace(tzinfo=None))]

    def dst(self, at: datetime | None) -> timedelta:
        """Return nothing: which of the offsets is that of summer does not matter."""
        return timedelta()

    def tzname(self, at: datetime | None) -> str:
        """Return no name."""
        return ""

    def fromutc(self, at: datetime) -> datetime:
        """Return the local time of a time in UTC."""
        for offset in dict.fromkeys(self._offsets):
            if self.utcoffset(local := at + offset) == offset:
                return local
        return at + self._offsets[-1]


def described_zones(components: Iterable[Component]) -> Zones:
    """Return the zones that a file describes, from its components STANDARD and DAYLIGHT."""
    changes: dict[str, list[tuple[datetime, timedelta]]] = {}
    before: dict[str, timedelta] = {}
    own: dict[str, tzinfo] = {}
    patience = Patience()
    for number, component in enumerate(components):
        around = {found.name: found.value.strip("'\" ") for found in component.around}
        name, place = around.get("TZID", ""), around.get("X-LIC-LOCATION", "")
        if known := _known(place) if place else None:
            own[name] = known
        offsets = [
            _seconds(found.value)
            for key in ("TZOFFSETTO", "TZOFFSETFROM")
            for found in component.all(key)[:1]
        ]
        if not name or name in own or len(offsets) < 2 or number >= MOST_CHANGES or _known(name):
            continue
        times = _changes(component, patience)
        changes.setdefault(name, []).extend((at, offsets[0]) for at in times)
        before.setdefault(name, offsets[1])
    described = {name: _Described(sorted(times), before[name]) for name, times in changes.items()}
    return Zones({**described, **own})


def _seconds(text: str) -> timedelta:
    """Return an offset such as ``+0530``."""
    found = re.fullmatch(r"\s*([+-]?)(\d\d):?(\d\d)(?::?\d\d)?\s*", text)
    if not found or int(found[2]) > 15:
        return timedelta()
    ahead = timedelta(hours=int(found[2]), minutes=int(found[3]))
    return -ahead if found[1] == "-" else ahead


def _changes(component: Component, patience: Patience) -> list[datetime]:
    """Return the local times at which a description of a zone begins to hold."""
    begins = re.match(r"(\d{4})(\d{4}T\d{6})", "".join(p.value for p in component.all("DTSTART")))
    if not begins:
        return []
    year = max(int(begins[1]), 1970 if component.all("RRULE") else FIRST_YEAR)
    start = next(iter(moments_of(Property("DTSTART", {}, f"{year}{begins[2]}"))), None)
    if start is None:
        return []
    times = [start.at, *(m.at for p in component.all("RDATE") for m in moments_of(p))]
    for rule in component.all("RRULE")[:1]:
        with suppress(ValueError, Cut):
            read = Rule.parse(rule.value)
            end = next(iter(moments_of(Property("UNTIL", {}, read.until))), None)
            last = end.at if end else datetime.combine(date(LAST_CHANGE, 1, 1), time())
            times += moments(read, start.at, last, patience)
    return sorted(set(times))
