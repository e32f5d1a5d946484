"""A ledger as it stood on a day: what follows from it is worked out when first asked for, and kept.

`AsOf` is made once for a command. Its parts (the user's parameters, the network, the lineage, who
rests ...) are functions of it, each in the package that knows about it, made by `part`::

    @part
    def lineage_on(view: AsOf) -> Lineage: ...

so that whoever needs the lineage of a day asks ``lineage_on(view)`` and nobody hands it around.

A program that goes on running makes the view of a changed ledger with `AsOf.after`. What was worked
out before then serves again as far as it says itself how: such a part is made with `growing`.
What takes long stays with the store from one command to the next: a part made with `shelved`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from functools import wraps
from threading import Lock
from typing import Any, Final, Protocol, TypeVar

from msgspec import MsgspecError

from netgraph.model.parameters import Parameters, parameters_from
from netgraph.model.records import Ledger

T = TypeVar("T")


class Shelf(Protocol):
    """Keeps parts of one view from one program to the next; what it has not it makes no fuss of."""

    def take(self, name: str, *, stands: bool) -> memoryview | None:
        """Return a part that was put there for such a view, None if there is none."""

    def put(self, name: str, data: bytes, *, stands: bool) -> None:
        """Keep a part; ``stands`` if it holds whatever is logged from day to day."""

    def wants(self, name: str, *, stands: bool) -> bool:
        """Whether it is worth while to put a part there that is not to be had."""


@dataclass(frozen=True, eq=False)
class AsOf:
    """A resolved ledger and the day for which to compute; see the module.

    ``elsewhere`` has who is to be left alone because others asked them: until when, and why.
    ``shelf`` is where parts stay that the next command needs again, if there is such a place.

    >>> view = AsOf(Ledger(), date(2026, 5, 1))
    >>> parameters_on(view) is parameters_on(view)
    True
    """

    ledger: Ledger
    day: date
    elsewhere: Mapping[str, tuple[date | None, str]] = field(default_factory=dict, repr=False)
    shelf: Shelf | None = field(default=None, repr=False)
    kept: dict[Callable[..., Any], Any] = field(default_factory=dict, init=False, repr=False)
    before: dict[Callable[..., Any], tuple[Ledger, Any]] = field(
        default_factory=dict, init=False, repr=False
    )
    locks: dict[Callable[..., Any], Lock] = field(default_factory=dict, init=False, repr=False)

    def after(self, ledger: Ledger) -> AsOf:
        """Return the view of the same day of a ledger in which something was changed.

        Its growing parts are made of the newest that there are.
        """
        view = AsOf(ledger, self.day, self.elsewhere)
        kept = {make: (self.ledger, self.kept[make]) for make in _GROWS if make in self.kept}
        view.before.update(self.before | kept)
        return view


_GROWS: Final[dict[Callable[..., Any], Callable[..., Any]]] = {}
"""How a part is made of an earlier one, by what makes it anew."""


def part(make: Callable[[AsOf], T]) -> Callable[[AsOf], T]:
    """Make of a function of a view one that works once for each view.

    >>> @part
    ... def people(view: AsOf) -> list[str]:
    ...     return list(view.ledger.people)
    >>> view = AsOf(Ledger(), date(2026, 5, 1))
    >>> people(view) is people(view)
    True
    """

    @wraps(make)
    def kept(view: AsOf) -> T:
        if make not in view.kept:
            with view.locks.setdefault(make, Lock()):  # another part may be made meanwhile
                if make not in view.kept:
                    view.kept[make] = _grown(make, view)
        found: T = view.kept[make]
        return found

    return kept


Grow = Callable[[T, Ledger, AsOf], T | None]
"""Makes what is of a view out of what was of an earlier ledger, None if that cannot be."""


def growing(grow: Grow[T]) -> Callable[[Callable[[AsOf], T]], Callable[[AsOf], T]]:
    """Make a part that ``grow`` makes out of that of an earlier ledger of the same day.

    What comes of it must be what would have been made anew.

    >>> @growing(lambda was, earlier, view: was if earlier.people is view.ledger.people else None)
    ... def names(view: AsOf) -> list[str]:
    ...     return [person.name for person in view.ledger.people.values()]
    >>> first = AsOf(Ledger(), date(2026, 5, 1))
    >>> names(first) is names(first.after(Ledger(first.ledger.people)))
    True
    """

    def kept(make: Callable[[AsOf], T]) -> Callable[[AsOf], T]:
        _GROWS[make] = grow
        return part(make)

    return kept


def lasting(*fields: str) -> Callable[[Callable[[AsOf], T]], Callable[[AsOf], T]]:
    """Make a part that follows from some fields of the ledger alone, and from the day.

    >>> @lasting("people")
    ... def names(view: AsOf) -> list[str]:
    ...     return [person.name for person in view.ledger.people.values()]
    >>> first = AsOf(Ledger(), date(2026, 5, 1))
    >>> names(first) is names(first.after(Ledger(first.ledger.people)))
    True
    """
    return growing(lambda was, earlier, view: was if same(earlier, view.ledger, fields) else None)


def shelved(
    name: str,
    pack: Callable[[T], bytes],
    unpack: Callable[[AsOf, memoryview], T],
    *,
    stands: bool = False,
) -> Callable[[Callable[[AsOf], T]], Callable[[AsOf], T]]:
    """Let a part stay on the shelf of a view, if it has one, in the form that ``pack`` gives it.

    It ``stands`` if it does not follow from what is logged from day to day. What cannot be read
    is made anew.

    >>> @shelved("names", lambda names: b"", lambda view, data: [])
    ... def names(view: AsOf) -> list[str]:
    ...     return [person.name for person in view.ledger.people.values()]
    >>> names(AsOf(Ledger(), date(2026, 5, 1)))
    []
    """

    def on_shelf(make: Callable[[AsOf], T]) -> Callable[[AsOf], T]:
        @wraps(make)
        def made(view: AsOf) -> T:
            if view.shelf is None:
                return make(view)
            data = view.shelf.take(name, stands=stands)
            if data is not None:
                with suppress(MsgspecError, ValueError):
                    return unpack(view, data)
            found = make(view)
            if view.shelf.wants(name, stands=stands):
                view.shelf.put(name, pack(found), stands=stands)
            return found

        return made

    return on_shelf


def lacks(view: AsOf, name: str) -> bool:
    """Whether a view has a shelf that wants a part that follows from what is logged."""
    shelf = view.shelf
    if shelf is None or shelf.take(name, stands=False) is not None:
        return False
    return shelf.wants(name, stands=False)


def same(one: Ledger, other: Ledger, fields: Iterable[str]) -> bool:
    """Whether two ledgers have the very same in some fields; what is only equal is another."""
    return all(getattr(one, name) is getattr(other, name) for name in fields)


def _grown(make: Callable[[AsOf], T], view: AsOf) -> T:
    """Make a part, of an earlier one if that can be."""
    if make in view.before:
        earlier, was = view.before.pop(make)
        found: T | None = _GROWS[make](was, earlier, view)
        if found is not None:
            return found
    return make(view)


@part
def parameters_on(view: AsOf) -> Parameters:
    """Return the model with the user's own numbers in it."""
    return parameters_from(view.ledger.statements, as_of=view.day)
