"""Entry point: the root group, its commands, and the one place that turns errors into messages."""

from __future__ import annotations

import gc
import os
import re
import sys
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

import click

from netgraph.model.errors import InvalidInput, NetgraphError

from . import waiting
from .actions import writer, written
from .groups import LazyGroup
from .last_line import say_last
from .options import Session
from .output import begin, note
from .plain import WANTED

WORDS = "netgraph.words"

_DAY = re.compile(r"\d{4}-\d\d?-\d\d?")


class Group(LazyGroup):
    """Group that reports the library's errors as one line, and ends an answer with a next step.

    An error is exit 1, or 2 for an unclear name.
    """

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, and keep the words with which it was given."""
        ctx.meta[WORDS] = list(args)
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; never show a traceback for what the user can put right."""
        begin()
        try:
            result = super().invoke(ctx)
            say_last(ctx.meta.get(WORDS, ()))
            return result
        except NetgraphError as error:
            stop = "" if str(error).endswith("?") else "."
            then = f"{stop} Try: {_as_command(ctx.obj, error)}" if error.action else ""
            note(f"Error: {error}{then}")
            for line in getattr(error, "candidates", ()):
                note(f"  {line}")
            ctx.exit(error.exit_code)


def _as_command(session: Session | None, error: NetgraphError) -> str:
    """Write what to do about an error; whom the library names by id is named as one would type."""
    if error.action is None:
        return ""
    by_id = isinstance(error, InvalidInput) and error.action.who
    if by_id and session and session.path.exists():
        with suppress(NetgraphError):
            return writer(session.ledger())(error.action)
    return written(error.action)


def _iso(ctx: click.Context, param: click.Parameter, value: str | None) -> date | None:
    """Read --as-of."""
    if value is None:
        return None
    try:
        day = date(*map(int, value.split("-"))) if _DAY.fullmatch(value) else date.min
    except ValueError:
        day = date.min
    if not 1000 <= day.year < 2200:
        raise click.BadParameter("write the date as YYYY-MM-DD, such as 2026-05-01")
    return day


@click.group(
    cls=Group,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.option(
    "--store",
    "store_path",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The file that holds your network (default: in your data folder; or NETGRAPH_STORE).",
)
@click.option(
    "--as-of",
    metavar="YYYY-MM-DD",
    envvar="NETGRAPH_AS_OF",
    callback=_iso,
    help="Compute everything as of this day instead of today (or NETGRAPH_AS_OF).",
)
@click.option(
    "--plain",
    is_flag=True,
    envvar="NETGRAPH_PLAIN",
    help="One fact a line, nothing drawn: for a screen reader (or NETGRAPH_PLAIN=1).",
)
@click.version_option(package_name="netgraph-toolkit")
@click.pass_context
def cli(ctx: click.Context, store_path: Path | None, as_of: date | None, plain: bool) -> None:
    """Whom to ask next for an introduction, and why.

    netgraph turns your own data into a map of your network. Nothing leaves this machine. Without
    a command it says how things stand and what comes next.
    """
    ctx.obj = Session(store_path, as_of)
    ctx.meta[WANTED] = plain
    still = plain or os.environ.get("TERM") == "dumb"
    if still or os.environ.get("NO_COLOR"):
        ctx.color = False
    if not still:
        waiting.begin(ctx.invoked_subcommand or "")
    if ctx.invoked_subcommand is None:
        from .home import home

        home(ctx.obj)


def main() -> None:
    """Run the command line and leave.

    A command lives shortly and makes many small records: collecting garbage took a third of its
    time, and taking everything apart at the end a tenth, so neither is done. Nor are threads
    started for sums that are over before the threads are there.
    """
    gc.disable()
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    code: object = 0
    if "_NETGRAPH_COMPLETE" in os.environ:
        from . import shells as shells  # they are known from then on
    try:
        cli(prog_name="netgraph")
    except SystemExit as done:
        code = done.code
    with suppress(OSError):
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(code if isinstance(code, int) else 0 if code is None else 1)
