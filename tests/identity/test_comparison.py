"""What speaks for and against two records being one person, weighed by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from netgraph.identity.compared import Traits, traits
from netgraph.identity.comparison import (
    DOUBTED,
    Evidence,
    among,
    are_two,
    differ,
    may_be_proved,
    prove_by_email,
    weigh,
)
from netgraph.identity.name_comparison import Grade
from netgraph.model.records import Ledger, Person, Position


def person(i: str, name: str, source: str = "linkedin", **known: Any) -> Person:
    return replace(Person(i, name, source), **known)


def of(one: Person) -> Traits:
    return traits(Ledger({one.id: one}))[0]


def both(one: str, other: str, a: dict[str, Any], b: dict[str, Any]) -> Evidence:
    return weigh(of(person("a", one, **a)), of(person("b", other, "google", **b)))


@pytest.mark.parametrize(
    ("other", "a", "b", "score"),
    [
        ("Ana Silva", {}, {}, 0.5),
        ("Ana Silva", {"company": "Acme"}, {"company": "ACME"}, 0.8),
        ("Ana Silva", {"company": "Acme"}, {"emails": ("a@acme.com",)}, 0.75),
        ("Silva Ana", {}, {}, 0.45),
        ("A. Silva", {}, {}, 0.2),
        ("Bo Chen", {}, {}, 0.1),
        ("Ana Silva", {"place": "Berlin"}, {"place": "berlin"}, 0.6),
        ("Ana Silva", {"urls": ("in/ana",)}, {"urls": ("in/ana",)}, 1.0),  # 1.1, and 1 is most
        ("Ana Silva", {"company": "Acme"}, {"company": "Globex"}, 0.4),
        ("Ana Silva", {"urls": ("in/ana",)}, {"urls": ("in/bo",)}, 0.1),
        ("Ana Silva", {"title": "Poet"}, {"title": "Nurse"}, 0.45),
        ("Ana Silva", {"emails": ("a@x.org",)}, {"emails": ("b@y.org",)}, 0.45),
        ("Ana Silva", {"emails": ("a@acme.com",)}, {"emails": ("b@acme.com",)}, 0.2),
        ("Ana Silva", {"phones": ("7946 0018",)}, {"phones": ("7946 0019",)}, 0.45),
        ("Ana Silva", {"emails": ("ana@x.org",)}, {"emails": ("ana@x.org",)}, 0.95),
        ("Bo Chen", {"urls": ("in/ana",)}, {"urls": ("in/ana",)}, DOUBTED),  # 0.7 and in doubt
        ("Bo Chen", {"urls": ("in/ana",)}, {"urls": ("in/bo",)}, 0.0),
    ],
)
def test_the_score_is_the_sum_of_what_speaks_for_and_against(
    other: str, a: dict[str, Any], b: dict[str, Any], score: float
) -> None:
    assert pytest.approx(score) == both("Ana Silva", other, a, b).score


def test_two_entries_of_one_source_are_held_against_a_pair() -> None:
    evidence = weigh(of(person("a", "Ana Silva")), of(person("b", "Ana Silva")))

    assert ("equal given names", "two entries of one source") == evidence.reasons
    assert pytest.approx(0.4) == evidence.score


@pytest.mark.parametrize(
    ("one", "other", "grade"),
    [
        ("Hyun Woo Kim", "Kim Hyunwoo", Grade.REVERSED),
        ("Catharina Roy", "Katarina Roy", Grade.VARIANT),
        ("Hildi Roy", "Hildebrand Roy", Grade.VARIANT),
        ("Ana Roy", "Bo Roy", Grade.DIFFERENT),
    ],
)
def test_names_are_compared_by_order_and_sound_too(one: str, other: str, grade: Grade) -> None:
    assert grade == both(one, other, {}, {}).verdict.grade


def test_who_is_known_by_the_address_alone_is_compared_by_it() -> None:
    shared: dict[str, Any] = {"emails": ("ana@x.org",)}

    assert Grade.PARTIAL == both("ana@x.org", "Silvia Ramos", shared, shared).verdict.grade
    assert Grade.PARTIAL != both("ana@x.org", "Silvia Ramos", {}, shared).verdict.grade


def test_a_name_that_nobody_else_has_speaks_for_a_pair_and_namesakes_against() -> None:
    alone = both("Ana Silva", "Ana Silva", {}, {})

    assert pytest.approx(0.75) == among(alone, 1).score
    assert pytest.approx(0.35) == among(alone, 2).score
    assert "2 people of the name in one source" == among(alone, 2).reasons[-1]
    other = both("Ana Silva", "A. Silva", {}, {})
    assert other == among(other, 1) == among(other, 2)
    within = weigh(of(person("a", "Ana Silva")), of(person("b", "Ana Silva")))
    assert within == among(within, 1)
    assert pytest.approx(0.25) == among(within, 2).score


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ({"x"}, {"y"}, True),
        ({"x", "y"}, {"y"}, False),
        (set(), {"y"}, False),
        ({"x"}, set(), False),
    ],
)
def test_what_is_not_known_does_not_differ(one: set[str], other: set[str], apart: bool) -> None:
    assert apart == differ(one, other)


def test_two_profiles_in_one_source_are_two_people() -> None:
    one, two = person("a", "Ana", urls=("in/ana",)), person("b", "Ana", urls=("in/ana-2",))

    assert are_two(of(one), of(two))
    assert not are_two(of(one), of(replace(two, source="google")))
    assert not are_two(of(one), of(replace(two, urls=())))
    assert not are_two(of(one), of(replace(two, urls=("github.com/ana",))))


@pytest.mark.parametrize(
    ("a", "b", "proof"),
    [
        ({"emails": ("a@x.org",)}, {"emails": ("a@x.org",)}, True),
        ({"phones": ("7946 0018",)}, {"phones": ("7946 0018",)}, True),
        ({"urls": ("in/ana",)}, {"urls": ("in/ana",)}, True),
        ({"company": "Acme"}, {"company": "Acme"}, True),
        ({"company": "Acme"}, {"emails": ("a@acme.com",)}, True),
        ({"emails": ("a@acme.com",)}, {"company": "Acme"}, True),
        ({"company": "Acme"}, {"company": "Acme", "source": "linkedin"}, False),
        (
            {"company": "Acme", "emails": ("a@x.org",)},
            {"company": "Acme", "emails": ("b@x.org",)},
            False,
        ),
        (
            {"company": "Acme", "phones": ("7946 0018",)},
            {"company": "Acme", "phones": ("7946 0019",)},
            False,
        ),
        ({"place": "Berlin"}, {"place": "Berlin"}, False),
    ],
)
def test_an_address_or_an_employer_can_prove_two_to_be_one(
    a: dict[str, Any], b: dict[str, Any], proof: bool
) -> None:
    one, other = person("a", "Ana Silva", **a), person("b", "Ana Silva", "google")
    other = replace(other, **b)

    assert proof == may_be_proved(of(one), of(other))


@pytest.mark.parametrize(
    ("one", "other", "email", "proved"),
    [
        ("Ana Silva", "Ana Silva", "silva@x.org", True),
        ("Ana Silva", "Silva Ana", "silva@x.org", True),
        ("Ana Silva", "Bo Chen", "ana@x.org", False),
        ("Ana Silva", "A. Silva", "asilva@x.org", True),
        ("Ana Silva", "A. Silva", "silva@x.org", False),  # may be her brother's
        ("Robert Hale Jr.", "R. Hale", "rh@x.org", False),
        ("Catharina Roy", "Katarina Roy", "cr@x.org", False),
        ("ana@x.org", "Ana Silva", "ana@x.org", True),
    ],
)
def test_a_shared_address_proves_a_name_that_says_less(
    one: str, other: str, email: str, proved: bool
) -> None:
    a = of(person("a", one, emails=(email,)))
    b = of(person("b", other, "google", emails=(email,)))

    assert proved == prove_by_email(a, b, weigh(a, b).verdict)
    assert proved == prove_by_email(b, a, weigh(b, a).verdict)


@pytest.mark.parametrize(
    ("a", "b", "supports", "objections"),
    [
        ({"urls": ("in/ana",)}, {"urls": ("in/ana",)}, ["same profile"], []),
        ({"emails": ("b@x.org", "a@x.org")}, {"emails": ("a@x.org", "b@x.org")},
         ["same e-mail a@x.org"], []),
        ({"phones": ("7946 0018",)}, {"phones": ("7946 0018",)}, ["same telephone"], []),
        ({"company": "Acme Inc."}, {"company": "ACME"}, ["both at Acme Inc."], []),
        ({"company": "Acme"}, {"emails": ("a@acme.com",)},
         ["the e-mail is of the other's employer"], []),
        ({"place": "Berlin"}, {"place": "berlin"}, ["both in Berlin"], []),
        ({"urls": ("in/ana",)}, {"urls": ("in/bo",)}, [], ["different profiles"]),
        ({"emails": ("a@acme.com",)}, {"emails": ("b@acme.com",)}, [],
         ["two addresses at one employer"]),
        ({"emails": ("a@x.org",)}, {"emails": ("b@y.org",)}, [], ["different e-mails"]),
        ({"phones": ("7946 0018",)}, {"phones": ("7946 0019",)}, [], ["different telephones"]),
        ({"company": "Acme"}, {"company": "Globex"}, [], ["different employers"]),
        ({"title": "Poet"}, {"title": "Nurse"}, [], ["different titles"]),
        ({"source": "google"}, {}, [], ["two entries of one source"]),
    ],
)  # fmt: skip
def test_what_is_shared_and_what_differs_is_said_in_these_words(
    a: dict[str, Any], b: dict[str, Any], supports: list[str], objections: list[str]
) -> None:
    evidence = both("Ana Silva", "Ana Silva", a, b)

    assert supports == list(evidence.supports.values())
    assert objections == list(evidence.objections.values())


def test_schools_are_shared_or_differ_and_a_generation_is_one_or_none() -> None:
    def at(i: str, name: str, school: str, source: str) -> Traits:
        one = person(i, name, source)
        seen = Position("w", i, school, kind="school")
        return traits(Ledger({i: one}, positions=(seen,)))[0]

    same = weigh(
        at("a", "Ana Silva", "Hill College", "x"), at("b", "Ana Silva", "Hill College", "")
    )
    other = weigh(at("a", "Ana Silva", "Hill College", "x"), at("b", "Ana Silva", "Oak School", ""))
    jr = both("John Smith Jr.", "John Smith", {}, {})

    assert ["same school"] == list(same.supports.values())
    assert ["different schools"] == list(other.objections.values())
    assert ["not the same generation"] == list(jr.objections.values())


def test_who_is_alone_with_the_name_and_who_is_not_is_said() -> None:
    alone = both("Ana Silva", "Ana Silva", {}, {})

    assert "nobody else of the name in either source" in among(alone, 1).supports.values()
    assert "3 people of the name in one source" in among(alone, 3).objections.values()


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("Catharina Roy", "Katarina Roy", "Katarina and Catharina sound alike"),
        ("Steffi Roy", "Stefania Roy", "Steffi may be short for Stefania"),
        ("Ana Maria Silva", "Silva Maria Ana", "the same words in another order"),
        ("Peter Roy", "Jane Roy", "different given names"),
    ],
)
def test_how_two_names_compare_is_said(one: str, other: str, reason: str) -> None:
    a, b = traits(Ledger({n: Person(n, name) for n, name in (("a", one), ("b", other))}))

    assert reason == weigh(a, b).verdict.reason == weigh(b, a).verdict.reason
