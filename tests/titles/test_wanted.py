"""Wanted: what a goal asks for, read into alternatives a title can answer."""

from __future__ import annotations

import numpy as np
import pytest

from netgraph.titles.occupations import Reader, reader
from netgraph.titles.ready_words import standard
from netgraph.titles.wanted import (
    CLOSE,
    CLOSE_TO_CLOSE,
    SAME_FIELD,
    SUBJECT,
    Aim,
    Wanted,
    aims,
    likeness,
    wishes,
)
from netgraph.titles.word_list import make_word_list


def names(text: str) -> list[str]:
    found = aims(Wanted(text), reader())
    entries = reader().words.occupations
    return [entries[number].name for aim in found for number, _, _ in aim.occupations]


def test_alternatives_of_a_goal_are_told_apart() -> None:
    assert ["electrician", "cabinet maker"] == names("electrician or joiner")
    assert ["oil and gas engineer"] == names("oil and gas")


def test_what_somebody_leaves_behind_is_not_wanted() -> None:
    assert ["instructional designer"] == names("from teaching to instructional design")
    assert ["health", "product manager"] == names(
        "I'm a nurse and want to move into health tech product management"
    )
    assert ["compliance officer"] == names("ex-lawyer looking for compliance roles")


def test_a_slip_of_the_pen_is_mended() -> None:
    assert names("data engineer") == names("data enginer")


def test_an_ambiguous_term_means_what_goes_with_the_rest() -> None:
    assert ["filmmaker", "filmmaker"] == names("documentary production")


def test_likeness_is_symmetric_and_one_only_for_the_same() -> None:
    alike = likeness(standard())

    assert (alike == alike.T).all()
    assert (alike.diagonal() == 1).all()
    assert len(alike) == (alike == 1).sum()


WORDS = make_word_list(
    {
        "care": {"nurse": {"close": "midwife"}, "midwife": {"close": "doula"}, "doula": {},
                 "porter": {}, "care home": {"subject": True}},
        "food": {"baker": {"close": "nurse"}},
    },
    {"any": "manager", "small": "a of the", "talk": "become, want"},
)  # fmt: skip
SMALL = Reader(WORDS)


def test_likeness_falls_with_every_line_of_the_list() -> None:
    nurse = dict(
        zip("nurse midwife doula porter home baker".split(), likeness(WORDS)[0], strict=True)
    )

    assert {
        "nurse": 1.0,
        "midwife": CLOSE,
        "doula": CLOSE_TO_CLOSE,
        "porter": SAME_FIELD,
        "home": SAME_FIELD,
        "baker": CLOSE,
    } == nurse
    assert 0 == likeness(WORDS)[3][5]  # porter and baker


def test_an_aim_says_what_to_be_and_then_in_what() -> None:
    nurse = Aim(((0, "nurse", 1.0), (4, "care home", SUBJECT)), ("nurse", "care", "home"))
    home = Aim(((4, "care home", 1.0),), ("care", "home"))

    assert (nurse,) == aims(Wanted("Nurse in a care home"), SMALL)
    assert (home,) == aims(Wanted("a care home"), SMALL)


def test_roles_and_fields_are_alternatives_beside_the_text_each_once() -> None:
    found = aims(Wanted("nurse or baker", roles=("nurse",), fields=("Food", "zorbing")), SMALL)

    assert [("nurse",), ("baker",), (), ("zorbing",)] == [aim.words for aim in found]
    assert ["", "", "food", ""] == [aim.field for aim in found]


@pytest.mark.parametrize("text", ["", "manager", "want a manager", "of the"])
def test_a_goal_that_says_nothing_has_no_aim(text: str) -> None:
    assert () == aims(Wanted(text), SMALL)


def test_a_wish_is_a_row_of_how_alike_each_occupation_is() -> None:
    (aim,) = aims(Wanted("Nurse in a care home"), SMALL)
    nurse, home = wishes(aim, WORDS)

    assert list(likeness(WORDS)[0]) == list(nurse)
    assert list(SUBJECT * SUBJECT * likeness(WORDS)[4]) == pytest.approx(list(home))
    assert [[0, 0, 0, 0, 0, 1]] == wishes(Aim(field="food"), WORDS).tolist()
    assert (0,) == np.shape(wishes(Aim(words=("zorbing",)), WORDS))
