"""The list that was printed last, so that "ask 1" means its first line."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgraph.model.actions import Action
from netgraph.model.errors import InvalidInput
from netgraph.suggestions.printed_list import (
    OLD,
    PrintedAsk,
    PrintedList,
    from_json,
    printed,
    to_json,
)
from tests.suggestions.some_people import ANA, BEN, ask_of, book

DAY = date(2026, 5, 1)
ASKS = tuple(PrintedAsk(i, "interview", "Acme", "g1") for i in ("ana", "ben"))
LIST = PrintedList(DAY, ASKS)


@pytest.mark.parametrize(("number", "person"), [(1, "ana"), (2, "ben")])
def test_lines_are_counted_from_one(number: int, person: str) -> None:
    assert person == LIST.numbered(number, as_of=DAY).person


@pytest.mark.parametrize("number", [0, 3, -1])
def test_a_number_that_is_not_there_is_refused(number: int) -> None:
    with pytest.raises(InvalidInput, match=f"no number {number}") as error:
        LIST.numbered(number, as_of=DAY)
    assert Action("suggest") == error.value.action


@pytest.mark.parametrize(
    ("days", "means"), [(-1, False), (0, True), (OLD.days, True), (OLD.days + 1, False)]
)
def test_a_list_means_something_for_a_week(days: int, means: bool) -> None:
    later = DAY + timedelta(days=days)
    if means:
        assert ASKS[0] == LIST.numbered(1, as_of=later)
    else:
        with pytest.raises(InvalidInput, match="too old: print a new one"):
            LIST.numbered(1, as_of=later)


def test_what_was_printed_is_kept_as_ids_alone() -> None:
    found = printed(ask_of(book(ANA, BEN)).suggestions, DAY)

    assert DAY == found.day
    assert {"ana", "ben"} == {ask.person for ask in found.asks}
    assert {"g1"} == {ask.goal for ask in found.asks}
    assert b"Moss" not in to_json(found)


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=9)


@given(st.dates(), st.lists(st.builds(PrintedAsk, texts, texts, texts, texts), max_size=3))
def test_a_list_comes_back_as_it_was(day: date, asks: list[PrintedAsk]) -> None:
    assert PrintedList(day, tuple(asks)) == from_json(to_json(PrintedList(day, tuple(asks))))


@pytest.mark.parametrize(
    "data",
    [b"", b"[]", b"{}", b"\xff", b'{"day": "soon", "asks": []}', b'{"day": "2026-05-01"}',
     b'{"day": "2026-05-01", "asks": [{"who": "ana"}]}', b'{"day": 1, "asks": [3]}'],
)  # fmt: skip
def test_what_holds_no_list_is_refused_in_a_line(data: bytes) -> None:
    with pytest.raises(InvalidInput, match="no list is kept"):
        from_json(data)


def test_somebody_to_report_to_is_told_and_not_asked() -> None:
    told = PrintedList(DAY, (PrintedAsk("ana", "interview", "", "g1", kind="report back"),))

    with pytest.raises(InvalidInput, match="number 1 is to tell them what came of it") as error:
        told.numbered(1, as_of=DAY)
    assert Action("log", ("ana",), {"kind": "reported"}) == error.value.action


def test_a_line_keeps_of_whom_to_ask_what_for_which_goal() -> None:
    found = printed(ask_of(book(ANA)).suggestions, DAY)

    assert (PrintedAsk("ana", "interview", "data scientist", "g1", "talk"),) == found.asks
