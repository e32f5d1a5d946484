"""People as vCards 4.0 (RFC 6350), for telephones and address books, and to be read back.

A card has what is known of one person after the user's corrections, their labels as categories,
whom they are stated to know as relations, and what the user logged with them: as a note to read,
and in lines of netgraph's own from which the reader of cards makes the same events.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from netgraph.identity.names import parse
from netgraph.journal.relations import Role, relations_on
from netgraph.model.as_of import AsOf
from netgraph.model.parties import other_party
from netgraph.model.records import EGO, YOU, Basis, Event, Ledger, Person, Tie
from netgraph.model.text import clean
from netgraph.sources.related_cards import EVENT, ROLE, TYPES, uid

WIDTH: Final = 75
"""Bytes of a line, after which it goes on in the next."""
PROGRAM: Final = "-//netgraph//netgraph//EN"


def to_vcards(ledger: Ledger) -> str:
    r"""Return a card for everybody but ego, in the order of their names.

    Parameters
    ----------
    ledger
        People, one each (`netgraph.identity.resolution.resolve`).

    Examples
    --------
    >>> card = to_vcards(Ledger({"p1": Person("p1", "Ana Silva", tags=("mentor",))}))
    >>> [line for line in card.splitlines() if line[:2] in ("FN", "N:", "CA")]
    ['FN:Ana Silva', 'N:Silva;Ana;;;', 'CATEGORIES:mentor']
    """
    ties: defaultdict[str, list[Tie]] = defaultdict(list)
    for tie in ledger.ties:
        if tie.basis == Basis.STATED and tie.known:
            ties[tie.v if tie.u == EGO else tie.u].append(tie)
    roles: defaultdict[str, list[Role]] = defaultdict(list)
    for i, some in relations_on(AsOf(ledger, date.max)).items():
        roles[i] += [r for r in some if r.other == EGO or i < r.other]
    events: defaultdict[str, list[Event]] = defaultdict(list)
    for event in ledger.events:
        if event.source == YOU and EGO in (event.giver, event.taker):
            events[other_party(event)].append(event)
    people = sorted(
        (p for p in ledger.people.values() if p.id != EGO), key=lambda p: (p.name, p.id)
    )
    cards = (_card(p, ties[p.id], roles[p.id], sorted(events[p.id], key=_in_time)) for p in people)
    return "".join(f"{_folded(line)}\r\n" for card in cards for line in card)


def _in_time(event: Event) -> tuple[date, str]:
    """Return what sorts events."""
    return event.day or date.min, event.id


def _card(
    person: Person, ties: Iterable[Tie], roles: Iterable[Role], events: Iterable[Event]
) -> Iterator[str]:
    """Yield the lines of one card."""
    name = parse(person.name)
    parts = (name.family, name.given, name.middle, "", "")
    yield from ("BEGIN:VCARD", "VERSION:4.0", f"PRODID:{PROGRAM}", f"UID:{uid(person.id)}")
    yield from ("KIND:individual", f"FN:{_escaped(person.name)}")
    yield f"N:{';'.join(map(_escaped, parts))}"
    yield from (f"EMAIL:{_escaped(email)}" for email in person.emails)
    yield from (f"TEL:{_escaped(phone)}" for phone in person.phones)
    yield from (f"URL:{_escaped(url)}" for url in person.urls)
    if person.company:
        yield f"ORG:{_escaped(person.company)}"
    if person.title:
        yield f"TITLE:{_escaped(person.title)}"
    if person.place:
        yield f"ADR:;;;{_escaped(person.place)};;;"
    if person.tags:
        yield f"CATEGORIES:{','.join(map(_escaped, person.tags))}"
    if person.seen:
        yield f"REV:{person.seen:%Y%m%d}T000000Z"
    for tie in ties:
        other = tie.u if tie.v == person.id else tie.v
        kind = TYPES.get(tie.closeness, "")
        yield f"RELATED{f';TYPE={kind}' if kind else ''}:{uid(other)}"
    for role in roles:
        yield f"{ROLE};ROLE={_param(role.words)};INVERSE={_param(role.inverse)}:{uid(role.other)}"
    told = list(events)
    if notes := "\n".join(_said(event) for event in told if event.note):
        yield f"NOTE:{_escaped(notes)}"
    yield from map(_event, told)
    yield "END:VCARD"


def _said(event: Event) -> str:
    """Return what was logged, as a person reads it."""
    return " ".join(filter(None, (str(event.day or ""), f"{event.kind}:", clean(event.note))))


def _event(event: Event) -> str:
    """Return what was logged, as the reader of cards reads it."""
    said = {
        "ID": event.id,
        "KIND": event.kind,
        "DAY": event.day,
        "BY": "me" if event.giver == EGO else "them",
        "COUNT": event.count if event.count != 1 else None,
        "DUE": event.due,
        "VALUE": event.value,
    }
    params = "".join(f";{name}={value}" for name, value in said.items() if value is not None)
    return f"{EVENT}{params}:{_escaped(event.note)}"


def _param(words: str) -> str:
    """Return words as the value of a parameter, in which no quote can stand."""
    return '"' + clean(words).replace('"', "'") + '"'


def _escaped(text: str) -> str:
    """Return a text as it stands in a property."""
    lines = "\n".join(map(clean, text.split("\n")))
    for sign in "\\,;":
        lines = lines.replace(sign, f"\\{sign}")
    return lines.replace("\n", "\\n")


def _folded(line: str) -> str:
    """Return a line in pieces that are not too long, none of which cuts a letter in two."""
    pieces = [""]
    width = 0
    for letter in line:
        size = len(letter.encode("utf-8", "replace"))
        if width + size > WIDTH:
            pieces.append("")
            width = 1
        pieces[-1] += letter
        width += size
    return "\r\n ".join(pieces)
