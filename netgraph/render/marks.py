"""What a picture can be told beyond the graph: whom to ask, chains to a goal, what has happened."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from ..records import EGO, AskStatus, EventKind

if TYPE_CHECKING:
    from ..records import Ledger


class Suggested(Protocol):
    """What a suggestion must tell; `netgraph.suggestions` gives it, and `Suggestion` here."""

    @property
    def person(self) -> str:
        """Id of whom to ask."""

    @property
    def score(self) -> float:
        """Its worth; only the order and the ratio to the best are shown."""

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why, in words."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Whom to ask next, how good that is, and why."""

    person: str
    score: float
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Chain:
    """A chain of introductions from ego to somebody, and the chance in [0, 1] that it holds."""

    people: tuple[str, ...]
    chance: float


STANDINGS = (
    "Not asked yet",
    "Ask planned",
    "Asked",
    "Agreed to talk",
    "Talked",
    "Not now",
    "Lead, not met yet",
)
"""How things stand with a person, in the order in which they are shown."""

_OF_ASK = {
    AskStatus.PLANNED: 1,
    AskStatus.ASKED: 2,
    AskStatus.AGREED: 3,
    AskStatus.DONE: 4,
    AskStatus.DECLINED: 5,
    AskStatus.SILENT: 5,
}
_TALKS = frozenset({EventKind.MET, EventKind.TALKED, EventKind.INTERVIEW, EventKind.MEETING})


def standings(ledger: Ledger, leads: Iterable[str] = ()) -> dict[str, int]:
    """Return the position in `STANDINGS` of everybody with whom something has happened.

    The last ask counts; without one, a talk with ego does; a lead not asked yet is a lead.
    """
    stands = dict.fromkeys(leads, 6)
    for event in ledger.events:
        if event.kind in _TALKS and EGO in (event.giver, event.taker):
            stands[event.taker if event.giver == EGO else event.giver] = 4
    for ask in ledger.asks:
        if ask.steps:
            status = AskStatus(ask.steps[-1].status)
            stands[ask.person] = max(_OF_ASK[status], stands.get(ask.person, 0) % 5)
    return stands
