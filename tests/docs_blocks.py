"""The blocks of a page of Markdown, and a terminal that runs those of commands.

A block of ``console`` has commands after ``$`` and what they print; ``...`` stands for any lines.
Before a block a comment may say what the reader types (``<!-- types: y, n, q -->``), or of which
file it is the content (``<!-- file: alumni.csv -->``). On any page, ``<!-- network: none -->`` says
that it begins without the sample's network.
"""

from __future__ import annotations

import glob
import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from cli.main import cli
from tests.cli.parsing import parsed

FENCE = re.compile(
    r"(?:^<!-- (?:types: (?P<types>.*?)|file: (?P<file>\S+)) -->\n+)?"
    r"^```(?P<language>\w+)\n(?P<text>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
FOR_EVER = re.compile(r"netgraph serve\b|netgraph demo\b.* --serve\b")
"""Commands that only end when the reader ends them."""


@dataclass(frozen=True)
class Block:
    """A fenced block: its language and text, what the reader types, or the file it stands for."""

    language: str
    text: str
    types: tuple[str, ...] = ()
    file: str = ""

    def steps(self) -> Iterator[tuple[str, list[str]]]:
        """Yield each command with the lines that it is said to print."""
        for part in re.split(r"^\$ ", self.text, flags=re.MULTILINE)[1:]:
            lines = part.replace("\\\n", " ").rstrip().splitlines()
            yield lines[0], lines[1:]


def blocks(text: str) -> list[Block]:
    """Return the fenced blocks of a page."""
    return [
        Block(
            found["language"],
            found["text"],
            tuple((found["types"] or "").split(", ")),
            found["file"] or "",
        )
        for found in FENCE.finditer(text)
    ]


def printed_in_order(expected: list[str], output: str) -> None:
    """Assert that the lines were printed in this order; ``...`` stands for any."""
    place = 0
    for line in expected:
        if line.strip() != "...":
            found = output.find(line.rstrip(), place)
            assert found >= 0, f"{line!r} was not printed:\n{output}"
            place = found + len(line.rstrip())


class Terminal:
    """Runs the commands of a page in this process, in a folder and with a network of its own."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.patch = monkeypatch
        monkeypatch.chdir(folder)
        for name, value in (("HOME", folder), ("NETGRAPH_STORE", folder / "network.db")):
            monkeypatch.setenv(name, str(value))
        monkeypatch.setenv("NETGRAPH_AS_OF", "2026-05-01")
        monkeypatch.setattr("click.launch", lambda _: 0)

    def run(self, command: str, types: tuple[str, ...] = ()) -> str:
        """Return what a command prints; it must end well."""
        program, *words = shlex.split(command)
        if program == "export":
            for name, _, value in (word.partition("=") for word in words):
                self.patch.setenv(name, value)
            return ""
        assert "netgraph" == program, f"no command of ours: {command}"
        if FOR_EVER.match(command):
            parsed(command)
            return ""
        typed = "".join(f"{line}\n" for line in types)
        done = CliRunner().invoke(cli, list(_expanded(words)), input=typed)
        assert 0 == done.exit_code, f"{command}\n{done.output}\n{done.exception!r}"
        return done.output


def _expanded(words: list[str]) -> Iterator[str]:
    """Yield words as a shell hands them over: home folders and patterns filled in."""
    for word in words:
        path = str(Path(word).expanduser()) if word.startswith("~") else word
        yield from (sorted(glob.glob(path)) if "*" in path else ()) or [path]
