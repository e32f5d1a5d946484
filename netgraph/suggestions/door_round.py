"""Questions that only ego can answer: might Ana know somebody at Watershed? The most telling first.

They are about employers of a goal where ego knows nobody yet; see
`netgraph.suggestions.door_gain` for what an answer is worth.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from netgraph.model.actions import Action
from netgraph.model.base_record import Record
from netgraph.suggestions.door_gain import DoorGains, Pair, door_gains
from netgraph.suggestions.reasons import Facts
from netgraph.suggestions.recommendations import scores_on
from netgraph.suggestions.wording import located

if TYPE_CHECKING:
    from netgraph.model.as_of import AsOf
    from netgraph.model.records import Goal

PER_PERSON: Final = 2
"""About so many employers somebody is asked about in a round at most."""

KNOWN: Final = 3
"""So many facts about somebody are shown with a question, at most."""

_TELLING: Final = ("opens", "known_ties", "hub", "walk")
"""Reasons that tell of whom somebody may know."""


class DoorQuestion(Record, frozen=True):
    """Might ``person`` know somebody at ``employer``? ``gain`` > 0 is what the answer may add.

    ``chance`` is how likely a yes is thought, ``known`` what the data says of where they move, in
    words. ``place`` is where they stand among all who could be asked, from 1 on, and
    ``place_if_yes`` where they would stand.
    """

    person: str
    employer: str
    gain: float
    chance: float
    known: tuple[str, ...]
    place: int
    place_if_yes: int


def door_questions(
    view: AsOf, goals: Sequence[Goal], *, n: int = 1, passed: Collection[Pair] = ()
) -> list[DoorQuestion]:
    """Return the ``n`` questions whose answers are worth most, the most telling first.

    Nothing is asked that is said already or ``passed``, and nobody is named more than `PER_PERSON`
    times with those passed. Empty once no answer is expected to change the list, or if ego knows
    somebody at every employer that the goals name.

    Examples
    --------
    >>> from datetime import date
    >>> from netgraph.model.as_of import AsOf
    >>> from netgraph.model.records import Goal, Ledger, Person, Tie
    >>> people = {i: Person(i, i.title()) for i in ("ana", "ben")}
    >>> book = Ledger(people, ties=(Tie("1", "me", "ana"), Tie("2", "me", "ben")))
    >>> asked = door_questions(AsOf(book, date(2026, 5, 1)), [Goal("g", "", companies=("Acme",))])
    >>> [(q.person, q.employer) for q in asked]
    [('ana', 'Acme')]
    """
    if not goals:
        return []
    scores = scores_on(view, goals)
    ids, found = scores[0].context.ids, door_gains(scores, passed=passed)
    named = Counter(person for person, _ in passed)
    asked: list[DoorQuestion] = []
    facts = [Facts(seen) for seen in scores]
    for e, i in found.worth_asking():
        if len(asked) < n and named[ids[i]] < PER_PERSON:
            named[ids[i]] += 1
            asked.append(_question(facts, found, e, i))
    return asked


def answers(question: DoorQuestion) -> Mapping[str, Action]:
    """Return what each answer writes down."""
    who, said = (question.person,), {"knows_at": question.employer}
    return {"may": Action("tie", who, said), "nobody": Action("tie", who, {**said, "not": "yes"})}


def why_none(view: AsOf, goals: Sequence[Goal]) -> str:
    """Say why nothing is asked."""
    if not any(goal.companies for goal in goals):
        return "Your goals name no employer: no questions."
    if not without_a_door(view, goals):
        return (
            "At each employer of your goals you know somebody, or have something in hand: "
            "no questions."
        )
    return "There is nobody whose answer would change the list: no questions."


def without_a_door(view: AsOf, goals: Sequence[Goal]) -> list[str]:
    """Return the employers of goals where ego knows nobody and has nothing in hand."""
    scores = scores_on(view, goals) if goals else []
    return list(dict.fromkeys(n for seen in scores for n in seen.context.closed(seen.wants)))


def _question(facts: Sequence[Facts], found: DoorGains, e: int, i: int) -> DoorQuestion:
    """Put together what is asked of one person and employer."""
    others = [value for k, value in enumerate(found.now) if k != i]
    place, if_yes = (
        1 + sum(bool(value > mine) for value in others)
        for mine in (found.now[i], found.after_yes[e, i])
    )
    return DoorQuestion(
        facts[0].ids[i],
        found.employers[e],
        float(found.gain[e, i]),
        float(found.chance[e, i]),
        tuple(dict.fromkeys(_known(facts[0], i)))[:KNOWN],
        place,
        if_yes,
    )


def _known(facts: Facts, i: int) -> Iterator[str]:
    """Yield where somebody was before and moves, as far as the data says."""
    node = facts.node(i)
    told = [r.words for r in facts.all(i) if r.part in _TELLING]
    for kind in ("company", "school"):
        for name in sorted(node["past"].get(kind, frozenset()) - node["traits"].get(kind, set())):
            if not any(name in words for words in told):
                yield f"was {located(kind, name)}{facts.until(i, name)}"
    yield from told
    for place in sorted(node["traits"].get("place", ())):
        yield f"lives in {place}"
