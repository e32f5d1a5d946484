"""Names that are close without being equal: a slip, another sound, another surname, less said."""

from __future__ import annotations

import pytest

from netgraph.identity.name_similarity import (
    all_words,
    is_plain_form,
    is_renamed,
    is_reordered,
    is_slip,
    is_tail,
    says_less,
    sound,
)
from netgraph.identity.names import parse


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Catharina", "Katarina"),
        ("Phillip", "Filip"),
        ("Alexandra", "Aleksandra"),
        ("Wanda", "Vanda"),
        ("Cyril", "Siril"),
        ("Zoë", "Soe"),
    ],
)
def test_names_that_sound_alike(one: str, other: str) -> None:
    assert sound(one) == sound(other)


@pytest.mark.parametrize(("one", "other"), [("Daniel", "Danielle"), ("Carl", "Sarl")])
def test_names_that_sound_otherwise(one: str, other: str) -> None:
    assert sound(one) != sound(other)


@pytest.mark.parametrize(
    ("written", "meant", "slip"),
    [
        ("Jonh Smith", "John Smith", True),
        ("John Smiht", "John Smith", True),
        ("Jhn Smith", "John Smith", False),  # of three letters too little is left
        ("Jonhn Smith", "John Smith", True),
        ("Maria Rossi", "Mario Rossi", False),
        ("Johns Smith", "John Smith", False),
        ("John Reed", "John Read", False),  # a surname of four letters is soon another
        ("John Reeds", "John Reads", True),
        ("John Smith", "John Smith", False),
        ("Jonh", "John", False),
        ("Jonh Smiht", "John Smith", False),
        ("Marion Hale", "Marian Hale", False),
    ],
)
def test_one_letter_mistyped(written: str, meant: str, slip: bool) -> None:
    a, b = parse(written), parse(meant)

    assert slip == is_slip(a, b) == is_slip(b, a)


@pytest.mark.parametrize(
    ("before", "after", "renamed"),
    [
        ("Jane Doe", "Jane Roe", True),
        ("William Doe", "Bill Roe", True),
        ("J Doe", "J Roe", False),
        ("Jane Doe", "June Roe", False),
    ],
)
def test_only_the_surname_is_another(before: str, after: str, renamed: bool) -> None:
    assert renamed == is_renamed(parse(before), parse(after))
    assert renamed == is_renamed(parse(after), parse(before))


@pytest.mark.parametrize(
    ("one", "other", "reordered"),
    [
        ("Hyun Woo Kim", "Kim Hyunwoo", True),
        ("Kim Hyunwoo", "Hyun Woo Kim", True),
        ("Ana Maria Silva", "Silva Maria Ana", True),
        ("Ana Silva", "Silva Ana", False),
        ("John Paul Hale Jr.", "Paul John Hale", False),
        ("Ana Maria Silva", "Ana Maria Souza", False),
    ],
)
def test_the_same_words_in_another_order(one: str, other: str, reordered: bool) -> None:
    assert reordered == is_reordered(parse(one), parse(other))


@pytest.mark.parametrize(
    ("short", "long", "tail"),
    [
        ("Emeka Obi", "Chukwuemeka Obi", True),
        ("Chukwuemeka Obi", "Emeka Obi", True),
        ("Emeka Obi", "Chukwuemeka Eze", False),
        ("Eka Obi", "Chukwuemeka Obi", False),  # three letters end many names
        ("Emeka Obi", "Emeka Obi", False),
        ("Emeka", "Chukwuemeka", False),
    ],
)
def test_a_given_name_that_is_the_end_of_the_other(short: str, long: str, tail: bool) -> None:
    assert tail == is_tail(parse(short), parse(long))


@pytest.mark.parametrize(
    ("one", "other", "plain"),
    [
        ("Tina Roy", "Christina Roy", True),
        ("Christina Roy", "Tina Roy", True),
        ("Ana Roy", "Ana Roy", True),
        ("Chris Roy", "Christina Roy", False),  # or Christopher
        ("Sofie Roy", "Sofia Roy", False),
        ("Sofi Roy", "Sofia Roy", False),
        ("Rena Roy", "Renata Roy", True),  # two letters less
        ("Abby Roy", "Abbey Roy", True),
        ("Katy Roy", "Katie Roy", True),
    ],
)
def test_a_short_form_that_is_no_name_of_its_own(one: str, other: str, plain: bool) -> None:
    assert plain == is_plain_form(parse(one), parse(other))


@pytest.mark.parametrize(
    ("less", "more", "less_said"),
    [
        ("Ronald Tolkien", "J. Ronald Tolkien", True),
        ("J.", "Kim Roy", False),
        ("J. Tolkien", "John Ronald Tolkien", True),
        ("Bill Smith", "William Henry Smith", True),
        ("José García", "María José García", False),
        ("Smith", "John Smith", False),
        ("John", "John Smith", True),
        ("John Ronald Tolkien", "John Tolkien", False),
        ("Mary Ann Lee", "Maryann Lee", True),
        ("Ana Roe", "Ana Doe", False),
    ],
)
def test_a_name_with_words_left_out(less: str, more: str, less_said: bool) -> None:
    assert less_said == says_less(parse(less), parse(more))


def test_the_words_of_a_name_begin_with_the_given_one() -> None:
    assert ["ana", "maria", "silva"] == all_words(parse("Silva, Ana Maria"))
    assert [] == all_words(parse(""))
