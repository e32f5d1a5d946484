"""Which records are one person: by a labelled set, case by case, and for all ledgers."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgraph.identity.blocking import CROWD
from netgraph.identity.classification import (
    LARGE,
    LIKELY,
    SURE,
    Candidate,
    candidates,
    certain_matches,
    crowded_names,
    stale_matches,
)
from netgraph.identity.resolution import resolve
from netgraph.model.records import (
    EGO,
    Basis,
    Ledger,
    Match,
    Origin,
    Person,
    Position,
    Source,
    Statement,
    Tie,
)
from tests.benchmarks import identity_scale
from tests.benchmarks.identity_quality import labelled

Judged = tuple[str, Candidate | None, bool]


def person(i: str, name: str, source: str = "linkedin", **known: object) -> Person:
    return replace(Person(i, name, source), **known)  # type: ignore[arg-type]


def book(*people: Person, **facts: object) -> Ledger:
    return replace(Ledger({p.id: p for p in people}), **facts)  # type: ignore[arg-type]


def found(*people: Person, **facts: object) -> list[tuple[str, str, bool]]:
    return [(c.a, c.b, c.certain) for c in candidates(book(*people, **facts))]


@pytest.fixture(scope="module")
def judged() -> list[Judged]:
    return [(pair.name, pair.found, pair.same) for pair in labelled()]


def test_the_labelled_set_has_500_pairs_of_which_half_are_one_person(
    judged: list[Judged],
) -> None:
    ones = sum(label for *_, label in judged)

    assert 500 == len(judged)
    assert 240 <= ones <= 260


def test_joins_made_without_asking_are_right(
    judged: list[Judged],
) -> None:
    joined = [(name, label) for name, found, label in judged if found and found.certain]
    wrong = [name for name, label in joined if not label]

    assert 1 - len(wrong) / len(joined) >= 0.995, wrong
    assert len(joined) >= 150


def test_who_is_one_person_is_joined_or_asked_about(
    judged: list[Judged],
) -> None:
    missed = [name for name, found, label in judged if label and not found]

    assert 1 - len(missed) / sum(label for *_, label in judged) >= 0.95, missed


def test_what_may_be_accepted_in_bulk_is_right(
    judged: list[Judged],
) -> None:
    sure = [(name, label) for name, found, label in judged if found and found.score >= LIKELY]
    wrong = [name for name, label in sure if not label]

    assert 1 - len(wrong) / len(sure) >= 0.96, wrong


def test_all_labelled_people_in_one_ledger_are_told_apart_as_well() -> None:
    people, positions, truth = [], [], {}
    for number, (_, ledger, label) in enumerate(labelled()):
        for side, record in ledger.people.items():
            people.append(replace(record, id=f"{side}{number}"))
        positions += [replace(p, person=f"{p.person}{number}") for p in ledger.positions]
        truth[f"a{number}", f"b{number}"] = label
    certain = [c for c in candidates(book(*people, positions=tuple(positions))) if c.certain]
    wrong = [(c.a, c.b) for c in certain if not truth.get((c.a, c.b), False)]

    assert len(certain) >= 150
    assert len(wrong) / len(certain) <= 0.005, wrong


def test_the_same_profile_is_one_person_whatever_the_surname() -> None:
    one = person("p1", "Jane Doe", urls=("https://www.linkedin.com/in/jane-doe",))
    other = person("p2", "Jane Roe", "google", urls=("uk.linkedin.com/in/Jane-Doe/",))

    assert [("p1", "p2", True)] == found(one, other)


def test_a_profile_pasted_beside_another_name_is_asked_about() -> None:
    one = person("p1", "Jane Doe", urls=("in/jane-doe",))
    other = person("p2", "Karl Roe", "google", urls=("in/jane-doe",))

    assert [("p1", "p2", False)] == found(one, other)


def test_one_source_with_two_profiles_has_two_people() -> None:
    one = person("p1", "Jane Doe", emails=("jane@example.org",), urls=("in/jane-1",))
    other = person("p2", "Jane Doe", emails=("jane@example.org",), urls=("in/jane-2",))

    assert [] == found(one, other)


def test_two_people_are_not_joined_through_a_third_record() -> None:
    one = person("p1", "Jane Doe", emails=("jane@example.org",), urls=("in/jane-1",))
    two = person("p2", "Jane Doe", phones=("+442079460018",), urls=("in/jane-2",))
    bridge = person(
        "p3", "Jane Doe", "google", emails=("jane@example.org",), phones=("+442079460018",)
    )
    certain = [c for c in candidates(book(one, two, bridge)) if c.certain]

    assert [("p1", "p3")] == [(c.a, c.b) for c in certain]


@pytest.mark.parametrize("email", ["info@example.org", "no-reply@example.org", "hr@example.org"])
def test_an_address_of_a_desk_says_nothing(email: str) -> None:
    one, other = (person(i, n, i, emails=(email,)) for i, n in (("p1", "Al Doe"), ("p2", "Al Ek")))

    assert [] == found(one, other)


def test_an_initial_that_two_of_a_family_share_is_asked_about() -> None:
    email = ("letters@example.org",)
    names = (("p1", "J. Carter"), ("p2", "Jane Carter"), ("p3", "John Carter"))
    people = [person(i, name, f"s{i}", emails=email) for i, name in names]

    assert not any(certain for *_, certain in found(*people))


def test_two_of_one_name_in_a_source_are_not_joined_by_their_employer() -> None:
    one = person("p1", "Jane Doe", company="Acme", urls=("in/jane-1",))
    two = person("p2", "Jane Doe", company="Globex", urls=("in/jane-2",))
    other = person("p3", "Jane Doe", "google", company="ACME Inc.")

    assert [("p1", "p3", False)] == found(one, two, other)


def test_a_bare_name_is_asked_about_beside_each_of_two_namesakes() -> None:
    two = [person(i, "Jane Doe", urls=(f"in/{i}",)) for i in ("p1", "p2")]

    assert [("p1", "p3", False), ("p2", "p3", False)] == found(*two, person("p3", "Jane Doe", "x"))


def test_two_entries_of_one_book_are_asked_about_and_not_likely() -> None:
    two = [person(i, "Jane Doe", "google", emails=(f"{i}@example.org",)) for i in ("p1", "p2")]
    (pair,) = candidates(book(*two))

    assert (False, True) == (pair.certain, pair.score < LIKELY)
    assert "two entries of one source" in pair.reasons


@pytest.mark.parametrize(
    ("title", "certain"),
    [("Senior Engineer", True), ("Mechanical Engineer", False), ("Chaplain", False), ("", True)],
)
def test_the_title_must_not_be_of_another_trade(title: str, certain: bool) -> None:
    one = person("p1", "Jane Doe", company="Acme", title="Software Engineer")
    other = person("p2", "Jane Doe", "google", company="Acme", title=title)

    assert [("p1", "p2", certain)] == found(one, other)


def test_a_past_employer_counts() -> None:
    one = person("p1", "Jane Doe", company="Globex")
    other = person("p2", "Jane Doe", "google", company="Acme")
    past = Position("w1", "p1", "Acme Inc.")

    assert [("p1", "p2", True)] == found(one, other, positions=(past,))


def test_retired_people_have_no_employer_in_common() -> None:
    one = person("p1", "Jane Doe", company="Retired")
    other = person("p2", "Jane Doe", "google", company="retired")

    assert [("p1", "p2", False)] == found(one, other)


def test_the_users_own_address_counts() -> None:
    one = person("p1", "Jane Doe")
    other = person("p2", "Jane Doe", "google", emails=("jane@example.org",))
    said = Statement("s1", "p1", "email", ("jane@example.org",))

    assert [("p1", "p2", True)] == found(one, other, statements=(said,))


def test_ego_is_known_by_an_address_and_not_by_the_employer() -> None:
    me = Person(EGO, "Robin Ostrow", emails=("robin@example.org",), company="Acme")
    card = person("p1", "Robin Ostrow", "google", emails=("robin@example.org",))
    namesake = person("p2", "Robin Ostrow", company="Acme")

    assert [(EGO, "p1", True)] == found(me, card)
    assert [(EGO, "p2", False)] == found(me, namesake)


def test_ego_without_a_name_is_known_by_the_address() -> None:
    me = Person(EGO, "You", emails=("robin@example.org",))
    card = person("p1", "Robin Ostrow", "google", emails=("robin@example.org",))

    assert [(EGO, "p1", True)] == found(me, card)


def connected(i: str, day: int) -> Tie:
    return Tie(f"t{i}", EGO, i, Basis.OBSERVED, "connection", since=date(2020, 5, day),
               source="linkedin")  # fmt: skip


def test_a_list_without_profiles_is_matched_by_name_and_day() -> None:
    old = person("p1", "Wei Li"), person("p2", "Wei Li")
    new = person("p3", "Wei Li", urls=("in/w1",)), person("p4", "Wei Li", urls=("in/w2",))
    days = (connected("p1", 1), connected("p3", 1), connected("p2", 2), connected("p4", 3))

    certain = [(a, b) for a, b, yes in found(*old, *new, ties=days) if yes]

    assert [("p1", "p3")] == certain


def test_two_connected_on_one_day_under_one_name_are_left_to_the_user() -> None:
    old = person("p1", "Wei Li")
    new = person("p3", "Wei Li", urls=("in/w1",)), person("p4", "Wei Li", urls=("in/w2",))
    days = (connected("p1", 1), connected("p3", 1), connected("p4", 1))

    assert not any(yes for *_, yes in found(old, *new, ties=days))


def test_what_the_user_decided_is_not_asked_again() -> None:
    one, other = person("p1", "Jane Doe"), person("p2", "Jane Doe", "google")

    for yes in (True, False):
        decided = Match("m", "p2", "p1", yes)
        assert [] == found(one, other, matches=(decided,))


def test_no_rule_joins_again_what_the_user_took_apart() -> None:
    names = (("p1", "linkedin"), ("p2", "google"), ("p3", "outlook"))
    people = [person(i, "Jane Doe", s, emails=("jane@example.org",)) for i, s in names]
    decided = Match("m", "p1", "p2", False)
    ledger = book(*people, matches=(decided,))
    after = resolve(replace(ledger, matches=(decided, *certain_matches(ledger))))

    assert 2 == len(after.people)
    assert after.alias.get("p1", "p1") != after.alias.get("p2", "p2")


def test_a_join_that_a_namesake_puts_in_doubt_is_stale() -> None:
    one = person("p1", "Jane Doe", company="Acme", urls=("in/jane-1",))
    other = person("p2", "Jane Doe", "google", company="Acme")
    joins = tuple(certain_matches(book(one, other)))
    namesake = person("p3", "Jane Doe", company="Globex", urls=("in/jane-2",))

    assert [("p1", "p2")] == [(m.a, m.b) for m in joins]
    assert list(joins) == stale_matches(book(one, other, namesake, matches=joins))
    assert [] == stale_matches(book(one, other, matches=joins))


def test_only_matches_of_some_records_can_be_asked_for() -> None:
    people = [
        person(f"{s}{n}", f"Jane Doe{n * 'a'}", s, emails=(f"j{n}@example.org",))
        for s in ("linkedin", "google")
        for n in (1, 2)
    ]

    assert ["google2"] == [m.a for m in certain_matches(book(*people), only={"linkedin2"})]


def test_a_name_that_very_many_have_is_compared_where_something_else_agrees() -> None:
    crowd = [person(f"p{n:03}", "Li Wei", urls=(f"in/li-{n}",)) for n in range(CROWD)]
    other = person("q1", "Li Wei", "google", company="Acme", emails=("li@example.org",))
    known = replace(crowd[7], company="Acme")
    people = [*crowd[:7], known, *crowd[8:], other]

    assert [("p007", "q1", False)] == found(*people)
    assert {"li wei": CROWD + 1} == crowded_names(book(*people))


# For all ledgers


def maybe(*values: str) -> st.SearchStrategy[tuple[str, ...]]:
    """Draw one of the values or none."""
    return st.sampled_from([(), *((value,) for value in values)])


@st.composite
def crowds(draw: st.DrawFn) -> Ledger:
    """Draw records of three sources that share names, addresses and employers."""
    people = [
        Person(
            f"p{n}",
            draw(st.sampled_from(["Jane Doe", "J. Doe", "Jane Roe", "John Doe", "Doe", ""])),
            draw(st.sampled_from(["linkedin", "google", "you"])),
            draw(maybe("jane@example.org", "doe@example.org", "info@example.org")),
            draw(maybe("in/jane", "in/jane-2")),
            draw(maybe("+442079460018")),
            draw(st.sampled_from(["", "Acme", "Globex"])),
        )
        for n in range(draw(st.integers(0, 7)))
    ]
    return book(*people)


@given(crowds(), st.randoms(use_true_random=False))
def test_the_order_of_records_plays_no_part(ledger: Ledger, chance: random.Random) -> None:
    shuffled = chance.sample(sorted(ledger.people.items()), len(ledger.people))

    assert candidates(ledger) == candidates(replace(ledger, people=dict(shuffled)))


@given(crowds())
def test_scores_are_between_0_and_1_and_reasons_are_given(ledger: Ledger) -> None:
    for candidate in candidates(ledger):
        assert candidate.a < candidate.b
        assert 0 <= candidate.score <= 1
        assert candidate.certain == (candidate.score >= SURE)
        assert all(candidate.reasons)


@given(crowds())
def test_nobody_joined_has_two_profiles_in_one_source(ledger: Ledger) -> None:
    after = resolve(replace(ledger, matches=tuple(certain_matches(ledger))))
    profiles: dict[tuple[str, str], set[str]] = {}
    for i, record in ledger.people.items():
        stands = after.alias.get(i, i)
        profiles.setdefault((stands, record.source), set()).update(record.urls)

    assert all(len(urls) <= 1 for urls in profiles.values())


@given(crowds())
def test_what_was_joined_once_is_joined_again_and_nothing_is_stale(ledger: Ledger) -> None:
    joins = tuple(certain_matches(ledger))
    again = replace(ledger, matches=joins)

    assert list(joins) == certain_matches(again)
    assert [] == stale_matches(again)


anything = st.text(st.characters() | st.sampled_from("@.+-_/:%in ana"), max_size=30)


@given(st.lists(st.tuples(anything, anything, anything, anything), max_size=5))
def test_every_string_can_be_a_name_an_address_or_a_firm(
    rows: list[tuple[str, str, str, str]],
) -> None:
    people = [
        Person(f"p{n}", name, f"s{n % 2}", (email,), (url,), (email, url), company, name)
        for n, (name, email, url, company) in enumerate(rows)
    ]

    assert certain_matches(book(*people)) == certain_matches(book(*reversed(people)))


def test_what_merges_by_itself_is_what_is_listed_as_certain() -> None:
    ledger = identity_scale.book(900)
    listed = {(c.a, c.b) for c in candidates(ledger) if c.certain}
    assert listed == {(m.a, m.b) for m in certain_matches(ledger)}
    assert listed


@pytest.mark.parametrize("address", ["a", "b"])
def test_who_is_known_by_an_address_only_is_who_has_it(address: str) -> None:
    mail = person(address, "ana@example.org", "mail", emails=("ana@example.org",))
    known = person("ab".replace(address, ""), "Silvia Ramos", "google", emails=("Ana@Example.org",))
    assert [("a", "b", True)] == found(mail, known)


def test_an_address_of_two_people_joins_neither_to_who_is_known_by_it() -> None:
    shared = ("home@example.org",)
    mail = person("a", "home@example.org", "mail", emails=shared)
    ann = person("b", "Ann Lee", "google", emails=shared)
    bob = person("c", "Bob Lee", "linkedin", emails=shared)
    assert not [pair for pair in found(mail, ann, bob) if pair[2]]


@pytest.mark.parametrize(("known", "certain"), [(LARGE - 1, True), (LARGE, False)])
def test_a_name_at_a_firm_of_hundreds_is_asked_about(known: int, certain: bool) -> None:
    others = [person(f"p{n}", f"{n}", "google", company="Acme") for n in range(known)]
    one = person("a", "Ana Silva", "google", company="Acme")
    other = person("b", "Ana Silva", company="Acme")
    assert [("a", "b", certain)] == found(one, other, *others)


def test_a_friend_who_lent_an_export_is_the_one_of_that_name_whom_ego_knows() -> None:
    ada = Person("p1", "Ada Nwosu", "google", emails=("ada@x.org",))
    friend = Person("p2", "Ada Nwosu", "you", origin=Origin.LENDER)
    lent = Source("p2-linkedin", "linkedin", owner="p2")

    assert [("p1", "p2", True)] == found(ada, friend, sources=(lent,))
    other = replace(ada, id="p3", emails=("other@y.org",), source="outlook")
    assert not [row for row in found(ada, other, friend, sources=(lent,)) if row[2]]


@pytest.mark.parametrize(
    ("one", "other", "asked"),
    [
        ({"company": "Acme"}, {"company": "Acme"}, True),
        ({}, {}, False),
        ({"company": "Acme", "urls": ("in/anna",)}, {"company": "Acme", "urls": ("in/bo",)}, False),
        ({"emails": ("a@x.org",)}, {"emails": ("a@x.org",)}, True),
    ],
)
def test_a_slip_of_a_letter_is_asked_about_beside_the_same_employer_or_address(
    one: dict[str, object], other: dict[str, object], asked: bool
) -> None:
    a = replace(person("p1", "Anna Silvax"), **one)  # type: ignore[arg-type]
    b = replace(person("p2", "Anna Silvay", "google"), **other)  # type: ignore[arg-type]

    assert asked == bool(found(a, b))


@pytest.mark.parametrize(
    ("name", "known", "certain"),
    [
        ("Ana Silva", {"phones": ("+44 20 7946 0018",)}, True),
        ("A. Silva", {"phones": ("+44 20 7946 0018",)}, False),
        ("Ana Silva Souza", {"phones": ("+44 20 7946 0018",)}, False),
    ],
)
def test_a_telephone_proves_a_whole_name_and_asks_about_less(
    name: str, known: dict[str, object], certain: bool
) -> None:
    one = person("a", "Ana Silva", "google", **known)

    assert [("a", "b", certain)] == found(one, person("b", name, "outlook", **known))


@pytest.mark.parametrize(
    ("one", "other"),
    [("A. Doe", "Ana Doe"), ("Ana D.", "Ana Doe"), ("Jane Roe Doe", "Jane Roe")],
)
def test_a_name_that_says_less_is_asked_about_only_beside_something_else(
    one: str, other: str
) -> None:
    less, more = person("a", one, "google"), person("b", other, "outlook")

    assert [] == found(less, more)
    assert [("a", "b", False)] == found(
        replace(less, company="Acme"), replace(more, company="Acme")
    )


def test_whom_many_know_is_one_by_as_few_matches_as_it_takes() -> None:
    url = "https://www.linkedin.com/in/cara-weiss"
    many = [Person(f"p{n}", "Cara Weiss", f"s{n}", urls=(url,)) for n in range(9)]
    ledger = Ledger({p.id: p for p in many})

    matches = certain_matches(ledger)

    assert [("p0", f"p{n}") for n in range(1, 9)] == sorted((m.a, m.b) for m in matches)
    resolved = resolve(replace(ledger, matches=tuple(matches)))
    assert ["p0"] == [p.id for p in resolved.people.values() if p.name == "Cara Weiss"]
