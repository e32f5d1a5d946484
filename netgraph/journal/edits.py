"""What the user says of a person, and corrections of what was written down, as facts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from msgspec.structs import replace

from netgraph.journal.log import WORDS
from netgraph.journal.relations import relation
from netgraph.journal.tags import tagged
from netgraph.model import ids
from netgraph.model.correspondence import as_events
from netgraph.model.errors import InvalidInput
from netgraph.model.parties import other_party
from netgraph.model.records import EGO, YOU, Basis, Event, Fact, Ledger, Statement, Tie
from netgraph.model.statements import ADDRESSES, statement, value_of


def statements(
    ledger: Ledger,
    person: str,
    said: Mapping[str, str],
    *,
    day: date,
    closeness: str = "",
    tags: Iterable[str] = (),
    untags: Iterable[str] = (),
    role: str = "",
    inverse: str = "",
) -> list[Fact]:
    """Return what the user says of a person as facts: one statement a field, labels, and a tie.

    An empty value takes a statement back; a new address goes before the older ones. ``role`` is
    what the person is to ego, see `netgraph.journal.relations.relation`.

    Raises
    ------
    InvalidInput
        If nothing is said, the name would be empty, or a text cannot be the field's value.

    Examples
    --------
    >>> [said] = statements(Ledger(), "ana", {"company": "Acme"}, day=date(2026, 5, 1))
    >>> said.field, said.value
    ('company', 'Acme')
    """
    if not (said or closeness or tags or untags or role):
        raise InvalidInput("say what to change, such as the company")
    if not said.get("name", "x").strip():
        raise InvalidInput("a person needs a name")
    facts: list[Fact] = [
        _with_older(ledger, statement(person, field, text, day)) for field, text in said.items()
    ]
    if tags or untags:
        facts += tagged(ledger, person, add=tags, remove=untags, day=day)
    if role:
        facts.append(relation(ledger, person, role, EGO, inverse=inverse, day=day))
    if closeness or role:
        facts.append(_tie(ledger, person, closeness, day))
    return facts


def stored_behind(ledger: Ledger, stored: Mapping[str, Event], i: str) -> list[Event]:
    """Return the stored events that the event of that id stands for in a ledger of people.

    One of the messages of a day, put together as `netgraph.model.correspondence` has it, stands for
    them all.

    >>> from netgraph.model.correspondence import every_event
    >>> from netgraph.model.records import EventKind, Correspondence
    >>> day = date(2026, 5, 1)
    >>> stored = {i: Event(i, EventKind.EMAIL, day, "me", "ana", source="x") for i in ("e1", "e2")}
    >>> some = Correspondence(EventKind.EMAIL, "me", "ana", (day, day), "x")
    >>> book = Ledger(correspondence=(some,))
    >>> [shown] = every_event(book)
    >>> [e.id for e in stored_behind(book, stored, shown.id)]
    ['e1', 'e2']
    """
    if i in stored:
        return [stored[i]]

    def told(e: Event) -> tuple[object, ...]:
        pair = (ledger.alias.get(someone, someone) for someone in (e.giver, e.taker))
        return e.source, e.kind, e.day, e.note, *pair

    shown = {told(e) for some in ledger.correspondence for e in as_events(some) if e.id == i}
    return [e for e in stored.values() if told(e) in shown] if shown else []


def corrected(event: Event, changes: Mapping[str, Any]) -> Event:
    """Return an event as it should have been written down.

    ``changes`` may have ``word`` (one of `netgraph.journal.log.WORDS`, which may turn the
    direction),
    ``day``, ``due``, ``note``, ``value`` and ``about``; what is None stays.

    Raises
    ------
    InvalidInput
        If nothing changes, or a value is below 0.

    Examples
    --------
    >>> from netgraph.model.records import EventKind
    >>> wrong = Event("e1", EventKind.HELPED, date(2026, 5, 1), "me", "ana")
    >>> right = corrected(wrong, {"word": "was-helped"})
    >>> right.giver, right.taker
    ('ana', 'me')
    """
    wanted = {k: v for k, v in changes.items() if v is not None}
    word = wanted.pop("word", None)
    if wanted.get("value", 0) < 0:
        raise InvalidInput("a favour is worth 0 talks or more")
    if word:
        kind, by_ego = WORDS[word]
        other = other_party(event)
        giver, taker = (EGO, other) if by_ego else (other, EGO)
        wanted |= {"kind": kind, "giver": giver, "taker": taker}
    found = replace(event, **wanted)
    if found == event:
        raise InvalidInput("that is how it is written down already: say what to change")
    return found


def _with_older(ledger: Ledger, said: Statement) -> Statement:
    """Return a statement; of addresses, with those that were said before after it."""
    if said.field not in ADDRESSES or not isinstance(said.value, tuple):
        return said
    older = value_of(ledger.statements, said.subject, said.field) or ()
    return replace(said, value=tuple(dict.fromkeys((*said.value, *older))))


def _tie(ledger: Ledger, person: str, closeness: str, day: date) -> Tie:
    """Return the tie that says how close somebody is."""
    before = stated_tie(ledger, EGO, person, day=day)
    return replace(before, known=True, closeness=closeness or before.closeness)


def stated_tie(ledger: Ledger, u: str, v: str, *, day: date | None) -> Tie:
    """Return what the user said of two people so far, to be said anew on a day.

    >>> stated_tie(Ledger(), "ben", "me", day=None).u
    'me'
    """
    pair = (EGO, v if u == EGO else u) if EGO in (u, v) else sorted((u, v))
    said = [t for t in ledger.ties if t.source == YOU and {t.u, t.v} == {u, v}]
    i = ids.stated_tie(u, v, day)
    before = said[0] if said else Tie(i, *pair)
    return replace(before, id=i, basis=Basis.STATED, day=day)
