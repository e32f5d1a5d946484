"""Every command that an answer suggests can be run, whatever the state of the store."""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from cli.groups import GROUPS
from cli.main import cli
from tests.sources.exports import ANA, BO, CONNECTIONS, PROFILE, folder, table

STATES: dict[str, tuple[str, ...]] = {
    "empty": (),
    "imported": ("import {export}",),
    "goal": ("goal add 'data scientist' --company Acme",),
    "asked": ("ask Ana --want interview --for Acme --on 2026-04-08",),
    "talked": (
        "log talked Ana --on 2026-04-28",
        "refer Ana 'Cleo Ruiz (Acme)' --new",
        "log promised Ana 'send the paper' --by 2026-05-03",
    ),
    "done": ("goal done 'data scientist'",),
}
"""What is done to come from each state to the next."""

ANSWERS = (
    "", "suggest", "suggest -n 2", "today", "today --days 60", "closeness", "map", "tree", "report",
    "stats", "goal list", "people", "people nowhere", "reciprocity", "favours", "duplicates",
    "check", "path Acme", "path Siemens", "show Ana", "tie --interview", "undo",
)  # fmt: skip

COMMANDS = [name for names in GROUPS.values() for name in names]
SUGGESTED = re.compile(rf"\bnetgraph (?:{'|'.join(COMMANDS)})\b[^\n]*")
BLANK = re.compile(r"^(?:[A-Z]|[A-Z][A-Z_]+|[A-Z|]+|.*\.\.\.)$")


def suggested(text: str) -> Iterator[list[str]]:
    """Yield the commands that a text names, without those that want something to be filled in."""
    for line in SUGGESTED.findall(text):
        for part in re.split(r"(?=\bnetgraph (?:" + "|".join(COMMANDS) + r")\b)", line):
            words = part.removeprefix("netgraph ").strip()
            while words:
                try:
                    found = shlex.split(words)
                    break
                except ValueError:
                    words = words[:-1]
            else:
                continue
            end = next((n for n, w in enumerate(found) if w.startswith("(")), len(found))
            found = found[:end]
            stop = next((n for n, w in enumerate(found) if w.endswith((".", ";", ","))), None)
            if stop is not None:
                found = [*found[:stop], found[stop].rstrip(".;,")]
            if found and not any(map(BLANK.match, found)):
                yield found


@pytest.fixture
def stores(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Path]:
    """A folder with a store for each state."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(click, "launch", lambda url: 0)
    export = folder(tmp_path, "Complete_LinkedInDataExport_05-01-2026", EXPORT)
    made: dict[str, Path] = {}
    last: Path | None = None
    for state, lines in STATES.items():
        here = tmp_path / state
        shutil.copytree(last, here) if last else here.mkdir()
        for line in lines:
            done = run(here, shlex.split(line.format(export=shlex.quote(str(export)))))
            assert 0 == done.exit_code, (state, line, done.output)
        made[state], last = here, here
    return made


def run(store: Path, words: list[str]) -> Result:
    """Run a command on the store in a folder."""
    args = ["--store", str(store / "network.db"), "--as-of", "2026-05-01", *words]
    return CliRunner().invoke(cli, args, input="a note\n" * 5 + "y\n" * 20)


EXPORT: dict[str, str | bytes] = {
    "Connections.csv": table(
        CONNECTIONS,
        ("Ana", "Silva", ANA, "", "Acme", "Data Scientist", "12 Mar 2023"),
        ("Bo", "Chen", BO, "", "Blue River", "Data Analyst", "01 Feb 2020"),
        ("Dora", "Lind", f"{BO}-lind", "", "Kelp Labs", "Data Scientist", "01 Feb 2021"),
        ("Emil", "Berg", f"{BO}-berg", "", "Acme", "Chemist", "01 Feb 2022"),
    ),
    "Profile.csv": PROFILE,
}


@pytest.mark.parametrize("state", STATES)
def test_no_suggested_command_fails(stores: dict[str, Path], state: str, tmp_path: Path) -> None:
    seen: set[str] = set()
    failed: list[str] = []
    for answer in ANSWERS:
        told = tried(stores[state], tmp_path / "shown", shlex.split(answer)).output
        for words in suggested(told):
            if (line := shlex.join(words)) not in seen:
                seen.add(line)
                done = tried(stores[state], tmp_path / "tried", words)
                if done.exit_code:
                    failed.append(f"{answer!r} suggests {line!r}: {done.output}")

    assert [] == failed
    assert seen


def tried(store: Path, copy: Path, words: list[str]) -> Result:
    """Run a command on a copy of a store, which is thrown away."""
    shutil.copytree(store, copy)
    done = run(copy, words)
    shutil.rmtree(copy)
    return done


def test_commands_are_found_in_what_is_said() -> None:
    text = "Next: netgraph today\n  $ netgraph ask 'Ana Silva' --goal g1\nor netgraph import FILE."

    assert [["today"], ["ask", "Ana Silva", "--goal", "g1"]] == list(suggested(text))
