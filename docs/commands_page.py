"""The page of the commands, from what ``--help`` says."""

from __future__ import annotations

from collections.abc import Iterator

import click
from click.testing import CliRunner

from cli.groups import LazyGroup
from cli.main import cli

HEAD = """# The commands

Written by `make docs` from `netgraph --help`; a test fails when the two differ.
"""


def commands(group: click.Group, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Yield the words of every command, the group's own first."""
    yield path
    named = group.loaded() if isinstance(group, LazyGroup) else group.commands
    for name, command in sorted(named.items()):
        if isinstance(command, click.Group):
            yield from commands(command, (*path, name))
        else:
            yield (*path, name)


def page() -> str:
    """Return the page."""
    parts = [HEAD]
    for words in commands(cli):
        shown = CliRunner(env={"COLUMNS": "80"}).invoke(
            cli, [*words, "--help"], prog_name="netgraph", terminal_width=80
        )
        parts.append(f"## {' '.join(('netgraph', *words))}\n\n```text\n{shown.output}```\n")
    return "\n".join(parts)
