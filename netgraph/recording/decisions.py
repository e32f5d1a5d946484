"""Two records, one person or two: what the user decides, written down and remembered."""

from __future__ import annotations

from dataclasses import replace

from netgraph.identity import decisions
from netgraph.identity.classification import certain_matches, stale_matches
from netgraph.journal.lookup import find_person, records_of
from netgraph.model.records import Ledger, Match
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


def _records(ledger: Ledger, facts: Ledger, a: str, b: str) -> tuple[list[str], list[str]]:
    """Return the records that are meant: all of two people, or two of the one both mean."""
    one, other = (find_person(ledger, words, allow_ego=True) for words in (a, b))
    if one != other:
        return records_of(ledger, one), records_of(ledger, other)
    records = {i: facts.people[i] for i in records_of(ledger, one)}
    inside = replace(facts, people=records)
    return [find_person(inside, a, allow_ego=True)], [find_person(inside, b, allow_ego=True)]
