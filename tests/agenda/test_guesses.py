"""What may have been an ask that nobody wrote down."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from netgraph.agenda.guesses import QUIET, RECENT, Guess, guesses_on
from netgraph.model.actions import Action
from netgraph.model.as_of import AsOf
from netgraph.model.records import EGO, Ask, Correspondence, EventKind, Goal, Ledger, Person, Step

DAY = date(2026, 5, 30)
PEOPLE = {
    EGO: Person(EGO, "Robin", company="Acme"),
    "ana": Person("ana", "Ana", company="ACME Inc."),
    "ben": Person("ben", "Ben", company="Blue"),
    "cy": Person("cy", "Cy"),
}
GOALS = (Goal("g1", "cook", companies=("Acme",)), Goal("g2", "", person="cy"))


def ago(days: int) -> date:
    return DAY - timedelta(days=days)


def guesses(
    sent: tuple[int, ...],
    got: tuple[int, ...] = (),
    *,
    person: str = "ana",
    asks: tuple[Ask, ...] = (),
    goals: tuple[Goal, ...] = GOALS,
) -> list[Guess]:
    letters = (
        Correspondence(EventKind.EMAIL, EGO, person, tuple(sorted(map(ago, sent))), "mail"),
        Correspondence(EventKind.EMAIL, person, EGO, tuple(sorted(map(ago, got))), "mail"),
    )
    book = Ledger(PEOPLE, goals=goals, correspondence=letters, asks=asks)
    return guesses_on(AsOf(book, DAY))


def test_a_letter_after_quiet_weeks_may_have_been_an_ask() -> None:
    [guess] = guesses((10,), (8,))

    assert Guess(
        "ana", ago(10), ago(8),
        "you wrote to Ana on 20 May, and they answered on 22 May: was that your ask?",
        Action("ask", ("ana",), {"day": "2026-05-20"}),
    ) == guess  # fmt: skip


@pytest.mark.parametrize(
    ("sent", "got", "begun"),
    [
        ((10,), (), 10),
        ((10, 12), (), 12),  # the second of two letters begins nothing
        ((10,), (10 + QUIET.days,), 10),
        ((10,), (9 + QUIET.days,), None),
        ((RECENT.days,), (), RECENT.days),
        ((RECENT.days + 1,), (), None),
        ((), (10,), None),
        ((40, 10), (), 10),
    ],
)
def test_what_begins_after_three_quiet_weeks_and_is_of_late(
    sent: tuple[int, ...], got: tuple[int, ...], begun: int | None
) -> None:
    assert ([] if begun is None else [ago(begun)]) == [g.wrote for g in guesses(sent, got)]


@pytest.mark.parametrize(("answer", "known"), [(31 - 21, True), (31 - 22, False)])
def test_an_answer_comes_within_three_weeks_and_later_than_the_letter(
    answer: int, known: bool
) -> None:
    [guess] = guesses((31,), (answer,))

    assert (ago(answer) if known else None) == guess.answered


def test_only_people_at_a_wanted_employer_or_wanted_themselves_are_looked_at() -> None:
    assert 1 == len(guesses((10,), person="cy"))
    assert [] == guesses((10,), person="ben")
    assert [] == guesses((10,), goals=())


@pytest.mark.parametrize(("days", "found"), [(10, 0), (31, 0), (32, 1)])
def test_an_ask_written_down_within_three_weeks_is_that_letter(days: int, found: int) -> None:
    ask = Ask("k", "ana", steps=(Step(ago(days), "asked"),))

    assert found == len(guesses((10,), asks=(ask,)))


def test_the_newest_letter_comes_first() -> None:
    letters = tuple(
        Correspondence(EventKind.EMAIL, EGO, i, (ago(n),), "mail")
        for i, n in (("ana", 20), ("cy", 9))
    )
    book = Ledger(PEOPLE, goals=GOALS, correspondence=letters)

    assert ["cy", "ana"] == [g.person for g in guesses_on(AsOf(book, DAY))]
