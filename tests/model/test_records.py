"""What a fact is, and the ledger that holds them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, get_args, get_type_hints

import pytest

from netgraph.model.errors import InvalidInput
from netgraph.model.kinds import KINDS
from netgraph.model.records import (
    EGO,
    YOU,
    Ask,
    Basis,
    Correspondence,
    Event,
    EventKind,
    Fact,
    Goal,
    Ledger,
    Match,
    Organisation,
    Origin,
    Person,
    Position,
    Referral,
    Tie,
)

ANA, BEN = Person("ana", "Ana"), Person("ben", "Ben")


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.__name__)
def test_every_kind_of_fact_is_frozen_has_an_id_and_a_place_in_the_ledger(kind: type[Any]) -> None:
    assert issubclass(kind, Fact)
    assert "id" == next(iter(get_type_hints(kind)))
    places = [h for h in get_type_hints(Ledger).values() if kind in get_args(h)]
    assert 1 == len(places)


def test_a_fact_never_changes() -> None:
    with pytest.raises(AttributeError):
        ANA.name = "Bea"  # type: ignore[misc]


def test_what_is_not_said_is_nothing_and_the_users_word() -> None:
    assert (YOU, Origin.LISTED, False, None) == (ANA.source, ANA.origin, ANA.lead, ANA.seen)
    tie, match = Tie("t", EGO, "ana"), Match("m", "a", "b", True)
    assert (Basis.STATED, True, YOU) == (tie.basis, tie.known, tie.source)
    assert Basis.STATED == match.basis
    assert EGO == Referral("r", "ana", "ben").to
    assert ("interview", ()) == (Ask("k", "ana").want, Ask("k", "ana").steps)
    assert 1 == Event("e", EventKind.MET, None, EGO, "ana").count


def test_a_ledger_holds_facts_each_in_its_place_in_the_order_given() -> None:
    met = Event("e", EventKind.MET, date(2026, 5, 1), EGO, "ana")
    some = Correspondence(EventKind.EMAIL, EGO, "ana", (None,), "mail")
    firm, goal = Organisation("o1", "Acme"), Goal("g", "work")
    jobs = Position("w2", "ana", "Acme"), Position("w1", "ana", "Delta")

    book = Ledger.of(jobs[0], BEN, met, ANA, some, firm, goal, jobs[1])

    assert ["ben", "ana"] == list(book.people)
    assert {"o1": firm} == book.organisations
    assert (jobs, (met,), (some,), (goal,)) == (
        book.positions,
        book.events,
        book.correspondence,
        book.goals,
    )
    assert Ledger() == Ledger.of()


@pytest.mark.parametrize("twice", [(ANA, ANA), (Organisation("o", "A"), Organisation("o", "B"))])
def test_two_of_one_id_are_refused(twice: tuple[Fact, Fact]) -> None:
    with pytest.raises(InvalidInput, match="have one id"):
        Ledger.of(*twice)


def test_what_is_no_fact_is_refused_by_its_name() -> None:
    with pytest.raises(InvalidInput, match="str is no fact that a ledger holds"):
        Ledger.of("Ana")  # type: ignore[arg-type]


@pytest.mark.parametrize("wrong", [{"people": (ANA,)}, {"organisations": [1]}])
def test_people_go_by_id(wrong: Mapping[str, Any]) -> None:
    with pytest.raises(InvalidInput, match=r"write Ledger\.of"):
        Ledger(**wrong)
