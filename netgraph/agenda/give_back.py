"""What ego could do for somebody, found in ego's own graph and notes.

A favour that is returned at once weakens a tie, so nothing is said to be due for a while; and
nothing here is ever owed. The best gift of somebody with a network is to bring two people
together who would both gain.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Final

from netgraph.graph.schema import AnyTies, alters
from netgraph.graph.strength import fading
from netgraph.journal.log import TALKS
from netgraph.model.actions import Action
from netgraph.model.base_record import Record
from netgraph.model.records import EGO, Event, EventKind, Ledger
from netgraph.model.statements import value_of
from netgraph.model.text import fold

GRACE: Final = timedelta(days=30)
"""So long after the last favour nothing is returned but thanks."""

IN_COMMON: Final = {"field": "field", "role": "line of work", "school": "school"}
"""Traits that make two people worth introducing to one another, in words."""

_TAKEN: Final = TALKS | {
    EventKind.HELPED,
    EventKind.ADVICE,
    EventKind.REVIEW,
    EventKind.ARTICLE,
    EventKind.INTRODUCTION,
}
_SMALL: Final = frozenset(
    {"about", "from", "looking", "needs", "some", "that", "their", "them", "they", "wants", "with"}
)


class Idea(Record, frozen=True):
    """Something to do for a person: introduce, connect or note; why, and with whom."""

    kind: str
    why: str
    other: str | None = None

    def action(self, person: str) -> Action:
        """Return what begins it."""
        if self.other is None:
            return Action("log", (person,), {"kind": "sent"})
        return Action("refer", (EGO, self.other), {"to": person})


def give_back_from(ledger: Ledger, *, as_of: date) -> dict[str, date]:
    """Return when to think of giving back: 30 days after the last favour that somebody did ego.

    A small favour that is not returned at once makes the giver like one more (Jecker and Landy,
    Human Relations 22, 1969). People who did none are left out.

    >>> talk = Event("e", EventKind.INTERVIEW, date(2026, 5, 1), "ana", "me")
    >>> give_back_from(Ledger(events=(talk,)), as_of=date(2026, 6, 1))
    {'ana': datetime.date(2026, 5, 31)}
    """
    taken = [(e.giver, e.day) for e in ledger.events if e.taker == EGO and e.kind in _TAKEN]
    taken += [(r.introducer, s.day) for r in ledger.referrals if r.to == EGO for s in r.steps]
    last: dict[str, date] = {}
    for giver, day in taken:
        if day and day <= as_of:
            last[giver] = max(last.get(giver, day), day)
    return {giver: day + GRACE for giver, day in last.items()}


def ideas(ledger: Ledger, G: AnyTies, person: str, *, limit: int | None = 3) -> list[Idea]:
    """Return what ego could do for a person, the surest first.

    First what they are known to need (the field ``needs``) that somebody else offers or
    does for a living; then what ego noted of them; then people who have a field, a line of work
    or a school in common with them, work elsewhere, and are not known to know them. Introductions
    are made between people with whom ego was in touch, and both are asked first.

    Parameters
    ----------
    ledger, G
        The facts, and the tie graph made of them, whose ``as_of`` is the day.
    person
        For whom.
    limit
        At most so many; None for all.

    Examples
    --------
    >>> from netgraph.model.records import Person
    >>> from netgraph.graph.ties import tie_graph
    >>> people = {i: Person(i, i.title(), title="Cook") for i in ("ana", "ben")}
    >>> talks = tuple(Event(i, EventKind.TALKED, date(2026, 5, 1), i, "me") for i in people)
    >>> book = Ledger(people, events=talks)
    >>> [idea.why for idea in ideas(book, tie_graph(book, as_of=date(2026, 5, 2)), "ana")]
    ['You could introduce Ben: the same line of work, cook. Ask both first.']
    """
    found = [
        *_needs(ledger, G, person),
        *_notes(ledger, person, G.graph["as_of"]),
        *_introductions(ledger, G, person),
    ]
    return found[:limit]


def paid_forward(
    ledger: Ledger, *, as_of: date, value: float = 1.0, half_life: float = 180.0
) -> float:
    """Return what ego did for others because of what was done for ego, decayed, in talks.

    >>> help_ = Event("e", EventKind.PAID_FORWARD, date(2026, 1, 1), "me", "ben")
    >>> paid_forward(Ledger(events=(help_,)), as_of=date(2026, 6, 30))
    0.5
    """
    left = fading(as_of, half_life)
    return sum(
        left(e.day) * (value if e.value is None else e.value)
        for e in ledger.events
        if e.kind == EventKind.PAID_FORWARD and e.giver == EGO
    )


def _needs(ledger: Ledger, G: AnyTies, person: str) -> Iterator[Idea]:
    """Yield who could help with what somebody needs."""
    need = _said(ledger, G, person, "needs")
    words = _words(need)
    if not words:
        return
    fits = [
        (-len(words & _offers(ledger, G, v)), fold(G.nodes[v]["name"]), v)
        for v in _in_touch(G, person)
    ]
    for count, _, v in sorted(fits):
        if count:
            why = f"They look for {need}; {G.nodes[v]['name']} may know about that."
            yield Idea("connect", why, v)


def _notes(ledger: Ledger, person: str, as_of: date) -> Iterator[Idea]:
    """Yield what was noted of somebody and not taken up since."""
    events = [e for e in ledger.events if person in (e.giver, e.taker) and e.day]
    events = sorted((e for e in events if e.day and e.day <= as_of), key=_when, reverse=True)
    for note in (e for e in events if e.kind == EventKind.NOTE and e.note):
        taken_up = any(
            e.giver == EGO and e.kind in _TAKEN and _when(e) >= _when(note) for e in events
        )
        if not taken_up:
            yield Idea("note", f"You noted on {note.day}: {note.note}")


def _introductions(ledger: Ledger, G: AnyTies, person: str) -> Iterator[Idea]:
    """Yield people who have something in common with somebody and do not know them."""
    made = {frozenset((r.person, r.to)) for r in ledger.referrals if r.introducer == EGO}
    denied_or_made = made | {frozenset((t.u, t.v)) for t in ledger.ties if not t.known}
    found = []
    mine = {trait: _values(G, person, trait) for trait in IN_COMMON}
    company = G.nodes[person]["company"]
    for v in _in_touch(G, person):
        common = _common(G, mine, v)
        if not common or frozenset((person, v)) in denied_or_made:
            continue
        if not company or fold(company) != fold(G.nodes[v]["company"]):
            found.append((-len(common), fold(G.nodes[v]["name"]), v, common))
    for _, _, v, common in sorted(found):
        why = f"You could introduce {G.nodes[v]['name']}: {'; '.join(common)}. Ask both first."
        yield Idea("introduce", why, v)


def _in_touch(G: AnyTies, person: str) -> list[str]:
    """Return the people ego was in touch with who have no tie with somebody."""
    ego = G.graph["ego"]
    return [
        v
        for v in alters(G, ego)
        if v != person and G[ego][v]["strength"] > 0 and not G.has_edge(person, v)
    ]


def _common(G: AnyTies, mine: Mapping[str, frozenset[str]], v: str) -> list[str]:
    """Say which values of traits somebody has in common with another."""
    found = []
    for trait, words in IN_COMMON.items():
        if both := mine[trait] & _values(G, v, trait) if mine[trait] else ():
            found += [f"the same {words}, {value}" for value in sorted(both)]
    return found


def _values(G: AnyTies, i: str, trait: str) -> frozenset[str]:
    """Return the present and past values of a trait; a title stands for a line of work."""
    node = G.nodes[i]
    values = frozenset(node["traits"].get(trait, ())) | frozenset(node["past"].get(trait, ()))
    if trait == "role" and not values and node["title"]:
        return frozenset((fold(node["title"]),))
    return values


def _offers(ledger: Ledger, G: AnyTies, i: str) -> frozenset[str]:
    """Return the words of what somebody offers, does and knows."""
    node = G.nodes[i]
    traits = [value for values in node["traits"].values() for value in values]
    return _words(
        " ".join([_said(ledger, G, i, "offers"), node["title"], node["company"], *traits])
    )


def _said(ledger: Ledger, G: AnyTies, subject: str, field: str) -> str:
    """Return the newest statement of a field on the graph's day, "" if there is none."""
    return value_of(ledger.statements, subject, field, as_of=G.graph["as_of"]) or ""


def _words(text: str) -> frozenset[str]:
    """Return the words that say something."""
    return frozenset(w for w in fold(text).split() if len(w) > 2) - _SMALL


def _when(event: Event) -> date:
    """Return the day of an event."""
    return event.day or date.min
