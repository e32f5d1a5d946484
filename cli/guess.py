"""``netgraph guess``: letters that may have been asks."""

from __future__ import annotations

import click

from . import output
from .actions import writer
from .options import Session, json_option, pass_session


@click.command()
@json_option
@pass_session
def guess(session: Session, as_json: bool) -> None:
    """Show letters of yours that may have been asks which you did not write down."""
    from netgraph.agenda.guesses import guesses_on

    view = session.view()
    found, write = guesses_on(view), writer(view.ledger)
    if as_json:
        output.as_json({"guesses": found}, write)
        return
    for one in found:
        output.say(f"{one.words[:1].upper()}{one.words[1:]}")
        output.say(f"  if so: {write(one.action)}")
    if not found:
        output.say("No letter looks like an ask that is not written down.")
