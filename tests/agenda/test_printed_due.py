"""The list of what is due that was printed last."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from netgraph.agenda.duty import Due
from netgraph.agenda.printed_due import TODAY, due_line, line_of, settling
from netgraph.model.actions import Action
from netgraph.model.errors import InvalidInput

DAY = date(2026, 5, 1)
DEBRIEF = Action("debrief", ("ana",), {"day": "2026-05-01"})
THANKS = Due(
    DAY, "thank", "ana", "You talked.", False, Action("log", ("ana",), {"kind": "thanked"})
)
PROMISE = replace(THANKS, kind="promise", about="e1")


def test_a_line_is_found_whatever_the_day_and_the_words() -> None:
    later = replace(PROMISE, on=date(2026, 5, 9), why="Other words.", overdue=True)

    assert ("ana", "promise", "e1") == line_of(PROMISE) == line_of(later)
    assert later == due_line([THANKS, later], line_of(PROMISE))
    assert THANKS == due_line([THANKS, later], ["ana", "thank", ""])


def test_what_is_not_due_any_more_is_settled() -> None:
    with pytest.raises(InvalidInput, match="settled already") as error:
        due_line([THANKS], ("ana", "promise", "e1"))
    assert TODAY == error.value.action


def test_a_line_is_settled_by_its_own_action() -> None:
    assert THANKS.action == settling(THANKS)


@pytest.mark.parametrize(
    ("kind", "action"),
    [
        ("write down", Action("log", ("ana",), {"kind": "talked", "day": "2026-05-01"})),
        ("reflect", Action("log", ("ana",), {"kind": "reflected"})),
    ],
)
def test_that_a_talk_is_done_says_only_that_it_took_place_or_was_thought_about(
    kind: str, action: Action
) -> None:
    assert action == settling(replace(THANKS, kind=kind, action=DEBRIEF))


@pytest.mark.parametrize("kind", ["answered", "was it an ask?", "let go?"])
def test_what_can_end_in_several_ways_asks_which(kind: str) -> None:
    with pytest.raises(InvalidInput, match=r"say which: You talked\."):
        settling(replace(THANKS, kind=kind))
