"""What follows from the annotations of the records."""

from __future__ import annotations

import typing

import pytest

from netgraph.model.kinds import KINDS, fields_of, ledger_of, mapped, named, place
from netgraph.model.records import (
    Ask,
    Event,
    EventKind,
    Fact,
    Gathering,
    Ledger,
    Means,
    Person,
    Referral,
    Step,
)


@pytest.mark.parametrize("kind", KINDS.values())
def test_every_kind_of_fact_has_its_place_in_a_ledger(kind: type[Fact]) -> None:
    assert place(kind) in typing.get_type_hints(Ledger)
    assert "id" == fields_of(kind)[0].name


def test_whom_a_record_names_is_read_off_its_annotations() -> None:
    referral = Referral("r", "ben", "ana", steps=(Step(None, "agreed", by="cleo"),))

    assert ["ben", "ana", "me", "cleo"] == list(named(referral, Means.PERSON))


def test_one_change_of_ids_reaches_lists_and_parts_too() -> None:
    def stands(i: str) -> str:
        return {"b2": "ben"}.get(i, i)

    together = Gathering("g", "event", None, ("ana", "b2"))
    ask = Ask("a", "b2", introducer="b2", target="b2", steps=(Step(None, "agreed", by="b2"),))

    assert ("ana", "ben") == mapped(together, stands).people
    moved = mapped(ask, stands)
    assert ("ben", "ben", "ben", "ben") == (
        moved.person,
        moved.introducer,
        moved.target,
        moved.steps[0].by,
    )


def test_a_record_in_which_nothing_changes_is_the_same_object() -> None:
    talk = Event("e", EventKind.MET, None, "me", "ana")

    assert talk is mapped(talk, str)


def test_of_two_facts_of_one_id_a_ledger_has_the_last() -> None:
    book = ledger_of([Person("p", "Ana"), Person("p", "Anna"), Ask("a", "p")])

    assert ("Anna", 1) == (book.people["p"].name, len(book.asks))
