"""Questions for a talk, by theme, and which ten of them to take along."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgraph.talks.question_bank import chosen_questions, theme_of, themes


def test_open_themes_come_first_and_contacts_last() -> None:
    keys = [theme.key for theme in themes()]
    new = [q.theme for q in chosen_questions({})]
    heard = dict.fromkeys(keys[:5], 2) | {"contacts": 7}
    later = [q.theme for q in chosen_questions(heard)]

    assert 10 == len(new) == len(later)
    assert set(keys) == set(new)
    assert "contacts" == new[-1] == later[-1]
    assert ["pay", "advice", "resources"] == list(dict.fromkeys(later))[:3]


@given(st.dictionaries(st.sampled_from([t.key for t in themes()]), st.integers(0, 20)))
def test_no_question_is_asked_twice(heard: dict[str, int]) -> None:
    for code in ("en", "de"):
        texts = [q.text for q in chosen_questions(heard, language=code)]
        assert 10 == len(texts) == len(set(texts))


def test_no_question_asks_what_they_earn_or_for_work() -> None:
    texts = [text["en"] for theme in themes() for text in theme.questions]

    assert not [t for t in texts if "you earn" in t or "job" in t or "hire" in t]
    assert all(set(text) == {"en", "de"} for theme in themes() for text in theme.questions)
    assert ("pay", "") == (theme_of("Gehalt"), theme_of("tides"))


def test_a_word_means_a_theme_in_any_language() -> None:
    assert "pay" == theme_of("GEHALT") == theme_of("pay") == theme_of(" Pay ")
    assert "" == theme_of("tides") == theme_of("")


def test_themes_heard_least_come_first_and_give_their_next_question() -> None:
    keys = [theme.key for theme in themes() if theme.key != "contacts"]
    chosen = chosen_questions(dict.fromkeys(keys[1:], 1), count=3)
    bank = {theme.key: theme for theme in themes()}

    assert [keys[0], keys[1], "contacts"] == [q.theme for q in chosen]
    assert bank[keys[0]].questions[0]["en"] == chosen[0].text
    assert bank[keys[1]].questions[1 % len(bank[keys[1]].questions)]["en"] == chosen[1].text
    assert [0, 1, 0] == [q.heard for q in chosen]


@pytest.mark.parametrize("count", [1, 2, 9])
def test_as_many_are_taken_along_as_wanted_with_contacts_last(count: int) -> None:
    chosen = chosen_questions({}, count=count)

    assert count == len(chosen)
    assert "contacts" == chosen[-1].theme


def test_a_question_is_in_the_language_of_the_talk_else_in_english() -> None:
    english, german, other = (chosen_questions({}, language=c)[0] for c in ("en", "de", "xx"))

    assert english == other
    assert english.text != german.text
