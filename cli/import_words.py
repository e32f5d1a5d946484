"""What an import tells people: whose data it is, what is new, what was left out, what comes next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from .actions import written
from .words import by_day, count

if TYPE_CHECKING:
    from netgraph.importing.report import FileReport, Joined, Report
    from netgraph.importing.summary import Summary

MOST_CHANGES = 10
"""How many changed jobs the report names; --json has them all."""

MONTHS_OLD = 3
"""From this age on, data is called old."""


def told(done: Report, held: Summary, as_of: date) -> Iterator[str]:
    """Yield what an import did, for a person."""
    yield from _whose(held)
    yield from _held(held, as_of)
    for file in done.files:
        if file.note and file.kind not in ("ignored", "unreadable"):
            yield f"{file.path}: {file.note}"
        if file.mapping:
            chosen = ", ".join(f"{field} = {column}" for field, column in file.mapping.items())
            yield f"{file.path}: columns read as {chosen} (--map FIELD=COLUMN chooses others)"
    yield from _news(done)
    yield from _left_out(done.files)


def _whose(held: Summary) -> Iterator[str]:
    """Say whose data it is."""
    what = " and ".join(held.sources[:2]) + (" and more" if len(held.sources) > 2 else "")
    if held.lent:
        yield f"This is the data of {held.owner}, lent to you ({what})."
    elif held.owner and what:
        yield f"This is {held.owner}'s data ({what}): that is you."
    elif what:
        yield f"Read: {what}."


def _held(held: Summary, as_of: date) -> Iterator[str]:
    """Say how much there is, from when to when, and whether it is old."""
    if not held.people and not held.messages:
        return
    parts = [count(held.people, "person", "people")]
    if held.messages:
        parts.append(count(held.messages, "message"))
    span = ""
    if held.first and held.last:
        same = held.first == held.last
        span = f", of {by_day(held.last)}" if same else (
            f", from {held.first.year} to {by_day(held.last)}"
        )  # fmt: skip
    yield f"{', '.join(parts)}{span}."
    if held.wrote:
        with_whom = "them" if held.lent else "you"
        yield f"{count(held.wrote, 'person', 'people')} wrote with {with_whom}."
    months = (as_of - held.last).days // 30 if held.last else 0
    if months >= MONTHS_OLD:
        yield (
            f"The newest record is {count(months, 'month')} old: people will have moved on. Get a "
            "new export and read it in the same way; nothing gets lost."
        )


def _news(done: Report) -> Iterator[str]:
    """Yield who is new, who changed job, who is gone."""
    new = sum(f.people_new for f in done.files)
    events = sum(f.events_new for f in done.files)
    parts = [count(new, "person", "people")] if new else []
    parts += [count(events, "event")] if events else []
    yield f"New: {', '.join(parts)}." if parts else "Nobody and nothing in it is new."
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
