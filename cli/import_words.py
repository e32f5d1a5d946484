"""What an import tells people: whose data it is, what is new, and what was left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from .actions import written
from .words import by_day, count

if TYPE_CHECKING:
    from netgraph.importing.holdings import Summary
    from netgraph.importing.progress import Progress
    from netgraph.importing.report import FileReport, Joined, Report

MOST_CHANGES = 10
"""How many changed jobs the report names; --json has them all."""


def lines(done: Report, held: Summary, as_of: date) -> Iterator[str]:
    """Yield what an import did, for a person."""
    yield from _whose(held)
    yield from _held(held, as_of)
    for file in done.files:
        if file.kind in ("ignored", "unreadable"):
            continue
        if file.note:
            yield f"{file.path}: {file.note}"
        if file.mapping:
            chosen = ", ".join(f"{field} = {column}" for field, column in file.mapping.items())
            yield f"{file.path}: columns read as {chosen} (--map FIELD=COLUMN chooses others)"
    yield from _news(done, held)
    yield from _left_out(done.files)


def how_far(progress: Progress) -> str:
    """Say what an import does now, and how much of it is left."""
    if progress.stage != "reading":
        return f"{progress.stage[0].upper()}{progress.stage[1:]} ..."
    name = progress.now.rpartition("/")[2]
    part = f" {name}: {progress.part:.0%} of it".replace("%", " %") if name else ""
    done = f", {count(len(progress.files), 'file')} done" if progress.files else ""
    return f"Reading{part}{done} ..."


def in_short(done: Report, held: Summary, as_of: date) -> Iterator[str]:
    """Yield the same in a few sentences, for the first hour."""
    from netgraph.sources.correspondents import OWN_ADDRESS_UNKNOWN

    yield from _whose(held)
    yield from _held(held, as_of)
    out = [skip for file in done.files for skip in file.skipped]
    if any(OWN_ADDRESS_UNKNOWN in skip.reason for skip in out):
        yield from _left_out(done.files)
    elif out:
        reason, _ = Counter(skip.reason for skip in out).most_common(1)[0]
        yield f"{count(len(out), 'row')} left out, most of them: {reason}."


def _whose(held: Summary) -> Iterator[str]:
    """Say whose data it is."""
    labels = [s for s in held.sources if not any(s != t and t in s for t in held.sources)]
    what = ", ".join(labels[:2]) + (" and more" if len(labels) > 2 else "")
    if held.lent:
        yield f"This is the data of {held.owner}, lent to you ({what})."
    elif held.not_said:
        yield f"{what}: a table of people."
    elif held.owner and what:
        yield f"This is {held.owner}'s data ({what}): that is you."
    elif what:
        yield f"This is your data ({what})."


def _held(held: Summary, as_of: date) -> Iterator[str]:
    """Say how much there is, from when to when, and whether it is old."""
    from netgraph.views.coverage import months_old

    if not held.people and not held.messages:
        return
    parts = [count(held.people, "person", "people")]
    if held.messages:
        parts.append(count(held.messages, "message"))
    span = ""
    if held.first and held.last:
        begin = f"from {held.first.year} to " if held.first.year < held.last.year else "up to "
        span = f", {begin}{by_day(held.last)}"
    yield f"{', '.join(parts)}{span}."
    if held.wrote:
        with_whom = "them" if held.lent else "you"
        yield f"{count(held.wrote, 'person', 'people')} wrote with {with_whom}."
    if held.last and (months := months_old(held.last, as_of)):
        yield old(months)


def old(months: int) -> str:
    """Say that data is old, and what to do.

    >>> old(4)[:35], old(30)[:34]
    ('The newest record is 4 months old: ', 'The newest record is 2 years old: ')
    """
    age = count(months, "month") if months < 24 else count(months // 12, "year")
    return (
        f"The newest record is {age} old: some people will have moved on.\n"
        "Get a new export and read it in the same way; nothing gets lost."
    )


def _news(done: Report, held: Summary) -> Iterator[str]:
    """Yield who is new, who changed job, who is gone."""
    new = sum(f.people_new for f in done.files)
    events = sum(f.events_new for f in done.files)
    parts = [count(new, "person", "people")] if new else []
    parts += [count(events, "event")] if events else []
    if not parts:
        yield "Nobody and nothing in it is new."
    elif new < held.people:
        yield f"New: {', '.join(parts)}."
    else:
        yield "All of it is new."
    if done.changed:
        yield f"Changed job: {count(len(done.changed), 'person', 'people')}."
        for change in done.changed[:MOST_CHANGES]:
            yield f"  {change.name}: {change.before or 'nothing'} -> {change.after or 'nothing'}"
        if len(done.changed) > MOST_CHANGES:
            yield f"  and {len(done.changed) - MOST_CHANGES} more (--json lists them)"
    if done.joined:
        yield from _joined(done.joined)
    if done.gone:
        yield f"No longer connected: {', '.join(p.name for p in done.gone[:MOST_CHANGES])}"


def _joined(joined: Sequence[Joined]) -> Iterator[str]:
    """Say who was found to be one person; connections shown before without profile are counted."""
    from netgraph.identity.by_name import BOTH_CONNECTED

    named = [j for j in joined if not any(why.startswith(BOTH_CONNECTED) for why in j.reasons)]
    yield f"Found to be one person: {count(len(joined), 'pair')} of entries."
    for pair in named[:MOST_CHANGES]:
        yield f"  {pair.a} is {pair.b}: {'; '.join(pair.reasons)}"
    if len(named) > MOST_CHANGES:
        yield f"  and {len(named) - MOST_CHANGES} more (--json lists them)"
    if older := len(joined) - len(named):
        shown = count(older, "connection")
        yield f"  {shown} that an older export shows without profile, by name and day"
    yield "Wrong? netgraph merge --apart A B. Who else may be one: netgraph duplicates"


def _left_out(files: Sequence[FileReport]) -> Iterator[str]:
    """Say what was not used, and why."""
    from netgraph.model.actions import Action
    from netgraph.sources.correspondents import OWN_ADDRESS_UNKNOWN

    if hidden := sum(f.hidden for f in files):
        yield f"Hidden: {count(hidden, 'row')} showing nobody (no name, lists, machines)."
    reasons = Counter(skip.reason for f in files for skip in f.skipped)
    for reason, number in reasons.most_common(MOST_CHANGES):
        yield f"Left out: {count(number, 'row')}: {reason}"
    if any(OWN_ADDRESS_UNKNOWN in words for words in (*reasons, *(f.note for f in files))):
        own = Action("edit", ("me",), {"email": "ADDRESS"})
        yield f"Say which address is yours, then import again: {written(own)}"
    if reasons:
        yield "--rejects FILE writes every row that was left out, --json lists them."
    if ignored := sum(f.kind == "ignored" for f in files):
        yield f"{count(ignored, 'other file')} without anything for netgraph (--json lists them)."
