"""What was read and is left out all the same, each row with the reason."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from netgraph.identity.resolution import resolve
from netgraph.importing.exclusions import FORGOTTEN, YOURSELF, heard, without_forgotten
from netgraph.model.records import (
    EGO,
    Event,
    EventKind,
    Gathering,
    Ledger,
    Match,
    Origin,
    Person,
    Source,
    Statement,
    Tie,
)
from netgraph.sources import Reading, Skip

DAY = date(2026, 5, 1)
ANA, BEN = Person("ana", "Ana", "linkedin"), Person("ben", "Ben", "linkedin")


def event(i: str, giver: str, taker: str) -> Event:
    return Event(i, EventKind.MESSAGE, DAY, giver, taker, source="linkedin")


def reading(*facts: Person | Event | Gathering | Tie | Statement, **lines: int) -> Reading:
    return Reading("a.csv", "x", len(lines), 0, (Skip(9, "old"),), facts, lines=lines)


def without(some: Reading, *gone: str) -> Reading:
    (left,) = without_forgotten([some], lambda ids: set(ids) & set(gone))
    return left


def test_whoever_is_to_stay_forgotten_is_asked_for_by_the_people_of_all_files() -> None:
    asked: list[Sequence[str]] = []

    def nobody(ids: Sequence[str]) -> Collection[str]:
        asked.append(ids)
        return ()

    readings = [reading(BEN), reading(ANA, event("e", EGO, "cy"))]

    assert readings == without_forgotten(readings, nobody)
    assert [["ana", "ben"]] == asked


def test_every_fact_that_names_them_is_dropped_with_its_line() -> None:
    some = reading(
        ANA, BEN, event("e1", EGO, "ana"), event("e2", EGO, "ben"), Tie("t", EGO, "ana"),
        Statement("s", "ana", "title", "CTO"), ana=2, ben=3, e1=4, e2=5, t=2, s=6,
    )  # fmt: skip

    left = without(some, "ana")

    assert (BEN, event("e2", EGO, "ben")) == left.facts
    assert [(2, FORGOTTEN), (4, FORGOTTEN), (6, FORGOTTEN), (9, "old")] == [
        (skip.line, skip.reason) for skip in left.skipped
    ]


def test_a_gathering_goes_on_with_two_and_not_with_one() -> None:
    three = Gathering("g1", "meeting", DAY, (EGO, "ana", "ben"))
    two = Gathering("g2", "meeting", DAY, (EGO, "ana"))

    left = without(reading(ANA, three, two), "ana")

    assert [("g1", (EGO, "ben"))] == [
        (f.id, f.people) for f in left.facts if isinstance(f, Gathering)
    ]


def test_a_line_that_tells_of_others_too_is_named_all_the_same_for_who_is_forgotten() -> None:
    some = reading(ANA, event("e1", EGO, "ana"), event("e2", EGO, "ben"), e1=4, e2=4, ana=2)

    left = without(some, "ana")

    assert [2, 4, 9] == [skip.line for skip in left.skipped]
    assert "" == left.note


MENTION = Person("m", "Ana", "linkedin", origin=Origin.MENTIONED)
TWINS = {i: Person(i, "Ana", "linkedin", urls=(f"in/{i}",)) for i in ("a1", "a2")}
UNCLEAR = Ledger({**TWINS, "m": MENTION, "ben": BEN})


def test_a_name_that_several_have_is_heard_of_later() -> None:
    some = reading(MENTION, event("e", EGO, "m"), e=4, m=4)

    (left,) = heard([some], UNCLEAR, resolve(UNCLEAR))

    assert () == left.facts
    reason = "2 people are called Ana and the row has no profile address"
    assert [(4, reason), (9, "old")] == [(s.line, s.reason) for s in left.skipped]


def test_a_message_that_reaches_others_as_well_is_no_line_left_out_but_a_note() -> None:
    some = reading(MENTION, event("e1", EGO, "m"), event("e2", EGO, "ben"), e1=4, e2=4, m=4)

    (left,) = heard([some], UNCLEAR, resolve(UNCLEAR))

    assert ["e2"] == [f.id for f in left.facts]
    assert [9] == [s.line for s in left.skipped]
    assert "1 of several recipients could be more than one person: left out" == left.note


def test_of_ego_a_friends_export_tells_nothing_new() -> None:
    me = Person("r", "Robin", "theirs")
    after = Ledger(
        {EGO: Person(EGO, "Robin"), "r": me, "bo": Person("bo", "Bo")},
        matches=(Match("x", EGO, "r", True),),
        sources=(Source("theirs", "linkedin", owner="bo"),),
    )
    some = reading(me, event("e", "bo", "r"), e=4, r=2)

    (left,) = heard([some], after, resolve(after))

    assert () == left.facts
    assert [YOURSELF, YOURSELF, "old"] == [s.reason for s in left.skipped]


def test_where_everybody_is_clear_nothing_changes() -> None:
    clear = Ledger({"ana": ANA, "ben": BEN})
    some = reading(ANA, BEN, event("e", EGO, "ben"), e=4)

    assert [some] == heard([some], clear, resolve(clear))
