"""Nobody's ledger: all facts, but no longer whose they are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, Final, cast

from netgraph.identity.companies import company_key
from netgraph.journal.relations import ROLES
from netgraph.model import ids
from netgraph.model.kinds import facts_of, fields_of, ledger_of
from netgraph.model.records import (
    EGO,
    YOU,
    Ask,
    Fact,
    Goal,
    Ledger,
    Means,
    Organisation,
    Person,
    Relation,
    Source,
    Statement,
    Tie,
)
from netgraph.model.statements import FAVOURS

KINDS_OF_TIE: Final = ("connection", "address book", "acquaintance")


def pseudonymised(facts: Ledger) -> Ledger:
    """Return a ledger of nobody: who is tied to whom, when and how often, but not who they are.

    People, organisations and sources become numbers in the order of their ids. Addresses, titles,
    places, labels and everything written goes, and so do the user's statements, but for the values
    of favours. Somebody who knows the network may still recognise it by its shape.

    >>> ana = Person("p1", "Ana Silva", emails=("ana@example.org",), company="Acme Inc.")
    >>> pseudonymised(Ledger({"p1": ana})).people["person-1"]
    Person(id='person-1', name='Person 1', source='you', emails=(), urls=(), phones=(), \
company='Organisation 1', title='', place='', tags=(), lead=False, gone=False, seen=None, \
origin=<Origin.LISTED: 'listed'>, day=None, met=None)
    """
    kept = {kind: some for kind, some in facts_of(facts) if some}
    if Statement in kept:
        kept[Statement] = [s for s in facts.statements if s.subject == FAVOURS]
    of = {kind: _numbers(kind, some) for kind, some in kept.items()}
    rules = _rules(facts, of)
    return ledger_of(
        _untold(fact, of[kind][fact.id], rules) for kind, some in kept.items() for fact in some
    )


def _numbers(kind: type[Fact], some: Iterable[Fact]) -> dict[str, str]:
    """Return a number for every id of one class, in the order of the ids; ego stays ego."""
    of_class = sorted({fact.id for fact in some} - {EGO})
    return {EGO: EGO} | {i: f"{kind.__name__.lower()}-{n}" for n, i in enumerate(of_class, start=1)}


def _rules(
    facts: Ledger, of: Mapping[type[Fact], Mapping[str, str]]
) -> Mapping[Means, Callable[[str], str]]:
    """Return what becomes of a text that tells who is meant, by what it means."""
    who = of.get(Person, {EGO: EGO})
    anybody = {**of.get(Organisation, {}), **who}
    sources = {YOU: YOU, **of.get(Source, {})}
    names = sorted({company_key(name) for name in _firms(facts)} - {""}, key=ids.shuffled)
    firms = {key: f"Organisation {n}" for n, key in enumerate(names, start=1)}

    def firm(name: str) -> str:
        return firms.get(company_key(name), "")

    goals, asks = of.get(Goal, {}), of.get(Ask, {})
    return {
        Means.WORDS: lambda text: "",
        Means.CODE: str,
        Means.PERSON: lambda i: who.get(i, ""),
        Means.TARGET: lambda i: who.get(i, ""),
        Means.SUBJECT: lambda i: i if i == FAVOURS else anybody.get(i, ""),
        Means.RECORD: lambda i: anybody.get(i, i),
        Means.SOURCE: lambda i: sources.get(i, ""),
        Means.GOAL: lambda i: goals.get(i, ""),
        Means.ASK: lambda i: asks.get(i, ""),
        Means.FIRM: firm,
    }


def _shown(i: str) -> str:
    """Return the name of somebody who has only a number."""
    return "You" if i == EGO else i.replace("-", " ").capitalize()


def _firms(facts: Ledger) -> Iterator[str]:
    """Yield every name of an organisation."""
    yield from (person.company for person in facts.people.values())
    yield from (position.organisation for position in facts.positions)
    yield from (wish.organisation for wish in facts.wishes)
    yield from (one.organisation for one in facts.applications)
    for organisation in facts.organisations.values():
        yield from (organisation.name, *organisation.spellings)


def _untold(fact: Fact, i: str, rules: Mapping[Means, Callable[[str], str]]) -> Fact:
    """Return one fact without who is meant."""
    told = replace(cast(Any, retold(fact, rules)), id=i)
    if isinstance(fact, Person):
        told = replace(told, name=_shown(i))
    if isinstance(fact, Goal):
        told = replace(told, text=_shown(i))
    if isinstance(fact, Tie) and fact.kind not in KINDS_OF_TIE:
        told = replace(told, kind="acquaintance")
    if isinstance(fact, Relation):  # in the user's own words it could tell who is meant
        ours = ROLES.get(fact.role) == fact.inverse
        role, inverse = (fact.role, fact.inverse) if ours else ("known to", "known to")
        told = replace(told, role=role, inverse=inverse)
    return cast(Fact, told)


def retold(record: Any, rules: Mapping[Means, Callable[[str], str]]) -> Any:
    """Return a record, and those in it, with every text changed by the rule for its meaning.

    >>> hush = dict.fromkeys(Means, lambda text: "") | {Means.FIRM: str.upper}
    >>> retold(Organisation("o1", "Acme", key="acme"), hush)
    Organisation(id='o1', name='ACME', kind='', spellings=(), key='')
    """
    new: dict[str, Any] = {}
    for field in fields_of(type(record)):
        old = getattr(record, field.name)
        if field.part:
            new[field.name] = tuple(retold(part, rules) for part in old)
        elif old and field.means:
            rule = rules[field.means]
            texts = dict.fromkeys(map(rule, old)) if field.many else ()
            new[field.name] = tuple(filter(None, texts)) if field.many else rule(old)
    return replace(record, **new)
