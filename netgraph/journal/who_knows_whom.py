"""Who knows whom, as the user says it: the newest word holds, and files are left alone."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from netgraph.journal.edits import stated_tie
from netgraph.model.errors import InvalidInput
from netgraph.model.records import Ledger, Tie


def answer(
    ledger: Ledger,
    u: str,
    v: str,
    *,
    known: bool = True,
    closeness: str = "",
    day: date | None = None,
) -> list[Tie]:
    """Return what the user says of two people on a day; the newest word holds.

    Raises
    ------
    InvalidInput
        If it is one person twice, or a tie that is none is called close.

    Examples
    --------
    >>> [tie] = answer(Ledger(), "ben", "ana", known=False)
    >>> tie.u, tie.v, tie.known, tie.basis.value
    ('ana', 'ben', False, 'stated')
    """
    if u == v:
        raise InvalidInput("that is one person twice: name two")
    if closeness and not known:
        raise InvalidInput("two who do not know each other are not close: leave one of both out")
    said = stated_tie(ledger, u, v, day=day)
    return [replace(said, known=known, closeness=_closeness(said, known, closeness))]


def _closeness(said: Tie, known: bool, closeness: str) -> str:
    """Return how close two are now said to be; what was said before holds until denied."""
    return (closeness or (said.closeness if said.known else "")) if known else ""
