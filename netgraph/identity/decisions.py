"""What is left for the user to decide, and what they decided.

Questions are about people, that is groups of records already found to be one; a decision is a
`Match` between two records, stated, and remembered for ever.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from netgraph.identity.classification import LIKELY, candidates
from netgraph.model import ids
from netgraph.model.base_record import Record
from netgraph.model.errors import InvalidInput
from netgraph.model.records import Basis, Ledger, Match, Person


class Question(Record, frozen=True):
    """Two people who may be one, with a score in [0, 1] and why."""

    a: Person
    b: Person
    score: float
    reasons: tuple[str, ...]


def questions(facts: Ledger, resolved: Ledger) -> list[Question]:
    """Return the pairs of people who may be one and are not yet decided, the surest first.

    Parameters
    ----------
    facts
        Facts as stored.
    resolved
        The same, resolved: `netgraph.identity.resolution.resolve`.

    Examples
    --------
    >>> from netgraph.identity.resolution import resolve
    >>> book = {"p1": Person("p1", "Ana Silva", "linkedin"), "p2": Person("p2", "Ana Silva", "ics")}
    >>> [(q.a.id, q.b.id, q.score) for q in questions(Ledger(book), resolve(Ledger(book)))]
    [('p1', 'p2', 0.75)]
    """
    decided = {_people(resolved, m.a, m.b) for m in facts.matches if not m.same}
    found: dict[frozenset[str], Question] = {}
    for candidate in candidates(facts):
        pair = _people(resolved, candidate.a, candidate.b)
        if (
            len(pair) == 2
            and pair <= resolved.people.keys()
            and pair not in decided
            and pair not in found
        ):
            a, b = (resolved.people[i] for i in sorted(pair))
            found[pair] = Question(a, b, candidate.score, candidate.reasons)
    return list(found.values())


def likely(asked: Iterable[Question]) -> list[Question]:
    """Return the questions that may be answered with yes all at once.

    Each has a score of at least `netgraph.identity.classification.LIKELY`, and whoever is likely to
    be one with somebody is so with all who are likely to be one with them.
    """
    sure = [q for q in asked if q.score >= LIKELY]
    beside: defaultdict[str, set[str]] = defaultdict(set)
    for q in sure:
        for i in (q.a.id, q.b.id):
            beside[i] |= {q.a.id, q.b.id}
    return [q for q in sure if beside[q.a.id] == beside[q.b.id]]


def same(facts: Ledger, a: Sequence[str], b: Sequence[str]) -> list[Match]:
    """Return the matches that make one of two groups of records; the first of each stands for it.

    What was said to be apart between the two groups is taken back.

    Raises
    ------
    InvalidInput
        If the groups are one already.
    """
    if set(a) & set(b):
        raise InvalidInput("they are one already")
    between = [
        match
        for match in facts.matches
        if not match.same and (_crosses(match, a, b) or _crosses(match, b, a))
    ]
    return [_match(a[0], b[0], same=True), *(_match(m.a, m.b, same=True) for m in between)]


def apart(a: Sequence[str], b: Sequence[str]) -> list[Match]:
    """Return the matches that say of two groups of records that they are not one person.

    Raises
    ------
    InvalidInput
        If a record is in both.
    """
    if set(a) & set(b):
        raise InvalidInput("that is one record, which cannot be taken apart")
    return [_match(i, j, same=False) for i in a for j in b]


def _match(a: str, b: str, *, same: bool) -> Match:
    a, b = sorted((a, b))
    return Match(ids.match(a, b), a, b, same, Basis.STATED, ("you said so",))


def _crosses(match: Match, one: Sequence[str], other: Sequence[str]) -> bool:
    return match.a in one and match.b in other


def _people(resolved: Ledger, *records: str) -> frozenset[str]:
    """Return who stands for some records now."""
    return frozenset(resolved.alias.get(i, i) for i in records)
