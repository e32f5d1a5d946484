"""How the command line puts what can be done next: as a command that can be pasted."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from netgraph.model.actions import Action, Hint
    from netgraph.model.records import Ledger

FIRST: Final[Mapping[str, str]] = {"log": "kind", "draft": "kind"}
"""The field that stands before the people, by verb."""

LAST: Final[Mapping[str, str]] = {"log": "note", "favours": "value"}
"""The field that stands after the people, by verb."""

OPTIONS: Final[Mapping[str, str]] = {
    "target": "for",
    "day": "on",
    "due": "by",
    "companies": "company",
    "roles": "role",
    "fields": "field",
    "places": "place",
    "hypotheses": "hypothesis",
    "tags": "tag",
    "untags": "untag",
    "role": "as",
    "employers": "company",
}
"""What a field's option is called where it is not called as the field."""

FLAGS: Final = frozenset(
    {"new", "lead", "not", "apart", "remove", "hub", "never_ask"}
    | {"accept_likely", "for_good", "employers"}
)
"""Fields that say yes by being there."""

ATTACHED: Final = frozenset({"target", "note", "knows_at"})
"""Fields of free words, which are written --option=words, whatever they begin with."""


def writer(ledger: Ledger | None = None) -> Callable[[Action], str]:
    """Return what writes an action as a command, naming people as somebody would type them."""
    from netgraph.journal.naming import handles
    from netgraph.model.records import EGO

    known = ledger.people if ledger else {}
    handle = handles(ledger) if ledger else str
    return lambda action: written(action, lambda i: handle(i) if i in known and i != EGO else i)


def written(action: Action, name: Callable[[str], str] = str) -> str:
    """Return the command of an action, quoted; ``name`` says how to name the person of an id.

    >>> from netgraph.model.actions import Action
    >>> written(Action("log", ("Ana d'Or",), {"kind": "thanked"}))
    'netgraph log thanked \\'Ana d\\'"\\'"\\'Or\\''
    >>> written(Action("ask", ("ana",), {"target": "-x", "outcome": "silent"}))
    'netgraph ask ana --for=-x --outcome silent'
    """
    verb, fields = action.verb, dict(action.fields)
    first, last = (fields.pop(part[verb], "") if verb in part else "" for part in (FIRST, LAST))
    words = [str(first), *map(name, action.who)]
    options = [word for field, value in fields.items() for word in _option(field, value, name)]
    if str(last).startswith("-"):
        options += _option("note", last, name)
    else:
        words.append(str(last))
    words = [word for word in words if word]
    if any(word.startswith("-") for word in words):
        words, options = [*options, "--", *words], []
    return shlex.join(["netgraph", *verb.split(), *words, *options])


def _option(field: str, value: str | tuple[str, ...], name: Callable[[str], str]) -> Iterator[str]:
    """Yield a field as an option, once for each value."""
    option = "--" + OPTIONS.get(field, field).replace("_", "-")
    if field in FLAGS:
        yield option
        return
    for one in map(name, (value,) if isinstance(value, str) else value):
        if field in ATTACHED or one.startswith("-"):
            yield f"{option}={one}"
        else:
            yield from (option, one)


def advised(hint: Hint, write: Callable[[Action], str] = written) -> str:
    """Return advice with the command that follows it.

    >>> from netgraph.model.actions import Action, Hint
    >>> advised(Hint("see who led where", Action("tree")))
    'see who led where: netgraph tree'
    """
    from netgraph.model.plain_data import advised as said

    return said(hint, write)
