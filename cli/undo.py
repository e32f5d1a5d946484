"""``netgraph undo``: take the last change back."""

from __future__ import annotations

import click

from . import output
from .options import Session, json_option, pass_session


@click.command()
@json_option
@pass_session
def undo(session: Session, as_json: bool) -> None:
    """Take the last change back, an import included. Again for the one before."""
    with session.store() as store:
        said = store.undo()
    output.done({"undone": said}, f"Taken back: {said}", json_wanted=as_json)
