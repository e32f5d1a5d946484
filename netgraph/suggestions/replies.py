r"""What speaks for an answer besides the strength of the tie: measured on replies to real messages.

With N messages and mails that somebody wrote to ego, R of them left (each halved every 60 days),

.. math:: 0.5 \ln(1 + \min(R, 20)) + 0.15 \ln(1 + \min(N, 20))

is added to the log-odds of a yes. In two archives somebody answered, beside a person who had never
written, with odds

===================== ================== =========== ==========
they had written      students (College) office      ours
===================== ================== =========== ==========
1 or 2 times          1.3                1.7         1.4
3 to 9 times          2.3                3.0         2.7
10 times and more     2.9                5.8         3.9
===================== ================== =========== ==========

(16,070 and 7,232 approaches; ours for 1, 6 and 12 letters of which half is left.) A recommendation
they wrote and a place where both were are judgements: 0.5 and 0.3.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final, TypeAlias

import msgspec

from netgraph.graph.affiliations import affiliations_on
from netgraph.graph.build import network_arcs_on
from netgraph.graph.differences import touched
from netgraph.graph.pairs import NO_FACTS, PairFacts, pairs_on
from netgraph.graph.schema import alters
from netgraph.graph.strength import fading
from netgraph.graph.tie_evidence import ordered
from netgraph.model.as_of import AsOf, growing, lasting, shelved
from netgraph.model.correspondence import days_until
from netgraph.model.records import EGO, EventKind, Ledger

HALF_LIFE: Final = 60.0
MOST: Final = 20
"""More messages than so many were not measured."""

LATELY: Final = 0.5
EVER: Final = 0.15
RECOMMENDED: Final = 0.5
SHARED: Final = 0.3

_LETTERS: Final = frozenset({EventKind.MESSAGE, EventKind.EMAIL})


def odds_of_letters(left: float, ever: int) -> float:
    """Return what letters add to the log-odds of a yes: so many ever, so much of them left.

    >>> round(math.exp(odds_of_letters(1.0, 1)), 1), round(math.exp(odds_of_letters(8.0, 10)), 1)
    (1.6, 4.3)
    """
    return LATELY * math.log1p(min(left, MOST)) + EVER * math.log1p(min(ever, MOST))


def signs_of(facts: PairFacts, person: str, as_of: date) -> dict[str, float]:
    """Return what somebody's letters and recommendations add to the log-odds of a yes, by part."""
    left = fading(as_of, HALF_LIFE)
    days: list[date | None] = []
    recommended = False
    for event in facts.events:
        if event.giver == person and (event.day is None or event.day <= as_of):
            recommended |= event.kind == EventKind.RECOMMENDATION
            days += [event.day] * event.count if event.kind in _LETTERS else []
    for some in facts.correspondence:
        if some.giver == person:
            days += days_until(some, as_of)
    found = {}
    if days:
        found["wrote"] = odds_of_letters(sum(map(left, days)), len(days))
    if recommended:
        found["recommended"] = RECOMMENDED
    return found


@lasting("people", "organisations", "positions", "spelling")
def colleagues_once_on(view: AsOf) -> frozenset[str]:
    """Return who was or is at an employer or school where ego was or is."""
    places: dict[str, set[str]] = {}
    for person, firm, _ in affiliations_on(view):
        places.setdefault(firm.id, set()).add(person)
    return frozenset(p for those in places.values() if EGO in those for p in those) - {EGO}


Signs: TypeAlias = Mapping[str, Mapping[str, float]]


def _with_signs_of(was: Signs, earlier: Ledger, view: AsOf) -> Signs | None:
    """Return the signs of an earlier ledger with those of whoever had to do with ego since."""
    people = touched(earlier, view)
    if people is None:
        return None
    known = alters(network_arcs_on(view), EGO)
    signs = {p: those for p, those in was.items() if p not in people} | signs_on(view, people)
    return {p: signs[p] for p in known if p in signs}


_SIGNS: Final = msgspec.msgpack.Decoder(dict[str, dict[str, float]])


@growing(_with_signs_of)
@shelved("signs", msgspec.msgpack.encode, lambda _, data: _SIGNS.decode(data))
def signs_with_ego_on(view: AsOf) -> Signs:
    """Return what speaks for an answer of everybody who has a tie with ego."""
    return signs_on(view, alters(network_arcs_on(view), EGO))


def signs_on(
    view: AsOf, people: Iterable[str], day: date | None = None
) -> dict[str, Mapping[str, float]]:
    """Return what speaks for an answer of some people on a day (that of the view, if None)."""
    pairs, shared = pairs_on(view), colleagues_once_on(view)
    found: dict[str, Mapping[str, float]] = {}
    for p in people:
        signs = signs_of(pairs.get(ordered(EGO, p), NO_FACTS), p, day or view.day)
        if p in shared:
            signs["shared"] = SHARED
        if signs:
            found[p] = signs
    return found
