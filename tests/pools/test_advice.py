"""Whom to ask with what pools show: one rule for commands and page."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from cli.main import cli
from netgraph.model.records import Goal, Step
from netgraph.pools.advice import recommend_with_pools
from netgraph.pools.joining import join
from netgraph.pools.membership import member_of
from netgraph.pools.shares import Chosen
from netgraph.store import Store
from tests.pools.people import MAY_1, POOL, contact, exported, store_of, view_of

GOAL = Goal("g", "marketing", companies=("Siemens",), steps=(Step(MAY_1, "open"),))
SENTENCE = "Ask Ben Ode whom they know at Siemens"


def of_a_member(folder: Path, chosen: Chosen | None = None) -> Path:
    """Ana knows Ben, who shares Cara of Siemens."""
    cara = contact("Cara Weiss", "Siemens", "Head of Marketing")
    ben = store_of(folder / "ben.db", "Ben Ode", *cara)
    people = (*contact("Ben Ode", "TU Wien", ""), *contact("Eva Ling", "Acme"))
    path = store_of(folder / "ana.db", "Ana Silva", *people, GOAL)
    with Store.open(path) as store:
        join(store, member_of(store, POOL), [exported(ben, folder / "b.pool", chosen=chosen)])
    return path


def test_a_member_who_shares_somebody_is_asked_for_them(tmp_path: Path) -> None:
    with Store.open(of_a_member(tmp_path)) as store:
        view = view_of(store)
        told, wide = recommend_with_pools(view, store, [GOAL], limit=3)

    assert SENTENCE == told.suggestions[0].sentence
    assert wide is not view
    assert view.ledger.people.keys() < wide.ledger.people.keys()


def test_the_first_screen_and_suggest_say_the_same(tmp_path: Path) -> None:
    store = ["--store", str(of_a_member(tmp_path)), "--as-of", "2026-05-01"]

    home = CliRunner().invoke(cli, store).output
    suggest = CliRunner().invoke(cli, [*store, "suggest"]).output

    assert f"1. {SENTENCE}" in home
    assert f"1. {SENTENCE}" in suggest
