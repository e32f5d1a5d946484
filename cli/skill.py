"""``netgraph skill``: what an assistant needs to know to help with netgraph."""

from __future__ import annotations

from importlib.resources import files

import click

from . import output
from .options import json_option


@click.command()
@json_option
def skill(as_json: bool) -> None:
    """Print a SKILL.md, for an assistant that works with netgraph for you.

    It says what there is, the routine of a week, and what an assistant never does: send, invent,
    or write without asking. An assistant that is not on your machine sees what you show it.
    """
    text = document()
    output.done({"skill": text}, text, json_wanted=as_json)


def document() -> str:
    """Return the document for the installed version, its commands listed."""
    from netgraph import __version__

    from .main import cli

    commands = cli.loaded().items()
    lines = [f"- `{name}`: {command.get_short_help_str(limit=300)}" for name, command in commands]
    text = files("netgraph.data").joinpath("skill.md").read_text(encoding="utf-8")
    return text.replace("VERSION", __version__).replace("COMMANDS\n", "\n".join(lines))
