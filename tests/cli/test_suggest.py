"""``netgraph suggest`` as a user meets it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from cli.main import cli


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A store with four people and a goal."""
    path = tmp_path / "network.db"
    for words in (
        ["add", "Ana Silva", "--company", "Acme", "--title", "Data Scientist"],
        ["add", "Ben Ode", "--company", "ACME Inc.", "--closeness", "close"],
        ["add", "Cleo Moss", "--company", "Blue River"],
        ["add", "Dan Fox", "--company", "Blue River"],
        ["edit", "Dan", "--never-ask"],
        ["goal", "add", "data scientist", "--company", "Acme"],
    ):
        assert 0 == run(path, *words).exit_code
    return path


def run(store: Path, *words: str) -> Result:
    return CliRunner().invoke(cli, ["--store", str(store), "--as-of", "2026-05-01", *words])


def document(store: Path, *words: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(run(store, "suggest", "--json", *words).stdout)
    return found


def test_the_document_is_as_the_contract_says(store: Path) -> None:
    found = document(store)
    assert {"as_of", "goal", "suggestions", "not_now", "first"} <= found.keys()
    assert {"id": "g1", "text": "data scientist"} == found["goal"]
    best = found["suggestions"][0]
    assert {
        "rank", "person", "ask", "for", "score", "chance", "knows", "path", "basis", "reasons",
        "ready_on",
    } <= best.keys()  # fmt: skip
    assert (1, "interview", "2026-05-01") == (best["rank"], best["ask"], best["ready_on"])
    assert {"id", "name", "company", "title"} == best["person"].keys()
    assert ("company", "Acme") == (best["for"]["kind"], best["for"]["name"])
    assert ["me", best["person"]["id"]] == best["path"]
    assert best["score"] == pytest.approx(best["chance"] * best["knows"], abs=1e-3)


def test_colleagues_are_asked_one_after_the_other_and_limits_are_kept(store: Path) -> None:
    found = document(store)
    ready = {s["person"]["name"]: s["ready_on"] for s in found["suggestions"]}
    assert {"Ana Silva", "Ben Ode", "Cleo Moss"} == ready.keys()
    assert "2026-05-01" == ready["Cleo Moss"] == min(ready["Ana Silva"], ready["Ben Ode"])
    assert "2026-05-12" == max(ready["Ana Silva"], ready["Ben Ode"])
    assert "these are all who can be asked; 1 is to be left alone for now" == found["short"]
    assert [("Dan Fox", None)] == [(x["person"]["name"], x["until"]) for x in found["not_now"]]


def test_one_can_be_had(store: Path) -> None:
    assert 1 == len(document(store, "-n", "1")["suggestions"])


def test_the_text_says_what_to_ask_why_and_what_to_do_next(store: Path) -> None:
    said = run(store, "suggest").stdout
    assert "Ask Ana Silva for a talk about working at Acme" in said
    assert "- is at Acme" in said
    assert "Dan Fox: you noted not to ask them" in said
    assert "$ netgraph ask 'Ana Silva' --want interview --for=Acme --goal g1" in said


def test_the_command_it_names_works_and_changes_the_advice(store: Path) -> None:
    asked = run(store, "ask", "Ana Silva", "--want", "interview", "--for=Acme", "--goal", "g1")
    assert 0 == asked.exit_code
    found = document(store)
    waiting = {s["person"]["name"]: s["waits_for"] for s in found["suggestions"]}
    assert "you asked Ana Silva, who is at ACME Inc. too, on 2026-05-01" == waiting["Ben Ode"]
    assert "" == waiting["Cleo Moss"]
    assert ["Acme: you asked Ana Silva on 1 May; wait until 12 May"] == [
        f"{p['name']}: {p['words']}" for p in found["in_hand"]
    ]


def test_the_whole_sum_can_be_had_for_anybody(store: Path) -> None:
    said = run(store, "suggest", "--explain", "Ben").stdout
    assert "how close you are" in said
    assert "place " in said
    said = run(store, "suggest", "--explain", "Dan").stdout
    assert "not now, you noted not to ask them" in said
    told = json.loads(run(store, "suggest", "--explain", "Dan", "--json").stdout)
    assert told["explanation"]["rank"] is None


def test_without_a_goal_it_says_how_to_set_one(tmp_path: Path) -> None:
    run(tmp_path / "new.db", "add", "Ana Silva")
    result = run(tmp_path / "new.db", "suggest")
    assert 0 == result.exit_code
    assert "Next: say what you look for, such as: netgraph goal add" in result.output
    assert 2 == run(tmp_path / "new.db", "suggest", "--json").exit_code


def test_without_people_it_says_what_to_do(tmp_path: Path) -> None:
    run(tmp_path / "new.db", "goal", "add", "nurse")
    assert "Nobody is in your network yet" in run(tmp_path / "new.db", "suggest").stdout
