"""Given names that one person may bear, and those that only look alike."""

from __future__ import annotations

import pytest

from netgraph.identity.given_names import is_clipped, is_given_name, short_forms, variants


@pytest.mark.parametrize(
    ("long", "short"),
    [("robert", "bob"), ("katarzyna", "kasia"), ("alexander", "sandro")],
)
def test_a_short_form_leads_one_way_only(long: str, short: str) -> None:
    assert short in short_forms(long)
    assert long not in short_forms(short)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("daniel", "danielle"),
        ("paul", "paula"),
        ("margaret", "greta garbo"),
        ("christian", "christiana"),
        ("patrick", "peter"),
        ("aaron", "ron"),
        ("eric", "rick"),
    ],
)
def test_names_of_two_people_are_no_short_forms(one: str, other: str) -> None:
    assert other not in short_forms(one)
    assert one not in short_forms(other)


def test_a_name_of_its_own_is_no_short_form_but_a_doubtful_variant() -> None:
    assert "jane" not in short_forms("janet")
    assert "eric" in variants("rick")


def test_other_spellings_and_their_short_forms_are_variants() -> None:
    assert "nikos" in variants("nicholas")
    assert "sasha" in variants("alexander")
    assert frozenset() == variants("qqqq")


def test_siblings_short_for_one_name_are_variants_of_each_other() -> None:
    assert "will" in variants("bill")
    assert "bill" in variants("will")


@pytest.mark.parametrize(
    ("short", "long", "clipped"),
    [
        ("rudi", "rudolf", True),
        ("steffi", "stefanie", True),
        ("mirko", "miroslav", True),
        ("luisito", "luisa", False),
        ("paul", "paulina", False),
        ("edi", "eduard", False),
        ("rudi", "rudi", True),
        ("rudi", "rainer", False),
        ("", "", False),
    ],
)
def test_a_fond_ending_behind_the_beginning_of_a_name(short: str, long: str, clipped: bool) -> None:
    assert clipped == is_clipped(short, long)


@pytest.mark.parametrize(
    ("word", "given"), [("william", True), ("katarzyna", True), ("bill", True), ("silva", False)]
)
def test_a_given_name_is_one_that_has_short_forms(word: str, given: bool) -> None:
    assert given == is_given_name(word)
