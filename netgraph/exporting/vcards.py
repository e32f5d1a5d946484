"""People as vCards 4.0 (RFC 6350), for telephones and address books, and to be read back.

A card has what is known of one person after the user's corrections, their labels as categories,
whom they are stated to know as relations, and what the user stated and logged: the talks as a note
to read, and all of it in lines of netgraph's own from which the reader of cards makes the same
facts (`netgraph.sources.own_facts`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final

from netgraph.identity.names import RANKS, parse
from netgraph.model.correspondence import every_event
from netgraph.model.records import EGO, Basis, Event, Fact, Ledger, Person, Tie
from netgraph.model.text import clean
from netgraph.sources.own_facts import by_card, line_of, uid
from netgraph.sources.related_cards import TYPES
from netgraph.sources.vcard import OF_PERSON

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
    met = {EGO}
    for tie in ledger.ties:
        if tie.known and EGO in (tie.u, tie.v):
            met |= {tie.u, tie.v}
        if tie.basis == Basis.STATED and tie.known:
            ties[tie.v if tie.u == EGO else tie.u].append(tie)
    met |= {i for e in every_event(ledger) if EGO in (e.giver, e.taker) for i in (e.giver, e.taker)}
    own = by_card(ledger)
    people = sorted(
        (p for p in ledger.people.values() if p.id != EGO), key=lambda p: (p.name, p.id)
    )
    cards = (
        (*_card(p, ties[p.id]), *_own(p, own.get(p.id, ()), ledger, is_met=p.id in met))
        for p in people
    )
    return "".join(f"{_folded(line)}\r\n" for card in cards for line in (*card, "END:VCARD"))


def _card(person: Person, ties: Iterable[Tie]) -> Iterator[str]:
    """Yield the lines of one card that any program reads."""
    name = parse(person.name)
    parts = (name.family, name.given, name.middle, "", RANKS.get(name.generation, ""))
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


def _own(person: Person, facts: Sequence[Fact], ledger: Ledger, *, is_met: bool) -> Iterator[str]:
    """Yield what was stated and logged: as a note to read, and as the reader of cards reads it."""
    marks = {
        "KNOWN": "" if is_met else "no",
        "LEAD": "yes" if person.lead else "",
        "MET": str(person.met or ""),
    }
    if said := "".join(f";{name}={value}" for name, value in marks.items() if value):
        yield f"{OF_PERSON}{said}:1"
    logged = [e for e in facts if isinstance(e, Event) and e.note]
    if notes := "\n".join(map(_said, sorted(logged, key=_in_time))):
        yield f"NOTE:{_escaped(notes)}"
    yield from (line_of(fact, ledger.people) for fact in facts)


def _in_time(event: Event) -> tuple[date, str]:
    """Return what sorts events."""
    return event.day or date.min, event.id


def _said(event: Event) -> str:
    """Return what was logged, as a person reads it."""
    return " ".join(filter(None, (str(event.day or ""), f"{event.kind}:", clean(event.note))))


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
