from __future__ import annotations

from pathlib import Path

import pytest

from netgraph.model.errors import InvalidInput, UnreadableFile
from netgraph.pools.tables import Tables, parquet_files, read_tables, write_tables
from tests.pools.pools import by_hand, tie


def test_what_a_row_leaves_out_is_not_known() -> None:
    pool = Tables.of([{"person": "p"}], [], [{"member": "m"}])

    blank = {"employer": "", "function": "", "level": "", "school": "", "name": None}
    assert [{"person": "p"} | blank] == pool.people.to_pylist()
    assert [{"member": "m", "name": None}] == pool.members.to_pylist()


def test_a_pool_is_read_as_it_was_written_and_is_its_owner_s_alone(tmp_path: Path) -> None:
    write_tables(by_hand(), tmp_path / "pool")

    assert by_hand() == read_tables(tmp_path / "pool")
    modes = {path.stat().st_mode & 0o777 for path in (tmp_path / "pool").iterdir()}
    assert {0o600} == modes


def test_a_table_may_be_a_folder_of_files(tmp_path: Path) -> None:
    write_tables(by_hand(), tmp_path)
    (tmp_path / "ties.parquet").rename(tmp_path / "part-0.parquet")
    (tmp_path / "ties.parquet").mkdir()
    (tmp_path / "part-0.parquet").rename(tmp_path / "ties.parquet" / "part-0.parquet")

    assert by_hand() == read_tables(tmp_path)
    assert str(tmp_path / "ties.parquet" / "*.parquet") == parquet_files(tmp_path, "ties")


def test_a_folder_that_holds_no_pool_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match=r"there is no people\.parquet in it"):
        read_tables(tmp_path)


def test_a_file_that_is_another_table_is_told(tmp_path: Path) -> None:
    write_tables(by_hand(), tmp_path)
    (tmp_path / "people.parquet").replace(tmp_path / "ties.parquet")
    (tmp_path / "people.parquet").write_bytes(b"no Parquet")

    with pytest.raises(UnreadableFile, match=r"people\.parquet is not the table of people"):
        read_tables(tmp_path)


@pytest.mark.parametrize(
    ("ties", "said"),
    [
        ([tie("a", "b", 0.5), tie("a", "b", 0.6)], "same source and target"),
        ([tie("a", "b", 0.0)], "above 0 and at most 1"),
        ([tie("a", "b", 1.5)], "above 0 and at most 1"),
    ],
)
def test_ties_that_cannot_be_meant_are_refused(ties: list[dict[str, object]], said: str) -> None:
    with pytest.raises(InvalidInput, match=said):
        Tables.of([], ties, []).checked()


def test_a_pool_without_fault_passes() -> None:
    pool, empty = by_hand(), Tables.of([], [], [])

    assert pool is pool.checked()
    assert empty is empty.checked()
