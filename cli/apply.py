"""``netgraph apply``: places you saved or applied for, who could refer you, who led there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from . import output
from .actions import writer
from .entry import date_of
from .options import DAY, DAY_AHEAD, Session, json_option, pass_session
from .words import by_day

if TYPE_CHECKING:
    from netgraph.model.actions import Action
    from netgraph.views.doors import ApplicationRow

CAME_TO_SOMETHING = ("interview", "offer", "taken")
STATUSES = ("saved", "applied", "interview", "offer", "taken", "declined")


@click.command()
@click.argument("company", default="")
@click.argument("title", default="")
@click.option("--status", type=click.Choice(STATUSES), help="How far it has come (saved).")
@click.option("--by", type=DAY_AHEAD, help="The last day to apply.")
@click.option("--link", default="", help="Where it is described.")
@click.option("--on", type=DAY, help="When (today): 2026-05-01, yesterday ...")
@click.option("--note", default="", help="What to remember.")
@json_option
@pass_session
def apply(session: Session, /, *, company: str, as_json: bool, **said: Any) -> None:
    """Write down a place at COMPANY, or how far it came; without COMPANY, list them all.

    A saved place lists at once who there, or leading there, could refer you, and until when to
    ask. What LinkedIn knows of your applications is joined to it.
    """
    from netgraph.identity.firms import firms_on
    from netgraph.journal.applications import firm_key
    from netgraph.views.doors import application_rows

    if company:
        _record(session, company, **said)
    view = session.view()
    firms = firms_on(view)
    meant = firm_key(firms, company) if company else ""
    rows = [r for r in application_rows(view) if not meant or firm_key(firms, r.company) == meant]
    write = writer(view.ledger)
    if as_json:
        output.as_json({"applications": rows}, write)
        return
    for row in rows:
        for line in _lines(row, write):
            output.say(line)
    if step := _first(rows):
        output.say(f"Next: write to the first of them: {write(step)}")
    if not rows:
        output.say("No place yet. Say one: netgraph apply COMPANY TITLE")


def _first(rows: Sequence[ApplicationRow]) -> Action | None:
    """Return the letter to write first: thanks, for what came farthest; else one that asks.

    Whoever has taken a place asks for no other.
    """
    for status in reversed(CAME_TO_SOMETHING):
        told = (one.action for row in rows if row.status == status for one in row.thanks_to)
        if letter := next(filter(None, told), None):
            return letter
    if any(row.status == "taken" for row in rows):
        return None
    letters = (one.action for row in rows for one in row.could_refer if not one.wait)
    return next(filter(None, letters), None)


def _record(session: Session, company: str, **said: Any) -> None:
    """Put the application."""
    from netgraph.recording.applications import record_application

    day: date = date_of(session, said["on"])
    with session.change(f"apply {company}") as (store, change):
        record_application(
            store.ledger(), change, company, said["title"], status=said["status"] or "saved",
            day=day, due=said["by"], link=said["link"], note=said["note"],
        )  # fmt: skip


def _lines(row: ApplicationRow, write: Callable[[Action], str]) -> Iterator[str]:
    """Yield one place."""
    title = f", {row.title}" if row.title else ""
    since = f" since {by_day(row.since)}" if row.since else ""
    yield f"{row.company}{title}: {row.status}{since}"
    if row.due:
        yield f"  the last day is {by_day(row.due)}"
    if row.link:
        yield f"  {row.link}"
    if row.ask_by and row.could_refer:
        yield f"  ask by {by_day(row.ask_by)} whether they would refer you:"
    for one in row.could_refer:
        path = f" (by {' > '.join(n.name for n in one.path)})" if one.path else ""
        wait = f"; wait: {one.wait}" if one.wait else ""
        yield f"  - {one.name}, {one.how}{path}{wait}"
        if one.action and not one.wait:
            yield f"      to write: {write(one.action)}"
    if row.status in CAME_TO_SOMETHING and row.thanks_to:
        yield "  who made it possible:"
    for thanks in row.thanks_to if row.status in CAME_TO_SOMETHING else ():
        chain = " > ".join(n.name for n in thanks.chain)
        yield f"  - {thanks.name}{f' > {chain}' if chain else ''}: {thanks.why}"
        if thanks.action:
            yield f"      to write: {write(thanks.action)}"
