"""Nobody's ledger: all facts, but no longer whose they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields, replace
from typing import Any, Final, cast

from netgraph.identity.companies import company_key
from netgraph.model.correspondence import every_event
from netgraph.model.parameters import SUBJECT
from netgraph.model.records import (
    EGO,
    YOU,
    Ask,
    Event,
    Fact,
    Gathering,
    Goal,
    Ledger,
    Match,
    Organisation,
    Person,
    Position,
    Referral,
    Source,
    Statement,
    Tie,
    Wish,
    identifier,
)

IN_TUPLES: Final = (
    Position, Event, Ask, Referral, Goal, Tie, Gathering, Wish, Statement, Match, Source
)  # fmt: skip
"""What a `Ledger` holds in tuples, in its order."""
PEOPLE: Final = (
    "person",
    "owner",
    "giver",
    "taker",
    "about",
    "introducer",
    "to",
    "u",
    "v",
    "target",
)
WORDS: Final = (
    "note", "title", "place", "label", "emails", "urls", "phones", "tags", "companies", "roles",
    "fields", "places", "seniority", "near", "hypotheses", "reasons",
)  # fmt: skip
KINDS_OF_TIE: Final = ("connection", "address book", "acquaintance")


def pseudonymised(facts: Ledger) -> Ledger:
    """Return a ledger of nobody: who is tied to whom, when and how often, but not who they are.

    People, organisations and sources become numbers in the order of their ids. Addresses, titles,
    places, labels and everything written goes, and so do the user's statements, but for the values
    of favours. Somebody who knows the network may still recognise it by its shape.

    >>> ana = Person("p1", "Ana Silva", emails=("ana@example.org",), company="Acme Inc.")
    >>> pseudonymised(Ledger({"p1": ana})).people["person-1"]
    Person(id='person-1', name='Person 1', source='you', emails=(), urls=(), phones=(), \
company='Organisation 1', title='', place='', tags=(), lead=False, gone=False, seen=None)
    """
    kept = [some for some in facts_of(facts) if some and not isinstance(some[0], Statement)]
    kept.append([s for s in facts.statements if s.subject == SUBJECT])
    ids = {id(some): _numbers(some) for some in kept}
    of = {type(some[0]): ids[id(some)] for some in kept if some}
    rules = _rules(facts, of)
    told = [[_untold(fact, of[type(fact)][fact.id], rules) for fact in some] for some in kept]
    return ledger_of(fact for some in told for fact in some)


def _numbers(some: Iterable[Fact]) -> dict[str, str]:
    """Return a number for every id of one class, in the order of the ids; ego stays ego."""
    ids = sorted({fact.id for fact in some} - {EGO})
    prefix = next((type(fact).__name__.lower() for fact in some), "")
    return {EGO: EGO} | {i: f"{prefix}-{n}" for n, i in enumerate(ids, start=1)}


def _rules(
    facts: Ledger, of: Mapping[type[Fact], Mapping[str, str]]
) -> dict[str, Callable[[Any], Any]]:
    """Return what becomes of the fields that tell who is meant, by their names."""
    who = of.get(Person, {EGO: EGO})
    anybody = {**of.get(Organisation, {}), **who}
    sources = {YOU: YOU, **of.get(Source, {})}
    names = sorted({company_key(name) for name in _firms(facts)} - {""}, key=_shuffled)
    firms = {key: f"Organisation {n}" for n, key in enumerate(names, start=1)}

    def firm(name: str) -> str:
        return firms.get(company_key(name), "")

    return {
        **dict.fromkeys(WORDS, lambda value: type(value)()),
        **dict.fromkeys(PEOPLE, lambda i: who.get(i, "") if i else i),
        **dict.fromkeys(("a", "b"), lambda i: anybody.get(i, i)),
        **dict.fromkeys(("organisation", "company"), firm),
        "people": lambda some: tuple(who.get(i, "") for i in some),
        "spellings": lambda some: tuple(dict.fromkeys(map(firm, some))),
        "source": lambda i: sources.get(i, ""),
        "goal": lambda i: of.get(Goal, {}).get(i, ""),
        "ask": lambda i: of.get(Ask, {}).get(i, ""),
        "steps": lambda steps: tuple(replace(step, note="") for step in steps),
    }


def _shown(i: str) -> str:
    """Return the name of somebody who has only a number."""
    return "You" if i == EGO else i.replace("-", " ").capitalize()


def _firms(facts: Ledger) -> Iterator[str]:
    """Yield every name of an organisation."""
    yield from (person.company for person in facts.people.values())
    yield from (position.organisation for position in facts.positions)
    yield from (wish.organisation for wish in facts.wishes)
    for organisation in facts.organisations.values():
        yield from (organisation.name, *organisation.spellings)


def _shuffled(key: str) -> str:
    """Return what sorts firms in an order that says nothing of their names."""
    return identifier("", key)


def _untold(fact: Fact, i: str, rules: Mapping[str, Callable[[Any], Any]]) -> Fact:
    """Return one fact without who is meant."""
    told: dict[str, Any] = {
        f.name: rules[f.name](getattr(fact, f.name))
        for f in fields(cast(Any, fact))
        if f.name in rules
    }
    if isinstance(fact, Person | Goal):
        told["name" if isinstance(fact, Person) else "text"] = _shown(i)
    if isinstance(fact, Organisation):
        told["name"] = rules["company"](fact.name)
    if isinstance(fact, Tie) and fact.kind not in KINDS_OF_TIE:
        told["kind"] = "acquaintance"
    return replace(cast(Any, fact), id=i, **told)  # type: ignore[no-any-return]


def ledger_of(facts: Iterable[Fact]) -> Ledger:
    """Return the ledger that holds these facts.

    >>> ledger_of([Person("p1", "Ana")]).people["p1"].name
    'Ana'
    """
    by_kind: defaultdict[type[Fact], dict[str, Any]] = defaultdict(dict)
    for fact in facts:
        by_kind[type(fact)][fact.id] = fact
    rest: Any = (tuple(by_kind[kind].values()) for kind in IN_TUPLES)
    return Ledger(by_kind[Person], by_kind[Organisation], *rest)


def facts_of(facts: Ledger) -> Iterator[list[Fact]]:
    """Yield the facts of each class as a list, in the order in which they refer back."""
    yield list(facts.sources)
    for kept in (facts.people, facts.organisations):
        yield list(kept.values())
    yield list(facts.positions)
    yield list(every_event(facts))
    for some in (facts.asks, facts.referrals, facts.goals, facts.ties):
        yield list(some)
    for rest in (facts.gatherings, facts.wishes, facts.statements, facts.matches):
        yield list(rest)
