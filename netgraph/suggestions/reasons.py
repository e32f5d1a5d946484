"""Why somebody: the facts behind each part of the sum, claiming no more than they show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from netgraph.model.base_record import Record
from netgraph.suggestions.criteria import NEAR
from netgraph.suggestions.scoring import best_known
from netgraph.suggestions.wording import (
    as_told,
    door_words,
    listed,
    located,
    spoken,
    title_words,
)
from netgraph.titles.fit import fit_scores, why

if TYPE_CHECKING:
    from netgraph.suggestions.context import AskContext, GoalScores
    from netgraph.suggestions.features import Flags, Ints, NetworkFeatures

FEW: Final = 3
"""Where ego knows at most so many people, somebody there opens a door."""

CLOSE: Final = 0.3
"""From this strength on a tie is close: some talk, or a warm word of the user's."""

DORMANT: Final = 365
"""Days without contact after which a tie sleeps."""

CIRCLES: Final = ("company", "school", "club", "place")
"""Kinds of circles that open a door."""

SHARED: Final = 0.6
"""What it speaks for somebody that ego and they were at one place, in log-odds."""

TELLS: Final = 0.3
"""From this fit on a title is worth a word."""

FITTED: Final = 0.5
"""From this fit on an earlier title is."""

_BASES: Final = {"observed": "", "stated": "you said so", "inferred": ""}


class Reason(Record, frozen=True):
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
        self.sure, self.known = best_known(self.features, view.match, view.past.met)
        self.holders = self.features.holders()
        knows: Flags = self.features.knows_ego
        self.known_there: Ints = np.bincount(
            self.features.held, knows[self.features.holder], len(self.features.traits)
        ).astype(np.int64)
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
        self._closed: list[str] | None = None

    def close_and_fits(self, i: int) -> bool:
        """Return whether somebody fits the goal and is close: they belong on every list."""
        return bool(self.view.match.fits[i]) and self.context.ties.strength[i] >= CLOSE

    def closed_companies(self) -> list[str]:
        """Return the wanted companies where ego knows nobody now and has nothing in hand."""
        if self._closed is None:
            self._closed = self.context.closed(self.view.wants)
        return self._closed

    def door(self, i: int) -> str:
        """Return the first of these at which somebody may know people, you said; "" if none."""
        doors, p = self.context.doors, self.ids[i]
        return next((n for n in self.closed_companies() if doors.open(p, n)), "")

    def dormant(self, i: int) -> bool:
        """Return whether ego was in touch with somebody once, and not for a year."""
        tie: dict[str, Any] | None = self.context.G.get_edge_data(
            self.context.G.graph["ego"], self.ids[i]
        )
        if tie is None or tie["last"] is None:
            return False
        traces = [w for w in tie["evidence"] if w[0].isdigit() and "invitation" not in w]
        return bool(traces) and (self.context.as_of - tie["last"]).days > DORMANT

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
        return self.until_of(self.ids[i], firm)

    def until_of(self, person: str, firm: str) -> str:
        """Return the same for the id of a person, ego included."""
        G = self.context.G
        for other, edge in G.adj[person].items():
            if "until" in edge and G.nodes[other]["name"] == firm:
                return f" {edge['until']}"
        return ""

    def strangers_who_fit(self, t: int, i: int) -> list[str]:
        """Return the names of others with a trait who fit and whom ego does not know yet."""
        b, fits = self.features, self.view.match.fits
        those = b.holder[(b.held == t) & fits[b.holder] & ~b.knows_ego[b.holder]]
        G = self.context.G
        return sorted(G.nodes[self.ids[j]]["name"] for j in set(those.tolist()) if j != i)

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
    between = ("strength", "received", "wrote", "recommended")
    weight = sum(float(score.willing[part][i]) for part in between if part in score.willing)
    if tie is None or not tie["evidence"]:
        return
    told = [words for words in tie["evidence"] if _rank(words) is not None]
    told.sort(key=lambda words: _rank(words) or 0)
    if told:
        yield Reason("strength", weight, as_told(told[:2]))


def _rank(words: str) -> int | None:
    """Return how much a piece of evidence says, 0 the most; None for what says nothing.

    That an invitation was accepted, or that two are connected, is no reason to ask anybody.
    """
    if words.startswith("connected") or "invitation" in words:
        return None
    return next((n for n, noun in enumerate(_TELLING) if noun in words), len(_TELLING))


_TELLING: Final = (
    "recommendation", "interview", "talk", "favour", "advice", "introduc", "meeting",
    "you said", "named", "message", "e-mail",
)  # fmt: skip


def _shared_past(facts: Facts, i: int) -> Iterator[Reason]:
    """Tell where both of ego and the person are or were."""
    G, node = facts.context.G, facts.node(i)
    ego = G.nodes[G.graph["ego"]]
    for kind, words in (("company", "you were at {} too"), ("school", "you both went to {}")):
        own = ego["traits"].get(kind, frozenset()) | ego["past"].get(kind, frozenset())
        theirs = node["traits"].get(kind, frozenset()) | node["past"].get(kind, frozenset())
        for value in sorted(own & theirs)[:1]:
            until = facts.until_of(G.graph["ego"], value)
            yield Reason(
                "shared", SHARED, words.format(value) + (f" ({until.strip()})" if until else "")
            )


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
        yield Reason("title", w.now * fit / scale, title_words(node["title"], said))
        return
    G = facts.context.G
    for firm, edge in G.adj[facts.ids[i]].items():
        earlier = edge["kind"] == "member" and not edge["current"] and edge["role"]
        if earlier and fit_scores(words, [edge["role"]])[0] >= FITTED:
            firm = G.nodes[firm]["name"]
            was = f"was {edge['role']} at {firm}{facts.until(i, firm)}"
            yield Reason("title", w.before * 0.5 / scale, was)
            return


def _among(facts: Facts, i: int) -> Iterator[Reason]:
    """Tell where they are among people who fit."""
    walk = float(facts.view.score.evidence["walk"][i])
    best: tuple[int, str, str, list[str]] | None = None
    for kind, value, t in facts.circles(i) if walk > 0 else ():
        if kind in ("company", "school", "club") and facts.fitting[t] and facts.one_kind(value):
            names = facts.strangers_who_fit(t, i)
            if names and (best is None or (len(names), kind, value) > best[:3]):
                best = len(names), kind, value, names
    if best:
        _, kind, value, names = best
        now = value in facts.node(i)["traits"].get(kind, ())
        until = "" if now else facts.until(i, value)
        verb = "fits" if len(names) == 1 else "fit"
        words = (
            f"{'is' if now else 'was'} {located(kind, value)}{until}, where {listed(names)} {verb}"
        )
        yield Reason("walk", walk, words + " your goal")


def _opens(facts: Facts, i: int) -> Iterator[Reason]:
    """Tell which circle somebody ego knows opens, if ego hardly knows it."""
    rare = [
        (int(facts.known_there[t]), kind, value)
        for kind, value, t in facts.circles(i)
        if 0 < facts.known_there[t] <= FEW and kind in CIRCLES and facts.one_kind(value)
    ]
    rare = rare if facts.features.knows_ego[i] else []
    if rare:
        n, kind, value = min(rare)
        was = value not in facts.node(i)["traits"].get(kind, ())
        who = _one_of(n)
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
    known = sorted(
        G.nodes[v]["name"]
        for v, tie in G.adj[p].items()
        if tie["kind"] == "tie"
        and v in facts.features.people
        and tie["basis"] != "inferred"
        and all(r.person != p for r in facts.context.named.get(v, ()))
        and all(r.person != v for r in facts.context.named.get(p, ()))
    )
    if known:
        yield Reason("known_ties", float(parts["known_ties"][i]), f"knows {listed(known)}")


def _door(facts: Facts, i: int) -> Iterator[Reason]:
    """Tell where they may know somebody, by the user's word."""
    if firm := facts.door(i):
        yield Reason("door", float(facts.view.score.evidence["door"][i]), door_words(firm))


TELLERS: Final = (
    _between,
    _shared_past,
    _answers,
    _knows,
    _fits,
    _title,
    _among,
    _opens,
    _well_known,
    _door,
)


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
    >>> _both("is at Acme", "the only one you know at Acme")
    'the only one you know at Acme'
    """
    if a.startswith("is at ") and b in (f"{_one_of(n)} {a[3:]}" for n in range(1, FEW + 1)):
        return b
    verb, _, place = a.rpartition(" at ")
    there = f"{verb.partition(' ')[0]} at {place}"
    return a + b.removeprefix(there) if b == there or b.startswith(f"{there},") else ""


def _one_of(n: int) -> str:
    """Say that somebody is one of few whom ego knows at a place."""
    return "the only one you know" if n == 1 else f"one of only {n} you know"
