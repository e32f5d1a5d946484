"""``netgraph backup`` and ``netgraph restore``: copies of the store."""

from __future__ import annotations

from pathlib import Path

import click

from . import output
from .options import Session, json_option, pass_session

file_argument = click.argument("file", type=click.Path(dir_okay=False, path_type=Path))


@click.command()
@file_argument
@json_option
@pass_session
def backup(session: Session, file: Path, as_json: bool) -> None:
    """Write a copy of everything to FILE, which must not exist yet."""
    with session.store() as store:
        store.backup(file)
    said = f"Copied to {file}. It holds private data: keep it where only you can read it."
    output.done({"backup": {"file": str(file)}}, said, json_wanted=as_json)


@click.command()
@file_argument
@json_option
@pass_session
def restore(session: Session, file: Path, as_json: bool) -> None:
    """Put the copy in FILE in the place of the present data, which is kept beside it."""
    with session.store() as store:
        kept = store.restore(file)
    said = f"Restored. What was there before is in {kept}"
    output.done({"restored": {"file": str(file), "kept": str(kept)}}, said, json_wanted=as_json)
