"""``netgraph stats``: the search in numbers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

import click

from . import output
from .home import nobody_yet
from .options import DAY, Session, json_option, pass_session
from .words import by_day, count

if TYPE_CHECKING:
    from netgraph.model.as_of import AsOf
    from netgraph.views.opportunities import Yield
    from netgraph.views.since import Changes
    from netgraph.views.statistics import CalibrationRows, EgoRows, Gaps, LineageRows, Stats

SHOWN = 8
"""So many people are named."""


@click.command()
@click.option("--since", type=DAY, help="What has changed since then: 2026-01-01, last friday ...")
@json_option
@pass_session
def stats(session: Session, /, *, since: date | None, as_json: bool) -> None:
    """Show the search in numbers: from asks to talks, your network, who led where, blind spots."""
    from netgraph.views.statistics import stats as numbers

    view = session.view()
    if not as_json and nobody_yet(view.ledger):
        return
    if since:
        changes = _changes(session, view, since)
        output.show({"changes": changes}, lambda: _changed(changes), json_wanted=as_json)
        return
    found = numbers(view)
    if as_json:
        output.as_json(found)
    else:
        for line in _lines(found):
            output.say(line)


def _changes(session: Session, view: AsOf, since: date) -> Changes:
    """Return what has changed since a day."""
    from netgraph.model.as_of import AsOf
    from netgraph.views.since import changes_since

    if since > view.day:
        raise click.UsageError(f"{since} is still to come: name a day that is over")
    with session.store() as store:
        return changes_since(AsOf(store.ledger(as_of=since), since), view)


def _changed(found: Changes) -> Iterator[str]:
    """Yield what has changed as text."""
    yield f"From {by_day(found.since)} to {by_day(found.until)}"
    for row in found.counts:
        yield f"  {row.what:<32} {row.then:>6} -> {row.now:>6}"
    yield f"  {count(found.new_people, 'person', 'people')} new among those you know"
    for words, people in (
        ("No contact any more within a year", found.fell_silent),
        ("In touch again, or for the first time", found.back_in_touch),
    ):
        if people:
            names = ", ".join(one.name for one in people[:SHOWN])
            more = f" and {len(people) - SHOWN} more" if len(people) > SHOWN else ""
            yield f"{words}: {names}{more}"


def _lines(found: Stats) -> Iterator[str]:
    """Yield the numbers as text."""
    from netgraph.views.stages import OF_WHAT

    if any(row.cases for row in found.funnel):
        yield "From asks to doors"
    for row in found.funnel:
        if row.cases:
            way = "" if row.way == "all" else f" ({row.way})"
            yield f"  {OF_WHAT[row.stage] + way:<45} {row.words}"
    if any(row.cases for row in found.funnel):
        yield ""
    yield from _ego(found.ego)
    yield from (f"  {line}" for line in found.network.known.words)
    known = set(found.network.known.words)
    guessed = [line for line in found.network.with_inferred.words if line not in known]
    if guessed:
        yield "Your network, with ties that are probable"
    yield from (f"  {line}" for line in guessed)
    yield ""
    yield from _lineage(found.lineage)
    if any(row.hits for row in found.opportunities):
        yield ""
        yield "Of the people you talked with, these led to an interview or an offer"
        yield from (f"  {_of_whom(o):<36} {o.words}" for o in found.opportunities)
    yield ""
    yield from _gaps(found.gaps)
    yield ""
    yield from _calibration(found.calibration)


def _of_whom(row: Yield) -> str:
    """Say whom a row is about: all, those behind a door, so far away, or so tied to you."""
    if row.kind == "generation":
        from netgraph.views.statistics import how_far

        return how_far(int(row.name))
    return {"all": "all", "door": f"through {row.name}"}.get(row.kind, f"who are: {row.name}")


def _calibration(found: CalibrationRows) -> Iterator[str]:
    """Yield how well promised chances held."""
    yield "Chances promised, and kept"
    yield f"  {found.words}"
    for row in found.bins:
        yield f"  promised about {row.promised:.0%}: {row.words}"


def _ego(ego: EgoRows) -> Iterator[str]:
    """Yield ego's network."""
    yield "Your network"
    ties = ", ".join(f"{n} {basis}" for basis, n in ego.ties.items() if n)
    yield f"  {count(ego.size, 'contact')} ({ties or 'no ties yet'})"


def _lineage(found: LineageRows) -> Iterator[str]:
    """Yield what came of the doors."""
    yield "Doors opened"
    yield f"  {count(found.named, 'person', 'people')} named to you, {found.met} met"
    if found.days_to_meet is not None:
        yield f"  half of them within {found.days_to_meet:g} days"
    for g in found.generations[:-1]:
        yield f"  {g.told}"
    for b in found.branches:
        talks = count(b.talks, "talk")
        interviews = (
            f"{b.interviews} of them {'an interview' if b.interviews == 1 else 'interviews'}"
        )
        yield f"  from {b.name}: {b.people} named, {talks}, {interviews}"
    for end in found.made_possible_by:
        names = ", ".join(u.name for u in end.thanks_to)
        yield f"  {end.name} was possible thanks to {names}"


def _gaps(gaps: Gaps) -> Iterator[str]:
    """Yield the blind spots."""
    yield "Blind spots"
    yield from (f"  {line}" for line in gaps.words)
