"""What the commands of ``netgraph pool`` share: their options, and how they name one another."""

from __future__ import annotations

import shlex
from pathlib import Path

import click

FILE = click.Path(dir_okay=False, path_type=Path)
SHOWN = 12
"""So many people are shown before a file is written."""

pool_option = click.option("--pool", "name", required=True, help="Which pool.")
file_argument = click.argument("file", type=FILE)


def command(verb: str, *words: str) -> str:
    """Return a command of this group; the last word is the pool."""
    *rest, name = words
    return f"netgraph pool {shlex.join([verb, *rest, '--pool', name])}"
