"""What people are to one another: manager of, mentor of, family of, and words of the user's own.

Every role has an inverse, so that it is told once and read from both sides: who is "manager of"
somebody is somebody's to whom the other "reports to". A role reads on with the other's name.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Final

from netgraph.model import ids
from netgraph.model.as_of import AsOf, part
from netgraph.model.base_record import Record
from netgraph.model.errors import InvalidInput
from netgraph.model.records import EGO, YOU, Ledger, Relation
from netgraph.model.text import clean, fold

ROLES: Final[Mapping[str, str]] = {
    "manager of": "reports to",
    "mentor of": "mentored by",
    "teacher of": "taught by",
    "client of": "works for",
    "worked with": "worked with",
    "studied with": "studied with",
    "family of": "family of",
    "friend of": "friend of",
    "neighbour of": "neighbour of",
}
"""Role -> what the other one is; one that goes both ways is its own inverse."""

BETWEEN: Final = " / "
"""What stands between a role and its inverse where both are in one text."""

_ALSO: Final[Mapping[str, str]] = {
    "boss": "manager of",
    "report": "reports to",
    "reported to": "reports to",
    "mentee": "mentored by",
    "student": "taught by",
    "colleague": "worked with",
    "coworker": "worked with",
    "co worker": "worked with",
    "classmate": "studied with",
    "fellow student": "studied with",
    "relative": "family of",
    "neighbor": "neighbour of",
    "chef": "manager of",
    "chefin": "manager of",
    "kollege": "worked with",
    "kollegin": "worked with",
    "kommilitone": "studied with",
    "kommilitonin": "studied with",
    "familie": "family of",
    "freund": "friend of",
    "freundin": "friend of",
    "nachbar": "neighbour of",
    "nachbarin": "neighbour of",
    "kunde": "client of",
    "kundin": "client of",
}
"""Other words for them, folded."""

_BEFORE: Final = re.compile("^(?:my|former|ex|old|mein|meine|ehemalig(?:er|e)) ")
"""What may stand before such a word."""


class Role(Record, frozen=True):
    """What somebody is to ``other``: ``words`` reads on with their name, ``inverse`` from there."""

    other: str
    words: str
    inverse: str
    since: date | None


def relation(
    ledger: Ledger,
    u: str,
    role: str,
    v: str,
    *,
    inverse: str = "",
    known: bool = True,
    day: date | None = None,
    source: str = YOU,
) -> Relation:
    """Return that ``u`` is ``role`` of ``v``, or with ``known`` False that they are it no longer.

    Parameters
    ----------
    ledger
        Where the user's own roles are found.
    u, v
        Two people's ids.
    role
        One of `ROLES`, "of" may be left out; an inverse; or words of one's own, which may have
        their inverse after `BETWEEN`.
    inverse
        How a role of one's own reads the other way round; needed the first time only.

    Raises
    ------
    InvalidInput
        If it is one person twice, or the role is new and has no inverse.

    Examples
    --------
    >>> said = relation(Ledger(), "ana", "reported to", "me")
    >>> said.u, said.role, said.v
    ('me', 'manager of', 'ana')
    """
    if u == v:
        raise InvalidInput("that is one person twice: name two")
    if not inverse:
        role, _, inverse = role.partition(BETWEEN)
    first, other = _pair(ledger, clean(role), clean(inverse))
    if fold(first) == fold(other):
        u, v = (EGO, v if u == EGO else u) if EGO in (u, v) else sorted((u, v))
    elif not _is(role, first):
        u, v = v, u
    i = ids.relation(u, v, first, day, source)
    return Relation(i, u, v, first, other, known, day, source)


def known_role(role: str) -> bool:
    """Return whether a word is one of ours.

    >>> known_role("Mentor"), known_role("from the sailing club")
    (True, False)
    """
    return any(_is(role, one) for one in (*ROLES, *ROLES.values()))


def roles_in(ledger: Ledger) -> dict[str, str]:
    """Return every role with its inverse, ours and the user's own."""
    return {**ROLES, **{r.role: r.inverse for r in ledger.relations if r.role not in ROLES}}


@part
def relations_on(view: AsOf) -> Mapping[str, tuple[Role, ...]]:
    """Return for each person what they are to others on a day, ego first, the oldest word first.

    >>> said = (
    ...     relation(Ledger(), "ana", "manager", "me", day=date(2024, 5, 1)),
    ...     relation(Ledger(), "ana", "friend", "me", day=date(2026, 5, 1)),
    ... )
    >>> found = relations_on(AsOf(Ledger(relations=said), date(2026, 5, 1)))
    >>> [role.words for role in found["ana"]], [role.words for role in found["me"]]
    (['manager of', 'friend of'], ['reports to', 'friend of'])
    """
    newest: dict[tuple[str, str, str], Relation] = {}
    for one in sorted(view.ledger.relations, key=_age):
        if one.day is None or one.day <= view.day:
            newest[one.u, one.v, fold(one.role)] = one
    found: dict[str, list[Role]] = {}
    for one in newest.values():
        if one.known:
            there = Role(one.v, one.role, one.inverse, one.day)
            back = Role(one.u, one.inverse, one.role, one.day)
            found.setdefault(one.u, []).append(there)
            found.setdefault(one.v, []).append(back)
    return {i: tuple(sorted(roles, key=lambda r: r.other != EGO)) for i, roles in found.items()}


def to_me(view: AsOf, person: str) -> tuple[str, ...]:
    """Return what somebody is to ego, as words that read on with "you"."""
    return tuple(r.words for r in relations_on(view).get(person, ()) if r.other == EGO)


def _age(one: Relation) -> tuple[date, str]:
    """Return how new a word is."""
    return one.day or date.min, one.id


def _pair(ledger: Ledger, role: str, inverse: str) -> tuple[str, str]:
    """Return a role as it is kept, and its inverse."""
    for first, other in roles_in(ledger).items():
        if _is(role, first) or _is(role, other):
            return first, other
    if not fold(role):
        raise InvalidInput("say what they are to one another, such as: manager, mentor, family")
    if not fold(inverse):
        raise InvalidInput(
            f"{role!r} is new: say with it how it reads the other way round, as in "
            f"'coach{BETWEEN}coached by', or '{role}{BETWEEN}{role}' if it goes both ways; known "
            f"are {', '.join(r.removesuffix(' of') for r in roles_in(ledger))}"
        )
    return role, inverse


def _is(word: str, role: str) -> bool:
    """Return whether a word means a role."""
    typed = _BEFORE.sub("", fold(word))
    typed = fold(_ALSO.get(typed, typed))
    return typed in (fold(role), fold(role.removesuffix(" of")))
