"""Cleaning and folding, by hand-made examples and for all strings."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netgraph.model.text import LIMIT, clean, fold, job_words, search_keys

any_text = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from("\x1b[]m\x07\x9b\x9d\\\u200b\u202e\u2066\u2028\u00a0\ud800\u3164é "),
    )
)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Ada Lovelace", "Ada Lovelace"),
        ("  Ada   Lovelace ", "Ada Lovelace"),
        ("Ada\u00a0Lovelace", "Ada Lovelace"),
        ("Ada\u2028Love\tlace\r\n", "Ada Love lace"),
        ("A\u200bd\u200da\ufeff", "Ada"),
        ("\u202eecalevoL adA\u202c", "ecalevoL adA"),
        ("\u2066Ada\u2069", "Ada"),
        ("\x1b[1;31mAda\x1b[0m", "Ada"),
        ("\x1b]0;owned\x07Ada", "Ada"),
        ("\x1b]8;;http://x.example\x1b\\Ada\x1b]8;;\x1b\\", "Ada"),
        ("\x9b31mAda", "Ada"),
        ("Ada\x1b", "Ada"),
        ("Ada \ud800 L", "Ada L"),
        ("Ada\u3164\u3164", "Ada"),
        ("e\u0301", "é"),
        ("A\u00add\u00ada", "Ada"),
        ("Ada ❤\ufe0f", "Ada ❤"),
        ("\x00\x01", ""),
        ("", ""),
        ("宮本 武蔵", "宮本 武蔵"),
    ],
)
def test_only_what_can_be_seen_is_kept(written: str, shown: str) -> None:
    assert shown == clean(written)


def test_a_long_string_ends_in_an_ellipsis_at_the_limit() -> None:
    assert clean("abcdefgh", limit=5) == "abcd…"


def test_a_string_of_just_the_limit_is_whole() -> None:
    assert clean("abcde", limit=5) == "abcde"


@given(any_text)
@settings(deadline=None)
def test_nothing_hidden_survives_cleaning(text: str) -> None:
    categories = {unicodedata.category(c) for c in clean(text)}

    assert categories.isdisjoint({"Cc", "Cf", "Cs", "Zl", "Zp"})


@given(any_text, st.integers(1, 12))
@settings(deadline=None)
def test_cleaning_twice_is_cleaning_once_and_within_the_limit(text: str, limit: int) -> None:
    once = clean(text, limit=limit)

    assert once == clean(once, limit=limit)
    assert len(once) <= limit


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Jane Doe", "jane doe"),
        ("  JANE   DOE ", "jane doe"),
        ("O'Brien", "obrien"),
        ("O’Brien", "obrien"),
        ("Jean-Luc", "jean luc"),
        ("Doe, Ph.D.", "doe ph d"),
        ("Müller", "muller"),
        ("Straße", "strasse"),
        ("Łukasz Żółć", "lukasz zolc"),
        ("𝐉𝐚𝐧𝐞 𝓓𝓸𝓮", "jane doe"),
        ("Jane", "jane"),
        ("J\u200bane", "jane"),
        ("Jane 🚀✨", "jane"),
        ("👩\u200d💻 Jane", "jane"),
        ("Google™", "google"),
        ("Иван", "ivan"),
        ("e\u0301lan", "elan"),
        ("🚀", ""),
        ("", ""),
    ],
)
def test_spellings_of_one_name_fold_alike(written: str, folded: str) -> None:
    assert folded == fold(written)


@given(any_text)
@settings(deadline=None)
def test_a_folded_string_is_plain_and_folds_to_itself(text: str) -> None:
    once = fold(text)

    assert once == fold(once)
    assert all(c.isascii() and (c.isdigit() or c.islower()) for c in once.replace(" ", ""))


@given(any_text)
@settings(deadline=None)
def test_cleaning_changes_nothing_that_folding_sees(text: str) -> None:
    assert fold(text) == fold(clean(text))


def test_a_job_is_said_as_far_as_it_is_known() -> None:
    jobs = [("Nurse", "Mercy"), ("Nurse", ""), ("", "Mercy"), ("", "")]

    assert ["Nurse at Mercy", "Nurse", "Mercy", ""] == [job_words(*job) for job in jobs]


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Anne-Marie Oak", "annemarie oak"),
        ("Jürgen Müller-Lüdenscheidt", "jurgen mullerludenscheidt"),
        ("Đorđe Ivić", "djordje ivic"),
        ("Ana Mueller", "ana muller"),
        ("민준 김", "gimminjun"),
    ],
)
def test_a_name_is_found_as_it_is_typed(name: str, typed: str) -> None:
    assert typed in search_keys(name)


def test_a_text_of_any_length_is_folded() -> None:
    assert fold("Ä" * LIMIT) + "a" == fold("Ä" * (LIMIT + 1))
