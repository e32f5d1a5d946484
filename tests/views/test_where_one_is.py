"""Where a search is, in a few words, by hand on the story."""

from __future__ import annotations

from datetime import date

import pytest

from netgraph.agenda.due_list import due
from netgraph.model.as_of import AsOf
from netgraph.views.where_one_is import what_is_open
from tests.story import story


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2025-05-05", ("1 ask waits for an answer",)),  # Lou, asked on the 2nd
        # Maya introduced Tom on the 13th and was not thanked since; Tom said yes on the 15th
        ("2025-05-16", ("a talk with Tom Reed in 6 days", "1 thank-you is due")),
        ("2025-05-21", ("a talk with Tom Reed tomorrow", "1 thank-you is due")),
        ("2025-05-22", ("2 thank-yous are due",)),  # the talk was today
        # Gus was asked on 26 June, Tom introduced Ana on the 16th
        (
            "2025-07-02",
            (
                "1 ask waits for an answer",
                "a talk with Ana Silva tomorrow",
                "1 thank-you is due",
            ),
        ),
    ],
)
def test_what_is_open_by_hand(day: str, words: tuple[str, ...]) -> None:
    today = date.fromisoformat(day)
    view = AsOf(story(until=today), today)

    assert words == what_is_open(view, due(view, days=1))
