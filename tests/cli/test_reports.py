"""Whole answers on the sample, as they read: numbers, what talks taught, a goal reached, places.

``GOLDEN=write`` writes the files anew; read them before you keep them. The numbers are worked out
by hand on a small story in tests/views.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from cli import apply, goal, reflect, stats
from cli.actions import writer
from netgraph.journal.applications import apply as applied
from netgraph.journal.lookup import find_person
from netgraph.model.as_of import AsOf
from netgraph.model.records import Debrief, Evidence, Ledger
from netgraph.views.doors import application_rows
from netgraph.views.goal_reached import arrival
from netgraph.views.reflection import reflect as reflected
from netgraph.views.statistics import stats as numbers

GOLDEN = Path(__file__).parent / "golden"
DAY = date(2026, 5, 1)
TALKS = (
    ("Omar", date(2025, 12, 2), "#remote+ is usual at Watershed. #measurement is the whole craft."),
    ("Petra", date(2026, 1, 27), "#remote- twice a week only. #pay is fair, #measurement again."),
    ("Sam Oduya", date(2026, 3, 12), "#pay is lower here. A degree matters less than a portfolio."),
    ("Leila", date(2026, 4, 16), "#pay, #measurement, and nobody asked for a degree."),
)


@pytest.fixture
def view(sample: Ledger) -> AsOf:
    """The sample with four debriefs, evidence for a hypothesis, and a place taken."""
    said = [(find_person(sample, who), day, text) for who, day, text in TALKS]
    first = replace(sample.goals[0], hypotheses=("one needs a degree",))
    taken = applied(sample, "Cloudberry Carbon", "Data Scientist", status="taken", day=DAY)
    return AsOf(
        replace(
            sample,
            debriefs=tuple(Debrief(f"d{n}", *some) for n, some in enumerate(said)),
            evidence=tuple(
                Evidence(f"v{n}", who, day, "one needs a degree", n < 1, text)
                for n, (who, day, text) in enumerate(said[1:])
            ),
            goals=(first, *sample.goals[1:]),
            applications=(taken,),
        ),
        DAY,
    )


def check(name: str, lines: Iterable[str]) -> None:
    """Compare lines with a golden file."""
    text = "".join(f"{line}\n" for line in lines)
    path = GOLDEN / name
    if os.environ.get("GOLDEN") == "write":
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    assert path.read_text("utf-8") == text


def test_what_talks_taught(view: AsOf) -> None:
    check("reflect.txt", reflect._lines(reflected(view)))


def test_the_search_in_numbers(view: AsOf) -> None:
    check("stats.txt", stats._lines(numbers(view)))


def test_a_goal_reached(view: AsOf) -> None:
    check("goal-done.txt", goal._celebration(arrival(view), writer(view.ledger)))


def test_places_saved_and_applied_for(view: AsOf) -> None:
    write = writer(view.ledger)
    rows = application_rows(view)
    check("apply.txt", (line for row in rows for line in apply._lines(row, write)))
