"""What follows from the annotations of the records: which kinds of fact there are, whom they name.

A new class of fact in `netgraph.model.records`, with its place in `Ledger`, is known here at once,
and through this module to tables, files, merging, forgetting and pseudonyms.
"""

from __future__ import annotations

import typing
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from types import UnionType
from typing import Any, Final, TypeVar, cast

from msgspec.structs import replace

from netgraph.model.base_record import Record
from netgraph.model.correspondence import every_event
from netgraph.model.records import Event, Fact, Ledger, Means, Organisation, Person

R = TypeVar("R")

KINDS: Final[Mapping[str, type[Fact]]] = {
    kind.__name__.lower(): kind for kind in Fact.__subclasses__()
}
"""Every class of fact by its name, in the order in which they refer back."""

_OF_OTHERS = (tuple, UnionType, typing.Union)
_PEOPLE = frozenset({Means.PERSON, Means.SUBJECT, Means.TARGET})


class Field(Record, frozen=True):
    """One field of a record: its type without marks, what it means, whether it must be given.

    ``many`` is whether it holds a tuple, ``part`` the class of the records in it.
    """

    name: str
    type: Any
    means: Means | None = None
    needed: bool = False
    many: bool = False
    part: type | None = None


def fields_of(kind: type) -> tuple[Field, ...]:
    """Return the fields of a class of records, in order.

    >>> [(field.name, field.means) for field in fields_of(Person)][:2]
    [('id', None), ('name', <Means.WORDS: 9>)]
    """
    return _fields_of(cast(Any, kind))


@cache
def types_of(kind: Any) -> Mapping[str, Any]:
    """Return the type of each field of a class, without marks.

    >>> types_of(Organisation)["spellings"]
    tuple[str, ...]
    """
    return typing.get_type_hints(kind)


@cache
def _fields_of(kind: Any) -> tuple[Field, ...]:
    """Work the fields of a class out."""
    marked, plain = typing.get_type_hints(kind, include_extras=True), types_of(kind)
    needed = len(kind.__struct_fields__) - len(kind.__struct_defaults__)
    return tuple(
        Field(
            name,
            plain[name],
            _mark(marked[name]),
            number < needed,
            typing.get_origin(plain[name]) is tuple,
            next((t for t in typing.get_args(plain[name]) if _is_record(t)), None),
        )
        for number, name in enumerate(kind.__struct_fields__)
    )


def _is_record(kind: Any) -> bool:
    """Tell whether a type is a class of records."""
    return isinstance(kind, type) and issubclass(kind, Record)


def _mark(hint: Any) -> Means | None:
    """Return what a type is marked with, be it in a tuple or optional."""
    marks = [m for m in getattr(hint, "__metadata__", ()) if isinstance(m, Means)]
    inner = typing.get_args(hint) if typing.get_origin(hint) in _OF_OTHERS else ()
    return next(iter(marks), None) or next(filter(None, map(_mark, inner)), None)


def marked(kind: type, *means: Means) -> tuple[str, ...]:
    """Return the names of the fields that mean one of these and hold one text.

    >>> marked(Event, Means.PERSON)
    ('giver', 'taker', 'about')
    """
    return tuple(f.name for f in fields_of(kind) if f.means in means and not f.many)


@cache
def _naming(kind: Any, means: frozenset[Means]) -> tuple[Field, ...]:
    """Return the fields that mean one of these, and those whose parts have such."""
    return tuple(
        f for f in fields_of(kind) if f.means in means or (f.part and _naming(f.part, means))
    )


def mapped(record: R, change: Callable[[str], str], means: frozenset[Means] = _PEOPLE) -> R:
    """Return a record with each text of these meanings changed, those of its parts included.

    >>> mapped(Event("e", "met", None, "me", "ben"), {"ben": "ana", "me": "me"}.__getitem__).taker
    'ana'
    """
    new: dict[str, Any] = {}
    for field in _naming(cast(Any, type(record)), means):
        old = getattr(record, field.name)
        if not old:
            continue
        if field.part:
            value: Any = tuple(mapped(part, change, means) for part in old)
        else:
            value = tuple(map(change, old)) if field.many else change(old)
        if value != old:
            new[field.name] = value
    return cast(R, replace(cast(Any, record), **new)) if new else record


def named(record: object, *means: Means) -> Iterator[str]:
    """Yield every text of these meanings in a record, those of its parts included.

    >>> list(named(Event("e", "met", None, "me", "ana"), Means.PERSON))
    ['me', 'ana']
    """
    for field in _naming(cast(Any, type(record)), frozenset(means)):
        value = getattr(record, field.name)
        if field.part:
            for part in value:
                yield from named(part, *means)
        elif value:
            yield from value if field.many else (value,)


_PLACES: Final[Mapping[type[Fact], str]] = {
    kind: name
    for name, hint in types_of(Ledger).items()
    for kind in typing.get_args(hint)
    if kind in KINDS.values()
}


def place(kind: type[Fact]) -> str:
    """Return the field of a `Ledger` that holds the facts of a class.

    >>> place(Event), place(Person)
    ('events', 'people')
    """
    return _PLACES[kind]


def ledger_of(facts: Iterable[Fact], **rest: Any) -> Ledger:
    """Return the ledger that holds these facts; of several with one id the last.

    >>> ledger_of([Person("p1", "Ana")]).people["p1"].name
    'Ana'
    """
    by_kind: defaultdict[type[Fact], dict[str, Any]] = defaultdict(dict)
    for fact in facts:
        by_kind[type(fact)][fact.id] = fact
    return Ledger(**{place(kind): held(kind, some) for kind, some in by_kind.items()}, **rest)


def held(kind: type[Fact], by_id: Mapping[str, Fact]) -> Any:
    """Return facts of one class as a `Ledger` holds them: by id, or in a tuple."""
    return by_id if kind in (Person, Organisation) else tuple(by_id.values())


def facts_of(ledger: Ledger) -> Iterator[tuple[type[Fact], Sequence[Fact]]]:
    """Yield the facts of each class, in the order in which they refer back.

    >>> [kind.__name__ for kind, some in facts_of(ledger_of([Person("p1", "Ana")])) if some]
    ['Person']
    """
    for kind in KINDS.values():
        some = every_event(ledger) if kind is Event else getattr(ledger, place(kind))
        yield kind, list(some.values() if isinstance(some, Mapping) else some)
