"""The command line as a whole: help is complete and cheap, faults are one line."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from cli.groups import GROUPS, MEANT, LazyGroup
from cli.main import cli
from cli.output import safe

HEAVY = {"networkx", "numpy", "pandas", "pyvis", "scipy", "IPython", "jinja2", "sqlite3", "rich"}


def commands(group: click.Group, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    named = group.loaded() if isinstance(group, LazyGroup) else group.commands
    for name, command in named.items():
        yield (*path, name)
        if isinstance(command, click.Group):
            yield from commands(command, (*path, name))


ALL = sorted(commands(cli))
CONTRACT = (  # the commands that scripts rely on
    "demo import people show add edit tie merge duplicates forget goal suggest path ask log refer "
    "tree reciprocity today map report stats export undo backup restore check"
).split(" ")


def run(store: Path, *args: str) -> subprocess.CompletedProcess[str]:
    """Run the real program."""
    return subprocess.run(
        [sys.executable, "-m", "cli", "--store", store, *args],
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("name", CONTRACT)
def test_the_contracts_command_is_there(name: str) -> None:
    assert name in cli.loaded()


def test_every_module_of_a_command_is_in_the_help() -> None:
    named = {name for names in GROUPS.values() for name in names}
    made = {
        value.name
        for path in Path("cli").glob("*.py")
        if path.stem not in ("__main__", "main")
        for value in vars(import_module(f"cli.{path.stem}")).values()
        if isinstance(value, click.Command)
    }

    assert set() == named - made
    groups = [one for one in cli.loaded().values() if isinstance(one, click.Group)]
    assert made - named <= {name for group in groups for name in group.commands}


@pytest.mark.parametrize(
    ("word", "command"), [("list", "people"), ("who", "suggest"), ("sugest", "suggest")]
)
def test_a_word_that_is_no_command_names_the_one_that_is_meant(word: str, command: str) -> None:
    result = CliRunner().invoke(cli, [word])

    assert 2 == result.exit_code
    assert f"There is no command '{word}'. Did you mean:\n  netgraph {command}:" in result.output


def test_words_that_mean_a_command_are_none_themselves() -> None:
    named = {name for names in GROUPS.values() for name in names}
    words = [word for words in MEANT.values() for word in words]

    assert named >= MEANT.keys()
    assert set() == named & set(words)
    assert len(words) == len(set(words))


@pytest.mark.parametrize("words", ALL, ids=" ".join)
def test_every_command_and_option_has_help(words: tuple[str, ...]) -> None:
    command: click.Command = cli
    for word in words:
        assert isinstance(command, click.Group)
        command = command.commands[word]

    assert command.help
    assert [] == [p.name for p in command.params if isinstance(p, click.Option) and not p.help]


@pytest.mark.parametrize("words", [(), *ALL], ids=" ".join)
def test_help_is_printed_without_a_fault(words: tuple[str, ...]) -> None:
    result = CliRunner().invoke(cli, [*words, "--help"])

    assert (0, True) == (result.exit_code, "Usage:" in result.output)


@pytest.mark.parametrize("args", [["--help"], ["suggest", "--help"], ["import", "--help"]])
def test_help_imports_nothing_heavy(args: list[str]) -> None:
    code = (
        "import json, sys\n"
        "from cli.main import cli\n"
        f"cli({args!r}, standalone_mode=False)\n"
        "print('\\n' + json.dumps(sorted(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    loaded = {m.split(".")[0] for m in json.loads(done.stdout.splitlines()[-1])}
    assert set() == loaded & HEAVY


def test_a_problem_is_one_line_and_exit_1(tmp_path: Path) -> None:
    (tmp_path / "x.db").write_text("my shopping list\n" * 99)

    done = run(tmp_path / "x.db", "people")

    assert (1, "") == (done.returncode, done.stdout)
    assert "not a file of netgraph" in done.stderr
    assert 1 == len(done.stderr.splitlines())


def test_an_unknown_name_is_exit_2(tmp_path: Path) -> None:
    done = run(tmp_path / "x.db", "show", "Nobody")

    assert 2 == done.returncode
    assert "nobody is called 'Nobody'" in done.stderr


def test_an_ambiguous_name_lists_the_candidates_and_is_exit_2(tmp_path: Path) -> None:
    run(tmp_path / "x.db", "add", "Ana Silva", "--company", "Acme")
    run(tmp_path / "x.db", "add", "Ana Souza", "--company", "Blue")

    done = run(tmp_path / "x.db", "log", "met", "Ana")

    assert 2 == done.returncode
    assert "Ana Silva, Acme" in done.stderr
    assert "Ana Souza, Blue" in done.stderr


@pytest.mark.parametrize("words", ["2026-13-01", "tomorrow", "01/02/2026", ""])
def test_a_bad_as_of_is_a_usage_error(words: str) -> None:
    result = CliRunner().invoke(cli, ["--as-of", words, "people"])

    assert 2 == result.exit_code
    assert "YYYY-MM-DD" in result.output


def test_what_could_command_a_terminal_is_not_printed() -> None:
    assert "a[2Jb\nc" == safe("a\x1b[2Jb\nc\u202e\x07")


def test_undo_of_an_import_and_a_log_of_changes(tmp_path: Path) -> None:
    store = tmp_path / "x.db"
    run(store, "add", "Ana Silva")

    assert "Taken back: add" in run(store, "undo").stdout
    assert {"people": []} == json.loads(run(store, "people", "--json").stdout)
    assert "nothing to take back" in run(store, "undo").stderr


def test_a_goal_says_how_specific_it_is(tmp_path: Path) -> None:
    store = tmp_path / "x.db"

    done = run(
        store, "goal", "add", "data scientist in climate tech", "--company", "Watershed", "--json"
    )

    goal = json.loads(done.stdout)["goals"][0]
    assert ("g1", ["Watershed"]) == (goal["id"], goal["companies"])
    assert 0.7 <= goal["specificity"] <= 0.9
    assert "Closed" not in run(store, "goal", "done", "g1").stderr
    assert {"goals": []} == json.loads(run(store, "goal", "list", "--json").stdout)


def test_backup_restore_and_check(tmp_path: Path) -> None:
    store, copy = tmp_path / "x.db", tmp_path / "copy.db"
    run(store, "add", "Ana Silva")
    assert 0 == run(store, "backup", str(copy)).returncode
    run(store, "add", "Ben Okafor")
    assert 0 == run(store, "restore", str(copy)).returncode

    names = [p["name"] for p in json.loads(run(store, "people", "--json").stdout)["people"]]

    assert ["Ana Silva"] == names
    assert (0, "Everything is in order.") == (
        run(store, "check").returncode,
        run(store, "check").stdout.splitlines()[0],
    )


def test_forget_needs_a_yes_and_then_is_for_good(tmp_path: Path) -> None:
    store = tmp_path / "x.db"
    run(store, "add", "Ana Silva")

    assert 0 != run(store, "forget", "Ana").returncode
    assert 0 == run(store, "forget", "Ana", "--yes").returncode
    assert 2 == run(store, "show", "Ana").returncode


def test_no_command_goes_online(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With every way to another machine shut, whatever is told of the network is told."""
    asked: list[object] = []
    for owner, name in ((socket.socket, "connect"), (socket, "getaddrinfo")):
        monkeypatch.setattr(owner, name, lambda *words, **more: asked.append(words))
    book, page = tmp_path / "book.vcf", tmp_path / "map.html"
    book.write_text("BEGIN:VCARD\nVERSION:3.0\nFN:Ana Silva\nTITLE:Nurse\nEND:VCARD\n", "utf-8")
    store = str(tmp_path / "network.db")

    for line in (f"import {book}", "goal add Nurse", "suggest", "today", f"map --html {page}"):
        words = ["--store", store, "--as-of", "2026-05-01", *line.split()]
        assert 0 == CliRunner().invoke(cli, words).exit_code

    assert [] == asked
