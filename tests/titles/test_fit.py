"""Fit: what titles say, what goals want, and how the two are compared."""

from __future__ import annotations

from collections.abc import Mapping
from statistics import mean
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netgraph.model.errors import InvalidInput
from netgraph.titles.fit import Titles, Wanted, fit_scores, why
from netgraph.titles.occupations import fields, occupations_of, reader, seniority
from netgraph.titles.wanted import CLOSE, aims, likeness
from netgraph.titles.word_list import make_word_list, standard
from tests.benchmarks.fit_quality import MATCHERS, auc, labelled, ndcg, quality

LIST = {
    "health": {"nurse": {"close": "midwife", "words": "rn,\nregistered nurse"}, "midwife": {}},
    "food": {"baker": {"words": "bakery"}, "bread": {"subject": True, "close": "baker"}},
}
WORDS = {"0": "student", "7": "chief", "any": "manager", "small": "of the", "talk": "become"}

TITLES = st.one_of(
    st.text(max_size=40),
    st.sampled_from(
        ["Nurse", "VP of Sales", "Hebamme", "R&D", "Köchin", "数据科学家", "", "\x1b[31m"]
    ),
)


def names(text: str) -> list[str]:
    found = aims(Wanted(text), reader())
    entries = reader().words.occupations
    return [entries[number].name for aim in found for number, _, _ in aim.occupations]


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


def test_alternatives_of_a_goal_are_told_apart() -> None:
    assert ["electrician", "cabinet maker"] == names("electrician or joiner")
    assert ["oil and gas engineer"] == names("oil and gas")


def test_what_somebody_leaves_behind_is_not_wanted() -> None:
    assert ["instructional designer"] == names("from teaching to instructional design")
    assert ["health", "product manager"] == names(
        "I'm a nurse and want to move into health tech product management"
    )
    assert ["compliance officer"] == names("ex-lawyer looking for compliance roles")


def test_a_slip_of_the_pen_is_mended() -> None:
    assert names("data engineer") == names("data enginer")


def test_an_ambiguous_term_means_what_goes_with_the_rest() -> None:
    assert ["filmmaker", "filmmaker"] == names("documentary production")


def test_the_same_occupation_fits_better_than_a_close_one_and_that_better_than_the_field() -> None:
    same, close, field, none = fit_scores(
        "nursing", ["Registered Nurse", "Midwife", "Dental Hygienist", "Baker"]
    )

    assert 1 >= same > close > field > none == 0


def test_a_goal_in_one_language_finds_titles_in_another() -> None:
    german, baker = fit_scores("nurse", ["Krankenpflegerin", "Bäcker"])

    assert german > 0.8
    assert baker == 0


def test_a_title_that_is_about_something_else_fits_less() -> None:
    biologist, underwriter = fit_scores(
        "marine biology", ["Marine Biologist", "Marine Insurance Underwriter"]
    )

    assert biologist > underwriter


def test_both_role_and_subject_fit_better_than_either() -> None:
    both, role, subject = fit_scores(
        "data science in climate tech",
        ["Climate Data Scientist", "Data Scientist", "Climate Adviser"],
    )

    assert both > role > subject > 0


def test_the_name_of_the_employer_counts_less_than_the_title() -> None:
    title, employer, neither = fit_scores(
        "museum", ["Museum Curator", "Manager", "Manager"], companies=["", "Museum of Toys", ""]
    )

    assert title > employer > neither == 0


def test_words_that_no_list_knows_still_match() -> None:
    exact, of_one_stem, other = fit_scores(
        "zorbing", ["Zorbing Manager", "Zorbist", "Quokka Manager"]
    )

    assert exact > of_one_stem > other == 0


def test_a_wanted_level_lifts_those_who_have_it() -> None:
    wanted = Wanted(roles=("data scientist",), seniority=5)
    director, junior = fit_scores(wanted, ["Director, Data Science", "Junior Data Scientist"])

    assert director > junior


def test_a_whole_field_can_be_wanted() -> None:
    nurse, dentist, baker = fit_scores(Wanted(fields=("health",)), ["Nurse", "Dentist", "Baker"])

    assert nurse == dentist > baker == 0


def test_each_role_is_an_alternative() -> None:
    wanted = Wanted(roles=("nurse", "baker"))

    assert min(fit_scores(wanted, ["Nurse", "Baker"])) > fit_scores(wanted, ["Judge"])[0]


@pytest.mark.parametrize("goal", ["", "   ", "I want to become", "manager", "!?", "\x1b[2J"])
def test_a_goal_that_says_nothing_fits_nobody(goal: str) -> None:
    assert [0.0, 0.0] == fit_scores(goal, ["Nurse", "Manager"])


def test_nobody_to_score_gives_no_scores() -> None:
    assert [] == fit_scores("nurse", [])


def test_companies_must_go_with_titles() -> None:
    with pytest.raises(InvalidInput, match="one employer for each title"):
        Titles(["Nurse"], companies=["A", "B"])


@given(st.text(max_size=60), st.lists(TITLES, max_size=8))
@settings(max_examples=60)
def test_scores_lie_between_0_and_1_for_any_text(goal: str, titles: list[str]) -> None:
    scores = fit_scores(goal, titles)

    assert len(titles) == len(scores)
    assert all(0 <= score <= 1 for score in scores)


@pytest.mark.parametrize("hostile", ["x" * 100_000, "from " * 20_000, "nurse, " * 20_000])
def test_a_hostile_text_is_read_like_any_other(hostile: str) -> None:
    assert 2 == len(fit_scores(hostile, [hostile, "Nurse"]))


@given(st.permutations(["Nurse", "Midwife", "Baker", "Chief Baker", "Bakery Manager", "Zorbist"]))
@settings(max_examples=30)
def test_order_changes_no_score(titles: list[str]) -> None:
    scores = dict(zip(titles, fit_scores("bakery or nursing", titles), strict=True))

    ordered = sorted(titles)
    assert fit_scores("bakery or nursing", ordered) == [scores[title] for title in ordered]


@given(TITLES)
@settings(max_examples=60)
def test_what_fits_has_a_reason_and_what_has_none_does_not_fit_well(title: str) -> None:
    reason = why("nurse, baker, sales, data", title)

    if fit_scores("nurse, baker, sales, data", [title])[0] >= CLOSE:
        assert reason is not None


@pytest.mark.parametrize(
    ("goal", "title", "company", "reason"),
    [
        ("data scientist", "Senior Data Scientist", "", "title matches 'data scientist'"),
        ("nurse", "RN", "", "'rn' counts as 'nurse'"),
        ("nurse", "Hebamme", "", "'hebamme' is close to 'nurse'"),
        ("ingeniera de datos", "Ingeniero de datos", "", "title matches 'ingeniero de datos'"),
        ("data scientist", "Data Steward", "", "same field: data"),
        ("zorbing", "Zorbing Lead", "", "title has 'zorbing'"),
        ("zorbing", "Manager", "Zorbing Ltd", "employer has 'zorbing'"),
        ("nurse", "Baker", "", None),
        ("manager", "Manager", "", None),
    ],
)
def test_a_reason_says_what_matched(
    goal: str, title: str, company: str, reason: str | None
) -> None:
    assert reason == why(goal, title, company)


def test_a_wanted_field_is_the_reason() -> None:
    assert "same field: health" == why(Wanted(fields=("health",)), "Dentist")


def test_a_word_list_is_read_from_tables() -> None:
    words = make_word_list(LIST, WORDS)

    assert ["nurse", "midwife", "baker", "bread"] == [entry.name for entry in words.occupations]
    assert (0,) == words.named["registered", "nurse"]
    assert words.occupations[3].subject


@pytest.mark.parametrize(
    ("titles", "words", "message"),
    [
        ({"health": {"nurse": {"wrods": "rn"}}}, WORDS, "write words, close or subject"),
        ({"health": {"nurse": {"close": "midwife"}}}, WORDS, "close to 'midwife': no such entry"),
        (LIST, {"9": "student"}, "from 0 to 7"),
        (LIST, {"short": "mgr"}, "short = full"),
    ],
)
def test_a_faulty_word_list_is_refused_with_what_is_wrong(
    titles: Mapping[str, Any], words: Mapping[str, str], message: str
) -> None:
    with pytest.raises(InvalidInput, match=message):
        make_word_list(titles, words)


def test_every_occupation_of_our_word_list_is_read_as_itself() -> None:
    lost = [
        entry.name
        for entry in reader().words.occupations
        if not entry.subject and entry.name not in occupations_of(entry.name)
    ]

    assert [] == lost


def test_likeness_is_symmetric_and_one_only_for_the_same() -> None:
    alike = likeness(standard())

    assert (alike == alike.T).all()
    assert (alike.diagonal() == 1).all()
    assert len(alike) == (alike == 1).sum()


def test_ndcg_of_a_hand_worked_ranking() -> None:
    """Gains 0, 7, 1 in ranked order: (7/log2(3) + 1/2) / (7 + 1/log2(3))."""
    assert ndcg([3, 0, 1], [0.5, 0.9, 0.1]) == pytest.approx(
        (7 / 1.58496 + 0.5) / (7 + 1 / 1.58496), abs=1e-4
    )


def test_ties_share_their_places() -> None:
    assert ndcg([3, 0], [0.5, 0.5]) == pytest.approx((1 + 0.6309) / 2, abs=1e-4)


def test_auc_counts_a_tie_as_half() -> None:
    assert auc([3, 0, 0], [0.5, 0.5, 0.1]) == pytest.approx(0.75)


def test_at_least_300_pairs_are_labelled_and_a_third_held_out() -> None:
    development, heldout = (
        sum(len(grades) for grades in labelled(name)[0].values())
        for name in ("development", "heldout")
    )

    assert development + heldout >= 300
    assert heldout >= (development + heldout) / 3


def test_no_goal_is_in_both_sets() -> None:
    assert not labelled("development")[0].keys() & labelled("heldout")[0].keys()


@pytest.mark.parametrize("name", ["development", "heldout"])
def test_fit_beats_full_text_search_clearly(name: str) -> None:
    plain, ours = (quality(name, MATCHERS[m]) for m in ("full-text search (FTS5, Porter)", "fit"))

    assert mean(ours[0]) > mean(plain[0]) + 0.2
    assert mean(ours[1]) > mean(plain[1]) + 0.1
