"""Names in plain letters: what a browser would fold in another way is told it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgraph.model.text import fold
from netgraph.pages.folding import plain_letters


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ana Silva", None),  # plain already
        ("Zoë O’Brien", None),  # a browser takes marks off
        ("José-María", None),
        ("Søren Иванова", "soren ivanova ~ivanova~"),
        ("Łukasz", "lukasz"),
        ("山田", "shantian"),
        ("Straße", "strasse"),
    ],
)
def test_a_name_is_told_if_a_browser_would_not_find_it(text: str, told: str | None) -> None:
    assert told == plain_letters([text]).get(0)


def test_names_go_by_their_place() -> None:
    assert {1: "soren", 3: "lukasz"} == plain_letters(["Ana", "Søren", "", "Łukasz"])


@given(st.lists(st.text(max_size=9), max_size=4))
def test_what_is_told_is_what_the_library_folds_and_never_of_plain_text(texts: list[str]) -> None:
    for place, folded in plain_letters(texts).items():
        assert fold(texts[place]) == folded.partition("~")[0].partition("^")[0].rstrip()
        assert not texts[place].isascii()
