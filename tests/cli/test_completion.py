"""The Tab key: each shell gets its script, installed once, and real shells finish our words."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from cli.completion import NAMES
from cli.main import cli
from cli.shells import MARK, SHELLS, present

BIN = Path(sys.executable).parent


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a home of its own, with nothing set that leads elsewhere."""
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "ZDOTDIR", "PSModulePath", "SHELL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    return tmp_path


def completion(*words: str) -> str:
    result = CliRunner().invoke(cli, ["completion", *words])
    assert 0 == result.exit_code, result.output
    return result.stdout


def in_shell(name: str, home: Path, *words: str) -> str:
    """Run a real shell in a home, with our program on its path."""
    program = shutil.which(name)
    if program is None:
        pytest.skip(f"NOT TESTED in {name}: it is not installed")
    path = f"{BIN}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        [program, *words], capture_output=True, text=True, timeout=60, cwd=home,
        env={"HOME": str(home), "PATH": path, "TERM": "dumb", "LANG": "C.UTF-8"},
    )  # fmt: skip
    assert 0 == done.returncode, done.stderr
    return done.stdout


@pytest.mark.parametrize("shell", NAMES)
def test_it_is_installed_once_and_keeps_what_was_there(home: Path, shell: str) -> None:
    one = SHELLS[shell]
    if one.startup:
        one.startup().parent.mkdir(parents=True, exist_ok=True)
        one.startup().write_text("alias ll='ls -l'\n", encoding="utf-8")

    told = completion(shell, "--install")
    again = completion(shell, "--install")

    assert told == again
    assert str(one.script()) in told
    assert completion(shell).rstrip("\n") in one.script().read_text(encoding="utf-8")
    assert one.script().is_relative_to(home)
    if one.startup:
        lines = one.startup().read_text(encoding="utf-8").splitlines()
        assert "alias ll='ls -l'" == lines[0]
        assert 1 == len([line for line in lines if line.endswith(MARK)]) == len(lines) - 1


def test_the_shell_one_is_in_is_meant(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert ("powershell" if sys.platform == "win32" else "") == present()
    monkeypatch.setenv("SHELL", "/usr/local/bin/zsh")
    assert "zsh" == present()
    assert completion("zsh") == completion()


def test_without_a_known_shell_it_asks(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHELL", "/bin/elvish")
    monkeypatch.setattr(sys, "platform", "linux")
    result = CliRunner().invoke(cli, ["completion"])

    assert 1 == result.exit_code
    assert "which shell do you use? Name it: bash, zsh, fish, powershell" in result.stderr


def test_bash_finishes_commands_and_options(home: Path) -> None:
    completion("bash", "--install")
    line = (
        "source ~/.bashrc; COMP_WORDS=(netgraph {words}); COMP_CWORD=$((${{#COMP_WORDS[@]}}-1)); "
        '_netgraph_completion netgraph; printf "%s\\n" "${{COMPREPLY[@]}}"'
    )
    tell = ["--norc", "-c"]

    assert "suggest\n" == in_shell("bash", home, *tell, line.format(words="sugg"))
    assert "--explain\n" == in_shell("bash", home, *tell, line.format(words="suggest --exp"))


def test_fish_finishes_commands(home: Path) -> None:
    completion("fish", "--install")

    assert in_shell("fish", home, "-c", "complete -C 'netgraph sugg'").startswith("suggest")


def test_zsh_knows_whom_to_ask(home: Path) -> None:
    completion("zsh", "--install")
    known = "source ~/.zshrc; print -- $_comps[netgraph]"

    assert "_netgraph_completion" == in_shell("zsh", home, "-f", "-c", known).strip()


@pytest.mark.parametrize(
    ("line", "word", "expected"),
    [
        ("netgraph sugg", "sugg", "plain\tsuggest\t"),
        ("netgraph suggest --exp", "--exp", "--explain"),
        ("netgraph log than", "than", "thanked"),
        ("netgraph ", "", "\tsuggest\t"),
    ],
)
def test_powershell_is_told_a_word_and_its_help(line: str, word: str, expected: str) -> None:
    environment = {"_NETGRAPH_COMPLETE": "powershell_complete", "COMP_LINE": line,
                   "COMP_WORD": word}  # fmt: skip
    done = subprocess.run(
        [BIN / "netgraph"], capture_output=True, text=True, timeout=60,
        env={**os.environ, **environment},
    )  # fmt: skip
    assert 0 == done.returncode, done.stderr
    assert expected in done.stdout
    assert all(2 == row.count("\t") for row in done.stdout.splitlines())
