"""Is this two-way? Balance and mutuality of two people, and the load on one.

Three readings stand side by side and are never made into one grade: who gave more (`balance`),
how much somebody was asked lately (`load`), and how warm the tie is (its strength). A balance is
there to notice whom one could do something for, not to keep a debt book. How two-way a network is
as a whole measures `netgraph.measures.mutual_arcs`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from msgspec.structs import replace

from netgraph.graph.build import network_arcs_on
from netgraph.graph.differences import touched
from netgraph.graph.pairs import between_days, owners_of, pairs_on, tie_between
from netgraph.graph.schema import AnyTies, alters, ego_of
from netgraph.graph.strength import fading, worths_of
from netgraph.graph.ties import tie_arcs_on
from netgraph.journal.log import days_asked
from netgraph.measures.mutual_arcs import network_reciprocity as network_reciprocity
from netgraph.model.as_of import AsOf, growing, parameters_on, part
from netgraph.model.base_record import Record
from netgraph.model.parameters import BY_NAME, Parameters
from netgraph.model.records import EGO, Ledger

EVEN: Final = 0.3
"""Balances up to this size, either way, are about even."""

FOREVER: Final = 1e12
"""A half-life with which nothing fades."""

FAINT: Final = 0.05
"""Below this many talks, half a message, nothing worth a word is left."""


class Standing(Record, frozen=True):
    """How ego stands with one person, each reading by itself.

    ``given`` and ``taken`` are in talks, ``balance`` in (-1, 1) and above 0 if ego gave more,
    ``mutuality`` in [0, 1), ``load`` in asks, ``warmth`` the strength of the tie in [0, 1), and
    ``state`` the balance in words.
    """

    given: float
    taken: float
    balance: float
    mutuality: float
    load: float
    warmth: float
    state: str


def balance(given: float, taken: float, *, kappa: float = 2.0) -> float:
    r"""Return how far the first is ahead (+) or behind (-) in what two people gave each other.

    .. math:: B = \frac{G - T}{G + T + \kappa}

    In (-1, 1); 0 if nothing was given. Kappa, in talks, keeps one small favour from swinging it.
    Help calls for help in return (Gouldner, American Sociological Review 25, 1960), but keeping
    score harms close ties, so read it as whom to do something for next.

    >>> balance(3.0, 1.0), balance(1.0, 3.0), balance(0.0, 0.0)
    (0.3333333333333333, -0.3333333333333333, 0.0)
    """
    return (given - taken) / (given + taken + kappa)


def mutuality(given: float, taken: float, *, kappa: float = 2.0) -> float:
    r"""Return how much of what two people gave each other was returned.

    .. math:: M = \frac{2 \min(G, T)}{G + T + \kappa}

    In [0, 1); 0 if one side gave nothing. It is one pair's part of `weighted_reciprocity`.

    >>> mutuality(3.0, 3.0), mutuality(3.0, 0.0)
    (0.75, 0.0)
    """
    return 2 * min(given, taken) / (given + taken + kappa)


def reading(balance: float) -> str:
    """Return a balance in kind words.

    >>> reading(-0.5), reading(0.1)
    ('they have helped you more than you could return yet', 'about even')
    """
    if balance < -EVEN:
        return "they have helped you more than you could return yet"
    if balance > EVEN:
        return "you have been generous here"
    return "about even"


def load(ledger: Ledger, *, as_of: date, model: Parameters | None = None) -> dict[str, float]:
    r"""Return how much was asked of everybody lately.

    .. math:: F_c = \sum_a k_a 2^{-(t - t_a)/h}

    over the times :math:`t_a` somebody was asked, reminders included, with a half-life of 30 days
    and :math:`k_a` 1 for the person and 0.5 for the introducer whose name opened the door. An ask
    without a day, planned only, or after ``as_of`` adds nothing; people without load are left
    out.

    >>> from netgraph.model.records import Ask, Step
    >>> ask = Ask("a", "tom", introducer="ana", steps=(Step(date(2026, 4, 1), "asked"),))
    >>> load(Ledger(asks=(ask,)), as_of=date(2026, 5, 1))
    {'tom': 0.5, 'ana': 0.25}
    """
    left = fading(as_of, (model or Parameters()).load_half_life)
    loads: dict[str, float] = defaultdict(float)
    for ask in ledger.asks:
        weight = sum(map(left, days_asked(ask.steps)))
        if weight:
            loads[ask.person] += weight
            if ask.introducer is not None:
                loads[ask.introducer] += BY_NAME * weight
    return dict(loads)


@part
def loads_on(view: AsOf) -> dict[str, float]:
    """Return the `load` of everybody in a view."""
    return load(view.ledger, as_of=view.day, model=parameters_on(view))


def given_and_taken(view: AsOf, first: date, last: date) -> tuple[float, float]:
    """Return what ego gave and took between two days, in talks, nothing of it faded.

    It is counted as `standings` count it: names and introductions, talks that were asked for, and
    letters as far as they were answered.

    >>> from netgraph.model.records import Event, EventKind
    >>> talk = Event("e", EventKind.INTERVIEW, date(2026, 5, 4), "ana", "me")
    >>> given_and_taken(AsOf(Ledger(events=(talk,)), date(2026, 6, 1)), date(2026, 5, 1), date.max)
    (0.0, 1.0)
    """
    model, owners = parameters_on(view), owners_of(view.ledger)
    lasting = replace(model, half_life=FOREVER, message_half_life=FOREVER)
    worths = worths_of(min(last, view.day), lasting)
    given = taken = 0.0
    for pair, facts in pairs_on(view).items():
        if EGO in pair and pair[0] != pair[1] and not facts.is_silent:
            inside = between_days(facts, first, last, lasting)
            if inside.is_silent:
                continue
            other = pair[0] if pair[1] == EGO else pair[1]
            tie = tie_between(EGO, other, inside, worths=worths, owners=owners)
            given, taken = given + tie.given, taken + tie.taken
    return round(given, 9), round(taken, 9)


def _with_standings_of(
    was: dict[str, Standing], earlier: Ledger, view: AsOf
) -> dict[str, Standing] | None:
    """Return the standings of an earlier ledger, those anew that are others; None if many are."""
    people, G = touched(earlier, view), tie_arcs_on(view)
    if people is None or list(was) != list(alters(G, EGO)):
        return None
    loads, kappa = loads_on(view), parameters_on(view).kappa
    return was | {i: _standing(G, EGO, i, loads.get(i, 0.0), kappa) for i in people if i in was}


@growing(_with_standings_of)
def standings_on(view: AsOf) -> dict[str, Standing]:
    """Return the `standings` of a view."""
    return standings(tie_arcs_on(view), loads=loads_on(view), model=parameters_on(view))


def standings(
    G: AnyTies, *, loads: Mapping[str, float] | None = None, model: Parameters | None = None
) -> dict[str, Standing]:
    """Return how ego stands with everybody who has a tie with ego, in the graph's order.

    ``loads`` comes from `load`; whoever is not in it has none.

    >>> import networkx as nx
    >>> G = nx.DiGraph(ego="me")
    >>> G.add_edge("me", "ana", kind="tie", given=0.0, strength=0.3)
    >>> G.add_edge("ana", "me", kind="tie", given=3.0, strength=0.3)
    >>> standings(G)["ana"].balance
    -0.6
    """
    kappa = (model or Parameters()).kappa
    ego, loads = ego_of(G), loads or {}
    return {i: _standing(G, ego, i, loads.get(i, 0.0), kappa) for i in alters(G, ego)}


def standings_with(view: AsOf, people: Iterable[str]) -> dict[str, Standing]:
    """Return the `standings` of some people, of those of them who have a tie with ego."""
    G, loads, kappa = network_arcs_on(view), loads_on(view), parameters_on(view).kappa
    known = (i for i in people if G.has_edge(EGO, i))
    return {i: _standing(G, EGO, i, loads.get(i, 0.0), kappa) for i in known}


def _standing(G: AnyTies, ego: str, alter: str, load: float, kappa: float) -> Standing:
    """Return how ego stands with somebody."""
    tie = G[ego][alter]
    given, taken = tie["given"], G[alter][ego]["given"]
    level = balance(given, taken, kappa=kappa)
    return Standing(
        given=given,
        taken=taken,
        balance=level,
        mutuality=mutuality(given, taken, kappa=kappa),
        load=load,
        warmth=tie["strength"],
        state=reading(level) if given + taken >= FAINT else "nothing exchanged lately",
    )
