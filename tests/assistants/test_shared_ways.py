"""An assistant is told whom members of pools know, with names and without."""

from __future__ import annotations

from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

import pytest

from netgraph.assistants import answers
from netgraph.assistants.desk import Desk
from netgraph.assistants.veiling import handle
from netgraph.model.as_of import AsOf
from netgraph.pools.shares import Chosen
from netgraph.store import Store
from tests.pools.people import MAY_1
from tests.pools.test_advice import SENTENCE, of_a_member

KEY = b"k" * 32
BEN = handle("ben-ode", KEY)
CALLED = BEN.replace("-", " ").capitalize()


def desk(path: Path, key: bytes | None) -> Desk:
    return Desk(path, lambda: MAY_1, lambda: datetime(2026, 5, 1, tzinfo=UTC), key)


def named(view: AsOf) -> str:
    """Return all that is told, as one text."""
    told = answers.suggestions(view), answers.ways(view, "Siemens")
    return str([asdict(one) for one in told])


def test_with_names_it_is_told_as_the_commands_tell_it(tmp_path: Path) -> None:
    view = desk(of_a_member(tmp_path), None).view_with_pools("Siemens")

    told, way = answers.suggestions(view), answers.ways(view, "Siemens").ways[0]

    assert SENTENCE == told.suggestions[0].sentence
    assert ("you", "Ben Ode", "somebody in marketing at Siemens") == way.people
    assert "through Ben Ode, who shares contacts in Spring cohort" in way.rests_on[1]


def test_without_names_there_is_no_name(tmp_path: Path) -> None:
    view = desk(of_a_member(tmp_path), KEY).view_with_pools("Siemens")

    told, way = answers.suggestions(view), answers.ways(view, "Siemens").ways[0]

    assert f"Ask {CALLED} whom they know at Siemens" == told.suggestions[0].sentence
    assert BEN == told.suggestions[0].person.id
    assert ("you", CALLED, "somebody in marketing at Siemens") == way.people
    assert f"through {CALLED}, who shares contacts in a pool" in way.rests_on[1]
    assert not [w for w in ("Ben", "Ode", "Eva", "Spring", "Cara") if w in named(view)]


def test_a_name_that_a_member_shared_is_a_handle(tmp_path: Path) -> None:
    path = of_a_member(tmp_path, chosen=Chosen(names=True))

    assert "Cara Weiss" in named(desk(path, None).view_with_pools())
    assert not [w for w in ("Cara", "Weiss") if w in named(desk(path, KEY).view_with_pools())]


@pytest.mark.parametrize("key", [None, KEY])
def test_without_pools_the_view_is_the_same(tmp_path: Path, key: bytes | None) -> None:
    with Store.open(tmp_path / "x.db"):
        one = desk(tmp_path / "x.db", key)

    assert one.view() is one.view_with_pools("Siemens")
