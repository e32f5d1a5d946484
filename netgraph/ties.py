"""Fold the ledger into the tie graph as it stood on a day.

People who know each other get a tie: what an address book or export lists, what the user says,
who wrote to or met whom, and who passed whose name on. A tie the user denies is not there,
whatever a file says. Organisations are nodes of their own, and people are members of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, TypeAlias

import networkx as nx

from netgraph.errors import InvalidInput
from netgraph.favours import DOUBLE, NAMED, REFERRAL, Model
from netgraph.records import (
    EGO,
    Ask,
    AskStatus,
    Basis,
    Event,
    EventKind,
    Ledger,
    Person,
    Position,
    Referral,
    ReferralStatus,
    Step,
    Tie,
)
from netgraph.schema import TieGraph
from netgraph.strength import NOTHING, Exchange, contact, exchanges, given, tie_strength

Pair: TypeAlias = tuple[str, str]

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

_MET = frozenset({ReferralStatus.MET, ReferralStatus.CLOSED})
_INTRODUCED = _MET | {ReferralStatus.INTRODUCED}
_BY_INTRODUCER = frozenset({ReferralStatus.NAMED, ReferralStatus.AGREED, ReferralStatus.INTRODUCED})
_SAID_YES = frozenset({AskStatus.AGREED, AskStatus.DONE})
_RANK = {Basis.OBSERVED: 0, Basis.STATED: 1, Basis.INFERRED: 2}


@dataclass(slots=True)
class _Bond:
    """Why two people have a tie, besides traces; ``told`` introductions are in the words."""

    basis: Basis
    closeness: str = ""
    since: date | None = None
    words: tuple[str, ...] = ()
    told: int = 0


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
    >>> talk = Event("e1", EventKind.INTERVIEW, date(2026, 1, 1), "ana", "me")
    >>> book = Ledger({"ana": Person("ana", "Ana Silva", company="Acme")}, events=(talk,))
    >>> G = tie_graph(book, as_of=date(2026, 1, 1))
    >>> G["ana"]["me"]["given"], G["me"]["ana"]["given"], G["me"]["ana"]["evidence"]
    (1.0, 0.0, ('1 interview, last 2026-01-01',))
    """
    model = model or Model()
    G: TieGraph = nx.DiGraph(ego=EGO, as_of=as_of)
    G.add_nodes_from(_people(ledger))
    bonds, events = _bonds(ledger, as_of, model)
    done = exchanges(
        events,
        as_of=as_of,
        model=model,
        owners={s.id: s.owner for s in ledger.sources},
        close=frozenset(
            p for (u, v), b in bonds.items() if b.closeness == DOUBLE for p in ((u, v), (v, u))
        ),
    )
    for u, v in done:
        if u != v:
            _bond(bonds, u, v, Basis.OBSERVED)
    denied = {_pair(t.u, t.v) for t in ledger.ties if not t.known}
    _require_people(G, bonds)
    G.add_edges_from(_ties(bonds, done, denied, model))
    _add_memberships(G, ledger, as_of)
    return G


def _people(ledger: Ledger) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield a node for every person, ego first."""
    ego = ledger.people.get(EGO) or Person(EGO, "You")
    for person in (ego, *(p for p in ledger.people.values() if p.id != EGO)):
        yield (
            person.id,
            {
                "kind": "person",
                "name": person.name,
                "title": person.title,
                "company": person.company,
                "traits": {"place": frozenset((person.place,))} if person.place else {},
                "past": {},
                "lead": person.lead,
            },
        )


def _pair(u: str, v: str) -> Pair:
    """Return the two in the order in which their tie is kept."""
    return (u, v) if u < v else (v, u)


def _bond(bonds: dict[Pair, _Bond], u: str, v: str, basis: Basis) -> _Bond:
    """Return the bond of two people, made if need be, no weaker in basis than ``basis``."""
    pair = _pair(u, v)
    bond = bonds.get(pair)
    if bond is None:
        bond = bonds[pair] = _Bond(basis)
    elif _RANK[basis] < _RANK[bond.basis]:
        bond.basis = basis
    return bond


def _bonds(ledger: Ledger, as_of: date, model: Model) -> tuple[dict[Pair, _Bond], Iterable[Event]]:
    """Return who knows whom, and the events with those that referrals stand for."""
    bonds: dict[Pair, _Bond] = {}
    for tie in ledger.ties:
        if tie.known and tie.u != tie.v and (tie.since is None or tie.since <= as_of):
            _add_tie(_bond(bonds, tie.u, tie.v, tie.basis), tie, model)
    names = {i: p.name for i, p in ledger.people.items()} | {EGO: "you"}
    referred, told = _add_referrals(bonds, ledger.referrals, as_of, model, names)
    logged = ledger.events
    if any(e.kind == EventKind.INTRODUCTION for e in logged):
        logged = tuple(
            e
            for e in logged
            if e.kind != EventKind.INTRODUCTION or (e.giver, e.taker, e.about) not in told
        )
        for e in logged:
            if e.kind == EventKind.INTRODUCTION and e.about and not (e.day and e.day > as_of):
                words = _introduced(names, e.giver, e.taker, e.about)
                _add_chain(bonds, e.giver, e.taker, e.about, words)
    for ask in ledger.asks:
        _add_ask(bonds, ask, as_of, names)
    return bonds, (*logged, *referred)


def _say(bond: _Bond, words: str) -> None:
    """Add to what a tie rests on, once."""
    if words not in bond.words:
        bond.words += (words,)


def _add_tie(bond: _Bond, tie: Tie, model: Model) -> None:
    """Enter what a source or the user says of a tie."""
    bond.closeness = max(bond.closeness, tie.closeness, key=model.closeness)
    if tie.since is not None and (bond.since is None or tie.since < bond.since):
        bond.since = tie.since
    if tie.basis == Basis.STATED:
        _say(bond, f"you said: {tie.closeness or tie.kind}")
    elif tie.since is not None:
        _say(bond, f"connected since {tie.since.year}")


def _reached(steps: Iterable[Step], as_of: date) -> frozenset[str]:
    """Return every status that was reached by a day; steps without a day were."""
    return frozenset(s.status for s in steps if s.day is None or s.day <= as_of)


def _add_referrals(
    bonds: dict[Pair, _Bond],
    referrals: Iterable[Referral],
    as_of: date,
    model: Model,
    names: Mapping[str, str],
) -> tuple[list[Event], set[tuple[str, str, str | None]]]:
    """Enter who knows whom by referrals; return their favours, and which were introductions."""
    favours: list[Event] = []
    told: set[tuple[str, str, str | None]] = set()
    for r in referrals:
        reached = _reached(r.steps, as_of)
        if r.steps and not reached:
            continue
        words = f"{names.get(r.introducer)} named {names.get(r.person)} to {names.get(r.to)}"
        key = NAMED
        if reached & _INTRODUCED:
            words = _introduced(names, r.introducer, r.to, r.person)
            key = REFERRAL if reached & _MET else EventKind.INTRODUCTION
            told.add((r.introducer, r.to, r.person))
        _add_chain(bonds, r.introducer, r.to, r.person, words)
        if reached & _MET and r.person != r.to:
            _say(_bond(bonds, r.person, r.to, Basis.OBSERVED), words)
        favours.append(_favour(r, model.values[key], as_of))
    return favours, told


def _favour(referral: Referral, value: float, as_of: date) -> Event:
    """Return the favour that a name passed on is, on the day the introducer last had a part."""
    dated = [s for s in referral.steps if s.day is not None and s.day <= as_of]
    theirs = [s for s in dated if s.status in _BY_INTRODUCER] or dated[:1]
    return Event(
        referral.id,
        EventKind.INTRODUCTION,
        max((s.day for s in theirs if s.day), default=None),
        referral.introducer,
        referral.to,
        about=referral.person,
        value=value,
        source=referral.source,
    )


def _introduced(names: Mapping[str, str], introducer: str, to: str, person: str) -> str:
    """Say who introduced whom to whom."""
    return f"{names.get(introducer)} introduced {names.get(to)} to {names.get(person, person)}"


def _add_chain(bonds: dict[Pair, _Bond], introducer: str, to: str, person: str, words: str) -> None:
    """Enter that the introducer knows both sides."""
    for other in (to, person):
        if other != introducer:
            bond = _bond(bonds, introducer, other, Basis.OBSERVED)
            _say(bond, words)
            bond.told += other == to


def _add_ask(bonds: dict[Pair, _Bond], ask: Ask, as_of: date, names: Mapping[str, str]) -> None:
    """Enter that somebody who said yes knows ego, and that who opened the door knows them."""
    if not _reached(ask.steps, as_of) & _SAID_YES or ask.person == EGO:
        return
    _say(_bond(bonds, EGO, ask.person, Basis.OBSERVED), "said yes to you")
    if ask.introducer is not None and ask.introducer not in (EGO, ask.person):
        words = f"{names.get(ask.introducer)} opened the door to {names.get(ask.person)}"
        _say(_bond(bonds, ask.introducer, ask.person, Basis.OBSERVED), words)


def _require_people(G: TieGraph, bonds: Iterable[Pair]) -> None:
    """Raise if a fact joins somebody who is no node."""
    for pair in bonds:
        for person in pair:
            if person not in G:
                raise InvalidInput(
                    f"a fact names {person!r}, who is not among the people: add the person first"
                )


def _ties(
    bonds: Mapping[Pair, _Bond],
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
            yield v, u, tie


def _weighed(
    u: str,
    v: str,
    tie: dict[str, Any],
    bond: _Bond,
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


def _evidence(bond: _Bond, traces: Mapping[EventKind, tuple[int, date | None]]) -> tuple[str, ...]:
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
    organisations = ledger.organisations
    spelling = ledger.spelling or {s: o.id for o in organisations.values() for s in o.spellings}
    for person in ledger.people.values():
        if person.company:
            job = Position("", person.id, person.company, person.title, current=True)
            _add_membership(G, job, ledger, spelling)
    today = as_of.isoformat()
    for position in sorted(ledger.positions, key=lambda p: not p.current):
        if position.start <= today:
            _add_membership(G, position, ledger, spelling)


def _add_membership(
    G: TieGraph, position: Position, ledger: Ledger, spelling: Mapping[str, str]
) -> None:
    """Enter one position; one that is there already, a present one first, stays as it is."""
    person = position.person
    name = position.organisation
    firm = ledger.organisations.get(spelling.get(name, name))
    if firm is None or person not in G:
        return
    if firm.id not in G:
        G.add_node(firm.id, kind="organisation", name=firm.name)
    if not G.has_edge(person, firm.id):
        G.add_edge(person, firm.id, kind="member", role=position.title, current=position.current)
    trait = TRAIT_OF.get(position.kind, position.kind)
    now, past = G.nodes[person]["traits"], G.nodes[person]["past"]
    if firm.name not in now.get(trait, ()):
        times = now if position.current or trait == "school" else past
        there = times.get(trait)
        times[trait] = there | {firm.name} if there else frozenset((firm.name,))
