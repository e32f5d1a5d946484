"""The ways to a person or employer, or who might lead there."""

from __future__ import annotations

from datetime import date

import pytest

from netgraph.model.as_of import AsOf
from netgraph.model.errors import AmbiguousName, UnknownName
from netgraph.model.records import (
    EGO,
    Goal,
    Ledger,
    Organisation,
    Person,
    Position,
    Statement,
    Tie,
)
from netgraph.views.routes import Target, find_routes

DAY = date(2026, 5, 1)
ACME = Organisation("o1", "Acme", spellings=("Acme",))
PEOPLE = {
    "ana": Person("ana", "Ana Silva"),
    "ben": Person("ben", "Ben Ode", company="Acme", title="Nurse"),
    "cy": Person("cy", "Cy Dee"),
    "di": Person("di", "Di Ek"),
}
TIES = (Tie("t1", EGO, "ana"), Tie("t2", "ana", "ben"))


def view(**facts: object) -> AsOf:
    said = {"ties": TIES, **facts}
    return AsOf(Ledger(PEOPLE, {"o1": ACME}, spelling={"Acme": "o1"}, **said), DAY)  # type: ignore[arg-type]


def test_a_person_is_reached_through_who_knows_them() -> None:
    found = find_routes(view(), "Ben")
    [row] = found.paths

    assert Target("ben", "Ben Ode") == found.target
    assert ["you", "Ana Silva", "Ben Ode"] == ["you" if w.id == EGO else w.name for w in row.people]
    assert 0 < row.chance < 1
    assert 2 == len(row.evidence)
    assert (False, "", ()) == (row.fits, row.waits, found.advice)


def test_an_employer_is_reached_through_who_is_there() -> None:
    goal = Goal("g", "nurse")
    found = find_routes(view(goals=(goal,)), "acme")

    assert Target("o1", "Acme") == found.target
    assert [("ben", True)] == [(row.people[-1].id, row.fits) for row in found.paths]


def test_who_used_to_be_there_is_named_beside() -> None:
    job = Position("w", "cy", "Acme", end="2020")
    found = find_routes(view(positions=(job,), ties=(*TIES, Tie("t3", EGO, "cy"))), "Acme")

    assert ["cy"] == [s.id for s in found.before]


def test_the_first_of_a_way_may_have_to_be_left_alone() -> None:
    wait = Statement("s", "ana", "not_before", date(2026, 6, 1), DAY)
    [row] = find_routes(view(statements=(wait,)), "Ben").paths

    assert row.waits.startswith("not before 2026-06-01: ")


def test_as_many_ways_as_wanted_the_likeliest_first() -> None:
    ties = (*TIES, Tie("t3", EGO, "cy", closeness="close"), Tie("t4", "cy", "ben"))
    one, both = (find_routes(view(ties=ties), "Ben", limit=n).paths for n in (1, 3))

    assert ["cy", "ana"] == [row.people[1].id for row in both]
    assert one == both[:1]


def test_without_a_way_there_is_advice_what_would_make_one() -> None:
    found = find_routes(view(), "Di Ek")

    assert (Target("di", "Di Ek"), ()) == (found.target, found.paths)
    assert found.advice


def test_words_that_name_nobody_are_an_employer_where_nobody_is_known() -> None:
    found = find_routes(view(), "Globex")

    assert (Target(None, "Globex"), ()) == (found.target, found.paths)
    assert found.advice


@pytest.mark.parametrize(("words", "error"), [("Ana Silvia", UnknownName)])
def test_a_name_that_is_like_somebodys_is_asked_about(words: str, error: type[Exception]) -> None:
    with pytest.raises(error, match="Ana Silva"):
        find_routes(view(), words)


def test_a_name_of_two_is_asked_about() -> None:
    people = {**PEOPLE, "ana2": Person("ana2", "Ana Silva")}
    with pytest.raises(AmbiguousName):
        find_routes(AsOf(Ledger(people, ties=TIES), DAY), "Ana Silva")


def test_who_may_know_somebody_by_the_users_word_comes_first_and_who_does_not_is_left_out() -> None:
    said = (
        Statement("s1", "di", "may_know_at", ("Oak Ltd",), DAY),
        Statement("s2", "ana", "knows_nobody_at", ("Oak",), DAY),
    )
    ties = (*TIES, Tie("t3", EGO, "di"), Tie("t4", EGO, "cy"))
    found = find_routes(view(ties=ties, statements=said), "Oak")

    assert ("di", "you said that they may know somebody at Oak") == (
        found.might_lead[0].id,
        found.might_lead[0].why,
    )
    assert "ana" not in {lead.id for lead in found.might_lead}
