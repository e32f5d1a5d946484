"""The organisations that facts name: one per firm, school or club, however it is spelt."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from netgraph.identity.companies import company_key, display_name
from netgraph.model import ids
from netgraph.model.records import (
    Application,
    Fact,
    Goal,
    Ledger,
    Organisation,
    Person,
    Position,
    Wish,
)

KINDS = ("company", "school", "club")


def organisations_in(facts: Iterable[Fact], known: Ledger) -> list[Organisation]:
    """Return an organisation for every firm, school or club that the facts name.

    One that is known keeps its id and kind and gains spellings. What nobody works for
    ("self-employed", "looking") is none.

    Examples
    --------
    >>> facts = [Person("p1", "Ana", company="Acme Inc."), Person("p2", "Bo", company="ACME")]
    >>> [(o.name, o.spellings) for o in organisations_in(facts, Ledger())]
    [('ACME', ('ACME', 'Acme Inc.'))]
    """
    spelt: defaultdict[str, set[str]] = defaultdict(set)
    kinds: dict[str, str] = {}
    for name, kind in _mentions(facts):
        if key := company_key(name):
            spelt[key].add(name)
            kinds[key] = kind if kinds.get(key, "company") == "company" else kinds[key]
    by_key = {company_key(o.name): o for o in known.organisations.values()}
    found = []
    for key, spellings in sorted(spelt.items()):
        before = by_key.get(key)
        every = spellings | set(before.spellings if before else ())
        kind = before.kind if before else kinds[key]
        i = before.id if before else ids.organisation(kind, key)
        found.append(Organisation(i, display_name(every), kind, tuple(sorted(every)), key))
    return found


def candidates(names: Iterable[str], known: Iterable[Organisation]) -> Iterator[Organisation]:
    """Yield which of the known organisations could be one of the names.

    Their keys say it, except of those that the user called something else and those that were made
    elsewhere. `organisations_in` needs no others, and making each key anew takes its time.

    >>> acme = organisations_in([Person("p1", "Ana", company="Acme Inc.")], Ledger())
    >>> [o.name for o in candidates(["ACME", "Globex"], acme)]
    ['Acme Inc.']
    """
    keys = set(map(company_key, names)) | {""}
    return (o for o in known if o.key in keys or o.name not in o.spellings)


def _mentions(facts: Iterable[Fact]) -> Iterator[tuple[str, str]]:
    """Yield every name of an organisation and the kind it is of there."""
    for fact in facts:
        if isinstance(fact, Person) and fact.company:
            yield fact.company, "company"
        elif isinstance(fact, Position) and fact.organisation:
            yield fact.organisation, fact.kind if fact.kind in KINDS else "company"
        elif isinstance(fact, Wish | Application):
            yield fact.organisation, "company"
        elif isinstance(fact, Organisation) and fact.name in fact.spellings:
            for name in fact.spellings:
                yield name, fact.kind
        elif isinstance(fact, Goal):
            for name in fact.companies:
                yield name, "company"
