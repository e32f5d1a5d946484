"""Occupations: what a title says somebody does, in which field, and how far up."""

from __future__ import annotations

import pytest

from netgraph.titles.occupations import ASIDE, Reader, fields, occupations_of, reader, seniority
from netgraph.titles.word_list import make_word_list


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("SWE II", {"software engineer"}),
        ("Sr. PM", {"product manager", "project manager"}),
        ("HRBP", {"hr business partner"}),
        ("VP HR", {"hr leader"}),
        ("UX Lead", {"ux designer"}),
        ("RN", {"nurse"}),
        ("CFO", {"chief financial officer"}),
    ],
)
def test_abbreviations_are_read(title: str, expected: set[str]) -> None:
    assert expected == occupations_of(title)


@pytest.mark.parametrize(
    "title",
    ["Krankenpflegerin", "Infirmière", "Enfermera", "Enfermeiro", "Infermiera", "Verpleegkundige"],
)
def test_one_occupation_is_the_same_in_six_languages(title: str) -> None:
    assert {"nurse"} == occupations_of(title)


def test_case_and_accents_do_not_matter() -> None:
    assert occupations_of("développeur") == occupations_of("DEVELOPPEUR") == {"software engineer"}


def test_unknown_compounds_are_taken_apart() -> None:
    assert {"software engineer"} == occupations_of("Javaentwicklerin")
    assert {"biologist"} == occupations_of("Astrobiologist")


def test_unknown_derivations_are_traced_to_their_root() -> None:
    assert occupations_of("Oceanographic") == occupations_of("Oceanographer") == {"oceanographer"}


@pytest.mark.parametrize(
    ("title", "looks_like"),
    [
        ("Sales Engineer", "engineering"),
        ("Solutions Architect", "construction"),
        ("Assistant to the CEO", "founders and executives"),
        ("Chef de projet", "hospitality and food"),
        ("Accounts Payable Clerk", "sales"),
        ("Yoga Teacher", "education"),
        ("Private Secretary to the Minister", "government and policy"),
    ],
)
def test_a_word_inside_another_term_does_not_count(title: str, looks_like: str) -> None:
    assert looks_like not in fields(title)


def test_a_title_without_a_known_word_has_no_field() -> None:
    assert frozenset() == fields("Manager") == fields("") == fields("Zxqw")


@pytest.mark.parametrize(
    ("title", "level"),
    [
        ("Intern, Marketing", 0),
        ("Werkstudent IT", 0),
        ("Junior Analyst", 1),
        ("Executive Assistant to the CFO", 1),
        ("Senior Data Scientist", 3),
        ("Staff Nurse", None),
        ("Chief of Staff", 4),
        ("Head of Data", 5),
        ("Vice President, Sales", 6),
        ("President", 7),
        ("Co-Founder & CEO", 7),
        ("Product Owner", None),
        ("Nurse", None),
    ],
)
def test_seniority_is_what_the_title_says(title: str, level: int | None) -> None:
    assert level == seniority(title)


def test_every_occupation_of_our_word_list_is_read_as_itself() -> None:
    lost = [
        entry.name
        for entry in reader().words.occupations
        if not entry.subject and entry.name not in occupations_of(entry.name)
    ]

    assert [] == lost


SMALL = Reader(
    make_word_list(
        {"care": {"nurse": {"words": "rn"}, "care home": {"subject": True}},
         "food": {"baker": {"words": "bakery, master baker"}}},
        {"0": "student", "1": "assistant", "3": "senior", "7": "chief, head chief",
         "none": "chief baker", "any": "manager", "small": "of the", "short": "mgr = manager"},
    )
)  # fmt: skip


def test_what_a_title_is_about_weighs_most_and_what_qualifies_it_less() -> None:
    assert ((2, "baker", 1.0), (1, "care home", ASIDE)) == SMALL.read(
        "Baker, care home"
    ).occupations
    assert ((1, "care home", ASIDE), (2, "baker", 1.0)) == SMALL.read("Care home baker").occupations
    assert ((0, "nurse", 1.0),) == SMALL.read("Nurse").occupations
    assert () == SMALL.read("").occupations


def test_the_longest_term_wins() -> None:
    assert ((2, "master baker", 1.0),) == SMALL.read("Master baker").occupations


def test_words_are_brought_to_a_common_form_and_little_ones_go() -> None:
    assert ["manager", "bakery"] == SMALL.tokens("Mgr of the Bakery")
    assert ("manager", "bakery") == SMALL.read("mgr, bakery, manager").words


@pytest.mark.parametrize(
    ("title", "level"),
    [
        ("Senior nurse", 3),
        ("Senior head chief", 7),
        ("Senior student", 0),  # one who learns has no other rank
        ("Assistant chief", 1),
        ("Chief baker", None),
        ("Nurse", None),
    ],
)
def test_the_highest_rank_counts_but_for_who_learns_or_assists(
    title: str, level: int | None
) -> None:
    assert level == SMALL.read(title).level


def test_the_one_who_is_assisted_does_not_count() -> None:
    assert () == SMALL.read("Assistant to the chief baker").occupations
    assert 1 == SMALL.read("Assistant to the chief").level


def test_a_title_is_read_once() -> None:
    assert SMALL.read("Nurse") is SMALL.read("Nurse")
