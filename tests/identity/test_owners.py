"""Friends who lent their export: who they are, and where ego is in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from netgraph.identity.groups import Groups
from netgraph.identity.owners import between_others, ego_by_name, known_lenders, lender, lent
from netgraph.model import ids
from netgraph.model.records import (
    EGO,
    YOU,
    Correspondence,
    EventKind,
    Gathering,
    Ledger,
    Origin,
    Person,
    Position,
    Source,
    Tie,
)

DAY = date(2025, 5, 1)
BO = ids.lender("Bo Chen")
OWN, THEIRS = Source("linkedin", "linkedin"), Source("bo-linkedin", "linkedin", owner=BO)
SOURCES = (OWN, THEIRS)
ROBIN = Person(EGO, "Robin Hale", "linkedin")
FRIEND = Person("b", "BO CHEN", "linkedin")


def test_a_friend_goes_with_the_last_of_their_exports() -> None:
    first = replace(THEIRS, id="a-of-bo")

    assert Person(BO, "Bo Chen", YOU, origin=Origin.LENDER) == lender("Bo Chen")
    assert "bo-linkedin" == lender("bo  chen", SOURCES).source
    assert "a-of-bo" == lender("Bo Chen", (THEIRS, first, OWN)).source


def test_what_is_lent_is_what_somebody_else_owns() -> None:
    assert {"bo-linkedin"} == lent(SOURCES)
    assert frozenset() == lent([OWN])


def known(*others: Person, joined: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    people = {p.id: p for p in (ROBIN, lender("Bo Chen", SOURCES), *others)}
    groups = Groups(people)
    for i in joined:
        groups.join(joined[0], i)
    return [pair for pair, _ in known_lenders(Ledger(people, sources=SOURCES), groups)]


def test_a_friend_is_who_alone_has_the_name_among_those_ego_knows() -> None:
    twin = replace(FRIEND, id="c", source="google")

    assert [tuple(sorted((BO, "b")))] == known(FRIEND)
    assert [] == known(FRIEND, twin)
    assert [tuple(sorted((BO, "b")))] == known(FRIEND, twin, joined=("b", "c"))
    assert [] == known(replace(FRIEND, source="bo-linkedin"))
    assert [] == known(replace(FRIEND, name="Bo Chan"))
    assert [] == known()


def test_a_person_who_was_met_as_such_is_no_lender_to_be_found() -> None:
    people = {EGO: ROBIN, BO: Person(BO, "Bo Chen"), "b": FRIEND}

    assert [] == list(known_lenders(Ledger(people, sources=SOURCES), Groups(people)))


def test_ego_is_who_bears_their_name_in_a_friends_export_and_is_told_by_name_only() -> None:
    me = Person("r", "robin hale", "bo-linkedin", origin=Origin.MENTIONED)

    def found(one: Person, joined: tuple[tuple[str, str], ...] = ()) -> list[str]:
        book = Ledger({EGO: ROBIN, one.id: one}, sources=SOURCES)
        return [i for pair, _ in ego_by_name(book, joined) for i in pair if i != EGO]

    assert ["r"] == found(me)
    assert [] == found(replace(me, origin=Origin.LISTED))
    assert [] == found(replace(me, source="linkedin"))
    assert [] == found(replace(me, name="Robin Hall"))
    assert [] == found(me, (("q", "r"),))


@pytest.mark.parametrize("sources", [(OWN,), ()])
def test_without_a_friends_export_nobody_else_is_ego(sources: tuple[Source, ...]) -> None:
    me = Person("r", "Robin Hale", "linkedin", origin=Origin.MENTIONED)

    assert [] == list(ego_by_name(Ledger({EGO: ROBIN, "r": me}, sources=sources), ()))
    assert [] == list(ego_by_name(Ledger({"r": me}, sources=SOURCES), ()))


def told(source: str, i: str) -> Ledger:
    """Return of everything that a source can tell of somebody one."""
    return Ledger(
        sources=SOURCES,
        positions=(Position("w", i, "Acme", source=source),),
        correspondence=(
            Correspondence(EventKind.MESSAGE, i, "bo", (DAY,), source),
            Correspondence(EventKind.MESSAGE, "bo", i, (DAY,), source),
        ),
        ties=(Tie("t1", "bo", i, source=source), Tie("t2", i, "bo", source=source)),
        gatherings=(
            Gathering("g1", "conversation", DAY, ("bo", i), source=source),
            Gathering("g2", "conversation", DAY, ("bo", "cy", i), source=source),
        ),
    )


@pytest.mark.parametrize("i", [EGO, "r"])
def test_what_a_friends_export_tells_of_ego_is_left_out(i: str) -> None:
    rest = between_others(told("bo-linkedin", i), {"r": EGO})

    assert ((), (), ()) == (rest.positions, rest.correspondence, rest.ties)
    assert [("g2", ("bo", "cy"))] == [(g.id, g.people) for g in rest.gatherings]


@pytest.mark.parametrize(("source", "i"), [("bo-linkedin", "ana"), ("linkedin", EGO)])
def test_what_it_tells_of_others_and_what_egos_own_tells_stays(source: str, i: str) -> None:
    book = told(source, i)

    assert book == between_others(book, {"r": EGO})
