"""What is due about asks: one follow-up, then somebody else, then nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from netgraph.model.records import (
    EGO,
    Ledger,
    Referral,
    Statement,
    Step,
)
from tests.agenda.duties import MAY_4, PEOPLE, asked, listed, of


def test_one_follow_up_and_then_let_go() -> None:
    once, twice = of(asks=(asked(0),)), of(asks=(asked(0, 9),))

    assert [("follow up", "cleo", 9, False)] == listed(once, 9)  # seven business days
    assert [("follow up", "cleo", 9, True)] == listed(once, 10)
    assert [("let go", "cleo", 18, False)] == listed(twice, 18)
    assert [] == listed(of(asks=(asked(0, 9, end="silent"),)), 40)


def test_a_follow_up_that_comes_far_too_late_is_let_go() -> None:
    assert [("let go", "cleo", 9, False)] == listed(of(asks=(asked(0),)), 40)


@pytest.mark.parametrize("end", ["agreed", "done", "declined", "silent"])
def test_an_answer_ends_the_waiting(end: str) -> None:
    assert [] == listed(of(asks=(asked(0, end=end),)), 12)


def test_a_second_person_after_three_business_days_and_never_a_third() -> None:
    one = of(asks=(asked(0, person="ana"),))
    both = of(asks=(asked(0, person="ana"), asked(3, person="ben")))

    assert ("second person", "ben", 3, False) in listed(one, 3)
    assert "second person" not in [row[0] for row in listed(both, 4, days=1)]


def test_only_for_a_talk_somebody_else_at_the_employer_is_asked() -> None:
    favour = replace(asked(0, person="ana"), want="help")

    assert [] == listed(of(asks=(favour,)), 3, days=1)


@pytest.mark.parametrize("end", ["agreed", "declined"])
def test_an_answer_needs_no_second_person(end: str) -> None:
    assert [] == listed(of(asks=(asked(0, end=end, person="ana"),)), 4)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("Acme Inc.", "ACME", True), ("Freelance", "Freelance", False), ("", "", False)],
)
def test_an_employer_is_known_by_any_spelling_and_self_employed_is_none(
    one: str, other: str, same: bool
) -> None:
    people = {
        EGO: PEOPLE[EGO],
        "ana": replace(PEOPLE["ana"], company=one),
        "ben": replace(PEOPLE["ben"], company=other),
    }
    book = Ledger(people=people, asks=(asked(0, person="ana"),))

    assert same == ("second person" in [row[0] for row in listed(book, 3)])


def test_whoever_rests_is_not_the_second_person() -> None:
    never = Statement("s", "ben", "never_ask", True)
    book = of(asks=(asked(0, person="ana"),), statements=(never,))

    assert "second person" not in [row[0] for row in listed(book, 4)]


def test_whoever_gave_the_name_is_not_the_second_person() -> None:
    named = Referral("r", "ben", "ana", steps=(Step(MAY_4, "named"),))
    book = of(asks=(asked(0, person="ana"),), referrals=(named,))

    assert "second person" not in [row[0] for row in listed(book, 4)]
