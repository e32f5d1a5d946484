"""``netgraph plan``: the asks of this week."""

from __future__ import annotations

import click

from . import lists, output
from .options import Session, json_option, pass_session


@click.command()
@click.argument("numbers", nargs=-1, required=True, metavar="NUMBER...")
@json_option
@pass_session
def plan(session: Session, numbers: tuple[str, ...], as_json: bool) -> None:
    """Plan asks of the list printed last: netgraph plan 1 3 4.

    They are fixed until you have asked, and stand in today and in the calendar.
    """
    from netgraph.recording.asks import record_ask

    wanted = lists.chosen(session, numbers)
    with session.change(f"plan {' '.join(numbers)}") as (store, change):
        ledger = store.ledger()
        made = [
            record_ask(
                ledger,
                change,
                ask.person,
                day=session.as_of,
                outcome="planned",
                want=ask.want,
                target=ask.target,
                goal=ask.goal,
            )
            for ask in wanted
        ]
    if as_json:
        output.as_json({"asks": [found.ask for found in made]})
        return
    for found in made:
        output.say(f"Planned: ask {found.name}.")
    output.say("They wait in: netgraph today")
