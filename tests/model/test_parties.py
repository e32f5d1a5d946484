"""With whom ego had to do."""

from __future__ import annotations

import pytest

from netgraph.model.parties import other_party
from netgraph.model.records import Event, EventKind


@pytest.mark.parametrize(
    ("giver", "taker", "other"),
    [("me", "ana", "ana"), ("ana", "me", "ana"), ("ben", "ana", "ben")],
)
def test_the_other_is_who_is_not_ego_and_of_two_others_the_giver(
    giver: str, taker: str, other: str
) -> None:
    assert other == other_party(Event("e", EventKind.MET, None, giver, taker))
