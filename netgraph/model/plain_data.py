"""Typed rows as what JSON knows; whoever shows them says how an action is written (``write``)."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from netgraph.model.actions import Action, Hint


def plain(value: Any, write: Callable[[Action], str]) -> Any:
    """Return typed rows as what JSON knows.

    A record becomes an object with its fields in order; a field ``from_`` is called ``from``, and
    a field ``action`` becomes ``command``, which is not there if there is nothing to do.

    >>> plain(Hint("see who led where", Action("tree")), lambda action: f"do {action.verb}")
    'see who led where: do tree'
    """
    if value is None or type(value) in (str, int, float, bool):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Action):
        return write(value)
    if isinstance(value, Hint):
        return advised(value, write)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = [(f.name, getattr(value, f.name)) for f in dataclasses.fields(value)]
        kept = [(n, v) for n, v in fields if n != "action" or v is not None]
        return {_key(n): plain(v, write) for n, v in kept}
    if isinstance(value, Mapping):
        return {_key(str(k)): plain(v, write) for k, v in value.items()}
    if isinstance(value, frozenset | set):
        return sorted(value)
    if isinstance(value, list | tuple):
        return [plain(v, write) for v in value]
    return str(value) if isinstance(value, str) else value


def _key(name: str) -> str:
    """Return what a field is called in a document."""
    return "command" if name == "action" else name.removesuffix("_")


def advised(hint: Hint, write: Callable[[Action], str]) -> str:
    """Return advice with what follows it, as ``write`` says it.

    >>> advised(Hint("is that so?", Action("check")), lambda action: action.verb)
    'is that so? check'
    """
    if hint.action is None:
        return hint.words
    return f"{hint.words}{'' if hint.words.endswith('?') else ':'} {write(hint.action)}"
