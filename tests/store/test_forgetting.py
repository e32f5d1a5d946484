"""Removing somebody, or a source, from every table and from the history, for good."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from netgraph.model.records import (
    EGO,
    Ask,
    Debrief,
    Event,
    EventKind,
    Fact,
    Gathering,
    Goal,
    Match,
    Person,
    Referral,
    Source,
    Step,
    Tie,
)
from netgraph.store import Store

NOW = datetime(2026, 5, 1, tzinfo=UTC)
DAY = date(2026, 4, 1)
ANA, BEN = Person("ana", "Ana Silva", "linkedin"), Person("ben", "Ben Hall", "linkedin")
CY = Person("cy", "Cy Silva", "linkedin")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "network.db") as opened:
        yield opened


def put(store: Store, *facts: Fact) -> None:
    with store.change("put", at=NOW) as change:
        change.put(facts)


def noted(store: Store, note: str, *people: Person, gone: str = "ana") -> str:
    """Return what a note of a talk with Ben says after somebody was forgotten."""
    put(store, ANA, BEN, *people, Event("e", EventKind.TALKED, DAY, EGO, "ben", note))
    store.forget([gone])
    (event,) = store.facts().events
    return event.note


@pytest.mark.parametrize(
    ("note", "left"),
    [
        ("Ana Silva came, ana silva left", "somebody came, somebody left"),
        ("Ana said so to Silva.", "somebody said so to somebody."),
        ("@Ana too", "somebody too"),
        ("Anastasia and an ana", "Anastasia and an ana"),  # a part is told by its capital
        ("bananas", "bananas"),
        ("", ""),
    ],
)
def test_a_name_is_blotted_out_of_what_was_written_of_others(
    note: str, left: str, store: Store
) -> None:
    assert left == noted(store, note)


def test_a_part_of_a_name_that_somebody_else_has_stays_theirs(store: Store) -> None:
    assert "somebody and Silva" == noted(store, "Ana and Silva", CY)


def test_all_names_of_somebody_are_blotted_out(store: Store) -> None:
    zoe = Person("zoe", 'Zoe "Zou" Marlene Moss née Okoye')
    note = "Marlene (Zou), once Okoye, and Zoe M. Moss"

    assert "somebody (somebody), once somebody, and somebody M. somebody" == (
        noted(store, note, zoe, gone="zoe")
    )


def test_of_two_names_that_begin_alike_the_longer_goes_as_a_whole(store: Store) -> None:
    zoe = Person("zoe", "Zoe Zoe-Lena Moss")

    assert "somebody came, somebody too" == noted(store, "Zoe-Lena came, Zoe too", zoe, gone="zoe")


def test_a_name_of_two_letters_is_blotted_out_as_a_whole_only(store: Store) -> None:
    bo = Person("bo", "Bo Ek")

    assert "Bo and Ek, somebody" == noted(store, "Bo and Ek, Bo Ek", bo, gone="bo")


def test_every_fact_that_names_them_goes_and_their_place_in_others_is_empty(store: Store) -> None:
    put(
        store, ANA, BEN, CY,
        Tie("t1", EGO, "ana"), Tie("t2", EGO, "ben"),
        Ask("k1", "ana"), Ask("k2", "ben", target="ana"),
        Referral("r1", "ben", "ana"),
        Referral("r2", "ben", "cy", steps=(Step(DAY, "agreed", "Ana says", by="ana"),)),
        Match("m", "ana", "cy", False),
        Gathering("g1", "meeting", DAY, (EGO, "ana", "ben")),
        Gathering("g2", "meeting", DAY, (EGO, "ana")),
        Goal("g", "wind", person="ana"),
        Debrief("d", "ben", DAY, named="Ana Silva"),
    )  # fmt: skip

    store.forget(["ana"])
    left = store.facts()

    assert {EGO, "ben", "cy"} == left.people.keys()
    assert ["t2"] == [t.id for t in left.ties]
    assert [("k2", "")] == [(a.id, a.target) for a in left.asks]
    assert [("r2", (Step(DAY, "agreed", "somebody says"),))] == [
        (r.id, r.steps) for r in left.referrals
    ]
    assert () == left.matches
    assert [("g1", (EGO, "ben"))] == [(g.id, g.people) for g in left.gatherings]
    assert ["somebody"] == [d.named for d in left.debriefs]
    assert not any(goal.person for goal in left.goals)
    assert [] == store.faults()


def test_what_was_typed_is_kept_as_the_command_alone(store: Store) -> None:
    with store.change("edit 'Ana Silva' --title CTO", at=NOW) as change:
        change.put([ANA, BEN])
    store.forget(["ana"])

    assert {"edit"} == {said for _, said in store.changes()}


def test_only_digests_are_remembered(store: Store, tmp_path: Path) -> None:
    put(store, ANA, BEN)
    store.forget(["ana"])

    assert {"ana"} == store.forgotten(["ana", "ben"])
    assert b"Silva" not in (tmp_path / "network.db").read_bytes()


def test_a_source_goes_with_whom_nothing_else_names(store: Store) -> None:
    put(
        store, Source("linkedin", "linkedin"), ANA, BEN, CY, Person("di", "Di"),
        Tie("t1", EGO, "ana", source="linkedin"), Tie("t2", EGO, "ben"),
        Match("m1", "ana", "di", True), Match("m2", "ben", "di", True),
        Event("e1", EventKind.MESSAGE, DAY, EGO, "cy", source="linkedin"),
    )  # fmt: skip

    store.forget_source("linkedin")
    left = store.facts()

    assert {EGO, "ben", "di"} == left.people.keys()
    assert (["t2"], ["m2"]) == ([t.id for t in left.ties], [m.id for m in left.matches])
    assert ((), ()) == (left.events, left.sources)
    assert set() == set(store.forgotten(["ana"]))
    assert [] == store.faults()
