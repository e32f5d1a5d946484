"""The employers that ego looks for: what waits for ego first, then where most are known."""

from __future__ import annotations

from datetime import date, timedelta

from netgraph.identity.resolution import resolve
from netgraph.model.as_of import AsOf
from netgraph.model.records import (
    EGO,
    Event,
    EventKind,
    Goal,
    Ledger,
    Organisation,
    Person,
    Position,
    Tie,
)
from netgraph.views.target_list import TargetRow, targets

MAY = date(2026, 5, 4)  # a Monday
RIDGE = Organisation("o1", "Ridgeline Robotics", spellings=("Ridgeline Robotics", "Ridgeline Inc"))
BLUE = Organisation("o2", "Blue River", spellings=("Blue River",))
PEOPLE = (
    Person("ana", "Ana Silva", company="Ridgeline Robotics"),
    Person("ben", "Ben Ode", company="Ridgeline Inc"),
    Person("cy", "Cy Lind", company="Blue River"),
    Person("di", "Di Roe", company="Blue River"),
)
TIES = tuple(Tie(f"t{p.id}", EGO, p.id) for p in PEOPLE)
OLD = Position("w1", "cy", "Ridgeline Robotics", end="2024", current=False)
GOAL = Goal("g1", "data scientist", companies=("Siemens", "Blue River", "Ridgeline Robotics"))


def rows(*facts: Goal | Event) -> tuple[TargetRow, ...]:
    return targets(AsOf(resolve(Ledger.of(*PEOPLE, RIDGE, BLUE, *TIES, OLD, *facts)), MAY))


def test_the_target_list_begins_with_what_waits_for_ego() -> None:
    last, due = MAY - timedelta(days=3), MAY + timedelta(days=2)
    found = rows(GOAL, Event("e", EventKind.PLANNED, last, EGO, "di", due=due))

    assert ["o2", "o1"] == [row.id for row in found[:2]]
    assert "Siemens" == found[2].name
    assert ["talk planned", "door known", "nobody known"] == [row.stage for row in found]
    assert [(2, 0), (2, 1), (0, 0)] == [(row.now, row.before) for row in found]


def test_among_equals_most_people_come_first_then_names_go_by_the_alphabet() -> None:
    cook = Goal("g2", "cook", companies=("Zeta", "Eta"))

    found = rows(GOAL, cook)

    assert ["Blue River", "Ridgeline Inc", "Eta", "Siemens", "Zeta"] == [r.name for r in found]
    assert ["data scientist", "cook"] == [found[0].goal, found[2].goal]
    assert () == rows()
