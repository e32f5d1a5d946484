"""How somebody is named: in a line that tells who it is, and so that `find_person` finds them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from itertools import chain

from netgraph.model.records import EGO, Ledger, Person
from netgraph.model.text import fold, job_words


def describe(person: Person) -> str:
    """Return a person on one line: name, title and company, as far as they are known.

    >>> describe(Person("p1", "Ana Silva", title="Engineer", company="Acme"))
    'Ana Silva, Engineer at Acme'
    >>> describe(Person("p1", "Ana Silva", company="Acme")), describe(Person("p1", "Ana Silva"))
    ('Ana Silva, Acme', 'Ana Silva')
    """
    job = job_words(person.title, person.company)
    return ", ".join(part for part in (person.name or person.id, job) if part)


def handles(ledger: Ledger) -> Callable[[str], str]:
    """Return what names exactly one person on a command line: the name if it does, else the id.

    >>> ana, other = Person("p1", "Ana Silva"), Person("p2", "ana  silva")
    >>> who = handles(Ledger({"p1": ana, "p2": other, "p3": Person("p3", "Ben Ode")}))
    >>> who("p1"), who("p3")
    ('p1', 'Ben Ode')
    """

    @cache
    def alike() -> dict[str, list[str]]:
        names: dict[str, list[str]] = {}
        for person in ledger.people.values():
            names.setdefault(_initial(person.name), []).append(person.name)
        return names

    @cache
    def called(initial: str) -> Counter[str]:
        names = (alike().get(letter, ()) for letter in dict.fromkeys(("", initial)))
        return Counter(map(fold, chain.from_iterable(names)))

    def times(key: str) -> int:
        texts = ledger.texts()
        if texts is None:
            return called(key[:1])[key]
        ego = EGO in ledger.people and fold(ledger.people[EGO].name) == key
        return _alike_in(texts, ledger.people, key) + ego

    def who(i: str) -> str:
        name = ledger.people[i].name
        plain = name.isprintable() and name[:1].isalpha() and not set(name) & set("@/.")
        return name if plain and times(fold(name)) == 1 else i

    return who


def _alike_in(texts: Sequence[tuple[str, str]], people: Mapping[str, Person], key: str) -> int:
    """Return how many have a folded name, of all but ego in its order."""

    def name(one: tuple[str, str]) -> str:
        return fold(people[one[0]].name)

    return bisect_right(texts, key, key=name) - bisect_left(texts, key, key=name)


def _initial(name: str) -> str:
    """Return what a name begins with when folded, "" where that is not plain to see."""
    first = name[:1]
    return first.lower() if first.isascii() and first.isalnum() else ""


def records_of(ledger: Ledger, person: str) -> list[str]:
    """Return the ids of all records that were found to be one person, theirs first.

    >>> records_of(Ledger(alias={"p2": "p1", "p4": "p3"}), "p1")
    ['p1', 'p2']
    """
    return [person, *sorted(i for i, stands in ledger.alias.items() if stands == person)]
