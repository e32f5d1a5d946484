"""A command line taken apart as the program itself would, without running it."""

from __future__ import annotations

import shlex
from typing import Any

import click

from cli.main import cli


def parsed(line: str) -> dict[str, Any]:
    """Return what click makes of a whole command line; click's error if it is none."""
    program, *words = shlex.split(line)
    assert "netgraph" == program
    command: click.Command = cli
    context = click.Context(cli, info_name="netgraph", **cli.context_settings)
    while isinstance(command, click.Group):
        name, found, words = command.resolve_command(context, words)
        assert found is not None
        command = found
    return command.make_context(name, words, parent=context).params
