"""The word list that is ready to use, and the files it comes of."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from netgraph.model import vocabulary
from netgraph.titles.ready_words import FILES, READY, made, standard, written


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Yield a folder with the word list that may be changed."""
    for name in (*FILES, READY):
        (tmp_path / name).write_text(vocabulary.text_of(name), "utf-8")
    monkeypatch.setattr(vocabulary, "_DATA", tmp_path)
    vocabulary.tables.cache_clear()
    yield tmp_path
    vocabulary.tables.cache_clear()


def test_what_is_ready_is_what_the_files_say() -> None:
    ready, said = standard(), made()

    for part in said.__struct_fields__:
        assert getattr(said, part) == getattr(ready, part), part
    assert list(said.named) == list(ready.named)


def test_it_is_written_one_phrase_a_line() -> None:
    lines = written().splitlines()

    assert '"registered nurse":' in "".join(line for line in lines if len(line) < 40)


def test_a_word_that_somebody_adds_is_known_at_once(data: Path) -> None:
    words = data / FILES[0]
    words.write_text(f"{words.read_text('utf-8')}\n[arts.'sword swallower']\n", "utf-8")

    assert ("sword", "swallower") in standard().named
