"""Ego's network in words."""

from __future__ import annotations

import pytest

from netgraph.model.as_of import AsOf
from netgraph.model.records import EGO, Ledger, Organisation, Person, Tie
from netgraph.views.portrait import Mix, Portrait, portraits
from tests.strategies import TODAY


def net(*pairs: str, work: dict[str, tuple[str, str]] | None = None) -> Portrait:
    """Return the portrait of people called by one letter; "m" is ego, work is company and title."""
    ties = [tuple(EGO if i == "m" else i for i in pair) for pair in pairs]
    jobs = work or {}
    people = {
        i: Person(i, i.upper(), company=jobs.get(i, ("", ""))[0], title=jobs.get(i, ("", ""))[1])
        for pair in ties for i in pair
    }  # fmt: skip
    firms = {p.company: Organisation(p.company, p.company) for p in people.values() if p.company}
    book = Ledger(
        people, firms, ties=tuple(Tie(f"{u}{v}", u, v) for u, v in ties),
        spelling={name: name for name in firms},
    )  # fmt: skip
    return portraits(AsOf(book, TODAY)).known


def test_one_person_is_one_part_without_pairs() -> None:
    found = net("ma")

    assert (1, 0, None, 1, 1, 1) == (
        found.people, found.ties, found.density, found.parts, found.largest_part, found.alone,
    )  # fmt: skip
    assert ("1 person; without you they fall into 1 part, the largest of 1.",) == found.words


def test_few_pairs_who_know_each_other_are_fewer_than_one() -> None:
    letters = [chr(n) for n in range(0x100, 0x110)]
    found = net(*(f"m{i}" for i in letters), letters[0] + letters[1])

    assert pytest.approx(1 / 120, abs=1e-4) == found.density
    assert "Of 100 pairs of them, fewer than 1 know each other." in found.words


@pytest.mark.parametrize(
    ("pairs", "tells"),
    [
        (("ma", "mb"), "Your 2 contacts count as 2: they tell you different things."),
        (("ma", "mb", "ab"), "Your 2 contacts count as 1: they mostly know what the others know."),
    ],
)
def test_contacts_who_know_each_other_tell_the_same(pairs: tuple[str, ...], tells: str) -> None:
    assert tells in net(*pairs).words


def test_whom_it_hangs_on_is_named_at_most_three() -> None:
    found = net("ma", "ab", "mc", "cd", "me", "ef", "mg", "gh")

    assert 4 == len(found.hinges)
    assert "Your network hangs on 4 people: without A, C, E you would lose 3." in found.words


def test_fields_and_employers_are_counted_by_their_most_usual_spelling() -> None:
    work = {
        "a": ("Acme Inc.", "Nurse"), "b": ("Acme Inc.", "Nurse"), "c": ("ACME", "Data Scientist"),
        "d": ("Blue", ""), "e": ("freelance", ""),
    }  # fmt: skip
    found = net(*(f"m{i}" for i in work), work=work)

    assert (2, "Acme Inc.", 0.75) == (
        found.employers.groups, found.employers.largest, found.employers.share,
    )  # fmt: skip
    assert (2, "health", 0.6667) == (found.fields.groups, found.fields.largest, found.fields.share)
    assert "They work at 2 employers; the most, 75 of 100, at Acme Inc." in found.words


def test_where_nothing_is_known_of_work_nothing_is_said_of_it() -> None:
    found = net("ma", "mb")

    assert Mix(0, None, "", None) == found.fields == found.employers
    assert not any("They" in line for line in found.words[1:] if line.startswith("They"))


def test_between_whom_ego_stands_is_counted_by_role() -> None:
    work = {"a": ("Acme", ""), "b": ("Blue", "")}
    found = net("ma", "mb", work=work)

    assert {"liaison": 2} == {role: n for role, n in found.roles.items() if n}
    assert any(
        line.startswith("1 pair of them knows each other only through you") for line in found.words
    )
