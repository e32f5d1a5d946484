"""Who waits for an answer on a terminal sees that something is done, and nothing of it stays."""

from __future__ import annotations

import os
import pty
import re
import select
import subprocess
import sys
from pathlib import Path

import pytest

from cli import waiting
from cli.groups import GROUPS

ROOT = Path(__file__).parents[2]
WAITS = """
import sys, time
from cli import output, waiting
waiting.PATIENCE = 0.0
waiting.begin("suggest")
{work}
output.say("the answer")
"""


def on_a_terminal(code: str) -> str:
    """Run code with a terminal for its messages, and return what was written there."""
    here, there = pty.openpty()
    try:
        done = subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stdout=there, stderr=there)
        os.close(there)
        told = b""
        while select.select([here], [], [], 60)[0]:
            try:
                piece = os.read(here, 4096)
            except OSError:  # the other end is closed
                break
            if not piece:
                break
            told += piece
        assert 0 == done.wait(60)
    finally:
        os.close(here)
    return told.decode()


def test_the_bar_moves_and_goes_before_the_answer() -> None:
    told = on_a_terminal(WAITS.format(work="waiting._shown.join(1.0)"))

    assert len(set(re.findall(r"Working \[[ =]{12}\]", told))) >= 2
    assert told.rstrip().endswith("\rthe answer")
    before = told[: told.index("the answer")].split("\r")
    assert "" == before[-1].strip() == before[-2].strip()


def test_an_answer_that_comes_soon_shows_no_bar() -> None:
    told = on_a_terminal(WAITS.format(work="").replace("PATIENCE = 0.0", "PATIENCE = 60.0"))

    assert "the answer" == told.strip()


def test_nobody_looks_on_so_nothing_is_drawn(capfd: pytest.CaptureFixture[str]) -> None:
    waiting.begin("suggest")
    waiting.end()

    assert ("", "") == capfd.readouterr()


def test_the_commands_that_may_take_long_are_there() -> None:
    there = {name for names in GROUPS.values() for name in names}

    assert waiting.LONG <= there
    assert {"serve", "mcp", "import", "start"}.isdisjoint(waiting.LONG)


def test_the_block_never_leaves_the_bar() -> None:
    assert {"[" + "=" * 4 + " " * 8 + "]"} == {waiting.bar(n, 1).split(" 1")[0] for n in (0, 16)}
    assert all(4 == waiting.bar(n, 1).count("=") for n in range(40))
