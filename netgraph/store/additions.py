"""What was written down since a snapshot was made, where it only adds people and ties.

Somebody new whom the user names is one person more and bears on nobody else, so that a line of
`add` need not cost the working out of who is who: what was added stands behind the snapshot in its
file, from stamp to stamp, each with a checksum of its own.
"""

from __future__ import annotations

import sqlite3
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from hashlib import blake2b
from typing import Final

import msgspec

from netgraph.identity.overlap import between_two
from netgraph.identity.told import Who
from netgraph.journal.texts import known_text
from netgraph.model.history import newest_word
from netgraph.model.records import CONNECTION, EGO, YOU, Fact, Origin, Person, Tie
from netgraph.model.text import fold

MOST: Final = 300
"""Of more additions than so many one snapshot is made again."""

_DIGEST: Final = 16
_LENGTH: Final = 4


class Addition(msgspec.Struct, frozen=True):
    """What led from the stamp ``before`` to another; ``me`` if the store has a record of ego."""

    before: str
    stamp: str
    people: tuple[Person, ...]
    ties: tuple[Tie, ...]
    me: bool

    def days(self) -> Iterator[date]:
        """Yield the days from which on it holds."""
        for person in self.people:
            yield from filter(None, (person.day, person.met))
        for tie in self.ties:
            yield from filter(None, (tie.day, tie.since))


def addition(
    connection: sqlite3.Connection, before: str, stamp: str, facts: Iterable[Fact]
) -> Addition | None:
    """Return what one change has added, None if it bears on anybody else.

    People are as the user named them, were never there and are at no firm, or at one that is
    stored; what the user says of who knows whom bears on these two alone.
    """
    people: list[Person] = []
    ties: list[Tie] = []
    for fact in facts:
        if isinstance(fact, Person) and _is_one_more(connection, fact):
            people.append(fact)
        elif isinstance(fact, Tie) and fact.source == YOU and fact.kind != CONNECTION:
            ties.append(fact)
        else:
            return None
    me = _is_there(connection, "person WHERE dropped IS NULL AND id = ?", EGO)
    return Addition(before, stamp, tuple(people), tuple(ties), me)


def written(one: Addition) -> bytes:
    """Return an addition as it is appended to a snapshot."""
    said = msgspec.msgpack.encode(one)
    return len(said).to_bytes(_LENGTH, "big") + blake2b(said, digest_size=_DIGEST).digest() + said


def read(data: bytes) -> Iterator[Addition]:
    """Yield the additions behind a snapshot, up to the first that is not whole."""
    place, head = 0, _LENGTH + _DIGEST
    decoder = msgspec.msgpack.Decoder(Addition)
    while len(data) > place + head:
        end = place + head + int.from_bytes(data[place : place + _LENGTH], "big")
        said = data[place + head : end]
        if blake2b(said, digest_size=_DIGEST).digest() != data[place + _LENGTH : place + head]:
            return
        try:
            yield decoder.decode(said)
        except msgspec.MsgspecError:
            return
        place = end


def leading(found: Iterable[Addition], first: str, last: str) -> tuple[Addition, ...] | None:
    """Return the additions that lead from one stamp to another, None if they do not.

    What a change that came to nothing has left between them is passed over.
    """
    by_stamp = {one.stamp: one for one in found}
    way: list[Addition] = []
    while last != first:
        if last not in by_stamp or len(way) == MOST:
            return None
        way.append(by_stamp.pop(last))
        last = way[-1].before
    return tuple(way[::-1])


def with_people(people: Mapping[str, Person], added: Sequence[Addition]) -> dict[str, Person]:
    """Return the people with those who were added, each in the place that the id gives."""
    new = sorted((p for one in added for p in one.people), key=lambda p: p.id)
    ids = list(people)
    behind = [] if added[-1].me or ids[-1:] != [EGO] else [ids.pop()]
    found: dict[str, Person] = {}
    done = 0
    for person in new:
        place = bisect_left(ids, person.id)
        found |= {i: people[i] for i in ids[done:place]}
        found[person.id], done = person, place
    return found | {i: people[i] for i in (*ids[done:], *behind)}


def with_ties(ties: Sequence[Tie], who: Who, added: Sequence[Addition]) -> tuple[Tie, ...]:
    """Return the ties with those that were added, of two people the newest word only."""
    new = between_two((tie for one in added for tie in one.ties), who.alias)
    places = who.places
    return newest_word(tuple(sorted((*ties, *new), key=lambda tie: places.get(tie.id, tie.id))))


def with_texts(
    texts: Sequence[tuple[str, str]], people: Mapping[str, Person], added: Sequence[Addition]
) -> tuple[tuple[str, str], ...]:
    """Return what is searched of everybody, with those who were added in their places by name."""
    found = list(texts)
    known = {**people, **{p.id: p for one in added for p in one.people}}
    for one in added:
        for person in one.people:
            place = bisect_left(
                found, (fold(person.name), person.id), key=lambda t: (fold(known[t[0]].name), t[0])
            )
            found.insert(place, (person.id, known_text(person)))
    return tuple(found)


def _is_one_more(connection: sqlite3.Connection, person: Person) -> bool:
    """Whether somebody is new, and nothing stored says anything of them."""
    if person.source != YOU or person.origin != Origin.LISTED or person.id == EGO:
        return False
    spelt = "organisation, json_each(spellings) WHERE dropped IS NULL AND value = ?"
    known = (
        _is_there(connection, "person WHERE id = ? LIMIT 1 OFFSET 1", person.id)
        or _is_there(connection, "statement WHERE subject = ?", person.id)
        or _is_there(connection, "match WHERE ? IN (a, b)", person.id)
    )
    return not known and (not person.company or _is_there(connection, spelt, person.company))


def _is_there(connection: sqlite3.Connection, rows: str, value: str) -> bool:
    """Whether there is a row of a table for which something holds."""
    return connection.execute(f"SELECT 1 FROM {rows}", (value,)).fetchone() is not None  # noqa: S608
