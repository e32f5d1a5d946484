"""``netgraph centre``: what an adviser sees who imported the exports of many students."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from . import output
from .options import Session, json_option, pass_session
from .words import count

if TYPE_CHECKING:
    from netgraph.pools.centre import Reached, Way

NAMED = 3
"""So many students are named at an employer as text."""

limit_option = click.option(
    "-n", "limit", type=click.IntRange(min=1), default=20, show_default=True, help="How many."
)


@click.group()
def centre() -> None:
    """For advisers: the exports of many students as one network.

    Import each with its owner: netgraph import FILE --owner "Ana Silva". The store holds what they
    lent you; who may see it is whoever may read the file.
    """


@centre.command("students")
@json_option
@pass_session
def show_students(session: Session, as_json: bool) -> None:
    """List the students, and how many people each knows."""
    from netgraph.pools.centre import known_on

    view = session.view()
    people = view.ledger.people
    rows = [{"student": people[i].name, "knows": len(some)} for i, some in known_on(view).items()]
    output.show(
        {"students": rows},
        lambda: (
            [f"{row['student']} knows {row['knows']}" for row in rows]
            + ["Which employers they reach: netgraph centre coverage"]
        ),
        json_wanted=as_json,
    )


@centre.command("path")
@click.argument("student")
@click.argument("target")
@click.option(
    "-n", "limit", type=click.IntRange(min=1), default=5, show_default=True, help="How many."
)
@json_option
@pass_session
def show_path(session: Session, student: str, target: str, limit: int, as_json: bool) -> None:
    """Show the likeliest introductions from STUDENT to TARGET, a person or an employer."""
    from netgraph.pools.centre import ways

    name, found = ways(session.view(), student, target, limit=limit)
    output.show(
        {"student": student, "target": name, "paths": found},
        lambda: _ways(name, found),
        json_wanted=as_json,
    )


def _ways(target: str, found: list[Way]) -> Iterator[str]:
    """Yield the chains as text."""
    from netgraph.suggestions.wording import likely

    for way in found:
        job = f" ({way.job})" if way.job else ""
        what = "say yes" if len(way.people) == 2 else "work out"
        yield f"{' -> '.join(way.people)}{job}: {likely(way.chance, what)}"
    if not found:
        yield f"No chain of three ties leads to {target}. What nobody reaches: netgraph centre gaps"


@centre.command("coverage")
@limit_option
@json_option
@pass_session
def show_coverage(session: Session, limit: int, as_json: bool) -> None:
    """Show which employers the students reach, and how many of them."""
    from netgraph.pools.centre import reached

    found = reached(session.view())
    output.show({"coverage": found}, lambda: _coverage(found, limit), json_wanted=as_json)


def _coverage(found: list[Reached], limit: int) -> Iterator[str]:
    """Yield the employers as text."""
    thin = sum(len(one.students) == 1 for one in found)
    yield f"{count(len(found), 'employer')}, of which {thin} hang on one student alone."
    for one in found[:limit]:
        more = len(one.students) - NAMED
        names = ", ".join(one.students[:NAMED]) + (f" and {more} more" if more > 0 else "")
        people = count(one.people, "person", "people")
        yield f"  {one.employer}: {people}, known to {names}"
    if len(found) > limit:
        yield f"  ... and {len(found) - limit} more; -n shows more"
    yield "On whom most hangs: netgraph centre brokers"


@centre.command("brokers")
@limit_option
@json_option
@pass_session
def show_brokers(session: Session, limit: int, as_json: bool) -> None:
    """Show on whom connections hang: who alone joins students, or alone reaches employers."""
    from netgraph.pools.centre import brokers

    found = brokers(session.view())
    rows = [
        (b.name, "yes" if b.is_student else "", b.students, b.pairs, b.only or "")
        for b in found[:limit]
    ]
    if as_json:
        output.as_json({"brokers": found})
        return
    columns = ["name", "student", ">known by", ">joins pairs", ">only way to employers"]
    output.table(columns, rows)


@centre.command("gaps")
@json_option
@pass_session
def show_gaps(session: Session, as_json: bool) -> None:
    """Show the employers that goals name and no student reaches, and those that hang on one."""
    from netgraph.pools.centre import gaps, reached

    view = session.view()
    missing, thin = gaps(view), [one for one in reached(view) if len(one.students) == 1]
    output.show({"nobody": missing, "one": thin}, lambda: _gaps(missing, thin), json_wanted=as_json)


def _gaps(missing: list[str], thin: list[Reached]) -> Iterator[str]:
    """Yield the gaps as text."""
    for name in missing:
        yield f"{name}: nobody knows anybody there"
    for one in thin[:20]:
        yield f"{one.employer}: only {one.students[0]} knows somebody there"
    if len(thin) > 20:
        yield f"... and {len(thin) - 20} more that hang on one student"
    yield 'An employer that matters is named by a goal: netgraph goal add --company NAME "what for"'
