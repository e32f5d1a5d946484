"""Days are said as people say them."""

from __future__ import annotations

import re
from datetime import date

import pytest

from netgraph.journal.log import WORDS
from netgraph.model.records import AskStatus
from netgraph.web.words import ASKED, HAPPENED, dated, spoken_day


@pytest.mark.parametrize(
    ("day", "today", "words"),
    [
        (date(2026, 5, 1), date(2026, 12, 31), "1 May"),
        (date(2026, 12, 1), date(2026, 12, 31), "Tue 1 December"),
        (date(2026, 12, 29), date(2026, 12, 31), "last Tuesday"),
        (date(2026, 12, 30), date(2026, 12, 31), "yesterday"),
        (date(2026, 12, 31), date(2026, 12, 31), "today"),
        (date(2027, 1, 1), date(2026, 12, 31), "tomorrow"),
        (date(2027, 1, 3), date(2026, 12, 31), "on Sunday"),
        (date(2025, 12, 1), date(2026, 1, 1), "Mon 1 December 2025"),
        (date(2026, 5, 1), None, "Fri 1 May 2026"),
    ],
)
def test_the_year_is_said_if_it_is_another(day: date, today: date | None, words: str) -> None:
    assert words == spoken_day(day, today)


def test_the_days_in_a_text_are_said_as_people_say_them() -> None:
    told = dated("You talk on 2026-05-05 <b>, not before 2026-06-01; 2026-99-99", date(2026, 5, 1))

    words = re.sub("<time [^>]*>|</time>", "", told)
    assert "You talk on Tuesday &lt;b&gt;, not before Mon 1 June; 2026-99-99" == words
    assert 'title="Tuesday 5 May 2026"' in told


def test_everything_that_can_happen_has_words_of_its_own() -> None:
    said = [words for group in HAPPENED.values() for words in group.values()]
    kinds = {kind for group in HAPPENED.values() for kind in group}

    assert len(said) == len(set(said))
    assert WORDS.keys() - {"reported-back"} == kinds  # which is "reported" by another name
    assert set(AskStatus) == ASKED.keys()
