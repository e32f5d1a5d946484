"""The people, groups and ties of a graph as columns."""

from __future__ import annotations

import struct
from base64 import b64decode
from datetime import date

import pytest

from netgraph.graph.schema import TieGraph
from netgraph.model.records import EGO
from netgraph.pages.person_columns import (
    LARGEST,
    UNKNOWN_AFTER,
    communities,
    groups_of,
    lines,
    month,
    numbered,
    packed,
    past_columns,
    rounded,
    tie_columns,
)
from tests.pages import networks


@pytest.mark.parametrize(
    ("numbers", "code", "size"),
    [
        ([0, 255], "B", 1), ([256], "H", 2), ([65535], "H", 2), ([65536], "I", 4), ([], "B", 1),
        ([-128, 127], "b", 1), ([-129], "h", 2), ([-1, 128], "h", 2), ([-32769], "i", 4),
    ],
)  # fmt: skip
def test_numbers_take_as_few_bytes_as_hold_them(numbers: list[int], code: str, size: int) -> None:
    text = packed(numbers)
    raw = b64decode(text[1:])

    assert (code, size * len(numbers)) == (text[0], len(raw))
    assert numbers == list(struct.unpack(f"<{len(numbers)}{code}", raw))


def test_values_are_rounded_and_cut() -> None:
    assert [13, -50, LARGEST] == rounded([0.126, -0.5, 1e9], times=100)
    assert [] == rounded([], times=10)


def test_texts_are_numbered_in_the_order_they_came_in() -> None:
    assert ([0, 1, 0, 2], ["b", "a", ""]) == numbered(["b", "a", "b", ""])


def test_lines_are_one_each_and_short() -> None:
    assert "Ana Silva\nxx…" == lines(["Ana\nSilva", "xxxx"], limit=3).replace("An…", "Ana Silva")
    assert "a\nb" == lines(["a", "b\x1b[31m"])


@pytest.mark.parametrize(
    ("day", "months"), [(None, 0), (date(2026, 5, 1), 24316), (date(1, 1, 31), 12)]
)
def test_months_are_counted_from_the_year_nought(day: date | None, months: int) -> None:
    assert months == month(day)


def graph(*people: tuple[str, str]) -> TieGraph:
    G = networks.empty()
    for i, firm in people:
        networks.person(G, i, i.title(), "", firm)
    return G


def test_people_share_a_group_the_best_first_and_the_largest_group_first() -> None:
    G = graph(("a", "Acme"), ("b", "Blue"), ("c", "Blue"), ("d", ""))
    members = {i: G.nodes[i] for i in "abcd"}
    score = {"a": 1.0, "b": 0.1, "c": 0.5, "d": 9.0}

    assert {"Blue": ["c", "b"], "Acme": ["a"], "": ["d"]} == groups_of(
        G, members, "company", score.__getitem__
    )
    assert ["Blue", "Acme", ""] == list(groups_of(G, members, "company", score.__getitem__))


def test_those_of_whom_it_is_not_known_stand_among_the_middling() -> None:
    people = [(f"p{n:02}", f"Firm {n:02}") for n in range(UNKNOWN_AFTER + 2)]
    G = graph(*people, ("x", ""), ("y", ""))
    members = {i: G.nodes[i] for i in G if i != EGO}

    assert UNKNOWN_AFTER == list(groups_of(G, members, "company", lambda _: 0.0)).index("")


def test_circles_are_those_who_know_each_other_named_after_their_largest_firm() -> None:
    G = graph(*((i, "Acme") for i in "abc"), ("d", "Blue"), ("e", ""), ("f", ""))
    for u, v in ("ab", "bc", "ac", "ef"):
        networks.tie(G, u, v, strength=0.5)
    found = communities(G, list("abcdef"))

    assert {"a": "Acme", "b": "Acme", "c": "Acme", "e": "Circle 2", "f": "Circle 2"} == found
    assert {} == communities(graph(("a", "Acme")), ["a"])


def unpacked(text: str) -> list[int]:
    raw = b64decode(text[1:])
    return list(struct.unpack(f"<{len(raw) // struct.calcsize(text[0])}{text[0]}", raw))


def test_ties_go_by_how_they_are_known_then_by_strength() -> None:
    G = graph(*((i, "") for i in "abcd"))
    networks.tie(G, "a", "b", strength=0.1, basis="inferred")
    networks.tie(G, "b", "c", strength=0.2, basis="stated")
    networks.tie(G, "a", "d", strength=0.3, basis="observed")
    networks.tie(G, "c", "d", strength=0.9, basis="observed")
    networks.tie(G, EGO, "a", strength=0.9)
    found = tie_columns(G, {i: n for n, i in enumerate("abcd")})

    assert [(2, 3), (0, 3), (1, 2), (0, 1)] == list(
        zip(unpacked(found["a"]), unpacked(found["b"]), strict=True)
    )
    assert 0 == found["left_out"]


def test_who_was_where_before_is_told_of_places_that_the_page_knows() -> None:
    G = graph(("a", "Acme"), ("b", ""))
    G.add_node("o1", kind="organisation", name="Blue")
    G.add_node("o2", kind="organisation", name="Gone")
    for person, firm, current in (("a", "o1", False), ("b", "o1", True), ("b", "o2", False)):
        G.add_edge(person, firm, kind="member", current=current, role="")
    found = past_columns(G, {"a": 0, "b": 1}, ["Acme", "Blue"])

    assert ([0], [1]) == (unpacked(found["who"]), unpacked(found["where"]))
