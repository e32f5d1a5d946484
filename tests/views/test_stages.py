"""From an ask to the next door, counted by hand."""

from __future__ import annotations

import pytest

from netgraph.agenda.day_facts import facts_on
from netgraph.journal.asks import ask_states
from netgraph.model.as_of import AsOf
from netgraph.model.intervals import share
from netgraph.model.records import (
    EGO,
    Ask,
    Event,
    EventKind,
    Ledger,
    Referral,
    Step,
)
from netgraph.views.stages import OF_WHAT, StageRow, asked_shares, funnel, stage_row
from tests.views.search_so_far import DAY, PEOPLE, asked, named


def rows(*asks: Ask, names: tuple[Referral, ...] = (), events: tuple[Event, ...] = ()) -> dict[
    tuple[str, str], tuple[int, int]
]:  # fmt: skip
    book = Ledger(PEOPLE, asks=asks, referrals=names, events=events)
    return {(r.way, r.stage): (r.hits, r.cases) for r in funnel(facts_on(AsOf(book, DAY)))}


def test_a_share_is_taken_of_what_is_settled() -> None:
    found = rows(
        asked("ana", 40, "done"), asked("ben", 40, "agreed"), asked("cy", 40, "declined"),
        asked("di", 21), asked("eve", 20),
    )  # fmt: skip

    assert (3, 4) == found["all", "answered"]  # di is silent, eve may still answer
    assert (2, 3) == found["all", "agreed"]
    assert (1, 2) == found["all", "talked"]


def test_a_plan_is_no_ask() -> None:
    plan = Ask("k", "ana", steps=(Step(DAY, "planned"),))

    assert (0, 0) == rows(plan)["all", "answered"]


def test_who_was_named_before_or_has_an_introducer_was_introduced() -> None:
    found = rows(
        asked("ana", 40, "done", via="ben"), asked("cy", 40, "done"), asked("di", 60, "declined"),
        names=(named("ben", "cy", ago=50), named("ben", "di", ago=50)),
    )  # fmt: skip

    assert (2, 2) == found["introduced", "agreed"]
    assert (0, 1) == found["directly", "agreed"]


def test_who_was_talked_with_and_who_was_met() -> None:
    talks = tuple(Event(f"e{i}", EventKind.TALKED, DAY, EGO, i) for i in ("ana", "ben"))
    found = rows(
        names=(named("ana", "cy", "met"), named("ana", "di", "declined"), named("eve", "ben")),
        events=talks,
    )  # fmt: skip

    assert (1, 2) == found["all", "named"]  # of ana and ben, ana passed names on
    assert (1, 2) == found["all", "met"]  # ben is still open


@pytest.mark.parametrize(
    ("status", "shares"),
    [("agreed", (1, 1)), ("declined", (0, 1)), ("silent", (0, 0))],
)
def test_an_answer_is_a_yes_or_a_no(status: str, shares: tuple[int, int]) -> None:
    states = ask_states(Ledger(asks=(asked("ana", 5, status),)), as_of=DAY)
    found = {name: (e.hits, e.cases) for name, e in asked_shares(DAY, states)}

    assert shares == found["agreed"]


def test_a_row_has_the_share_with_its_interval_and_words() -> None:
    e = share(3, 4)

    assert StageRow("all", "met", 3, 4, e.value, e.low, e.high, e.words) == stage_row(
        "all", "met", e
    )


def test_each_stage_is_a_share_of_something_that_is_said() -> None:
    assert {stage for _, stage in rows()} == OF_WHAT.keys()
