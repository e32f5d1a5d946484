"""Recorded texts as a letter may have them: one line, short, or left out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgraph.model.records import Person
from netgraph.talks.short_texts import brief_text, firm, plain, short_name


@pytest.mark.parametrize(
    ("text", "most", "brief"),
    [
        ("Head of Data | Speaker | Mum of two", 5, "Head of Data"),
        ("Nurse - nights", 5, "Nurse"),
        ("Nurse; poet", 5, "Nurse"),
        ("Head of Data Science and More", 5, ""),
        ("Head of Data Science and More", 6, "Head of Data Science and More"),
        ("Director of the Board, Acme and Sons", 4, "Director of the Board"),
        ("x" * 60, 5, "x" * 60),
        ("x" * 61, 5, ""),
        (" - ", 5, ""),
        ("", 5, ""),
        ("Nurse.", 5, "Nurse"),
    ],
)
def test_the_first_part_of_a_text_is_taken_if_it_is_short(text: str, most: int, brief: str) -> None:
    assert brief == brief_text(text, most=most)


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Acme Inc.", "Acme Inc"),
        ("self-employed", ""),
        ("One Two Three Four Five", "One Two Three Four Five"),
        ("One Two Three Four Five Six", ""),
    ],
)
def test_a_firm_is_named_if_it_is_one_and_not_too_long(name: str, written: str) -> None:
    assert written == firm(name)


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Dr. Ana Maria Silva, PhD", "Ana Silva"),
        ("Prince", "Prince"),
        ("Ana\x1b[31m Silva\nX", "Ana X"),
    ],
)
def test_somebody_is_named_without_titles_and_degrees(name: str, short: str) -> None:
    assert short == short_name(Person("p", name))


@given(st.text(max_size=300))
def test_no_text_makes_a_line_or_a_mark_of_its_own(text: str) -> None:
    for found in (plain(text), brief_text(text, most=5), short_name(Person("p", text))):
        assert len(found.splitlines()) <= 1
        assert not {"\ue000", "\ue001"} & set(found)
    assert len(plain(text, limit=9)) <= 9
    assert len(short_name(Person("p", text))) <= 60
    assert len(brief_text(text, most=5).split()) <= 5
