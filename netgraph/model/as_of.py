"""A ledger as it stood on a day: what follows from it is worked out when first asked for, and kept.

`AsOf` is made once for a command. Its parts (the user's parameters, the network, the lineage, who
rests ...) are functions of it, each in the package that knows about it, made by `part`::

    @part
    def lineage_on(view: AsOf) -> Lineage: ...

so that whoever needs the lineage of a day asks ``lineage_on(view)`` and nobody hands it around.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import wraps
from typing import Any, TypeVar

from netgraph.model.parameters import Parameters, parameters_from
from netgraph.model.records import Ledger

T = TypeVar("T")


@dataclass(frozen=True, eq=False)
class AsOf:
    """A resolved ledger and the day for which to compute; see the module.

    >>> view = AsOf(Ledger(), date(2026, 5, 1))
    >>> parameters_on(view) is parameters_on(view)
    True
    """

    ledger: Ledger
    day: date
    kept: dict[Callable[..., Any], Any] = field(default_factory=dict, init=False, repr=False)


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
            view.kept[make] = make(view)
        found: T = view.kept[make]
        return found

    return kept


@part
def parameters_on(view: AsOf) -> Parameters:
    """Return the model with the user's own numbers in it."""
    return parameters_from(view.ledger.statements, as_of=view.day)
