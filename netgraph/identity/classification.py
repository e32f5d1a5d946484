"""Which records are one person: scored candidates with reasons, and those that are certain.

Nothing is learnt from the order in which records came: everything is worked out anew from all of
them. What the user decided is kept for ever.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from typing import Final

from netgraph.identity.blocking import blocks
from netgraph.identity.by_name import Pair, connected_since, eras, pair_of
from netgraph.identity.clustering import grouped, homonyms
from netgraph.identity.compared import Records, Traits, traits
from netgraph.identity.comparison import (
    STRONG,
    WHOLE,
    Evidence,
    among,
    are_two,
    prove_by_email,
    weigh,
)
from netgraph.identity.groups import Groups
from netgraph.identity.name_comparison import Grade, compatible
from netgraph.identity.name_similarity import is_plain_form, is_renamed, is_slip, is_tail
from netgraph.identity.owners import ego_by_name, known_lenders
from netgraph.identity.proofs import provable
from netgraph.model import ids
from netgraph.model.base_record import Record
from netgraph.model.records import EGO, Basis, Ledger, Match, Person

SURE: Final = 0.95
"""Least score of a certain pair; the others stay below."""

LIKELY: Final = 0.7
"""Score from which a pair is very probably one person: what may be accepted in bulk."""

LEAST: Final = 0.35
"""Score below which nobody is asked."""

MANY: Final = 5
"""People of one name in one source above which the name alone is no evidence."""


SEVERAL: Final = 3
"""More records than these of one profile and name are not all compared with one another."""

LARGE: Final = 200
"""People known at one firm above which a name there may be two people's."""


class Candidate(Record, frozen=True):
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
    e-mail address, where nothing disagrees, neither source has the name twice and the employer is
    not one of hundreds of people known; and records of one source by their day of connection. A
    pair that would bring two different people together is not certain, whatever it shares.

    Parameters
    ----------
    ledger
        Facts as stored, people being records of sources. Pairs that the user decided are left out,
        as are records of one source with two different profiles.

    Examples
    --------
    >>> from netgraph.model.records import Person
    >>> one = Person("p1", "William Smith", "linkedin", company="Globex")
    >>> two = Person("p2", "Bill Smith", "google", company="Globex Corporation")
    >>> [(c.a, c.b, c.certain) for c in candidates(Ledger({"p1": one, "p2": two}))]
    [('p1', 'p2', True)]
    """
    survey = _survey(ledger)
    found = [_candidate(pair, survey) for pair in survey.cases]
    return sorted(found, key=lambda c: (-c.score, c.a, c.b))


def certain_matches(ledger: Ledger, *, only: Collection[str] | None = None) -> list[Match]:
    """Return a match for each pair of records that are certainly one person, by id.

    Parameters
    ----------
    only
        Ids of records: matches of which neither side is among them are left out.
    """
    survey = _survey(ledger, weak=False)
    found = [
        Match(ids.match(a, b), a, b, True, Basis.INFERRED, case.reasons)
        for (a, b), case in survey.cases.items()
        if survey.is_certain((a, b)) and (only is None or a in only or b in only)
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


class _Case(Record, frozen=True):
    """A pair's evidence, whether it proves them to be one, and what else does."""

    evidence: Evidence
    proved: bool = False
    proof: str = ""

    @property
    def reasons(self) -> tuple[str, ...]:
        """The evidence in words, with what is none of it first."""
        return (self.proof, *self.evidence.reasons) if self.proof else self.evidence.reasons


class _Survey(Record, frozen=True):
    """The pairs worth a word, and the people that the proved ones make."""

    cases: Mapping[Pair, _Case]
    groups: Groups

    def is_certain(self, pair: Pair) -> bool:
        """Whether two are proved to be one and can be."""
        a, b = pair
        return self.cases[pair].proved and self.groups.of(a) == self.groups.of(b)


def _survey(ledger: Ledger, *, weak: bool = True) -> _Survey:
    """Weigh every pair of records that share something, or only what may prove them to be one."""
    by_id = Records(ledger)
    stated = [m for m in ledger.matches if m.basis == Basis.STATED]
    same = {pair_of(m.a, m.b) for m in stated if m.same}
    apart = {pair_of(m.a, m.b) for m in stated if not m.same}
    times = eras(ledger.people.values(), connected_since(ledger))
    times |= dict(ego_by_name(ledger, times))
    found = _all_pairs(list(by_id.values())) if weak else provable(by_id)
    found = _copies_once(found, ledger.people)
    later = _shown_later(by_id, times)
    pairs = _pairs(by_id, dict.fromkeys((*found, *times)), {*same, *apart}, later)
    cases: dict[Pair, _Case] = {}
    unproved: dict[Pair, Evidence] = {}
    doubtful = _addresses_of_several(pairs.values())
    for pair, (a, b) in pairs.items():
        evidence, proof = weigh(a, b), times.get(pair, "")
        if proof or _is_proved(a, b, evidence, doubtful):
            cases[pair] = _Case(evidence, True, proof)
        elif _is_worth(a, b, evidence):
            unproved[pair] = evidence
    people = grouped(by_id, _by_proof(cases), same=same, apart=apart)
    if unproved:
        count = homonyms(by_id, people)
        large = _large_firms(by_id.values())
        for pair, alone in unproved.items():
            a, b = pairs[pair]
            evidence = among(alone, many := count(a, b))
            if _is_asked(evidence, many):
                cases[pair] = _Case(evidence, many == 1 and _are_colleagues(a, b, evidence, large))
        people = grouped(by_id, _by_proof(cases), same=same, apart=apart)
    if lenders := dict(known_lenders(ledger, people)):
        for (i, j), proof in lenders.items():
            cases[i, j] = _Case(weigh(by_id[i], by_id[j]), True, proof)
        people = grouped(by_id, _by_proof(cases), same=same, apart=apart)
    return _Survey(cases, people)


def _all_pairs(records: Sequence[Traits]) -> list[Pair]:
    """Return the pairs that share something, by their ids."""
    return [(records[i].record.id, records[j].record.id) for i, j in blocks(records).pairs]


def _copies_once(found: Iterable[Pair], people: Mapping[str, Person]) -> list[Pair]:
    """Return pairs in which the copies that many have of one record meet the first of them alone.

    Whom a hundred students know has a hundred records of one profile and name.
    """
    alike: defaultdict[tuple[tuple[str, ...], str], list[str]] = defaultdict(list)
    for i, person in people.items():
        if person.urls:
            alike[person.urls, person.name].append(i)
    many = (sorted(ids) for ids in alike.values() if len(ids) > SEVERAL)
    first = {i: ids[0] for ids in many for i in ids}
    pairs = found if not first else (p for p in found if first.get(p[0], p) != first.get(p[1]))
    return [*pairs, *(pair_of(one, i) for i, one in first.items() if i != one)]


def _shown_later(by_id: Mapping[str, Traits], times: Iterable[Pair]) -> dict[str, str]:
    """Return under which profile a later export shows whom an older one shows by name."""
    both = [sorted(pair, key=lambda i: not by_id[i].record.urls) for pair in times]
    return {old: new for new, old in both if by_id[new].record.urls}


def _pairs(
    by_id: Mapping[str, Traits],
    found: Iterable[Pair],
    decided: Collection[Pair],
    later: Mapping[str, str],
) -> dict[Pair, tuple[Traits, Traits]]:
    """Return the pairs to compare: what is decided, or one source says, is left out."""
    pairs: dict[Pair, tuple[Traits, Traits]] = {}
    for a, b in found:
        profiles = by_id[later.get(a, a)], by_id[later.get(b, b)]
        two = by_id[a], by_id[b]
        if (a, b) not in decided and not are_two(*two) and not are_two(*profiles):
            pairs[a, b] = two
    return pairs


def _by_proof(cases: Mapping[Pair, _Case]) -> list[Pair]:
    """Return the proved pairs, the surest first."""
    proved = [(pair, case.evidence) for pair, case in cases.items() if case.proved]
    proved.sort(key=lambda p: ("profile" not in p[1].supports, -p[1].score, p[0]))
    return [pair for pair, _ in proved]


def _candidate(pair: Pair, survey: _Survey) -> Candidate:
    """Return a pair as it is shown."""
    case, certain = survey.cases[pair], survey.is_certain(pair)
    score = case.evidence.score
    reasons = case.reasons
    if case.proved and not certain:
        reasons = (*reasons, "together with others they would be two people")
    score = max(SURE, score) if certain else min(SURE - 0.01, score)
    return Candidate(*pair, round(score, 2), certain, reasons)


def _addresses_of_several(pairs: Iterable[tuple[Traits, Traits]]) -> set[str]:
    """Return the e-mail addresses that two people share."""
    found: set[str] = set()
    for a, b in pairs:
        shared = a.emails & b.emails
        if a.is_addressed or b.is_addressed:
            continue
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
        and not {"e-mail", "colleague's e-mail", "title"} & evidence.objections.keys()
        and EGO not in (a.record.id, b.record.id)
    )


def _large_firms(records: Iterable[Traits]) -> set[str]:
    """Return the firms of which a source knows so many that two of them may share a name."""
    size = Counter((one.record.source, firm) for one in records for firm in one.firms)
    return {firm for (_, firm), people in size.items() if people > LARGE}


def _are_colleagues(a: Traits, b: Traits, evidence: Evidence, large: Set[str]) -> bool:
    """Whether name and employer make two records certainly one person's."""
    shared = (a.firms & b.firms) or a.firms | b.firms
    return (
        evidence.verdict.grade == Grade.SAME
        and not evidence.supports.keys().isdisjoint(("employer", "domain"))
        and a.record.source != b.record.source
        and not evidence.objections
        and not shared <= large
        and is_plain_form(a.name, b.name)
        and (not (a.trade and b.trade) or a.trade <= b.trade or b.trade <= a.trade)
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
            known = slip or a.is_addressed or b.is_addressed or is_tail(a.name, b.name)
            return known or is_renamed(a.name, b.name) or "profile" in supports
        return slip and "employer" in supports and "profile" not in evidence.objections
    if "profile" in evidence.objections:
        return bool(supports & {"e-mail", "telephone"})
    if supports & {*STRONG, "employer", "domain", "school"}:
        return True
    return grade in WHOLE or grade == Grade.VARIANT


def _is_asked(evidence: Evidence, namesakes: int) -> bool:
    """Whether a pair is strong enough to be shown to the user."""
    if namesakes > MANY and not evidence.supports.keys() - {"place"}:
        return False
    return bool(evidence.supports.keys() & STRONG) or evidence.score >= LEAST
