"""What came of the doors that were opened: generations, branches, ends, whom to thank."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given

from netgraph.measures.lineage_measures import (
    ASLEEP,
    Branch,
    branches,
    credit,
    days_to_meet,
    ended,
    generations,
)
from netgraph.measures.referrals import lineage
from netgraph.model.actions import Action
from netgraph.model.errors import UnknownName
from netgraph.model.records import EGO, Event, EventKind, Ledger, Referral, Step
from tests.lineages import LATER, MAY_1, chain, named
from tests.strategies import TODAY, ledgers


def test_a_name_without_a_step_for_a_quarter_came_to_nothing() -> None:
    book = Ledger(referrals=(named("maya", "tom"),))

    assert [] == ended(lineage(book, as_of=MAY_1 + timedelta(days=90)))
    [tom] = ended(lineage(book, as_of=MAY_1 + timedelta(days=91)))
    assert ("tom", "no step for a while", MAY_1) == (tom.person, tom.why, tom.since)


def test_one_introducer_whose_name_still_works_keeps_a_branch_open() -> None:
    book = Ledger(referrals=(named("maya", "tom", "declined"), named("ben", "tom", "asked", day=3)))

    assert [] == ended(lineage(book, as_of=MAY_1 + timedelta(days=10)))


def test_credit_is_shared_by_all_up_the_chain_and_adds_up_to_one() -> None:
    book = Ledger(
        referrals=(
            named("a", "c"),
            named("b", "c", day=1),
            named("c", "d", day=2),
            named("x", "d", day=3),
        )
    )
    # d: c and x half each; c passes its half to a and b: 1/2 + 1/2 + 1/4 + 1/4 = 3/2
    expected = {"c": 1 / 3, "a": 1 / 6, "b": 1 / 6, "x": 1 / 3}

    assert expected == pytest.approx(credit(lineage(book, as_of=LATER), "d"))


def test_a_root_owes_nobody_and_a_stranger_is_refused() -> None:
    tree = lineage(chain("a", "b"), as_of=LATER)

    assert {} == credit(tree, "a")
    with pytest.raises(UnknownName):
        credit(tree, "nobody")


def test_generations_are_counted_with_who_was_met_and_how_many_followed() -> None:
    book = Ledger(
        referrals=(
            named("maya", "tom", "met"),
            named("maya", "ana", day=1),
            named("tom", "bo", "met", day=2),
            named("tom", "cy", "met", day=3),
            named("tom", "di", day=4),
        )
    )

    found = generations(lineage(book, as_of=LATER))

    assert [(0, 1, 1), (1, 2, 1), (2, 3, 2)] == [(g.generation, g.people, g.met) for g in found]
    assert [1.0, 2.0, 0.0] == [g.branching.value for g in found]
    assert [None, 1, 1] == [g.days for g in found]


def test_nobody_named_is_no_generation() -> None:
    tree = lineage(Ledger(), as_of=LATER)

    assert ([], [], []) == (generations(tree), ended(tree), branches(Ledger(), tree))


def test_days_to_meet_are_the_median_of_those_known() -> None:
    def met(person: str, days: int) -> Referral:
        steps = Step(MAY_1, "named"), Step(MAY_1 + timedelta(days=days), "met")
        return Referral(person, "maya", person, steps=steps)

    undated = Referral("x", "maya", "eve", steps=(Step(None, "named"), Step(MAY_1, "met")))
    people = (met("a", 0), met("b", 4), met("c", 10), named("maya", "d"), undated)
    tree = lineage(Ledger(referrals=people), as_of=LATER)

    assert 4 == days_to_meet(tree, ["maya", "a", "b", "c", "d", "eve"])
    assert 2 == days_to_meet(tree, ["a", "b"])
    assert days_to_meet(tree, ["maya", "d", "eve"]) is None


def test_a_branch_has_all_below_its_root_and_the_talks_with_them() -> None:
    def talk(i: int, kind: EventKind, person: str, day: int) -> Event:
        return Event(f"e{i}", kind, MAY_1 + timedelta(days=day), EGO, person)

    book = Ledger(
        events=(
            talk(1, EventKind.INTERVIEW, "c", 12),
            talk(2, EventKind.TALKED, "b", 2),
            talk(3, EventKind.TALKED, "a", 2),  # the root's own
            talk(4, EventKind.INTERVIEW, "c", 81),  # not yet
            talk(5, EventKind.MESSAGE, "b", 2),
        ),
        referrals=(*chain("a", "b", "c").referrals, named("z", "c", day=5)),
    )

    found = branches(book, lineage(book, as_of=LATER))

    assert [Branch("a", 2, 2, 2, 1, 2), Branch("z", 1, 1, 1, 1, 1)] == found


@pytest.mark.parametrize(
    ("status", "why"),
    [("declined", "declined"), ("silent", "silent"), ("closed", "closed")],
)
def test_a_name_that_is_over_says_why_and_since_when(status: str, why: str) -> None:
    book = Ledger(referrals=(named("maya", "tom", status),))

    [tom] = ended(lineage(book, as_of=MAY_1 + timedelta(days=1)))

    assert ("tom", "maya", why, MAY_1 + timedelta(days=1)) == (
        tom.person,
        tom.introducer,
        tom.why,
        tom.since,
    )


def test_who_was_met_did_not_come_to_nothing_and_a_quarter_is_ninety_days() -> None:
    assert timedelta(days=90) == ASLEEP
    assert [] == ended(lineage(chain("a", "b"), as_of=MAY_1 + timedelta(days=900)))
    undated = Ledger(referrals=(Referral("r", "a", "b", steps=(Step(None, "named"),)),))
    assert [] == ended(lineage(undated, as_of=LATER))


@given(ledgers())
def test_credit_adds_up_to_one_for_all_but_roots(book: Ledger) -> None:
    tree = lineage(book, as_of=TODAY)

    for person in tree.G:
        shares = credit(tree, person)
        assert pytest.approx(0 if person in tree.roots else 1) == sum(shares.values())
        assert all(0 < share <= 1 for share in shares.values())


def test_of_several_who_passed_a_name_on_the_last_word_says_why_it_ended() -> None:
    book = Ledger(
        referrals=(named("maya", "tom", "declined", day=5), named("ben", "tom", "silent", day=1))
    )
    [tom] = ended(lineage(book, as_of=LATER))

    assert ("maya", "declined", MAY_1 + timedelta(days=6)) != (tom.introducer, tom.why, tom.since)
    assert ("declined", MAY_1 + timedelta(days=6)) == (tom.why, tom.since)


def test_whoever_was_not_named_leads_to_the_tree() -> None:
    with pytest.raises(UnknownName, match="nobody was not named by anybody") as error:
        credit(lineage(chain("maya", "tom"), as_of=LATER), "nobody")
    assert Action("tree") == error.value.action
