"""What the answers mean: expected values worked out by hand, from the engine of every day."""

from __future__ import annotations

from math import log

import pytest

from netgraph.model.errors import InvalidInput
from netgraph.pools.engines import opened
from netgraph.pools.questions import Chain, Introducer, Wanted
from netgraph.pools.tables import Tables
from tests.pools.pools import by_hand, tie

SIEMENS = Wanted(employer="Siemens")


def introducers(
    wanted: Wanted, asker: str | None = None, *, pool: Tables | None = None
) -> list[Introducer]:
    with opened(pool or by_hand()) as asked:
        return asked.introducers(wanted, asker=asker)


def test_who_has_most_reach_is_asked_first() -> None:
    found = introducers(SIEMENS)

    assert [("c", "q"), ("c", "p"), ("b", "q"), ("a", "p")] == [(i.member, i.person) for i in found]
    by_c, by_b, by_a = found[0].reach, found[2].reach, found[3].reach
    assert 0.4 * (0.8 + 0.4) / log(1 + 4) == pytest.approx(by_c, abs=1e-9)
    assert 0.4 * 0.5 / log(1 + 3) == pytest.approx(by_b, abs=1e-9)
    assert 0.4 * 0.2 / log(1 + 2) == pytest.approx(by_a, abs=1e-9)


def test_a_request_passes_by_two_ties() -> None:
    first = introducers(SIEMENS)[0]

    assert 0.8 == first.strength
    assert (0.30 + 0.55 * 0.4) * (0.30 + 0.55 * 0.8) == pytest.approx(first.chance, abs=1e-9)


def test_for_an_asker_counts_the_tie_with_the_member_by_the_word_of_either() -> None:
    (by_b, *rest) = introducers(Wanted(person="r"), "b"), introducers(Wanted(person="q"), "a")
    (through_c,) = by_b
    through_b = next(i for i in rest[0] if i.member == "b")

    assert 0.4 * 0.8 / log(1 + 4) == pytest.approx(through_c.reach, abs=1e-9)
    assert 0.8 * 0.5 / log(1 + 3) == pytest.approx(through_b.reach, abs=1e-9)


def test_nobody_is_introduced_to_whom_they_know_or_to_themselves() -> None:
    assert ["q"] * 2 == [i.person for i in introducers(SIEMENS, "a")]
    assert [] == introducers(Wanted(person="b"), "b")
    assert ["a", "c"] == sorted(i.member for i in introducers(Wanted(person="b")))


def test_everything_that_is_given_has_to_fit() -> None:
    assert {"p"} == {i.person for i in introducers(Wanted("Siemens", "engineering", "head"))}
    assert [] == introducers(Wanted("Bosch", level="head"))
    assert {"r"} == {i.person for i in introducers(Wanted(school="ETH"))}


def test_members_of_equal_reach_are_in_the_order_of_their_keys() -> None:
    ties = [tie(m, "p") for m in ("c", "a", "b")]
    pool = Tables.of([{"person": "p", "level": "head"}], ties, [])

    assert ["a", "b", "c"] == [i.member for i in introducers(Wanted(level="head"), pool=pool)]


def chains(asker: str, wanted: Wanted = SIEMENS) -> list[Chain]:
    with opened(by_hand()) as asked:
        return asked.chains(asker, wanted)


def test_the_likeliest_chain_comes_first() -> None:
    to_b, to_c, at_q = 0.30 + 0.55 * 0.8, 0.30 + 0.55 * 0.4, 0.30 + 0.55 * 0.5
    by_c = 0.30 + 0.55 * 0.8
    expected = [
        ("b", "", "q", 2, to_b * at_q),
        ("", "", "p", 1, 0.30 + 0.55 * 0.2),
        ("b", "c", "q", 3, to_b * to_c * by_c),
        ("b", "c", "p", 3, to_b * to_c * to_c),
    ]

    found = chains("a")
    assert [row[:4] for row in expected] == [row[:4] for row in found]
    assert [row[4] for row in expected] == pytest.approx([row.chance for row in found], abs=1e-9)


def test_nobody_stands_in_a_chain_twice() -> None:
    assert all(len({"c", *row[:3]} - {""}) == row.links + 1 for row in chains("c"))
    assert [("", "", "b", 1)] == [row[:4] for row in chains("a", Wanted(employer="Ford"))]


def test_somebody_who_says_nothing_has_no_chains() -> None:
    assert [] == chains("p", Wanted(employer="Bosch"))
    assert [] == chains("nobody")


def test_something_has_to_be_looked_for() -> None:
    with pytest.raises(InvalidInput, match="say what is looked for"):
        introducers(Wanted())
