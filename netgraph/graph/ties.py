"""Fold the ledger into the tie graph as it stood on a day.

People who know each other get a tie: what an address book or export lists, what the user says,
who wrote to or met whom, and who passed whose name on. A tie the user denies is not there,
whatever a file says. Organisations are nodes of their own, and people are members of them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Set
from dataclasses import replace
from datetime import date
from itertools import chain
from typing import Any, Final

from netgraph.graph.affiliations import Affiliation, Presence, affiliations_on
from netgraph.graph.differences import touched
from netgraph.graph.pairs import Between, PairFacts, about, owners_of, pairs_on, tie_between
from netgraph.graph.schema import (
    AnyTies,
    Arcs,
    TieGraph,
    add_edges,
    add_nodes,
    as_networkx,
    with_changes,
)
from netgraph.graph.strength import Exchange, Worths, tie_strength, worths_of
from netgraph.graph.tie_evidence import (
    Pair,
    TieEvidence,
    collect_evidence,
    evidence_for,
    is_known,
    ordered,
)
from netgraph.identity.companies import is_company
from netgraph.model.as_of import AsOf, growing, parameters_on, part
from netgraph.model.encounters import leads_on
from netgraph.model.errors import InvalidInput
from netgraph.model.kinds import named
from netgraph.model.parameters import Parameters
from netgraph.model.records import EGO, Basis, EventKind, Ledger, Means, Person

NOUNS: Final[Mapping[EventKind, tuple[str, str]]] = {
    EventKind.MESSAGE: ("message", "messages"),
    EventKind.EMAIL: ("e-mail", "e-mails"),
    EventKind.INVITATION: ("invitation", "invitations"),
    EventKind.ENDORSEMENT: ("endorsement", "endorsements"),
    EventKind.RECOMMENDATION: ("recommendation", "recommendations"),
    EventKind.MEETING: ("meeting", "meetings"),
    EventKind.MET: ("meeting face to face", "meetings face to face"),
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


def tie_graph(
    ledger: Ledger,
    *,
    as_of: date,
    model: Parameters | None = None,
) -> TieGraph:
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
        Values and half-lives; the user's own, if None.

    Returns
    -------
    G
        A new graph that follows `netgraph.graph.schema`; it is linear work in the facts.

    Raises
    ------
    InvalidInput
        If a fact names somebody who is not among the people.

    Examples
    --------
    >>> from netgraph.model.records import Event
    >>> talk = Event("e1", EventKind.INTERVIEW, date(2026, 1, 1), "ana", "me")
    >>> book = Ledger({"ana": Person("ana", "Ana Silva", company="Acme")}, events=(talk,))
    >>> G = tie_graph(book, as_of=date(2026, 1, 1))
    >>> G["ana"]["me"]["given"], G["me"]["ana"]["given"], G["me"]["ana"]["evidence"]
    (1.0, 0.0, ('1 interview, last 2026-01-01',))
    """
    return as_networkx(build_ties(AsOf(ledger, as_of), model))


@part
def ties_on(view: AsOf) -> TieGraph:
    """Return the tie graph of a view; nobody may change it."""
    return as_networkx(tie_arcs_on(view))


def with_ties_of(was: Arcs, earlier: Ledger, view: AsOf) -> Arcs | None:
    """Return the graph of an earlier ledger with the ties that are others by now.

    None if it is not told from the ties alone, or one of them might stand elsewhere in the graph:
    only those that a source or the user lists stand where they stood.
    """
    people = touched(earlier, view)
    if people is None:
        return None
    narrow, kept = ties_with_ego(view, people), people & set(was)
    listed = {
        ordered(t.u, t.v)
        for t in view.ledger.ties
        if (t.u in people or t.v in people) and is_known(t, view.day)
    }
    edges: dict[tuple[str, str], dict[str, Any]] = {}
    for u in kept:
        if any(_is_recorded(tie) and v not in narrow[u] for v, tie in was[u].items()):
            return None
        for v in narrow[u]:
            old = was.get_edge_data(u, v)
            if old == narrow[u][v] and was[v][u] == narrow[v][u]:
                continue
            if old is None or not _is_recorded(old) or ordered(u, v) not in listed:
                return None
            edges |= {(u, v): dict(narrow[u][v]), (v, u): dict(narrow[v][u])}
    nodes = {u: {**was.nodes[u], "lead": narrow.nodes[u]["lead"]} for u in kept}
    return with_changes(was, nodes, edges)


def _is_recorded(edge: Mapping[str, Any]) -> bool:
    """Whether an edge is a tie that does not only follow from others."""
    return edge["kind"] == "tie" and bool(edge["basis"] != Basis.INFERRED.value)


@growing(with_ties_of)
def tie_arcs_on(view: AsOf) -> Arcs:
    """Return the tie graph of a view for those who only look at it."""
    return build_ties(view)


def ties_with_ego(view: AsOf, people: Collection[str]) -> Arcs:
    """Return a tie graph in which the ties of ego with some people are those of `tie_arcs_on`.

    Whatever bears on such a tie names who it is with, so nothing else is looked at; ties of others
    are incomplete, and nobody is anywhere.

    >>> from netgraph.model.records import Event
    >>> talk = Event("e1", EventKind.TALKED, date(2026, 1, 1), "me", "ana")
    >>> book = Ledger({i: Person(i, i) for i in ("ana", "ben")}, events=(talk,))
    >>> list(ties_with_ego(AsOf(book, date(2026, 1, 1)), ["ana"]))
    ['me', 'ana']
    """
    of = frozenset(people) - {EGO}
    narrow = about(view.ledger, of)
    facts = (
        *narrow.events,
        *narrow.correspondence,
        *narrow.ties,
        *narrow.referrals,
        *narrow.asks,
    )
    named_here = {EGO, *of, *chain.from_iterable(named(fact, Means.PERSON) for fact in facts)}
    narrow = replace(
        narrow,
        people={i: p for i, p in narrow.people.items() if i in named_here},
        organisations={},
        positions=(),
    )
    return build_ties(AsOf(narrow, view.day))


def build_ties(view: AsOf, model: Parameters | None = None) -> Arcs:
    """Build a new graph of people, ties and memberships, in this order; see `tie_graph`."""
    ledger, as_of, model = view.ledger, view.day, model or parameters_on(view)
    G = Arcs(ego=EGO, as_of=as_of)
    add_nodes(G, _people(view))
    tie_evidence = collect_evidence(ledger, as_of=as_of, model=model)
    pairs, worths = pairs_on(view), worths_of(as_of, model)
    denied = {pair for pair, facts in pairs.items() if any(not t.known for t in facts.ties)}
    done = dict(sorted(_exchanged(pairs, denied, worths, owners_of(ledger))))
    for u, v in done:
        evidence_for(tie_evidence, u, v, Basis.OBSERVED)
    _require(G, chain.from_iterable(tie_evidence))
    add_edges(G, _ties(tie_evidence, done, denied, model))
    add_edges(G, _memberships(G, ledger, affiliations_on(view)))
    return G


def _exchanged(
    pairs: Mapping[Pair, PairFacts], denied: Set[Pair], worths: Worths, owners: Mapping[str, str]
) -> Iterator[tuple[Pair, Between]]:
    """Yield the pairs of two people who had to do with each other, and their ties."""
    for (u, v), facts in pairs.items():
        contacts = facts.events or facts.correspondence or facts.referrals
        if contacts and u != v and (u, v) not in denied:
            tie = tie_between(u, v, facts, worths=worths, owners=owners)
            if tie.there.traces or tie.back.traces:
                yield (u, v), tie


def _people(view: AsOf) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield a node for every person, ego first."""
    ledger, leads = view.ledger, leads_on(view)
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
                "lead": person.id in leads,
            },
        )


def _require(G: AnyTies, people: Iterable[str]) -> None:
    """Raise if a fact is about somebody who is no node."""
    if missing := sorted(set(people).difference(G)):
        raise InvalidInput(
            f"a fact names {missing[0]!r}, who is not among the people: add the person first"
        )


def _ties(
    tie_evidence: Mapping[Pair, TieEvidence],
    done: Mapping[Pair, Between],
    denied: Set[Pair],
    model: Parameters,
) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Yield both directions of every tie that is not denied."""
    words = {bond.closeness for bond in tie_evidence.values()}
    untouched = {word: tie_strength(0.0, closeness=word, model=model) for word in words}
    for (u, v), bond in tie_evidence.items():
        if (u, v) in denied:
            continue
        strength, given, taken = untouched[bond.closeness], 0.0, 0.0
        evidence, last = bond.words, None
        if between := done.get((u, v)):
            strength, given, taken = between.strength, between.given, between.taken
            traces = _traces(between.there, between.back)
            evidence = _evidence(bond, traces)
            last = max((day for _, day in traces.values() if day), default=None)
        for a, b, gave in ((u, v, given), (v, u, taken)):
            tie = {
                "kind": "tie",
                "strength": strength,
                "given": gave,
                "basis": bond.basis.value,
                "confidence": 1.0,
                "evidence": evidence,
                "last": last,
                "since": bond.since,
            }
            yield a, b, tie


def _traces(there: Exchange, back: Exchange) -> dict[EventKind, tuple[int, date | None]]:
    """Return the traces of both directions as one."""
    if not there.traces or not back.traces:
        return there.traces or back.traces
    both = dict(there.traces)
    for kind, (count, day) in back.traces.items():
        more, last = both.get(kind, (0, None))
        both[kind] = (count + more, max((d for d in (day, last) if d), default=None))
    return both


def _evidence(
    bond: TieEvidence, traces: Mapping[EventKind, tuple[int, date | None]]
) -> tuple[str, ...]:
    """Say what a tie rests on: what was said of it, then the traces with their last day."""
    words = list(bond.words)
    for kind in filter(traces.__contains__, NOUNS):
        count, day = traces[kind]
        if kind == EventKind.INTRODUCTION:
            count -= bond.told
        if count > 0:
            one, many = NOUNS[kind]
            when = f", last {day.isoformat()}" if day else ""
            words.append(f"{count} {one if count == 1 else many}{when}")
    return tuple(words)


def _memberships(
    G: Arcs, ledger: Ledger, presences: Iterable[Presence]
) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Yield who is or was where, the first stay at each, and enter places and traits."""
    _require(G, (p.person for p in ledger.positions))
    nodes = G.nodes
    only = {name: frozenset((name,)) for name in (o.name for o in ledger.organisations.values())}
    for person, firm, stay in presences:
        if firm.id not in G:
            add_nodes(G, [(firm.id, {"kind": "organisation", "name": firm.name})])
        _add_trait(nodes[person], stay, only[firm.name])
        if not G.has_edge(person, firm.id):
            edge = {"kind": "member", "role": stay.title, "current": stay.now}
            yield person, firm.id, edge | ({"until": until} if (until := stay.until) else {})


def _add_trait(node: Mapping[str, Any], stay: Affiliation, name: frozenset[str]) -> None:
    """Give somebody the organisation as a trait, or as a past one; not as both."""
    trait = TRAIT_OF.get(stay.kind, stay.kind)
    now = node["traits"]
    if not name <= now.get(trait, frozenset()):
        traits = now if stay.now or trait == "school" else node["past"]
        traits[trait] = traits[trait] | name if trait in traits else name
