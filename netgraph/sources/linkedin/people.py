"""Who a row means: the people of one LinkedIn account, known or read so far.

A profile address says who it is. Without one (exports before mid-2023, recommendations) a name
does, if one person alone is called that.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from netgraph.identity.eras import reason_by_name
from netgraph.records import Basis, Ledger, Match, Person, Position, identifier
from netgraph.sources.profiles import profile_url, slug_of
from netgraph.sources.tables import HiddenRow, UnusableRow
from netgraph.text import clean, fold

NOBODY = "linkedin member"
YOURSELF = "this is you: what is between you and your friend is in your own export"
_ASIDE = re.compile(r"\([^)]*\)|,.*$")


class People:
    """The people of one account, found by address or name; grows while files are read."""

    def __init__(self, source: str, owner: str, known: Ledger) -> None:
        self.source = source
        self.owner = owner
        self.owner_slugs: set[str] = set()
        self.owner_names: set[str] = set()
        self.records: dict[str, Person] = {}
        self.since: dict[str, date | None] = {
            t.v: t.since for t in known.ties if t.source == source and t.kind == "connection"
        }
        self.positions = {p.id: p for p in known.positions}
        self._by_slug: dict[str, str] = {}
        self._by_name: defaultdict[str, list[str]] = defaultdict(list)
        self._by_short_name: defaultdict[str, list[str]] = defaultdict(list)
        self._judged = {frozenset((m.a, m.b)): m.same for m in known.matches}
        for person in known.people.values():
            if person.source == source and person.id != owner:
                self.add(person)

    def add(self, person: Person) -> Person:
        """Remember a person, in place of what was known of them."""
        if person.id not in self.records:
            self._by_name[fold(person.name)].append(person.id)
            self._by_short_name[fold(_ASIDE.sub("", person.name))].append(person.id)
        for url in person.urls:
            self._by_slug.setdefault(slug_of(url), person.id)
        self.records[person.id] = person
        return person

    def is_owner(self, name: str, url: str) -> bool:
        """Whether a name and an address are the account's owner's."""
        slug = slug_of(url) if url else ""
        return slug in self.owner_slugs if slug else bool(name) and fold(name) in self.owner_names

    def id_of(self, slug: str) -> str:
        """Return the id of whom an address belongs to, be they known or not."""
        return self._by_slug.get(slug) or identifier("p", self.source, slug)

    def is_called(self, name: str) -> bool:
        """Whether anybody is called exactly that."""
        return fold(name) in self._by_name

    def called(self, name: str) -> list[Person]:
        """Return the people of a name, titles and nicknames left aside if need be."""
        ids = self._by_name.get(fold(name)) or self._by_short_name.get(fold(_ASIDE.sub("", name)))
        return [self.records[i] for i in ids or ()]

    def who(self, name: str, url: str = "", company: str = "") -> Person:
        """Return whom a name and an address mean; somebody new is remembered.

        Raises
        ------
        HiddenRow
            If it is a member who is gone.
        UnusableRow
            If it is nobody, or could be several.
        """
        name = clean(name)
        if slug := slug_of(url) if url else "":
            i = self.id_of(slug)
            person = self.records.get(i)
            if person is None:
                return self.add(Person(i, name or slug, self.source, urls=(profile_url(slug),)))
            if person.name == slug and fold(name):  # until now only the address was known
                return self.add(replace(person, name=name))
            return person
        if name.lower() == NOBODY:
            raise HiddenRow
        if not fold(name):
            raise UnusableRow("it names nobody")
        found = self.called(name)
        if len(found) > 1:
            found = self.apart(found)
        if len(found) > 1 and company:
            found = [p for p in found if fold(p.company) == fold(company)] or found
        if len(found) > 1:
            raise UnusableRow(
                f"{len(found)} people are called {name} and the row has no profile address"
            )
        return found[0] if found else self.add(
            Person(
                identifier("p", self.source, "", fold(name)), name, self.source,
                company=clean(company),
            )
        )  # fmt: skip

    def apart(self, found: list[Person]) -> list[Person]:
        """Leave out who is somebody else of these: stored by name before addresses came."""
        same = {pair for pair, is_same in self._judged.items() if is_same}
        without, others = [p for p in found if not p.urls], [p for p in found if p.urls]
        for person in without:
            same |= {frozenset((m.a, m.b)) for m in self._joined(person, without, others)}
        return others + [
            p for p in without if not any(frozenset((p.id, other.id)) in same for other in others)
        ]

    def formerly(self, person: str, company: str, title: str, seen: date | None) -> list[Position]:
        """Return a job that somebody no longer has, as a position last seen on a day."""
        if not company and not title:
            return []
        i = identifier("w", person, company, title)
        if (known := self.positions.get(i)) and known.seen and (not seen or known.seen > seen):
            seen = known.seen
        position = Position(i, person, company, title, seen=seen, source=self.source)
        self.positions[i] = position
        return [position]

    def latest(self, position: Position) -> Position:
        """Return a position with the last day on which any export showed it."""
        known = self.positions.get(position.id)
        if known and known.seen and (not position.seen or known.seen > position.seen):
            position = replace(known, seen=known.seen)
        self.positions[position.id] = position
        return position

    def joins(self) -> Iterator[Match]:
        """Yield who is one person: stored by name before addresses came, by address since."""
        for name, ids in sorted(self._by_name.items()):
            records = [self.records[i] for i in ids]
            without = [p for p in records if not p.urls]
            if not name or not without or len(without) == len(records):
                continue
            for person in without:
                yield from self._joined(person, without, [p for p in records if p.urls])

    def joined(self) -> set[str]:
        """Return whose records are one with another, as is known from before."""
        return {i for pair, is_same in self._judged.items() if is_same for i in pair}

    def _joined(
        self, person: Person, without: list[Person], others: list[Person]
    ) -> Iterator[Match]:
        """Yield the match of one person stored by name, if there is no doubt."""
        since = self.since.get(person.id)
        twins = [p for p in without if self.since.get(p.id) == since]
        same_day = [p for p in others if since and self.since.get(p.id) == since]
        if len(twins) == 1 and len(same_day) == 1:
            reason = f"same name, both connected on {since}"
        elif (
            len(without) == 1
            and len(others) == 1
            and not (person.id in self.since and others[0].id in self.since)
        ):
            same_day = others
            reason = reason_by_name(person.id in self.since, others[0].id in self.since)
        else:
            return
        a, b = sorted((person.id, same_day[0].id))
        if frozenset((a, b)) not in self._judged:
            yield Match(identifier("m", a, b), a, b, True, Basis.INFERRED, (reason,))
