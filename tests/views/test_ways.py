"""The funnel by the way of asking."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from netgraph.model.as_of import AsOf
from netgraph.model.records import EGO, Ask, Event, EventKind, Ledger, Person, Referral, Step
from netgraph.views.ways import SHORT, ways_of_asking

DAY = date(2026, 5, 1)
PEOPLE = {i: Person(i, i.title()) for i in ("ana", "ben", "cy")}


def ago(days: int) -> date:
    return DAY - timedelta(days=days)


def asked(person: str, *then: str, words: int | None = None) -> Ask:
    steps = (Step(ago(40), "asked", words=words), *(Step(ago(30), s) for s in then))
    return Ask(person, person, steps=steps)


def rows(*asks: Ask, **facts: object) -> dict[tuple[str, str], tuple[int, int]]:
    view = AsOf(Ledger(PEOPLE, asks=asks, **facts), DAY)  # type: ignore[arg-type]
    return {(r.way, r.stage): (r.hits, r.cases) for r in ways_of_asking(view)}


def talks(person: str, count: int, days: int) -> tuple[Event, ...]:
    return tuple(
        Event(f"{person}{n}", EventKind.TALKED, ago(days + n), EGO, person) for n in range(count)
    )


def test_a_tie_is_as_strong_as_it_was_the_day_before_the_ask() -> None:
    found = rows(asked("ana", "done"), asked("ben", "declined"), events=talks("ana", 9, 41))

    assert (1, 1) == found["strong tie", "agreed"]
    assert (0, 1) == found["no contact before", "agreed"]
    later = rows(asked("ana", "done"), events=talks("ana", 9, 20))
    assert ("no contact before", "agreed") in later


def test_how_far_away_somebody_is_is_how_many_introductions_led_there() -> None:
    def named(introducer: str, person: str, days: int) -> Referral:
        return Referral(person, introducer, person, steps=(Step(ago(days), "named"),))

    names = (named("ana", "ben", 60), named("ben", "cy", 50))
    found = rows(asked("ana", "agreed"), asked("ben", "declined"), asked("cy", "agreed"),
                 referrals=names)  # fmt: skip

    assert {"own contact": (1, 1), "one introduction away": (0, 1), "two or more away": (1, 1)} == {
        way: counts for (way, stage), counts in found.items()
        if stage == "agreed" and ("away" in way or way == "own contact")
    }  # fmt: skip


@pytest.mark.parametrize(
    ("words", "way"),
    [(SHORT - 1, f"under {SHORT} words"), (SHORT, f"{SHORT} words or more"), (None, None)],
)
def test_a_letter_is_short_or_long_if_its_words_were_counted(
    words: int | None, way: str | None
) -> None:
    found = {way for way, _ in rows(asked("ana", "done", words=words)) if "words" in way}

    assert found == ({way} if way else set())


def test_a_way_without_cases_has_no_row() -> None:
    assert {} == rows()
    assert {} == rows(Ask("k", "ana", steps=(Step(DAY, "planned"),)))
