"""What was read and is left out all the same, each row with the reason.

Whom the user asked to forget does not come back. Of a name that could be several people's nothing
is heard until another file, or the user, says who is meant.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from netgraph.identity.by_name import unclear
from netgraph.identity.owners import lent
from netgraph.model.kinds import named
from netgraph.model.records import EGO, Event, Fact, Gathering, Ledger, Means, Person
from netgraph.model.text import fold
from netgraph.sources import Reading, Skip

FORGOTTEN = "you asked to forget this person"
YOURSELF = "this is you: what is between you and your friend is in your own export"


def without_forgotten(
    readings: Sequence[Reading], forgotten: Callable[[Sequence[str]], Collection[str]]
) -> list[Reading]:
    """Drop every fact that names somebody who is to stay forgotten."""
    ids = sorted({f.id for r in readings for f in r.facts if isinstance(f, Person)})
    gone = dict.fromkeys(forgotten(ids), FORGOTTEN)
    if not gone:
        return list(readings)
    return [_without(reading, gone) for reading in readings]


def heard(readings: Sequence[Reading], after: Ledger, resolved: Ledger) -> list[Reading]:
    """List what nothing is heard of for now; the facts are kept, another file may tell more.

    ``after`` has the facts as they are stored, ``resolved`` what they tell.
    """
    unheard = _unheard(after, resolved)
    return [_without(reading, unheard) for reading in readings] if unheard else list(readings)


def _unheard(after: Ledger, resolved: Ledger) -> dict[str, str]:
    """Return the records of which nothing is heard for now, each with the reason."""
    theirs = lent(after.sources)
    nobody = sorted(unclear(after))
    everybody = resolved.people.values() if nobody else ()
    called = Counter((p.source, fold(p.name)) for p in everybody)
    found = {
        i: f"{called[p.source, fold(p.name)]} people are called {p.name} "
        "and the row has no profile address"
        for i in nobody
        if (p := after.people[i])
    }
    return found | {
        i: YOURSELF
        for i, stands in resolved.alias.items()
        if stands == EGO and i in after.people and after.people[i].source in theirs
    }


def _without(reading: Reading, gone: Mapping[str, str]) -> Reading:
    """Drop from one reading what names somebody, and list the rows it was in with the reason."""
    kept: list[Fact] = []
    lines: dict[int, str] = {}
    for fact in reading.facts:
        if isinstance(fact, Gathering):
            left = tuple(p for p in fact.people if p not in gone)
            kept += [replace(fact, people=left)] if len(left) > 1 else []
        elif why := next((gone[i] for i in _named(fact) if i in gone), ""):
            lines[reading.lines.get(fact.id, 0)] = why
        else:
            kept.append(fact)
    messages = reading.messages
    if messages and (silent := messages.naming(gone)):
        lines |= {line: why for p, why in silent.items() for line in messages.pairs[p].lines}
        messages = messages.but(silent)
    used = {reading.lines.get(fact.id, 0) for fact in kept if isinstance(fact, Event)}
    used |= messages.lines() if messages and lines else set()
    shared = {line for line in used & lines.keys() if lines[line] != FORGOTTEN}
    left_out = (Skip(line, why) for line, why in lines.items() if line not in shared)
    skipped = sorted((*reading.skipped, *left_out), key=lambda s: s.line)
    note = reading.note
    if partly := sum(lines[line] != YOURSELF for line in shared):
        several = f"{partly} of several recipients could be more than one person: left out"
        note = "; ".join(filter(None, (note, several)))
    return replace(reading, facts=tuple(kept), skipped=tuple(skipped), note=note, messages=messages)


def _named(fact: Fact) -> Iterator[str]:
    """Yield the id of a fact and of whom it names."""
    yield fact.id
    yield from named(fact, Means.PERSON, Means.SUBJECT, Means.RECORD)
