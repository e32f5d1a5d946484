"""Groups of records that are one person: none holds two people, and the user's word stands."""

from __future__ import annotations

from dataclasses import replace

import pytest

from netgraph.identity.clustering import grouped, homonyms
from netgraph.identity.compared import Traits, traits
from netgraph.identity.groups import Groups
from netgraph.model.records import Ledger, Person


def of(*people: Person) -> dict[str, Traits]:
    return {t.record.id: t for t in traits(Ledger({p.id: p for p in people}))}


ANA = Person("a", "Ana Silva", "linkedin", urls=("in/ana",))
SAME = Person("b", "Ana Silva", "google")
TWIN = Person("c", "Ana Silva", "linkedin", urls=("in/ana-2",))
THREE = of(ANA, SAME, TWIN)
NOBODY: set[tuple[str, str]] = set()


def test_the_surest_pair_goes_first_and_no_group_holds_two_people() -> None:
    first = grouped(THREE, [("a", "b"), ("b", "c")], same=NOBODY, apart=NOBODY)
    other = grouped(THREE, [("b", "c"), ("a", "b")], same=NOBODY, apart=NOBODY)

    assert ["a", "b"] == sorted(first.members("b"))
    assert ["b", "c"] == sorted(other.members("b"))


def test_what_the_user_took_apart_no_rule_joins_not_even_through_a_third() -> None:
    records = of(ANA, SAME, replace(SAME, id="d", source="outlook"))
    groups = grouped(records, [("a", "b"), ("b", "d")], same=NOBODY, apart={("a", "d")})

    assert ["a", "b"] == sorted(groups.members("a"))


def test_what_the_user_says_is_one_is_one_whatever_it_looks_like() -> None:
    groups = grouped(THREE, [], same={("a", "c"), ("a", "gone")}, apart=NOBODY)

    assert ["a", "c"] == sorted(groups.members("a"))


@pytest.mark.parametrize(
    ("third", "joined"),
    [
        (Person("d", "Bo Chen", "outlook"), False),
        (Person("d", "A. Silva", "outlook"), True),
        (Person("d", "x@example.org", "outlook"), True),
        (Person("d", "Bo Chen", "outlook", urls=("in/ana",)), True),
    ],
)
def test_whoever_comes_in_must_be_able_to_be_everybody_there(third: Person, joined: bool) -> None:
    groups = grouped(of(ANA, SAME, third), [("a", "b"), ("b", "d")], same=NOBODY, apart=NOBODY)

    assert joined == ("d" in groups.members("a"))


def test_a_pair_that_was_proved_is_not_doubted_for_its_names() -> None:
    other = Person("d", "Bo Chen", "outlook")
    proved = [("a", "b"), ("a", "d"), ("b", "d")]

    groups = grouped(of(ANA, SAME, other), proved, same=NOBODY, apart=NOBODY)

    assert ["a", "b", "d"] == sorted(groups.members("a"))


def test_namesakes_are_counted_in_the_source_that_has_most_and_the_two_are_one() -> None:
    one, two = replace(ANA, id="p1"), replace(TWIN, id="p2")
    three, bo = replace(TWIN, id="p3", urls=("in/ana-3",)), Person("p4", "Bo Chen", "linkedin")
    records = of(one, two, three, bo, SAME)
    groups = Groups(records)
    count = homonyms(records, groups)

    assert 3 == count(records["p1"], records["b"])
    assert 2 == count(records["p1"], records["p2"])
    groups.join("p2", "p3")
    again = homonyms(records, groups)
    assert 2 == again(records["p1"], records["b"])
    assert 1 == again(records["p1"], records["p2"])
