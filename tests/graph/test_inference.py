"""Tests of `netgraph.graph.inference`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgraph.graph.inference import FALL, LIKELY, UNDATED, group_chance, inferred_ties
from netgraph.model.records import EGO, Gathering, Ledger, Organisation, Person, Position, Tie
from tests.strategies import FIRMS, OTHERS, TODAY, ties

TITLES = ("", "Nurse", "Data Scientist", "Data Analyst", "Product Manager and Data Analyst")


def staff(*titles: str, company: str = "Acme") -> dict[str, Person]:
    """People with these titles at one company."""
    return {f"p{n:04}": Person(f"p{n:04}", f"N{n}", company=company, title=t)
            for n, t in enumerate(titles)}  # fmt: skip


def at_acme(*titles: str) -> Ledger:
    """People with these titles at Acme."""
    return Ledger(staff(*titles), FIRMS)


def said(ledger: Ledger, *, as_of: date = TODAY) -> dict[tuple[str, str], float]:
    """What is guessed, by pair."""
    return {(g.u, g.v): g.confidence for g in inferred_ties(ledger, as_of=as_of)}


def was(person: str, start: str, end: str, place: str = "Acme", kind: str = "work") -> Position:
    """A past position."""
    return Position(f"{person}{place}", person, place, kind=kind, start=start, end=end)


def positions(*there: Position) -> Ledger:
    """People who have no present job, with these positions."""
    people = {p.person: Person(p.person, p.person) for p in there}
    return Ledger(people, FIRMS, positions=there)


@st.composite
def networks(draw: st.DrawFn) -> Ledger:
    """Draw people with jobs now and before, meetings, and what the user said of some pairs."""
    firms = st.sampled_from(["", "Acme", "ACME Inc.", "Blue River"])
    titles = st.sampled_from(TITLES)
    people = {i: Person(i, i, company=draw(firms), title=draw(titles)) for i in (EGO, *OTHERS)}
    years = st.sampled_from(["", "2018", "2019-05", "2021"])
    gone = st.builds(
        Position,
        st.uuids().map(str),
        st.sampled_from((EGO, *OTHERS)),
        st.sampled_from(["Acme", "Hill College"]),
        start=years,
        end=years,
        current=st.booleans(),
    ).map(lambda p: replace(p, kind="school") if p.organisation == "Hill College" else p)
    groups = st.lists(st.sampled_from((EGO, *OTHERS)), min_size=2, unique=True).map(tuple)
    met = st.builds(Gathering, st.uuids().map(str), st.just("meeting"), st.none(), groups)
    return Ledger(
        people,
        FIRMS,
        positions=tuple(draw(st.lists(gone, max_size=5))),
        gatherings=tuple(draw(st.lists(met, max_size=3))),
        ties=tuple(draw(st.lists(ties(), max_size=3))),
    )


def test_two_at_one_employer_have_the_chance_of_a_group_of_two() -> None:
    assert {("p0000", "p0001"): pytest.approx(LIKELY / (1 + FALL))} == said(at_acme("", ""))


def test_three_at_one_employer_know_each_other_less_likely() -> None:
    assert pytest.approx([LIKELY / (1 + 2 * FALL)] * 3) == list(said(at_acme("", "", "")).values())


def test_one_team_at_one_employer_is_a_second_sign() -> None:
    found = said(at_acme("Nurse", "Nurse", "Lawyer"))
    p3, p2 = group_chance(3), group_chance(2)
    assert pytest.approx(1 - (1 - p3) * (1 - p2)) == found["p0000", "p0001"]
    assert pytest.approx(p3) == found["p0000", "p0002"]


def test_ego_is_never_guessed_at_and_does_not_count_in_the_group() -> None:
    book = Ledger(staff("", "") | {EGO: Person(EGO, "You", company="Acme")}, FIRMS)
    assert {("p0000", "p0001"): pytest.approx(group_chance(2))} == said(book)


def test_spellings_of_one_firm_are_one_employer() -> None:
    people = {i: Person(i, i, company=c) for i, c in (("a", "Acme"), ("b", "ACME Inc."))}
    assert {("a", "b")} == said(Ledger(people, FIRMS)).keys()


def test_people_without_an_employer_share_none() -> None:
    assert {} == said(Ledger(staff("Nurse", "Nurse", company=""), FIRMS))


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        (("2015", "2019"), ("2017", "2021"), 1.0),
        (("2015", "2019-03"), ("2019", "2021"), 1.0),
        (("2015", "2019-03"), ("2019-04", "2021"), 0.0),
        (("2015", "2016"), ("2017", "2021"), 0.0),
        (("", "2016"), ("2017", ""), 0.0),
        (("", ""), ("2017", "2021"), UNDATED),
        (("", "2018"), ("", "2018"), UNDATED),
    ],
)
def test_former_colleagues_count_as_far_as_they_overlapped(
    one: tuple[str, str], other: tuple[str, str], shared: float
) -> None:
    expected = {("a", "b"): pytest.approx(group_chance(2) * shared)} if shared else {}
    assert expected == said(positions(was("a", *one), was("b", *other)))


def test_who_left_before_the_other_came_is_not_guessed_although_the_other_is_still_there() -> None:
    now = Position("n", "b", "Acme", start="2021", current=True)
    assert {} == said(positions(was("a", "2015", "2019"), now))


def test_one_class_of_a_school_is_a_second_sign() -> None:
    school = [was(i, "2015", "2019", "Hill College", "school") for i in "ab"]
    book = positions(*school, was("c", "2014", "2018", "Hill College", "school"))
    found = said(book)
    p3, p2 = group_chance(3), group_chance(2)
    assert pytest.approx(1 - (1 - p3) * (1 - p2)) == found["a", "b"]
    assert pytest.approx(p3) == found["a", "c"]


def test_one_conversation_is_a_sign_and_of_several_the_smallest_counts() -> None:
    people = {i: Person(i, i) for i in "abc"}
    talks = [
        Gathering("1", "conversation", None, ("a", "b", "c", EGO)),
        Gathering("2", "conversation", date(2026, 1, 1), ("a", "b", EGO)),
    ]
    found = {
        (g.u, g.v): g for g in inferred_ties(Ledger(people, gatherings=tuple(talks)), as_of=TODAY)
    }
    assert pytest.approx(group_chance(2)) == found["a", "b"].confidence
    assert ("in one conversation of 3, you among them",) == found["a", "b"].evidence
    assert pytest.approx(group_chance(3)) == found["a", "c"].confidence


def test_a_meeting_after_the_day_asked_for_is_not_known_yet() -> None:
    met = Gathering("1", "meeting", date(2026, 5, 2), ("a", "b"))
    book = Ledger({i: Person(i, i) for i in "ab"}, gatherings=(met,))
    assert {} == said(book)
    assert {("a", "b")} == said(book, as_of=date(2026, 5, 2)).keys()


def test_somebody_who_is_not_among_the_people_is_left_out_of_a_meeting() -> None:
    met = Gathering("1", "meeting", None, ("a", "ghost"))
    assert {} == said(Ledger({"a": Person("a", "a")}, gatherings=(met,)))


@pytest.mark.parametrize("known", [True, False])
def test_what_the_user_said_of_two_is_not_guessed_at(known: bool) -> None:
    tie = Tie("t", "p0001", "p0000", known=known)
    assert {} == said(replace(at_acme("", ""), ties=(tie,)))


def test_of_a_large_employer_only_teams_are_listed_and_its_size_counts() -> None:
    book = at_acme("Nurse", "Nurse", *[""] * 10)
    p12, p2 = group_chance(12), group_chance(2)
    assert {("p0000", "p0001"): pytest.approx(1 - (1 - p12) * (1 - p2))} == said(book)


def test_a_company_of_1800_is_no_million_pairs() -> None:
    titles = [f"Engineer {n}" for n in range(1800)]
    assert 0 == len(said(at_acme(*titles)))
    fields = "Nurse Lawyer Recruiter Chemist Journalist Architect Farmer Actor Cook".split()
    assert 15 * 135 // 2 >= len(said(at_acme(*[""] * 1665, *fields * 15)))


@given(networks())
def test_confidence_lies_between_0_and_1_and_everything_has_a_reason(book: Ledger) -> None:
    found = list(inferred_ties(book, as_of=TODAY))
    assert all(0 < g.confidence < 1 and g.evidence for g in found)
    assert sorted({(g.u, g.v) for g in found}) == [(g.u, g.v) for g in found]
    assert all(g.u < g.v and EGO not in (g.u, g.v) for g in found)


@given(networks())
def test_what_is_settled_is_never_guessed(book: Ledger) -> None:
    settled = {frozenset((t.u, t.v)) for t in book.ties}
    assert settled.isdisjoint(frozenset(pair) for pair in said(book))


@given(networks(), st.permutations(OTHERS))
def test_relabelling_people_changes_nothing(book: Ledger, others: list[str]) -> None:
    new = dict(zip(OTHERS, others, strict=True)) | {EGO: EGO}
    expected = {
        frozenset((new[g.u], new[g.v])): (g.confidence, g.evidence)
        for g in inferred_ties(book, as_of=TODAY)
    }
    found = inferred_ties(relabelled(book, new), as_of=TODAY)
    assert expected == {frozenset((g.u, g.v)): (g.confidence, g.evidence) for g in found}


def relabelled(book: Ledger, new: Mapping[str, str]) -> Ledger:
    """The same ledger with other ids of people, in the order of these."""
    people = {new[i]: replace(p, id=new[i]) for i, p in book.people.items()}
    return replace(
        book,
        people={i: people[i] for i in sorted(people)},
        positions=tuple(replace(p, person=new[p.person]) for p in book.positions),
        gatherings=tuple(
            replace(g, people=tuple(new[i] for i in g.people)) for g in book.gatherings
        ),
        ties=tuple(replace(t, u=new[t.u], v=new[t.v]) for t in book.ties),
    )


@given(networks(), st.sampled_from(TITLES), st.integers(1, 12))
def test_a_larger_group_never_raises_a_confidence(book: Ledger, title: str, more: int) -> None:
    newcomers = {f"q{n}": Person(f"q{n}", "New", company="Acme", title=title) for n in range(more)}
    grown = replace(
        book,
        people=dict(book.people) | newcomers,
        gatherings=tuple(
            replace(g, people=(*g.people, *newcomers)) for g in book.gatherings
        ),
        positions=(*book.positions, *(was(i, "", "2021", "Hill College", "school")
                                      for i in newcomers)),
    )  # fmt: skip
    before = said(book)
    after = {pair: c for pair, c in said(grown).items() if pair in before}
    assert all(confidence <= before[pair] + 1e-12 for pair, confidence in after.items())
    known = {pair for pair in said(grown) if not set(pair) & newcomers.keys()}
    assert known <= before.keys()


@given(st.integers(2, 10_000), st.integers(1, 10_000))
def test_the_chance_of_a_group_falls_with_its_size(size: int, more: int) -> None:
    assert 0 < group_chance(size + more) < group_chance(size) < 1


def test_organisations_nobody_is_at_cost_nothing() -> None:
    lonely = {"o9": Organisation("o9", "Lonely", spellings=("Lonely",))}
    assert {} == said(Ledger(staff("", company="Lonely"), lonely))
