"""The closeness round: one key each, nothing is lost, and it says what it changed."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cli.main import cli


def run(store: Path, *args: str, typed: str = "") -> Result:
    words = ["--store", str(store), "--as-of", "2026-05-01", *args]
    result = CliRunner().invoke(cli, words, input=typed)
    assert 0 == result.exit_code, result.output
    return result


@pytest.fixture
def store(tmp_path: Path) -> Path:
    people = tmp_path / "friends.csv"
    names = "Ana Silva,Bo Chen,Cleo Ruiz,Dora Lind,Emil Berg"
    rows = "".join(f"{name},Firm {n},Data Scientist\n" for n, name in enumerate(names.split(",")))
    people.write_text(f"Name,Company,Title\n{rows}")
    store = tmp_path / "n.db"
    run(store, "import", str(people), "--known")
    run(store, "goal", "add", "data scientist")
    return store


def said(store: Path, told: str) -> list[str]:
    """Return what is said now of those who were asked about, in that order."""
    names = dict.fromkeys(re.findall(r"^\d\. (\w+) .*, Data Scientist", told, re.MULTILINE))
    pages = [json.loads(run(store, "show", name, "--json").stdout) for name in names]
    return [words for page in pages for tie in page["ties"] for words in tie["evidence"]]


def test_without_a_goal_the_first_step_is_named(tmp_path: Path) -> None:
    run(tmp_path / "n.db", "add", "Ana Silva")

    assert "First say what you look for" in run(tmp_path / "n.db", "closeness").output


def test_answers_are_written_down_and_the_round_says_what_they_changed(store: Path) -> None:
    told = run(store, "closeness", typed="b\nc\nq\n").output

    second = re.findall(r"^2\. ([\w ]+),", told, re.MULTILINE)[0]
    assert "asked because:" in told
    assert f"2 answers written down.\nYour list now begins with:\n  1. {second}" in told
    assert ["you said: barely", "you said: close"] == said(store, told)[:2]


def test_the_last_answer_is_taken_back(store: Path) -> None:
    told = run(store, "closeness", typed="c\nu\nb\nq\n").output

    assert "taken back" in told
    assert "you said: barely" in said(store, told)
    assert "you said: close" not in said(store, told)


def test_whoever_is_not_remembered_or_to_be_left_alone_is_not_suggested(store: Path) -> None:
    told = run(store, "closeness", typed="d\nl\nq\n").output

    asked = re.findall(r"^\d\. ([\w ]+), Data", told, re.MULTILINE)
    suggested = json.loads(run(store, "suggest", "--json").output)["suggestions"]
    assert 3 == len(suggested)
    assert set() == {s["person"]["name"] for s in suggested} & set(asked[:2])


def test_it_ends_by_itself_and_nobody_is_asked_about_twice(store: Path) -> None:
    told = run(store, "closeness", typed="k\n" * 30).output

    assert told.count("asked because") <= 5
    assert "no questions" in run(store, "closeness", typed="k\n").output


def test_no_answer_changes_nothing(store: Path) -> None:
    before = run(store, "suggest", "--json").output
    run(store, "closeness", typed="")

    assert before == run(store, "suggest", "--json").output


def test_scripts_get_the_questions_with_what_they_are_worth(store: Path) -> None:
    document = json.loads(run(store, "closeness", "--json").stdout)

    gains = [q["gain"] for q in document["questions"]]
    assert gains == sorted(gains, reverse=True)
    assert all(gain > 0 for gain in gains)
    assert all(q["command"].startswith("netgraph edit") for q in document["questions"])
