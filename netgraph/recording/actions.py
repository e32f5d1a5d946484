"""An action done: what a button or a command says is to be written down, written down."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final

from netgraph.model.actions import Action
from netgraph.model.errors import InvalidInput
from netgraph.model.records import Ledger
from netgraph.recording.records import record_ask, record_event, record_referral
from netgraph.store import Change

Done = tuple[str, str]
"""What was written down, in a word, and of whom."""


def perform(ledger: Ledger, change: Change, action: Action, *, day: date) -> Done:
    """Do what an action says in a change, and return what was written down, and of whom.

    Actions of the verbs log, ask and refer can be done so. A ``day`` among the fields goes before
    the one given.

    Raises
    ------
    InvalidInput
        If the verb is another, or the action lacks what the verb needs.
    UnknownName
        If somebody is meant who is not there.
    """
    does = DOES.get(action.verb)
    if does is None:
        raise InvalidInput(f"{action.verb!r} is nothing that can be written down")
    fields = {key: str(value) for key, value in action.fields.items() if value}
    said = fields.pop("day", "")
    try:
        return does(
            ledger, change, action.who, day=date.fromisoformat(said) if said else day, **fields
        )
    except (TypeError, ValueError) as error:
        if isinstance(error, InvalidInput):
            raise
        raise InvalidInput(f"{action.verb!r} cannot be written down like this: {error}") from error


def _log(
    ledger: Ledger, change: Change, who: tuple[str, ...], *, kind: str, due: str = "", **said: Any
) -> Done:
    """Write an event down."""
    (person,) = who
    until = date.fromisoformat(due) if due else None
    return kind, record_event(ledger, change, kind, person, due=until, **said).name


def _ask(ledger: Ledger, change: Change, who: tuple[str, ...], **said: Any) -> Done:
    """Write an ask down, or what became of it."""
    (person,) = who
    found = record_ask(ledger, change, person, **said)
    return found.ask.steps[-1].status, found.name


def _refer(ledger: Ledger, change: Change, who: tuple[str, ...], **said: Any) -> Done:
    """Write a referral down, or how far it has come."""
    introducer, person = who
    found = record_referral(ledger, change, introducer, person, **said)
    return found.referral.steps[-1].status, found.names[1]


DOES: Final[Mapping[str, Callable[..., Done]]] = {"log": _log, "ask": _ask, "refer": _refer}
"""What can be written down, by verb."""
