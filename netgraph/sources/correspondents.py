"""Who stands behind an address in a mail or a meeting: ego, a person, or a machine."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from netgraph.identity.addresses import is_desk
from netgraph.identity.names import is_all_in_brackets
from netgraph.model import ids
from netgraph.model.records import Person, Source
from netgraph.model.text import clean, fold
from netgraph.sources.addressbook import email_addresses

MOST_OF = 0.5
"""Share of all mails or meetings in which an address must be to be taken for ego's."""

OWN_ADDRESS_UNKNOWN: Final = "which address is yours is not known"
"""Why a mailbox or calendar says nothing yet of the people in it."""

_RESOURCE = re.compile(r".*(?:resource|group|import)\.calendar\.google\.com|.*\.calendar\.invalid")
_UNKNOWN: Final = "unknownorganizer@calendar.google.com"
"""Whom Google writes down where a calendar does not say who called a meeting."""


def is_person(address: str) -> bool:
    """Whether an address can be somebody's, and not a machine's, a desk's or a room's.

    >>> [is_person(a) for a in ("ana@example.org", "no-reply@example.org", "info@example.org")]
    [True, False, False]
    >>> is_person("c_188@resource.calendar.google.com")
    False
    """
    domain = address.lower().partition("@")[2]
    if address.lower() == _UNKNOWN:
        return False
    return bool(domain) and not is_desk(address) and not _RESOURCE.fullmatch(domain)


def plain_address(text: str) -> str:
    """Return the one e-mail address in a text such as ``mailto:Ana@Example.org``, or nothing.

    >>> plain_address("mailto:Ana@Example.org")
    'ana@example.org'
    """
    return next(email_addresses(text), "")


class Correspondents:
    """The addresses that were met, under which names, and how often; grows while files are read."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self._addresses: dict[str, str] = {}
        self._names: defaultdict[str, Counter[str]] = defaultdict(Counter)

    def meet(self, address: str, name: str) -> str:
        """Remember an address with the name beside it; return the id of whose it is."""
        i = ids.entry(self.source.id, address)
        self._addresses[i] = address
        name = clean(name.strip("'\" "), limit=200)
        if "@" not in name and fold(name) and not is_all_in_brackets(name):
            self._names[i][name] += 1
        return i

    def people(self, ids: Iterable[str] | None = None) -> Iterator[Person]:
        """Yield those who were met, all or some, under their usual name, else their address."""
        for i in self._addresses if ids is None else ids:
            if address := self._addresses.get(i):
                names = [(-times, name) for name, times in self._names[i].items()]
                shown = min(names)[1] if names else address
                yield Person(i, shown, self.source.id, emails=(address,))


def likely_own(meetings: Iterable[Iterable[str]]) -> str:
    """Return the one address that is in most of the lists of addresses, or nothing.

    It must be in more than half of them and in more than any other.

    >>> likely_own([("me@x.org", "ana@x.org"), ("me@x.org", "ben@x.org")])
    'me@x.org'
    >>> likely_own([("me@x.org", "ana@x.org")])
    ''
    """
    counts: Counter[str] = Counter()
    total = 0
    for addresses in meetings:
        counts.update(set(addresses))
        total += 1
    (first, most), (_, second) = [*counts.most_common(2), ("", 0), ("", 0)][:2]
    return first if most > second and most > MOST_OF * total else ""
