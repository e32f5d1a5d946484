"""Beliefs about a career, tested by talks."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from netgraph.model.as_of import AsOf
from netgraph.model.records import Evidence, Goal, Ledger
from netgraph.talks.hypotheses import Verdict, verdicts

DAY = date(2026, 5, 1)
GOAL = Goal("g1", "data", hypotheses=("pays well", "needs a degree"))


def said(person: str, holds: bool, days: int | None = 0, what: str = "pays well") -> Evidence:
    day = None if days is None else DAY + timedelta(days=days)
    return Evidence(f"v{person}{days}{holds}", person, day, what, holds)


def judged(*evidence: Evidence) -> list[Verdict]:
    return verdicts(AsOf(Ledger(goals=(GOAL,), evidence=evidence), DAY))


@pytest.mark.parametrize(
    ("for_it", "against", "chance", "words"),
    [
        (0, 0, 0.5, "nobody has spoken of it yet"),
        (1, 0, 0.6667, "1 for, 0 against: too few to say"),
        (2, 0, 0.75, "2 for, 0 against: probably"),
        (3, 0, 0.8, "3 for, 0 against: very probably"),
        (2, 1, 0.6, "2 for, 1 against: probably"),
        (1, 1, 0.5, "1 for, 1 against: open"),
        (1, 2, 0.4, "1 for, 2 against: open"),
        (0, 2, 0.25, "0 for, 2 against: probably not"),
        (0, 3, 0.2, "0 for, 3 against: probably not"),
        (0, 4, 0.1667, "0 for, 4 against: very probably not"),
    ],
)
def test_a_belief_is_weighed_by_laplaces_rule(
    for_it: int, against: int, chance: float, words: str
) -> None:
    pay, _ = judged(
        *(said(f"f{n}", True) for n in range(for_it)),
        *(said(f"a{n}", False) for n in range(against)),
    )

    assert (chance, words) == (pay.chance, pay.words)
    assert (for_it, against) == (len(pay.for_it), len(pay.against))


def test_each_person_counts_once_with_what_they_said_last() -> None:
    pay, _ = judged(said("ana", False, 0), said("ana", True, -9), said("ana", True, None))

    assert (0, 1) == (len(pay.for_it), len(pay.against))


def test_what_is_said_later_or_of_another_belief_does_not_count() -> None:
    pay, degree = judged(said("ana", True, 1), said("ben", True, 0, "needs a degree"))

    assert (0, 1) == (len(pay.for_it), len(degree.for_it))
    assert [(1, "pays well"), (2, "needs a degree")] == [
        (v.number, v.hypothesis) for v in (pay, degree)
    ]


def test_without_an_open_goal_there_is_no_belief() -> None:
    assert [] == verdicts(AsOf(Ledger(evidence=(said("ana", True),)), DAY))
