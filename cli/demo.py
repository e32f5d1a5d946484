"""``netgraph demo``: the main job, on invented people."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import click

from . import output
from .import_ import import_command
from .map import map_
from .options import Session, pass_session
from .suggest import suggest
from .tree import tree

DAY = date(2026, 5, 1)
"""The day after the last one that the sample data tells of."""

PARTS = ("older", "Complete_LinkedInDataExport_05-01-2026", "journal.csv")


@click.command()
@click.argument("folder", default="netgraph-demo", type=click.Path(file_okay=False, path_type=Path))
@pass_session
@click.pass_context
def demo(ctx: click.Context, session: Session, folder: Path) -> None:
    """Try everything on an invented network: suggestions, the map and the referral tree.

    The demo has a store of its own in FOLDER and does not touch yours.
    """
    sample = _sample()
    folder.mkdir(parents=True, exist_ok=True)
    ctx.obj = Session(folder / "network.db", session.day or DAY)
    for part in PARTS:
        _run(ctx, import_command, f"import {part}", paths=(sample / part,))
    _run(ctx, suggest, "suggest -n 5", limit=5)
    _run(ctx, map_, "map --html map.html", html=folder / "map.html")
    _run(ctx, tree, "tree --html tree.html", html=folder / "tree.html")
    output.say("")
    output.say(f"To look around: netgraph --store {ctx.obj.path} --as-of {ctx.obj.as_of} today")
    output.say("With your own data: netgraph import YOUR-LINKEDIN-EXPORT.zip")


def _run(ctx: click.Context, command: click.Command, line: str, **given: Any) -> None:
    """Show a command as somebody would type it and run it."""
    output.say(f"\n$ netgraph {line}")
    ctx.invoke(command, **given)


def _sample() -> Path:
    """Return where the sample data lies: in the package, or beside it in a checkout."""
    import netgraph
    from netgraph.model.errors import UnreadableFile

    package = Path(netgraph.__file__).parent
    for folder in (package / "sample_data", package.parent / "sample_data"):
        if (folder / PARTS[-1]).exists():
            return folder
    raise UnreadableFile("the sample data is not there: install netgraph-toolkit again")
