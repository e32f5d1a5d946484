"""Why two people are said to know each other: what sources and the user say, names passed on, asks.

What two people did for each other is not looked at here; a name passed on becomes a favour.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from netgraph.model.parameters import NAMED, REFERRAL, Parameters
from netgraph.model.records import (
    EGO,
    Ask,
    AskStatus,
    Basis,
    Event,
    EventKind,
    Ledger,
    Referral,
    ReferralStatus,
    Step,
    Tie,
)

Pair: TypeAlias = tuple[str, str]

_MET = frozenset({ReferralStatus.MET})  # one that is closed may have come to nothing
_INTRODUCED = _MET | {ReferralStatus.INTRODUCED}
_BY_INTRODUCER = frozenset({ReferralStatus.NAMED, ReferralStatus.AGREED, ReferralStatus.INTRODUCED})
_SAID_YES = frozenset({AskStatus.AGREED, AskStatus.DONE})
_RANK = {Basis.OBSERVED: 0, Basis.STATED: 1, Basis.INFERRED: 2}


@dataclass(slots=True)
class TieEvidence:
    """What a tie rests on besides traces; ``told`` introductions are among its ``words``."""

    basis: Basis
    closeness: str = ""
    since: date | None = None
    words: tuple[str, ...] = ()
    told: int = 0


def ordered(u: str, v: str) -> Pair:
    """Return the two in the order in which their tie is kept."""
    return (u, v) if u < v else (v, u)


def join(tie_evidence: dict[Pair, TieEvidence], u: str, v: str, basis: Basis) -> TieEvidence:
    """Return the bond of two people, made if need be, no weaker in basis than ``basis``."""
    pair = ordered(u, v)
    bond = tie_evidence.get(pair)
    if bond is None:
        bond = tie_evidence[pair] = TieEvidence(basis)
    elif _RANK[basis] < _RANK[bond.basis]:
        bond.basis = basis
    return bond


def grounds(
    ledger: Ledger, *, as_of: date, model: Parameters
) -> tuple[dict[Pair, TieEvidence], Iterable[Event]]:
    """Return who is said to know whom, and the events with those that referrals stand for.

    A referral is one favour of the introducer's: a name, an introduction or, once the two met, a
    referral that led to a talk. The same introduction logged as an event counts only once.

    >>> said = Tie("t", "ana", "ben", closeness="warm")
    >>> bonds, _ = grounds(Ledger(ties=(said,)), as_of=date(2026, 5, 1), model=Parameters())
    >>> bonds["ana", "ben"].words
    ('you said: warm',)
    """
    tie_evidence: dict[Pair, TieEvidence] = {}
    for tie in ledger.ties:
        if tie.known and tie.u != tie.v and (tie.since is None or tie.since <= as_of):
            _add_tie(join(tie_evidence, tie.u, tie.v, tie.basis), tie, model)
    names = {i: p.name for i, p in ledger.people.items()} | {EGO: "you"}
    referred, told = _add_referrals(tie_evidence, ledger.referrals, as_of, model, names)
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
                _add_chain(tie_evidence, e.giver, e.taker, e.about, words)
    for ask in ledger.asks:
        _add_ask(tie_evidence, ask, as_of, names)
    return tie_evidence, (*logged, *referred)


def _say(bond: TieEvidence, words: str) -> None:
    """Add to what a tie rests on, once."""
    if words not in bond.words:
        bond.words += (words,)


def _add_tie(bond: TieEvidence, tie: Tie, model: Parameters) -> None:
    """Enter what a source or the user says of a tie."""
    if tie.closeness:
        bond.closeness = max(bond.closeness, tie.closeness, key=model.closeness)
    if tie.since is not None and (bond.since is None or tie.since < bond.since):
        bond.since = tie.since
    if tie.basis == Basis.STATED:
        _say(bond, f"you said: {tie.closeness or tie.kind}")
    elif tie.since is not None:
        _say(bond, f"connected since {tie.since.year}")
    elif tie.kind != "connection":
        _say(bond, tie.kind)


def _reached(steps: Iterable[Step], as_of: date) -> frozenset[str]:
    """Return every status that was reached by a day; steps without a day were."""
    return frozenset(s.status for s in steps if s.day is None or s.day <= as_of)


def _add_referrals(
    tie_evidence: dict[Pair, TieEvidence],
    referrals: Iterable[Referral],
    as_of: date,
    model: Parameters,
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
        _add_chain(tie_evidence, r.introducer, r.to, r.person, words)
        if reached & _MET and r.person != r.to:
            _say(join(tie_evidence, r.person, r.to, Basis.OBSERVED), words)
        favours.append(_favour(r, model.values.get(key, 0.0), as_of))
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


def _add_chain(
    tie_evidence: dict[Pair, TieEvidence], introducer: str, to: str, person: str, words: str
) -> None:
    """Enter that the introducer knows both sides."""
    for other in (to, person):
        if other != introducer:
            bond = join(tie_evidence, introducer, other, Basis.OBSERVED)
            _say(bond, words)
            bond.told += other == to


def _add_ask(
    tie_evidence: dict[Pair, TieEvidence], ask: Ask, as_of: date, names: Mapping[str, str]
) -> None:
    """Enter that somebody who said yes knows ego, and that who opened the door knows them."""
    if not _reached(ask.steps, as_of) & _SAID_YES or ask.person == EGO:
        return
    _say(join(tie_evidence, EGO, ask.person, Basis.OBSERVED), "said yes to you")
    if ask.introducer is not None and ask.introducer not in (EGO, ask.person):
        words = f"{names.get(ask.introducer)} opened the door to {names.get(ask.person)}"
        _say(join(tie_evidence, ask.introducer, ask.person, Basis.OBSERVED), words)
