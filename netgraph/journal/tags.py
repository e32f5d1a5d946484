"""Labels that the user gives people, for whatever group them: a club, a city, "ask in June".

What a file calls somebody (the categories of an address book) counts too, until it is taken off.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from netgraph.model.actions import Action
from netgraph.model.errors import InvalidInput, UnknownName
from netgraph.model.records import EGO, Ledger, Person, Statement
from netgraph.model.statements import statement, value_of
from netgraph.model.text import clean, fold

LONGEST = 60
"""Characters of a label."""


def tagged(
    ledger: Ledger, person: str, *, add: Iterable[str] = (), remove: Iterable[str] = (), day: date
) -> list[Statement]:
    """Return the statements that put labels on somebody, and take others off.

    Raises
    ------
    InvalidInput
        If a label has no letter or digit in it, or is both put on and taken off.

    Examples
    --------
    >>> may = date(2026, 5, 1)
    >>> [said.value for said in tagged(Ledger(), "ana", add=["rowing", "Kiel"], day=may)]
    [('rowing', 'Kiel'), None]
    """
    put, off = _labels(add), _labels(remove)
    if both := put.keys() & off.keys():
        raise InvalidInput(f"put {put[min(both)]!r} on or take it off: not both")
    on = _labels(value_of(ledger.statements, person, "tag") or ())
    taken = _labels(value_of(ledger.statements, person, "no_tag") or ())
    on = {key: tag for key, tag in (put | on).items() if key not in off}
    taken = {key: tag for key, tag in (off | taken).items() if key not in put}
    said = {"tag": on, "no_tag": taken}
    return [statement(person, field, "\n".join(tags.values()), day) for field, tags in said.items()]


def with_tag(ledger: Ledger, people: Iterable[Person], tag: str) -> list[Person]:
    """Return those of some people who have a label.

    Raises
    ------
    UnknownName
        If nobody has it; the message names the labels there are.

    Examples
    --------
    >>> ana, ben = Person("ana", "Ana", tags=("Rowing",)), Person("ben", "Ben")
    >>> [p.name for p in with_tag(Ledger.of(ana, ben), (ana, ben), "rowing")]
    ['Ana']
    """
    there = {p.id for p in ledger.people.values() if fold(tag) in map(fold, p.tags)}
    if not there:
        known = ", ".join(f"{name} ({n})" for name, n in tags_in(ledger).items())
        more = f"; there are: {known}" if known else ""
        put = None if known else Action("edit", ("WHO",), {"tag": tag})
        raise UnknownName(f"nobody has the label {tag!r}{more}", action=put)
    return [p for p in people if p.id in there]


def tags_in(ledger: Ledger) -> dict[str, int]:
    """Return every label with how many have it, the most frequent first.

    >>> tags_in(Ledger.of(Person("a", "A", tags=("x", "Y")), Person("b", "B", tags=("y",))))
    {'Y': 2, 'x': 1}
    """
    spelt: dict[str, str] = {}
    found: Counter[str] = Counter()
    for person in sorted(ledger.people.values(), key=lambda p: p.id):
        for tag in person.tags if person.id != EGO else ():
            found[spelt.setdefault(fold(tag), tag)] += 1
    return dict(sorted(found.items(), key=lambda row: (-row[1], fold(row[0]))))


def _labels(tags: Iterable[str]) -> dict[str, str]:
    """Return labels by what tells them apart."""
    found = {fold(tag): clean(tag, limit=LONGEST) for tag in tags}
    if "" in found:
        raise InvalidInput("a label needs a letter or a digit")
    return found
