"""What a picture can be told beyond the graph: whom to ask, chains to a goal, what has happened."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from netgraph.journal.asks import Standing, ask_states
from netgraph.journal.log import ENCOUNTERS
from netgraph.model.parties import other_party
from netgraph.model.records import EGO, Ledger


class Aim(Protocol):
    """What an ask is for; `netgraph.suggestions` calls it its target."""

    @property
    def kind(self) -> str:
        """A person, a company or a field."""

    @property
    def id(self) -> str | None:
        """Its id, if it is a node of the graph."""

    @property
    def name(self) -> str:
        """How it is called."""


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

    @property
    def ask(self) -> str:
        """What to ask for: interview or introduction."""

    @property
    def chance(self) -> float:
        """How likely a yes is, in [0, 1]."""

    @property
    def target(self) -> Aim | None:
        """Whom or what the ask is for, if not for the person."""

    @property
    def sentence(self) -> str:
        """What to do, as one sentence; "" for an ask that is only named."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Whom to ask next and for what, how good that is, and why."""

    person: str
    score: float
    reasons: tuple[str, ...] = ()
    ask: str = "interview"
    chance: float = 0.5
    target: Aim | None = None
    sentence: str = ""


class Route(Protocol):
    """A chain of introductions; `netgraph.measures.paths` finds them."""

    @property
    def people(self) -> tuple[str, ...]:
        """Ids from ego to whom ego wants to reach."""

    @property
    def chance(self) -> float:
        """How likely the chain holds, in [0, 1]."""


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
    Standing.PLANNED: 1,
    Standing.WAITING: 2,
    Standing.ANSWERED: 2,
    Standing.AGREED: 3,
    Standing.DONE: 4,
    Standing.DECLINED: 5,
    Standing.SILENT: 5,
}
_TALKED = 4
_LEAD = 6


def standings(ledger: Ledger, *, as_of: date, leads: Iterable[str] = ()) -> dict[str, int]:
    """Return the position in `STANDINGS` of everybody with whom something has happened.

    The last ask counts; without one a talk with ego does; a lead not asked yet is a lead.

    >>> from netgraph.model.records import Ask, Step
    >>> ask = Ask("a", "tom", steps=(Step(date(2026, 4, 1), "asked"),))
    >>> standings(Ledger(asks=(ask,)), as_of=date(2026, 5, 1), leads=["tom", "ana"])
    {'tom': 2, 'ana': 6}
    """
    stands = dict.fromkeys(leads, _LEAD)
    for event in ledger.events:
        took_place = event.day is not None and event.day <= as_of
        if took_place and event.kind in ENCOUNTERS and EGO in (event.giver, event.taker):
            stands[other_party(event)] = _TALKED
    for state in ask_states(ledger, as_of=as_of):
        stands[state.ask.person] = _OF_ASK[state.standing]
    return stands
