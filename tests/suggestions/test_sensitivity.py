"""Would other half-lives change the advice?"""

from __future__ import annotations

from datetime import timedelta

import numpy as np
import pytest

from netgraph.model.as_of import AsOf
from netgraph.model.records import EGO, Event, EventKind, Person
from netgraph.suggestions.recommendations import recommend, scores_on
from netgraph.suggestions.sensitivity import HALF_LIVES, POOL, _values, places, words
from tests.strategies import TODAY
from tests.suggestions.some_people import ANA, BEN, CLEO, GOAL, ask_of, book


def test_the_line_on_half_lives_is_there_for_everybody_among_the_best() -> None:
    told = ask_of(book(ANA, BEN, CLEO))
    line = "stays in the top 5 for half-lives from 60 to 400 days"
    assert {line} == {s.sensitivity for s in told.suggestions}


def test_a_rank_that_depends_on_half_lives_is_said_to() -> None:
    assert "between place 2 and 31" in words((2, 31))


def test_half_lives_move_who_was_close_long_ago() -> None:
    old = [
        Event(f"e{n}", EventKind.INTERVIEW, TODAY - timedelta(days=500 + n), "p0", EGO)
        for n in range(20)
    ]
    new = [
        Event(f"n{i}", EventKind.MET, TODAY - timedelta(days=10), EGO, f"p{i}")
        for i in range(1, 12)
    ]
    people = [Person(f"p{i}", f"P{i}", title="Data Scientist") for i in range(12)]
    told = recommend(AsOf(book(*people, events=(*old, *new)), TODAY), [GOAL], limit=12)
    assert "top 5" not in next(s.sensitivity for s in told.suggestions if s.person == "p0")


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ((1, 5), "stays in the top 5"),
        ((1, 6), "stays in the top 10"),
        ((3, 10), "stays in the top 10"),
        ((3, 11), "stays in the top 20"),
        ((8, 20), "stays in the top 20"),
        ((8, 21), "between place 8 and 21, depending on the half-life (60 to 400 days)"),
    ],
)
def test_a_rank_is_said_by_the_top_it_never_leaves(place: tuple[int, int], said: str) -> None:
    assert words(place).startswith(said)


def test_without_contact_half_lives_change_no_place() -> None:
    view = AsOf(book(ANA, BEN, CLEO), TODAY)

    assert {"ana": (1, 1), "ben": (2, 2), "cleo": (3, 3)} == places(view, scores_on(view, [GOAL]))


def test_an_old_friend_and_a_new_one_change_places() -> None:
    people = [Person("old", "Old"), Person("new", "New")]
    old = [Event(f"o{n}", EventKind.TALKED, TODAY - timedelta(days=400 + n), "old", EGO)
           for n in range(20)]  # fmt: skip
    new = Event("n", EventKind.MET, TODAY - timedelta(days=40), EGO, "new")
    view = AsOf(book(*people, events=(*old, new)), TODAY)

    assert {"old": (1, 2), "new": (1, 2)} == places(view, scores_on(view, [GOAL]))
    assert (60.0, 400.0) == (HALF_LIVES[0], HALF_LIVES[-1])


def test_only_the_best_are_ranked_again() -> None:
    people = [Person(f"p{n:02}", f"P{n}") for n in range(POOL + 2)]
    view = AsOf(book(*people), TODAY)

    found = places(view, scores_on(view, [GOAL]))

    assert POOL == len(found)
    assert all(1 <= low <= high <= POOL for low, high in found.values())


def test_with_the_ties_as_they_are_everybody_is_worth_what_the_list_says() -> None:
    people = [Person(f"p{i}", f"P{i}", title="Data Scientist") for i in range(4)]
    wrote = [
        Event(f"e{i}", EventKind.MESSAGE, TODAY - timedelta(days=3 + i), f"p{i}", EGO)
        for i in (1, 3)
    ]
    scores = scores_on(AsOf(book(*people, events=tuple(wrote)), TODAY), [GOAL])
    ties, value = scores[0].context.ties, scores[0].score.value
    order = np.arange(len(value))[::-1]
    same = _values(
        scores, np.zeros(len(value), int), order, (ties.strength[order], ties.received[order])
    )

    assert any(bool(sign.any()) for sign in ties.signs.values())
    assert pytest.approx(value[order]) == same
