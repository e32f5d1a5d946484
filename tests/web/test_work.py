"""Long work goes on by itself, says what went wrong, and leaves no folder behind."""

from __future__ import annotations

import tempfile
from datetime import timedelta
from pathlib import Path

import pytest

from netgraph.model.errors import InvalidInput
from netgraph.web.work import FOLDER, Work, Works, sweep
from tests.web.user import NOW


def test_what_a_killed_program_left_is_removed_a_day_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))  # not those of tests beside this one
    left = Path(tempfile.mkdtemp(prefix=FOLDER))
    sweep(NOW)
    assert left.exists()
    sweep(NOW + timedelta(days=36500))
    assert not left.exists()


def test_what_is_wrong_with_files_is_kept_as_words(tmp_path: Path) -> None:
    work = Work("x", tmp_path)

    def wrong(_: Work) -> None:
        raise InvalidInput("no file to read")

    work.start(wrong)
    work.wait(10)
    assert ("no file to read", False) == (work.error, work.runs)


def test_work_is_found_by_its_name_alone_and_ends_with_the_program() -> None:
    works = Works()
    work = works.begin(NOW)
    (work.folder / "a.csv").write_text("x")

    assert works.find(work.name) is work
    assert [None, None] == [works.find(name) for name in ("../x", "nothing")]
    assert 0o700 == work.folder.stat().st_mode & 0o777
    assert [work.folder / "a.csv"] == work.files
    works.end()
    assert not work.folder.exists()


@pytest.mark.parametrize("name", ["", "a/b", "..", "a" * 65, "é"])
def test_no_other_name_is_looked_for(name: str) -> None:
    assert Works().find(name) is None
