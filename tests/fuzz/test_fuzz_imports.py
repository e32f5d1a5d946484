"""Any bytes under any known name are imported, or refused in a line: nothing else is raised.

`make test` tries 20,000, and ``make fuzz INPUTS=1000000`` a million; ``SEED=2`` tries others.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from netgraph.importing.importer import read_in
from netgraph.importing.report import record
from netgraph.model.errors import NetgraphError
from netgraph.model.records import EGO, Ledger, Person
from netgraph.store import Store

from .mutations import FILES, Mutant, Step, mutant, mutants

DAY = date(2026, 6, 1)
NOON = datetime(2026, 6, 1, 12, tzinfo=UTC)
INPUTS = int(os.environ.get("FUZZ_INPUTS", "20000"))
"""Files that are tried."""
SEED = os.environ.get("FUZZ_SEED", "1")
PARTS = 20
"""Tests among which they are divided, so that several processes can share them."""

quiet = settings(suppress_health_check=list(HealthCheck))


class Desk(NamedTuple):
    """A store in which ego is known, what it holds, and where the files lie: the same for all."""

    store: Store
    known: Ledger
    folder: Path


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """Open a store; each import is taken back."""
    with Store.open(tmp_path_factory.mktemp("store") / "n.db") as store:
        with store.change("x", at=NOON) as change:
            change.put([Person(EGO, "Me", emails=("me@example.org",))])
            known = change.facts_but_events()
        yield Desk(store, known, tmp_path_factory.mktemp("files"))


def import_bytes(desk: Desk, name: str, data: bytes) -> None:
    """Import a file as the command does; if it is refused, then in a line."""
    path = desk.folder / name
    path.write_bytes(data)
    with desk.store.change("x", at=NOON, dry=True) as change, suppress(NetgraphError):
        done = record(read_in([path], desk.known, as_of=DAY), change)
        assert all(file.kind for file in done.files)
        assert all(skip.reason for file in done.files for skip in file.skipped)
    path.unlink()


@pytest.mark.parametrize("name", FILES)
def test_the_files_themselves_are_imported(desk: Desk, name: str) -> None:
    import_bytes(desk, name, FILES[name])


@given(mutants)
@example(Mutant("all.json", [Step("replace_value", 0.9, 0.0, b"9" * 30)]))
@quiet
def test_a_file_to_which_anything_happened(desk: Desk, file: Mutant) -> None:
    import_bytes(desk, file.name, file.data)


@given(st.sampled_from([*FILES]), st.binary(max_size=200))
@quiet
def test_any_bytes_under_any_known_name(desk: Desk, name: str, data: bytes) -> None:
    import_bytes(desk, name, data)


@pytest.mark.parametrize("part", range(PARTS))
def test_thousands_of_files_to_which_anything_happened(desk: Desk, part: int) -> None:
    for number in range(part, INPUTS, PARTS):
        file = mutant(f"{SEED}.{number}")
        try:
            import_bytes(desk, file.name, file.data)
        except Exception as error:
            raise AssertionError(f"keep it with @example: {file}") from error
