from __future__ import annotations

from datetime import date

import pytest

from netgraph.identity.organisations import organisations_in
from netgraph.model.as_of import AsOf
from netgraph.model.errors import InvalidInput
from netgraph.model.records import (
    CONNECTION,
    EGO,
    Basis,
    Goal,
    Ledger,
    Origin,
    Person,
    Source,
    Step,
    Tie,
)
from netgraph.pools.centre import (
    Broker,
    Reached,
    brokers,
    gaps,
    known_on,
    reached,
    students_on,
    tables_on,
    ways,
)

MAY_1 = date(2026, 5, 1)
STUDENTS = {"ana": "Ana Silva", "ben": "Ben Ode", "cem": "Cem Ak"}
OTHERS = {
    "bert": ("Bert Boss", "Acme", "CEO"),
    "xia": ("Xia Li", "Siemens", "Head of Marketing"),
    "yan": ("Yan Lo", "Oak", "Clerk"),
    "ana2": ("Ana Silva", "", ""),
}
KNOWS = {"ana": ["bert"], "ben": ["bert", "xia"], "cem": ["ana2", "yan"], EGO: ["yan"]}


def view(*goals: Goal, knows: dict[str, list[str]] = KNOWS) -> AsOf:
    """Three students' exports in one store; Cem has Ana among his contacts."""
    people = [Person(EGO, "The adviser")]
    people += [Person(i, name, origin=Origin.LENDER) for i, name in STUDENTS.items()]
    people += [Person(i, n, company=at, title=job) for i, (n, at, job) in OTHERS.items()]
    ties = [
        Tie(f"{u}-{v}", u, v, Basis.OBSERVED, CONNECTION, source=f"linkedin:{u}")
        for u, some in knows.items()
        for v in some
    ]
    sources = [Source(f"linkedin:{i}", "linkedin", owner=i) for i in (*STUDENTS, EGO)]
    firms = organisations_in(people, Ledger())
    spelling = {name: firm.id for firm in firms for name in firm.spellings}
    ledger = Ledger.of(*people, *firms, *ties, *sources, *goals)
    return AsOf(
        Ledger(
            ledger.people, ledger.organisations, ties=ledger.ties, sources=ledger.sources,
            goals=ledger.goals, spelling=spelling,
        ),
        MAY_1,
    )  # fmt: skip


def test_who_lent_an_export_is_a_student() -> None:
    assert ("ana", "ben", "cem") == students_on(view())


def test_a_student_in_anothers_list_is_that_student() -> None:
    assert {"ana", "yan"} == known_on(view())["cem"].keys()


def test_the_tables_have_every_tie_both_ways_and_not_the_advisers() -> None:
    ties = tables_on(view()).ties.to_pylist()

    assert 10 == len(ties)
    assert {(t["source"], t["target"]) for t in ties} == {(t["target"], t["source"]) for t in ties}
    assert EGO not in {t["source"] for t in ties}


def test_a_chain_of_three_through_somebody_whom_two_students_know() -> None:
    name, found = ways(view(), "Ana Silva", "siemens")

    assert "Siemens" == name
    assert [("Ana Silva", "Bert Boss", "Ben Ode", "Xia Li")] == [w.people for w in found]
    assert "Head of Marketing" == found[0].job
    # 0.30 + 0.55 / 6 for each of three ties that are barely known
    assert (0.30 + 0.55 / 6) ** 3 == pytest.approx(found[0].chance)


def test_the_likeliest_way_comes_first_and_none_is_longer_than_three() -> None:
    assert [("Ben Ode", "Xia Li")] == [w.people for w in ways(view(), "ben ode", "Xia Li")[1]]
    assert ("Siemens", []) == ways(view(), "cem", "Siemens")


def test_who_lent_nothing_is_no_student() -> None:
    with pytest.raises(InvalidInput, match="Yan Lo has lent no export"):
        ways(view(), "Yan Lo", "Siemens")
    with pytest.raises(InvalidInput, match="no export of anybody else"):
        students_on(AsOf(Ledger(), MAY_1))


def test_which_employers_are_reached_by_whom() -> None:
    assert [
        Reached("Acme", 1, ("Ana Silva", "Ben Ode")),
        Reached("Oak", 1, ("Cem Ak",)),
        Reached("Siemens", 1, ("Ben Ode",)),
    ] == reached(view())


def test_what_goals_name_and_nobody_reaches() -> None:
    goal = Goal("g", "x", companies=("Google", "siemens"), steps=(Step(MAY_1, "open"),))

    assert ["Google"] == gaps(view(goal))


def test_who_alone_joins_students_and_who_alone_reaches_employers() -> None:
    found = {b.name: b for b in brokers(view())}

    assert Broker("Bert Boss", False, 2, 1, 0) == found["Bert Boss"]
    assert Broker("Ben Ode", True, 0, 0, 1) == found["Ben Ode"]
    assert Broker("Ana Silva", True, 1, 0, 0) == found["Ana Silva"]


def test_two_who_join_the_same_students_are_no_brokers() -> None:
    knows = {**KNOWS, "ana": ["bert", "xia"]}

    assert 0 == sum(b.pairs for b in brokers(view(knows=knows)))
