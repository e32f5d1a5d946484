"""The lists that ``suggest`` and ``today`` printed last, kept beside the store.

``ask 1``, ``plan 1 3`` and ``skip 2`` mean lines of ``suggest``; ``done 1`` and ``later 1`` lines
of ``today``.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from netgraph.agenda.duty import Due
    from netgraph.suggestions.printed_list import PrintedAsk
    from netgraph.suggestions.suggestion import Suggestion

    from .options import Session


def _path(session: Session, of: str) -> Path:
    """Return where the list of a command is kept."""
    return session.path.with_name(f"{session.path.name}.{of}")


def _keep(session: Session, of: str, data: bytes) -> None:
    """Keep what is printed; where nothing can be written, numbers mean nothing later."""
    from contextlib import suppress

    from netgraph.model.errors import NetgraphError
    from netgraph.model.private_files import write_private

    with suppress(OSError, NetgraphError):
        write_private(_path(session, of), data)


def keep(session: Session, suggestions: Iterable[Suggestion]) -> None:
    """Keep what ``suggest`` prints."""
    from netgraph.suggestions.printed_list import printed, to_json

    _keep(session, "list", to_json(printed(suggestions, session.as_of)))


def numbered(session: Session, words: str) -> PrintedAsk | None:
    """Return the ask of the list that a number means, None for words that are no number."""
    from netgraph.model.actions import Action
    from netgraph.model.errors import InvalidInput
    from netgraph.suggestions.printed_list import from_json

    if not (words.isascii() and words.isdecimal()):
        return None
    try:
        data = _path(session, "list").read_bytes()
    except OSError:
        message = f"no list was printed yet that number {words} could be of"
        raise InvalidInput(message, action=Action("suggest")) from None
    return from_json(data).numbered(int(words), as_of=session.as_of)


def chosen(session: Session, numbers: Iterable[str]) -> list[PrintedAsk]:
    """Return the asks that numbers mean, each once; raise for what is no number."""
    from netgraph.model.actions import Action
    from netgraph.model.errors import InvalidInput

    found = []
    for number in dict.fromkeys(numbers):
        ask = numbered(session, number)
        if ask is None:
            message = f"{number!r} is no number of the list"
            raise InvalidInput(message, action=Action("suggest"))
        found.append(ask)
    return found


def keep_due(session: Session, found: Iterable[Due]) -> None:
    """Keep what ``today`` prints."""
    import json

    from netgraph.agenda.printed_due import line_of

    document = {"day": session.as_of.isoformat(), "lines": [line_of(d) for d in found]}
    _keep(session, "today", json.dumps(document).encode())


def due_numbered(session: Session, numbers: Iterable[str]) -> list[Due]:
    """Return the lines of ``today`` that numbers mean, each once, as they are due now."""
    import json
    from datetime import date

    from netgraph.agenda.due_list import due
    from netgraph.agenda.printed_due import TODAY, due_line
    from netgraph.model.errors import InvalidInput
    from netgraph.suggestions.printed_list import OLD

    try:
        document = json.loads(_path(session, "today").read_bytes())
        day, lines = date.fromisoformat(document["day"]), list(document["lines"])
    except (OSError, ValueError, TypeError, KeyError):
        message = "no list was printed yet that a number could be of"
        raise InvalidInput(message, action=TODAY) from None
    if not 0 <= (session.as_of - day).days <= OLD.days:
        raise InvalidInput(f"the list of {day} is too old: print a new one", action=TODAY)
    waiting = due(session.view(), days=3650)
    found = []
    for number in dict.fromkeys(numbers):
        if not (number.isascii() and number.isdecimal() and 1 <= int(number) <= len(lines)):
            raise InvalidInput(f"the last list has no number {number!r}", action=TODAY)
        found.append(due_line(waiting, lines[int(number) - 1]))
    return found


def drop(session: Session) -> None:
    """Forget the lists."""
    for of in ("list", "today"):
        _path(session, of).unlink(missing_ok=True)
