"""A watch tells of every change, by whichever program, and of nothing else."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from netgraph.model.records import Person
from netgraph.store import Store
from netgraph.store.watch import Watch

NOW = datetime(2026, 5, 1, 12, tzinfo=UTC)


def add(path: Path, name: str) -> None:
    with Store.open(path) as store, store.change("add", at=NOW) as change:
        change.put([Person(name, name)])


def test_the_version_differs_after_every_change_and_taking_back(tmp_path: Path) -> None:
    path = tmp_path / "network.db"
    add(path, "Ana")
    watch = Watch(path)
    versions = [watch.version()]
    add(path, "Bo")
    versions.append(watch.version())
    with Store.open(path) as store:
        store.undo()
    versions.append(watch.version())
    add(path, "Bo")
    versions.append(watch.version())
    path.rename(tmp_path / "old.db")
    add(path, "Cy")
    versions.append(watch.version())
    watch.close()

    assert len(versions) == len(set(versions))


def test_reading_leaves_the_version_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "network.db"
    add(path, "Ana")
    watch = Watch(path)
    before = watch.version()
    for _ in range(3):
        with Store.open(path) as store:
            store.ledger()
        assert before == watch.version()
    watch.close()


def test_a_file_that_is_made_by_the_watch_is_private(tmp_path: Path) -> None:
    path = tmp_path / "network.db"
    watch = Watch(path)
    watch.version()
    watch.close()

    assert 0o600 == path.stat().st_mode & 0o777
