"""Two days compared, by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from netgraph.model.as_of import AsOf
from netgraph.model.history import known_by
from netgraph.model.records import (
    EGO,
    Ask,
    AskStatus,
    Event,
    EventKind,
    Ledger,
    Person,
    Referral,
    Step,
)
from netgraph.views.since import Changes, changes_since

THEN, NOW = date(2025, 6, 1), date(2026, 6, 1)
PEOPLE = {
    i: Person(i, i.title(), day=day)
    for i, day in (("ana", None), ("ben", None), ("cy", date(2026, 1, 1)), ("dan", None))
}


def talk(number: int, who: str, day: date) -> Event:
    return Event(f"e{number}", EventKind.TALKED, day, EGO, who)


def ask(number: int, who: str, *steps: tuple[date, AskStatus]) -> Ask:
    return Ask(f"a{number}", who, steps=tuple(Step(day, status) for day, status in steps))


BOOK = Ledger(
    {EGO: Person(EGO, "Robin"), **PEOPLE},
    events=(
        talk(1, "ana", date(2025, 3, 1)),
        talk(2, "ben", date(2024, 1, 1)),
        talk(3, "ben", date(2026, 5, 1)),
        talk(4, "cy", date(2026, 5, 2)),
    ),
    asks=(
        ask(1, "ana", (date(2025, 2, 1), AskStatus.ASKED)),
        ask(2, "ben", (date(2026, 4, 1), AskStatus.ASKED)),
        ask(3, "ben", (date(2026, 5, 20), AskStatus.PLANNED)),
    ),
    referrals=(
        Referral("r1", "cy", "ben", steps=(Step(date(2026, 2, 1), "named"),)),
        Referral("r2", "cy", "dan", steps=(Step(date(2026, 2, 1), "named"),)),
    ),
)


def found(book: Ledger = BOOK, then: date = THEN, now: date = NOW) -> Changes:
    return changes_since(AsOf(known_by(book, then), then), AsOf(known_by(book, now), now))


def test_numbers_then_and_now() -> None:
    assert {
        "people you know": (3, 3),
        "of them in touch within a year": (1, 2),
        "asks": (1, 2),
        "talks": (2, 4),
        "names given to you": (0, 2),
        "of them met": (0, 1),
    } == {row.what: (row.then, row.now) for row in found().counts}


def test_who_fell_silent_and_who_is_back_were_known_on_both_days() -> None:
    changes = found()

    assert (["Ana"], ["Ben"], 1) == (
        [one.name for one in changes.fell_silent],
        [one.name for one in changes.back_in_touch],
        changes.new_people,
    )


def test_the_last_day_of_a_year_is_in_touch_and_the_next_is_not() -> None:
    one = replace(BOOK, events=(talk(1, "ana", date(2025, 6, 1)),), asks=(), referrals=())

    assert 1 == found(one, now=date(2026, 6, 1)).counts[1].now
    assert 0 == found(one, now=date(2026, 6, 2)).counts[1].now


def test_nothing_has_changed_from_a_day_to_itself() -> None:
    same = found(then=NOW)

    assert [row.then for row in same.counts] == [row.now for row in same.counts]
    assert ((), (), 0) == (same.fell_silent, same.back_in_touch, same.new_people)
