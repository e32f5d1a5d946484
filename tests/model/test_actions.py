"""What can be done next, as plain data."""

from __future__ import annotations

import pytest

from netgraph.model.actions import Action, Hint


def test_an_action_needs_only_its_verb() -> None:
    assert Action("tree", (), {}) == Action("tree")
    assert Action("log", ("ana",)) != Action("log", ("ben",))
    assert Hint("see", None) == Hint("see")


def test_an_action_does_not_change() -> None:
    action = Action("log", ("ana",), {"kind": "thanked"})

    with pytest.raises(AttributeError):
        action.verb = "ask"  # type: ignore[misc]
    assert ("log", ("ana",), "thanked") == (action.verb, action.who, action.fields["kind"])


def test_two_actions_share_no_fields() -> None:
    assert Action("tree").fields is not Action("tree").fields
