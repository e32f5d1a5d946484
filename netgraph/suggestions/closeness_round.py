"""Questions that only ego can answer: how well do you know this person? The most telling first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from netgraph.graph.build import network_on
from netgraph.model.actions import Action
from netgraph.model.as_of import AsOf
from netgraph.model.base_record import Record
from netgraph.model.records import EGO, Goal, Ledger, Tie
from netgraph.suggestions.closeness_gain import Gains, closeness_gains
from netgraph.suggestions.recommendations import scores_on
from netgraph.suggestions.wording import spoken

CLOSENESS: Final = ("close", "warm", "barely")
"""How well somebody can be known."""


class ClosenessQuestion(Record, frozen=True):
    """How close is ``person``? ``gain`` >= 0 is what the answer is expected to add to the list.

    ``recorded`` is what the data shows of the two, in words. ``place`` is where the person stands
    among all who could be asked, from 1 on, or None if nothing says yet that ego knows them;
    ``place_if_close`` is where they would stand.
    """

    person: str
    gain: float
    recorded: tuple[str, ...]
    place: int | None
    place_if_close: int


def closeness_questions(
    view: AsOf, goals: Sequence[Goal], *, n: int = 1, passed: Iterable[str] = ()
) -> list[ClosenessQuestion]:
    """Return the ``n`` people whose closeness it is most worth to hear of, the most telling first.

    Nobody is asked about whose closeness is said already or who is among ``passed``. Empty once
    no answer is expected to change the list: the round ends by itself.

    Examples
    --------
    >>> from datetime import date
    >>> from netgraph.model.records import Ledger, Person
    >>> people = {i: Person(i, i.title(), title="Data Scientist") for i in ("ana", "ben")}
    >>> ties = (Tie("1", "me", "ana"), Tie("2", "me", "ben", closeness="warm"))
    >>> view = AsOf(Ledger(people, ties=ties), date(2026, 5, 1))
    >>> [q.person for q in closeness_questions(view, [Goal("g1", "data scientist")])]
    ['ana']
    """
    if not goals:
        return []
    scores = scores_on(view, goals)
    settled = {*said_close(view.ledger.ties), *passed}
    found = closeness_gains(scores, settled=settled, unsaid=unsaid(view.ledger))
    ids = scores[0].context.ids
    return [_question(view, ids[i], i, found) for i in found.worth_asking()[:n]]


def answers(person: str) -> Mapping[str, Action]:
    """Return what each answer writes down.

    >>> answers("ana")["warm"]
    Action(verb='edit', who=('ana',), fields={'closeness': 'warm'})
    """
    how = {word: Action("edit", (person,), {"closeness": word}) for word in CLOSENESS}
    return {
        **how,
        "unknown": Action("tie", (EGO, person), {"not": "yes"}),
        "alone": Action("edit", (person,), {"never_ask": "yes"}),
    }


def said_close(ties: Iterable[Tie]) -> set[str]:
    """Return those of whom ego has said how close they are, or that they are not known.

    >>> sorted(said_close([Tie("1", "me", "ana", closeness="warm"), Tie("2", "me", "ben")]))
    ['ana']
    """
    said = (t for t in ties if EGO in (t.u, t.v) and (t.closeness or not t.known))
    return {t.v if t.u == EGO else t.u for t in said}


def unsaid(ledger: Ledger) -> list[str]:
    """Return the people of tables of whom nothing says whether ego knows them.

    >>> from netgraph.model.records import Person
    >>> unsaid(Ledger({"ana": Person("ana", "Ana Silva", "table:alumni")}))
    ['ana']
    """
    tied = {i for t in ledger.ties if EGO in (t.u, t.v) for i in (t.u, t.v)}
    tables = {s.id for s in ledger.sources if s.kind == "table" and s.owner == EGO}
    return [
        i
        for i, p in ledger.people.items()
        if i not in tied and not p.lead and (p.source in tables or p.source.startswith("table:"))
    ]


def _question(view: AsOf, person: str, i: int, found: Gains) -> ClosenessQuestion:
    """Put together what is asked of one person."""
    tie = network_on(view).get_edge_data(EGO, person)
    own = found.now[i]
    place, if_close = (
        1 + int((found.now > mine).sum()) - bool(own > mine) for mine in (own, found.best[i])
    )
    recorded = tuple(map(spoken, tie["evidence"])) if tie else ()
    now = place if found.now[i] > 0 else None
    return ClosenessQuestion(person, float(found.gain[i]), recorded, now, if_close)
