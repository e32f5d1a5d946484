"""From paths to facts: what is in the files, who and what is new, and what could not be read.

Files are read on top of what is known. No store is written here: `netgraph.importing.report.record`
puts the facts into one change and says what became of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from operator import attrgetter
from pathlib import Path
from typing import Any, Final

from netgraph.identity.classification import certain_matches, stale_matches
from netgraph.identity.organisations import organisations_in
from netgraph.identity.owners import lender
from netgraph.identity.resolution import resolve
from netgraph.importing.exclusions import heard, without_forgotten
from netgraph.importing.progress import JOINING, Progress
from netgraph.model.actions import Action
from netgraph.model.errors import AmbiguousName, UnreadableFile
from netgraph.model.kinds import held, place
from netgraph.model.messages import Messages
from netgraph.model.records import EGO, Event, Fact, Ledger, Origin, Person, Source
from netgraph.model.text import clean, fold
from netgraph.sources import FORMATS, Context, Document, Format, Reading
from netgraph.sources.documents import open_documents
from netgraph.sources.foreign import described

NOT_READ: Final = "no columns that netgraph knows"


@dataclass(frozen=True, slots=True)
class Imported:
    """What files hold: a reading for each, all their facts, and the ledger with and without.

    Messages are left in the readings; ``unheard`` are those that are kept and in no reading.
    ``stale`` are the ids of matches that a rule once made and nothing supports any more.
    """

    readings: tuple[Reading, ...]
    facts: tuple[Fact, ...]
    before: Ledger
    after: Ledger
    stale: frozenset[str] = frozenset()
    unheard: tuple[Messages, ...] = ()


def read_in(
    paths: Sequence[Path],
    known: Ledger,
    *,
    as_of: date,
    owner: str = "",
    mapping: Mapping[str, str] | None = None,
    formats: Sequence[Format] = FORMATS,
    forgotten: Callable[[Sequence[str]], Collection[str]] = lambda ids: (),
    progress: Progress | None = None,
) -> Imported:
    """Read everything at the paths on top of what is known.

    Parameters
    ----------
    known
        The facts in the store as they are, people still being records of sources.
    owner
        The name of the friend whose data it is; ego if empty.
    forgotten
        Tells which of some ids belong to people who are to stay forgotten.
    progress
        Is told how far it has come, for somebody who waits.

    Raises
    ------
    UnreadableFile
        If a path cannot be read, or nothing at all in the files can be used.
    AmbiguousName
        If several people are called like the owner.
    """
    before = resolve(replace(known, events=()))
    friend = _owner(owner, before.people, known.sources)
    context = Context(
        as_of, friend.id if friend else EGO, friend.name if friend else "", known, mapping or {}
    )
    progress = progress or Progress()
    found = progress.watched(open_documents(paths))
    with progress.listening():
        readings = _read(found, formats, context, progress)
    progress.stage = JOINING
    _check_use(readings, paths)
    readings = without_forgotten(readings, forgotten)
    facts = [fact for reading in readings for fact in reading.facts]
    if friend and friend.origin == Origin.LENDER:
        read = [fact for fact in facts if isinstance(fact, Source)]
        facts.append(lender(friend.name, (*known.sources, *read)))
    restored = known.people.keys() <= {EGO} and all(
        reading.kind == "ledger" for reading in readings if reading.holds
    )  # then all that follows from the facts is among them
    if not restored:
        facts += organisations_in(facts, known)
    after = _plus(known, facts)
    matches = [] if restored else certain_matches(after)
    stale = () if restored else stale_matches(after, matches)
    dropped = frozenset(match.id for match in stale)
    facts = [*(f for f in facts if f.id not in dropped), *matches]
    after = _plus(after, matches)
    after = replace(after, matches=tuple(m for m in after.matches if m.id not in dropped))
    place = {item.path: n for n, item in enumerate(found)}
    resolved = resolve(after)
    shown = heard(readings, after, resolved)
    unheard = tuple(_left(readings, shown))
    shown = sorted((r for r in shown if r.path), key=lambda r: place.get(r.path, -1))
    return Imported(tuple(shown), tuple(facts), before, resolved, dropped, unheard)


def _left(readings: Sequence[Reading], shown: Sequence[Reading]) -> Iterator[Messages]:
    """Yield the messages that readings have and are not shown."""
    for reading, told in zip(readings, shown, strict=True):
        if reading.messages and told.messages and reading.messages is not told.messages:
            yield reading.messages.but(told.messages.pairs)


def _owner(name: str, people: Mapping[str, Person], sources: Iterable[Source]) -> Person | None:
    """Return the friend of that name, known or new; who lent something before is meant again."""
    name = clean(name)
    if not name:
        return None
    found = [p for p in people.values() if name == p.id or fold(p.name) == fold(name)]
    if len(found) > 1 and not any(s.owner == lender(name).id for s in sources):
        raise AmbiguousName(
            f"{len(found)} people are called {name}; use the id",
            [f"{p.id}  {p.name}  {p.company}" for p in found],
        )
    return found[0] if len(found) == 1 and name == found[0].id else lender(name)


def _read(
    found: Iterable[Document | Reading],
    formats: Sequence[Format],
    context: Context,
    progress: Progress,
) -> list[Reading]:
    """Let each format read what it claims; later formats see what earlier ones read."""
    readings: list[Reading] = []
    claimed: defaultdict[str, list[tuple[str, Document]]] = defaultdict(list)
    for item in found:
        if isinstance(item, Reading):
            readings.append(item)
            continue
        for form in formats:
            if kind := form.claims(item):
                claimed[form.name].append((kind, item))
                break
        else:
            readings.append(_unclaimed(item))
    for form in sorted(formats, key=attrgetter("on_top")):
        if claimed[form.name]:
            in_order = sorted(claimed[form.name], key=lambda claim: claim[1].path)
            if form.on_top and len(claimed) > 1:  # it names people, not records
                known = context.known
                context = replace(context, known=_plus(known, certain_matches(known)))
            new = []
            for reading in form.read(in_order, context):
                progress.read(reading)
                new.append(reading)
            readings += new
            facts = [fact for reading in new for fact in reading.facts]
            context = replace(context, known=_plus(context.known, facts))
    return readings


def _unclaimed(document: Document) -> Reading:
    """Say why a document is of no use."""
    if thing := described(document):
        if thing == "empty":
            return Reading(document.path, "ignored", note="empty")
        kind = (
            "unreadable" if document.name.lower().endswith((".csv", ".tsv", ".txt")) else "ignored"
        )
        return Reading(document.path, kind, note=thing)
    return Reading(document.path, "ignored", note=NOT_READ)


def _check_use(readings: Sequence[Reading], paths: Sequence[Path]) -> None:
    """Raise if there is nothing to import."""
    readings = [r for r in readings if r.path]
    useless = ("ignored", "unreadable")
    if any(r.kind not in useless and (r.holds or not r.skipped) for r in readings):
        return
    worst = sorted(readings, key=lambda r: (r.kind != "unreadable", not r.skipped))
    if not worst:
        raise UnreadableFile(
            f"nothing to import: {clean(str(paths[0]))} is empty" if paths else "nothing to import"
        )
    first = worst[0]
    note = first.note or (
        f"no row could be used (line {first.skipped[0].line}: {first.skipped[0].reason})"
        if first.skipped
        else "no facts in it"
    )
    more = f" (and {len(worst) - 1} other files of no use)" if len(worst) > 1 else ""
    choices = tuple(f"{field}={column}" for field, column in first.mapping.items())
    action = Action("import", (str(paths[0]),), {"map": choices}) if choices else None
    raise UnreadableFile(f"nothing to import: {first.path}: {note}{more}", action=action)


def _plus(known: Ledger, facts: Iterable[Fact]) -> Ledger:
    """Return the ledger with the facts in it, events left out: nobody here needs them."""
    new: defaultdict[type[Fact], dict[str, Fact]] = defaultdict(dict)
    for fact in facts:
        if not isinstance(fact, Event):
            new[type(fact)][fact.id] = fact
    merged: dict[str, Any] = {}
    for kind, some in new.items():
        before = getattr(known, place(kind))
        by_id = before if isinstance(before, Mapping) else {fact.id: fact for fact in before}
        merged[place(kind)] = held(kind, {**by_id, **some})
    return replace(known, events=(), **merged)
