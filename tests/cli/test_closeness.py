"""The closeness round: one key each, nothing is lost, and it says what it changed."""

from __future__ import annotations

import json
import re
import shlex
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


@pytest.fixture
def doors(tmp_path: Path) -> Path:
    """Five people of other trades, and a goal with an employer where nobody is known."""
    people = tmp_path / "friends.csv"
    names = "Ana Silva,Bo Chen,Cleo Ruiz,Dora Lind,Emil Berg"
    rows = "".join(f"{name},Firm {n},Cook\n" for n, name in enumerate(names.split(",")))
    people.write_text(f"Name,Company,Title\n{rows}")
    store = tmp_path / "doors.db"
    run(store, "import", str(people), "--known")
    run(store, "goal", "add", "nurse", "--company", "Watershed")
    return store


def asked_about(told: str) -> list[str]:
    return re.findall(r"Might ([\w ]+) \(.*\) know somebody at Watershed\?", told)


def test_who_may_know_somebody_there_is_asked_for_an_introduction(doors: Path) -> None:
    told = run(doors, "closeness", "--doors", typed="y\nq\n").output
    [name, *_] = asked_about(told)

    assert "1 answer written down." in told
    assert f"Ask {name} whom they know at Watershed" in run(doors, "suggest").output
    reason = "you said that they may know somebody at Watershed"
    rows = json.loads(run(doors, "suggest", "--json").output)["suggestions"]
    [row] = [row for row in rows if row["person"]["name"] == name]
    assert ("stated", True) == (row["basis"], reason in row["reasons"])
    assert f"{name}: {reason}" in run(doors, "path", "Watershed").output


def test_a_no_an_unknown_and_what_is_taken_back(doors: Path) -> None:
    told = run(doors, "closeness", "--doors", typed="y\nu\nn\nd\nq\n").output
    first, _, again, second, *_ = asked_about(told)

    assert first == again != second
    assert "taken back" in told
    notes = json.loads(run(doors, "show", first, "--json").output)["person"]["notes"]
    assert {"knows_nobody_at": "Watershed"} == notes
    assert {} == json.loads(run(doors, "show", second, "--json").output)["person"]["notes"]
    assert first not in run(doors, "path", "Watershed").output


def test_questions_about_doors_end_by_themselves_and_say_why_there_are_none(
    doors: Path, tmp_path: Path
) -> None:
    told = run(doors, "closeness", "--doors", typed="n\n" * 40).output
    assert 0 < len(asked_about(told)) <= 5
    assert len(asked_about(told)) == len(set(asked_about(told)))
    assert "would change the list: no questions" in run(doors, "closeness", "--doors").output

    run(doors, "add", "Flo Ek (Watershed)")
    assert "you know somebody" in run(doors, "closeness", "--doors").output
    run(tmp_path / "o.db", "add", "Ana Silva")
    run(tmp_path / "o.db", "goal", "add", "nurse")
    assert "name no employer" in run(tmp_path / "o.db", "closeness", "--doors").output


def test_doors_come_after_closeness_but_not_for_who_had_enough(doors: Path) -> None:
    assert not asked_about(run(doors, "closeness", typed="k\nq\n").output)
    assert asked_about(run(doors, "closeness", typed="k\n" * 4 + "q\n").output)


def test_scripts_get_the_questions_about_doors_with_the_command_of_a_yes(doors: Path) -> None:
    [first, *_] = json.loads(run(doors, "closeness", "--doors", "--json").output)["questions"]
    words = shlex.split(first["command"])

    assert ["netgraph", "tie", first["person"]["name"]] == words[:3]
    run(doors, *words[1:])
    notes = json.loads(run(doors, "show", first["person"]["id"], "--json").output)["person"]
    assert {"may_know_at": "Watershed"} == notes["notes"]
