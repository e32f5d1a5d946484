"""in hand: names that wait come first, and how far one has come with each employer is facts."""

from __future__ import annotations

from datetime import date

import pytest

from netgraph.agenda.due_list import due
from netgraph.agenda.in_hand import later_on, progress_on
from netgraph.model.as_of import AsOf
from netgraph.model.records import (
    EGO,
    Ask,
    Event,
    EventKind,
    Goal,
    Ledger,
    Organisation,
    Person,
    Referral,
    Statement,
    Step,
)

GOAL = Goal("g1", "cook", companies=("Watershed",))
PEOPLE = {
    "ben": Person("ben", "Ben Ode"),
    "dora": Person("dora", "Dora Quist", company="Watershed", lead=True),
    "petra": Person("petra", "Petra Holm", company="Watershed Inc."),
}
FIRM = {"o": Organisation("o", "Watershed", spellings=("Watershed", "Watershed Inc."))}
MADE = Referral("r", "ben", "dora", steps=(Step(date(2026, 5, 4), "introduced"),))


def book(
    *events: Event,
    asks: tuple[Ask, ...] = (),
    made: tuple[Referral, ...] = (),
    people: dict[str, Person] = PEOPLE,
    said: tuple[Statement, ...] = (),
) -> Ledger:
    return Ledger(
        people,
        FIRM,
        events=events,
        asks=asks,
        referrals=made,
        goals=(GOAL,),
        statements=said,
        spelling={"Watershed": "o", "Watershed Inc.": "o"},
    )


def listed(ledger: Ledger, day: date) -> list[tuple[str, str, str]]:
    return [(d.kind, d.person, d.why) for d in due(AsOf(ledger, day), days=2)]


def test_an_introduction_is_the_first_thing_of_the_day() -> None:
    kind, person, why = listed(book(made=(MADE,)), date(2026, 5, 5))[0]

    assert ("write to", "dora") == (kind, person)
    assert "Ben Ode introduced you on 4 May: answer at once, and thank Ben Ode" in why


def test_after_two_weeks_it_is_asked_whether_to_let_it_go() -> None:
    found = listed(book(made=(MADE,)), date(2026, 5, 19))

    assert ("let go?", "dora") in [(kind, person) for kind, person, _ in found]
    [task] = [d for d in due(AsOf(book(made=(MADE,)), date(2026, 5, 19))) if d.kind == "let go?"]
    assert ("refer", "ask") == (task.action.verb, task.instead[0].verb)


def test_whoever_was_written_to_is_not_named_again() -> None:
    wrote = Event("e", EventKind.MESSAGE, date(2026, 5, 5), EGO, "dora")

    assert "dora" not in [p for _, p, _ in listed(book(wrote, made=(MADE,)), date(2026, 5, 6))]


def test_whoever_is_on_leave_is_in_no_list() -> None:
    leave = Statement("s", "dora", "not_before", date(2026, 6, 1), date(2026, 5, 4))

    assert "dora" not in [
        p for _, p, _ in listed(book(made=(MADE,), said=(leave,)), date(2026, 5, 5))
    ]


ASKED = Ask("a", "petra", steps=(Step(date(2026, 5, 4), "asked"),))
PLAN = Event("p", EventKind.PLANNED, date(2026, 5, 5), EGO, "petra", due=date(2026, 5, 7))
TALK = Event("t", EventKind.TALKED, date(2026, 5, 4), EGO, "petra")
ALONE = {"ben": PEOPLE["ben"]}


@pytest.mark.parametrize(
    ("ledger", "day", "stage", "until"),
    [
        (book(people=ALONE), date(2026, 5, 5), "nobody known", None),
        (book(), date(2026, 5, 5), "door known", None),
        (book(asks=(ASKED,)), date(2026, 5, 13), "asked", date(2026, 5, 13)),
        (book(asks=(ASKED,)), date(2026, 5, 14), "door known", None),
        (book(made=(MADE,)), date(2026, 5, 18), "name waiting for you", date(2026, 5, 18)),
        (book(made=(MADE,)), date(2026, 5, 19), "door known", None),
        (book(PLAN, made=(MADE,)), date(2026, 5, 6), "talk planned", date(2026, 5, 21)),
        (book(TALK), date(2026, 5, 18), "talked", date(2026, 5, 18)),
        (book(TALK), date(2026, 5, 19), "door known", None),
    ],
)
def test_an_employer_stands_as_the_facts_say(
    ledger: Ledger, day: date, stage: str, until: date | None
) -> None:
    [found] = progress_on(AsOf(ledger, day))

    assert (stage, until) == (found.stage.value, found.until)


def test_after_a_yes_others_at_the_employer_wait_for_that_talk() -> None:
    asked = Step(date(2026, 5, 4), "asked")
    waiting = Ask("a1", "petra", steps=(asked,))
    agreed = Ask("a1", "petra", steps=(asked, Step(date(2026, 5, 5), "agreed")))
    people = PEOPLE | {"yan": Person("yan", "Yan Ito", company="Watershed")}

    def of(ask: Ask) -> tuple[date, str]:
        return later_on(AsOf(book(asks=(ask,), people=people), date(2026, 5, 6)))["yan"]

    assert (date(2026, 5, 20), "Watershed is in hand (Petra Holm)") == of(agreed)
    assert "you asked Petra Holm, who is at Watershed too, on 2026-05-04" == of(waiting)[1]
