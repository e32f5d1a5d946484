"""Write ``docs/commands.md`` from what ``--help`` says, or ``--check`` that it has not drifted."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click
from click.testing import CliRunner

from cli.groups import LazyGroup
from cli.main import cli

PAGE = Path(__file__).with_name("commands.md")
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


def reference() -> str:
    """Return the page."""
    parts = [HEAD]
    for words in commands(cli):
        shown = CliRunner(env={"COLUMNS": "80"}).invoke(
            cli, [*words, "--help"], prog_name="netgraph", terminal_width=80
        )
        parts.append(f"## {' '.join(('netgraph', *words))}\n\n```text\n{shown.output}```\n")
    return "\n".join(parts)


def main() -> int:
    """Write the page, or compare it."""
    page = reference()
    if "--check" not in sys.argv:
        PAGE.write_text(page, encoding="utf-8")
        return 0
    if PAGE.exists() and PAGE.read_text(encoding="utf-8") == page:
        return 0
    print(f"{PAGE.name} is not what --help says: run make docs", file=sys.stderr)
    return 1


if __name__ == "__main__":
    raise SystemExit(main())
