from __future__ import annotations

from datetime import date

from netgraph.pools.files import Known, Shares
from netgraph.pools.parts import part_of
from netgraph.pools.records import Records

DAY = date(2026, 5, 1)


def records(*people: Known) -> Records:
    return Records.of([part_of("m", DAY, Shares("Ana", "", me=("pa",), people=people))])


def test_everybody_has_a_number_in_the_order_of_their_keys() -> None:
    said = records(Known(("p2",), 1), Known(("e1", "n1"), 1))

    assert ["e1", "p2", "pa"] == said.keys.to_pylist()
    assert ([2, 2], [1, 0]) == (said.source.tolist(), said.target.tolist())
    assert ["pa"] == said.members


def test_the_closer_word_counts_and_the_first_of_equals() -> None:
    twice = Known(("p1",), 3, stated=True), Known(("p1",), 3)
    ties, stated = records(Known(("p1",), 1), *twice, Known(("pa",), 3)).ties()

    assert [("pa", "p1", 5 / 6)] == [tuple(row.values()) for row in ties.to_pylist()]
    assert [{"source": "pa", "target": "p1"}] == stated.to_pylist()


def test_what_most_say_counts_in_the_best_spelling() -> None:
    said = records(
        Known(("p1",), 1, "SIEMENS AG", level="head"),
        Known(("p1", "e1"), 1, "Siemens", level="junior", name="Cara"),
        Known(("e1",), 1, "Bosch", level="junior"),
    )

    assert {
        "person": "p1", "employer": "Siemens", "function": "", "level": "junior", "school": "",
        "name": "Cara",
    } == said.people({"pa": "Ana"}).to_pylist()[0]  # fmt: skip


def test_who_is_meant_by_marks_is_the_first_who_is_known() -> None:
    said = records(Known(("p1", "e1"), 1))

    assert ["p1", "pa", ""] == [*said.known([("x9", "e1"), ("pa", "p1"), ("x9",)])]
