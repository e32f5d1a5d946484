"""The sample data as one store and one ledger, for everything about talks."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from cli.main import cli
from netgraph.model.records import Ledger
from netgraph.store import Store

SAMPLE = Path(__file__).parents[2] / "sample_data"
PARTS = ("older", "Complete_LinkedInDataExport_05-01-2026", "journal.csv")


@pytest.fixture(scope="session")
def sample_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a store of all sample data, which tests may copy but not change."""
    path = tmp_path_factory.mktemp("talks") / "network.db"
    for part in PARTS:
        line = ["--store", str(path), "--as-of", "2026-05-01", "import", str(SAMPLE / part)]
        result = CliRunner().invoke(cli, line)
        assert 0 == result.exit_code, result.output
    return path


@pytest.fixture(scope="session")
def sample(sample_store: Path) -> Ledger:
    """Return the ledger of all sample data."""
    with Store.open(sample_store) as store:
        return store.ledger()
