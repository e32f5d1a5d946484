"""Which firm is meant by its words, in a ledger: one rule for whoever reads or types a company.

A firm is meant by its id, by any of its spellings, by a name that differs in spelling only
(`netgraph.identity.companies.company_key`), or by the first words of its name: ``Ridgeline``
means "Ridgeline Robotics", if no other firm begins so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Final

from netgraph.identity.companies import company_key, is_company
from netgraph.model.as_of import AsOf, lasting
from netgraph.model.errors import AmbiguousName, UnknownName
from netgraph.model.records import Ledger, Organisation
from netgraph.model.text import fold

_RANK: Final = {"company": 0, "school": 1, "club": 2}


class Firms:
    """Organisations, to be found by words; what that takes is worked out when it is needed."""

    def __init__(
        self, organisations: Iterable[Organisation], spelling: Mapping[str, str] | None = None
    ) -> None:
        ranked = sorted(organisations, key=lambda o: (_RANK.get(o.kind, len(_RANK)), o.id))
        self.by_id: Mapping[str, Organisation] = {firm.id: firm for firm in ranked}
        self.spelling = spelling or {}

    @cached_property
    def by_key(self) -> Mapping[str, tuple[str, ...]]:
        """The ids of all that are written so, or differ from it in spelling only."""
        found: dict[str, dict[str, None]] = defaultdict(dict)
        for firm in self.by_id.values():
            for name in (firm.name, *firm.spellings):
                if key := company_key(name):
                    found[key][firm.id] = None
        return {key: tuple(ids) for key, ids in found.items()}

    @cached_property
    def by_start(self) -> Mapping[str, tuple[str, ...]]:
        """The ids of all whose name begins with these words and goes on."""
        found: dict[str, dict[str, None]] = defaultdict(dict)
        for firm in self.by_id.values():
            words = fold(firm.name).split()
            for n in range(1, len(words)):
                found[" ".join(words[:n])][firm.id] = None
        return {start: tuple(ids) for start, ids in found.items()}

    def exactly(self, words: str) -> tuple[str, ...]:
        """Return the ids of those that are called so, companies first."""
        known = words if words in self.by_id else self.spelling.get(words, "")
        return (known,) if known in self.by_id else self.by_key.get(company_key(words), ())

    def meant(self, words: str) -> tuple[str, ...]:
        """Return the ids of all that the words can mean; none if nothing is called so."""
        return self.exactly(words) or self.by_start.get(fold(words), ())

    def with_words(self, words: str, *, most: int = 3) -> tuple[str, ...]:
        """Return the names that have all these words and more, in any order, the shortest first.

        >>> Firms([Organisation("o1", "Stadtwerke Köln")]).with_words("koln")
        ('Stadtwerke Köln',)
        """
        wanted = set(fold(words).split())
        names = (firm.name for firm in self.by_id.values())
        found = [name for name in names if wanted and wanted < set(fold(name).split())]
        return tuple(sorted(found, key=lambda name: (len(name), name))[:most])

    def one(self, words: str) -> str | None:
        """Return the id of the one that the words mean; None if it is none or not clear."""
        exact = self.exactly(words)[:1]
        found = exact or self.meant(words)
        return found[0] if len(found) == 1 else None

    def find(self, words: str) -> str:
        """Return the id of the one that the words mean.

        Raises
        ------
        UnknownName
            If there is none; the message has up to three that are alike.
        AmbiguousName
            If there are several; ``candidates`` lists them.
        """
        found = self.meant(words)
        if one := self.one(words):
            return one
        if found:
            names = sorted(self.by_id[i].name for i in found)
            raise AmbiguousName(f"{len(names)} companies begin with {words!r}: say which", names)
        names = [firm.name for firm in self.by_id.values()]
        from rapidfuzz import process  # noqa: PLC0415 - only for what is not known

        alike = [name for name, *_ in process.extract(words, names, limit=3)]
        hint = f"; did you mean {' or '.join(alike)}?" if alike else ""
        raise UnknownName(f"no company is called {words!r}{hint}")


@lasting("organisations", "spelling")
def firms_on(view: AsOf) -> Firms:
    """Return the firms of a view.

    >>> from datetime import date
    >>> robotics = Organisation("o1", "Ridgeline Robotics", spellings=("Ridgeline Robotics",))
    >>> firms = firms_on(AsOf(Ledger(organisations={"o1": robotics}), date(2026, 5, 1)))
    >>> firms.find("RIDGELINE robotics, Inc."), firms.find("ridgeline"), firms.one("Ridge")
    ('o1', 'o1', None)
    """
    return firms_of(view.ledger)


def firms_of(ledger: Ledger) -> Firms:
    """Return the firms of a ledger."""
    return Firms(ledger.organisations.values(), ledger.spelling)


def firm_of(ledger: Ledger, company: str) -> str:
    """Return what the employer that a fact names is known by: a firm's id, else a key.

    "" if it is no employer ("self-employed"). Two people are at one employer if it is the same.

    >>> firm_of(Ledger(spelling={"Acme Inc.": "o1"}), "Acme Inc."), firm_of(Ledger(), "ACME Inc.")
    ('o1', 'acme')
    """
    if not is_company(company):
        return ""
    return ledger.spelling.get(company) or company_key(company)
