"""``netgraph`` alone answers, whatever is in the store."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cli.main import cli


def run(store: Path, *args: str) -> Result:
    result = CliRunner().invoke(cli, ["--store", str(store), "--as-of", "2026-05-01", *args])
    assert 0 == result.exit_code, result.output
    return result


def test_an_empty_store_is_told_three_steps_and_is_not_made(tmp_path: Path) -> None:
    store = tmp_path / "network.db"

    told = run(store).output

    assert "Nothing is here yet. Three steps:" in told
    assert "Get a copy of your data" in told
    assert not store.exists()


def test_a_store_without_a_goal_is_told_the_goal_that_its_data_proposes(tmp_path: Path) -> None:
    jobs = tmp_path / "Saved Jobs.csv"
    jobs.write_text("Saved Date,Job Url,Job Title,Company Name\n,,Data Scientist,Watershed\n")
    run(tmp_path / "n.db", "add", "Ana Silva")
    run(tmp_path / "n.db", "import", str(jobs))

    told = run(tmp_path / "n.db").output

    assert told.startswith("1 person in your network.")
    assert "Next: say what you look for." in told
    assert "netgraph goal add 'data scientist' --company Watershed" in told


def test_a_goal_is_shown_with_whom_to_ask_and_the_next_step(tmp_path: Path) -> None:
    store = tmp_path / "n.db"
    run(store, "add", "Ana Silva", "--title", "Data Scientist", "--closeness", "close")
    run(store, "goal", "add", "data scientist")

    told = run(store).output

    assert "You look for: data scientist." in told
    assert "1. Ask Ana Silva for a talk" in told
    assert told.splitlines()[-1].startswith("Next: see why these")


def test_what_is_due_comes_before_new_asks(tmp_path: Path) -> None:
    store = tmp_path / "n.db"
    run(store, "add", "Ana Silva", "--title", "Data Scientist")
    run(store, "goal", "add", "data scientist")
    run(store, "log", "interview", "Ana", "--on", "2026-04-30")

    told = run(store).output

    assert "Due:\n  thank: Ana Silva." in told
    assert told.splitlines()[-1] == "Next: settle what is due, and tick it off: netgraph today"


def test_show_me_says_what_is_believed_of_the_user_and_how_to_put_it_right(tmp_path: Path) -> None:
    store = tmp_path / "n.db"
    run(store, "add", "Ana Silva")
    run(store, "edit", "me", "--name", "Robin Ostrow", "--title", "Chemist", "--country", "DE")

    told = run(store, "show", "me").output

    assert told.startswith("You are Robin Ostrow.\n  Chemist\n")
    assert "country: DE" in told
    assert "netgraph edit me --title" in told


@pytest.mark.parametrize(
    "command", ["suggest", "today", "stats", "map", "closeness", "reciprocity"]
)
def test_without_anybody_every_answer_leads_to_the_beginning(tmp_path: Path, command: str) -> None:
    told = run(tmp_path / "n.db", command).output

    assert (
        "Nobody is in your network yet.\nNext: begin here, step by step: netgraph start\n" == told
    )


def test_a_yes_without_a_day_is_in_hand_and_the_next_step(tmp_path: Path) -> None:
    store = tmp_path / "n.db"
    run(store, "add", "Ana Silva (Acme)")
    run(store, "goal", "add", "cook at Acme")
    run(store, "ask", "Ana", "--want", "interview", "--for", "Acme", "--outcome", "agreed")

    told = run(store).output
    run(store, "log", "planned", "Ana", "--by", "2026-05-07")
    planned = run(store).output

    assert "In hand:\n  Acme: Ana Silva said yes on 1 May; settle when to talk" in told
    assert told.splitlines()[-1] == (
        "Next: settle with Ana Silva when you talk, and write it down:"
        " netgraph log planned 'Ana Silva' --by DAY"
    )
    assert "Acme: you talk with Ana Silva on Thursday 7 May" in planned
    assert "settle" not in planned


def test_closeness_is_the_next_step_only_while_an_answer_counts(tmp_path: Path) -> None:
    store = tmp_path / "n.db"
    for name in ("Ana Silva (Acme)", "Ben Oak", "Chiara Rossi (Enel)"):
        run(store, "add", name)
    run(store, "goal", "add", "cook at Acme")

    assert "no questions" in run(store, "closeness").output
    assert run(store).output.splitlines()[-1].startswith("Next: see why these")


def test_goal_alone_lists_the_goals(tmp_path: Path) -> None:
    store = tmp_path / "n.db"
    run(store, "goal", "add", "cook at Acme")

    assert run(store, "goal").output == run(store, "goal", "list").output


def test_an_employer_is_proposed_by_any_of_its_words(tmp_path: Path) -> None:
    store = tmp_path / "n.db"
    run(store, "add", "Ana Silva (Stadtwerke Köln)")

    told = run(store, "at", "koln").output

    assert "did you mean Stadtwerke Köln: netgraph at 'Stadtwerke Köln'" in told


def test_nobody_is_suggested_without_a_reason(tmp_path: Path) -> None:
    store = tmp_path / "n.db"
    run(store, "add", "Ben Oak")
    run(store, "goal", "add", "cook at Acme")

    assert "- you know them; what they do is not written down yet" in run(store, "suggest").output
