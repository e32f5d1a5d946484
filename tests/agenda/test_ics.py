"""What is due as a calendar that other programs read."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from icalendar import Calendar

from netgraph.agenda.due_list import due
from netgraph.agenda.duty import Due
from netgraph.agenda.ics import calendar
from netgraph.journal.appointments import appointment
from netgraph.model.actions import Action
from netgraph.model.as_of import AsOf
from netgraph.model.errors import InvalidInput
from netgraph.model.records import (
    EGO,
    Event,
    EventKind,
    Ledger,
    Person,
)
from tests.agenda.duties import MAY_4, PEOPLE, TALK, did, of
from tests.strategies import TODAY, ledgers


@given(ledgers())
def test_every_task_is_in_the_calendar_once(book: Ledger) -> None:
    tasks = due(AsOf(book, TODAY))

    parsed = Calendar.from_ical(calendar(book, tasks, as_of=TODAY, todo=True))

    todos = parsed.walk("VTODO")
    assert len(tasks) == len(todos) == len({str(todo["UID"]) for todo in todos})


def test_a_newer_calendar_updates_the_older_one() -> None:
    plan = did(EventKind.PLANNED, 0, due=MAY_4 + timedelta(days=6))
    first, second = (
        Calendar.from_ical(
            calendar(of(TALK, plan), due(AsOf(of(TALK, plan), day)), as_of=day, todo=True)
        )
        for day in (MAY_4 + timedelta(days=1), MAY_4 + timedelta(days=2))
    )

    for kind in ("VTODO", "VEVENT"):
        old: dict[str, Any] = {str(c["UID"]): c for c in first.walk(kind)}
        new: dict[str, Any] = {str(c["UID"]): c for c in second.walk(kind)}
        assert old
        assert old.keys() == new.keys()
        assert all(new[uid]["SEQUENCE"] > old[uid]["SEQUENCE"] for uid in old)


def test_what_is_hostile_in_a_name_stays_text_in_the_calendar() -> None:
    name = "Ana;SUMMARY:x,\\n\nEND:VTODO"
    people = PEOPLE | {"ana": Person("ana", name)}
    task = Due(MAY_4, "thank", "ana", "You talked.", False, Action("log", ("ana",)))

    [todo] = Calendar.from_ical(calendar(Ledger(people), [task], as_of=MAY_4, todo=True)).walk(
        "VTODO"
    )

    assert f"Thank: {name}" == str(todo["SUMMARY"]).replace("\r", "")


def test_an_hour_makes_an_event_with_an_alarm_and_duties_are_events() -> None:
    plan = Event("e9", EventKind.PLANNED, MAY_4, "me", "ana", due=MAY_4 + timedelta(days=3))
    at = appointment(plan, time="15:00", zone="Europe/Berlin", place="Café 9", link="https://x.org")
    book = of(TALK, plan, appointments=(at,))
    parsed: Any = Calendar.from_ical(calendar(book, due(AsOf(book, MAY_4)), as_of=MAY_4))
    [talk] = [e for e in parsed.walk("VEVENT") if str(e["summary"]).startswith("Talk with")]
    duties = [e for e in parsed.walk("VEVENT") if e is not talk]

    begin = talk["dtstart"].dt
    assert "15:00" == f"{begin.astimezone(ZoneInfo('Europe/Berlin')):%H:%M}"
    assert (30, "Café 9", "https://x.org") == (
        talk["duration"].dt.total_seconds() / 60, talk["location"], talk["description"],
    )  # fmt: skip
    assert 1 == len(talk.walk("VALARM"))
    assert [] == parsed.walk("VTODO")
    assert duties
    assert all(e["dtstart"].dt >= MAY_4 and "TRANSPARENT" == e["transp"] for e in duties)


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"time": "25:00"}, "is no hour"),
        ({"time": "3pm"}, "is no hour"),
        ({"zone": "Mars/Base"}, "is no time zone"),
        ({"zone": "../etc/passwd"}, "is no time zone"),
        ({"minutes": 1}, "5 to 480 minutes"),
    ],
)
def test_an_hour_that_cannot_be_meant_says_what_to_write(said: Any, words: str) -> None:
    plan = Event("e9", EventKind.PLANNED, MAY_4, "me", "ana", due=MAY_4)

    with pytest.raises(InvalidInput, match=words):
        appointment(plan, **said)


THANKS = Due(MAY_4, "thank", "ana", "You talked.", False, Action("log", ("ana",)))


def events(*tasks: Due, day: date = MAY_4, **more: Any) -> list[Any]:
    parsed: Any = Calendar.from_ical(calendar(Ledger(PEOPLE), tasks, as_of=day, **more))
    return list(parsed.walk("VTODO" if more.get("todo") else "VEVENT"))


@pytest.mark.parametrize(("days", "shown"), [(-1, 0), (0, 0), (3, 3)])
def test_a_duty_is_an_event_of_its_day_and_what_is_overdue_of_today(days: int, shown: int) -> None:
    [found] = events(THANKS, day=MAY_4 + timedelta(days=days))

    assert MAY_4 + timedelta(days=shown) == found["dtstart"].dt
    assert timedelta(days=1) == found["dtend"].dt - found["dtstart"].dt
    assert "TRANSPARENT" == found["transp"]


def test_a_task_keeps_the_day_on_which_it_is_due() -> None:
    [found] = events(THANKS, day=MAY_4 + timedelta(days=3), todo=True)

    assert (MAY_4, "NEEDS-ACTION", "Thank: Ana Silva") == (
        found["due"].dt, found["status"], found["summary"],
    )  # fmt: skip


def test_what_to_do_when_it_is_done_is_said_by_who_writes_the_commands() -> None:
    [plain], [told] = events(THANKS), events(THANKS, written=lambda action: f"do {action.verb}")

    assert "You talked." == plain["description"]
    assert "You talked.\nWhen it is done: do log" == told["description"]


def planned(due: date | None, day: date = MAY_4) -> Ledger:
    return Ledger(PEOPLE, events=(Event("e9", EventKind.PLANNED, day, EGO, "ana", due=due),))


@pytest.mark.parametrize(
    ("book", "count"),
    [
        (planned(MAY_4), 1),
        (planned(MAY_4 - timedelta(days=1)), 0),
        (planned(None), 0),
        (planned(MAY_4 + timedelta(days=9), MAY_4 + timedelta(days=1)), 0),
    ],
)
def test_a_planned_talk_is_in_it_until_its_day_and_once_it_is_known(
    book: Ledger, count: int
) -> None:
    parsed: Any = Calendar.from_ical(calendar(book, [], as_of=MAY_4))

    assert count == len(parsed.walk("VEVENT"))
    assert 0 == len(parsed.walk("VALARM"))
