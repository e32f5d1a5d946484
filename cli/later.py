"""``netgraph later``: lines of today that are put off."""

from __future__ import annotations

from datetime import date, timedelta

import click

from . import lists, output
from .options import DAY_AHEAD, Session, json_option, pass_session
from .words import by_day

WEEK = timedelta(days=7)


@click.command()
@click.argument("numbers", nargs=-1, required=True, metavar="NUMBER...")
@click.option("--until", type=DAY_AHEAD, help="Not before this day (in a week).")
@click.option("--for-good", is_flag=True, help="Let it go: it does not come back.")
@json_option
@pass_session
def later(
    session: Session,
    numbers: tuple[str, ...],
    until: date | None,
    for_good: bool,
    as_json: bool,
) -> None:
    """Put lines of the list that today printed last off: netgraph later 2 --until friday."""
    from netgraph.agenda.printed_due import line_of
    from netgraph.journal.postponements import NEVER, put_off

    if until and for_good:
        raise click.UsageError("give a day (--until) or --for-good, not both")
    day = NEVER if for_good else until or session.as_of + WEEK
    found = lists.due_numbered(session, numbers)
    for due in found:
        with session.change(f"later {' '.join(numbers)}") as (store, change):
            change.put([put_off(store.ledger(), line_of(due), day, day=session.as_of)])
    people = session.ledger().people
    if as_json:
        output.as_json({"until": None if for_good else day, "lines": found})
        return
    when = "let go" if for_good else f"not before {by_day(day)}"
    for due in found:
        output.say(f"{due.kind.capitalize()} {people[due.person].name}: {when}.")
