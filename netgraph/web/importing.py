"""Files in: an upload is tried first and told about; it is read in when the user says so."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from typing import Final

from flask import Blueprint, abort, render_template, request
from werkzeug.datastructures import FileStorage
from werkzeug.wrappers import Response as Redirect

from netgraph.importing.holdings import Summary, summary
from netgraph.importing.importer import read_in
from netgraph.importing.report import Report, record
from netgraph.model.errors import InvalidInput
from netgraph.model.text import clean
from netgraph.store import Store
from netgraph.web.forms import back
from netgraph.web.reading import reading

pages = Blueprint("importing", __name__)

FOLDER: Final = "netgraph-upload-"
"""What the names of the private folders begin with that uploads wait in."""


@pages.get("/import")
def choose() -> str:
    """Show where files can be dropped."""
    return render_template("import.html")


@pages.post("/import")
def upload() -> str:
    """Keep what was sent in a private folder, and say what reading it in would do."""
    folder = Path(tempfile.mkdtemp(prefix=FOLDER))
    try:
        names = [_keep(folder, file) for file in request.files.getlist("files") if file.filename]
        if not names:
            raise InvalidInput(
                "choose a file first: the ZIP from LinkedIn, a table, an address book"
            )
        report, held = _take_in(folder, names, dry=True)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    waiting = folder.name.removeprefix(FOLDER)
    return render_template("imported.html", report=report, held=held, waiting=waiting)


@pages.post("/import/<waiting>")
def take(waiting: str) -> Redirect:
    """Read in what waits, or throw it away; its folder is gone either way."""
    folder = Path(tempfile.gettempdir()) / f"{FOLDER}{waiting}"
    if not waiting.replace("_", "").isalnum() or not folder.is_dir():
        abort(404, "These files are no longer here: choose them once more.")
    try:
        if request.form.get("answer") != "yes":
            return back("Nothing was read in.")
        names = sorted(path.name for path in folder.iterdir())
        report, _ = _take_in(folder, names, dry=False)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return back(f"Read in: {', '.join(names)}. {report.people} people are here now.")


def _keep(folder: Path, file: FileStorage) -> str:
    """Keep one file that was sent, under the last part of its name, and return that."""
    name = clean(PurePosixPath((file.filename or "").replace("\\", "/")).name)
    if not name or name in (".", "..") or (folder / name).exists():
        raise InvalidInput(f"{name or 'a file without a name'} was sent twice or cannot be kept")
    with (folder / name).open("xb") as kept:
        file.save(kept)
    return name


def _take_in(folder: Path, names: Iterable[str], *, dry: bool) -> tuple[Report, Summary]:
    """Read files of a folder into the store, or only try to."""
    here = reading()
    paths = [folder / name for name in names]
    said = "import " + " ".join(path.name for path in paths)
    with Store.open(here.path) as store, store.change(said, at=here.now(), dry=dry) as change:
        known = change.facts_but_events()
        taken = read_in(paths, known, as_of=here.day(), forgotten=store.forgotten)
        return record(taken, change), summary(taken, as_of=here.day())
