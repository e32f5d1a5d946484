"""``netgraph undo``: take the last change back."""

from __future__ import annotations

import click

from . import output
from .options import Session, pass_session


@click.command()
@pass_session
def undo(session: Session) -> None:
    """Take the last change back, an import included. Again for the one before."""
    with session.store() as store:
        said = store.undo()
    output.say(f"Taken back: {said}")
