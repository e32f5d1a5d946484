"""``netgraph demo``: the main job, on invented people."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from datetime import date
from io import StringIO
from pathlib import Path

import click

from . import output
from .options import Session, json_option, pass_session

DAY = date(2026, 5, 1)
"""The day after the last one that the sample data tells of."""

PARTS = ("older", "Complete_LinkedInDataExport_05-01-2026", "journal.csv")

ASKS = 3
"""How many suggestions are shown."""


@click.command()
@click.argument("folder", default="netgraph-demo", type=click.Path(file_okay=False, path_type=Path))
@click.option("--serve", "as_page", is_flag=True, help="Show it as a page in your browser.")
@json_option
@pass_session
@click.pass_context
def demo(ctx: click.Context, session: Session, folder: Path, as_page: bool, as_json: bool) -> None:
    """Try everything on an invented network: suggestions, the map and the referral tree.

    The demo has a store of its own in FOLDER and does not touch yours.
    """
    from .serve import run
    from .suggest import suggest

    ctx.obj = Session(folder / "network.db", session.day or DAY)
    if as_json:
        with _silence():
            pages = _make(ctx, folder)
        found = {"store": str(folder / "network.db"), "as_of": ctx.obj.as_of, "pages": pages}
        output.as_json({"demo": found})
        return
    output.say("Robin Ostrow is invented: a data analyst on the way into climate tech, May 2026.")
    output.say("Reading Robin's LinkedIn export and journal ...")
    if as_page:
        _bring(ctx.obj, folder)
        run(ctx.obj)
        return
    _make(ctx, folder)
    output.say("\n$ netgraph suggest -n 3")
    ctx.invoke(suggest, limit=ASKS)
    _say_more(folder, ctx.obj.as_of)


def _make(ctx: click.Context, folder: Path) -> list[str]:
    """Read the sample in and draw its pictures; return where those lie."""
    from .map import map_
    from .tree import tree

    _bring(ctx.obj, folder)
    pages = {"map": map_, "tree": tree}
    with _silence():
        for name, draw in pages.items():
            ctx.invoke(draw, html=folder / f"{name}.html")
    return [str(folder / f"{name}.html") for name in pages]


def _bring(session: Session, folder: Path) -> None:
    """Read the sample in, and say of those who are very probably one that they are."""
    from .duplicates import accept_all

    sample = _sample()
    folder.mkdir(parents=True, exist_ok=True)
    _read(session, [sample / part for part in PARTS])
    with _silence():
        accept_all(session)


def _read(session: Session, paths: list[Path]) -> None:
    """Read the sample in."""
    from .import_ import bring_in

    with _silence() as said:
        for path in paths:
            bring_in(session, path, ask=False)
    counts = [line for line in said.getvalue().splitlines() if " people, " in line]
    output.say(max(counts, key=len, default="Nothing new: it was read before."))


@contextmanager
def _silence() -> Iterator[StringIO]:
    """Keep what is said from the screen."""
    with redirect_stdout(StringIO()) as said, redirect_stderr(said):
        yield said


def _say_more(folder: Path, day: date) -> None:
    """Say where the pictures lie, and how to go on."""
    output.say("\nThe pictures (open them in any browser):")
    for name, what in (("map", "everybody Robin knows"), ("tree", "who opened which door")):
        output.say(f"  {(folder / f'{name}.html').resolve()}: {what}")
    output.say("\nTo look around, paste these two lines and then try: netgraph, netgraph today")
    output.say(f"  export NETGRAPH_STORE={folder / 'network.db'} NETGRAPH_AS_OF={day}")
    output.say("\nWith your own data, in a new terminal window: netgraph start")


def _sample() -> Path:
    """Return where the sample data lies: in the package, or beside it in a checkout."""
    import netgraph
    from netgraph.model.errors import UnreadableFile

    package = Path(netgraph.__file__).parent
    for folder in (package / "sample_data", package.parent / "sample_data"):
        if (folder / PARTS[-1]).exists():
            return folder
    raise UnreadableFile("the sample data is not there: install netgraph-toolkit again")
