"""The word list: occupations, ranks and little words, from tables."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgraph.model.errors import InvalidInput
from netgraph.titles.word_list import Occupation, light, make_word_list, root, words_of

LIST = {
    "health": {"nurse": {"close": "midwife", "words": "rn,\nregistered nurse"}, "midwife": {}},
    "food": {"baker": {"words": "bakery"}, "bread": {"subject": True, "close": "baker"}},
}
WORDS = {"0": "student", "7": "chief", "any": "manager", "small": "of the", "talk": "become"}


def test_a_word_list_is_read_from_tables() -> None:
    words = make_word_list(LIST, WORDS)

    assert ["nurse", "midwife", "baker", "bread"] == [entry.name for entry in words.occupations]
    assert (0,) == words.named["registered", "nurse"]
    assert words.occupations[3].subject


@pytest.mark.parametrize(
    ("titles", "words", "message"),
    [
        ({"health": {"nurse": {"wrods": "rn"}}}, WORDS, "write words, close or subject"),
        ({"health": {"nurse": {"close": "midwife"}}}, WORDS, "close to 'midwife': no such entry"),
        (LIST, {"9": "student"}, "from 0 to 7"),
        (LIST, {"short": "mgr"}, "short = full"),
    ],
)
def test_a_faulty_word_list_is_refused_with_what_is_wrong(
    titles: Mapping[str, Any], words: Mapping[str, str], message: str
) -> None:
    with pytest.raises(InvalidInput, match=message):
        make_word_list(titles, words)


def test_an_occupation_has_a_field_neighbours_and_may_be_a_subject() -> None:
    words = make_word_list(LIST, WORDS)

    assert Occupation("nurse", "health", False, ("midwife",)) == words.occupations[0]
    assert Occupation("bread", "food", True, ("baker",)) == words.occupations[3]


def test_a_term_is_found_by_its_first_word_and_may_name_several() -> None:
    words = make_word_list(
        {"a": {"one": {"words": "pm, the pm lead"}, "two": {"words": "pm"}}}, WORDS
    )

    assert (0, 1) == words.named["pm",]
    assert (0,) == words.named["pm", "lead"]
    assert 2 == words.longest["pm"]
    assert {("pm", "lead")} == words.pairs


def test_a_root_with_two_meanings_or_of_a_short_word_is_none() -> None:
    words = make_word_list(
        {"a": {"biologist": {}, "recruiter": {}, "recruitment": {}, "baker": {}}}, WORDS
    )

    assert {"biolog": (0,)} == words.roots


def test_ranks_are_levels_and_none_is_no_rank() -> None:
    words = make_word_list(LIST, {**WORDS, "none": "staff nurse", "short": "mgr = manager"})

    assert {("student",): 0, ("chief",): 7, ("staff", "nurse"): None} == words.levels
    assert {"student", "chief", "staff", "nurse"} == words.ranks
    assert {"mgr": "manager"} == words.short
    assert [{"manager"}, {"of", "the"}, {"become"}] == [words.any, words.small, words.talk]


@pytest.mark.parametrize(
    ("word", "plain"),
    [
        ("nurses", "nurse"),
        ("news", "news"),
        ("boss", "boss"),
        ("gas", "gas"),
        ("informatikerin", "informatiker"),
        ("kauffrau", "kaufmann"),
        ("vendeuse", "vendeur"),
        ("directrice", "directeur"),
        ("directora", "director"),
        ("era", "era"),
        ("frau", "frau"),
        ("", ""),
    ],
)
def test_a_word_loses_its_plural_or_feminine_ending(word: str, plain: str) -> None:
    assert plain == light(word)


@pytest.mark.parametrize(
    ("word", "begins"),
    [
        ("biologist", "biolog"),
        ("biology", "biolog"),
        ("recruitment", "recruit"),
        ("baker", "baker"),
        ("ions", "ions"),
    ],
)
def test_a_family_of_words_begins_alike_if_four_letters_are_left(word: str, begins: str) -> None:
    assert begins == root(word)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("l'art", ["art"]),
        ("R&D", ["rnd"]),
        ("Food & Drink", ["food", "drink"]),
        ("O'Brien", ["obrien"]),
        ("d’études", ["etudes"]),
    ],
)
def test_words_are_folded_and_short_ones_joined(text: str, words: list[str]) -> None:
    assert words == words_of(text)


@given(st.text(max_size=20))
def test_a_word_is_never_made_longer(word: str) -> None:
    assert len(root(word)) <= len(word)
    assert len(light(word)) <= len(word) + 1  # frau and mann
