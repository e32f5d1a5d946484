"""What one card of a file says of other cards, and what netgraph itself wrote into one.

Relations name cards by their ids (RFC 6350, UID and RELATED). Of cards whose people this very
store has nothing follows: it knows more of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date
from typing import Final

from netgraph.journal.relations import relation
from netgraph.model import ids
from netgraph.model.records import (
    EGO,
    YOU,
    Basis,
    Event,
    EventKind,
    Fact,
    Ledger,
    Relation,
    Source,
    Tie,
)
from netgraph.model.text import clean, fold
from netgraph.sources.contentlines import Property
from netgraph.sources.own_facts import FACT, fact_in, uid
from netgraph.sources.protocol import Context

EVENT: Final = "X-NETGRAPH-EVENT"
ROLE: Final = "X-NETGRAPH-ROLE"
TYPES: Final = {"close": "friend", "warm": "contact", "barely": "acquaintance"}
"""How close two are -> the type of a relation."""

_CLOSENESS: Final = {kind: closeness for closeness, kind in TYPES.items()}

Card = Mapping[str, list[Property]]


class RelatedCards:
    """The cards of one file by their ids, and what they say of one another."""

    def __init__(self, source: Source, context: Context) -> None:
        self._source = source
        self._context = context
        self._people = {uid(EGO): EGO}
        self._related: list[tuple[str, str, str]] = []
        self._roles: list[tuple[str, Property]] = []
        self._own: list[Property] = []

    def add(self, card: Card, person: str) -> Iterator[Fact]:
        """Note whose card it is; yield what was logged with them."""
        i = _value(card, "UID")
        self._people[i] = person
        if card.keys().isdisjoint((EVENT, ROLE, FACT, "RELATED")) or i in self._known():
            return
        self._own += card.get(FACT, ())
        self._roles += [(person, role) for role in card.get(ROLE, ())]
        for related in card.get("RELATED", ()):
            kinds = (kind.lower() for kind in related.params.get("TYPE", ()))
            closeness = next((_CLOSENESS[kind] for kind in kinds if kind in _CLOSENESS), "")
            self._related.append((person, related.value.strip(), closeness))
        for logged in card.get(EVENT, ()):
            with suppress(ValueError, KeyError, IndexError):
                yield _event(logged, person)

    def facts(self) -> Iterator[Fact]:
        """Yield what the cards say of those whose cards are all in the file."""
        own: dict[str, Fact] = {}
        for line in self._own:
            if fact := fact_in("".join(line.params.get("KIND", ())), line.value, self._people):
                own[fact.id] = fact
        yield from own.values()
        told = {frozenset((fact.u, fact.v)) for fact in own.values() if isinstance(fact, Tie)}
        yield from (tie for tie in self.ties() if frozenset((tie.u, tie.v)) not in told)
        yield from self.relations()

    def ties(self) -> Iterator[Tie]:
        """Yield the ties of those whose cards are all in the file."""
        for person, other, closeness in self._related:
            if other in self._people and self._people[other] != person:
                u, v = sorted((person, self._people[other]))
                i = ids.related(self._source.id, u, v)
                yield Tie(i, u, v, Basis.STATED, closeness=closeness, source=self._source.id)

    def relations(self) -> Iterator[Relation]:
        """Yield what those whose cards are all in the file are to one another."""
        for person, said in self._roles:
            role, inverse = (clean("".join(said.params.get(k, ()))) for k in ("ROLE", "INVERSE"))
            other = self._people.get(said.value.strip(), person)
            if other != person and fold(role) and fold(inverse):
                yield relation(
                    Ledger(), person, role, other, inverse=inverse, source=self._source.id
                )

    def _known(self) -> frozenset[str]:
        """Return the ids of the cards of everybody known."""
        return frozenset(uid(person) for person in self._context.known.people if person != EGO)


def _value(card: Card, name: str) -> str:
    """Return the text of the first property of a name."""
    return next((found.value.strip() for found in card.get(name, ())), "")


def _event(logged: Property, person: str) -> Event:
    """Return what was logged with a person."""
    said: Mapping[str, Sequence[str]] = logged.params
    day, due = (date.fromisoformat(said[k][0]) if k in said else None for k in ("DAY", "DUE"))
    giver, taker = (EGO, person) if said["BY"][0] == "me" else (person, EGO)
    note = logged.value.replace("\\n", " ").replace("\\", "")
    value = float(said["VALUE"][0]) if "VALUE" in said else None
    return Event(
        clean(said["ID"][0], limit=40), EventKind(said["KIND"][0].lower()), day, giver, taker,
        clean(note), int(said["COUNT"][0][:6]) if "COUNT" in said else 1, due=due, value=value,
        source=YOU,
    )  # fmt: skip
