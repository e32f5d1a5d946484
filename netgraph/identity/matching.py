"""Which records are one person: scored candidates with reasons, and those that are certain.

Nothing is learnt from the order in which records came: everything is worked out anew from all of
them. What the user decided is kept for ever.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import product
from typing import Final

from netgraph.identity.addresses import is_member
from netgraph.identity.blocking import blocks, name_key
from netgraph.identity.evidence import (
    STRONG,
    WHOLE,
    Evidence,
    Traits,
    among,
    differ,
    is_plain_form,
    is_renamed,
    is_slip,
    prove_by_email,
    traits,
    weigh,
)
from netgraph.identity.likeness import Grade, compatible
from netgraph.records import EGO, Basis, Ledger, Match, identifier
from netgraph.text import fold

SURE: Final = 0.95
"""Least score of a certain pair; the others stay below."""

LIKELY: Final = 0.7
"""Score from which a pair is very probably one person: what may be accepted in bulk."""

LEAST: Final = 0.35
"""Score below which nobody is asked."""

MANY: Final = 5
"""People of one name in one source above which the name alone is no evidence."""

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two records that may be one person: the ids in order, a score in [0, 1] and why."""

    a: str
    b: str
    score: float
    certain: bool
    reasons: tuple[str, ...]


def candidates(ledger: Ledger) -> list[Candidate]:
    """Return the pairs of records that may be one person, the surest first.

    Certain are the same profile; the same e-mail address, not a desk's, with names of one person;
    the same telephone and full name; the same name at the same employer, told or shown by the
    e-mail address, where nothing disagrees and neither source has the name twice; and records of
    one source by their day of connection. A pair that would bring two different people together is
    not certain, whatever it shares.

    Parameters
    ----------
    ledger
        Facts as stored, people being records of sources. Pairs that the user decided are left out,
        as are records of one source with two different profiles.

    Examples
    --------
    >>> from netgraph.records import Person
    >>> one = Person("p1", "William Smith", "linkedin", company="Globex")
    >>> two = Person("p2", "Bill Smith", "google", company="Globex Corporation")
    >>> [(c.a, c.b, c.certain) for c in candidates(Ledger({"p1": one, "p2": two}))]
    [('p1', 'p2', True)]
    """
    survey = _survey(ledger)
    sure = _joined(survey)
    found = [_candidate(pair, survey, pair in sure) for pair in survey.weighed]
    return sorted(found, key=lambda c: (-c.score, c.a, c.b))


def certain_matches(ledger: Ledger, *, only: Collection[str] | None = None) -> list[Match]:
    """Return a match for each pair of records that are certainly one person, by id.

    Parameters
    ----------
    only
        Ids of records: matches of which neither side is among them are left out.
    """
    survey = _survey(ledger)
    found = [
        Match(identifier("m", a, b), a, b, True, Basis.INFERRED, survey.weighed[a, b].reasons)
        for a, b in _joined(survey)
        if only is None or a in only or b in only
    ]
    return sorted(found, key=lambda m: m.id)


def stale_matches(ledger: Ledger, certain: Iterable[Match] | None = None) -> list[Match]:
    """Return the inferred matches of people that nothing supports any more.

    ``certain`` are all certain matches, if they are at hand.
    """
    now = {m.id for m in (certain_matches(ledger) if certain is None else certain)}
    return [
        m
        for m in ledger.matches
        if m.basis == Basis.INFERRED and m.id not in now and m.a not in ledger.organisations
    ]


def crowded_names(ledger: Ledger) -> dict[str, int]:
    """Return the names that so many records have that the name alone was not compared."""
    return blocks(traits(ledger)).crowded


@dataclass(frozen=True, slots=True)
class _Case:
    """A pair with what was found: its evidence, and what makes it certain, if anything."""

    evidence: Evidence
    proof: str = ""

    @property
    def reasons(self) -> tuple[str, ...]:
        """The evidence in words, the proof first where it is none of it."""
        known = self.evidence.reasons
        return (self.proof, *known) if self.proof not in ("", "yes") else known


@dataclass(frozen=True, slots=True)
class _Survey:
    """All pairs worth a word, the traits of all records, and what the user decided."""

    traits: Mapping[str, Traits]
    weighed: Mapping[Pair, _Case]
    same: Collection[Pair]
    apart: Collection[Pair]


def _survey(ledger: Ledger) -> _Survey:
    """Weigh every pair of records that share something."""
    known = traits(ledger)
    by_id = {t.record.id: t for t in known}
    stated = [m for m in ledger.matches if m.basis == Basis.STATED]
    same = {_pair(m.a, m.b) for m in stated if m.same}
    apart = {_pair(m.a, m.b) for m in stated if not m.same}
    eras = _eras(ledger, known)
    pairs = [(known[i], known[j]) for i, j in blocks(known).pairs]
    pairs = [(a, b) for a, b in pairs if not _two_of_one_source(a, b)]
    doubtful = _addresses_of_several(pairs)
    weighed: dict[Pair, _Case] = {}
    open_: list[tuple[Traits, Traits, Evidence]] = []
    for a, b in pairs:
        pair = a.record.id, b.record.id
        if pair in same or pair in apart:
            continue
        evidence = weigh(a, b)
        if (proof := eras.get(pair, "")) or _is_proved(a, b, evidence, doubtful):
            weighed[pair] = _Case(evidence, proof or "yes")
        elif _is_worth(a, b, evidence):
            open_.append((a, b, evidence))
    first = _Survey(by_id, weighed, same, apart)
    homonyms = _homonyms(known, [*_joined(first), *same])
    for a, b, found in open_:
        evidence = among(found, count := homonyms(a, b))
        if _is_asked(evidence, count):
            proof = "yes" if _is_colleague(a, b, evidence, count) else ""
            weighed[a.record.id, b.record.id] = _Case(evidence, proof)
    return first


def _pair(a: str, b: str) -> Pair:
    return (a, b) if a < b else (b, a)


def _candidate(pair: Pair, survey: _Survey, certain: bool) -> Candidate:
    """Return a pair as it is shown."""
    case = survey.weighed[pair]
    reasons = case.reasons
    score = max(SURE, case.evidence.score) if certain else min(SURE - 0.01, case.evidence.score)
    if case.proof and not certain:
        reasons = (*reasons, "together with others they would be two people")
    return Candidate(*pair, round(score, 2), certain, reasons)


def _two_of_one_source(a: Traits, b: Traits) -> bool:
    """Whether one source shows two records as two people."""
    return a.record.source == b.record.source and differ(a.profiles, b.profiles)


def _addresses_of_several(pairs: Iterable[tuple[Traits, Traits]]) -> set[str]:
    """Return the e-mail addresses that two people share."""
    found: set[str] = set()
    for a, b in pairs:
        shared = a.emails & b.emails
        if shared and compatible(a.name, b.name).grade == Grade.DIFFERENT:
            found |= shared
    return found


def _is_proved(a: Traits, b: Traits, evidence: Evidence, doubtful: Collection[str]) -> bool:
    """Whether addresses alone make two records certainly one person's."""
    grade = evidence.verdict.grade
    if "profile" in evidence.supports:
        return grade != Grade.DIFFERENT or not set(a.words).isdisjoint(b.words)
    if "profile" in evidence.objections:
        return False
    if "e-mail" in evidence.supports and prove_by_email(a, b, evidence.verdict):
        return grade in WHOLE or not (a.emails & b.emails <= set(doubtful))
    return (
        "telephone" in evidence.supports
        and grade in WHOLE
        and not {"e-mail", "colleague's e-mail"} & evidence.objections.keys()
        and EGO not in (a.record.id, b.record.id)
    )


def _is_colleague(a: Traits, b: Traits, evidence: Evidence, homonyms: int) -> bool:
    """Whether name and employer make two records certainly one person's."""
    return (
        evidence.verdict.grade == Grade.SAME
        and not evidence.supports.keys().isdisjoint(("employer", "domain"))
        and homonyms == 1
        and a.record.source != b.record.source
        and not evidence.objections
        and is_plain_form(a.name, b.name)
        and EGO not in (a.record.id, b.record.id)
    )


def _is_worth(a: Traits, b: Traits, evidence: Evidence) -> bool:
    """Whether what two records share is more than chance."""
    grade, supports = evidence.verdict.grade, evidence.supports.keys()
    if a.name.generation and b.name.generation and a.name.generation != b.name.generation:
        return False
    if grade == Grade.DIFFERENT:
        slip = is_slip(a.name, b.name)
        if supports & STRONG:
            known = slip or a.is_addressed or b.is_addressed
            return known or is_renamed(a.name, b.name) or "profile" in supports
        return slip and "employer" in supports and "profile" not in evidence.objections
    if "profile" in evidence.objections:
        return bool(supports & {"e-mail", "telephone"})
    if supports & {*STRONG, "employer", "domain", "school"}:
        return True
    return grade in WHOLE or grade == Grade.VARIANT


def _is_asked(evidence: Evidence, homonyms: int) -> bool:
    """Whether a pair is strong enough to be shown to the user."""
    if homonyms > MANY and not evidence.supports.keys() - {"place"}:
        return False
    return bool(evidence.supports.keys() & STRONG) or evidence.score >= LEAST


def _homonyms(known: Sequence[Traits], joined: Iterable[Pair]) -> Callable[[Traits, Traits], int]:
    """Return a function that says how many people of two records' names one source has at most."""
    root = {one.record.id: one.record.id for one in known}
    for a, b in joined:
        if a in root and b in root:
            root[_find(root, b)] = _find(root, a)
    names = {one.record.id: name_key(one) for one in known}
    people: defaultdict[Pair, set[str]] = defaultdict(set)
    for one in known:
        people[one.record.source, names[one.record.id]].add(_find(root, one.record.id))

    def count(a: Traits, b: Traits) -> int:
        two = names[a.record.id], names[b.record.id]
        return max(
            len(people[one.record.source, two[0]] | people[one.record.source, two[1]])
            for one in (a, b)
        )

    return count


def _find(root: dict[str, str], i: str) -> str:
    """Return who stands for the group of a record."""
    while (up := root[i]) != i:
        root[i] = i = root[up]
    return i


def _joined(survey: _Survey) -> dict[Pair, None]:
    """Join what is proved, the surest first; return the pairs that ended up together.

    A join that would put two people into one group is left out.
    """
    root = {i: i for i in survey.traits}
    members: dict[str, list[str]] = {i: [i] for i in survey.traits}
    proved = [(pair, case) for pair, case in survey.weighed.items() if case.proof]
    proved.sort(key=lambda p: ("profile" not in p[1].evidence.supports, -p[1].evidence.score, p[0]))
    stated = [pair for pair in sorted(survey.same) if pair[0] in root and pair[1] in root]
    for a, b in [*stated, *(pair for pair, _ in proved)]:
        one, other = _find(root, a), _find(root, b)
        if one != other and ((a, b) in survey.same or _fit(members[one], members[other], survey)):
            root[other] = one
            members[one] += members.pop(other)
    return {pair: None for pair, _ in proved if _find(root, pair[0]) == _find(root, pair[1])}


def _fit(one: Sequence[str], other: Sequence[str], survey: _Survey) -> bool:
    """Whether all records of two groups can be one person's."""
    for i, j in product(one, other):
        a, b = survey.traits[i], survey.traits[j]
        if _pair(i, j) in survey.apart or _two_of_one_source(a, b):
            return False
        case = survey.weighed.get(_pair(i, j))
        proved = case is not None and case.proof
        if not (proved or a.profiles & b.profiles) and (
            compatible(a.name, b.name).grade == Grade.DIFFERENT
        ):
            return False
    return True


def _eras(ledger: Ledger, known: Sequence[Traits]) -> dict[Pair, str]:
    """Return who is one person in one source: stored by name first, by profile since.

    LinkedIn's exports had no profile addresses before 2023, and its recommendations have none.
    """
    since = {(t.source, t.v): t.since for t in ledger.ties if t.kind == "connection"}
    named: defaultdict[Pair, list[Traits]] = defaultdict(list)
    for one in known:
        if one.record.id != EGO and fold(one.record.name):
            named[one.record.source, fold(one.record.name)].append(one)
    found: dict[Pair, str] = {}
    for (source, _), records in sorted(named.items()):
        with_ = [t.record.id for t in records if any(map(is_member, t.profiles))]
        without = [t.record.id for t in records if not t.profiles]
        days = {i: since.get((source, i)) for i in (*with_, *without)}
        connected = {i for i in days if (source, i) in since}
        if with_ and without and connected:
            for a, b, reason in _era(with_, without, days, connected):
                found[_pair(a, b)] = reason
    return found


def _era(
    with_: Sequence[str],
    without: Sequence[str],
    days: Mapping[str, date | None],
    connected: Collection[str],
) -> Iterator[tuple[str, str, str]]:
    """Yield who of one name is one person, by the day or because only one is a connection."""
    for i in without:
        same_day = [j for j in with_ if days[i] and days[j] == days[i]]
        twins = [j for j in without if days[j] == days[i]]
        if len(same_day) == 1 and len(twins) == 1:
            yield i, same_day[0], f"same name, both connected on {days[i]}"
        elif len(without) == len(with_) == 1 and (i in connected) != (with_[0] in connected):
            yield i, with_[0], "same name, only one of the two is a connection"
