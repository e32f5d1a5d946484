"""Frames become ledgers and ledgers frames, nothing lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pandas as pd
import pytest
from hypothesis import given

import netgraph
from netgraph import frames
from netgraph.model.errors import InvalidInput
from netgraph.model.kinds import KINDS, facts_of, ledger_of, place
from netgraph.model.records import EGO, EventKind, Ledger
from tests.examples import few
from tests.strategies import ledgers

TODAY = date(2026, 5, 1)


@few(12)
@given(ledgers())
def test_there_and_back_nothing_is_lost(book: Ledger) -> None:
    again = frames.to_ledger(**frames.from_ledger(book))
    once = ledger_of(fact for _, some in facts_of(book) for fact in some)

    assert once == replace(again, alias=once.alias, spelling=once.spelling)


@few(5)
@given(ledgers())
def test_types_do_not_depend_on_what_is_in_a_frame(book: Ledger) -> None:
    empty, full = frames.from_ledger(Ledger()), frames.from_ledger(book)

    for name in empty:
        assert empty[name].dtypes.to_dict() == full[name].dtypes.to_dict()


def test_every_kind_of_fact_has_its_frame() -> None:
    assert [place(kind) for kind in KINDS.values()] == list(frames.from_ledger(Ledger()))


def test_types_are_those_of_the_page() -> None:
    dtypes = frames.from_ledger(Ledger())["events"].dtypes.astype(str).to_dict()
    expected = {"kind": "string", "day": "datetime64[s]", "count": "int64", "value": "float64"}

    assert expected == {name: dtypes[name] for name in expected}


def test_two_columns_are_enough() -> None:
    book = frames.to_ledger(
        pd.DataFrame({"name": ["Ana", "Ana"], "company": ["Acme", None]}),
        ties=pd.DataFrame({"u": ["me"], "v": ["zoe"]}),
    )

    assert ["Ana", "Ana"] == [p.name for p in book.people.values() if p.name == "Ana"]
    assert {EGO: "You", "zoe": "zoe"} == {i: book.people[i].name for i in (EGO, "zoe")}
    assert 1 == len({tie.id for tie in book.ties})


def test_events_make_ties_and_readings() -> None:
    talks = pd.DataFrame(
        {"giver": ["ana", "me"], "taker": ["me", "ana"], "kind": ["interview", "thanked"],
         "day": ["2026-04-01", "2026-04-02"]}
    )  # fmt: skip
    book = frames.to_ledger(events=talks)
    G = netgraph.network(book, as_of=TODAY)

    assert [EventKind.INTERVIEW, EventKind.THANKED] == [e.kind for e in book.events]
    assert date(2026, 4, 1) == book.events[0].day
    assert frames.standings(G)["taken"].tolist() > [0.5]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"persons": pd.DataFrame()}, "a ledger has no 'persons'"),
        ({"ties": pd.DataFrame({"u": ["me"]})}, "ties need a column 'v'"),
        ({"ties": pd.DataFrame({"u": ["me"], "v": [None]})}, "row 1 of ties has no 'v'"),
        (
            {"ties": pd.DataFrame({"u": ["a"], "v": ["b"], "weight": [1]})},
            "ties have no column 'weight'",
        ),
        (
            {"events": pd.DataFrame({"giver": ["a"], "taker": ["b"], "kind": ["danced"]})},
            "row 1 of events, column 'kind': 'danced' is no one of message",
        ),
        (
            {"ties": pd.DataFrame({"u": ["a"], "v": ["b"], "since": ["soon"]})},
            "row 1 of ties, column 'since': 'soon' is no day",
        ),
        (
            {"people": pd.DataFrame({"id": ["a", "a"], "name": ["A", "B"]})},
            "row 2 of people: an earlier row has the id 'a' too",
        ),
    ],
)
def test_a_cell_that_cannot_be_meant_is_named(given: dict[str, Any], said: str) -> None:
    with pytest.raises(InvalidInput, match=said):
        frames.to_ledger(**given)
