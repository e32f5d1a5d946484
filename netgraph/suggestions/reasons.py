"""Why somebody: the facts behind each part of the sum, claiming no more than they show."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from netgraph.suggestions.criteria import NEAR
from netgraph.suggestions.scoring import best_known
from netgraph.titles.fit import why

if TYPE_CHECKING:
    from netgraph.suggestions.context import AskContext, GoalScores
    from netgraph.suggestions.features import Flags, Ints, NetworkFeatures

FEW: Final = 3
"""Where ego knows at most so many people, somebody there opens a door."""

CIRCLES: Final = ("company", "school", "club", "place")
"""Kinds of circles that open a door."""

TELLS: Final = 0.3
"""From this fit on a title is worth a word."""

_PLACES: Final = {"company": "at", "school": "at", "club": "in", "place": "in", "field": "in"}
_BASES: Final = {"observed": "", "stated": "you said so", "inferred": ""}
_DAY = re.compile(r", last (\d{4})-(\d{2})-\d{2}$")


@dataclass(frozen=True, slots=True)
class Reason:
    """One fact that speaks for somebody, and what it adds in log-odds; ``part`` of the sum."""

    part: str
    weight: float
    words: str


class Facts:
    """Facts about the people of one view, looked up once and told one by one."""

    def __init__(self, view: GoalScores) -> None:
        self.view = view
        self.context: AskContext = view.context
        self.features: NetworkFeatures = view.context.features
        self.ids = view.context.ids
        self.sure, self.known = best_known(self.features, view.match)
        self.holders = self.features.holders()
        fits: Flags = view.match.fits
        self.fitting: Ints = np.bincount(
            self.features.held, fits[self.features.holder], len(self.features.traits)
        ).astype(np.int64)
        order = np.argsort(self.features.holder, kind="stable")
        self._rows = order
        self._starts = np.searchsorted(
            self.features.holder[order], np.arange(self.features.size + 1)
        )
        self._names = list(self.features.traits)

    def node(self, i: int) -> dict[str, Any]:
        """Return a person's attributes."""
        data: dict[str, Any] = self.context.G.nodes[self.ids[i]]
        return data

    def target(self, i: int) -> str | None:
        """Return the surest person new to ego who fits and whom they know, if there is one."""
        who = int(self.known[i])
        return self.ids[who] if who >= 0 else None

    def all(self, i: int) -> list[Reason]:
        """Return every fact that speaks for somebody, the strongest first."""
        found = [r for tell in TELLERS for r in tell(self, i) if r.weight > 0]
        return sorted(_merged(found), key=lambda r: (-round(r.weight, 9), r.words))

    def one_kind(self, value: str) -> bool:
        """Return whether everybody is tied to a place in one way, so that they can be counted."""
        return sum((kind, value) in self.features.traits for kind in CIRCLES) == 1

    def until(self, i: int, firm: str) -> str:
        """Return until when somebody was at a firm, with a blank before it; "" if unknown."""
        G = self.context.G
        for other, edge in G.adj[self.ids[i]].items():
            if "until" in edge and G.nodes[other]["name"] == firm:
                return f" {edge['until']}"
        return ""

    def circles(self, i: int) -> list[tuple[str, str, int]]:
        """Return a person's traits as kind, value and number, sorted."""
        rows = self._rows[self._starts[i] : self._starts[i + 1]]
        numbers = sorted({int(t) for t in self.features.held[rows]}, key=lambda t: self._names[t])
        return [(*self._names[t], t) for t in numbers]


def _between(facts: Facts, i: int) -> Iterator[Reason]:
    """Tell what is between ego and the person."""
    score, G, p = facts.view.score, facts.context.G, facts.ids[i]
    if p in facts.context.via:
        name = G.nodes[facts.context.via[p]]["name"]
        yield Reason("strength", 1.0 + score.willing["strength"][i], f"{name} gave you their name")
        return
    tie = G.adj[G.graph["ego"]].get(p)
    weight = float(score.willing["strength"][i] + score.willing["received"][i])
    if tie is None or not tie["evidence"]:
        return
    told = [words for words in tie["evidence"] if not words.startswith("connected")]
    told.sort(key=lambda words: not words[0].isdigit())  # what was done before what was said
    if told:
        yield Reason("strength", weight, "between you two: " + "; ".join(map(spoken, told[:2])))


def _answers(facts: Facts, i: int) -> Iterator[Reason]:
    """Tell how often they said yes."""
    yes, no = facts.view.past.yes[i], facts.view.past.no[i]
    if yes:
        yield Reason("answers", 0.5, f"said yes to {yes:.0f} of {yes + no:.0f} asks so far")


def _knows(facts: Facts, i: int) -> Iterator[Reason]:
    """Tell whom they know who fits."""
    other = facts.target(i)
    if other is None:
        return
    G, weights = facts.context.G, facts.context.weights
    tie, name = G.adj[facts.ids[i]][other], G.nodes[other]["name"]
    wanted = facts.view.wants.person == other
    who = name if wanted else f"{name}, who fits"
    known = weights.named_fit * facts.sure[i]
    weight = float(np.log(known / (1 - known))) - weights.base
    basis = _BASES[tie["basis"]] or "; ".join(spoken(words) for words in tie["evidence"][:2])
    verb = "probably knows" if tie["basis"] == "inferred" else "knows"
    yield Reason("named", weight, f"{verb} {who}" + (f" ({basis})" if basis else ""))


def _fits(facts: Facts, i: int) -> Iterator[Reason]:
    """Tell which wishes they meet, now or before."""
    view, w = facts.view, facts.context.weights
    scale = np.sqrt(view.match.full) or 1.0
    node = facts.node(i)
    for want in view.wants.firm:
        now = node["traits"].get(want.kind, frozenset())
        before = node["past"].get(want.kind, frozenset()) - now
        for values, weight, tense in ((now, w.now, "is"), (before, w.before, "was")):
            for value in sorted(values & want.values)[:1]:
                until = facts.until(i, value) if tense == "was" else ""
                yield Reason("fits", weight / scale, f"{tense} {located(want.kind, value)}{until}")
            near = sorted(values & want.near) if not values & want.values else []
            for value in near[:1]:
                words = f"{tense} {located(want.kind, value)}, which is near your goal"
                yield Reason("fits", NEAR * weight / scale, words)
    for want in view.wants.hints:
        for value in sorted(node["traits"].get(want.kind, frozenset()) & want.values)[:1]:
            yield Reason("hint", w.hint / 2 / scale, f"is {located(want.kind, value)}")


def _title(facts: Facts, i: int) -> Iterator[Reason]:
    """Tell how their title, present or past, fits."""
    view, w = facts.view, facts.context.weights
    scale = np.sqrt(view.match.full) or 1.0
    words, node = view.wants.words, facts.node(i)
    if words is None:
        return
    fit = float(view.match.title[i])
    said = why(words, node["title"], node["company"]) if fit >= TELLS else None
    if said:
        yield Reason("title", w.now * fit / scale, said)
        return
    G = facts.context.G
    for firm, edge in G.adj[facts.ids[i]].items():
        earlier = edge["kind"] == "member" and not edge["current"] and edge["role"]
        if earlier and why(words, edge["role"]):
            firm = G.nodes[firm]["name"]
            was = f"was {edge['role']} at {firm}{facts.until(i, firm)}"
            yield Reason("title", w.before * 0.5 / scale, was)
            return


def _among(facts: Facts, i: int) -> Iterator[Reason]:
    """Tell where they are among people who fit."""
    fits, walk = int(facts.view.match.fits[i]), float(facts.view.score.evidence["walk"][i])
    shared = [
        (int(facts.fitting[t]) - fits, kind, value)
        for kind, value, t in facts.circles(i)
        if kind in ("company", "school", "club") and facts.fitting[t] > fits
    ]
    if shared and walk > 0:
        n, kind, value = max(
            shared, key=lambda s: (s[0] / facts.holders[facts.features.traits[s[1:]]], s)
        )
        people = "somebody else" if n == 1 else f"{n} others"
        now = value in facts.node(i)["traits"].get(kind, ())
        until = "" if now else facts.until(i, value)
        words = (
            f"{'is' if now else 'was'} {located(kind, value)}{until}, where {people} you know of "
        )
        yield Reason("walk", walk, words + f"{'fits' if n == 1 else 'fit'} your goal")


def _opens(facts: Facts, i: int) -> Iterator[Reason]:
    """Tell which circle they open that ego hardly knows."""
    rare = [
        (int(facts.holders[t]), kind, value)
        for kind, value, t in facts.circles(i)
        if facts.holders[t] <= FEW and kind in CIRCLES and facts.one_kind(value)
    ]
    if rare:
        n, kind, value = min(rare)
        was = value not in facts.node(i)["traits"].get(kind, ())
        who = "the only one you know" if n == 1 else f"one of only {n} you know"
        if kind in ("company", "club") and n > 1:
            who += " who are or were"
        elif was:
            who += " who was"
        words = f"{who} {located(kind, value)}"
        yield Reason("opens", float(facts.view.score.evidence["opens"][i]) / 2, words)


def _well_known(facts: Facts, i: int) -> Iterator[Reason]:
    """Tell how many of ego's people they know, and what the user said of that."""
    G, p, parts = facts.context.G, facts.ids[i], facts.view.score.evidence
    if facts.context.hubs[i]:
        yield Reason("hub", float(parts["hub"][i]), "you said they know many people")
    known = sum(
        1
        for v, tie in G.adj[p].items()
        if tie["kind"] == "tie" and v in facts.features.people and tie["basis"] != "inferred"
    )
    if known:
        words = f"knows {known} {'person' if known == 1 else 'people'} you know of"
        yield Reason("known_ties", float(parts["known_ties"][i]), words)


TELLERS: Final = (_between, _answers, _knows, _fits, _title, _among, _opens, _well_known)


def _merged(reasons: Iterable[Reason]) -> Iterator[Reason]:
    """Yield reasons; what another one says with more to it goes into that one."""
    left = list(reasons)
    while left:
        r = left.pop(0)
        for o in list(left):
            if words := _both(r.words, o.words) or _both(o.words, r.words):
                left.remove(o)
                r = Reason(r.part, r.weight + o.weight, words)
        yield r


def _both(a: str, b: str) -> str:
    """Return two facts in one if ``b`` says where ``a`` is or was and goes on; "" if not.

    >>> _both("is at Acme", "is at Acme, where 2 others fit")
    'is at Acme, where 2 others fit'
    >>> _both("was CTO at Acme in 2020", "was at Acme in 2020, where 2 others fit")
    'was CTO at Acme in 2020, where 2 others fit'
    """
    verb, _, place = a.rpartition(" at ")
    there = f"{verb.partition(' ')[0]} at {place}"
    return a + b.removeprefix(there) if b == there or b.startswith(f"{there},") else ""


def located(kind: str, value: str) -> str:
    """Put a trait into words.

    >>> located("company", "Acme"), located("office", "Boston")
    ('at Acme', 'office Boston')
    """
    return f"{_PLACES.get(kind, kind)} {value}"


def spoken(evidence: str) -> str:
    """Say a piece of evidence as one would, its day as a month.

    >>> spoken("12 messages, last 2026-03-14")
    '12 messages, last in March 2026'
    """
    return _DAY.sub(lambda m: f", last in {date(int(m[1]), int(m[2]), 1):%B %Y}", evidence)


def likely(chance: float) -> str:
    """Say how likely a yes is.

    >>> likely(0.62), likely(0.3)
    ('likely to say yes (62 %)', 'may say yes (30 %)')
    """
    words = "very likely to" if chance >= 0.75 else "likely to" if chance >= 0.5 else "may"
    if chance < 0.25:
        words = "a long shot to"
    return f"{words} say yes ({chance:.0%})".replace("%)", " %)")


def helpful(knows: float) -> str:
    """Say how likely they are to know, or lead to, somebody who fits.

    >>> helpful(0.41)
    'may well know the right people (41 %)'
    """
    words = "very likely knows" if knows >= 0.75 else "probably knows" if knows >= 0.5 else ""
    words = words or ("may well know" if knows >= 0.25 else "may know")
    return f"{words} the right people ({knows:.0%})".replace("%)", " %)")
