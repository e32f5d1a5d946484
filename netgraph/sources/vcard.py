"""vCards 2.1, 3.0 and 4.0, as telephones, Macs and address books write them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from typing import Final

from netgraph.model.records import Fact
from netgraph.sources.addressbook import (
    STRANGER,
    Entry,
    is_firm,
    make_person,
    read_book,
    source_of,
    with_suffix,
)
from netgraph.sources.contentlines import Component, Property, components
from netgraph.sources.dates import day_in_name
from netgraph.sources.encoding import beginning, opened
from netgraph.sources.own_facts import FACT
from netgraph.sources.protocol import Context, Document, Format, Reading, Skip
from netgraph.sources.related_cards import EVENT, ROLE, RelatedCards
from netgraph.sources.updates import in_turn, with_gone

OF_PERSON: Final = "X-NETGRAPH-PERSON"
"""What netgraph itself says of the person of a card: a lead, somebody whom ego does not know."""

READ: Final = frozenset(
    {
        "FN",
        "N",
        "NICKNAME",
        "EMAIL",
        "TEL",
        "ORG",
        "TITLE",
        "ROLE",
        "ADR",
        "URL",
        "CATEGORIES",
        "REV",
    }
    | {"KIND", "SOCIALPROFILE", "X-SOCIALPROFILE", "X-LINKEDIN", "IMPP"}
    | {"X-ADDRESSBOOKSERVER-KIND", "X-ABSHOWAS"}
    | {"UID", "RELATED", EVENT, ROLE, FACT, OF_PERSON}
)
NOT_A_PERSON: Final = {
    "group": "a group, not a person",
    "org": "an organisation, not a person",
    "company": "an organisation, not a person",
    "location": "a place, not a person",
    "application": "a device, not a person",
}
_DAY = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?!\d)")
_FIELD = re.compile(r"((?:[^\\;]|\\.)*+)(?:;|$)", re.DOTALL)
_COMMA = re.compile(r"(?<!\\),")
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)


Card = Mapping[str, list[Property]]


def _claims(document: Document) -> str | None:
    """Return "vcard" for a file that begins with a card."""
    return "vcard" if beginning(document)[:12].upper().startswith(b"BEGIN:VCARD") else None


def _read(claimed: Sequence[tuple[str, Document]], context: Context) -> Iterator[Reading]:
    """Yield a reading of every file of cards, and who is in them no longer."""
    return with_gone(in_turn(claimed, context, _reading), context)


def _reading(kind: str, document: Document, context: Context) -> Reading:
    """Return what a file of cards says."""
    source = source_of("vcard", context, label="vCards")
    day = day_in_name(document.path)
    related = RelatedCards(source, context)
    cards: dict[int, Card] = {}

    def entry(component: Component) -> Entry | Skip:
        card = _card(component)
        if "UID" in card:
            cards[component.line] = card
        return _entry(component.line, card)

    def more(read: Entry, person: str) -> Iterable[Fact]:
        return related.add(cards[read.line], person) if read.line in cards else ()

    with opened(document) as stream:
        entries = map(entry, components(stream, {"VCARD"}, wanted=READ))
        reading = read_book(document.path, kind, entries, source, context, more=more, day=day)
    return replace(reading, facts=(*reading.facts, *related.facts()))


def _card(component: Component) -> Card:
    """Return the properties of a card by their names."""
    card: defaultdict[str, list[Property]] = defaultdict(list)
    for found in component.properties:
        card[found.name].append(found)
    return dict(card)


def _entry(line: int, card: Card) -> Entry | Skip:
    """Return what one card says."""
    name = _name(card)
    row = (name,) if name else ()
    for what in ("KIND", "X-ADDRESSBOOKSERVER-KIND", "X-ABSHOWAS"):
        if reason := NOT_A_PERSON.get(_text(card, what).lower()):
            return Skip(line, reason, row)
    company = (*_fields(card, "ORG"), "")[0]
    in_parts = all(part.strip() for part in _parts(card)[:2])
    is_told = _text(card, "KIND").lower() == "individual"
    if not is_told and is_firm(name, company, _values(card, "EMAIL"), in_parts=in_parts):
        return Skip(line, NOT_A_PERSON["org"], row)
    city, _, _, country = [*_fields(card, "ADR"), *[""] * 7][3:7]
    person = make_person(
        name,
        emails=_values(card, "EMAIL"),
        urls=_links(card),
        phones=_values(card, "TEL"),
        tags=(_unescaped(tag) for tags in card.get("CATEGORIES", ()) for tag in _items(tags.value)),
        company=company,
        title=_text(card, "TITLE") or _text(card, "ROLE"),
        place=", ".join(part for part in (city.strip(), country.strip()) if part),
    )
    if person is None:
        return Skip(line, "the card names nobody", (*_fields(card, "ORG"),)[:1])
    marks = card[OF_PERSON][0].params if OF_PERSON in card else {}
    said = {STRANGER: "yes"} if "no" in marks.get("KNOWN", ()) else {}
    person = replace(person, lead="yes" in marks.get("LEAD", ()), met=_day_in(marks.get("MET", ())))
    return Entry(line, replace(person, seen=_revised(card)), row, said)


def _day_in(texts: Sequence[str]) -> date | None:
    """Return the day that a parameter says."""
    with suppress(ValueError):
        return date.fromisoformat(texts[0]) if texts else None
    return None


def _revised(card: Card) -> date | None:
    """Return the day on which a card was last changed, if it says so."""
    found = _DAY.match(_text(card, "REV").strip())
    with suppress(ValueError):
        return date(*map(int, found.groups())) if found else None
    return None


def _values(card: Card, name: str) -> list[str]:
    """Return the values of a property, unescaped."""
    return [_unescaped(line.value) for line in card.get(name, ())]


def _text(card: Card, name: str) -> str:
    """Return the first value of a property that is not blank."""
    return next((value for value in _values(card, name) if value.strip()), "")


def _fields(card: Card, name: str) -> list[str]:
    """Return the parts, between semicolons, of the first value of a property."""
    for line in card.get(name, ()):
        parts = [_unescaped(part) for part in _FIELD.findall(line.value[:10_000])]
        if any(part.strip() for part in parts):
            return parts
    return []


def _items(value: str) -> list[str]:
    """Return the parts, between commas, of a value, escaped."""
    return _COMMA.split(value[:10_000])


def _unescaped(value: str) -> str:
    """Undo the escapes of a value."""
    return (
        value if "\\" not in value else _ESCAPE.sub(lambda m: "\n" if m[1] in "nN" else m[1], value)
    )


def _name(card: Card) -> str:
    """Return the name as it is shown, else put together from its parts, else the nickname.

    Programs that know no name show the address; what stands in the parts is better.
    """
    family, given, middle, _, suffix = _parts(card)
    parts = " ".join(part.strip() for part in (given, middle, family) if part.strip())
    shown = _text(card, "FN").strip()
    if "@" in shown and parts:
        shown = ""
    name = shown or parts or _text(card, "NICKNAME").strip()
    return with_suffix(name, suffix)


def _parts(card: Card) -> list[str]:
    """Return family, given and middle name, prefix and suffix."""
    return [*_fields(card, "N"), *[""] * 5][:5]


def _links(card: Card) -> Iterator[str]:
    """Yield the addresses under which a LinkedIn profile may stand."""
    for name in ("URL", "X-SOCIALPROFILE", "SOCIALPROFILE", "X-LINKEDIN", "IMPP"):
        for line in card.get(name, ()):
            yield (value := _unescaped(line.value))
            types = [*line.params.get("TYPE", ()), *line.params.get("SERVICE-TYPE", ())]
            if name == "X-LINKEDIN" or "linkedin" in map(str.lower, types):
                for user in [*line.params.get("X-USER", ()), value.removeprefix("x-apple:")]:
                    if "/" not in user and " " not in user:
                        yield f"linkedin.com/in/{user}"


VCARD: Final = Format(
    "vcard",
    "vCards (.vcf) from iPhone, Mac, Android, Outlook: contacts with e-mail, telephone, employer",
    _claims,
    _read,
)
