"""The docs cannot lie: every block of commands or Python runs, and links lead somewhere."""

from __future__ import annotations

import doctest
import os
import re
import shutil
import subprocess
import sys
import warnings
from pathlib import Path
from typing import Any

import pytest

from cli.groups import GROUPS
from cli.main import cli
from docs.reference import drifted
from tests.cli.parsing import parsed
from tests.docs_blocks import Terminal, blocks, printed_in_order

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
CONSOLE = [block for block in blocks(README) if block.language == "console"]
PYTHON = [block.text for block in blocks(README) if block.language == "python"]


def name_of(page: Path) -> str:
    """Return what a page is called from the root of the checkout."""
    return page.relative_to(ROOT).as_posix()


NOT_RUN: dict[str, str] = {
    "bat": "a file for Windows",
    "sh": "for the shell of the reader's own machine: what it installs is tried in .ci/setup",
    "json": "what another program is told",
    "text": "no command, but what a file or a screen has",
    "toctree": "for Sphinx",
    "eval": "for Sphinx",
}
"""The other blocks that a page may have, and why they are not run."""


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

    for command, expected in (step for block in CONSOLE for step in block.steps()):
        done = subprocess.run(
            ["bash", "-c", command], capture_output=True, text=True, check=False, input="k\nb\nq\n"
        )
        assert 0 == done.returncode, f"{command}\n{done.stderr}"
        printed_in_order(expected, done.stdout + done.stderr)
    for block in PYTHON:
        code = compile(block, "README.md", "exec")
        exec(code, {"__name__": "readme"})


def test_the_readme_works_today_and_with_ones_own_files() -> None:
    text = "".join(block.text for block in CONSOLE)

    assert "--as-of" not in text
    assert "sample_data" not in text


def test_the_readme_has_commands_to_run() -> None:
    assert len(CONSOLE) >= 2
    assert len(PYTHON) >= 1


@pytest.mark.parametrize("page", PAGES[1:], ids=name_of)
def test_the_blocks_of_a_page_run(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    """Commands and Python, in the order of the page, in the sample's network if it has commands."""
    text = page.read_text("utf-8")
    here = [block for block in blocks(text) if block.file or block.language not in NOT_RUN]
    assert {"console", "python"} >= {block.language for block in here if not block.file}
    if not here:
        return
    (tmp_path / "sample_data").symlink_to(ROOT / "sample_data")
    terminal = Terminal(tmp_path, monkeypatch)
    if "<!-- network: none -->" not in text and any(b.language == "console" for b in here):
        sample = request.getfixturevalue("sample_store")
        for part in sample.parent.glob(f"{sample.name}*"):
            shutil.copy(part, tmp_path)
    python = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)
    names: dict[str, Any] = {}
    said: list[str] = []
    for block in here:
        if block.file:
            (tmp_path / block.file).write_text(block.text, encoding="utf-8")
        elif block.language == "console":
            for command, expected in block.steps():
                printed_in_order(expected, terminal.run(command, block.types))
        else:
            examples = doctest.DocTestParser().get_doctest(block.text, names, page.name, None, 0)
            assert examples.examples, "Python is written with >>>, so that what it answers is tried"
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                python.run(examples, out=said.append, clear_globs=False)
            names = examples.globs
    assert "" == "".join(said)


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_what_is_not_run_has_commands_that_there_are(page: Path) -> None:
    """A form to fill in, a file for a double click: the command and its options exist."""
    text = page.read_text("utf-8")
    kept = [block.text for block in blocks(text) if block.language in NOT_RUN and not block.file]
    for line in re.findall(r"^netgraph .*", "\n".join(kept), re.MULTILINE):
        if "--help" not in line:
            parsed(re.split(r"\s{2,}", line)[0])

    assert "$ netgraph" not in "\n".join(kept)
    assert [] == re.findall(r"(?:^|\n\n) {4}(?:\$ )?(netgraph .*)", text)


@pytest.mark.parametrize("name", sorted(cli.loaded()))
def test_every_command_is_in_the_readme(name: str) -> None:
    assert re.search(rf"\b{name}\b", README)


def test_the_readmes_table_has_the_groups_of_the_help() -> None:
    rows = re.findall(r"^\| ([^|]+) \| (`[^|]+) \|$", README, re.MULTILINE)

    assert [(title.lower(), names) for title, names in GROUPS.items()] == [
        (title, tuple(re.findall(r"`(\w+)`", names))) for title, names in rows
    ]


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text("utf-8"))

    assert [] == [link for link in links if not (page.parent / link).exists()]


def test_the_pages_written_from_the_code_have_not_drifted() -> None:
    assert [] == drifted(), "run make docs"
