"""Fold the ledger into the tie graph as it stood on a day.

People who know each other get a tie: what an address book or export lists, what the user says,
who wrote to or met whom, and who passed whose name on. A tie the user denies is not there,
whatever a file says. Organisations are nodes of their own, and people are members of them.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping, Set
from contextlib import contextmanager
from datetime import date
from itertools import chain
from typing import Any, Final

import networkx as nx

from netgraph.bonds import Bond, Pair, grounds, join, ordered
from netgraph.errors import InvalidInput
from netgraph.favours import DOUBLE, Model
from netgraph.identity.companies import is_company
from netgraph.records import EGO, Basis, EventKind, Ledger, Organisation, Person, Position
from netgraph.schema import TieGraph, add_edges
from netgraph.strength import NOTHING, Exchange, contact, exchanges, given, tie_strength

NOUNS: Final[Mapping[EventKind, tuple[str, str]]] = {
    EventKind.MESSAGE: ("message", "messages"),
    EventKind.EMAIL: ("e-mail", "e-mails"),
    EventKind.INVITATION: ("invitation", "invitations"),
    EventKind.ENDORSEMENT: ("endorsement", "endorsements"),
    EventKind.RECOMMENDATION: ("recommendation", "recommendations"),
    EventKind.MEETING: ("meeting", "meetings"),
    EventKind.MET: ("encounter", "encounters"),
    EventKind.TALKED: ("talk", "talks"),
    EventKind.INTERVIEW: ("interview", "interviews"),
    EventKind.HELPED: ("favour", "favours"),
    EventKind.ADVICE: ("piece of advice", "pieces of advice"),
    EventKind.REVIEW: ("review", "reviews"),
    EventKind.ARTICLE: ("article sent", "articles sent"),
    EventKind.INTRODUCTION: ("introduction", "introductions"),
    EventKind.THANKED: ("thank-you", "thank-yous"),
    EventKind.REPORTED: ("report back", "reports back"),
    EventKind.PAID_FORWARD: ("favour passed on", "favours passed on"),
}
"""How evidence speaks of one and of several traces of a kind, in the order it names them."""

TRAIT_OF: Final[Mapping[str, str]] = {"work": "company", "volunteering": "club"}
"""Trait that a position gives, where its kind is not the trait's own name."""


def tie_graph(ledger: Ledger, *, as_of: date, model: Model | None = None) -> TieGraph:
    """Return the tie graph of a resolved ledger as it stood on ``as_of``.

    Every person is a node, ego first, and so is every organisation that somebody is or was at.
    Two people have a tie if a source or the user says so, if an event joins them, or if a name
    was passed on: the introducer knows both sides, and both sides know each other once they met.
    A connection alone has strength 0 and ``last`` None: that is no evidence, not a weak tie. A
    tie is observed if any part of it is, else stated. A school stays a trait for ever, a company
    only while somebody works there.

    Parameters
    ----------
    ledger
        People, one each; `netgraph.identity.resolve` makes them so.
    as_of
        The day for which to compute: what happened later counts for nothing.
    model
        Values and half-lives; `netgraph.favours.model_from` has the user's own.

    Returns
    -------
    G
        A new graph that follows `netgraph.schema`; it is linear work in the facts.

    Raises
    ------
    InvalidInput
        If a fact names somebody who is not among the people.

    Examples
    --------
    >>> from netgraph.records import Event
    >>> talk = Event("e1", EventKind.INTERVIEW, date(2026, 1, 1), "ana", "me")
    >>> book = Ledger({"ana": Person("ana", "Ana Silva", company="Acme")}, events=(talk,))
    >>> G = tie_graph(book, as_of=date(2026, 1, 1))
    >>> G["ana"]["me"]["given"], G["me"]["ana"]["given"], G["me"]["ana"]["evidence"]
    (1.0, 0.0, ('1 interview, last 2026-01-01',))
    """
    with _uncollected():
        return _tie_graph(ledger, as_of, model or Model())


@contextmanager
def _uncollected() -> Iterator[None]:
    """Pause the collector: all that is built stays, and walking it again doubles the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _tie_graph(ledger: Ledger, as_of: date, model: Model) -> TieGraph:
    """Build people, ties and memberships, in this order."""
    G: TieGraph = nx.DiGraph(ego=EGO, as_of=as_of)
    G.add_nodes_from(_people(ledger))
    bonds, events = grounds(ledger, as_of=as_of, model=model)
    close = [p for p, b in bonds.items() if b.closeness == DOUBLE]
    done = exchanges(
        events,
        ledger.letters,
        as_of=as_of,
        model=model,
        owners={s.id: s.owner for s in ledger.sources},
        close=frozenset(close) | {(v, u) for u, v in close},
    )
    for u, v in done:
        if u != v:
            join(bonds, u, v, Basis.OBSERVED)
    denied = {ordered(t.u, t.v) for t in ledger.ties if not t.known}
    _require(G, chain.from_iterable(bonds))
    add_edges(G, _ties(bonds, done, denied, model))
    _add_memberships(G, ledger, as_of)
    return G


def _people(ledger: Ledger) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield a node for every person, ego first."""
    ego = ledger.people.get(EGO) or Person(EGO, "You")
    employs = ledger.spelling.__contains__ if ledger.spelling else is_company
    for person in (ego, *(p for p in ledger.people.values() if p.id != EGO)):
        yield (
            person.id,
            {
                "kind": "person",
                "name": person.name,
                "title": person.title,
                "company": person.company if employs(person.company) else "",
                "traits": {"place": frozenset((person.place,))} if person.place else {},
                "past": {},
                "lead": person.lead,
            },
        )


def _require(G: TieGraph, people: Iterable[str]) -> None:
    """Raise if a fact is about somebody who is no node."""
    for person in people:
        if person not in G:
            raise InvalidInput(
                f"a fact names {person!r}, who is not among the people: add the person first"
            )


def _ties(
    bonds: Mapping[Pair, Bond],
    done: Mapping[Pair, Exchange],
    denied: Set[Pair],
    model: Model,
) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Yield both directions of every tie that is not denied."""
    for (u, v), bond in bonds.items():
        if (u, v) in denied:
            continue
        there, back = done.get((u, v)), done.get((v, u))
        tie = {
            "kind": "tie",
            "strength": tie_strength(0.0, closeness=bond.closeness, model=model),
            "given": 0.0,
            "basis": bond.basis.value,
            "confidence": 1.0,
            "evidence": bond.words,
            "last": None,
            "since": bond.since,
        }
        if there or back:
            yield from _weighed(u, v, tie, bond, there or NOTHING, back or NOTHING, model)
        else:
            yield u, v, tie
            yield v, u, tie.copy()


def _weighed(
    u: str,
    v: str,
    tie: dict[str, Any],
    bond: Bond,
    there: Exchange,
    back: Exchange,
    model: Model,
) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Yield both directions of a tie with what the two did for each other in it."""
    traces = _traces(there, back)
    tie["strength"] = tie_strength(contact(there, back), closeness=bond.closeness, model=model)
    tie["evidence"] = _evidence(bond, traces)
    tie["last"] = max((day for _, day in traces.values() if day), default=None)
    yield u, v, tie | {"given": given(there, back)}
    yield v, u, tie | {"given": given(back, there)}


def _traces(there: Exchange, back: Exchange) -> dict[EventKind, tuple[int, date | None]]:
    """Return the traces of both directions as one."""
    if not there.traces or not back.traces:
        return there.traces or back.traces
    both = dict(there.traces)
    for kind, (count, day) in back.traces.items():
        more, last = both.get(kind, (0, None))
        both[kind] = (count + more, max((d for d in (day, last) if d), default=None))
    return both


def _evidence(bond: Bond, traces: Mapping[EventKind, tuple[int, date | None]]) -> tuple[str, ...]:
    """Say what a tie rests on: what was said of it, then the traces with their last day."""
    words = list(bond.words)
    for kind, (one, many) in NOUNS.items() if traces else ():
        count, day = traces.get(kind, (0, None))
        if kind == EventKind.INTRODUCTION:
            count -= bond.told
        if count > 0:
            when = f", last {day.isoformat()}" if day else ""
            words.append(f"{count} {one if count == 1 else many}{when}")
    return tuple(words)


def _add_memberships(G: TieGraph, ledger: Ledger, as_of: date) -> None:
    """Tie people to the organisations they are or were at, and give them those as traits."""
    _require(G, (p.person for p in ledger.positions))
    nodes = dict(G.nodes.items())
    firms: dict[str, Organisation] = {}
    members: dict[Pair, dict[str, Any]] = {}
    for position, firm in positions(ledger, as_of):
        firms[firm.id] = firm
        edge = {"kind": "member", "role": position.title, "current": position.current}
        if not position.current and (until := _until(position)):
            edge["until"] = until
        members.setdefault((position.person, firm.id), edge)
        _add_trait(nodes[position.person], position, firm.name)
    G.add_nodes_from((i, {"kind": "organisation", "name": f.name}) for i, f in firms.items())
    add_edges(G, ((person, firm_id, edge) for (person, firm_id), edge in members.items()))


def positions(ledger: Ledger, as_of: date) -> Iterator[tuple[Position, Organisation]]:
    """Yield positions at known organisations, present ones first, so that they stand."""
    organisations = ledger.organisations
    spelling = ledger.spelling or {s: o.id for o in organisations.values() for s in o.spellings}
    today = as_of.isoformat()
    jobs = (
        Position("", person.id, person.company, person.title, current=True)
        for person in ledger.people.values()
        if person.company
    )
    begun = (p for p in ledger.positions if p.start <= today)
    for position in (*jobs, *sorted(begun, key=lambda p: not p.current)):
        name = position.organisation
        firm = organisations.get(spelling.get(name, name))
        if firm is not None:
            yield position, firm


def _until(position: Position) -> str:
    """Say when somebody left, or when they were last seen there; "" if nobody knows."""
    if position.end:
        return f"until {position.end[:4]}"
    return f"in {position.seen.year}" if position.seen else ""


def _add_trait(node: Mapping[str, Any], position: Position, name: str) -> None:
    """Give somebody the organisation as a trait, or as a past one; not as both."""
    trait = TRAIT_OF.get(position.kind, position.kind)
    now = node["traits"]
    if name not in now.get(trait, ()):
        traits = now if position.current or trait == "school" else node["past"]
        traits[trait] = traits.get(trait, frozenset()) | {name}
