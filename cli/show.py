"""``netgraph show``: one person's page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

import click

from . import output
from .actions import writer
from .options import Session, json_option, pass_session
from .words import count, spoken

if TYPE_CHECKING:
    from netgraph.model.actions import Action
    from netgraph.model.as_of import AsOf
    from netgraph.views.person import (
        AskRow,
        EventRow,
        Open,
        PersonFacts,
        PersonPage,
        ReferralRow,
        TieRow,
    )

TOGETHER = ("meeting", "met", "talked", "planned", "prepared", "reflected", "note")
"""What is not said to be done by one of the two."""


@click.command()
@click.argument("who")
@json_option
@pass_session
def show(session: Session, /, *, who: str, as_json: bool) -> None:
    """Show one person: facts, what happened, ties, who named whom, what is open.

    "show me" shows what netgraph believes about you, and how to put it right.
    """
    from netgraph.journal.lookup import MYSELF, find_person
    from netgraph.views.person import person_view

    view = session.view()
    if who.strip().lower() in MYSELF:
        _show_me(view, as_json)
        return
    page = person_view(view, find_person(view.ledger, who))
    if as_json:
        output.as_json(page, writer(view.ledger))
    else:
        for line in _lines(page, writer(view.ledger)):
            output.say(line)


def _show_me(view: AsOf, as_json: bool) -> None:
    """Print what is believed about ego."""
    from netgraph.views.own_page import myself

    from .me import lines

    page = myself(view)
    if as_json:
        output.as_json(page)
        return
    for line in lines(page):
        output.say(line)


def _lines(page: PersonPage, write: Callable[[Action], str]) -> Iterator[str]:
    """Yield the page as text."""
    yield from _head(page.person)
    yield from _section("What happened", _timeline(page.events))
    yield from _section("Ties", map(_tie, page.ties))
    yield from _section("Doors", map(_door, page.referrals))
    yield from _section("Open", _open(page.open, write))


def _section(title: str, lines: Iterator[str]) -> Iterator[str]:
    """Yield a title and its lines, nothing if there are none."""
    found = list(lines)
    if found:
        yield ""
        yield title
        yield from (f"  {line}" for line in found)


def _head(person: PersonFacts) -> Iterator[str]:
    """Yield who somebody is and how it stands."""
    from netgraph.model.text import job_words

    job = job_words(person.title, person.company)
    yield person.name + (" (not met yet)" if person.lead else "")
    for line in (job, person.place, *person.emails, *person.phones, *person.urls):
        if line:
            yield f"  {line}"
    for job_before in person.past:
        role = f"{job_before.title} at " if job_before.title else ""
        where = ", ".join(filter(None, (role + job_before.organisation, job_before.until)))
        yield f"  before: {where}"
    for relative in person.relations:
        yield f"  {relative.role} {relative.name}"
    if person.tags:
        yield f"  labels: {', '.join(person.tags)}"
    for name, value in person.notes.items():
        yield f"  {name.replace('_', ' ')}: {value}"
    if row := person.two_way:
        yield f"  give and take: {row.state}"


def _timeline(rows: Sequence[EventRow | AskRow]) -> Iterator[str]:
    """Yield what happened, the letters of a year as one line."""
    from netgraph.views.person import in_bunches

    for found in in_bunches(rows):
        if len(found) > 1:
            written = sum(getattr(row, "count", 1) for row in found)
            day = found[-1].day
            year = day.year if day else 0
            yield f"{year}        {count(written, 'message')}, the last on {day}"
        else:
            yield from map(_happened, found)


def _happened(row: EventRow | AskRow) -> str:
    """Say one event."""
    from netgraph.views.person import AskRow

    day = row.day or "some day  "
    if isinstance(row, AskRow):
        name = f", {row.with_} in their name" if row.in_their_name else ""
        note = f": {row.note}" if row.note else ""
        return f"{day}  ask{name}: {spoken(row.status)}{note}  [{row.id}]"
    often = f" ({row.count} times)" if row.count > 1 else ""
    about = f", about {row.about}" if row.about else ""
    by = "" if row.what in TOGETHER else f" by {row.by}"
    note = f": {row.note}" if row.note else ""
    return f"{day}  {row.what}{by}{often}{about}{note}  [{row.id}]"


def _tie(row: TieRow) -> str:
    """Say one tie."""
    evidence = "; ".join(row.evidence) or "no evidence yet of how well"
    return f"{row.name}  ({row.basis}: {evidence})"


def _door(row: ReferralRow) -> str:
    """Say one referral."""
    names = (row.introducer.name, row.person.name, row.to.name)
    return f"{names[0]} named {names[1]} to {names[2]}: {spoken(row.status)}  [{row.id}]"


def _open(found: Open, write: Callable[[Action], str]) -> Iterator[str]:
    """Yield what waits."""
    for due in found.due:
        yield f"{due.on}  {due.kind}: {due.why}"
        yield f"            $ {write(due.action)}"
    for ask in found.asks:
        target = f" for {ask.target}" if ask.target else ""
        yield f"Ask for {ask.want}{target}: {spoken(ask.status)}  [{ask.id}]"
    if found.why:
        yield f"Ask again: {found.ready_on or 'no'} ({found.why})"
