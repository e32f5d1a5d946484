"""``netgraph skip``: lines of suggest for which it is not the time, or never is."""

from __future__ import annotations

from datetime import date

import click

from . import lists, output
from .options import DAY_AHEAD, Session, json_option, pass_session
from .words import by_day


@click.command()
@click.argument("numbers", nargs=-1, required=True, metavar="NUMBER...")
@click.option("--until", type=DAY_AHEAD, help="Not before this day (never).")
@json_option
@pass_session
def skip(session: Session, numbers: tuple[str, ...], until: date | None, as_json: bool) -> None:
    """Leave people of the list that suggest printed last alone: netgraph skip 2 --until friday.

    Without a day they are not suggested any more.
    """
    from netgraph.recording.people import record_edit

    said = {"not_before": until.isoformat()} if until else {"never_ask": "yes"}
    people = dict.fromkeys(ask.person for ask in lists.chosen(session, numbers))
    with session.change(f"skip {' '.join(numbers)}") as (store, change):
        ledger = store.ledger()
        facts = [f for i in people for f in record_edit(ledger, change, i, said, day=session.as_of)]
    if as_json:
        output.as_json({"said": facts})
        return
    for i in people:
        when = f"not before {by_day(until)}" if until else "not asked any more"
        output.say(f"{ledger.people[i].name}: {when}.")
