"""``netgraph check``: is everything in order?"""

from __future__ import annotations

import click

from . import output
from .actions import advised
from .options import Session, json_option, pass_session


@click.command()
@json_option
@pass_session
def check(session: Session, as_json: bool) -> None:
    """Look for faults in the file and in the data, and say how to mend them."""
    from netgraph.model.actions import Hint
    from netgraph.views.checks import check as check_ledger

    with session.store() as store:
        broken = store.faults()
        problems = [] if broken else check_ledger(store.ledger(), as_of=session.as_of)
        broken += [] if broken else store.unreadable()
    if as_json:
        output.as_json({"file": broken, "problems": problems})
    else:
        for line in broken:
            output.say(f"file: {line}")
        for problem in problems:
            output.say(f"{problem.where}: {advised(Hint(problem.message, problem.action))}")
        if not broken and not problems:
            output.say("Everything is in order.")
    if broken or problems:
        click.get_current_context().exit(1)
