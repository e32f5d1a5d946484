"""Ten questions that turn the star of an export into a network: does A know B?

Asked is what tells most: pairs that may or may not know each other, of whom one would pass a
request on and the other is somebody whom the user's goals want and can hardly reach otherwise.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping
from heapq import nlargest
from typing import TYPE_CHECKING, Final

from netgraph.graph.build import network_on
from netgraph.graph.schema import alters
from netgraph.identity.firms import firms_on
from netgraph.journal.goals import open_goals
from netgraph.measures.paths import passing_on
from netgraph.model.actions import Action
from netgraph.model.as_of import AsOf
from netgraph.model.base_record import Record
from netgraph.model.records import Goal
from netgraph.suggestions.goal_specificity import fit_of_people

if TYPE_CHECKING:
    from netgraph.graph.schema import TieGraph

QUESTIONS: Final = 10
PER_PERSON: Final = 2
"""In how many questions of one round somebody is named at most."""

UNWANTED: Final = 0.1
"""What reaching somebody is worth whom no goal wants; they still tell of the network."""

NEAR: Final = 0.5
"""What somebody at a company near a goal is worth at least."""

_SHORTLIST = 20


class Question(Record, frozen=True):
    """Do ``u`` and ``v`` know each other? ``confidence`` that they do, and ``why`` we think so.

    ``gain`` in (0, 1) says how much an answer is worth; ``action`` is what says yes.
    """

    u: str
    v: str
    confidence: float
    why: tuple[str, ...]
    gain: float
    action: Action


def questions(view: AsOf, *, n: int = QUESTIONS) -> list[Question]:
    r"""Return the ``n`` questions whose answers tell most, the best first.

    .. math:: \frac{c (1 - c)}{\sqrt{1 + s}} \max_{(u, v), (v, u)} p_u w_v (1 - p_v)

    for every inferred tie: confidence :math:`c`, acquaintances shared besides ego :math:`s` (a tie
    between circles tells more than one inside), how likely a request of ego's passes along the
    tie to each :math:`p`, and how far the second is wanted, :math:`w`: the best fit to an open
    goal, 1 at a company of a goal, at least `NEAR` at one near it and `UNWANTED` elsewhere, and 1
    for everybody if there is no goal.

    Nobody is named more than `PER_PERSON` times. Empty if nothing is inferred.

    Examples
    --------
    >>> from datetime import date
    >>> from netgraph.model.records import Ledger, Organisation, Person, Tie
    >>> people = {i: Person(i, i.title(), company="Acme") for i in ("ana", "ben")}
    >>> firms = {"o": Organisation("o", "Acme", spellings=("Acme",))}
    >>> book = Ledger(people, firms, ties=(Tie("t", "me", "ana", closeness="warm"),))
    >>> [asked] = questions(AsOf(book, date(2026, 5, 1)))
    >>> asked.action.who, asked.why
    (('ana', 'ben'), ('both at Acme',))
    """
    G = network_on(view)
    gains = _gains(G, _wanted(view))
    short = nlargest(_SHORTLIST * n, gains, key=lambda pair: (gains[pair], pair))
    gain = {pair: gains[pair] / math.sqrt(1 + _shared(G, *pair)) for pair in short}
    named: Counter[str] = Counter()
    found: list[Question] = []
    for u, v in sorted(short, key=lambda pair: (-gain[pair], pair)):
        if len(found) < n and named[u] < PER_PERSON and named[v] < PER_PERSON:
            named.update((u, v))
            tie = G[u][v]
            yes = Action("tie", (u, v))
            found.append(Question(u, v, tie["confidence"], tie["evidence"], gain[u, v], yes))
    return found


def _wanted(view: AsOf) -> dict[str, float]:
    """Return for everybody how far the open goals want them, in [`UNWANTED`, 1]."""
    goals = open_goals(view.ledger)
    if not goals:
        return dict.fromkeys(network_on(view), 1.0)
    best: dict[str, float] = {}
    for goal in goals:
        for person, worth in _wanted_by(view, goal):
            best[person] = max(worth, best.get(person, UNWANTED))
    return best


def _wanted_by(view: AsOf, goal: Goal) -> Iterator[tuple[str, float]]:
    """Yield everybody with how far one goal wants them."""
    ledger, firms = view.ledger, firms_on(view)
    worth = dict.fromkeys(map(firms.one, goal.near), NEAR)
    worth |= dict.fromkeys(map(firms.one, goal.companies), 1.0)
    worth.pop(None, None)
    for person, fit in fit_of_people(ledger, goal).items():
        firm = ledger.spelling.get(ledger.people[person].company)
        yield person, 1.0 if person == goal.person else max(fit, worth.get(firm, 0.0))


def _gains(G: TieGraph, wanted: Mapping[str, float]) -> dict[tuple[str, str], float]:
    """Return what an answer about each inferred tie is worth, but for whom the two share."""
    ego = G.graph["ego"]
    passes = {
        v: passing_on(tie["strength"], tie["confidence"])
        for v, tie in (G[ego].items() if ego in G else ())
        if tie["kind"] == "tie"
    }
    gains: dict[tuple[str, str], float] = {}
    for u, v, tie in G.edges(data=True):
        if u < v and tie["kind"] == "tie" and tie["basis"] == "inferred":
            p, q = passes.get(u, 0.0), passes.get(v, 0.0)
            reached = max(
                p * wanted.get(v, UNWANTED) * (1 - q), q * wanted.get(u, UNWANTED) * (1 - p)
            )
            if reached:
                gains[u, v] = tie["confidence"] * (1 - tie["confidence"]) * reached
    return gains


def _shared(G: TieGraph, u: str, v: str) -> int:
    """Return how many people besides ego have, or may have, a tie with both."""
    return len({w for w in alters(G, u) if w != G.graph["ego"]} & set(alters(G, v)))
