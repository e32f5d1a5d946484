"""Errors are of one family, say what to do, and how a program ends with them."""

from __future__ import annotations

import pytest

from netgraph.model import errors
from netgraph.model.actions import Action

FAMILY = [e for e in vars(errors).values() if isinstance(e, type) and issubclass(e, Exception)]


@pytest.mark.parametrize("error", FAMILY)
def test_each_is_a_netgraph_error_and_named_in_the_tree(error: type[Exception]) -> None:
    assert issubclass(error, errors.NetgraphError)
    assert error.__name__ in (errors.__doc__ or "")


def test_an_unclear_name_ends_with_two_and_lists_who_is_meant() -> None:
    error = errors.AmbiguousName("two people are called Ana", ["Ana Silva", "Ana Ray"])

    assert (2, ("Ana Silva", "Ana Ray")) == (error.exit_code, error.candidates)


def test_an_error_may_say_what_to_do() -> None:
    error = errors.InvalidInput("you have no goal yet", action=Action("goal add", ("nurse",)))

    assert error.action == Action("goal add", ("nurse",))
    assert (1, None) == (errors.StoreError("x").exit_code, errors.StoreError("x").action)
