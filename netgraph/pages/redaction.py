"""A network with names taken out, to show to somebody else.

Everybody becomes "Contact 12", the same in every view.  Titles and companies can go too; rare
ones tell who is meant.  Words of names are struck out of notes and reasons as well, so that a
text may lose a word too many, never a word too few that is part of a known name.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from io import StringIO
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from netgraph.model.errors import InvalidInput
from netgraph.model.records import EGO
from netgraph.model.spreadsheet_cells import harmless
from netgraph.model.text import fold

if TYPE_CHECKING:
    from netgraph.graph.schema import TieGraph
    from netgraph.model.records import Ledger, Person

Hidden: TypeAlias = Literal["titles", "companies"]
STRUCK = "…"

_ADDRESS = re.compile(
    r"[^\s()<>]+@[^\s()<>]+|[^\s()<>]+//[^\s()<>]+|www\.[^\s()<>]+|\+?\d(?:[ ()./-]?\d){8,}"
)
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_JOINT = re.compile("['’.-]")
_LONGEST = 6


@dataclass(frozen=True)
class Veil:
    """What is shown instead: per person, per company, and words that are struck out."""

    people: Mapping[str, str]
    companies: Mapping[str, str]
    phrases: Mapping[str, str]
    words: frozenset[str]
    titles: bool

    def text(self, line: str) -> str:
        """Return a line in which nobody is named."""
        line = _ADDRESS.sub(STRUCK, line)
        words = [match.span() for match in _WORD.finditer(line)]
        parts: list[str] = []
        at = k = 0
        while k < len(words):
            start, end = words[k]
            instead, taken = self._instead(line, words[k : k + _LONGEST])
            if instead is not None:
                end = words[k + taken - 1][1]
                parts += [line[at:start], instead]
                at = end
            k += taken
        return "".join([*parts, line[at:]])

    def company(self, name: str) -> str:
        """Return how a company may be called."""
        return self.companies.get(name) or self.text(name)

    def _instead(self, line: str, words: list[tuple[int, int]]) -> tuple[str | None, int]:
        """Return what the next words become, and how many they are."""
        start = words[0][0]
        for taken in range(len(words), 0, -1):
            if instead := self.phrases.get(_folded(line[start : words[taken - 1][1]])):
                return instead, taken
        word = line[start : words[0][1]]
        pieces = {_folded(piece) for piece in (word, *_JOINT.split(word))}
        is_name = not word[0].islower() and not self.words.isdisjoint(pieces)
        return (STRUCK if is_name else None), 1

    def graph(self, G: TieGraph) -> TieGraph:
        """Return the graph with nobody named in it; everything measured stays."""
        H: TieGraph = G.copy()
        say = cache(self.text)
        for n, data in H.nodes(data=True):
            if data["kind"] == "person":
                data.update(self._node(n, data))
            else:
                data["name"] = self.companies.get(data["name"], data["name"])
        for _, _, data in H.edges(data=True):
            if data["kind"] == "tie":
                data["evidence"] = tuple(map(say, data["evidence"]))
            elif self.titles:
                data["role"] = ""
        return H

    def ledger(self, ledger: Ledger) -> Ledger:
        """Return the ledger with nobody named among its people."""
        return replace(ledger, people={i: self._person(p) for i, p in ledger.people.items()})

    def _node(self, person: str, data: Mapping[str, Any]) -> dict[str, Any]:
        """Return a node's attributes that tell who it is, without telling."""
        return {
            "name": self.people.get(person, "You"),
            "title": "" if self.titles else self.text(data["title"]),
            "company": self.companies.get(data["company"], data["company"]),
            "traits": self._traits(data["traits"]),
            "past": self._traits(data["past"]),
        }

    def _traits(self, traits: Mapping[str, Iterable[str]]) -> dict[str, frozenset[str]]:
        """Return traits, each value by what stands for it."""
        return {
            kind: frozenset(self.companies.get(value, value) for value in values)
            for kind, values in traits.items()
        }

    def _person(self, person: Person) -> Person:
        """Return a person of whom only what was measured is left."""
        return replace(
            person,
            name=self.people.get(person.id, "You"),
            title="" if self.titles else self.text(person.title),
            company=self.companies.get(person.company, person.company),
            emails=(), urls=(), phones=(), place="", tags=(),
        )  # fmt: skip


def veil(G: TieGraph, *, hide: Collection[Hidden] = ()) -> Veil:
    """Return what hides everybody in a graph, and their titles and companies if asked.

    With companies go schools and every other trait: they tell who is meant as well.

    Examples
    --------
    >>> import networkx as nx
    >>> G = nx.DiGraph(ego="me")
    >>> G.add_node("ana", kind="person", name="Ana Silva", company="Acme", traits={}, past={})
    >>> veil(G).text("Ana Silva can introduce you; thank Ana (ana@acme.com)")
    'Contact 1 can introduce you; thank … (…)'
    """
    persons = {n: data for n, data in G.nodes(data=True) if data["kind"] == "person"}
    groups = {data["name"] for _, data in G.nodes(data=True) if data["kind"] == "organisation"}
    for data in persons.values():
        groups.add(data["company"])
        for values in (*data["traits"].values(), *data["past"].values()):
            groups.update(values)
    names = {n: data["name"] for n, data in persons.items()}
    return _veil(names, groups, ego=G.graph["ego"], hide=hide)


def veil_of(ledger: Ledger, *, hide: Collection[Hidden] = ()) -> Veil:
    """Return what hides everybody in a ledger: the same numbers as for the graph made of it."""
    names = {i: person.name for i, person in ledger.people.items()}
    groups = {person.company for person in ledger.people.values()}
    groups |= {organisation.name for organisation in ledger.organisations.values()}
    return _veil(names, groups, ego=EGO, hide=hide)


def key_of(ledger: Ledger) -> bytes:
    """Return who stands behind which number on a page for others, as a table (CSV).

    >>> from netgraph.model.records import Ledger, Person
    >>> key_of(Ledger({"ana": Person("ana", "Ana Silva", company="Acme")})).decode().split()[-1]
    'Silva,,Acme'
    """
    veiled = veil_of(ledger).people
    rows = StringIO(newline="")
    table = csv.writer(rows)
    table.writerow(("On the page", "Name", "Title", "Company"))
    for i, called in veiled.items():
        known = ledger.people[i]
        cells = (called, known.name, known.title, known.company)
        table.writerow([harmless(cell) for cell in cells])
    return rows.getvalue().encode("utf-8-sig")


def _veil(
    names: Mapping[str, str], groups: Iterable[str], *, ego: str, hide: Collection[Hidden]
) -> Veil:
    """Number people and groups, and list what must not be left in any text."""
    if unknown := sorted(set(hide) - {"titles", "companies"}):
        raise InvalidInput(f"what to hide is titles or companies, not {', '.join(unknown)}")
    people = {n: f"Contact {k}" for k, n in enumerate(sorted(names.keys() - {ego}), 1)}
    shown = sorted(set(groups) - {""}) if "companies" in hide else []
    companies = {name: f"Group {k}" for k, name in enumerate(shown, 1)}
    phrases = {_folded(name): instead for name, instead in companies.items()}
    phrases |= {_folded(name): people.get(n, "You") for n, name in names.items()}
    phrases.pop("", None)
    words = {word for name in names.values() for word in _folded(name).split() if len(word) > 1}
    return Veil(people, companies, phrases, frozenset(words), "titles" in hide)


@lru_cache(maxsize=1 << 16)
def _folded(text: str) -> str:
    """Return text as it is compared."""
    return fold(text)
