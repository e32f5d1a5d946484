"""The list that ``suggest`` printed last, kept beside the store for ``ask 1`` and ``plan 1 3``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from netgraph.suggestions.printed_list import PrintedAsk
    from netgraph.suggestions.suggestion import Suggestion

    from .options import Session


def _path(session: Session) -> Path:
    """Return where the list is kept."""
    return session.path.with_name(f"{session.path.name}.list")


def keep(session: Session, suggestions: Iterable[Suggestion]) -> None:
    """Keep what is printed; where nothing can be written, numbers mean nothing later."""
    from contextlib import suppress

    from netgraph.model.errors import NetgraphError
    from netgraph.model.private_files import write_private
    from netgraph.suggestions.printed_list import printed, to_json

    with suppress(OSError, NetgraphError):
        write_private(_path(session), to_json(printed(suggestions, session.as_of)))


def numbered(session: Session, words: str) -> PrintedAsk | None:
    """Return the ask of the list that a number means, None for words that are no number."""
    from netgraph.model.actions import Action
    from netgraph.model.errors import InvalidInput
    from netgraph.suggestions.printed_list import from_json

    if not (words.isascii() and words.isdecimal()):
        return None
    try:
        data = _path(session).read_bytes()
    except OSError:
        message = f"no list was printed yet that number {words} could be of"
        raise InvalidInput(message, action=Action("suggest")) from None
    return from_json(data).numbered(int(words), as_of=session.as_of)


def drop(session: Session) -> None:
    """Forget the list."""
    _path(session).unlink(missing_ok=True)
