"""Typed rows as what JSON knows."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date

import pytest

from netgraph.model.actions import Action, Hint
from netgraph.model.plain_data import advised, plain
from netgraph.model.records import Basis


@dataclass(frozen=True)
class Row:
    from_: str
    days: tuple[date, ...] = ()
    action: Action | None = None
    hint: Hint | None = None


def write(action: Action) -> str:
    return " ".join((action.verb, *action.who))


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, None),
        ("x", "x"),
        (1, 1),
        (0.5, 0.5),
        (True, True),
        (Basis.STATED, "stated"),
        (date(2026, 5, 1), "2026-05-01"),
        (Action("show", ("ana",)), "show ana"),
        ((1, "a"), [1, "a"]),
        ({"b", "a"}, ["a", "b"]),
        (frozenset({2, 1}), [1, 2]),
        ({"from_": date(2026, 5, 1), 2: "x"}, {"from": "2026-05-01", "2": "x"}),
    ],
)
def test_every_value_becomes_what_json_knows(value: object, shown: object) -> None:
    assert shown == plain(value, write)
    assert shown == json.loads(json.dumps(plain(value, write)))


def test_a_row_has_its_fields_in_order_and_a_command_if_there_is_something_to_do() -> None:
    row = Row("Ana", (date(2026, 5, 1),), Action("tree"), Hint("look", Action("show")))
    shown = plain(row, write)

    assert {"from": "Ana", "days": ["2026-05-01"], "command": "tree", "hint": "look: show"} == shown
    assert ["from", "days", "command", "hint"] == list(shown)
    assert ["from", "days", "hint"] == list(plain(Row("Ana"), write))


def test_a_class_is_no_row() -> None:
    assert Row is plain(Row, write)


@pytest.mark.parametrize(
    ("hint", "shown"),
    [
        (Hint("all is well"), "all is well"),
        (Hint("look", Action("show", ("ana",))), "look: show ana"),
        (Hint("is that so?", Action("check")), "is that so? check"),
        (Hint("is that so?"), "is that so?"),
    ],
)
def test_advice_ends_with_what_follows_it(hint: Hint, shown: str) -> None:
    assert shown == advised(hint, write)
    assert shown == plain(hint, write)
