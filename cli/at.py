"""``netgraph at``: one employer at a glance, or the list of those you look for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

import click

from . import output
from .actions import advised, writer
from .options import Session, json_option, pass_session
from .words import by_day, count

if TYPE_CHECKING:
    from netgraph.model.actions import Action
    from netgraph.views.company import CompanyView
    from netgraph.views.staff import Staff
    from netgraph.views.target_list import TargetRow

SHOWN = 12
"""So many people of an employer are named as text."""


@click.command()
@click.argument("company", required=False)
@json_option
@pass_session
def at(session: Session, company: str | None, as_json: bool) -> None:
    """Show one employer: who is there, who was, who may know somebody, and the best door.

    Without COMPANY, list the employers that your goals name, in the order to spend time on them.
    """
    from netgraph.views.company import company_view
    from netgraph.views.people_search import second_degree
    from netgraph.views.target_list import targets

    view = session.view()
    write = writer(view.ledger)
    if company is None:
        rows = targets(view)
        output.show({"targets": rows}, lambda: _targets(rows), json_wanted=as_json, write=write)
    else:
        found = company_view(view, company)
        document = {"company": found, "second_degree": second_degree(found.name)}
        output.show(document, lambda: _lines(found, write), json_wanted=as_json, write=write)


def _targets(rows: Sequence[TargetRow]) -> Iterator[str]:
    """Yield the target list."""
    if not rows:
        yield "No goal names an employer yet. Name one: netgraph goal edit GOAL --company NAME"
    for row in rows:
        former = f", {row.before} before" if row.before else ""
        yield f"{row.name}: {row.words} ({count(row.now, 'person', 'people')} there{former})"
    if rows:
        yield "More about one: netgraph at NAME"


def _lines(found: CompanyView, write: Callable[[Action], str]) -> Iterator[str]:
    """Yield one employer as text."""
    from netgraph.views.people_search import second_degree

    wanted = f"  (for: {'; '.join(found.goals)})" if found.goals else ""
    yield f"{found.name}{wanted}"
    yield from (f"  {line}" for line in found.words)
    if found.door and not found.in_hand:
        yield f"    $ {write(found.door.action)}"
    if found.free:
        yield f"  {count(found.free, 'person', 'people')} there may be asked, one at a time."
    said = f"{found.name} is in hand"
    yield from _section("There now", (_staff(s, said) for s in found.now), len(found.now))
    yield from _section("There before", (_staff(s, said) for s in found.before), len(found.before))
    yield from _section(
        "May know somebody there",
        (
            f"{one.name}, {one.company}: {', '.join(k.name for k in one.knows[:3])}"
            for one in found.might_know
        ),
        len(found.might_know),
    )
    yield from _section(
        "Your applications and saved jobs",
        (
            " ".join(filter(None, (one.kind, one.title, f"({by_day(one.day)})" if one.day else "")))
            for one in found.applications
        ),
        len(found.applications),
    )
    yield from _section(
        "What is missing", (advised(hint, write) for hint in found.missing), len(found.missing)
    )
    yield f"  Friends of friends there, on LinkedIn (for you to open): {second_degree(found.name)}"


def _section(title: str, lines: Iterator[str], number: int) -> Iterator[str]:
    """Yield a title and the first of its lines, nothing if there are none."""
    if number:
        yield f"  {title}:"
    for line, _ in zip(lines, range(SHOWN), strict=False):
        yield f"    {line}"
    if number > SHOWN:
        yield f"    and {number - SHOWN} more (--json has all)"


def _staff(one: Staff, said: str) -> str:
    """Say one person who is or was there, and why not to ask them now, unless that is said."""
    parts = [one.title, one.when, "fits your goal" if one.fits else ""]
    parts.append(f"last in touch {by_day(one.last_contact)}" if one.last_contact else "")
    if not one.known:
        parts.append("known by name only")
    if one.why and not one.why.startswith(said):
        parts.append(f"not now{f', until {by_day(one.until)}' if one.until else ''}: {one.why}")
    return ", ".join([one.name, *filter(None, parts)])
