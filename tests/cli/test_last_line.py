"""Whatever is asked or written down, the last line names the one next step."""

from __future__ import annotations

import json
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cli.groups import GROUPS
from cli.last_line import AFTER, FILES, SILENT
from cli.main import cli

Run = Callable[[str], Result]

ANSWERS = (
    "", "today", "suggest", "stats", "reflect", "reciprocity", "favours", "people", "show Ana",
    "path Acme", "at Acme", "apply", "goal list", "brief Ana", "draft thanks Ana", "check",
    "log talked Ana", "ask Ana", "refer Ana 'Zed Zoo' --new", "debrief Ana 'x' --yes",
    "edit Ana --tag x", "edit me --country DE", "tie Ana me --as mentor", "add 'Cleo Ruiz'",
    "goal add baker", "goal done data", "apply Acme Cook", "undo", "favours review 2",
    "export {}/a.json", "map --html {}/m.html", "report --html {}/r.html", "backup {}/b.db",
    "today --ics {}/t.ics", "forget Ana --yes",
)  # fmt: skip


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv("HOME", str(tmp_path))

    def run_line(line: str) -> Result:
        words = shlex.split(line.format(shlex.quote(str(tmp_path))))
        store = ["--store", str(tmp_path / "n.db"), "--as-of", "2026-05-01"]
        result = CliRunner().invoke(cli, [*store, *words])
        assert 0 == result.exit_code, result.output
        return result

    run_line("add 'Ana Silva (Acme)' --title 'Data Scientist' --closeness close")
    run_line("goal add 'data scientist' --company Acme")
    return run_line


@pytest.mark.parametrize("line", ANSWERS)
def test_the_last_line_names_the_next_step(run: Run, line: str) -> None:
    lines = [shown for shown in run(line).output.splitlines() if shown.strip()]

    assert "netgraph" in lines[-1]
    assert 1 >= sum(shown.startswith("Next: ") for shown in lines)


def test_a_script_hears_nothing_of_it(run: Run) -> None:
    for line in ("stats --json", "show Ana --json", "edit Ana --tag x --json"):
        assert isinstance(json.loads(run(line).output), dict)


def test_a_table_stays_a_table(run: Run) -> None:
    assert "Next" not in run("people").stdout
    assert "Next: see one of them: netgraph show WHO" in run("people").stderr


def test_every_command_that_is_named_there_is_one() -> None:
    commands = {name for names in GROUPS.values() for name in names}

    assert {*AFTER, *FILES, *SILENT} <= commands
    assert {step.split("netgraph ")[1].split()[0] for step in AFTER.values()} <= commands
