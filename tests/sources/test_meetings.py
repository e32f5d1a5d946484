"""Series and their exceptions, versions and calendars that were sent: RFC 5545 and RFC 5546."""

# ruff: noqa: E501

from __future__ import annotations

import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgraph.model.records import EGO, Event, Ledger, Person
from netgraph.sources.calendars import CALENDAR
from netgraph.sources.protocol import Context, Document, Reading

ME = Person(EGO, "Me", emails=("me@own.example",))
TODAY = Context(date(2026, 6, 1), known=Ledger({EGO: ME}))
NEW_YORK = "TZID=America/New_York:"
SYDNEY = "TZID=Australia/Sydney:"
WEEKLY = "RRULE:FREQ=WEEKLY;COUNT=4"


def event(start: str, *lines: str, uid: str = "u1", ana: str = "ACCEPTED") -> str:
    begin = f";{start}" if "=" in start else f":{start}"
    people = (
        "ORGANIZER;CN=Me:mailto:me@own.example",
        "ATTENDEE;PARTSTAT=ACCEPTED:mailto:me@own.example",
        f"ATTENDEE;CN=Ana;PARTSTAT={ana}:mailto:ana@friends.example",
    )
    return "\r\n".join(["BEGIN:VEVENT", f"UID:{uid}", f"DTSTART{begin}", *people, *lines, "END:VEVENT", ""])  # fmt: skip


def calendar(*parts: str, head: tuple[str, ...] = ()) -> str:
    lines = "".join(f"{line}\r\n" for line in head)
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{lines}{''.join(parts)}END:VCALENDAR\r\n"


def readings(*texts: str | bytes) -> list[Reading]:
    files = []
    for n, text in enumerate(texts):
        data = text.encode() if isinstance(text, str) else text
        files.append(
            Document(
                f"{n}.ics", f"{n}.ics", "", len(data), data[:16384],
                lambda data=data: io.BytesIO(data),  # type: ignore[misc]
            )
        )  # fmt: skip
    claimed = [(kind, file) for file in files if (kind := CALENDAR.claims(file))]
    assert len(files) == len(claimed)
    return list(CALENDAR.read(claimed, TODAY))


def days(*texts: str | bytes) -> list[str]:
    events = {f.id: f for r in readings(*texts) for f in r.facts if isinstance(f, Event)}
    return sorted(f"{e.day:%m-%d}" for e in events.values())


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("EXDATE:20260114T010000Z", "EXDATE:20260121T010000Z"), "01-06 01-27"),
        (("EXDATE:20260114T010000Z,20260121T010000Z",), "01-06 01-27"),
        (("EXDATE;TZID=Europe/Berlin:20260114T020000",), "01-06 01-20 01-27"),
        (("EXDATE;TZID=America/New_York:20260113T200000",), "01-06 01-20 01-27"),
        (("EXDATE:20260113T200000",), "01-06 01-20 01-27"),
        (("EXDATE;VALUE=DATE:20260113",), "01-06 01-20 01-27"),
        (("EXDATE:20260113",), "01-06 01-20 01-27"),
        (("EXDATE;TZID=America/New_York:20260113T000000",), "01-06 01-20 01-27"),
        (("EXDATE:20260106T200000",), "01-13 01-20 01-27"),
        (("EXDATE:x,20260113t200000",), "01-06 01-20 01-27"),
        (("EXDATE:20260115T010000Z",), "01-06 01-13 01-20 01-27"),
        (("EXRULE:FREQ=WEEKLY;INTERVAL=2",), "01-13 01-27"),
    ],
)
def test_meetings_are_called_off_in_any_zone(lines: tuple[str, ...], expected: str) -> None:
    assert expected.split() == days(calendar(event(f"{NEW_YORK}20260106T200000", WEEKLY, *lines)))


@pytest.mark.parametrize(
    ("until", "expected"),
    [
        ("20260118T210000Z", "01-05 01-12 01-19"),
        ("20260118T205959Z", "01-05 01-12"),
        ("20260119", "01-05 01-12 01-19"),
        ("20260119T080000", "01-05 01-12 01-19"),
        ("20260118", "01-05 01-12"),
    ],
)
def test_a_series_ends_in_any_zone(until: str, expected: str) -> None:
    series = event(f"{SYDNEY}20260105T080000", f"RRULE:FREQ=WEEKLY;UNTIL={until}")

    assert expected.split() == days(calendar(series))


@pytest.mark.parametrize(
    "instead",
    [
        "RECURRENCE-ID:20260111T210000Z",
        "RECURRENCE-ID;TZID=Australia/Sydney:20260112T080000",
        "RECURRENCE-ID;TZID=Asia/Tokyo:20260112T060000",
        "RECURRENCE-ID:20260112T080000",
        "RECURRENCE-ID;VALUE=DATE:20260112",
    ],
)
def test_a_meeting_of_a_series_is_moved_in_any_zone(instead: str) -> None:
    series = event(f"{SYDNEY}20260105T080000", "RRULE:FREQ=WEEKLY;COUNT=3")
    moved = event(f"{SYDNEY}20260114T080000", instead)

    assert ["01-05", "01-14", "01-19"] == days(calendar(series, moved))
    assert ["01-05", "01-14", "01-19"] == days(calendar(moved, series))
    assert ["01-05", "01-14", "01-19"] == days(calendar(series), calendar(moved))


def test_a_meeting_of_a_series_is_called_off_alone() -> None:
    series = event("20260105T100000Z", WEEKLY)
    off = event("20260112T100000Z", "RECURRENCE-ID:20260112T100000Z", "STATUS:CANCELLED")

    assert ["01-05", "01-19", "01-26"] == days(calendar(series, off))
    assert ["01-05", "01-19", "01-26"] == days(
        calendar(series), calendar(off.replace("STATUS:CANCELLED", "X:1"), head=("METHOD:CANCEL",))
    )


def test_a_meeting_of_a_series_has_its_own_people() -> None:
    series = event("20260105T100000Z", WEEKLY)
    without = event("20260112T100000Z", "RECURRENCE-ID:20260112T100000Z", ana="DECLINED")

    assert ["01-05", "01-19", "01-26"] == days(calendar(series, without))


@pytest.mark.parametrize(
    ("later", "expected"),
    [
        ((("20260121T100000Z", "20260119T100000Z", ""),), "01-05 01-12 01-21 01-28"),
        ((("20260113T100000Z", "20260112T100000Z", ""), ("20260128T100000Z", "20260126T100000Z", "")), "01-05 01-13 01-20 01-28"),
        ((("20260119T100000Z", "20260119T100000Z", "STATUS:CANCELLED"),), "01-05 01-12"),
        ((("20260120T100000Z", "20260119T100000Z", "RRULE:FREQ=DAILY;COUNT=2"),), "01-05 01-12 01-20 01-21"),
    ],
)  # fmt: skip
def test_this_and_all_later_meetings_are_moved(
    later: tuple[tuple[str, str, str], ...], expected: str
) -> None:
    series = event("20260105T100000Z", WEEKLY)
    changes = [
        event(start, f"RECURRENCE-ID;RANGE=THISANDFUTURE:{instead}", more or "X:1")
        for start, instead, more in later
    ]

    assert expected.split() == days(calendar(series, *changes))


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("RDATE:20260203T190000Z,20260303T190000Z",), "01-06 02-03 03-03"),
        (("RDATE;VALUE=DATE-TIME:20260203T190000Z", "RDATE:20260303T190000Z"), "01-06 02-03 03-03"),
        (("RDATE;VALUE=DATE:20260203",), "01-06 02-03"),
        (("RDATE;VALUE=PERIOD:20260203T190000Z/PT1H,20260303T190000Z/20260303T200000Z",), "01-06 02-03 03-03"),
        (("RDATE;TZID=Asia/Tokyo:20260204T040000",), "01-06 02-03"),
        (("RDATE:20260203T190000Z", "EXDATE:20260203T190000Z"), "01-06"),
        (("RDATE:20260203T190000Z", "RRULE:FREQ=WEEKLY;COUNT=2"), "01-06 01-13 02-03"),
        (("RRULE:FREQ=WEEKLY;COUNT=2", "RRULE:FREQ=MONTHLY;COUNT=2"), "01-06 01-13 02-06"),
        (("RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=2",), "01-30 02-27"),
        (("RRULE:FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=2",), "01-31 02-28"),
        (("RRULE:FREQ=YEARLY;BYWEEKNO=10;BYDAY=TU;COUNT=1",), "03-03"),
        (("RRULE:FREQ=YEARLY;BYYEARDAY=32;COUNT=1",), "02-01"),
        (("RRULE:FREQ=DAILY;BYHOUR=9,19;COUNT=3",), "01-06 01-07"),
        (("rrule:freq=weekly;count=2",), "01-06 01-13"),
        (("RRULE:RRULE:FREQ=WEEKLY; COUNT=2;BYDAY=",), "01-06 01-13"),
        (("RRULE:FREQ=HOURLY;INTERVAL=12;COUNT=4",), "01-06 01-07 01-08"),
    ],
)  # fmt: skip
def test_dates_and_rules_of_every_kind_count(lines: tuple[str, ...], expected: str) -> None:
    assert expected.split() == days(calendar(event("20260106T190000Z", *lines)))


def test_the_latest_version_counts_in_whichever_file_it_is() -> None:
    first, second = event("20260105T100000Z", "SEQUENCE:0"), event("20260107T100000Z", "SEQUENCE:1")

    assert ["01-07"] == days(calendar(first, second)) == days(calendar(second, first))
    assert ["01-07"] == days(calendar(second), calendar(first))
    assert ["01-07"] == days(
        calendar(event("20260105T100000Z", "DTSTAMP:20260101T000000Z"), head=("METHOD:REQUEST",)),
        calendar(event("20260107T100000Z", "DTSTAMP:20260102T000000Z"), head=("METHOD:REQUEST",)),
    )


@pytest.mark.parametrize(
    ("method", "expected"),
    [("REQUEST", ["01-05"]), ("PUBLISH", ["01-05"]), ("REPLY", ["01-05"]), ("CANCEL", []),
     ("cancel", []), ("COUNTER", []), ("REFRESH", []), ("DECLINECOUNTER", [])],
)  # fmt: skip
def test_a_calendar_that_was_sent_says_what_it_asks_for(method: str, expected: list[str]) -> None:
    assert expected == days(calendar(event("20260105T100000Z"), head=(f"METHOD:{method}",)))


@pytest.mark.parametrize(
    ("older", "newer", "expected"),
    [
        ("DTSTAMP:20260101T000000Z", "DTSTAMP:20260102T000000Z", ["01-07"]),
        ("DTSTAMP:2026-01-01T00:00:00Z", "DTSTAMP:20260102T000000Z", ["01-07"]),
        ("SEQUENCE:2\r\nDTSTAMP:20260101T000000Z", "SEQUENCE:1\r\nDTSTAMP:20260102T000000Z", ["01-05"]),
        ("DTSTAMP:20260101T000000Z\r\nLAST-MODIFIED:20251201T000000Z",
         "DTSTAMP:20260101T000000Z\r\nLAST-MODIFIED:20251202T000000Z", ["01-07"]),
        ("DTSTAMP:20260101T000000Z", "DTSTAMP:20260101T000000Z", ["01-05", "01-07"]),
        ("", "", ["01-05", "01-07"]),
    ],
)  # fmt: skip
def test_of_one_sequence_the_later_stamp_counts(
    older: str, newer: str, expected: list[str]
) -> None:
    first, second = event("20260105T100000Z", older), event("20260107T100000Z", newer)

    assert expected == days(calendar(first), calendar(second)) == days(calendar(second, first))


def test_who_was_there_is_taken_from_both_copies_of_a_meeting() -> None:
    alone = event(f"{NEW_YORK}20260105T050000", "DTSTAMP:20260102T000000Z").replace(
        "ATTENDEE;CN=Ana", "X-WAS;CN=Ana"
    )

    assert ["01-05"] == days(
        calendar(event("20260105T100000Z", "DTSTAMP:20260101T000000Z")), calendar(alone)
    )


def test_calendars_in_one_file_have_a_method_each() -> None:
    other = event("20260109T100000Z", uid="u2")
    off = calendar(event("20260105T100000Z"), head=("METHOD:CANCEL",))

    assert ["01-09"] == days(off + calendar(other, head=("METHOD:REQUEST",)))
    assert ["01-09"] == days(calendar(event("20260105T100000Z")) + off + calendar(other))


def test_what_was_called_off_can_be_called_again() -> None:
    off = calendar(event("20260105T100000Z", "SEQUENCE:1"), head=("METHOD:CANCEL",))

    assert ["01-07"] == days(off, calendar(event("20260107T100000Z", "SEQUENCE:2")))


def test_a_meeting_that_is_added_to_a_series_replaces_none() -> None:
    added = calendar(event("20260107T100000Z", "SEQUENCE:1"), head=("METHOD:ADD",))

    assert ["01-05", "01-07"] == days(calendar(event("20260105T100000Z", "SEQUENCE:0")), added)


def test_words_in_a_description_call_nothing_off() -> None:
    lines = ("DESCRIPTION:to stop reply with METHOD:CANCEL", "COMMENT:x\r\n METHOD:CANCEL")

    assert ["01-05"] == days(calendar(event("20260105T100000Z", *lines)))


def test_an_answer_that_declines_counts_in_the_meeting() -> None:
    answer = calendar(event("20260105T100000Z", ana="DECLINED"), head=("METHOD:REPLY",))

    assert [] == days(calendar(event("20260105T100000Z")), answer)


CUSTOM = """BEGIN:VTIMEZONE\r
TZID:{0}\r
BEGIN:STANDARD\r
DTSTART:16010101T030000\r
TZOFFSETFROM:-0400\r
TZOFFSETTO:-0500\r
RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11\r
END:STANDARD\r
BEGIN:DAYLIGHT\r
DTSTART:16010101T020000\r
TZOFFSETFROM:-0500\r
TZOFFSETTO:-0400\r
RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3\r
END:DAYLIGHT\r
END:VTIMEZONE\r
"""


@pytest.mark.parametrize(
    "zone",
    ["America/New_York", "Eastern Standard Time", "/mozilla.org/20050126_1/America/New_York",
     "/freeassociation.sourceforge.net/Tzfile/America/New_York", "america/new_york",
     '"(UTC-05:00) Eastern Time (US & Canada)"', "GMT-0500", "UTC-05:00", "GMT-05:00", "-0500",
     "Customized Time Zone", "EST5EDT", "Eastern Standard Time 1",
     "(UTC-05:00) Eastern Time, US and Canada"],
)  # fmt: skip
def test_zones_are_known_under_the_names_of_every_program(zone: str) -> None:
    exceptions = ("EXDATE:20260114T010000Z", "EXDATE:20260121T010000Z")
    series = event(f"TZID={zone}:20260106T200000", WEEKLY, *exceptions)

    assert ["01-06", "01-27"] == days(calendar(CUSTOM.format("Customized Time Zone"), series))


def test_a_zone_that_a_calendar_describes_has_its_summer() -> None:
    series = event("TZID=My zone:20260306T200000", WEEKLY, "EXDATE:20260307T010000Z", "EXDATE:20260314T000000Z")  # fmt: skip

    assert ["03-20", "03-27"] == days(calendar(CUSTOM.format("My zone"), series))
    assert ["03-20", "03-27"] == days(calendar(series, CUSTOM.format("My zone")))


@pytest.mark.parametrize(
    ("start", "day"),
    [
        ("20260105T100000Z", "01-05"), ("20260105t100000z", "01-05"), ("20260105", "01-05"),
        ("VALUE=DATE:20260105", "01-05"), ("2026-01-05T10:00:00Z", "01-05"),
        ("2026-01-05 10:00", "01-05"), ("20260105T1000", "01-05"), ("20260105T100000+0100", "01-05"),
        ("TZID=Nowhere/At all:20260105T100000", "01-05"), ("TZID=GMT+05:30:20260105T020000", "01-05"),
        ("TZID=:20260105T100000", "01-05"), ("TZID=tzone://Microsoft/Utc:20260105T100000", "01-05"), ("20260105T240000", "01-05"), ("20260105T100060", "01-05"),
        ("TZID=../../etc/passwd:20260105T100000", "01-05"), ("TZID=Europe:20260105T100000", "01-05"),
    ],
)  # fmt: skip
def test_dates_are_read_as_programs_write_them(start: str, day: str) -> None:
    assert [day] == days(calendar(event(start)))


@pytest.mark.parametrize("start", ["soon", "20261305", "00010101", "99991231T235959Z", "", "P1D"])
def test_what_is_no_date_is_reported(start: str) -> None:
    (reading,) = readings(calendar(event(start)))

    assert ["it has no date that can be read"] == [skip.reason for skip in reading.skipped]


def test_a_time_in_utc_is_of_the_day_on_its_owners_clock() -> None:
    zone = ("X-WR-TIMEZONE:America/Los_Angeles",)

    assert ["01-12"] == days(calendar(event("20260113T010000Z"), head=zone))
    assert ["01-13"] == days(calendar(event("20260113T010000Z")))


@pytest.mark.parametrize("head", [(), ("X-WR-TIMEZONE:America/Los_Angeles",)])
def test_one_meeting_in_two_calendars_is_one_in_whichever_zone(head: tuple[str, ...]) -> None:
    apple = calendar(event("TZID=America/Los_Angeles:20260112T170000"))
    google = calendar(event("20260113T010000Z"), head=head)

    assert ["01-12"] == days(apple, google) == days(google, apple)


def test_who_sends_somebody_else_or_is_only_told_was_not_there() -> None:
    told = event("20260105T100000Z").replace("CN=Ana", "CN=Ana;ROLE=NON-PARTICIPANT")

    assert [] == days(calendar(told))
    assert [] == days(calendar(event("20260105T100000Z", ana="DELEGATED")))


def test_ones_own_address_may_be_that_of_a_desk() -> None:
    own = Context(TODAY.as_of, known=Ledger({EGO: Person(EGO, "Me", emails=("info@me.example",))}))
    data = calendar(event("20260105T100000Z").replace("me@own.example", "info@me.example")).encode()
    file = Document("c.ics", "c.ics", "", len(data), data, lambda: io.BytesIO(data))
    (reading,) = CALENDAR.read([("calendar", file)], own)

    assert 1 == sum(isinstance(fact, Event) for fact in reading.facts)


def test_a_calendar_of_somebody_else_says_that_you_were_not_in_it() -> None:
    only = event("20260105T100000Z").replace("me@own.example", "boss@corp.example")
    (reading,) = readings(calendar(only))

    assert "left out 1: you were not in it" == reading.note


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_calendar_is_read_in_any_encoding_with_any_line_ends(encoding: str, end: str) -> None:
    text = calendar(event("20260105T100000Z", "SUMMARY:Zoë\\, lunch")).replace("\r\n", end)

    assert ["01-05"] == days(text.encode(encoding))


def test_ten_thousand_exceptions_are_read_in_their_stride() -> None:
    gone = ",".join(f"202601{n % 28 + 1:02}T{n % 24:02}{n % 60:02}00Z" for n in range(10_000))
    moved = [
        event("20260301T100000Z", f"RECURRENCE-ID:2026{n % 9 + 1:02}01T{n % 24:02}{n % 60:02}00Z")
        for n in range(2000)
    ]

    assert "03-01" in days(calendar(event("20260105T100000Z", WEEKLY, f"EXDATE:{gone}"), *moved))


def test_an_endless_series_is_cut_and_that_is_said() -> None:
    second = event("20000105T100000Z", "RRULE:FREQ=SECONDLY")
    daily = event("20000105T100000Z", "RRULE:FREQ=DAILY", uid="u2")
    (reading,) = readings(calendar(second, daily))

    assert "of a series that cannot be counted only the beginning counts (1 series)" in reading.note
    assert "only the first 600 meetings of a series count (1 series)" in reading.note


@pytest.mark.parametrize(
    ("rule", "expected", "said"),
    [
        ("RSCALE=CHINESE;FREQ=YEARLY", ["01-05"], "rules for other calendars"),
        (
            "RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=FORWARD;COUNT=2",
            ["01-05"],
            "rules for other calendars",
        ),
        ("RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=OMIT;COUNT=2", ["01-05", "02-05"], ""),
        ("RSCALE=GREGORIAN;FREQ=MONTHLY;COUNT=2", ["01-05", "02-05"], ""),
    ],
)
def test_months_of_other_calendars_are_not_counted(
    rule: str, expected: list[str], said: str
) -> None:
    text = calendar(event("20260105T100000Z", f"RRULE:{rule}"))

    assert expected == days(text)
    assert said in readings(text)[0].note


@given(st.permutations(["0", "1", "2", "3"]))
def test_the_order_of_entries_does_not_matter(order: list[str]) -> None:
    entries = {
        "0": event("20260105T100000Z", WEEKLY),
        "1": event("20260113T100000Z", "RECURRENCE-ID:20260112T100000Z"),
        "2": event("20260119T100000Z", "RECURRENCE-ID:20260119T100000Z", "STATUS:CANCELLED"),
        "3": event("20260127T100000Z", "RECURRENCE-ID;RANGE=THISANDFUTURE:20260126T100000Z"),
    }

    assert ["01-05", "01-13", "01-27"] == days(calendar(*(entries[n] for n in order)))
