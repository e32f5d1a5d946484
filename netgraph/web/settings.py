"""What the user says once: their country, what favours are worth, their own words, copies."""

from __future__ import annotations

import io
import tempfile
from pathlib import Path
from threading import Timer

from flask import Blueprint, Response, abort, current_app, render_template, request, send_file
from werkzeug.wrappers import Response as Redirect

from netgraph.exporting.formats import export
from netgraph.model.errors import InvalidInput, StoreError
from netgraph.model.parameters import SETTINGS, parameters_from
from netgraph.model.records import EGO
from netgraph.model.statements import value_of
from netgraph.model.text import clean
from netgraph.store import Store
from netgraph.web.answers import Answer, page
from netgraph.web.forms import back
from netgraph.web.reading import reading
from netgraph.web.words import NUMBERS

pages = Blueprint("settings", __name__)

SAID = 0.5
"""Seconds that the last page has to arrive in."""

EXPORTS = {
    "json": "everything, for netgraph itself",
    "csv": "the people, for a spreadsheet",
    "vcf": "the people, for a phone or mail program",
    "graphml": "who is tied to whom, for Gephi or yEd",
}


@page(pages, "/settings")
def settings() -> Answer:
    """Show what can be set, and where everything lies."""
    here = reading()
    view = here.view()
    model = parameters_from(view.ledger.statements, as_of=view.day)
    worth = {str(kind): value for kind, value in model.values.items()}
    others = {name: getattr(model, name.replace("-", "_")) for name in SETTINGS}
    country, introduction = (
        value_of(view.ledger.statements, EGO, field, as_of=view.day) or ""
        for field in ("country", "introduction")
    )
    return Answer(
        "settings.html",
        lambda: {"favours": worth | others, "country": country, "file": str(here.path)},
        {
            "worth": worth,
            "others": others,
            "numbers": NUMBERS,
            "country": country,
            "introduction": introduction,
            "path": here.path,
            "exports": EXPORTS,
            "ends": current_app.config["END"] is not None,
        },
    )


@pages.get("/settings/export/<form>")
def download(form: str) -> Response:
    """Give everything out as a file."""
    if form not in EXPORTS:
        abort(404, "There is no export of this kind.")
    here = reading()
    with tempfile.TemporaryDirectory(prefix="netgraph-export-") as folder:
        path = Path(folder) / f"netgraph-{here.day()}.{form}"
        with here.open() as store:
            export(path, store.facts(), as_of=here.day())
        data = io.BytesIO(path.read_bytes())
    return send_file(data, as_attachment=True, download_name=path.name)


@pages.post("/settings/backup")
def backup() -> Redirect:
    """Make a copy of everything beside the file."""
    here = reading()
    path = _free(here.path.with_name(f"{here.path.stem}-copy-{here.day()}.db"))
    with here.open() as store:
        store.backup(path)
    told = f"Copied to {path}. It holds private data: keep it where only you can read it."
    return back(told, copy=path.name)


@pages.post("/settings/backup/take-back")
def take_back_copy() -> Redirect:
    """Delete a copy that was made here."""
    with reading().open() as store:
        path = _copy(store)
        store.discard(path)
    return back(f"Taken back: {path.name} is deleted.")


@pages.post("/settings/restore")
def restore() -> Redirect:
    """Put a copy that was chosen in the place of the present data, which is kept beside it."""
    here = reading()
    file = request.files.get("copy")
    if file is None or not file.filename:
        abort(400, "Choose the copy first.")
    with tempfile.TemporaryDirectory(prefix="netgraph-restore-") as folder:
        path = Path(folder) / "copy.db"
        file.save(path)
        try:
            with here.open() as store:
                kept = store.restore(path)
        except StoreError as error:
            raise InvalidInput(str(error).replace(str(path), clean(file.filename))) from error
    return back(f"Put back. What was here before is in {kept}.", before=kept.name)


@pages.post("/settings/restore/take-back")
def take_back_restored() -> Redirect:
    """Put what was here before a copy in its place again."""
    with reading().open() as store:
        path = _copy(store)
        kept = store.restore(path)
        store.discard(path)
    return back(f"Taken back: all is as it was before. The copy is in {kept}.", before=kept.name)


def _copy(store: Store) -> Path:
    """Return the copy beside the file that a form names."""
    name, folder = request.form.get("file"), reading().path.resolve().parent
    found = [p for p in store.copies() if p.name == name and p.parent == folder and p.is_file()]
    if not found:
        abort(404, "This copy is no longer here.")
    return found[0]


@pages.post("/settings/end")
def end() -> str:
    """End the program, once this is said."""
    ends = current_app.config["END"]
    if ends is None:
        abort(404, "It is ended where it was started.")
    Timer(SAID, ends).start()
    return render_template("ended.html")


def _free(path: Path) -> Path:
    """Return a name that is not taken."""
    free, number = path, 2
    while free.exists():
        free, number = path.with_stem(f"{path.stem}-{number}"), number + 1
    return free
