"""The search in numbers, counted by hand."""

from __future__ import annotations

from datetime import date, timedelta

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
    Goal,
    Ledger,
    Organisation,
    Person,
    Referral,
    Step,
    Tie,
    Wish,
)
from netgraph.views.statistics import StageRow, asked_shares, funnel, stage_row, stats

DAY = date(2026, 5, 1)
PEOPLE = {i: Person(i, i.title(), company="Acme") for i in ("ana", "ben", "cy", "di", "eve")}


def asked(person: str, ago: int, *then: str, via: str | None = None) -> Ask:
    day = DAY - timedelta(days=ago)
    steps = tuple(Step(day, s) for s in ("asked", *then))
    return Ask(f"{person}{ago}", person, introducer=via, steps=steps)


def named(introducer: str, person: str, *then: str, ago: int = 50) -> Referral:
    day = DAY - timedelta(days=ago)
    steps = tuple(Step(day, s) for s in ("named", *then))
    return Referral(f"{introducer}-{person}", introducer, person, steps=steps)


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


def test_the_gaps_are_employers_without_anyone_and_who_is_asked_most() -> None:
    book = Ledger(
        PEOPLE,
        asks=(asked("ana", 40, "done"), asked("ana", 30), asked("ben", 30)),
        goals=(Goal("g", "cook", companies=("Globex", "ACME Inc.")),),
        wishes=(Wish("w", "Sedge"), Wish("x", "globex")),
        ties=(Tie("t", EGO, "eve"),),
    )
    gaps = stats(AsOf(book, DAY)).gaps

    assert ("Globex", "Sedge") == gaps.employers_without_anyone
    assert pytest.approx(2 / 3, abs=1e-4) == gaps.most_asked_share
    assert stats(AsOf(Ledger(PEOPLE), DAY)).gaps.most_asked_share is None


def test_egos_network_is_measured_by_record_and_by_guess() -> None:
    acme = Organisation("o", "Acme", spellings=("Acme",))
    ties = (Tie("t1", EGO, "ana"), Tie("t2", EGO, "ben"))
    book = Ledger(PEOPLE, {"o": acme}, ties=ties, spelling={"Acme": "o"})
    ego = stats(AsOf(book, DAY)).ego

    assert (2, {"observed": 0, "stated": 2, "inferred": 0}) == (ego.size, dict(ego.ties))
    assert 2.0 == ego.effective_size
    assert ego.with_inferred.effective_size is not None
    assert ego.with_inferred.effective_size < 2.0  # colleagues may know each other
    alone = stats(AsOf(Ledger(PEOPLE), DAY)).ego
    assert (0, None) == (alone.size, alone.constraint)


def test_a_talk_that_led_to_something_says_who_made_it_possible() -> None:
    names = (named("ana", "ben", "met"), named("ben", "cy", "met", "closed", ago=40))
    found = stats(AsOf(Ledger(PEOPLE, referrals=names), DAY)).lineage
    [end] = found.made_possible_by

    assert (2, 2) == (found.named, found.met)
    assert ("Cy", [("Ben", 0.5), ("Ana", 0.5)]) == (
        end.name, [(thanks.name, thanks.share) for thanks in end.thanks_to],
    )  # fmt: skip
