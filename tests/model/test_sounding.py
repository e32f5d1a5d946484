"""Names of other alphabets are found as they are spelled in Latin letters; the page agrees."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgraph.journal.texts import has_all, known_text
from netgraph.model.records import Person
from netgraph.model.sounding import bare, heard, sounds
from netgraph.model.text import asked_for, fold
from netgraph.pages.folding import plain_letters

TABLE = Path(__file__).parents[1] / "pages/scripts/sounding.json"
"""A name, what is typed for it, what is somebody else's, and what a page is told of it."""
NAMES = [tuple(row) for row in json.loads(TABLE.read_text("utf-8"))]


@pytest.mark.parametrize(("name", "typed", "other", "told"), NAMES)
def test_a_name_is_found_as_it_is_typed_by_the_library_and_the_page(
    name: str, typed: str, other: str, told: str
) -> None:
    text = known_text(Person("p1", name))

    assert has_all(text, asked_for(typed))
    assert not has_all(text, asked_for(other))
    assert told == plain_letters([name]).get(0, "")  # what the page's own test goes by


def test_names_in_latin_letters_are_found_by_their_letters_alone() -> None:
    assert "" == sounds("Zoë Müller-Łuk", fold)
    assert not has_all(known_text(Person("p1", "Catherine Petrov")), asked_for("katerine"))


def test_a_short_sound_is_a_whole_word() -> None:
    assert ("~i~",) == heard("lee")
    assert not has_all(known_text(Person("p1", "Илья")), asked_for("lee"))


def test_vowels_of_hebrew_and_arabic_make_no_difference() -> None:
    assert bare("محمد") == bare("مُحَمَّد") == bare("محـمد")


@given(st.text(max_size=20))
def test_any_text_and_any_word_sound_like_something_plain(text: str) -> None:
    assert set(sounds(text, fold)) <= set("abcdefghijklmnopqrstuvwxyz0123456789~^ ")
    for word in fold(text).split():
        assert heard(word)
