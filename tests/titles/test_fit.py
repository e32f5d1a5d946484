"""Fit: what titles say, what goals want, and how the two are compared."""

from __future__ import annotations

from statistics import mean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgraph.model.errors import InvalidInput
from netgraph.titles.fit import Titles, Wanted, fit_scores, why
from netgraph.titles.wanted import CLOSE
from tests.benchmarks.fit_quality import MATCHERS, auc, labelled, ndcg, quality

TITLES = st.one_of(
    st.text(max_size=40),
    st.sampled_from(
        ["Nurse", "VP of Sales", "Hebamme", "R&D", "Köchin", "数据科学家", "", "\x1b[31m"]
    ),
)


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
def test_scores_lie_between_0_and_1_for_any_text(goal: str, titles: list[str]) -> None:
    scores = fit_scores(goal, titles)

    assert len(titles) == len(scores)
    assert all(0 <= score <= 1 for score in scores)


@pytest.mark.parametrize("hostile", ["x" * 100_000, "from " * 20_000, "nurse, " * 20_000])
def test_a_hostile_text_is_read_like_any_other(hostile: str) -> None:
    assert 2 == len(fit_scores(hostile, [hostile, "Nurse"]))


@given(st.permutations(["Nurse", "Midwife", "Baker", "Chief Baker", "Bakery Manager", "Zorbist"]))
def test_order_changes_no_score(titles: list[str]) -> None:
    scores = dict(zip(titles, fit_scores("bakery or nursing", titles), strict=True))

    ordered = sorted(titles)
    assert fit_scores("bakery or nursing", ordered) == [scores[title] for title in ordered]


@given(TITLES)
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
