"""What became of an import: who is new, who changed job, who is gone, and what was left out."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from netgraph.identity.by_name import is_mention
from netgraph.identity.jobs import has_other_job
from netgraph.importing.importer import Imported
from netgraph.model.records import EGO, Event, Match, Person
from netgraph.sources import Skip
from netgraph.store import Change, Counts


@dataclass(frozen=True, slots=True)
class JobChange:
    """Somebody whose job is another than before."""

    id: str
    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Joined:
    """Two records that were found to be one person: their names and why."""

    id: str
    a: str
    b: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FileReport:
    """What became of one file; the counts are of people and events, by what they are to us."""

    path: str
    kind: str
    rows: int
    people_new: int
    people_updated: int
    people_unchanged: int
    events_new: int
    hidden: int
    skipped: tuple[Skip, ...]
    note: str = ""
    mapping: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Report:
    """What an import did; ``people`` and ``events`` are all in the ledger now, without ego."""

    files: tuple[FileReport, ...]
    people: int
    events: int
    changed: tuple[JobChange, ...]
    gone: tuple[Person, ...]
    joined: tuple[Joined, ...] = ()


def record(taken: Imported, change: Change) -> Report:
    """Put an intake into the store and say what became of it."""
    change.drop(Match, taken.stale)
    counts = change.put(taken.facts)
    written = [change.put_messages(r.messages) if r.messages else 0 for r in taken.readings]
    for messages in taken.unheard:
        change.put_messages(messages)
    return Report(
        tuple(_files(taken, counts, written)),
        len(taken.after.people.keys() - {EGO}),
        change.count(Event),
        tuple(_changed(taken)),
        tuple(_gone(taken)),
        tuple(_joined(taken, counts.new)),
    )


def _files(taken: Imported, counts: Counts, written: Sequence[int]) -> Iterator[FileReport]:
    """Yield what became of each file; whom several files have is new in the first."""
    credited: set[str] = set()
    stands = {**taken.before.alias, **taken.after.alias}
    before = {stands.get(i, i) for i in (*taken.before.people, *taken.before.alias)}
    for reading, messages in zip(taken.readings, written, strict=True):
        people = [f.id for f in reading.facts if isinstance(f, Person) and f.id != EGO]
        events = [f.id for f in reading.facts if isinstance(f, Event)]
        new = updated = 0
        for i in people:
            human = stands.get(i, i)
            if i in counts.new and not {i, human} & credited:
                new += human not in before
                updated += human in before
            elif i in counts.updated and i not in credited:
                updated += 1
            credited.update((i, human))
        events_new = sum(i in counts.new and i not in credited for i in events)
        credited.update(events)
        yield FileReport(
            reading.path, reading.kind, reading.rows, new, updated, len(people) - new - updated,
            events_new + messages, reading.hidden, reading.skipped, reading.note, reading.mapping,
        )  # fmt: skip


def _joined(taken: Imported, new: Collection[str]) -> Iterator[Joined]:
    """Yield who was found to be one person."""
    names = {f.id: f.name for f in taken.facts if isinstance(f, Person)}
    alias = taken.after.alias
    mentions = {
        f.id for f in taken.facts if isinstance(f, Person) and f.id in new and is_mention(f)
    }
    matches = {f.id: f for f in taken.facts if isinstance(f, Match) and f.same and f.id in new}
    for match in matches.values():
        stands = alias.get(match.a, match.a)
        if mentions & {match.a, match.b}:
            continue
        if stands == alias.get(match.b, match.b) and stands in taken.after.people:
            known = taken.after.people[stands].name
            yield Joined(
                stands, names.get(match.a, known), names.get(match.b, known), match.reasons
            )


def _changed(taken: Imported) -> Iterator[JobChange]:
    """Yield who has another job than before."""
    for i, person in taken.before.people.items():
        now = taken.after.people.get(taken.after.alias.get(i, i))
        if now is None or i == EGO or not (person.company or person.title):
            continue
        if has_other_job(person, now):
            yield JobChange(now.id, now.name, _job(person), _job(now))


def _job(person: Person) -> str:
    """Say what somebody does where."""
    return ", ".join(filter(None, (person.title, person.company)))


def _gone(taken: Imported) -> Iterator[Person]:
    """Yield whom the newest list no longer has."""
    for i, person in taken.after.people.items():
        if person.gone and i in taken.before.people and not taken.before.people[i].gone:
            yield person
