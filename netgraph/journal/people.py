"""Somebody new, as typed: a person the user knows, or a lead they were told of."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from datetime import date

from msgspec.structs import replace

from netgraph.model import ids
from netgraph.model.errors import InvalidInput
from netgraph.model.records import EGO, YOU, Ledger, Person, Tie
from netgraph.model.text import clean, fold

_NAME_AND_COMPANY = re.compile(r"(?P<name>[^()]+?)\s*\((?P<company>[^()]+)\)\s*")


def new_person(
    words: str, *, taken: Collection[str], lead: bool, day: date | None = None
) -> Person:
    """Make a person from a name as typed, with the employer in brackets if there is one.

    Raises
    ------
    InvalidInput
        If there is no letter in it.

    Examples
    --------
    >>> pavel = new_person("Pavel Drozdík (Windrow Grid)", taken=(), lead=True)
    >>> pavel.name, pavel.company, pavel.lead
    ('Pavel Drozdík', 'Windrow Grid', True)
    """
    found = _NAME_AND_COMPANY.fullmatch(clean(words))
    name, company = (found["name"], found["company"]) if found else (clean(words), "")
    if not fold(name):
        raise InvalidInput(f"{words!r} is no name: write at least one letter")
    return Person(ids.typed(name, taken), name, YOU, company=company, lead=lead, day=day)


def acquaintance(
    ledger: Ledger,
    name: str,
    *,
    lead: bool = False,
    day: date | None = None,
    closeness: str = "",
    company: str = "",
    title: str = "",
    place: str = "",
    email: Iterable[str] = (),
    url: Iterable[str] = (),
    phone: Iterable[str] = (),
) -> tuple[Person, ...] | tuple[Person, Tie]:
    """Make somebody ego knows: the person and the tie; of a lead, who is not met yet, no tie.

    Raises
    ------
    InvalidInput
        If there is no letter in the name.

    Examples
    --------
    >>> ana, tie = acquaintance(Ledger(), "Ana Silva (Acme)", closeness="warm")
    >>> ana.company, tie.closeness, tie.v == ana.id
    ('Acme', 'warm', True)
    """
    person = new_person(name, taken=ledger.people, lead=lead, day=day)
    person = replace(
        person,
        company=clean(company) or person.company,
        title=clean(title),
        place=clean(place),
        emails=tuple(clean(address).lower() for address in email),
        urls=tuple(map(clean, url)),
        phones=tuple(map(clean, phone)),
    )
    if lead:
        return (person,)
    i = ids.stated_tie(EGO, person.id, day)
    return person, Tie(i, EGO, person.id, closeness=closeness, day=day)
