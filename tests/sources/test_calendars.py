"""Calendars: meetings become events, rooms do not become people."""

from __future__ import annotations

import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgraph.model.records import EGO, Event, EventKind, Gathering, Ledger, Person
from netgraph.sources.calendars import CALENDAR
from netgraph.sources.protocol import Context, Document, Reading

ME = Person(EGO, "Me", emails=("me@example.org",))
TODAY = Context(date(2026, 5, 1), known=Ledger({EGO: ME}))
UNKNOWN = Context(date(2026, 5, 1))

ANA = "ATTENDEE;CUTYPE=INDIVIDUAL;PARTSTAT=ACCEPTED;CN=Ana Silva:mailto:Ana@example.org"
BEN = "ATTENDEE;PARTSTAT=ACCEPTED;CN=ben@example.org:mailto:ben@example.org"
SELF = "ATTENDEE;PARTSTAT=ACCEPTED;CN=Me:mailto:me@example.org"
CALLED_BY_ME = "ORGANIZER;CN=Me:mailto:me@example.org"


def entry(*lines: str, uid: str = "u1", on: str = "20260401T100000Z") -> str:
    body = (f"UID:{uid}", f"DTSTART:{on}", "SUMMARY:Coffee", *lines)
    return "\r\n".join(["BEGIN:VEVENT", *body, "END:VEVENT", ""])


def calendar(*entries: str, head: str = "") -> bytes:
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{head}{''.join(entries)}END:VCALENDAR\r\n".encode()


def document(data: bytes) -> Document:
    return Document("c.ics", "c.ics", "c.ics", len(data), data[:16384], lambda: io.BytesIO(data))


def read(data: bytes, context: Context = TODAY) -> Reading:
    file = document(data)
    kind = CALENDAR.claims(file)
    assert kind is not None
    (reading,) = CALENDAR.read([(kind, file)], context)
    return reading


def people(reading: Reading) -> dict[str, Person]:
    return {fact.id: fact for fact in reading.facts if isinstance(fact, Person)}


def events(reading: Reading) -> list[Event]:
    return [fact for fact in reading.facts if isinstance(fact, Event)]


def days(reading: Reading) -> list[str]:
    return [str(event.day) for event in events(reading)]


def test_a_meeting_is_an_event_between_ego_and_who_was_there() -> None:
    reading = read(calendar(entry(CALLED_BY_ME, SELF, ANA)))
    (ana,) = people(reading).values()
    (event,) = events(reading)

    assert ("Ana Silva", ("ana@example.org",), "calendar") == (ana.name, ana.emails, ana.source)
    assert (EventKind.MEETING, date(2026, 4, 1), "Coffee") == (event.kind, event.day, event.note)
    assert (EGO, ana.id) == (event.giver, event.taker)


def test_who_called_the_meeting_is_its_giver() -> None:
    called_by_ana = "ORGANIZER;CN=Ana Silva:mailto:ana@example.org"

    (event,) = events(read(calendar(entry(called_by_ana, SELF))))

    assert EGO == event.taker


def test_rooms_and_resources_are_no_people() -> None:
    room = "ATTENDEE;CUTYPE=RESOURCE;CN=Room 4:mailto:room4@example.org"
    google = "ATTENDEE;CUTYPE=INDIVIDUAL;CN=Room 5:mailto:c_18@resource.calendar.google.com"
    group = "ATTENDEE;CUTYPE=GROUP;CN=All:mailto:all@example.org"

    reading = read(calendar(entry(CALLED_BY_ME, ANA, room, google, group)))

    assert ["Ana Silva"] == [person.name for person in people(reading).values()]


@pytest.mark.parametrize(
    ("lines", "head", "why"),
    [
        ((SELF, ANA, "STATUS:CANCELLED"), "", "cancelled"),
        ((SELF, ANA), "METHOD:CANCEL\r\n", "cancelled"),
        ((SELF.replace("ACCEPTED", "DECLINED"), ANA), "", "declined"),
        ((CALLED_BY_ME, ANA.replace("ACCEPTED", "DECLINED")), "", "declined"),
        ((SELF,), "", "nobody else was in it"),
        ((), "", "nobody else was in it"),
    ],
)
def test_what_did_not_happen_is_left_out_and_counted(
    lines: tuple[str, ...], head: str, why: str
) -> None:
    reading = read(calendar(entry(*lines), head=head))

    assert ([], 1, f"left out 1: {why}") == (events(reading), reading.hidden, reading.note)


def test_several_others_were_together_too() -> None:
    reading = read(calendar(entry(CALLED_BY_ME, ANA, BEN)))
    (gathering,) = [fact for fact in reading.facts if isinstance(fact, Gathering)]

    assert {EGO, *people(reading)} == set(gathering.people)
    assert 2 == len(events(reading))


def test_an_address_stands_for_whoever_has_no_name() -> None:
    reading = read(calendar(entry(CALLED_BY_ME, BEN)))

    assert ["ben@example.org"] == [person.name for person in people(reading).values()]


def test_a_weekly_meeting_is_counted_up_to_today() -> None:
    reading = read(calendar(entry(CALLED_BY_ME, ANA, "RRULE:FREQ=WEEKLY", on="20260410T090000Z")))

    assert ["2026-04-10", "2026-04-17", "2026-04-24", "2026-05-01"] == days(reading)


def test_a_series_ends_and_skips_as_it_says() -> None:
    lines = (
        "RRULE:FREQ=DAILY;UNTIL=20260404T100000Z",
        "EXDATE:20260402T100000Z",
    )

    assert ["2026-04-01", "2026-04-03", "2026-04-04"] == days(
        read(calendar(entry(CALLED_BY_ME, ANA, *lines)))
    )


def test_a_moved_meeting_of_a_series_counts_where_it_was_moved() -> None:
    series = entry(CALLED_BY_ME, ANA, "RRULE:FREQ=WEEKLY;COUNT=2")
    moved = entry(CALLED_BY_ME, ANA, "RECURRENCE-ID:20260408T100000Z", on="20260409T100000Z")

    assert ["2026-04-01", "2026-04-09"] == sorted(days(read(calendar(series, moved))))


def test_of_a_rule_that_never_comes_true_the_first_counts() -> None:
    never = "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"

    assert ["2026-04-01"] == days(read(calendar(entry(CALLED_BY_ME, ANA, never))))


def test_of_a_rule_that_nobody_knows_the_first_counts_and_that_is_said() -> None:
    reading = read(calendar(entry(CALLED_BY_ME, ANA, "RRULE:FREQ=FORTNIGHTLY")))

    assert ["2026-04-01"] == days(reading)
    assert reading.note.endswith("only the first counts (1 series)")


def test_ego_is_whoever_is_in_most_meetings_if_nobody_said() -> None:
    meetings = calendar(entry(CALLED_BY_ME, ANA), entry(SELF, BEN, uid="u2"))

    reading = read(meetings, UNKNOWN)

    assert {"Ana Silva", "ben@example.org"} == {p.name for p in people(reading).values()}
    assert 2 == len(events(reading))


def test_ego_is_whose_name_the_calendar_bears() -> None:
    meetings = calendar(entry(CALLED_BY_ME, ANA), head="X-WR-CALNAME:me@example.org\r\n")

    assert 1 == len(events(read(meetings, UNKNOWN)))


def test_if_it_is_not_clear_who_ego_is_nothing_is_claimed() -> None:
    reading = read(calendar(entry(CALLED_BY_ME, ANA)), UNKNOWN)

    assert ([], 1) == (events(reading), reading.hidden)
    assert "which address is yours is not known" in reading.note


def test_a_hall_full_of_people_is_no_meeting() -> None:
    crowd = [f"ATTENDEE;CN=P{n}:mailto:p{n}@example.org" for n in range(60)]

    reading = read(calendar(entry(CALLED_BY_ME, *crowd)))

    assert ({}, "left out 1: more than 50 people") == (people(reading), reading.note)


def test_an_entry_without_a_date_is_reported_with_its_line() -> None:
    broken = "BEGIN:VEVENT\r\nSUMMARY:When\r\nEND:VEVENT\r\n"

    (skip,) = read(calendar(entry(CALLED_BY_ME, ANA), broken)).skipped

    assert (10, "it has no date that can be read") == (skip.line, skip.reason)


def test_what_an_alarm_says_is_not_the_meeting() -> None:
    alarm = "BEGIN:VALARM\r\nATTENDEE:mailto:pager@example.org\r\nEND:VALARM"

    reading = read(calendar(entry(CALLED_BY_ME, ANA, alarm)))

    assert ["Ana Silva"] == [person.name for person in people(reading).values()]


def test_the_same_meeting_in_two_calendars_is_one() -> None:
    one, other = read(calendar(entry(SELF, ANA))), read(calendar(entry(SELF, ANA, BEN)))

    assert {e.id for e in events(one)} <= {e.id for e in events(other)}


parts = st.lists(
    st.sampled_from([CALLED_BY_ME, SELF, ANA, BEN, "STATUS:CANCELLED", "RRULE:FREQ=WEEKLY", "X"]),
    max_size=4,
)


@given(st.lists(st.tuples(parts, st.sampled_from(["20260401", "20240229T235959", "soon", ""]))))
def test_every_entry_is_a_meeting_left_out_or_reported(
    entries: list[tuple[list[str], str]],
) -> None:
    data = calendar(*(entry(*p, uid=str(i), on=on) for i, (p, on) in enumerate(entries)))

    reading = read(data)
    met = {e.id for e in events(reading)}

    assert len(entries) == reading.rows
    assert reading.hidden + len(reading.skipped) <= reading.rows
    assert bool(met) == (reading.hidden + len(reading.skipped) < reading.rows)
    assert reading == read(data)
