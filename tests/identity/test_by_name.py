"""Who is one person in one account of which some files say profiles and some only names."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from netgraph.identity.by_name import (
    connected_since,
    eras,
    is_mention,
    pair_of,
    reason_by_name,
    short_name,
    unclear,
)
from netgraph.model.records import CONNECTION, EGO, Ledger, Match, Origin, Person, Tie

DAY, OTHER = date(2024, 3, 1), date(2024, 3, 2)
OLD = Person("a", "Ana Silva", "linkedin")
NEW = Person("b", "Ana Silva", "linkedin", urls=("in/ana",))
NAMED = Person("n", "Ana Silva", "linkedin", origin=Origin.MENTIONED)
ONLY_ONE = "same name, only one of the two is a connection"


def test_a_pair_has_one_order() -> None:
    assert ("a", "b") == pair_of("b", "a") == pair_of("a", "b")


def test_connections_have_their_day_and_other_ties_none() -> None:
    ties = (
        Tie("t1", EGO, "a", kind=CONNECTION, since=DAY),
        Tie("t2", EGO, "b", kind=CONNECTION),
        Tie("t3", EGO, "c", since=DAY),
    )

    assert {"a": DAY, "b": None} == connected_since(Ledger(ties=ties))


@pytest.mark.parametrize(
    ("since", "found"),
    [
        ({"a": DAY, "b": DAY}, {("a", "b"): f"same name, both connected on {DAY}"}),
        ({"a": DAY, "b": OTHER}, {}),
        ({"a": None, "b": None}, {}),
        ({"a": DAY, "b": DAY, "c": DAY}, {}),  # c has a profile too: which of the two is a?
        ({"a": DAY}, {("a", "b"): ONLY_ONE}),
    ],
)
def test_the_day_of_connection_tells_who_is_one_with_and_without_profile(
    since: dict[str, date | None], found: dict[tuple[str, str], str]
) -> None:
    people = [OLD, NEW, *([replace(NEW, id="c", urls=("in/c",))] if "c" in since else [])]

    assert found == eras(people, since)


def test_two_rows_at_one_employer_are_one_if_a_day_is_missing() -> None:
    one, two = replace(OLD, company="Acme"), replace(NEW, company="Acme")
    reason = "same name at Acme, of one no day of connection is known"

    assert {("a", "b"): reason} == eras([one, two], {"a": None, "b": DAY})
    assert {} == eras([one, two], {"a": DAY, "b": OTHER})
    assert {} == eras([one, replace(two, company="Globex")], {"a": None, "b": DAY})
    assert {} == eras([OLD, NEW], {"a": None, "b": DAY})


def test_a_name_means_who_alone_has_it() -> None:
    twin = replace(NEW, id="c", urls=("in/ana-2",), company="Acme")

    assert {("b", "n"): ONLY_ONE} == eras([NEW, NAMED], {"b": DAY})
    assert {("b", "n"): reason_by_name(False)} == eras([NEW, NAMED], {})
    assert {} == eras([NEW, twin, NAMED], {"b": DAY, "c": OTHER})
    at = replace(NAMED, company="ACME")
    assert {("c", "n"): ONLY_ONE} == eras([NEW, twin, at], {"b": DAY, "c": OTHER})


def test_names_of_another_account_or_of_ego_or_of_one_letter_mean_nobody() -> None:
    assert {} == eras([replace(NEW, source="bo-linkedin"), NAMED], {"b": DAY})
    assert {} == eras([replace(NEW, source="google"), replace(OLD, source="google")], {})
    assert {} == eras([replace(NEW, id=EGO), NAMED], {})
    assert {} == eras([replace(NEW, name="X"), replace(NAMED, name="x")], {"b": DAY})
    assert 1 == len(eras([replace(NEW, name="Bo"), replace(NAMED, name="bo")], {"b": DAY}))


def test_several_mentions_of_a_name_nobody_has_are_one_person() -> None:
    again = replace(NAMED, id="m", company="Acme")

    assert {("m", "n"): reason_by_name(False)} == eras([NAMED, again], {})


@pytest.mark.parametrize("full", ["Ana (Annie) Silva", "Ana Silva, PhD"])
def test_a_mention_finds_who_writes_more_behind_the_name(full: str) -> None:
    assert {("b", "n"): ONLY_ONE} == eras([replace(NEW, name=full), NAMED], {"b": DAY})


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Ana (Annie) Silva, PhD", "ana silva"),
        ("Robert Hale, Jr., PhD", "robert hale jr"),
        ("Zoë O'Brien", "zoe obrien"),
        ("(she/her)", ""),
    ],
)
def test_a_short_name_keeps_the_generation(name: str, short: str) -> None:
    assert short == short_name(name)


def test_only_a_mention_is_one() -> None:
    assert is_mention(NAMED)
    assert not is_mention(OLD)
    assert not is_mention(replace(OLD, origin=Origin.LENDER))


def test_a_name_that_somebody_has_is_nobodys_until_it_is_said() -> None:
    book = Ledger({"b": NEW, "n": NAMED})

    assert {"n"} == unclear(book)
    assert frozenset() == unclear(replace(book, matches=(Match("m", "b", "n", False),)))
    connected = Tie("t", EGO, "n", kind=CONNECTION)
    assert frozenset() == unclear(replace(book, ties=(connected,)))
    assert frozenset() == unclear(Ledger({"n": NAMED, "b": replace(NEW, source="google")}))
    assert frozenset() == unclear(Ledger({"n": NAMED, "a": OLD}))
    assert {"n"} == unclear(Ledger({"n": NAMED, "b": replace(NEW, name="Ana (Annie) Silva")}))
    assert frozenset() == unclear(Ledger({"b": NEW}))
