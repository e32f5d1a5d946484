"""What the user stated and logged, in lines of a card and back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from netgraph.model import ids
from netgraph.model.records import (
    EGO,
    Ask,
    Basis,
    Event,
    EventKind,
    Fact,
    Goal,
    Ledger,
    Person,
    Referral,
    Relation,
    Statement,
    Step,
    Tie,
)
from netgraph.sources.own_facts import FACT, by_card, fact_in, line_of, uid

DAY = date(2026, 4, 1)
PEOPLE = ("ana", "ben")
FACTS: list[Fact] = [
    Ask("a1", "ana", target="ben", introducer="ben", steps=(Step(DAY, "asked", "by; mail, \\o/"),)),
    Ask("a2", "ana", want="", target="a job\nin wind"),
    Referral("r1", "ana", "ben", EGO, "a1", (Step(None, "offered", by="ana"),)),
    Statement(ids.statement("ana", "not_before", DAY), "ana", "not_before", date(2026, 6, 1), DAY),
    Statement(ids.statement("ana", "tag", None), "ana", "tag", ("rowing", "a;b")),
    Statement(ids.statement("ana", "never_ask", None), "ana", "never_ask", value=True),
    Tie(ids.stated_tie("ana", "ben", DAY), "ana", "ben", known=False, day=DAY),
    Relation(ids.relation("ana", EGO, "mentor of", None), "ana", EGO, "mentor of", "mentee of"),
    Event("e1", EventKind.INTRODUCTION, DAY, "ana", EGO, 'said "hi"', about="ben", value=2.5),
    Goal("g1", "wind", companies=("Acme",)),
]


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: type(fact).__name__)
def test_a_fact_comes_back_as_it_was_about_the_people_here(fact: Fact) -> None:
    _, _, rest = line_of(fact, PEOPLE).partition(";KIND=")
    kind, _, value = rest.partition(":")

    back = fact_in(kind, value, {uid(i): i for i in (EGO, *PEOPLE)})
    other = fact_in(kind, value, {uid(EGO): EGO, uid("ana"): "x1", uid("ben"): "x2"})

    assert fact == back
    assert type(fact) is type(other)
    assert "ana" not in str(other)


def test_a_fact_about_somebody_without_a_card_is_left_out() -> None:
    _, _, value = line_of(FACTS[2], PEOPLE).partition(":")

    assert fact_in("referral", value, {uid(EGO): EGO, uid("ana"): "ana"}) is None


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("person", '{"id": "me"\\, "name": "x"}'),
        ("match", "{}"),
        ("ask", "[]"),
        ("ask", '{"id": "a"}'),
        ("ask", '{"id": 3\\, "person": {}}'),
        ("tie", "{" * 100_000),
        ("", ""),
    ],
)
def test_what_is_no_fact_of_the_users_is_none(kind: str, value: str) -> None:
    assert fact_in(kind, value, {uid(EGO): EGO}) is None


def test_each_fact_stands_once_with_the_first_whom_it_names_a_goal_with_its_ask() -> None:
    people = {i: Person(i, i) for i in (EGO, *PEOPLE)}
    goal = Goal("g1", "wind")
    ask = Ask("a1", "ben", goal="g1")
    heard = Event("e2", EventKind.MESSAGE, DAY, "ana", EGO, source="linkedin")
    seen = Tie("t2", EGO, "ana", Basis.OBSERVED)
    tie = Tie("t1", EGO, "ana")
    book = Ledger(people, asks=(ask, replace(ask, id="a2")), goals=(goal,), events=(heard,),
                  ties=(seen, tie))  # fmt: skip

    assert {"ana": [tie], "ben": [goal, ask, replace(ask, id="a2")]} == by_card(book)
    assert line_of(tie, PEOPLE).startswith(f"{FACT};KIND=tie:")
