"""What talks have not covered: what the goal asks for, levels, and how far outside they go."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from netgraph.model.as_of import AsOf
from netgraph.model.records import EGO, Event, EventKind, Goal, Ledger, Person, Tie
from netgraph.views.blind_spots import coverage_by_talks

DAY = date(2026, 5, 1)
PEOPLE = {
    EGO: Person(EGO, "Robin", company="Acme", title="Data Analyst"),
    "ana": Person(
        "ana", "Ana", company="Acme", title="Junior Data Scientist", place="Kiel, Germany"
    ),
    "ben": Person("ben", "Ben", company="Bosch", title="Head of Data", place="Rome"),
    "cleo": Person("cleo", "Cleo", company="Bosch", title="Nurse"),
    "dan": Person("dan", "Dan", company="Bosch"),
}
GOAL = Goal("g", "data scientist", companies=("Bosch", "Delta"), places=("Kiel", "Oslo"))
BOOK = Ledger(
    PEOPLE,
    goals=(GOAL,),
    ties=tuple(Tie(f"t{i}", EGO, i) for i in PEOPLE if i != EGO),
    events=(Event("e", EventKind.TALKED, date(2026, 4, 1), EGO, "ben"),),
)


def test_what_is_known_and_talked_with_is_counted() -> None:
    found = {
        (s.kind, s.name): (s.known, s.talked) for s in coverage_by_talks(AsOf(BOOK, DAY)).spots
    }

    assert {
        ("field", "data"): (2, 1),
        ("place", "Kiel"): (1, 0),
        ("place", "Oslo"): (0, 0),
        ("employer", "Bosch"): (3, 1),
        ("employer", "Delta"): (0, 0),
        ("level", "who begins"): (1, 0),
        ("level", "with some experience"): (0, 0),
        ("level", "who leads"): (1, 1),
        ("level", "at the top"): (0, 0),
    } == found


def test_only_what_no_talk_covered_is_said() -> None:
    assert (
        "no talk yet with anybody in Kiel: you know 1 person there",
        "no talk yet with anybody in Oslo: you know nobody there",
        "no talk yet with anybody at Delta: you know nobody there",
        "no talk yet with anybody who begins: you know 1 person there",
        "33 of 100 contacts work in other fields than yours",
    ) == coverage_by_talks(AsOf(BOOK, DAY)).words


def test_the_index_by_hand() -> None:
    found = coverage_by_talks(AsOf(BOOK, DAY))

    # fields: Ana and Ben inside, Cleo outside: (1 - 2) / 3; employers: 3 outside, 1 inside
    assert (-0.3333, 0.5) == (found.ei_field, found.ei_employer)
    nobody = replace(BOOK, people={**PEOPLE, EGO: Person(EGO, "Robin")})
    assert (None, None) == (
        coverage_by_talks(AsOf(nobody, DAY)).ei_field,
        coverage_by_talks(AsOf(nobody, DAY)).ei_employer,
    )


def test_what_comes_later_changes_nothing() -> None:
    later = replace(BOOK.events[0], id="f", day=date(2026, 5, 2), taker="ana")

    assert coverage_by_talks(AsOf(BOOK, DAY)) == coverage_by_talks(
        AsOf(replace(BOOK, events=(*BOOK.events, later)), DAY)
    )
