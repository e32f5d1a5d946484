"""The five answers after a talk, as text and as kept."""

from __future__ import annotations

from datetime import date, timedelta

from netgraph.model.as_of import AsOf
from netgraph.model.records import Debrief, Goal, Ledger
from netgraph.talks.debriefs import (
    answers_of,
    as_written,
    debriefs_on,
    hypotheses_on,
    last_debrief,
    texts_of,
)

DAY = date(2026, 5, 1)


def test_answers_go_to_their_questions() -> None:
    text = "We met.\nLearned: it is hard\nand good\n- Named: @Fia\nNext: read\nBye"

    assert {
        "note": "We met.",
        "learned": "it is hard\nand good",
        "named": "@Fia",
        "then": "read\nBye",
    } == answers_of(text)


def test_what_is_written_is_read_again_and_empty_answers_are_left_out() -> None:
    kept = Debrief("d", "ana", DAY, learned="a lot\nand more", then="read", note="Nice.")

    assert "Nice.\nlearned: a lot\nand more\nnext: read\n" == as_written(kept)
    assert {"note": "Nice.", "learned": "a lot\nand more", "then": "read"} == (
        answers_of(as_written(kept))
    )
    assert ["a lot\nand more", "read", "Nice."] == list(texts_of(kept))


def test_the_debriefs_of_a_day_are_those_that_were_there_the_oldest_first() -> None:
    book = Ledger.of(
        Debrief("d3", "ana", DAY), Debrief("d2", "ben", DAY - timedelta(days=1)),
        Debrief("d1", "ana", None), Debrief("d4", "ana", DAY + timedelta(days=1)),
    )  # fmt: skip
    view = AsOf(book, DAY)

    assert ["d1", "d2", "d3"] == [d.id for d in debriefs_on(view)]
    last, nobody = last_debrief(view, "ana"), last_debrief(view, "cy")
    assert last is not None
    assert ("d3", None) == (last.id, nobody)


def test_hypotheses_are_numbered_through_all_goals() -> None:
    goals = (Goal("g1", "nurse", hypotheses=("a", "b")), Goal("g2", "cook", hypotheses=("c",)))

    assert ["a", "b", "c"] == hypotheses_on(AsOf(Ledger(goals=goals), DAY))
