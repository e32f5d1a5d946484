"""The docs cannot lie: the README's commands run, every command is named, links lead somewhere."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from cli.groups import GROUPS
from cli.main import cli

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
CONSOLE = re.findall(r"```console\n(.*?)```", README, re.DOTALL)
PYTHON = re.findall(r"```python\n(.*?)```", README, re.DOTALL)


def steps(block: str) -> list[tuple[str, list[str]]]:
    """Return each command of a block with the lines it is said to print."""
    parts = re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]
    return [(lines[0], lines[1:]) for lines in (part.rstrip().splitlines() for part in parts)]


def printed_in_order(expected: list[str], output: str) -> None:
    """Assert that the lines were printed in this order; ``...`` stands for any."""
    place = 0
    for line in expected:
        if line.strip() != "...":
            found = output.find(line.rstrip(), place)
            assert found >= 0, f"{line!r} was not printed:\n{output}"
            place = found + len(line.rstrip())


def test_the_readmes_commands_print_what_it_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The day and the file come from outside: whoever copies a line works with their own."""
    export = next((ROOT / "sample_data").glob("Complete_*"))
    (tmp_path / "Downloads").mkdir()
    shutil.make_archive(str(tmp_path / "Downloads" / export.name), "zip", export)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("NETGRAPH_STORE", str(tmp_path / "network.db"))
    monkeypatch.setenv("NETGRAPH_AS_OF", "2026-05-01")
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")

    for command, expected in (step for block in CONSOLE for step in steps(block)):
        done = subprocess.run(
            ["bash", "-c", command], capture_output=True, text=True, check=False, input="k\nb\nq\n"
        )
        assert 0 == done.returncode, f"{command}\n{done.stderr}"
        printed_in_order(expected, done.stdout + done.stderr)
    for block in PYTHON:
        code = compile(block, "README.md", "exec")
        exec(code, {"__name__": "readme"})


def test_the_readme_works_today_and_with_ones_own_files() -> None:
    blocks = "".join(CONSOLE)

    assert "--as-of" not in blocks
    assert "sample_data" not in blocks


def test_the_readme_has_commands_to_run() -> None:
    assert len(CONSOLE) >= 2
    assert len(PYTHON) >= 1


@pytest.mark.parametrize("name", sorted(cli.loaded()))
def test_every_command_is_in_the_readme(name: str) -> None:
    assert re.search(rf"\b{name}\b", README)


def test_the_readmes_table_has_the_groups_of_the_help() -> None:
    rows = re.findall(r"^\| ([^|]+) \| (`[^|]+) \|$", README, re.MULTILINE)

    assert [(title.lower(), names) for title, names in GROUPS.items()] == [
        (title, tuple(re.findall(r"`(\w+)`", names))) for title, names in rows
    ]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text("utf-8"))

    assert [] == [link for link in links if not (page.parent / link).exists()]


def test_the_command_reference_has_not_drifted() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "docs.reference", "--check"],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )

    assert (0, "") == (done.returncode, done.stderr)
