"""Who is and was at an employer: who fits first, then who is known best; whom to ask first."""

from __future__ import annotations

from datetime import date, timedelta

from netgraph.identity.resolution import resolve
from netgraph.model.as_of import AsOf
from netgraph.model.records import (
    EGO,
    Event,
    EventKind,
    Fact,
    Goal,
    Ledger,
    Organisation,
    Person,
    Position,
    Tie,
)
from netgraph.views.staff import first_of, staff_of

MAY = date(2026, 5, 4)
ACME = Organisation("o1", "Acme", spellings=("Acme",))
GOAL = Goal("g1", "nurse")
PEOPLE = (
    Person("ana", "Ana", company="Acme", title="Baker"),
    Person("ben", "Ben", company="Acme", title="Nurse"),
    Person("cy", "Cy"),
    Person("di", "Di", company="Acme", title="Cook"),
)
TIES = (
    Tie("t1", EGO, "ana", closeness="close"),
    Tie("t2", EGO, "ben", closeness="barely"),
    Tie("t3", EGO, "cy"),
)
OLD = Position("w1", "cy", "Acme", "Nurse", end="2024-05")


def at(*facts: Fact) -> AsOf:
    return AsOf(resolve(Ledger.of(*PEOPLE, ACME, *TIES, OLD, *facts)), MAY)


def test_who_fits_comes_first_then_who_is_known_best_and_who_left_last() -> None:
    found = staff_of(at(GOAL), "o1")

    assert [("ben", True), ("ana", False), ("di", False), ("cy", False)] == [
        (one.id, one.fits) for one in found
    ]
    assert ["", "", "", "until 2024"] == [one.when for one in found]
    assert [True, True, False, True] == [one.known for one in found]
    assert ["Nurse", "Baker", "Cook", "Nurse"] == [one.title for one in found]
    assert () == staff_of(at(), "Elsewhere")


def test_whoever_gave_a_talk_lately_rests_and_is_said_to() -> None:
    talk = Event("e", EventKind.INTERVIEW, MAY - timedelta(days=1), "ben", EGO)
    ben, *others = staff_of(at(GOAL, talk), "o1")

    assert (False, MAY + timedelta(days=14), MAY - timedelta(days=1)) == (
        ben.free, ben.until, ben.last_contact,
    )  # fmt: skip
    assert ben.why
    assert [True, False, True] == [one.free for one in others]


def test_who_fits_is_asked_first_and_who_gave_a_talk_last() -> None:
    talk = Event("e", EventKind.INTERVIEW, MAY - timedelta(days=99), "ben", EGO)

    def first(view: AsOf, *waits: str) -> str:
        one = first_of(view, staff_of(view, "o1"), waits)
        return one.id if one else "nobody"

    # Cy was a nurse, so an ask of hers is worth more than one of Ana, who bakes
    assert ["ben", "cy", "ana", "nobody"] == [
        first(at(GOAL)), first(at(GOAL), "ben"), first(at(GOAL), "ben", "cy"),
        first(at(GOAL), "ben", "cy", "ana"),
    ]  # fmt: skip
    assert "cy" == first(at(GOAL, talk))
    assert "nobody" == first(at())
