"""The whole sum behind one person, suggested or not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from netgraph.model.actions import Action, Hint
from netgraph.model.base_record import Record
from netgraph.suggestions.context import ENOUGH
from netgraph.suggestions.reasons import Facts
from netgraph.suggestions.suggestion import best_view, ranked

if TYPE_CHECKING:
    from netgraph.suggestions.context import GoalScores
    from netgraph.suggestions.features import Floats

WORDS: Final = {
    "strength": "how close you are",
    "received": "what they gave you lately",
    "load": "how much they were asked lately",
    "wrote": "what they wrote to you",
    "recommended": "they recommended you",
    "shared": "you were at one place",
    "now": "meets the goal now",
    "before": "met it before",
    "hint": "meets its hints",
    "walk": "close to those who fit",
    "opens": "opens circles you hardly know",
    "known_ties": "knows people you know of",
    "outside_ties": "knows people you were introduced to",
    "introduced": "you were introduced to them",
    "hub": "knows many people, you said",
    "door": "whom they may know there, you said",
    "fruitless": "asks in their circles led nowhere",
}


class Line(Record, frozen=True):
    """One summand, in log-odds."""

    part: str
    words: str
    value: float


class Explanation(Record, frozen=True):
    """How one person's score for one goal comes about.

    ``rank`` is by score alone among all who may be asked, None if they may not, and then
    ``why_not`` says why. ``willing`` sums up to the chance before their own answers, ``evidence``
    to knows, unless a tie to somebody who fits is known.
    """

    person: str
    name: str
    goal: str
    rank: int | None
    of: int
    why_not: Hint
    score: float
    chance: float
    knows: float
    worth: float
    willing: tuple[Line, ...]
    evidence: tuple[Line, ...]
    reasons: tuple[str, ...]


def explain(views: Sequence[GoalScores], person: str) -> Explanation:
    """Return the whole sum for somebody and the goal they are worth most for.

    Raises
    ------
    KeyError
        If the person is not in it; ego is not.
    """
    i = views[0].context.features.people[person]
    _, value = best_view(views)
    order = ranked(views[0], value)
    seen = max(views, key=lambda v: float(v.score.value[i]))
    facts, score, w = Facts(seen), seen.score, seen.context.weights
    ready = value[i] >= 0
    shift = (
        [Line("shift", "your own asks so far", seen.context.shift)] if seen.context.shift else []
    )
    return Explanation(
        person=person,
        name=facts.node(i)["name"],
        goal=seen.wants.id,
        rank=order.index(i) + 1 if ready else None,
        of=len(order),
        why_not=Hint("") if ready else _why_not(seen, i),
        score=float(score.value[i]),
        chance=float(score.chance[i]),
        knows=float(score.knows[i]),
        worth=float(score.worth[i]),
        willing=(Line("cold", "a stranger", w.cold), *shift, *_lines(score.willing, i)),
        evidence=(Line("base", "anybody", w.base), *_lines(score.evidence, i)),
        reasons=tuple(r.words for r in facts.all(i)),
    )


def _lines(parts: Mapping[str, Floats], i: int) -> Iterator[Line]:
    """Yield the summands of one person."""
    return (Line(part, WORDS[part], float(values[i])) for part, values in parts.items())


def _why_not(seen: GoalScores, i: int) -> Hint:
    """Say why somebody may not be asked."""
    s, p = seen.context, seen.context.ids[i]
    if p in s.rests:
        until, why = s.rests[p]
        return Hint(f"until {until}: {why}" if until else why)
    if p in s.first:
        return Hint("they are in today's list already")
    if not s.reachable()[i]:
        return Hint("you do not know them yet; who could introduce you", Action("path", (p,)))
    return Hint(f"asked {ENOUGH} times for this goal: leave it at that")
