"""Why two people are said to know each other: what sources and the user say, names passed on, asks.

What two people did for each other is not looked at here, but a name passed on is a favour too.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from datetime import date
from typing import TypeAlias

from msgspec import Struct

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


class TieEvidence(Struct):
    """What a tie rests on besides traces; ``told`` introductions are among its ``words``."""

    basis: Basis
    closeness: str = ""
    since: date | None = None
    words: tuple[str, ...] = ()
    told: int = 0


def ordered(u: str, v: str) -> Pair:
    """Return the two in the order in which their tie is kept."""
    return (u, v) if u < v else (v, u)


def evidence_for(
    tie_evidence: dict[Pair, TieEvidence], u: str, v: str, basis: Basis
) -> TieEvidence:
    """Return the bond of two people, made if need be, no weaker in basis than ``basis``."""
    pair = ordered(u, v)
    bond = tie_evidence.get(pair)
    if bond is None:
        bond = tie_evidence[pair] = TieEvidence(basis)
    elif _RANK[basis] < _RANK[bond.basis]:
        bond.basis = basis
    return bond


def collect_evidence(ledger: Ledger, *, as_of: date, model: Parameters) -> dict[Pair, TieEvidence]:
    """Return who is said to know whom, and why.

    >>> said = Tie("t", "ana", "ben", closeness="warm")
    >>> bonds = collect_evidence(Ledger(ties=(said,)), as_of=date(2026, 5, 1), model=Parameters())
    >>> bonds["ana", "ben"].words
    ('you said: warm',)
    """
    tie_evidence: dict[Pair, TieEvidence] = {}
    for tie in ledger.ties:
        if is_known(tie, as_of) and tie.u != tie.v:
            _add_tie(evidence_for(tie_evidence, tie.u, tie.v, tie.basis), tie, model)
    names = {i: p.name for i, p in ledger.people.items()} | {EGO: "you"}
    _add_referrals(tie_evidence, ledger.referrals, as_of, names)
    made = [e for e in ledger.events if e.kind == EventKind.INTRODUCTION and e.about]
    for e in without_retold(made, ledger.referrals, as_of) if made else ():
        if e.about and not (e.day and e.day > as_of):
            words = _introduced(names, e.giver, e.taker, e.about)
            _add_chain(tie_evidence, e.giver, e.taker, e.about, words)
    for ask in ledger.asks:
        _add_ask(tie_evidence, ask, as_of, names)
    return tie_evidence


def is_known(tie: Tie, as_of: date) -> bool:
    """Return whether a source or the user says by a day that two know each other.

    >>> is_known(Tie("t", "ana", "ben", since=date(2026, 5, 2)), date(2026, 5, 1))
    False
    """
    return tie.known and (tie.since is None or tie.since <= as_of)


def without_retold(
    events: Iterable[Event], referrals: Iterable[Referral], as_of: date
) -> list[Event]:
    """Return the events but for introductions that a referral tells of as well.

    >>> made = Event("e", EventKind.INTRODUCTION, date(2026, 5, 1), "ana", "me", about="ben")
    >>> told = Referral("r", "ana", "ben", steps=(Step(date(2026, 5, 1), "introduced"),))
    >>> without_retold([made], [told], date(2026, 5, 1))
    []
    """
    told = {
        (r.introducer, r.to, r.person) for r in referrals if _reached(r.steps, as_of) & _INTRODUCED
    }
    return [
        e
        for e in events
        if e.kind != EventKind.INTRODUCTION or (e.giver, e.taker, e.about) not in told
    ]


def favours(referrals: Iterable[Referral], as_of: date, model: Parameters) -> list[Event]:
    """Return the favour that each name passed on is: a name, an introduction or a referral.

    It is the introducer's, done on the day they last had a part in it.

    >>> named = Referral("r", "ana", "ben", steps=(Step(date(2026, 5, 1), "named"),))
    >>> [(e.giver, e.value) for e in favours([named], date(2026, 5, 1), Parameters())]
    [('ana', 0.5)]
    """
    return [
        _favour(r, _value(reached, model), as_of)
        for r in referrals
        if (reached := _reached(r.steps, as_of)) or not r.steps
    ]


def _value(reached: Set[str], model: Parameters) -> float:
    """Return what a name passed on is worth that came so far, in talks."""
    if not reached & _INTRODUCED:
        return model.values.get(NAMED, 0.0)
    return model.values.get(REFERRAL if reached & _MET else EventKind.INTRODUCTION, 0.0)


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
    names: Mapping[str, str],
) -> None:
    """Enter who knows whom by referrals."""
    for r in referrals:
        reached = _reached(r.steps, as_of)
        if r.steps and not reached:
            continue
        words = f"{names.get(r.introducer)} named {names.get(r.person)} to {names.get(r.to)}"
        if reached & _INTRODUCED:
            words = _introduced(names, r.introducer, r.to, r.person)
        _add_chain(tie_evidence, r.introducer, r.to, r.person, words)
        if reached & _MET and r.person != r.to:
            _say(evidence_for(tie_evidence, r.person, r.to, Basis.OBSERVED), words)


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
            bond = evidence_for(tie_evidence, introducer, other, Basis.OBSERVED)
            _say(bond, words)
            bond.told += other == to


def _add_ask(
    tie_evidence: dict[Pair, TieEvidence], ask: Ask, as_of: date, names: Mapping[str, str]
) -> None:
    """Enter that somebody who said yes knows ego, and that who opened the door knows them."""
    if not _reached(ask.steps, as_of) & _SAID_YES or ask.person == EGO:
        return
    _say(evidence_for(tie_evidence, EGO, ask.person, Basis.OBSERVED), "said yes to you")
    if ask.introducer is not None and ask.introducer not in (EGO, ask.person):
        words = f"{names.get(ask.introducer)} opened the door to {names.get(ask.person)}"
        _say(evidence_for(tie_evidence, ask.introducer, ask.person, Basis.OBSERVED), words)
