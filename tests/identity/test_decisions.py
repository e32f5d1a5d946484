"""What is left for the user to decide about records that may be one, and what they decided."""

from __future__ import annotations

from dataclasses import replace

import pytest

from netgraph.identity.decisions import apart, likely, questions, same
from netgraph.identity.resolution import resolve
from netgraph.model import ids
from netgraph.model.errors import InvalidInput
from netgraph.model.records import Basis, Ledger, Match, Person


def person(i: str, name: str, source: str = "linkedin", **known: object) -> Person:
    return replace(Person(i, name, source), **known)  # type: ignore[arg-type]


def book(*people: Person, **facts: object) -> Ledger:
    return replace(Ledger({p.id: p for p in people}), **facts)  # type: ignore[arg-type]


def doubt() -> Ledger:
    """Return two people who may be one, the second of two records."""
    return book(
        person("p1", "Jane Doe", urls=("in/jane-doe",)),
        person("p2", "Jane Doe", "google", emails=("jane@example.org",)),
        person("p3", "Jane Doe", "outlook", emails=("jane@example.org",)),
        matches=(Match("m", "p2", "p3", True, Basis.INFERRED),),
    )


def test_a_question_is_about_people_not_records() -> None:
    asked = questions(doubt(), resolve(doubt()))

    assert [("p1", "p2")] == [(q.a.id, q.b.id) for q in asked]


def test_no_is_no_for_all_records_of_a_person() -> None:
    no = apart(["p1"], ["p2", "p3"])
    after = replace(doubt(), matches=(*doubt().matches, *no))

    assert [] == questions(after, resolve(after))
    assert {"p3": "p2"} == resolve(after).alias


def test_yes_takes_back_an_earlier_no() -> None:
    no = apart(["p1"], ["p2", "p3"])
    refused = {m.id: m for m in (*doubt().matches, *no)}
    yes = same(replace(doubt(), matches=tuple(refused.values())), ["p1"], ["p2", "p3"])
    after = replace(doubt(), matches=tuple((refused | {m.id: m for m in yes}).values()))

    assert {"p2": "p1", "p3": "p1"} == resolve(after).alias


def test_what_is_one_cannot_be_joined_nor_one_record_taken_apart() -> None:
    with pytest.raises(InvalidInput, match="one already"):
        same(doubt(), ["p1"], ["p1"])
    with pytest.raises(InvalidInput, match="one record"):
        apart(["p1"], ["p1"])


def test_bulk_acceptance_leaves_out_whoever_could_be_either_of_two() -> None:
    people = person("p1", "Ana Ek"), person("p2", "Ana Ek", "google")
    clear = questions(book(*people), resolve(book(*people)))
    both = book(*people, person("p3", "Ana Ek", "outlook", company="Acme", urls=("in/ana",)))
    asked = questions(both, resolve(both))

    assert 1 == len(likely(clear))
    assert 3 == len(likely(asked))
    assert [] == likely([q for q in asked if {q.a.id, q.b.id} != {"p1", "p3"}])


def test_a_question_says_how_likely_it_is_and_why() -> None:
    people = person("p1", "Ana Ek"), person("p2", "Ana Ek", "google", company="Acme")
    (asked,) = questions(book(*people), resolve(book(*people)))

    assert 0.5 + 0.25 == asked.score  # equal names, and nobody else has it
    assert ("equal given names", "nobody else of the name in either source") == asked.reasons


def test_what_the_user_decides_stands_between_each_two_records() -> None:
    assert [("p1", "p2"), ("p1", "p3")] == [(m.a, m.b) for m in apart(["p1"], ["p3", "p2"][::-1])]
    (yes,) = same(Ledger(), ["p3"], ["p1", "p2"])
    assert Match(ids.match("p1", "p3"), "p1", "p3", True, Basis.STATED, ("you said so",)) == yes


def test_a_no_between_other_people_is_not_taken_back() -> None:
    other = Match("m", "p1", "p9", same=False)

    assert 1 == len(same(Ledger(matches=(other,)), ["p1"], ["p2"]))
