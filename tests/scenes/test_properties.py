"""What holds in every scene, whatever happened: drawn by hypothesis."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from netgraph.agenda.due_list import due
from netgraph.agenda.duty import Due
from netgraph.agenda.in_hand import at_rest_on
from netgraph.journal.asks import Standing, asks_on
from netgraph.journal.limits import rests_on
from netgraph.model.as_of import AsOf
from netgraph.model.kinds import facts_of, ledger_of, mapped, named
from netgraph.model.records import (
    EGO,
    Ask,
    Event,
    EventKind,
    Goal,
    Ledger,
    Means,
    Referral,
    Statement,
    Step,
)
from netgraph.suggestions.recommendations import Recommendations, recommend
from tests.examples import few
from tests.strategies import OTHERS, TODAY, ledgers

GOALS = (Goal("g1", "engineer"), Goal("g2", "", ("Acme",)))
FEW = few(12)
TO_COME = st.integers(1, 200).map(lambda n: TODAY + timedelta(days=n))
ALONE = st.dictionaries(st.sampled_from(OTHERS), st.none() | TO_COME, max_size=3)


def told(ledger: Ledger, limit: int | None = None) -> Recommendations:
    return recommend(AsOf(replace(ledger, goals=GOALS), TODAY), GOALS, limit=limit)


def today(ledger: Ledger) -> list[Due]:
    return due(AsOf(replace(ledger, goals=GOALS), TODAY), days=30)


def left_alone(ledger: Ledger, people: dict[str, date | None]) -> Ledger:
    said = [
        Statement(f"s{i}", i, "not_before" if until else "never_ask", until or True)
        for i, until in people.items()
    ]
    return replace(ledger, statements=(*ledger.statements, *said))


@FEW
@given(ledgers(), ALONE)
def test_whoever_rests_or_is_left_alone_is_in_no_list(
    book: Ledger, alone: dict[str, date | None]
) -> None:
    book = left_alone(book, alone)
    view = AsOf(replace(book, goals=GOALS), TODAY)
    found = told(book)

    suggested = {s.person for s in found.suggestions}
    assert not suggested & {EGO, *alone, *rests_on(view), *at_rest_on(view)}
    assert not {d.person for d in found.first if alone.get(d.person)}
    for line in today(book):
        until = alone.get(line.person, date.min)
        if until is None:
            assert line.kind not in ("ask", "follow up", "second person", "was it an ask?")
        elif line.kind not in ("prepare", "write down"):
            assert line.on >= until


@FEW
@given(ledgers(), st.sampled_from(OTHERS), st.integers(0, 20))
def test_whoever_said_no_is_not_asked_again_soon(book: Ledger, who: str, ago: int) -> None:
    day = TODAY - timedelta(days=ago)
    no = Ask("no", who, steps=(Step(day, "asked"), Step(day, "declined")))
    book = replace(book, asks=(*(a for a in book.asks if a.person != who), no))

    assert who not in {s.person for s in told(book).suggestions}
    again = ("follow up", "ask", "second person")
    assert who not in {d.person for d in today(book) if d.kind in again}


@FEW
@given(ledgers(), st.sampled_from(OTHERS), st.integers(1, 100), st.data())
def test_an_answer_after_an_ask_leaves_nobody_waiting(
    book: Ledger, who: str, ago: int, data: st.DataObject
) -> None:
    day = TODAY - timedelta(days=ago)
    back = TODAY - timedelta(days=data.draw(st.integers(0, ago - 1)))
    ask = Ask("asked", who, steps=(Step(day, "asked"),))
    reply = Event("reply", EventKind.EMAIL, back, who, EGO, source="linkedin")
    book = replace(book, asks=(ask,), events=(*book.events, reply))

    [state] = asks_on(AsOf(book, TODAY))
    assert Standing.WAITING != state.standing
    assert ("follow up", who) not in [(d.kind, d.person) for d in today(book)]


@FEW
@given(ledgers(), st.sampled_from(OTHERS), st.sampled_from(OTHERS), TO_COME)
def test_a_fact_of_a_later_day_changes_nothing(
    book: Ledger, who: str, other: str, day: date
) -> None:
    later = replace(
        book,
        events=(*book.events, Event("later", EventKind.INTERVIEW, day, who, EGO)),
        asks=(*book.asks, Ask("later", who, steps=(Step(day, "asked"),))),
        referrals=(
            *book.referrals,
            *([Referral("later", who, other, steps=(Step(day, "named"),))] if who != other else []),
        ),
        statements=(*book.statements, Statement("later", who, "never_ask", True, day)),
    )

    assert told(book, 5) == told(later, 5)
    assert today(book) == today(later)


@FEW
@given(ledgers(), st.integers(0, 99))
def test_the_order_of_facts_changes_nothing(book: Ledger, seed: int) -> None:
    mixed = random.Random(seed)
    fields = ("events", "asks", "referrals", "ties", "positions")
    lists: dict[str, Any] = {
        f: tuple(mixed.sample(getattr(book, f), len(getattr(book, f)))) for f in fields
    }
    other = replace(book, **lists)

    def rows(ledger: Ledger) -> list[tuple[str, str, float]]:
        return sorted((s.person, s.kind, round(s.score, 9)) for s in told(ledger).suggestions)

    assert rows(book) == rows(other)
    assert sorted(map(str, today(book))) == sorted(map(str, today(other)))


@FEW
@given(ledgers(), st.integers(1, 6), st.integers(1, 6))
def test_a_longer_list_begins_with_the_shorter_and_says_when_it_is_short(
    book: Ledger, n: int, more: int
) -> None:
    short, long = told(book, n), told(book, n + more)

    assert short.suggestions == long.suggestions[: len(short.suggestions)]
    assert bool(long.short) == (len(long.suggestions) < n + more)


@FEW
@given(ledgers(), st.permutations(OTHERS))
def test_other_ids_change_nothing_but_the_order_of_equals(book: Ledger, others: list[str]) -> None:
    ids = dict(zip(OTHERS, others, strict=True))

    def other(i: str) -> str:
        return ids.get(i, i)

    renamed = ledger_of(mapped(fact, other) for _, some in facts_of(book) for fact in some)
    people = {other(i): replace(p, id=other(i)) for i, p in book.people.items()}
    renamed = replace(renamed, people=people, spelling=book.spelling)

    def scores(found: Recommendations, name: Callable[[str], str]) -> dict[str, tuple[Any, ...]]:
        return {
            name(s.person): (s.kind, round(s.chance, 9), round(s.knows, 9), s.ready_on)
            for s in found.suggestions
        }

    assert scores(told(book), other) == scores(told(renamed), str)
    assert sorted(map(len, (told(book).suggestions, told(book).not_now))) == sorted(
        map(len, (told(renamed).suggestions, told(renamed).not_now))
    )


@FEW
@given(ledgers(), st.sampled_from(OTHERS))
def test_whoever_is_forgotten_is_in_no_answer(book: Ledger, gone: str) -> None:
    kept = [
        fact
        for _, some in facts_of(book)
        for fact in some
        if gone not in (getattr(fact, "id", ""), *named(fact, Means.PERSON))
    ]
    left = replace(ledger_of(kept), spelling=book.spelling)

    answers = repr((told(left), today(left)))
    assert f"'{gone}'" not in answers
    assert f"Name {gone}" not in answers
