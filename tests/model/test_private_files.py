"""Private files are whole, for their owner alone, or not there."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from netgraph.model.errors import InvalidInput
from netgraph.model.private_files import remove_private, write_private


def test_a_file_is_for_its_owner_alone_whatever_was_there(tmp_path: Path) -> None:
    path = tmp_path / "due.ics"
    path.write_text("old")
    path.chmod(0o644)

    write_private(path, b"new")
    assert (b"new", 0o600) == (path.read_bytes(), stat.S_IMODE(path.stat().st_mode))
    assert [path] == list(tmp_path.iterdir())


def test_a_file_that_is_there_stays_if_a_fresh_one_is_wanted(tmp_path: Path) -> None:
    path = tmp_path / "backup.db"
    path.write_text("old")

    with pytest.raises(InvalidInput, match="is there already"):
        write_private(path, b"new", fresh=True)
    assert "old" == path.read_text()


@pytest.mark.parametrize("name", ["nowhere/x.csv", "a\0b", "."])
def test_where_nothing_can_be_written_a_line_says_so(tmp_path: Path, name: str) -> None:
    with pytest.raises(InvalidInput, match="cannot write"):
        write_private(tmp_path / name, b"")
    assert [] == list(tmp_path.iterdir())


def test_a_long_name_is_written_as_well(tmp_path: Path) -> None:
    path = tmp_path / ("x" * 250)
    write_private(path, b"new")

    assert [path] == list(tmp_path.iterdir())


def test_a_file_goes_with_what_a_killed_program_left_of_it(tmp_path: Path) -> None:
    path, other = tmp_path / "n[1].x", tmp_path / ".other.x"
    for one in (path, tmp_path / ".n[1].x.abc", other):
        one.write_text("")

    remove_private(path)
    remove_private(path)
    assert [other] == list(tmp_path.iterdir())
