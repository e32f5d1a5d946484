"""A template reads facts and does nothing else, in bounded steps and output."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgraph.model.errors import InvalidInput
from netgraph.talks.sandbox import LONGEST, render

FACTS = {"you": {"first": "Ana", "names": ("Ben", "Cleo")}, "long": "x" * 1000}


def filled(template: str) -> str:
    return render(template, FACTS, name="en/mine.j2")


def test_facts_conditions_and_loops_are_read() -> None:
    template = "{% for n in you.names %}{{ n }}{% if not loop.last %}, {% endif %}{% endfor %}"

    assert "Ben, Cleo" == filled(template)
    assert "ANA" == filled("{{ you.first | upper }}")
    assert "no" == filled("{% if you.first == 'Ben' %}yes{% else %}no{% endif %}")


@pytest.mark.parametrize(
    ("template", "words"),
    [
        ("{% include '/etc/passwd' %}", "includes another file"),
        ("{% extends 'base.j2' %}", "builds on another file"),
        ("{% import 'x' as x %}", "imports another file"),
        ("{{ you.first.upper() }}", "calls something"),
        ("{{ you.__class__ }}", "looks into __class__"),
        ("{{ you['__class__'] }}", "no attribute '__class__'"),
        ("{{ you | attr('items') }}", "uses the filter attr"),
        ("{{ you.items }}", "no attribute 'items'"),
        ("{{ self }}", "uses self"),
        ("{% set x = 'a' %}", "sets a value"),
        ("{% macro x() %}{% endmacro %}", "has a macro"),
        ("{{ 9 ** 999999999 }}", "has a pow"),
        ("{{ 'x' * 999999999 }}", "has a mul"),
        ("{{ ''.join('a') }}", "calls something"),
        ("{{ nothing }}", "'nothing' is undefined; facts are: long, you"),
        ("{% for x in you.names %}", "line 1"),
        ("{{ (" * 3000, "en/mine.j2"),
        ("{{ long | join(long) }}", "joins more than"),
        ("{% for a in long %}{% for b in long %}{% endfor %}{% endfor %}", "loops more than"),
        ("{% for a in long %}{{ long }}{% endfor %}", "writes more than"),
        ("x" * (LONGEST + 1), "longer than"),
    ],
)
def test_whatever_does_more_is_refused_in_one_clear_line(template: str, words: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        filled(template)

    assert words in str(refused.value)
    assert "\n" not in str(refused.value)


@given(st.text(alphabet="{}%|.()[]'\" abyou_first=+-*/~,:#\n", max_size=60))
def test_any_text_is_filled_in_or_refused(text: str) -> None:
    try:
        result = filled(text)
    except InvalidInput:
        return
    assert len(result) <= LONGEST


@given(st.text(max_size=80))
def test_a_fact_is_never_read_as_a_template(text: str) -> None:
    assert text == render("{{ x }}", {"x": text}, name="x")
