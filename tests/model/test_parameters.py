"""favours: values that the user can change, and faults that say what to do."""

from __future__ import annotations

from datetime import date

import pytest

from netgraph.model.errors import InvalidInput
from netgraph.model.parameters import VALUES, Parameters, parameters_from, setting, worth
from netgraph.model.records import Statement, Value
from netgraph.model.statements import statement

DAY = date(2026, 1, 1)


def said(name: str, text: str, day: date = DAY) -> Statement:
    return setting(name, text, day)


def test_without_a_word_of_the_users_the_defaults_hold() -> None:
    assert Parameters() == parameters_from([])


def test_a_statement_changes_one_value_and_no_other() -> None:
    model = parameters_from([said("introduction", "4.5")])

    assert {**VALUES, "introduction": 4.5} == model.values


def test_a_statement_changes_a_setting() -> None:
    model = parameters_from([said("half-life", "365"), said("close", "0")])

    assert (365.0, 60.0, 0.0) == (model.half_life, model.message_half_life, model.close)


def test_the_newest_statement_of_a_field_holds() -> None:
    old, new = said("advice", "9", date(2026, 1, 1)), said("advice", "2", date(2026, 2, 1))

    assert 2.0 == parameters_from([new, old]).values["advice"]


def test_an_empty_value_brings_the_default_back() -> None:
    old, new = said("advice", "9", date(2026, 1, 1)), said("advice", "", date(2026, 2, 1))

    assert VALUES == parameters_from([old, new]).values


def test_statements_about_people_are_left_alone() -> None:
    assert Parameters() == parameters_from([statement("p1", "company", "Acme")])


def test_an_unknown_favour_is_answered_with_the_likely_one() -> None:
    with pytest.raises(InvalidInput, match=r"did you mean introduction\?"):
        said("introdction", "3")


def test_a_favour_like_no_other_is_answered_with_the_list() -> None:
    with pytest.raises(InvalidInput, match="Known: message, email"):
        said("###", "3")


@pytest.mark.parametrize("text", ["much", "-1", "nan", "inf", "1,5"])
def test_a_value_that_is_no_amount_is_refused(text: str) -> None:
    with pytest.raises(InvalidInput, match="write a number"):
        said("thanked", text)


def test_a_half_life_of_nothing_is_refused() -> None:
    with pytest.raises(InvalidInput, match="write a number above 0"):
        said("half-life", "0")


@pytest.mark.parametrize("value", [-0.5, float("nan"), float("inf")])
def test_an_event_cannot_be_worth_less_than_nothing(value: float) -> None:
    with pytest.raises(InvalidInput, match="0 or more talks"):
        worth(value, 1.0)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("half-life", "soon"),
        ("half-life", 0.0),
        ("unheard-of", 1.0),
        ("advice", float("inf")),
        ("half-life", float("inf")),
    ],
)
def test_what_was_stored_and_cannot_be_meant_changes_nothing(field: str, value: Value) -> None:
    assert Parameters() == parameters_from([Statement("s", "favours", field, value)])
