"""Word lists: every file of ours can be read, and says what its readers look for."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from netgraph.model import vocabulary
from netgraph.model.vocabulary import Ready, digest, entries, phrases, ready, tables, terms

FILES = sorted(f.name for f in files("netgraph").joinpath("data").iterdir() if f.name.endswith("l"))


@pytest.mark.parametrize("file", FILES)
def test_every_file_can_be_read(file: str) -> None:
    assert tables(file)


def test_phrases_stand_on_lines_and_between_semicolons() -> None:
    desks = phrases("evidence.toml", "desks")

    assert {"info", "kontakt", "volunteers"} <= set(desks)
    assert not [phrase for phrase in desks if phrase != phrase.strip() or ";" in phrase]


def test_entries_are_a_name_and_what_else_means_it() -> None:
    assert ("McDonald's", ("McDonalds", "McDonald's Corporation")) in entries(
        "companies.toml", "aliases"
    )


def test_terms_go_on_in_the_next_line_and_empty_ones_are_none() -> None:
    assert ("nurse", "staff nurse") == terms("nurse, staff\nnurse, ,")


@pytest.mark.parametrize("text", ['{"of": "other"}', '{"of": 1}', "", None])
def test_what_is_ready_of_other_words_or_damaged_is_left_aside(
    text: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vocabulary, "_DATA", tmp_path)
    if text is not None:
        (tmp_path / "x.json").write_text(text)

    assert ready("x.json", Ready, of="ours") is None


def test_other_texts_have_another_digest() -> None:
    assert digest("a") == digest("a") != digest("b")
