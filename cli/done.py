"""``netgraph done``: lines of today that are done."""

from __future__ import annotations

import click

from . import lists, output
from .options import Session, json_option, pass_session


@click.command()
@click.argument("numbers", nargs=-1, required=True, metavar="NUMBER...")
@json_option
@pass_session
def done(session: Session, numbers: tuple[str, ...], as_json: bool) -> None:
    """Tick off lines of the list that today printed last: netgraph done 1 3."""
    from netgraph.agenda.printed_due import settling
    from netgraph.recording.actions import perform

    actions = [settling(due) for due in lists.due_numbered(session, numbers)]
    made = []
    with session.change(f"done {' '.join(numbers)}") as (store, change):
        ledger = store.ledger()
        for action in actions:
            made.append(perform(ledger, change, action, day=session.as_of))
    if as_json:
        output.as_json({"done": [{"what": what, "who": who} for what, who in made]})
        return
    for what, who in made:
        output.say(f"Written down: {what}, {who}.")
    output.say("What is left: netgraph today")
