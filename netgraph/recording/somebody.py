"""Whom a record is about: somebody known, or somebody new who is written down along with it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from msgspec.structs import replace

from netgraph.journal.lookup import find_person
from netgraph.journal.people import new_person
from netgraph.model.errors import AmbiguousName, NetgraphError, UnknownName
from netgraph.model.records import Ask, Fact, Ledger, Person, Referral
from netgraph.model.text import fold
from netgraph.store import Change


def found_or_new(
    ledger: Ledger,
    change: Change,
    words: str,
    *,
    day: date,
    new: bool,
    lead: bool = False,
    likely: Iterable[str] = (),
) -> Person:
    """Return who is meant; who is not there yet is made and put into the change, if
    ``new``, as somebody known from the day on.

    Of several with one name the one among ``likely`` is meant, if there is one.

    Raises
    ------
    UnknownName
        If nobody is called that and nobody new is to be written down.
    AmbiguousName
        If several are.
    """
    try:
        return ledger.people[find_person(ledger, words)]
    except AmbiguousName as error:
        meant = set(error.people) & set(likely)
        if len(meant) != 1:
            raise
        return ledger.people[meant.pop()]
    except UnknownName:
        if not new:
            raise
        person = new_person(words, taken=ledger.people, lead=lead, day=day)
        change.put([person])
        return person


def target_of(ledger: Ledger, words: str) -> str:
    """Return the id of the person that the words name, else the words; an employer goes first."""
    if fold(words) in {fold(p.company) for p in ledger.people.values()} | {""}:
        return words
    try:
        return find_person(ledger, words)
    except NetgraphError:
        return words


def put(change: Change, facts: Iterable[Fact]) -> None:
    """Put facts; asks and referrals that are there keep the people they were stored with."""
    stored = change.facts(Ask) | change.facts(Referral)
    change.put(
        replace(stored[f.id], steps=f.steps)
        if isinstance(f, Ask | Referral) and f.id in stored
        else f
        for f in facts
    )
