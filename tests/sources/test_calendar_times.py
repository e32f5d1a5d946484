"""Dates, times and zones of calendars, as the programs of the world write them."""

# ruff: noqa: DTZ001 - the times of a file are those of its own clock
from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgraph.sources.calendar_times import (
    MOST_CHANGES,
    Moment,
    Zones,
    described_zones,
    moments_of,
)
from netgraph.sources.contentlines import Component, Property

NINE = datetime(2026, 1, 5, 9, 0)


def moments(value: str, *zone: str) -> list[Moment]:
    return moments_of(Property("DTSTART", {"TZID": list(zone)} if zone else {}, value))


@pytest.mark.parametrize(
    ("value", "moment"),
    [
        ("20260105", Moment(datetime(2026, 1, 5), "", whole_day=True)),
        ("2026-01-05", Moment(datetime(2026, 1, 5), "", whole_day=True)),
        ("20260105T090000", Moment(NINE)),
        ("2026-01-05 09:00", Moment(NINE)),
        ("20260105T090000.5Z", Moment(NINE, "UTC")),
        ("20260105t090000z", Moment(NINE, "UTC")),
        ("20260105T090000+0530", Moment(NINE, "+0530")),
        ("20260105T240000", Moment(datetime(2026, 1, 5))),
        ("20260105T090060", Moment(datetime(2026, 1, 5, 9, 0, 59))),
        ("19000101", Moment(datetime(1900, 1, 1), "", whole_day=True)),
        ("22001231", Moment(datetime(2200, 12, 31), "", whole_day=True)),
    ],
)
def test_a_time_is_read_in_every_form(value: str, moment: Moment) -> None:
    assert [moment] == moments(value)


@pytest.mark.parametrize(
    "value", ["", "20260230", "18991231", "22010101", "20260105T0960", "tomorrow", "20260105T99"]
)
def test_what_is_no_time_is_left_out(value: str) -> None:
    assert [] == moments(value)


def test_several_times_and_the_start_of_a_period_have_the_zone_of_their_property() -> None:
    found = moments("20260105T090000/PT1H,x,20260105", "'Europe/Berlin'")

    assert [Moment(NINE, "Europe/Berlin"), Moment(datetime(2026, 1, 5), "", True)] == found


def test_a_zone_whose_colon_cut_it_in_two_is_whole_again() -> None:
    assert [Moment(NINE, "GMT+05:30")] == moments("30:20260105T090000", "GMT+05")


@pytest.mark.parametrize(
    ("name", "hours"),
    [
        ("UTC", 0),
        ("Etc/GMT", 0),
        ("Europe/Berlin", 1),
        ("europe/berlin", 1),
        ("/freeassociation.sourceforge.net/Europe/Berlin", 1),
        ("W. Europe Standard Time", 1),
        ("W. Europe Standard Time 1", 1),
        ("GMT+05:30", 5.5),
        ("(UTC-05:00) Lima", -5),
        ("UTC+3", 3),
        ("-0130", -1.5),
    ],
)
def test_a_zone_is_found_by_any_of_its_names(name: str, hours: float) -> None:
    at = Zones().aware(Moment(NINE, name))

    assert at is not None
    assert timedelta(hours=hours) == at.utcoffset()
    assert NINE == at.replace(tzinfo=None)


@pytest.mark.parametrize("name", ["", "Nowhere/Town", "Customized Time Zone", "GMT+99:00"])
def test_a_zone_that_nobody_knows_is_none(name: str) -> None:
    assert Zones().find(name) is None
    assert Zones().aware(Moment(NINE, name)) is None


def test_a_whole_day_has_no_zone() -> None:
    assert Zones().aware(Moment(datetime(2026, 1, 5), "UTC", whole_day=True)) is None


def described(kind: str, start: str, before: str, after: str, rule: str = "") -> Component:
    found = [
        Property("DTSTART", {}, start),
        Property("TZOFFSETFROM", {}, before),
        Property("TZOFFSETTO", {}, after),
        *([Property("RRULE", {}, rule)] if rule else []),
    ]
    return Component(1, kind, found, [Property("TZID", {}, "Home")])


SUMMER = described(
    "DAYLIGHT", "19810329T020000", "+0100", "+0200", "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU"
)
WINTER = described(
    "STANDARD", "19961027T030000", "+0200", "+0100", "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU"
)


@pytest.mark.parametrize(
    ("at", "hours"),
    [
        (datetime(2026, 3, 29, 1, 59), 1),
        (datetime(2026, 3, 29, 2, 0), 2),
        (datetime(2026, 10, 25, 2, 59), 2),
        (datetime(2026, 10, 25, 3, 0), 1),
        (datetime(1970, 1, 1), 1),
    ],
)
def test_a_zone_that_the_file_describes_changes_its_clocks_on_the_day(
    at: datetime, hours: int
) -> None:
    moment = described_zones([SUMMER, WINTER]).aware(Moment(at, "Home"))

    assert moment is not None
    assert timedelta(hours=hours) == moment.utcoffset()


@given(st.datetimes(datetime(1995, 1, 1), datetime(2035, 1, 1)))
def test_a_described_zone_goes_to_the_worlds_time_and_back(at: datetime) -> None:
    zone = described_zones([SUMMER, WINTER]).find("Home")
    there = at.replace(tzinfo=UTC).astimezone(zone)

    assert at == there.astimezone(UTC).replace(tzinfo=None)


def test_a_known_zone_is_not_taken_from_the_file() -> None:
    fake = Component(1, "STANDARD", WINTER.properties, [Property("TZID", {}, "Europe/London")])
    zone = described_zones([fake]).find("Europe/London")

    assert zone is not None
    assert timedelta() == zone.utcoffset(datetime(2026, 1, 5))


def test_the_place_that_a_program_names_beside_the_zone_is_believed() -> None:
    around = [Property("TZID", {}, "Home"), Property("X-LIC-LOCATION", {}, "Asia/Tokyo")]
    zone = described_zones([Component(1, "STANDARD", WINTER.properties, around)]).find("Home")

    assert zone is not None
    assert timedelta(hours=9) == zone.utcoffset(datetime(2026, 1, 5))


def test_a_description_without_offsets_or_too_far_down_is_none() -> None:
    bare = Component(1, "STANDARD", WINTER.properties[:2], WINTER.around)

    assert described_zones([bare]).find("Home") is None
    assert described_zones([bare] * MOST_CHANGES + [WINTER]).find("Home") is None
    assert described_zones([bare] * (MOST_CHANGES - 1) + [WINTER]).find("Home") is not None


def test_an_offset_that_no_clock_has_is_none() -> None:
    zone = described_zones([described("STANDARD", "19700101T000000", "+1600", "xx")]).find("Home")

    assert zone is not None
    assert {timedelta()} == {zone.utcoffset(datetime(y, 1, 1)) for y in (1960, 2026)}
    assert timedelta() == zone.dst(None)
    assert "" == zone.tzname(None)
