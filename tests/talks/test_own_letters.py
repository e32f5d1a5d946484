"""Letters in the user's own words: tried first, kept privately, given up and had again."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from netgraph.model.errors import InvalidInput
from netgraph.talks.drafts import KINDS
from netgraph.talks.language import Language
from netgraph.talks.own_letters import (
    check_letter,
    give_up_letter,
    had_others,
    is_own,
    keep_letter,
    take_back_letter,
)

DAY = date(2026, 5, 1)
MINE = "Subject: Ta\n\nCheers {{ you.first }}!"


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("code", ["en", "de"])
def test_our_own_letters_can_be_made(kind: str, code: str) -> None:
    language = Language(code)
    words = language.template(f"{kind}.j2")

    check_letter(words, kind, language, day=DAY)
    assert words.startswith("Subject:")


@pytest.mark.parametrize(
    "words",
    ["", "Dear Ana", "Subject: x\n{{ you.nothing }}", "Subject: x\n{{ you.first.upper() }}",
     "Subject: x\n{% if %}", "Subject: x\n{% include 'y' %}", "Subject: x\n" + "y" * 30_000],
)  # fmt: skip
def test_what_makes_no_letter_is_refused_and_nothing_is_written(words: str, tmp_path: Path) -> None:
    with pytest.raises(InvalidInput):
        keep_letter(tmp_path, Language("en", tmp_path), "thanks", words, day=DAY)
    assert [] == list(tmp_path.iterdir())


def test_words_are_kept_given_up_and_had_again(tmp_path: Path) -> None:
    language = Language("en", tmp_path)
    ours = language.template("thanks.j2")
    keep_letter(tmp_path, language, "thanks", MINE, day=DAY)
    assert (f"{MINE}\n", True) == (
        language.template("thanks.j2"), is_own(tmp_path, language, "thanks"),
    )  # fmt: skip
    give_up_letter(tmp_path, language, "thanks")
    assert ours == language.template("thanks.j2")
    take_back_letter(tmp_path, language, "thanks")
    assert f"{MINE}\n" == language.template("thanks.j2")
    assert had_others(tmp_path, language, "thanks")
    take_back_letter(tmp_path, language, "thanks")
    assert ours == language.template("thanks.j2")


def test_there_is_nothing_to_take_back_before_anything_was_changed(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match="no other words"):
        take_back_letter(tmp_path, Language("en", tmp_path), "thanks")
    with pytest.raises(InvalidInput, match="no letter"):
        is_own(tmp_path, Language("en", tmp_path), "../../etc/passwd")
