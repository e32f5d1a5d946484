"""Word lists: every file of ours can be read, and says what its readers look for."""

from __future__ import annotations

from importlib.resources import files

import pytest

from netgraph.model.vocabulary import entries, phrases, tables, terms

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
