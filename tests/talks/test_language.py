"""A language in which letters are written, ours or the user's own."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from netgraph.model.errors import InvalidInput
from netgraph.talks.language import FILE, Language, language_of, languages

DAY = date(2026, 5, 4)  # a Monday


@pytest.mark.parametrize(
    ("code", "day", "month", "weekday"),
    [("en", "4 May", "May 2026", "Monday"), ("de", "4. Mai", "Mai 2026", "Montag")],
)
def test_days_are_written_as_one_does(code: str, day: str, month: str, weekday: str) -> None:
    found = Language(code)

    assert (day, month, weekday) == (found.day(DAY), found.month(DAY), found.weekday(DAY))


@pytest.mark.parametrize(
    ("names", "text"),
    [((), ""), (("Ana",), "Ana"), (("Ana", "Ben"), "Ana and Ben"),
     (("Ana", "Ben", "Cy"), "Ana, Ben and Cy")],
)  # fmt: skip
def test_several_are_listed_with_and_before_the_last(names: tuple[str, ...], text: str) -> None:
    assert text == Language("en").listed(names)


def own(root: Path, code: str, name: str, text: str | bytes) -> Path:
    (root / code).mkdir(exist_ok=True)
    data = text.encode() if isinstance(text, str) else text
    (root / code / name).write_bytes(data)
    return root


def test_the_users_own_file_goes_before_ours_one_by_one(tmp_path: Path) -> None:
    mine = Language("en", own(tmp_path, "en", "thanks.j2", "Cheers"))

    assert "Cheers" == mine.template("thanks.j2")
    assert Language("en").template("request.j2") == mine.template("request.j2")
    assert Language("en").template("thanks.j2") != "Cheers"


def test_a_language_of_ones_own_takes_what_it_leaves_out_from_english(tmp_path: Path) -> None:
    found = language_of("fr", own=own(tmp_path, "fr", FILE, 'and = "et"\n'))

    assert "Ana et Ben" == found.listed(("Ana", "Ben"))
    assert "4 May" == found.day(DAY)
    assert ["de", "en", "fr"] == languages(tmp_path)


def test_what_is_not_there_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match="no letters are written in 'xx' yet; there are de, en"):
        language_of("xx")
    with pytest.raises(InvalidInput, match=r"there is no love\.j2 in the language 'en'"):
        Language("en").template("love.j2")
    assert ["de", "en"] == languages(tmp_path / "nowhere") == languages(tmp_path)


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [(FILE, b"and = ", "fr/language.toml cannot be read"),
     (FILE, b"\xff", "cannot read the template"), ("thanks.j2", b"\xff", "cannot read")],
)  # fmt: skip
def test_a_file_that_cannot_be_read_is_named(
    name: str, data: bytes, words: str, tmp_path: Path
) -> None:
    found = Language("fr", own(tmp_path, "fr", name, data))
    with pytest.raises(InvalidInput, match=words):
        found.template(name) if name != FILE else found.words["and"]
