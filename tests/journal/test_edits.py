"""What the user says of a person, and corrections of what was written down."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from netgraph.journal.edits import corrected, stated_tie, statements, stored_behind
from netgraph.model import ids
from netgraph.model.correspondence import every_event
from netgraph.model.errors import InvalidInput
from netgraph.model.records import (
    EGO,
    YOU,
    Basis,
    Correspondence,
    Event,
    EventKind,
    Ledger,
    Relation,
    Statement,
    Tie,
)

DAY, BEFORE = date(2026, 5, 1), date(2026, 4, 1)
HELPED = Event("e1", EventKind.HELPED, DAY, EGO, "ana", "the flat")


def test_each_field_is_a_statement_of_its_own() -> None:
    said = statements(Ledger(), "ana", {"company": "Acme", "hub": "yes"}, day=DAY)

    assert [
        Statement(ids.statement("ana", "company", DAY), "ana", "company", "Acme", DAY),
        Statement(ids.statement("ana", "hub", DAY), "ana", "hub", True, DAY),
    ] == said


def test_a_new_address_goes_before_the_older_ones_and_none_is_there_twice() -> None:
    older = Statement("s", "ana", "email", ("a@x.org", "b@x.org"), BEFORE)
    [said] = statements(
        Ledger(statements=(older,)), "ana", {"email": "c@x.org"}, day=DAY
    )  # fmt: skip
    [again] = statements(Ledger(statements=(older,)), "ana", {"email": "b@x.org"}, day=DAY)

    assert isinstance(said, Statement)
    assert isinstance(again, Statement)
    assert ("c@x.org", "a@x.org", "b@x.org") == said.value
    assert ("b@x.org", "a@x.org") == again.value


def test_closeness_is_a_tie_that_keeps_what_was_said_before() -> None:
    [tie] = statements(Ledger(), "ana", {}, day=DAY, closeness="warm")

    assert Tie(ids.stated_tie(EGO, "ana", DAY), EGO, "ana", closeness="warm", day=DAY) == tie


def test_what_somebody_is_to_ego_is_a_relation_and_says_that_they_know_each_other() -> None:
    found = statements(Ledger(), "ana", {}, day=DAY, role="mentor of")

    assert ["Relation", "Tie"] == [type(fact).__name__ for fact in found]
    assert isinstance(found[0], Relation)
    assert ("ana", "mentor of", EGO) == (found[0].u, found[0].role, found[0].v)


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ({}, "say what to change"),
        ({"name": " "}, "a person needs a name"),
        ({"shoes": "42"}, "nothing can be said of 'shoes'"),
        ({"not_before": "2026-02-31"}, "2026-02-31"),
    ],
)
def test_what_says_nothing_is_refused(said: dict[str, str], message: str) -> None:
    with pytest.raises(InvalidInput, match=message):
        statements(Ledger(), "ana", said, day=DAY)


def test_what_was_said_of_two_people_is_said_anew_on_a_day() -> None:
    old = Tie("t", EGO, "ana", Basis.INFERRED, closeness="close", since=BEFORE, day=BEFORE)
    file = Tie("f", EGO, "ana", Basis.OBSERVED, closeness="warm", source="linkedin")

    found = stated_tie(Ledger(ties=(file, old)), "ana", EGO, day=DAY)

    assert Tie(
        ids.stated_tie(EGO, "ana", DAY), EGO, "ana", Basis.STATED, closeness="close", since=BEFORE,
        day=DAY,
    ) == found  # fmt: skip
    assert YOU == found.source


@pytest.mark.parametrize(
    ("u", "v", "pair"), [("ben", "ana", ("ana", "ben")), ("ben", EGO, (EGO, "ben"))]
)
def test_a_tie_has_one_order_and_ego_comes_first(u: str, v: str, pair: tuple[str, str]) -> None:
    ties = [stated_tie(Ledger(), *both, day=None) for both in ((u, v), (v, u))]

    assert ties[0] == ties[1]
    assert pair == (ties[0].u, ties[0].v)


@pytest.mark.parametrize(
    ("changes", "field", "value"),
    [
        ({"day": BEFORE}, "day", BEFORE),
        ({"note": ""}, "note", ""),
        ({"value": 0.0}, "value", 0.0),
        ({"word": "was-helped"}, "giver", "ana"),
        ({"word": "thanked"}, "kind", EventKind.THANKED),
        ({"word": "talked", "note": None}, "note", "the flat"),
    ],
)
def test_an_event_is_put_right_and_what_is_not_said_stays(
    changes: dict[str, Any], field: str, value: object
) -> None:
    assert value == getattr(corrected(HELPED, changes), field)


@pytest.mark.parametrize("changes", [{}, {"note": "the flat"}, {"word": "helped", "day": None}])
def test_a_correction_that_changes_nothing_says_so(changes: dict[str, Any]) -> None:
    with pytest.raises(InvalidInput, match="written down already"):
        corrected(HELPED, changes)


def test_a_favour_is_worth_nothing_or_more() -> None:
    with pytest.raises(InvalidInput, match="0 talks or more"):
        corrected(HELPED, {"value": -0.5})


def test_a_message_put_together_stands_for_all_of_its_day() -> None:
    def mail(i: str, day: date, giver: str = EGO) -> Event:
        return Event(i, EventKind.EMAIL, day, giver, "p2", source="mail")

    stored = {e.id: e for e in (mail("e1", DAY), mail("e2", DAY), mail("e3", BEFORE),
                                mail("e4", DAY, "other"))}  # fmt: skip
    some = Correspondence(EventKind.EMAIL, EGO, "ana", (BEFORE, DAY, DAY), "mail")
    book = Ledger(correspondence=(some,), alias={"p2": "ana"})
    shown = {e.day: e.id for e in every_event(book)}

    assert ["e1", "e2"] == [e.id for e in stored_behind(book, stored, shown[DAY])]
    assert ["e3"] == [e.id for e in stored_behind(book, stored, shown[BEFORE])]
    assert [stored["e4"]] == stored_behind(book, stored, "e4")
    assert [] == stored_behind(book, stored, "nobody")


def test_all_that_is_said_at_once_is_said_on_that_day() -> None:
    said = statements(
        Ledger(), "ana", {"company": "Acme"}, day=DAY, tags=["mentor"], role="manager",
        closeness="close",
    )  # fmt: skip

    kinds = [(type(fact), getattr(fact, "field", "")) for fact in said]
    assert [
        (Statement, "company"), (Statement, "tag"), (Statement, "no_tag"),
        (Relation, ""), (Tie, ""),
    ] == kinds  # fmt: skip
    assert {DAY} == {getattr(fact, "day", None) for fact in said}


def test_whom_one_is_close_to_after_all_is_known() -> None:
    no = Tie(ids.stated_tie(EGO, "ana", BEFORE), EGO, "ana", known=False, day=BEFORE)
    [close] = statements(Ledger(ties=(no,)), "ana", {}, day=DAY, closeness="close")

    assert isinstance(close, Tie)
    assert (True, "close", DAY) == (close.known, close.closeness, close.day)
