"""Who a row means: the people of one LinkedIn account, known or read so far.

A profile address says who it is. Of whom only a name is told there is a record by that name,
whoever is known: `netgraph.identity.by_name` says who it is, when all is known.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import date

from netgraph.identity.addresses import profile_url, slug_of
from netgraph.model import ids
from netgraph.model.records import CONNECTION, Ledger, Origin, Person, Position
from netgraph.model.text import clean, fold
from netgraph.sources.tables import HiddenRow, UnusableRow

NOBODY = "linkedin member"
LEAST = 2
"""Letters of a name, folded, below which it says nothing of who somebody is."""


class People:
    """The people of one account, found by address or name; grows while files are read."""

    def __init__(self, source: str, owner: str, known: Ledger) -> None:
        self.source = source
        self.owner = owner
        self.owner_slugs: set[str] = set()
        self.owner_names: set[str] = set()
        self.records: dict[str, Person] = {}
        self.since: dict[str, date | None] = {
            t.v: t.since for t in known.ties if t.source == source and t.kind == CONNECTION
        }
        self.positions = {p.id: p for p in known.positions}
        self._by_slug: dict[str, str] = {}
        self._met: dict[tuple[str, str, str], str] = {}
        self._by_name: defaultdict[str, list[str]] = defaultdict(list)
        for person in known.people.values():
            if person.source == source and person.id != owner:
                self.add(person)

    def add(self, person: Person) -> Person:
        """Remember a person, in place of what was known of them."""
        if person.id not in self.records:
            self._by_name[fold(person.name)].append(person.id)
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
        return self._by_slug.get(slug) or ids.profile(self.source, slug)

    def called(self, name: str) -> list[Person]:
        """Return the people of a name."""
        return [self.records[i] for i in self._by_name.get(fold(name), ())]

    def who(self, name: str, url: str = "", company: str = "") -> Person:
        """Return whom a name and an address mean; somebody new is remembered.

        Raises
        ------
        HiddenRow
            If it is a member who is gone.
        UnusableRow
            If it is nobody.
        """
        words = (name, url, company)
        if i := self._met.get(words):  # the same people write again and again
            return self.records[i]
        found = self._who(*words)
        self._met[words] = found.id
        return found

    def _who(self, name: str, url: str, company: str) -> Person:
        """Return whom words mean that were not met before."""
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
        if len(fold(name)) < LEAST:
            raise UnusableRow("it names nobody")
        i = ids.mention(self.source, name, company)
        known = self.records.get(i)
        if known is None or known.name < name:  # of several spellings one, whichever came first
            known = known or Person(i, name, self.source, origin=Origin.MENTIONED)
            return self.add(replace(known, name=name, company=clean(company)))
        return known

    def formerly(self, person: str, company: str, title: str, seen: date | None) -> list[Position]:
        """Return a job that somebody no longer has, as a position last seen on a day."""
        if not company and not title:
            return []
        i = ids.job(person, company, title)
        job = Position(
            i, person, company, title, seen=seen, source=self.source, origin=Origin.FORMER
        )
        return [self.latest(job)]

    def latest(self, position: Position) -> Position:
        """Return a position with the last day on which any export showed it."""
        known = self.positions.get(position.id)
        if known and known.seen and (not position.seen or known.seen > position.seen):
            position = known
        self.positions[position.id] = position
        return position

    def present_job(self) -> tuple[str, str] | None:
        """Return the owner's employer and title in the newest list of jobs, None without a list."""
        jobs = [
            p for p in self.positions.values()
            if (p.person, p.kind, p.source) == (self.owner, "work", self.source)
        ]  # fmt: skip
        if not jobs:
            return None
        newest = max(p.seen or date.min for p in jobs)
        present = [p for p in jobs if p.current and (p.seen or date.min) == newest]
        latest = max(present, key=lambda p: (p.start, p.id), default=None)
        return (latest.organisation, latest.title) if latest else ("", "")
