from __future__ import annotations

import json
import re
import struct
from base64 import b64decode
from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgraph.graph.schema import TieGraph
from netgraph.model.errors import InvalidInput
from netgraph.model.records import EGO, Ask, Event, EventKind, Ledger, Step
from netgraph.pages import STANDINGS, Suggestion, map_html
from netgraph.pages.marks import standings
from netgraph.pages.person_columns import INFERRED_LIMIT, packed, tie_columns
from tests.pages import networks

DAY = date(2026, 4, 1)


def data_of(html: str) -> Any:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', html)
    assert found
    return json.loads(found.group(1))


def unpacked(text: str) -> list[int]:
    raw = b64decode(text[1:])
    return list(struct.unpack(f"<{len(raw) // struct.calcsize(text[0])}{text[0]}", raw))


def group_names(data: Any) -> list[str]:
    words = data["companies"].split("\n")
    return [words[k] for k in unpacked(data["groups"]["names"])]


def small() -> TieGraph:
    """Ana and Ben at Acme, Cleo nowhere; Ana gave ego three talks."""
    G = networks.empty()
    networks.person(G, "ana", "Ana Silva", "Data Scientist", "Acme")
    networks.person(G, "ben", "Ben Okri", "Designer", "Acme")
    networks.person(G, "cleo", "Cleo Ivanova", "", "")
    networks.tie(G, EGO, "ana", strength=0.5, taken=3.0, since=date(2020, 5, 1), last=DAY)
    networks.tie(G, EGO, "ben", strength=0.0)
    networks.tie(G, "ana", "ben", strength=0.1, basis="inferred")
    networks.tie(G, "ana", "cleo", strength=0.3, basis="stated")
    return G


@given(st.lists(st.integers(0, 2**32 - 1)) | st.lists(st.integers(-(2**31), 2**31 - 1)))
def test_packed_numbers_come_back(numbers: list[int]) -> None:
    assert numbers == unpacked(packed(numbers))


def test_people_stand_with_those_who_share_a_company_the_best_suggestion_first() -> None:
    data = data_of(
        map_html(small(), suggestions=[Suggestion("ben", 0.4, ("Old friend",))], by="company")
    )["map"]

    assert group_names(data) == ["Acme", ""]
    assert unpacked(data["groups"]["sizes"]) == [2, 1]
    assert data["names"].split("\n") == ["Ben Okri", "Ana Silva", "Cleo Ivanova"]
    told = {
        "i": 0,
        "score": 100,
        "ask": "interview",
        "sentence": "",
        "likely": "likely to say yes (50 %)",
        "toward": {},
        "reasons": ["Old friend"],
    }
    assert data["next"] == [told]


def test_what_a_tie_says_is_on_the_page() -> None:
    data = data_of(map_html(small()))["map"]
    ana = data["names"].split("\n").index("Ana Silva")
    column = {name: unpacked(text)[ana] for name, text in data["columns"].items()}

    assert (column["given"], column["taken"], column["balance"]) == (0, 30, -60)
    assert (column["strength"], column["basis"]) == (50, 1)
    assert (column["since"], column["last"]) == (2020 * 12 + 4, 2026 * 12 + 3)


def test_ties_between_others_come_with_their_basis_inferred_ones_last() -> None:
    data = data_of(map_html(small()))["map"]
    names = data["names"].split("\n")
    ties = {k: unpacked(data["ties"][k]) for k in ("a", "b", "basis")}

    pairs = [{names[a], names[b]} for a, b in zip(ties["a"], ties["b"], strict=True)]
    assert pairs == [{"Ana Silva", "Cleo Ivanova"}, {"Ana Silva", "Ben Okri"}]
    assert ties["basis"] == [2, 3]


def test_inferred_ties_beyond_the_limit_are_counted_not_drawn() -> None:
    G = networks.empty()
    people = [f"p{k}" for k in range(302)]
    for n in people:
        networks.person(G, n, n, "", "")
    pairs = [(u, v) for i, u in enumerate(people) for v in people[i + 1 :]]
    for u, v in pairs:
        networks.tie(G, u, v, strength=0.2, basis="inferred")

    columns = tie_columns(G, {n: i for i, n in enumerate(people)})

    assert columns["left_out"] == len(pairs) - INFERRED_LIMIT
    assert len(unpacked(columns["a"])) == INFERRED_LIMIT


def test_a_map_of_nobody_is_a_page_too() -> None:
    data = data_of(map_html(networks.empty()))["map"]

    assert data["names"] == ""
    assert unpacked(data["groups"]["sizes"]) == []


def test_discs_can_be_made_of_any_trait() -> None:
    G = small()
    G.nodes["ana"]["traits"] = {"school": frozenset({"Fundy", "Bay"})}

    data = data_of(map_html(G, by="school"))["map"]

    assert group_names(data) == ["Bay", ""]


@pytest.mark.parametrize(
    ("status", "stands"),
    [("planned", 1), ("asked", 2), ("agreed", 3), ("done", 4), ("declined", 5), ("silent", 5)],
)
def test_the_last_step_of_an_ask_says_how_it_stands(status: str, stands: int) -> None:
    book = Ledger(asks=(Ask("a", "ana", steps=(Step(DAY, status),)),))

    assert standings(book, as_of=DAY) == {"ana": stands}


def test_a_talk_with_somebody_not_asked_counts_and_what_is_yet_to_come_does_not() -> None:
    talks = (
        Event("e1", EventKind.TALKED, DAY, EGO, "ana"),
        Event("e2", EventKind.INTERVIEW, DAY, "ben", EGO),
        Event("e3", EventKind.TALKED, date(2026, 4, 2), EGO, "cleo"),
        Event("e4", EventKind.TALKED, DAY, "ana", "dan"),
        Event("e5", EventKind.MESSAGE, DAY, "dan", EGO),
    )

    found = standings(Ledger(events=talks), as_of=DAY, leads=["dan"])

    assert found == {"dan": 6, "ana": 4, "ben": 4}
    assert STANDINGS[6] == "Lead, not met yet"


@pytest.mark.long
def test_thirty_thousand_people_fit_in_three_megabytes() -> None:
    html = networks.whole_map(networks.network(30_000))

    assert len(html.encode()) <= 3_000_000


def test_only_titles_and_companies_can_be_hidden() -> None:
    with pytest.raises(InvalidInput, match="titles or companies"):
        map_html(small(), hide=["names"])  # type: ignore[list-item]


def test_people_who_know_each_other_make_a_circle_named_after_where_most_of_them_work() -> None:
    data = data_of(map_html(small(), by="community"))["map"]

    assert group_names(data) == ["Acme"]


def test_circles_of_one_company_are_told_apart() -> None:
    G = networks.empty()
    for n in "abcd":
        networks.person(G, n, n, "", "Acme")
    networks.tie(G, "a", "b", strength=0.5)
    networks.tie(G, "c", "d", strength=0.5)

    assert group_names(data_of(map_html(G, by="community"))["map"]) == ["Acme", "Acme (2)"]


def test_groups_come_largest_first() -> None:
    sizes = unpacked(
        data_of(map_html(networks.network(400), by="company"))["map"]["groups"]["sizes"]
    )

    assert all(a >= b for a, b in pairwise(sizes[:12]))
