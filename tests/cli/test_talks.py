"""The commands around a talk, on a store of their own."""

from __future__ import annotations

import json
import shlex
from collections.abc import Callable
from email import message_from_bytes, policy
from pathlib import Path
from typing import Any

import pyperclip
import pytest
from click.testing import CliRunner, Result

from cli.main import cli

Run = Callable[..., Result]
DAY = "2026-05-06"


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Return a function that runs a command line on a store of its own."""

    def run_line(line: str, *, as_of: str = DAY, code: int = 0, typed: str | None = None) -> Result:
        args = ["--store", str(tmp_path / "network.db"), "--as-of", as_of, *shlex.split(line)]
        result = CliRunner().invoke(cli, args, input=typed)
        assert code == result.exit_code, result.output
        assert result.exception is None or isinstance(result.exception, SystemExit)
        return result

    return run_line


def answer(result: Result) -> Any:
    return json.loads(result.stdout)


def test_a_draft_has_the_keys_of_the_contract(run: Run) -> None:
    run("add 'Ana Silva (Acme)' --email ana@example.org")

    letter = answer(run("draft request ana --json"))["draft"]

    assert {"kind", "person", "subject", "text", "words", "blanks"} <= letter.keys()
    assert ("request", "Ana Silva") == (letter["kind"], letter["person"]["name"])
    assert 41 <= letter["words"] == len(letter["text"].split()) <= 74
    assert all(f"[{blank}]" in letter["text"] for blank in letter["blanks"])


def test_a_draft_shows_what_to_look_at(run: Run) -> None:
    run("add 'Ana Silva (Acme)' --email ana@example.org")

    shown = run("draft thanks ana").stdout

    assert "Subject: Thank you" in shown
    assert "to fill in: one thing you learned from them" in shown
    assert "mailto:ana@example.org?subject=Thank%20you" in shown


def test_a_message_file_opens_as_a_draft_and_is_private(run: Run, tmp_path: Path) -> None:
    run("add 'Ana Silva (Acme)' --email ana@example.org")
    path = tmp_path / "ana.eml"

    run(f"draft request ana --eml {path}")

    mail = message_from_bytes(path.read_bytes(), policy=policy.default)
    assert ("1", "Ana Silva <ana@example.org>") == (mail["X-Unsent"], mail["To"])
    assert 0o600 == path.stat().st_mode & 0o777
    assert "cannot write" in run("draft request ana --eml /no/such/x.eml", code=1).stderr


def test_the_text_goes_to_the_clipboard_where_there_is_one(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied: list[str] = []
    run("add 'Ana Silva (Acme)'")

    monkeypatch.setattr(pyperclip, "copy", copied.append)
    letter = answer(run("draft request ana --json --copy"))["draft"]
    assert [letter["text"]] == copied

    def no_clipboard(text: str) -> None:
        raise pyperclip.PyperclipException("none")

    monkeypatch.setattr(pyperclip, "copy", no_clipboard)
    assert "There is no clipboard here" in run("draft request ana --copy").stderr


@pytest.mark.parametrize(
    ("line", "words", "code"),
    [
        ("draft love ana", "'love' is not one of", 2),
        ("draft introduction ana", "--for TARGET", 1),
        ("draft via ana", "--via INTRODUCER", 1),
        ("draft request ana --language xx", "there are de, en", 1),
        ("draft request nobody", "nobody is called", 2),
    ],
)
def test_a_draft_that_cannot_be_meant_is_one_clear_line(
    run: Run, line: str, words: str, code: int
) -> None:
    run("add 'Ana Silva (Acme)'")

    assert words in run(line, code=code).stderr


def test_a_hostile_template_is_refused(run: Run, tmp_path: Path) -> None:
    run("add 'Ana Silva (Acme)'")
    mine = tmp_path / "templates" / "en" / "request.j2"
    mine.parent.mkdir(parents=True)
    mine.write_text("Subject: x\n\n{{ you.__class__ }}")

    assert "looks into __class__: it may only read facts" in run("draft request ana", code=1).stderr
