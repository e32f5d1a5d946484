"""The file of a store: private, recognised, copied whole."""

from __future__ import annotations

import sqlite3
import stat
from pathlib import Path

import pytest

from netgraph.model.errors import StoreError
from netgraph.store.files import connect, copy, free_name, make_private, open_reading, prepare


def test_a_file_and_its_folder_are_made_private(tmp_path: Path) -> None:
    path = tmp_path / "data" / "network.db"
    make_private(path)

    modes = [stat.S_IMODE(p.stat().st_mode) for p in (path.parent, path)]
    assert [0o700, 0o600] == modes


def test_a_free_name_counts_on(tmp_path: Path) -> None:
    path = tmp_path / "kept.db"
    names = []
    for _ in range(3):
        free = free_name(path)
        free.touch()
        names.append(free.name)

    assert ["kept.db", "kept-2.db", "kept-3.db"] == names


def test_a_copy_is_whole_private_and_alone(tmp_path: Path) -> None:
    path, kept = tmp_path / "network.db", tmp_path / "copy.db"
    connection = connect(path)
    prepare(connection, path)
    copy(connection, kept)
    connection.close()

    assert 0o600 == stat.S_IMODE(kept.stat().st_mode)
    assert [] == list(tmp_path.glob(".*"))
    reading = open_reading(kept)
    assert 0 == reading.execute("SELECT count(*) FROM person").fetchone()[0]
    reading.close()


def test_a_database_of_another_program_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE theirs (id)")
    other.close()
    before = path.read_bytes()

    connection = connect(path)
    with pytest.raises(StoreError, match="not a file of netgraph"):
        prepare(connection, path)
    connection.close()
    with pytest.raises(StoreError, match="not a file of netgraph"):
        open_reading(path)
    assert before == path.read_bytes()


def test_a_store_of_a_newer_netgraph_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "network.db"
    connection = connect(path)
    prepare(connection, path)
    connection.execute("PRAGMA user_version = 999")
    with pytest.raises(StoreError, match="update netgraph"):
        prepare(connection, path)
    connection.close()
