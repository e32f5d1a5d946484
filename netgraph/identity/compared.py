"""Records in the form in which they are compared, each made when somebody first asks for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import Final, NamedTuple

from netgraph.identity.addresses import (
    domain_key,
    email_key,
    is_address,
    is_desk,
    is_member,
    is_personal,
    phone_key,
    profile_key,
    words,
)
from netgraph.identity.companies import company_key
from netgraph.identity.name_similarity import all_words
from netgraph.identity.names import CACHED, PersonName, parse
from netgraph.model.records import EGO, Ledger, Person
from netgraph.model.statements import ADDRESSES, current
from netgraph.model.text import fold

NONE: Final[frozenset[str]] = frozenset()
UNNAMED: Final = "You"
"""What ego is called until a source tells their name."""

_NOTHING: Final[Mapping[str, Sequence[str]]] = MappingProxyType({})


class Addresses(NamedTuple):
    """What says who somebody is, in one form each; the ``desks`` are nobody's."""

    profiles: frozenset[str] = NONE
    members: frozenset[str] = NONE
    emails: frozenset[str] = NONE
    desks: frozenset[str] = NONE
    phones: frozenset[str] = NONE


class Traits(NamedTuple):
    """A record in the form in which it is compared."""

    record: Person
    name: PersonName
    profiles: frozenset[str] = NONE
    members: frozenset[str] = NONE
    emails: frozenset[str] = NONE
    desks: frozenset[str] = NONE
    phones: frozenset[str] = NONE
    firms: frozenset[str] = NONE
    schools: frozenset[str] = NONE
    trade: frozenset[str] = NONE

    @property
    def words(self) -> list[str]:
        """The words of the name."""
        return all_words(self.name)

    @property
    def is_addressed(self) -> bool:
        """Whether the name is nothing but the e-mail address."""
        return is_address(self.record.name)


class Records(Mapping[str, Traits]):
    """The traits of every record of a ledger by id, in the order of the ids."""

    def __init__(self, ledger: Ledger) -> None:
        self.people = ledger.people
        self._ids: Sequence[str] = sorted(ledger.people)
        self._made: dict[str, Traits] = {}
        self._work: defaultdict[str, set[str]] = defaultdict(set)
        self._school: defaultdict[str, set[str]] = defaultdict(set)
        for position in ledger.positions:
            organisation = ledger.organisations.get(position.organisation)
            firm = company_key(organisation.name if organisation else position.organisation)
            if firm:
                at = self._school if position.kind == "school" else self._work
                at[position.person].add(firm)
        self._stated: dict[str, dict[str, list[str]]] = {}
        for said in current(ledger.statements):
            if said.field in ADDRESSES and isinstance(said.value, tuple):
                stated = self._stated.setdefault(said.subject, {})
                stated.setdefault(said.field, []).extend(said.value)

    def __getitem__(self, i: str) -> Traits:
        """Return the traits of one record."""
        if (made := self._made.get(i)) is None:
            made = self._made[i] = self._traits(self.people[i])
        return made

    def __iter__(self) -> Iterator[str]:
        """Go through the ids."""
        return iter(self._ids)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._ids)

    def addresses(self, person: Person) -> Addresses:
        """Return the addresses of one record, those that the user stated too."""
        stated: Mapping[str, Sequence[str]] = self._stated.get(person.id) or _NOTHING
        emails = _keys(email_key, (*person.emails, *stated.get("email", ())))
        desks = frozenset(filter(is_desk, emails)) if emails else NONE
        profiles = frozenset(map(profile_key, (*person.urls, *stated.get("url", ()))))
        members = frozenset(filter(is_member, profiles))
        return Addresses(
            members if members == profiles else frozenset(filter(is_personal, profiles)),
            members,
            emails - desks,
            desks,
            _keys(phone_key, (*person.phones, *stated.get("phone", ()))),
        )

    def has_profile_only(self, person: Person) -> bool:
        """Whether a record has one profile and no other address."""
        return (
            len(person.urls) == 1
            and not person.emails
            and not person.phones
            and person.id not in self._stated
        )

    def places(self, person: Person) -> frozenset[str]:
        """Return the firms of one record, those of the addresses too, and the schools."""
        stated: Mapping[str, Sequence[str]] = self._stated.get(person.id) or _NOTHING
        emails = (*person.emails, *stated.get("email", ()))
        return self._firms(person).union(
            self._school.get(person.id, NONE),
            domains(_keys(email_key, emails)) if emails else NONE,
        )

    def _firms(self, person: Person) -> frozenset[str]:
        """Return the firms of one record."""
        firms, work = _alone(company_key(person.company)), self._work.get(person.id)
        return firms | work if work else firms

    def _traits(self, person: Person) -> Traits:
        """Work the traits of one record out."""
        unnamed = person.id == EGO and person.name == UNNAMED
        return Traits(
            person,
            PersonName() if unnamed else parse(person.name),
            *self.addresses(person),
            self._firms(person),
            frozenset(self._school.get(person.id, NONE)),
            _trade(person.title),
        )


def traits(ledger: Ledger) -> list[Traits]:
    """Return the traits of every record, in the order of the ids."""
    return list(Records(ledger).values())


def domains(emails: Iterable[str]) -> frozenset[str]:
    """Return the firms of which e-mail addresses are."""
    return frozenset(map(domain_key, emails)) - {""}


def _keys(key_of: Callable[[str], str], addresses: Collection[str]) -> frozenset[str]:
    """Return the keys of addresses, of which most records have none."""
    return frozenset(map(key_of, addresses)) - {""} if addresses else NONE


@lru_cache(maxsize=CACHED)
def _alone(key: str) -> frozenset[str]:
    """Return a set of nothing but this, if it is anything: many share it."""
    return frozenset({key} - {""})


@lru_cache(maxsize=CACHED)
def _trade(title: str) -> frozenset[str]:
    """Return the words of a title that tell what somebody does."""
    return frozenset(fold(title).split()) - words("rank")
