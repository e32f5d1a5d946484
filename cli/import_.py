"""``netgraph import``: files in, a line per file and what is new out."""

from __future__ import annotations

import csv
import io
import re
import sys
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from .dialogue import Enough, confirmed
from .home import next_step
from .import_words import how_far, in_short, lines
from .options import Session, json_option, pass_session
from .output import as_json as print_json
from .output import note, safe, say
from .plain import is_plain
from .words import count

if TYPE_CHECKING:
    from datetime import date

    from netgraph.importing.holdings import Summary
    from netgraph.importing.progress import Progress
    from netgraph.importing.report import Report
    from netgraph.model.records import Ledger
    from netgraph.store import Change, Store

_CHOICE = re.compile(r"[a-z_]+=")


class ImportCommand(click.Command):
    """A command whose help lists every format that can be read; --map takes several choices."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Let ``--map name=Who company=Employer`` say what two --map would."""
        spread: list[str] = []
        choosing = False
        for arg in args:
            choosing = choosing and _CHOICE.match(arg) is not None
            spread += ["--map", arg] if choosing and spread[-1] != "--map" else [arg]
            choosing = choosing or arg == "--map"
        return super().parse_args(ctx, spread)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the formats."""
        from netgraph.sources import FORMATS

        with formatter.section("Formats, recognised by their content"):
            for form in FORMATS:
                formatter.write_text(form.help)


def _pairs(ctx: click.Context, param: click.Parameter, values: tuple[str, ...]) -> dict[str, str]:
    """Read --map FIELD=COLUMN."""
    wrong = [value for value in values if "=" not in value]
    if wrong:
        raise click.BadParameter(f"write FIELD=COLUMN, not {wrong[0]!r}")
    return dict(value.split("=", 1) for value in values)


@click.command("import", cls=ImportCommand)
@click.argument(
    "paths",
    metavar="PATH...",
    nargs=-1,
    required=True,
    type=click.Path(readable=False, path_type=Path),
)
@click.option(
    "--owner", default="", metavar="NAME", help="The friend whose data this is, not yours."
)
@click.option("--dry-run", is_flag=True, help="Say what would happen and change nothing.")
@click.option(
    "--rejects",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write the rows that could not be used to this CSV file.",
)
@click.option(
    "--map", "mapping", multiple=True, metavar="FIELD=COLUMN", callback=_pairs,
    help="Say which column of a table is which: name, first, last, email, phone, company, title, "
    "place, class_year, school, degree, major, url, tags, relation.",
)  # fmt: skip
@click.option("--known", "known", flag_value="known", help="You know the people of this table.")
@click.option(
    "--directory", "known", flag_value="directory", help="You do not know them: it is a directory."
)
@json_option
@pass_session
def import_command(
    session: Session, paths: tuple[Path, ...], owner: str, dry_run: bool, rejects: Path | None,
    mapping: dict[str, str], known: str | None, as_json: bool,
) -> None:  # fmt: skip
    """Read files, folders or ZIPs of any known kind into your network.

    Importing the same file twice changes nothing.
    """
    ask = sys.stdin.isatty() and not as_json and not dry_run
    done, held, after, yours = _change(
        session, paths, owner, mapping, known, ask=ask, dry=dry_run, rejects=rejects
    )
    if as_json:
        print_json(_document(done))
    else:
        _print(session, done, held, known=yours)
        if dry_run:
            say("Nothing was changed: this was a dry run.")
        else:
            from netgraph.model.as_of import AsOf

            say(f"It is kept in {session.path}, on this computer only.")
            say(f"\nNext: {next_step(AsOf(after, session.as_of))}")
    _warn(done)


def bring_in(session: Session, path: Path, *, ask: bool) -> None:
    """Read a file and say shortly what came of it; ask whether the people of a table are known."""
    done, held, _, yours = _change(session, (path,), "", {}, None, ask=ask)
    _print(session, done, held, known=yours, short=True)
    _warn(done)


def _change(
    session: Session, paths: Sequence[Path], owner: str, mapping: Mapping[str, str],
    known: str | None, *, ask: bool, dry: bool = False, rejects: Path | None = None,
) -> tuple[Report, Summary, Ledger, bool]:  # fmt: skip
    """Read files in as one change; return what it did, and whether a table's people are known."""
    said = "import " + " ".join(path.name for path in paths)
    with session.change(said, dry=dry) as (store, change):
        from netgraph.importing.progress import Progress

        with _busy(progress := Progress()):
            done, held, after = _take_in(
                store, change, paths, session.as_of, owner, mapping, progress
            )
            if rejects:
                _write_rejects(rejects, done)
        if yours := _known_to_you(held, known, ask=ask):
            from netgraph.recording.relations import record_known

            record_known(store.ledger(), change, held.not_said)
    return done, held, after, yours


def _take_in(
    store: Store, change: Change, paths: Sequence[Path], as_of: date, owner: str,
    mapping: Mapping[str, str], progress: Progress,
) -> tuple[Report, Summary, Ledger]:  # fmt: skip
    """Read the files and put what they hold into the store."""
    from netgraph.importing.holdings import summary
    from netgraph.importing.importer import read_in
    from netgraph.importing.progress import WRITING
    from netgraph.importing.report import record

    taken = read_in(
        paths, change.facts_but_events(), as_of=as_of, owner=owner, mapping=mapping,
        forgotten=store.forgotten, progress=progress,
    )  # fmt: skip
    progress.stage = WRITING
    return record(taken, change), summary(taken, as_of=as_of), taken.after


def _busy(progress: Progress) -> AbstractContextManager[object]:
    """Return what shows on a terminal what is done, and how much of it is left."""
    if not sys.stderr.isatty() or is_plain():
        return nullcontext()
    from rich.console import Console
    from rich.live import Live
    from rich.text import Text

    return Live(
        get_renderable=lambda: Text(safe(how_far(progress))),
        console=Console(stderr=True),
        transient=True,
        refresh_per_second=4,
    )


def _document(done: Report) -> dict[str, Any]:
    """Return the report as the command line promises it."""
    document = asdict(done)
    for file in document["files"]:
        file["skipped"] = [{"line": s["line"], "reason": s["reason"]} for s in file["skipped"]]
    document["gone"] = [{"id": p.id, "name": p.name} for p in done.gone]
    return document


def _known_to_you(held: Summary, said: str | None, *, ask: bool) -> bool:
    """Return whether the user knows the people of a table: as said, else asked on a terminal."""
    if said or not held.not_said or not ask:
        return said == "known"
    number = count(len(held.not_said), "person", "people")
    say(f"A table does not say whether you know the {number} in it.")
    try:
        return confirmed("Do you know most of them yourself?", default=False)
    except Enough:
        return False


def _print(
    session: Session, done: Report, held: Summary, *, known: bool, short: bool = False
) -> None:
    """Print what is new."""
    for line in (in_short if short else lines)(done, held, session.as_of):
        say(line)
    if held.not_said:
        _say_not_said(len(held.not_said), known)


def _say_not_said(number: int, known: bool) -> None:
    """Say what becomes of people of a table."""
    people = count(number, "person", "people")
    if known:
        say(f"Of this table you know {people}; how well is not said yet.")
    else:
        say(
            f"Of {people} in this table nothing says that you know them: they are shown as people "
            "to look at. If you know them: netgraph import FILE --known"
        )


def _warn(done: Report) -> None:
    """Say on stderr what could not be read."""
    for file in done.files:
        if file.kind == "unreadable":
            note(f"Could not read {file.path}: {file.note}")


def _write_rejects(path: Path, done: Report) -> None:
    """Write the rows that were left out to a file of the owner's, safe to open in a spreadsheet."""
    from netgraph.model.private_files import write_private
    from netgraph.model.spreadsheet_cells import harmless

    stream = io.StringIO(newline="")
    table = csv.writer(stream)
    table.writerow(["file", "line", "reason", "row"])
    for file in done.files:
        for skip in file.skipped:
            cells = [file.path, str(skip.line), skip.reason, *skip.row]
            table.writerow([harmless(safe(cell)) for cell in cells])
    write_private(path, stream.getvalue().encode("utf-8", "replace"), fresh=True)
