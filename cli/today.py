"""``netgraph today``: what is due."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from . import lists, output
from .actions import writer
from .home import nobody_yet
from .options import Session, json_option, pass_session

if TYPE_CHECKING:
    from netgraph.agenda.duty import Due
    from netgraph.model.records import Ledger


@click.command()
@click.option(
    "--days",
    type=click.IntRange(0, 3650),
    default=7,
    show_default=True,
    help="How many days to look ahead.",
)
@click.option("-n", "limit", type=click.IntRange(min=1), help="At most this many (7; --json: all).")
@click.option("--country", help="Whose public holidays count: DE, GB, US ...")
@click.option(
    "--ics",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write it all as a calendar file, which updates what it wrote before.",
)
@click.option("--todo", is_flag=True, help="In the calendar file, what is due are tasks.")
@json_option
@pass_session
def today(
    session: Session,
    /,
    *,
    days: int,
    limit: int | None,
    country: str | None,
    ics: Path | None,
    todo: bool,
    as_json: bool,
) -> None:
    """Show what is due now and in the next days: thanks, promises, reports, follow-ups.

    Every line has the command that settles it; done and later take its number.
    """
    from netgraph.agenda.due_list import PER_DAY, due

    view = session.view()
    ledger = view.ledger
    found = due(view, days=days, country=country)
    if ics:
        _write_calendar(ledger, found, session, ics, todo=todo)
    if as_json:
        lists.keep_due(session, found)
        from netgraph.views.documents import due_document

        output.as_json(due_document(found[:limit], ledger), writer(ledger))
    elif not nobody_yet(ledger):
        _print(found, ledger, limit or PER_DAY, session)


def _write_calendar(
    ledger: Ledger, found: list[Due], session: Session, path: Path, *, todo: bool
) -> None:
    """Write the calendar file."""
    from netgraph.agenda.ics import calendar
    from netgraph.model.private_files import write_private

    write_private(
        path, calendar(ledger, found, as_of=session.as_of, written=writer(ledger), todo=todo)
    )
    output.note(f"{len(found)} tasks are in {path}: open it with your calendar.")


def _print(found: list[Due], ledger: Ledger, limit: int, session: Session) -> None:
    """Print the list, each thing with its command, and the letter that goes with it."""
    from netgraph.talks.letter_choice import letter_for

    write = writer(ledger)
    if not found:
        output.say("Nothing is due. A good day to ask somebody how they are.")
        output.say("Next: whom to ask: netgraph suggest")
    shown = sorted(found[:limit], key=lambda due: max(due.on, session.as_of))
    lists.keep_due(session, [*shown, *found[limit:]])
    for n, due in enumerate(shown, 1):
        when = "now" if due.on <= session.as_of else f"{due.on:%a} {due.on}"
        output.say(f"{n:>2}. {when:<14}  {due.kind}: {ledger.people[due.person].name}. {due.why}")
        if letter := letter_for(due):
            output.say(f"{'':<18}  to write: {write(letter)}")
        for action in (due.action, *due.instead):
            output.say(f"{'':<18}  $ {write(action)}")
    if len(found) > limit:
        output.say(f"That is enough for a day; {len(found) - limit} more with -n {len(found)}.")
    if found:
        output.say("By number: netgraph done NUMBER, or netgraph later NUMBER --until friday")
