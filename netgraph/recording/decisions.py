"""Two records, one person or employer or two: what the user decides, remembered for ever."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from netgraph.identity import decisions
from netgraph.identity.classification import certain_matches, stale_matches
from netgraph.identity.decisions import Question
from netgraph.identity.firms import Firms
from netgraph.journal.lookup import find_person
from netgraph.journal.naming import records_of
from netgraph.model.records import Ledger, Match, Organisation
from netgraph.store import Change


def record_same(ledger: Ledger, change: Change, a: str, b: str) -> tuple[str, str]:
    """Make one person of two; return the ids that were two."""
    one, other = (find_person(ledger, words, allow_ego=True) for words in (a, b))
    found = decisions.same(
        change.facts_but_events(), records_of(ledger, one), records_of(ledger, other)
    )
    change.put(found)
    return one, other


def record_apart(ledger: Ledger, change: Change, a: str, b: str) -> tuple[str, str]:
    """Make sure that two are two, now and after every import; return a record of each."""
    groups = _records(ledger, change.facts_but_events(), a, b)
    change.put(decisions.apart(*groups))
    parted = change.facts_but_events()
    certain = certain_matches(parted)
    change.drop(Match, [m.id for m in stale_matches(parted, certain)])
    change.put(certain)
    return groups[0][0], groups[1][0]


def record_likely(ledger: Ledger, change: Change) -> list[Question]:
    """Make one of all who are very probably one; return what that answers."""
    facts = change.facts_but_events()
    found = decisions.likely(decisions.questions(facts, ledger))
    for question in found:
        pair = (records_of(ledger, person.id) for person in (question.a, question.b))
        change.put(decisions.same(facts, *pair))
    return found


def record_one_employer(ledger: Ledger, change: Change, a: str, b: str) -> tuple[str, str]:
    """Make one employer, school or club of two; return the ids that were two."""
    firms = change.facts(Organisation)
    one, other = _employers(firms.values(), a, b)
    stands = {i: ledger.alias.get(i, i) for i in (*firms, one, other)}
    groups = [[i, *(o for o in firms if o != i and stands[o] == stands[i])] for i in (one, other)]
    change.put(decisions.same(change.facts_but_events(), *groups))
    return one, other


def record_two_employers(change: Change, a: str, b: str) -> tuple[str, str]:
    """Make sure that two employers are two; return their ids."""
    one, other = _employers(change.facts(Organisation).values(), a, b)
    change.put(decisions.apart([one], [other]))
    return one, other


def _employers(known: Iterable[Organisation], a: str, b: str) -> tuple[str, str]:
    """Return the ids of the two that are meant."""
    firms = Firms(known)
    return firms.find(a), firms.find(b)


def _records(ledger: Ledger, facts: Ledger, a: str, b: str) -> tuple[list[str], list[str]]:
    """Return the records that are meant: all of two people, or two of the one both mean."""
    one, other = (find_person(ledger, words, allow_ego=True) for words in (a, b))
    if one != other:
        return records_of(ledger, one), records_of(ledger, other)
    records = {i: facts.people[i] for i in records_of(ledger, one)}
    inside = replace(facts, people=records)
    return [find_person(inside, a, allow_ego=True)], [find_person(inside, b, allow_ego=True)]
