"""All that does not depend on the goal: people as arrays, earlier asks, who may be asked at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

import numpy as np
from msgspec.structs import replace

from netgraph.graph.schema import date_of, ego_of
from netgraph.journal.asks import AskState
from netgraph.journal.doors import NO_DOORS, Doors
from netgraph.journal.log import OPEN_REFERRAL, status, steps_until
from netgraph.model.base_record import Record
from netgraph.model.dates import business_days_after
from netgraph.model.parameters import Parameters
from netgraph.model.records import ReferralStatus
from netgraph.suggestions.criteria import Criteria, Match, Resumes, match, resumes
from netgraph.suggestions.features import Flags, Floats, NetworkFeatures, features_of
from netgraph.suggestions.outcomes import Past, introductions, past
from netgraph.suggestions.scoring import Score, Ties, Weights, score

if TYPE_CHECKING:
    from netgraph.graph.schema import AnyTies
    from netgraph.model.records import Referral

BY_NAME: Final = 0.8
"""A tie through an introducer's name, as part of the introducer's own tie with ego."""

ENOUGH: Final = 2
"""Asks of one person for one goal; more would lean on them."""

Rests = Mapping[str, tuple[date | None, str]]


class AskContext(Record, frozen=True):
    """What is known on a day, whatever the goal.

    ``named`` has the names passed on to ego by introducer, ``via`` who opened the door to each
    lead, ``rests`` until when and why somebody is to be left alone, ``later`` who may be asked
    only from a day on, and why, ``reserved`` the companies at which something is in hand.
    Whoever is among ``first`` wants to be written to before anybody is asked. ``talked`` has who
    gave ego a talk, and whether they heard since what came of it. ``after`` counts business days.
    ``doors`` is the user's word on who may know somebody where.
    """

    G: AnyTies
    features: NetworkFeatures
    titles: Resumes
    asks: Sequence[AskState]
    named: Mapping[str, Sequence[Referral]]
    via: Mapping[str, str]
    ties: Ties
    hubs: Flags
    rests: Rests
    model: Parameters
    weights: Weights
    shift: float
    later: Mapping[str, tuple[date, str]]
    reserved: frozenset[str]
    first: frozenset[str]
    talked: Mapping[str, bool]
    after: Callable[[date, int], date]
    doors: Doors

    @property
    def as_of(self) -> date:
        """The day."""
        day: date = self.G.graph["as_of"]
        return day

    @property
    def ids(self) -> tuple[str, ...]:
        """Everybody in it, by number."""
        return tuple(self.features.people)

    def reachable(self) -> Flags:
        """Return whom ego can turn to: contacts, and leads whose name was passed on."""
        return self.features.knows_ego | self.features.mark(self.via)

    def closed(self, wants: Criteria) -> list[str]:
        """Return the wanted companies where ego knows nobody now and has nothing in hand."""
        b = self.features
        traits = tuple(b.traits)
        known = set(b.held[b.knows_ego[b.holder] & b.now].tolist())
        names = {traits[t][1] for t in known if traits[t][0] == "company"}
        wanted = (n for w in wants.firm if w.kind == "company" for n in sorted(w.values))
        return [n for n in wanted if n not in names and n not in self.reserved]

    def opened(self, wants: Criteria) -> Floats:
        """Return 1 for whoever may know somebody at a closed company, by the user's word.

        Whoever does not, at some of them, has that part of them below 0.
        """
        found = np.zeros(self.features.size)
        closed = self.closed(wants) if self.doors.people() else []
        for person in self.doors.people():
            if closed and person in self.features.people:
                shut = sum(self.doors.shut(person, firm) for firm in closed)
                open_ = any(self.doors.open(person, firm) for firm in closed)
                found[self.features.people[person]] = 1.0 if open_ else -shut / len(closed)
        return found


class GoalScores(Record, frozen=True):
    """Everybody as one goal sees them."""

    context: AskContext
    wants: Criteria
    match: Match
    past: Past
    score: Score

    def ready(self) -> Flags:
        """Return who may be asked: within reach, not resting, not asked enough for this goal."""
        resting = self.context.features.mark([*self.context.rests, *self.context.first])
        return self.context.reachable() & ~resting & (self.past.asked < ENOUGH)


def ask_context(
    G: AnyTies,
    *,
    asks: Iterable[AskState] = (),
    referrals: Iterable[Referral] = (),
    rests: Rests | None = None,
    loads: Mapping[str, float] | None = None,
    signs: Mapping[str, Mapping[str, float]] | None = None,
    hubs: Iterable[str] = (),
    model: Parameters | None = None,
    weights: Weights | None = None,
    shift: float = 0.0,
    later: Mapping[str, tuple[date, str]] | None = None,
    reserved: Iterable[str] = (),
    first: Iterable[str] = (),
    talked: Mapping[str, bool] | None = None,
    after: Callable[[date, int], date] = business_days_after,
    doors: Doors = NO_DOORS,
    features: NetworkFeatures | None = None,
    titles: Resumes | None = None,
) -> AskContext:
    """Make ready all that does not depend on the goal; see `suggestions.suggest`.

    ``features`` and ``titles`` are of the graph, where they are known already.
    """
    ego, day, b = ego_of(G), date_of(G), features or features_of(G)
    model = model or Parameters()
    named = introductions(referrals, ego, day)
    via = _openers(b, named, day)
    return AskContext(
        G, b, titles or resumes(G, b), tuple(asks), named, via,
        _ties(b, via, loads or {}, model, signs or {}),
        b.mark(hubs), rests or {}, model, weights or Weights(), shift,
        later or {}, frozenset(reserved), frozenset(first), talked or {}, after, doors,
    )  # fmt: skip


def _openers(
    b: NetworkFeatures, named: Mapping[str, Sequence[Referral]], day: date
) -> dict[str, str]:
    """Return who opened the door to each lead: whoever introduced them, else named them last."""
    best: dict[str, tuple[bool, date, str]] = {}
    for introducer, those in named.items():
        for r in those:
            state = status(r, as_of=day)
            known = r.person not in b.people or b.knows_ego[b.people[r.person]]
            if state in OPEN_REFERRAL and not known:
                since = steps_until(r, day)[-1].day or date.min
                made = (state == ReferralStatus.INTRODUCED, since, introducer)
                best[r.person] = max(made, best.get(r.person, made))
    return {person: introducer for person, (_, _, introducer) in best.items()}


def _ties(
    b: NetworkFeatures,
    via: Mapping[str, str],
    loads: Mapping[str, float],
    model: Parameters,
    signs: Mapping[str, Mapping[str, float]],
) -> Ties:
    """Return the ties with ego; that of a lead is part of the introducer's.

    What they gave, g talks lately, is read as 1 - exp(-g / tau).
    """
    strength = b.strength.copy()
    for lead, introducer in via.items():
        if introducer in b.people:
            strength[b.people[lead]] = BY_NAME * b.strength[b.people[introducer]]
    load = np.zeros(b.size)
    for person, asked in loads.items():
        if person in b.people:
            load[b.people[person]] = asked
    parts: dict[str, Floats] = {}
    for person, those in signs.items():
        for part, value in those.items() if person in b.people else ():
            parts.setdefault(part, np.zeros(b.size))[b.people[person]] = value
    return Ties(strength, -np.expm1(-b.given / model.tau), load, parts)


def goal_scores(s: AskContext, wants: Criteria) -> GoalScores:
    """Score everybody for one goal."""
    found = match(s.features, wants, s.titles)
    done = past(s.features, s.asks, s.named, found.likeness(), goal=wants.id, as_of=s.as_of)
    gave = s.features.mark(s.talked).astype(np.float64)
    done = replace(done, helped=np.maximum(done.helped, gave))
    scored = score(
        s.features, wants, found, done, s.ties,
        hubs=s.hubs, weights=s.weights, shift=s.shift, doors=s.opened(wants),
    )  # fmt: skip
    return GoalScores(s, wants, found, done, scored)
