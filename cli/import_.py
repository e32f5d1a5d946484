"""``netgraph import``: files in, a line per file and what is new out."""

from __future__ import annotations

import csv
import os
import re
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from .actions import written
from .options import Session, json_option, pass_session
from .output import as_json as print_json
from .output import note, safe, say, table

if TYPE_CHECKING:
    from datetime import date

    from netgraph.importing.report import Joined, Report
    from netgraph.store import Change, Store

MOST_CHANGES = 10
"""How many changed jobs the report names; --json has them all."""


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
@json_option
@pass_session
def import_command(
    session: Session, paths: tuple[Path, ...], owner: str, dry_run: bool, rejects: Path | None,
    mapping: dict[str, str], as_json: bool,
) -> None:  # fmt: skip
    """Read files, folders or ZIPs of any known kind into your network.

    Importing the same file twice changes nothing.
    """
    said = "import " + " ".join(path.name for path in paths)
    with session.change(said, dry=dry_run) as (store, change), _busy():
        done = _take_in(store, change, paths, session.as_of, owner, mapping)
        if rejects:
            _write_rejects(rejects, done)
    if as_json:
        print_json(_document(done))
    else:
        _print(done, dry_run)
    _warn(done)


def _take_in(
    store: Store, change: Change, paths: Sequence[Path], as_of: date, owner: str,
    mapping: Mapping[str, str],
) -> Report:  # fmt: skip
    """Read the files and put what they hold into the store."""
    from netgraph.importing.importer import facts_but_events, read_in
    from netgraph.importing.report import record

    taken = read_in(
        paths, facts_but_events(change), as_of=as_of, owner=owner, mapping=mapping,
        forgotten=store.forgotten,
    )  # fmt: skip
    return record(taken, change)


def _busy() -> AbstractContextManager[object]:
    """Return what shows on a terminal that work goes on."""
    if not sys.stderr.isatty():
        return nullcontext()
    from rich.console import Console

    return Console(stderr=True).status("Reading ...")


def _document(done: Report) -> dict[str, Any]:
    """Return the report as the command line promises it."""
    document = asdict(done)
    for file in document["files"]:
        file["skipped"] = [{"line": s["line"], "reason": s["reason"]} for s in file["skipped"]]
    document["gone"] = [{"id": p.id, "name": p.name} for p in done.gone]
    return document


def _print(done: Report, dry_run: bool) -> None:
    """Print a line per file that was used, then what is new and what comes next."""
    used = [f for f in done.files if f.kind not in ("ignored", "unreadable")]
    inside = len({f.path.partition("/")[0] for f in used}) == 1
    table(
        ["file", "kind", ">rows", ">new", ">changed", ">known", ">events", ">hidden", ">left out"],
        [
            (f.path.partition("/")[2] or f.path if inside else f.path, f.kind.replace("_", " "),
             f.rows, f.people_new, f.people_updated, f.people_unchanged, f.events_new, f.hidden,
             len(f.skipped))
            for f in used
        ],
    )  # fmt: skip
    ignored = sum(f.kind == "ignored" for f in done.files)
    if ignored:
        say(f"{_count(ignored, 'other file')} without anything for netgraph (--json lists them).")
    for file in used:
        if file.note:
            say(f"{file.path}: {file.note}")
        if file.mapping:
            chosen = ", ".join(f"{field} = {column}" for field, column in file.mapping.items())
            say(f"{file.path}: columns read as {chosen} (--map FIELD=COLUMN chooses others)")
    _print_news(done)
    say("Nothing was changed: this was a dry run." if dry_run else "Next: netgraph suggest")


def _print_news(done: Report) -> None:
    """Print who is new, who changed job, who is gone, and what was left out."""
    from netgraph.model.actions import Action
    from netgraph.sources.correspondents import OWN_ADDRESS_UNKNOWN

    new = sum(f.people_new for f in done.files)
    events = sum(f.events_new for f in done.files)
    if new or events:
        say(f"New: {_count(new, 'person', 'people')}, {_count(events, 'event')}.")
    else:
        say("Nobody and nothing in it is new.")
    if done.changed:
        say(f"Changed job: {_count(len(done.changed), 'person', 'people')}.")
        for change in done.changed[:MOST_CHANGES]:
            say(f"  {change.name}: {change.before or 'nothing'} -> {change.after or 'nothing'}")
        if len(done.changed) > MOST_CHANGES:
            say(f"  and {len(done.changed) - MOST_CHANGES} more (--json lists them)")
    if done.joined:
        _say_joined(done.joined)
    if done.gone:
        say(f"No longer connected: {', '.join(p.name for p in done.gone[:MOST_CHANGES])}")
    if hidden := sum(f.hidden for f in done.files):
        rows = _count(hidden, "row")
        say(f"Hidden: {rows} showing nobody (members without a name, lists, machines).")
    reasons = Counter(skip.reason for f in done.files for skip in f.skipped)
    for reason, count in reasons.most_common(MOST_CHANGES):
        say(f"Left out: {_count(count, 'row')}: {reason}")
    if any(OWN_ADDRESS_UNKNOWN in words for words in (*reasons, *(f.note for f in done.files))):
        own = Action("edit", ("me",), {"email": "ADDRESS"})
        say(f"Say which address is yours, then import again: {written(own)}")
    if reasons:
        say("--rejects FILE writes every row that was left out, --json lists them.")


def _say_joined(joined: Sequence[Joined]) -> None:
    """Say who was found to be one person; connections shown before without profile are counted."""
    from netgraph.identity.by_name import BOTH_CONNECTED

    told = [j for j in joined if not any(why.startswith(BOTH_CONNECTED) for why in j.reasons)]
    say(f"Found to be one person: {_count(len(joined), 'pair')} of entries.")
    for pair in told[:MOST_CHANGES]:
        say(f"  {pair.a} is {pair.b}: {'; '.join(pair.reasons)}")
    if len(told) > MOST_CHANGES:
        say(f"  and {len(told) - MOST_CHANGES} more (--json lists them)")
    if older := len(joined) - len(told):
        shown = _count(older, "connection")
        say(f"  {shown} that an older export shows without profile, by name and day")
    say("Wrong? netgraph merge --apart A B. Who else may be one: netgraph duplicates")


def _count(number: int, one: str, many: str = "") -> str:
    """Say how many.

    >>> _count(1, "row"), _count(2, "person", "people")
    ('1 row', '2 people')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def _warn(done: Report) -> None:
    """Say on stderr what could not be read."""
    for file in done.files:
        if file.kind == "unreadable":
            note(f"Could not read {file.path}: {file.note}")


def _write_rejects(path: Path, done: Report) -> None:
    """Write the rows that were left out to a file of the owner's, safe to open in a spreadsheet."""
    from netgraph.model.errors import UnreadableFile

    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise UnreadableFile(f"{path} is there already: choose another name") from None
    except OSError as error:
        raise UnreadableFile(f"cannot write {path}: {error.strerror}") from error
    with open(handle, "w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(["file", "line", "reason", "row"])
        for file in done.files:
            for skip in file.skipped:
                cells = [file.path, str(skip.line), skip.reason, *skip.row]
                writer.writerow([_harmless(safe(cell)) for cell in cells])


def _harmless(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula.

    >>> _harmless("=HYPERLINK()"), _harmless("-1"), _harmless("Ana")
    ("'=HYPERLINK()", "'-1", 'Ana')
    """
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell
