"""How a letter reads: how long it is, how much of it is about them."""

from __future__ import annotations

from datetime import date

import pytest

from netgraph.talks.wording import weighed
from tests.story import story

DAY = date(2026, 5, 1)
STORY = story()


def test_words_are_counted_and_weighed() -> None:
    read = weighed(
        "You know Acme. I want to pick your brain about a job.",
        you=["you"],
        me=["i"],
        avoid=["pick your brain", "job", "hire"],
    )

    assert 12 == read.words
    assert 0.25 == read.about_them  # the three words of the first sentence
    assert ("pick your brain", "job") == read.avoid


@pytest.mark.parametrize(
    ("text", "words", "share"),
    [
        ("", 0, 0.0),
        ("You. I", 2, 0.5),
        ("You and I met", 4, 0.0),  # as much of one as of the other
        ("How are you? I am well: thanks", 7, 0.4286),
        ("Ana's work is fine", 4, 0.0),
    ],
)
def test_a_sentence_is_about_them_if_it_has_more_of_their_words(
    text: str, words: int, share: float
) -> None:
    found = weighed(text, you=["you"], me=["I"], avoid=[])

    assert (words, share) == (found.words, found.about_them)


def test_words_better_left_out_are_found_whole_and_once() -> None:
    found = weighed("A JOB, my jobs; pick your brain?", you=[], me=[],
                    avoid=["job", "pick your brain", "job", "brai"])  # fmt: skip

    assert ("job", "pick your brain") == found.avoid
