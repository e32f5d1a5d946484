"""Every file that a command writes is its owner's alone, and whole or not there at all."""

from __future__ import annotations

import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cli.main import cli
from netgraph.model.errors import InvalidInput
from netgraph.model.private_files import write_private

HEADER = "date,kind,person,by,to,target,status,value,note\n"
JOURNAL = f"{HEADER}2026-05-01,met,Ana,,,,,,\nsoon,met,Ben,,,,,,\n"
OVERWRITE = (
    ("export all.json", "all.json"),
    ("export people.csv", "people.csv"),
    ("export g.graphml", "g.graphml"),
    ("map --html map.html", "map.html"),
    ("tree --html tree.html", "tree.html"),
    ("report --html report.html", "report.html"),
    ("today --ics due.ics", "due.ics"),
)
REFUSE = (("backup copy.db", "copy.db"), ("import j.csv --rejects left.csv", "left.csv"))
Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(tmp_path)
    Path("j.csv").write_text(JOURNAL)

    def run_line(line: str) -> Result:
        store = ["--store", str(tmp_path / "n.db"), "--as-of", "2026-05-01"]
        return CliRunner().invoke(cli, [*store, *line.split()])

    assert 0 == run_line("import j.csv").exit_code
    return run_line


def mode(name: str) -> int:
    return stat.S_IMODE(Path(name).stat().st_mode)


@pytest.mark.parametrize(("line", "name"), OVERWRITE)
def test_a_file_that_is_there_is_replaced_by_one_of_the_owners(
    run: Run, line: str, name: str
) -> None:
    Path(name).write_text("old")
    Path(name).chmod(0o644)

    result = run(line)

    assert (0, 0o600) == (result.exit_code, mode(name)), result.output
    assert "old" != Path(name).read_text(encoding="utf-8")
    assert not [p.name for p in Path().iterdir() if p.name.startswith(f".{name}")]


@pytest.mark.parametrize(("line", "name"), REFUSE)
def test_copies_and_rejects_take_no_files_place(run: Run, line: str, name: str) -> None:
    assert 0 == run(line).exit_code
    assert 0o600 == mode(name)
    kept = Path(name).read_bytes()

    again = run(line)

    assert (1, kept) == (again.exit_code, Path(name).read_bytes())
    assert "choose another name" in again.output


@pytest.mark.parametrize(("line", "name"), OVERWRITE)
def test_a_folder_that_is_not_there_is_one_line(run: Run, line: str, name: str) -> None:
    result = run(line.replace(name, f"nowhere/{name}"))

    assert (1, True) == (result.exit_code, "cannot write" in result.output)


def test_a_disk_that_fills_up_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(source: str, target: Path) -> None:
        raise OSError(28, "No space left on device")

    path = tmp_path / "kept.txt"
    write_private(path, b"old")
    monkeypatch.setattr("os.replace", full)

    with pytest.raises(InvalidInput, match="No space left"):
        write_private(path, b"new")
    assert (b"old", [path]) == (path.read_bytes(), [*tmp_path.iterdir()])
