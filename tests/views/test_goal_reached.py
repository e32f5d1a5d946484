"""The moment a goal is reached."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from netgraph.journal.applications import apply
from netgraph.model.as_of import AsOf
from netgraph.model.records import (
    EGO,
    Event,
    EventKind,
    Ledger,
    Person,
    Referral,
    Statement,
    Step,
    Tie,
)
from netgraph.views.goal_reached import Arrival, arrival

DAY = date(2026, 5, 1)
PEOPLE = {
    "maya": Person("maya", "Maya"),
    "tom": Person("tom", "Tom", company="Acme"),
    "cy": Person("cy", "Cy", company="Blue"),
}
MET = Referral("r", "maya", "tom", steps=(Step(DAY, "named"), Step(DAY, "met")))
TALKS = tuple(Event(f"e{i}", EventKind.INTERVIEW, DAY, i, EGO) for i in ("tom", "cy"))
BOOK = Ledger(PEOPLE, events=TALKS, referrals=(MET,))


def chains(found: Arrival) -> list[list[str]]:
    return [[who.name for who in chain] for chain in found.chains]


def test_the_chains_lead_to_the_employer_that_made_the_offer() -> None:
    offer = apply(Ledger(), "Acme", "Analyst", status="offer", day=DAY)
    found = arrival(AsOf(replace(BOOK, applications=(offer,)), DAY))

    assert (("Acme",), [["Maya", "Tom"]]) == (found.companies, chains(found))
    assert ["tom", "maya"] == [thanks.id for thanks in found.thanks]


def test_without_an_offer_everybody_talked_with_is_an_end() -> None:
    saved = apply(Ledger(), "Acme", "Analyst", status="saved", day=DAY)
    found = arrival(AsOf(replace(BOOK, applications=(saved,)), DAY))

    assert () == found.companies
    assert [["Cy"], ["Maya", "Tom"]] == sorted(chains(found))


def test_a_talk_that_was_closed_goes_before_others() -> None:
    closed = replace(MET, steps=(*MET.steps, Step(DAY, "closed", "an offer")))
    found = arrival(AsOf(replace(BOOK, referrals=(closed,)), DAY))

    assert [["Maya", "Tom"]] == chains(found)


def test_whoever_looks_for_something_comes_first_among_those_to_help() -> None:
    needs = Statement("s", "cy", "needs", "a data engineer", DAY)
    people = {**PEOPLE, "eli": Person("eli", "Eli", title="Data Engineer")}
    ties = tuple(Tie(f"t{i}", EGO, i) for i in people)
    met = Event("e9", EventKind.TALKED, DAY, EGO, "eli")
    book = Ledger(people, events=(*TALKS, met), statements=(needs,), ties=ties)
    found = arrival(AsOf(book, DAY))

    assert "cy" == found.doors[0].id
    assert len(found.doors) <= 3


def test_where_nothing_happened_there_is_nobody_to_thank() -> None:
    assert Arrival((), (), (), ()) == arrival(AsOf(Ledger(), DAY))
