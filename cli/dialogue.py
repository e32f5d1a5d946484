"""Questions to the person at the keyboard, or to a pipe with answers: one line each."""

from __future__ import annotations

import sys

import click

from . import output, waiting


class Enough(Exception):
    """The person has had enough for now; nothing is lost."""


def asked(question: str, *, default: str = "") -> str:
    """Return the answer of one line, the default for an empty one.

    Raises
    ------
    Enough
        For ``q``, and at the end of the answers.
    """
    waiting.end()
    click.echo(output.safe(question) + " ", nl=False)
    try:
        line = sys.stdin.readline()
    except KeyboardInterrupt:
        line = ""
    if not sys.stdin.isatty():
        click.echo(output.safe(line.rstrip("\n")))
    if not line or line.strip().lower() in ("q", "quit", "exit"):
        raise Enough
    return line.strip() or default


def confirmed(question: str, *, default: bool = True) -> bool:
    """Return whether the answer is yes; anything else than yes, no or nothing is asked again."""
    hint = "[Y/n]" if default else "[y/N]"
    while True:
        said = asked(f"{question} {hint}", default="y" if default else "n").lower()
        if said in ("y", "yes", "n", "no"):
            return said.startswith("y")
        output.say("y for yes, n for no, q to stop here.")
