"""Reasons and chances in words."""

from __future__ import annotations

import pytest

from netgraph.suggestions.wording import as_told, helpful, likely, spoken


@pytest.mark.parametrize(
    ("chance", "words"),
    [
        (0.1, "a long shot to say yes (10 %)"),
        (0.25, "may say yes (25 %)"),
        (0.5, "likely to say yes (50 %)"),
        (0.75, "very likely to say yes (75 %)"),
    ],
)
def test_a_chance_in_words(chance: float, words: str) -> None:
    assert words == likely(chance)


def test_knowing_in_words() -> None:
    found = [helpful(k, {"walk": 1.0}).split(" the")[0] for k in (0.1, 0.25, 0.5, 0.75)]
    assert ["may know", "may well know", "probably knows", "very likely knows"] == found


def test_evidence_without_a_day_is_said_as_it_is() -> None:
    assert "both at Acme" == spoken("both at Acme")


def test_the_users_own_word_stands_alone_and_what_files_show_is_between_the_two() -> None:
    told = ("you said: school friend", "12 messages, last 2026-03-14")
    assert (
        "your word for them: school friend; between you two: 12 messages"
        == as_told(told).partition(", ")[0]
    )
