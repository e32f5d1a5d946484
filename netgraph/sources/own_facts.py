"""The user's own facts in the lines of a card, and read back: one rule for both ways.

A vCard has no property for an ask, a referral or a limit; it may have properties of a program's
own (RFC 6350, 6.10). Each of these lines is one fact as JSON, in which people are named by the ids
of their cards. Whoever is in no card is nobody: a fact that names them is left out.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, replace
from typing import Any, Final, cast
from uuid import NAMESPACE_URL, uuid5

import msgspec

from netgraph.model import ids
from netgraph.model.kinds import mapped, named, place
from netgraph.model.records import (
    EGO,
    YOU,
    Appointment,
    Ask,
    Basis,
    Debrief,
    Event,
    Evidence,
    Fact,
    Gathering,
    Goal,
    Ledger,
    Means,
    Referral,
    Relation,
    Statement,
    Tie,
)
from netgraph.sources.netgraph_export import Wrong, fact_of

FACT: Final = "X-NETGRAPH-FACT"

CARRIED: Final = (
    Goal, Tie, Relation, Statement, Event, Gathering, Ask, Referral, Appointment, Debrief, Evidence,
)  # fmt: skip
"""What a card carries of the user's own, in the order in which they refer back."""

_WHO: Final = (Means.PERSON, Means.SUBJECT, Means.TARGET)
_SIGNS = re.compile(r"[\\,;]")
_ESCAPED = re.compile(r"\\(.)")


def uid(person: str) -> str:
    """Return the id of a person's card.

    >>> uid("me")
    'urn:uuid:68879de6-4c74-5a7a-b6ca-d8d34d9f3e22'
    """
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'netgraph:{person}')}"


def by_card(ledger: Ledger) -> Mapping[str, list[Fact]]:
    """Return the user's own facts by the person in whose card each stands: the first it names.

    A goal stands where the first ask that is meant for it does.
    """
    found: dict[str, list[Fact]] = {}
    goals = {goal.id: goal for goal in ledger.goals}
    for kind in CARRIED:
        for fact in sorted(_of(ledger, kind), key=lambda fact: fact.id):
            others = [i for i in _people(fact) if i in ledger.people and i != EGO]
            if not others or not _is_own(fact):
                continue
            goal = goals.pop(fact.goal, None) if isinstance(fact, Ask) else None
            found.setdefault(others[0], []).extend(filter(None, (goal, fact)))
    return found


def _of(ledger: Ledger, kind: type[Fact]) -> Iterable[Fact]:
    """Return the facts of a class, but goals, which come with their asks."""
    return () if kind is Goal else getattr(ledger, place(kind))


def _people(fact: Fact) -> Iterator[str]:
    """Yield whom a fact is about: the people it names, or the subject of what is said."""
    yield from named(fact, Means.PERSON, Means.SUBJECT)


def _is_own(fact: Fact) -> bool:
    """Whether the user stated or logged a fact."""
    if isinstance(fact, Tie | Relation):
        return isinstance(fact, Relation) or fact.basis == Basis.STATED
    return getattr(fact, "source", YOU) == YOU


def line_of(fact: Fact, people: Iterable[str]) -> str:
    """Return a fact as a line of a card; ``people`` are those who have cards.

    >>> line_of(Tie("t1", EGO, "ana", closeness="warm"), ["ana"])[:60]
    'X-NETGRAPH-FACT;KIND=tie:{"id": "t1"\\\\, "u": "urn:uuid:68879d'
    """
    known = {EGO, *people}
    told = mapped(fact, lambda i: uid(i) if i in known else i, frozenset(_WHO))
    values = {f.name: (getattr(told, f.name), f.default) for f in fields(cast(Any, told))}
    said = {name: msgspec.to_builtins(v) for name, (v, usual) in values.items() if v != usual}
    text = _SIGNS.sub(r"\\\g<0>", json.dumps(said))
    return f"{FACT};KIND={type(fact).__name__.lower()}:{text}"


def fact_in(kind: str, value: str, people: Mapping[str, str]) -> Fact | None:
    """Return the fact that a line says, None if it is none or names somebody who has no card.

    ``people`` are whose cards there are: the id of each card and that of the person here.
    """
    classes = {each.__name__.lower(): each for each in CARRIED}
    try:
        row: Any = json.loads(_ESCAPED.sub(r"\1", value))
        fact = fact_of(kind.lower(), row) if kind.lower() in classes else None
    except (ValueError, RecursionError, Wrong):
        return None
    if fact is None or not set(_people(fact)) <= people.keys():
        return None
    return _with_own_id(mapped(fact, lambda i: people.get(i, i), frozenset(_WHO)))


def _with_own_id(fact: Fact) -> Fact:
    """Return a fact with the id it would have if it were said here."""
    if isinstance(fact, Statement):
        return replace(fact, id=ids.statement(fact.subject, fact.field, fact.day))
    if isinstance(fact, Tie):
        return replace(fact, id=ids.stated_tie(fact.u, fact.v, fact.day), source=YOU)
    if isinstance(fact, Relation):
        i = ids.relation(fact.u, fact.v, fact.role, fact.day)
        return replace(fact, id=i, source=YOU)
    return fact
