"""asks: how an ask stands is what the data shows, and all who speak of it say the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgraph.agenda.colleagues import colleague_asked
from netgraph.agenda.due_list import due
from netgraph.agenda.ics import calendar
from netgraph.journal.asks import Standing, asks_on
from netgraph.journal.limits import rests
from netgraph.model.as_of import AsOf
from netgraph.model.records import (
    EGO,
    Ask,
    Correspondence,
    Event,
    EventKind,
    Gathering,
    Goal,
    Ledger,
    Person,
    Referral,
    Step,
    Tie,
)
from netgraph.suggestions.calibration import calibration_on
from netgraph.suggestions.recommendations import explanation
from netgraph.views.statistics import stats

ASKED = date(2026, 3, 31)
MAY = date(2026, 5, 1)
PEOPLE = {i: Person(i, i.title(), company="Acme") for i in ("ana", "ben")}
ASK = Ask("a", "ana", target="Acme", steps=(Step(ASKED, "asked"),))


def book(*facts: Event | Correspondence | Gathering | Referral | Tie, ask: Ask = ASK) -> Ledger:
    """Ana was asked, and then this happened."""
    return Ledger(
        PEOPLE,
        events=tuple(f for f in facts if isinstance(f, Event)),
        correspondence=tuple(f for f in facts if isinstance(f, Correspondence)),
        gatherings=tuple(f for f in facts if isinstance(f, Gathering)),
        referrals=tuple(f for f in facts if isinstance(f, Referral)),
        ties=(Tie("t1", EGO, "ben"), *(f for f in facts if isinstance(f, Tie))),
        asks=(ask,),
        goals=(Goal("g1", "cook"),),
    )


def event(kind: EventKind, day: date, *, by: str = "ana", source: str = "you") -> Event:
    giver, taker = (by, EGO) if by == "ana" else (EGO, "ana")
    return Event(f"{kind}{day}", kind, day, giver, taker, source=source)


def standing(ledger: Ledger, day: date = MAY) -> Standing:
    [state] = asks_on(AsOf(ledger, day))
    return state.standing


APRIL = date(2026, 4, 3)
ANSWERS = [
    (event(EventKind.MESSAGE, APRIL), "answered"),
    (Correspondence(EventKind.MESSAGE, "ana", EGO, (APRIL,), "linkedin"), "answered"),
    (Correspondence(EventKind.EMAIL, "ana", EGO, (ASKED, APRIL), "mail"), "answered"),
    (event(EventKind.PLANNED, APRIL, by=EGO), "agreed"),
    (event(EventKind.TALKED, APRIL, by=EGO), "done"),
    (event(EventKind.MEETING, APRIL, by=EGO, source="calendar"), "done"),
    (event(EventKind.HELPED, APRIL), "answered"),
    (Tie("t", EGO, "ana", source="linkedin", since=APRIL), "answered"),
    (Referral("r", "ana", "ben", steps=(Step(APRIL, "introduced"),)), "agreed"),
]


@pytest.mark.parametrize(("fact", "expected"), ANSWERS)
def test_what_came_from_them_after_the_ask_settles_it(
    fact: Event | Correspondence | Referral | Tie, expected: str
) -> None:
    assert expected == standing(book(fact))
    assert "waiting" == standing(book(fact), APRIL - timedelta(days=1))


@pytest.mark.parametrize(("fact", "_"), ANSWERS)
def test_nobody_says_no_answer_of_somebody_who_answered(
    fact: Event | Correspondence | Referral | Tie, _: str
) -> None:
    ledger = book(fact)
    view = AsOf(ledger, MAY)

    listed = due(view, days=60)
    assert not {"follow up", "let go", "second person"} & {d.kind for d in listed}
    assert "No answer" not in calendar(ledger, listed, as_of=MAY).decode()
    assert "" == colleague_asked(AsOf(ledger, APRIL + timedelta(days=1)), "ben")
    assert "ana" not in rests(ledger, as_of=ASKED + timedelta(days=21))
    answered = next(r for r in stats(view).funnel if r.stage == "answered")
    assert (1, 1) == (answered.hits, answered.cases)
    assert 0 == calibration_on(view).came.cases - calibration_on(view).came.hits


def test_silence_is_still_silence() -> None:
    before = Correspondence(EventKind.MESSAGE, "ana", EGO, (ASKED - timedelta(days=9),), "x")
    same_day = Correspondence(EventKind.MESSAGE, "ana", EGO, (ASKED,), "x")
    mine = Correspondence(EventKind.MESSAGE, EGO, "ana", (APRIL,), "x")

    assert "waiting" == standing(book(before, same_day, mine))
    assert ["follow up"] == [
        d.kind for d in due(AsOf(book(mine), date(2026, 4, 15)), days=0) if d.person == "ana"
    ]


def test_a_message_to_a_group_is_no_answer() -> None:
    wrote = Correspondence(EventKind.MESSAGE, "ana", EGO, (APRIL,), "linkedin")
    group = Gathering("c", "conversation", APRIL, ("ana", "ben", EGO), source="linkedin")

    assert "waiting" == standing(book(wrote, group))


def test_whether_it_was_a_yes_is_asked_with_all_answers_ready() -> None:
    view = AsOf(book(event(EventKind.MESSAGE, APRIL)), MAY)

    [asked] = [d for d in due(view) if d.kind == "answered"]

    assert "Ana wrote on 2026-04-03: was that yes, no, or about something else?" == asked.why
    outcomes = [a.fields["outcome"] for a in (asked.action, *asked.instead)]
    assert ["agreed", "declined", "waiting"] == outcomes


def test_about_something_else_leaves_the_ask_open_until_they_write_again() -> None:
    other = replace(ASK, steps=(*ASK.steps, Step(date(2026, 4, 5), "waiting")))
    later = event(EventKind.MESSAGE, date(2026, 4, 20))

    assert "waiting" == standing(book(event(EventKind.MESSAGE, APRIL), ask=other))
    assert "answered" == standing(book(event(EventKind.MESSAGE, APRIL), later, ask=other))


def test_an_answer_does_not_lower_the_chance_of_who_gave_it() -> None:
    silent = explanation(AsOf(book(), MAY), [Goal("g1", "cook")], "ana").chance
    heard = explanation(
        AsOf(book(event(EventKind.MESSAGE, APRIL)), MAY), [Goal("g1", "cook")], "ana"
    ).chance

    assert heard > silent


@given(st.integers(1, 400), st.sampled_from(["asked", "silent"]), st.integers(0, 30))
def test_a_later_reply_always_settles_an_earlier_ask(after: int, last: str, wait: int) -> None:
    ended = ASKED + timedelta(days=wait)
    steps = (Step(ASKED, "asked"), Step(ended, last))
    reply = Correspondence(
        EventKind.MESSAGE, "ana", EGO, (ended + timedelta(days=after),), "linkedin"
    )

    found = standing(book(reply, ask=replace(ASK, steps=steps)), ended + timedelta(days=after))

    assert "answered" == found


@pytest.mark.parametrize(
    ("source", "expected"), [("you", "answered"), ("linkedin", "waiting"), ("mail", "waiting")]
)
def test_on_the_day_of_the_ask_only_what_the_user_wrote_down_is_an_answer(
    source: str, expected: str
) -> None:
    assert expected == standing(book(event(EventKind.MESSAGE, ASKED, source=source)))


@pytest.mark.parametrize(
    ("fact", "words"),
    [
        (event(EventKind.MESSAGE, APRIL), "wrote"),
        (event(EventKind.TALKED, APRIL, by=EGO), "talked with you"),
        (event(EventKind.HELPED, APRIL), "helped you"),
        (event(EventKind.INTRODUCTION, APRIL), "introduced you"),
        (event(EventKind.INVITATION, APRIL), "sent you an invitation"),
        (event(EventKind.PLANNED, APRIL, by=EGO), "planned a talk for 2026-04-03"),
        (Tie("t", EGO, "ana", source="linkedin", since=APRIL), "accepted your invitation"),
        (Referral("r", "ana", "ben", steps=(Step(APRIL, "introduced"),)), "named Ben"),
    ],
)
def test_what_settled_an_ask_is_said_in_these_words(
    fact: Event | Tie | Referral, words: str
) -> None:
    [state] = asks_on(AsOf(book(fact), MAY))

    assert state.sign
    assert (words, APRIL) == (state.sign.words, state.sign.day)
