"""Whom to ask next, for what, how likely it works, and why.

`suggest` works on any graph that follows `netgraph.graph.schema`;
`netgraph.suggestions.recommendations` asks it for a whole ledger, with what to do first and whom to
leave alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from msgspec import field
from msgspec.structs import replace

from netgraph.agenda.colleagues import PATIENT, SECOND_PERSON_AFTER
from netgraph.agenda.names_given import spoken_day
from netgraph.graph.schema import date_of, ego_of
from netgraph.journal.asks import ask_states
from netgraph.model.actions import Action
from netgraph.model.base_record import Record
from netgraph.model.errors import InvalidInput
from netgraph.model.records import Goal, Ledger
from netgraph.suggestions.context import AskContext, GoalScores, ask_context, goal_scores
from netgraph.suggestions.criteria import Criteria, wants_of
from netgraph.suggestions.goal_specificity import FITS
from netgraph.suggestions.portfolio import in_order
from netgraph.suggestions.reasons import Facts
from netgraph.suggestions.right_ask import Aim, Kind, Target, aim, said
from netgraph.suggestions.wording import door_words

if TYPE_CHECKING:
    from netgraph.graph.schema import AnyTies
    from netgraph.model.parameters import Parameters
    from netgraph.model.records import Ask, Referral
    from netgraph.suggestions.context import Rests
    from netgraph.suggestions.features import Ints
    from netgraph.suggestions.scoring import Weights

REASONS: Final = 3
"""So many are told, the strongest."""

UNTOLD: Final = 1e-3
"""What is left for the order of the worth of somebody for whom nothing can be said."""


class Suggestion(Record, frozen=True):
    """One ask: of whom, for what, how likely it works, and why.

    ``kind`` is talk, introduction, report back or catch up, ``ask`` what is written down as asked
    for: interview or introduction. ``ready_on`` is the day from which on to ask, ``waits_for`` what
    holds it until then. ``score`` the product of ``chance`` (of a yes),
    ``knows`` (that they know, or lead to, somebody who fits) and the worth of asking them once
    more; ``path`` leads from ego to the person; ``basis`` is how it is known that they can help:
    their tie with the target, or with ego if the talk is with them; inferred where nothing
    recorded says so. ``parts`` has every summand, in log-odds; ``sensitivity`` says how far the
    rank depends on half-lives, where a ledger is at hand to compute it.
    """

    person: str
    name: str
    company: str
    title: str
    goal: str
    ask: str
    kind: Kind
    target: Target
    score: float
    chance: float
    knows: float
    path: tuple[str, ...]
    basis: str
    reasons: tuple[str, ...]
    ready_on: date
    parts: Mapping[str, float] = field(default_factory=dict)
    sensitivity: str = ""
    waits_for: str = ""

    @property
    def sentence(self) -> str:
        """Say what to do."""
        return said(self.name, self.kind, self.target)

    @property
    def action(self) -> Action:
        """What writes down that it was done."""
        if self.kind == "report back":
            return Action("log", (self.person,), {"kind": "reported"})
        fields = {"want": self.ask}
        if self.target.id != self.person:
            person = self.target.id if self.target.kind == "person" else None
            fields["target"] = person or self.target.name
        return Action("ask", (self.person,), fields | ({"goal": self.goal} if self.goal else {}))


def suggest(
    G: AnyTies,
    goal: Goal | Criteria | Sequence[Goal | Criteria],
    *,
    asks: Iterable[Ask] = (),
    referrals: Iterable[Referral] = (),
    rests: Rests | None = None,
    loads: Mapping[str, float] | None = None,
    hubs: Iterable[str] = (),
    model: Parameters | None = None,
    weights: Weights | None = None,
    shift: float = 0.0,
    limit: int | None = 10,
) -> list[Suggestion]:
    """Return whom to ask next, best first.

    Parameters
    ----------
    G
        Tie graph; `netgraph.graph.build.network` makes one from a ledger.
    goal
        What is looked for. Of several goals the one for which each person is worth most counts.
    asks, referrals
        Earlier asks of ego's, and names passed on to ego: both teach, whatever the goal.
    rests, loads
        Whom to leave alone until when and why, from `netgraph.journal.limits.rests`: they are never
        suggested; and how much was asked of everybody lately, from
        `netgraph.measures.give_and_take.load`.
    hubs
        Who knows many people, by the user's word.
    model, weights, shift
        Other numbers for favours and ranking; the shift of `calibration`, in log-odds.
    limit
        At most so many, chosen together as in `portfolio`; None for all, by score alone.

    Raises
    ------
    InvalidInput
        If the limit is below 1, or there is no goal.
    InvalidGraph
        If the graph is no tie graph.

    Examples
    --------
    >>> from netgraph.graph.build import network
    >>> from netgraph.model.records import Ledger, Person, Tie
    >>> people = {"ana": Person("ana", "Ana", title="Data Scientist"), "ben": Person("ben", "Ben")}
    >>> book = Ledger(people, ties=(Tie("1", "me", "ana"), Tie("2", "me", "ben")))
    >>> G = network(book, as_of=date(2026, 5, 1))
    >>> best = suggest(G, Goal("g1", "data scientist"))[0]
    >>> best.person, best.ask, best.reasons[0]
    ('ana', 'interview', 'works as Data Scientist')
    """
    goals = [goal] if isinstance(goal, Goal | Criteria) else list(goal)
    if not goals or (limit is not None and limit < 1):
        raise InvalidInput("give at least one goal, and a limit of 1 or more")
    ego_of(G)
    states = ask_states(Ledger(asks=tuple(asks)), as_of=date_of(G))
    context = ask_context(
        G, asks=states, referrals=referrals, rests=rests, loads=loads, hubs=hubs,
        model=model, weights=weights, shift=shift,
    )  # fmt: skip
    wants = [g if isinstance(g, Criteria) else wants_of(g, G) for g in goals]
    return chosen([goal_scores(context, w) for w in wants], limit)


def chosen(views: Sequence[GoalScores], limit: int | None) -> list[Suggestion]:
    """Return the best suggestions of some goals; with a limit in the order of `portfolio`."""
    facts = [Facts(v) for v in views]
    best, value = best_view(views)
    order = ranked(views[0], value)
    if limit is None:
        return [suggestion_for(facts[best[i]], i) for i in order]
    return list(islice(_in_time(facts, best.tolist(), value, order), limit))


def _in_time(
    facts: Sequence[Facts], best: Sequence[int], value: Any, order: Sequence[int]
) -> Iterator[Suggestion]:
    """Yield suggestions in the order to make them: one person of an employer after the other.

    Whoever comes second at an employer, or has to wait for what is in hand there, has a quarter of
    their worth for the order, half if they fit and are close; so has, where somebody who fits is at
    a wanted employer, everybody else who is asked for it. Those for whom nothing speaks come last.
    """
    context = facts[0].context
    last: dict[str, Suggestion] = {}
    firm = cache(lambda i: _asked_at(facts[best[i]], i))
    inside = cache(lambda i: _does_it_there(facts[best[i]], i))
    done_there = {firm(i) for i in _at_wanted_companies(facts, order) if inside(i)}
    wanted = {n for f in facts for w in f.view.wants.firm if w.kind == "company" for n in w.values}
    says = cache(lambda i: bool(facts[best[i]].all(i)))

    def part(i: int) -> float:
        waits = firm(i) in last or facts[0].ids[i] in context.later
        waits = waits or (firm(i) in done_there and not inside(i))
        left = (0.5 if facts[best[i]].close_and_fits(i) else 0.25) if waits else 1.0
        return left if says(i) else left * UNTOLD

    def circles(i: int) -> list[str]:
        return [f"{kind}\0{name}" for kind, name, _ in facts[0].circles(i)]

    worths = {i: float(value[i]) for i in order}
    for i in in_order(order, worths, circles, part=part):
        one = suggestion_for(facts[best[i]], i)
        wait = PATIENT if firm(i) in wanted else SECOND_PERSON_AFTER
        found = _when(one, context, last.get(firm(i)), wait)
        if firm(i):
            last[firm(i)] = found
        yield found


def _asked_at(facts: Facts, i: int) -> str:
    """Return for which employer somebody is asked: the wanted one, else their own."""
    target = aim(facts, i).target
    return target.name if target.kind == "company" else employer(facts.node(i))


def _at_wanted_companies(facts: Sequence[Facts], order: Sequence[int]) -> list[int]:
    """Return who is at a company that one of the goals wants, or at one near it."""
    there = np.zeros(facts[0].features.size, bool)
    for one in facts:
        for want in one.view.wants.firm:
            names = want.values | want.near if want.kind == "company" else ()
            there |= one.features.having((("company", n) for n in names), now=True) > 0
    return [i for i in order if there[i]]


def _does_it_there(facts: Facts, i: int) -> bool:
    """Return whether somebody does what is wanted at a wanted employer, and was not asked yet."""
    if facts.view.match.title[i] < FITS:
        return False
    right = aim(facts, i)
    return right.kind == "talk" and right.target.kind == "company"


def _when(s: Suggestion, context: AskContext, before: Suggestion | None, wait: int) -> Suggestion:
    """Say from when on to make an ask, if not at once, and what it waits for.

    Whoever is asked ``before`` them at the employer has so many business days to answer.
    """
    if later := context.later.get(s.person):
        s = replace(s, ready_on=later[0], waits_for=later[1])
    if before is not None:
        day = context.after(before.ready_on, wait)
        if day > s.ready_on:
            why = f"if {before.name} has not answered by {spoken_day(day)}"
            return replace(s, ready_on=day, waits_for=why)
    return s


def best_view(views: Sequence[GoalScores]) -> tuple[Ints, Any]:
    """Return for each person the number of the view they are worth most in, and that worth.

    Who may not be asked in a view is worth -1 there.
    """
    values = np.array([np.where(v.ready(), v.score.value, -1.0) for v in views])
    return values.argmax(axis=0), values.max(axis=0)


def ranked(seen: GoalScores, value: Any) -> list[int]:
    """Return who may be asked, the most valuable first; equal ones by tie, then as in the graph."""
    order = np.lexsort((-seen.context.ties.strength, -value))
    return [int(i) for i in order if value[i] >= 0]


def employer(node: Mapping[str, Any]) -> str:
    """Return where somebody works, by the one name of it; "" if that is not known."""
    return str(min(node["traits"].get("company", ()), default=node["company"]))


def suggestion_for(facts: Facts, i: int) -> Suggestion:
    """Put one person's scores and facts together."""
    seen, node = facts.view, facts.node(i)
    score, p = seen.score, facts.ids[i]
    right = aim(facts, i)
    opener = facts.context.via.get(p)
    ego = facts.context.G.graph["ego"]
    return Suggestion(
        person=p,
        name=node["name"],
        company=node["company"],
        title=node["title"],
        goal=seen.wants.id,
        ask=right.ask,
        kind=right.kind,
        target=right.target,
        score=float(score.value[i]),
        chance=float(score.chance[i]),
        knows=float(score.knows[i]),
        path=(ego, p) if opener is None else (ego, opener, p),
        basis=right.basis,
        reasons=_told(facts, i, right),
        ready_on=facts.context.as_of,
        parts={k: float(v[i]) for k, v in (score.willing | score.evidence).items()},
    )


def _told(facts: Facts, i: int, right: Aim) -> tuple[str, ...]:
    """Return the strongest reasons; the one that the ask rests on by the user's word is told."""
    words = [r.words for r in facts.all(i)]
    door = facts.door(i)
    if right.kind == "introduction" and door and right.target.name == door:
        told = door_words(door)
        if told in words[REASONS:]:
            words.insert(REASONS - 1, told)
    return tuple(words[:REASONS]) or (_nothing_known(facts.node(i)),)


def _nothing_known(node: Mapping[str, Any]) -> str:
    """Say why somebody can be asked of whom nothing speaks for it.

    >>> _nothing_known({"company": "", "title": ""})
    'you know them; what they do is not written down yet'
    >>> _nothing_known({"company": "Enel", "title": ""})
    'you know them; whom they know is worth a question'
    """
    if node["company"] or node["title"]:
        return "you know them; whom they know is worth a question"
    return "you know them; what they do is not written down yet"
