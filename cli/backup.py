"""``netgraph backup`` and ``netgraph restore``: copies of the store."""

from __future__ import annotations

from pathlib import Path

import click

from . import output
from .options import Session, pass_session

file_argument = click.argument("file", type=click.Path(dir_okay=False, path_type=Path))


@click.command()
@file_argument
@pass_session
def backup(session: Session, file: Path) -> None:
    """Write a copy of everything to FILE, which must not exist yet."""
    with session.store() as store:
        store.backup(file)
    output.say(f"Copied to {file}. It holds private data: keep it where only you can read it.")


@click.command()
@file_argument
@pass_session
def restore(session: Session, file: Path) -> None:
    """Put the copy in FILE in the place of the present data, which is kept beside it."""
    with session.store() as store:
        kept = store.restore(file)
    output.say(f"Restored. What was there before is in {kept}")
