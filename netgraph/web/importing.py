"""Files in: an upload is tried first and told about; it is read in when the user says so."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from pathlib import PurePosixPath

from flask import Blueprint, Response, abort, current_app, redirect, request, url_for
from werkzeug.datastructures import FileStorage
from werkzeug.wrappers import Response as Redirect

from netgraph.importing.holdings import summary
from netgraph.importing.importer import read_in
from netgraph.importing.progress import WRITING
from netgraph.importing.report import FileReport, record
from netgraph.importing.report_rows import OF_NO_USE, ReportRow, rows_in
from netgraph.model.errors import InvalidInput
from netgraph.model.records import Statement
from netgraph.model.spreadsheet_cells import harmless
from netgraph.model.text import clean, fold
from netgraph.recording.relations import record_known
from netgraph.sources import FORMATS
from netgraph.sources.column_mapping import FIELDS, remember
from netgraph.sources.documents import open_documents
from netgraph.sources.previews import Preview, table_previews
from netgraph.web.answers import Answer, page
from netgraph.web.forms import back
from netgraph.web.reading import Reading, reading
from netgraph.web.words import COLUMNS
from netgraph.web.work import Work, Works

pages = Blueprint("importing", __name__)

DEEPEST = 8
"""So many folders inside one another are kept of what was sent, counted from the file."""

HERE = PurePosixPath(".")
"""The folder of files that were sent by themselves."""

SHOWN = 500
"""So many rows of a report are shown; all of them can be saved."""

PATIENCE = 1.5
"""Seconds that a small file has to be done in without a page that says to wait."""


@page(pages, "/import", fresh=True)
def choose() -> Answer:
    """Show where files can be dropped, what kinds are known, and what was read in."""
    with reading().open() as store:
        made = [(at, s) for at, s in store.changes()[::-1] if s.startswith("import ")]
    document = {"imports": [{"at": f"{at:%Y-%m-%dT%H:%M:%SZ}", "what": s} for at, s in made]}
    return Answer(
        "import.html",
        lambda: document,
        {"formats": [f.help for f in FORMATS], "made": made[:10]},
    )


@pages.post("/import")
def upload() -> Redirect:
    """Keep what was sent in a private folder, and try to read it."""
    work = _works().begin(reading().now())
    try:
        for file in request.files.getlist("files"):
            if file.filename:
                _keep(work, file)
        if not work.files:
            raise InvalidInput(
                "choose a file first: the ZIP from LinkedIn, a table, an address book"
            )
    except BaseException:
        work.throw_away()
        raise
    return _go_on(work, take=False)


@page(pages, "/import/<name>", fresh=True)
def look(name: str) -> Answer:
    """Show how far reading has come; when it is done, what is in the files."""
    work = _work(name)
    shown = {"work": work, "progress": work.progress, "fields": FIELDS, "columns_said": COLUMNS}
    shown |= {"previews": [], "others": []}
    if work.runs:
        return Answer("waiting.html", lambda: _document(work), shown)
    if work.change is None:
        shown["previews"], shown["others"] = _columns(work)
    rows = list(rows_in(work.report)) if work.report else []
    asked = {name: request.args.get(name, "").strip() for name in ("what", "q")}
    found = [row for row in rows if _is_asked(row, **asked)]
    shown |= {"asked": asked, "found": len(found), "rows": found[:SHOWN], "count": len(rows)}
    shown["kinds"] = Counter(row.what for row in rows)
    return Answer("imported.html", lambda: _document(work), shown)


def _columns(work: Work) -> tuple[list[Preview], list[Preview]]:
    """Return the tables whose columns the user may put right, then those of no use as it seems.

    These are not known, and lie in one folder with files that are: an export has many such.
    """
    known = {PurePosixPath(file.path).parent for file in _read(work)} - {HERE}
    tables: list[Preview] = []
    others: list[Preview] = []
    for table in _previews(work):
        beside = not table.sure and PurePosixPath(table.path).parent in known
        (others if beside else tables).append(table)
    return tables, others


def _read(work: Work) -> list[FileReport]:
    """Return the files of which something was taken."""
    return [f for f in (work.report.files if work.report else ()) if f.kind not in OF_NO_USE]


def _is_asked(row: ReportRow, *, what: str, q: str) -> bool:
    """Whether a row of the report is among those that are asked for."""
    text = fold(" ".join([row.about, row.told, row.file]))
    return what in ("", row.what) and all(word in text for word in fold(q).split())


@pages.post("/import/<name>")
def take(name: str) -> Redirect:
    """Read in what waits, throw it away, or try it again with other columns."""
    work = _work(name)
    said = request.form.get("answer")
    if work.runs:
        return redirect(url_for("importing.look", name=name), 303)
    if said == "no":
        work.throw_away()
        return back("Nothing was read in.")
    if not work.files:
        abort(404, "These files are no longer here: choose them once more.")
    if said == "columns":
        tables, others = _columns(work)
        for number, table in enumerate([*tables, *others]):
            _choose(work, table, request.form.getlist(f"columns-{number}"))
    return _go_on(work, take=said == "yes", known=request.form.get("known") == "yes")


@pages.get("/import/<name>/report.csv")
def whole_report(name: str) -> Response:
    """Give the report out as a table, safe to open in a spreadsheet."""
    work = _work(name)
    rows = rows_in(work.report) if work.report else ()
    cells = ([r.what, r.about, r.told, r.file, str(r.line or "")] for r in rows)
    return _table("report.csv", ["what", "about", "told", "file", "line"], cells)


@pages.get("/import/<name>/left-out.csv")
def left_out(name: str) -> Response:
    """Give out the rows that could not be used, safe to open in a spreadsheet."""
    work = _work(name)
    cells = (
        [file.path, str(skip.line), skip.reason, *skip.row]
        for file in (work.report.files if work.report else ())
        for skip in file.skipped
    )
    return _table("left-out.csv", ["file", "line", "reason", "row"], cells)


def _table(name: str, header: list[str], rows: Iterable[list[str]]) -> Response:
    """Return a table to be saved."""
    stream = io.StringIO(newline="")
    table = csv.writer(stream)
    table.writerow(header)
    for row in rows:
        table.writerow(map(harmless, row))
    text = stream.getvalue().encode("utf-8", "replace")
    headers = {"Content-Disposition": f"attachment; filename={name}"}
    return Response(text, mimetype="text/csv", headers=headers)


def _go_on(work: Work, *, take: bool, known: bool = False) -> Redirect:
    """Read the files in a thread, and show what comes of it."""
    work.start(partial(_take_in, here=reading(), dry=not take, known=known))
    work.wait(PATIENCE)
    return redirect(url_for("importing.look", name=work.name), 303)


def _take_in(work: Work, *, here: Reading, dry: bool, known: bool) -> None:
    """Read the files of an upload into the store, or only try to."""
    paths, day = work.files, here.day()
    said = "import " + " ".join(path.name for path in paths)
    with here.open() as store:
        with store.change(said, at=here.now(), dry=dry) as change:
            change.put(_remembered(work))
            facts = change.facts_but_events()
            taken = read_in(
                paths, facts, as_of=day, forgotten=store.forgotten, progress=work.progress
            )
            work.progress.stage = WRITING
            work.report, work.held = record(taken, change), summary(taken, as_of=day)
            if known:
                record_known(store.ledger(), change, work.held.not_said)
        if not dry:
            work.change = store.last()
            work.throw_away()


def _previews(work: Work) -> list[Preview]:
    """Return how the tables among the files begin, as they are read now."""
    with reading().open() as store:
        known = store.facts()
    known = replace(known, statements=(*known.statements, *_remembered(work)))
    return list(table_previews(open_documents(work.files), known))


def _remembered(work: Work) -> list[Statement]:
    """Return the user's choice of columns as facts, for these files and later ones like them."""
    return [remember(columns, chosen) for columns, chosen in work.chosen.values()]


def _choose(work: Work, table: Preview, fields: list[str]) -> None:
    """Keep what the user says the columns of a table are."""
    before = work.chosen.get(table.shape, (table.columns, {}))[1]
    chosen = table.chosen([field if field in FIELDS else "" for field in fields])
    if chosen:
        work.chosen[table.shape] = (table.columns, {**before, **chosen})


def _keep(work: Work, file: FileStorage) -> None:
    """Keep one file that was sent, in the folders that its name says it came from."""
    parts = [clean(part, limit=150) for part in re.split(r"[/\\\\]", file.filename or "")]
    parts = [part for part in parts if part.strip(". ")][-DEEPEST:]
    if any(part.startswith(".") or part == "__MACOSX" for part in parts):
        return  # what systems leave in folders
    name = "/".join(parts)
    path = work.folder.joinpath(*parts)
    if not parts or path.exists():
        raise InvalidInput(f"{name or 'a file without a name'} was sent twice or cannot be kept")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with path.open("xb") as kept:
            file.save(kept)
    except (OSError, ValueError) as error:
        raise InvalidInput(f"{name} cannot be kept: choose it again") from error


def _works() -> Works:
    """Return the uploads of the application that answers."""
    found: Works = current_app.extensions["works"]
    return found


def _work(name: str) -> Work:
    """Return the upload of an address."""
    work = _works().find(name)
    if work is None:
        abort(404, "These files are no longer here: choose them once more.")
    return work


def _document(work: Work) -> dict[str, object]:
    """Return an upload as a document: how far it is, and what came of it."""
    return {
        "runs": work.runs,
        "stage": work.progress.stage,
        "file": work.progress.now,
        "share": round(work.progress.share, 3),
        "files": work.progress.files,
        "error": work.error,
        "report": work.report,
        "change": work.change,
    }
