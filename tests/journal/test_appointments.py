"""Hour and place of a planned talk."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from netgraph.journal.appointments import appointment, appointment_of, begins
from netgraph.model import ids
from netgraph.model.errors import InvalidInput
from netgraph.model.records import EGO, Appointment, Event, EventKind, Ledger

DUE = date(2026, 5, 8)
PLAN = Event("e1", EventKind.PLANNED, date(2026, 5, 1), EGO, "ana", due=DUE)


@pytest.mark.parametrize(
    ("typed", "hour"),
    [
        ("9:30", "09:30"),
        ("9.30", "09:30"),
        ("0930", "09:30"),
        (" 23:59 ", "23:59"),
        ("00:00", "00:00"),
        ("19:05", "19:05"),
        ("", ""),
    ],
)
def test_an_hour_is_read_as_people_type_it(typed: str, hour: str) -> None:
    assert hour == appointment(PLAN, time=typed).time


@pytest.mark.parametrize("typed", ["24:00", "9:60", "noon", "9", "9:3", "-9:30", " "])
def test_what_is_no_hour_is_refused_with_one_that_is(typed: str) -> None:
    with pytest.raises(InvalidInput, match="is no hour: write it as 15:00"):
        appointment(PLAN, time=typed)


@pytest.mark.parametrize("zone", ["Mars/Base", "../../etc/passwd", "\x1b[31m"])
def test_what_is_no_zone_is_refused_with_one_that_is(zone: str) -> None:
    with pytest.raises(InvalidInput, match="is no time zone: write one such as Europe/Berlin"):
        appointment(PLAN, zone=zone)


@pytest.mark.parametrize(("minutes", "meant"), [(4, False), (5, True), (480, True), (481, False)])
def test_a_talk_takes_five_minutes_to_eight_hours(minutes: int, meant: bool) -> None:
    if meant:
        assert minutes == appointment(PLAN, minutes=minutes).minutes
    else:
        with pytest.raises(InvalidInput, match="plan 5 to 480 minutes"):
            appointment(PLAN, minutes=minutes)


def test_an_appointment_is_of_its_plan_with_its_words_cleaned() -> None:
    found = appointment(PLAN, place=" Café\x1b[31m  Rot ", link="https://x.org\n")

    assert found == Appointment(
        ids.appointment("e1"), "e1", "ana", "", "", "Café Rot", "https://x.org", 30
    )
    assert found == appointment_of(Ledger(appointments=(found,)), PLAN)
    assert appointment_of(Ledger(), PLAN) is None


def test_a_talk_begins_on_its_day_or_at_its_hour_in_its_zone() -> None:
    assert DUE == begins(PLAN, None) == begins(PLAN, appointment(PLAN, place="Café"))
    nine = appointment(PLAN, time="9:00")
    assert datetime.fromisoformat("2026-05-08T09:00") == begins(PLAN, nine)
    there = begins(PLAN, appointment(PLAN, time="9:00", zone="Asia/Tokyo"))
    assert datetime(2026, 5, 8, 9, tzinfo=ZoneInfo("Asia/Tokyo")) == there
    undated = Event("e2", EventKind.PLANNED, None, EGO, "ana")
    assert begins(undated, nine) is None


@pytest.mark.parametrize(("time", "zone"), [("late", ""), ("09:00", "Mars/Base")])
def test_what_a_file_says_wrongly_of_the_hour_leaves_the_day(time: str, zone: str) -> None:
    assert DUE == begins(PLAN, Appointment("k", "e1", "ana", time, zone))
