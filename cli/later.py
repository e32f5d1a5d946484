"""``netgraph later``: lines of today that are put off."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

import click

from . import lists, output
from .options import DAY_AHEAD, Session, json_option, pass_session
from .words import by_day

if TYPE_CHECKING:
    from netgraph.agenda.duty import Due


@click.command()
@click.argument("numbers", nargs=-1, required=True, metavar="NUMBER|WHO...")
@click.option("--until", type=DAY_AHEAD, help="Not before this day (in a week).")
@click.option("--for-good", is_flag=True, help="Let it go: it does not come back.")
@click.option("--kind", default="", help="With WHO: only the line of this kind, such as thank.")
@json_option
@pass_session
def later(
    session: Session,
    numbers: tuple[str, ...],
    until: date | None,
    for_good: bool,
    kind: str,
    as_json: bool,
) -> None:
    """Put lines of the list that today printed last off: netgraph later 2 --until friday.

    With a name, all that is due with that person: netgraph later "Ana Silva" --kind thank.
    """
    from netgraph.journal.postponements import NEVER
    from netgraph.recording.postponements import WEEK, record_put_off

    if until and for_good:
        raise click.UsageError("give a day (--until) or --for-good, not both")
    day = NEVER if for_good else until or session.as_of + WEEK
    found = _lines(session, numbers, kind)
    for due in found:
        with session.change(f"later {' '.join(numbers)}") as (store, change):
            record_put_off(store.ledger(), change, due, until=day, day=session.as_of)
    people = session.ledger().people
    if as_json:
        output.as_json({"until": None if for_good else day, "lines": found})
        return
    when = "let go" if for_good else f"not before {by_day(day)}"
    for due in found:
        output.say(f"{due.kind.capitalize()} {people[due.person].name}: {when}.")


def _lines(session: Session, words: Sequence[str], kind: str) -> list[Due]:
    """Return the lines that numbers and names mean."""
    from netgraph.recording.postponements import lines_with

    numbers = [word for word in words if word.isdecimal()]
    names = [word for word in words if not word.isdecimal()]
    if kind and not names:
        raise click.UsageError("--kind goes with a name: netgraph later WHO --kind thank")
    found = lists.due_numbered(session, numbers) if numbers else []
    view = session.view() if names else None
    return found + [d for name in names if view for d in lines_with(view, name, kind=kind)]
