"""Settings for every test."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

from cli.main import cli
from netgraph.model.records import Ledger
from netgraph.store import Store
from tests.examples import USUAL

SAMPLE = Path(__file__).parents[1] / "sample_data"
PARTS = ("older", "Complete_LinkedInDataExport_05-01-2026", "journal.csv")

# No deadline: the first call into networkx may import much, and CI machines are shared.
settings.register_profile("netgraph", deadline=None, print_blob=True, max_examples=USUAL)
settings.load_profile("netgraph")

# What `make test-long` and `make fuzz` run: the same properties, with many more inputs.
settings.register_profile("many", settings.get_profile("netgraph"), max_examples=200)
settings.register_profile("fuzz", settings.get_profile("netgraph"), max_examples=2000)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options of `make test-long` and `make fuzz`."""
    parser.addoption("--many", action="store_true", help="try more inputs")
    parser.addoption("--fuzz", action="store_true", help="try many more inputs")


def pytest_configure(config: pytest.Config) -> None:
    """Try as many inputs as asked for."""
    if config.getoption("--many"):
        settings.load_profile("many")
    if config.getoption("--fuzz"):
        settings.load_profile("fuzz")


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


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        pytest.skip("NOT TESTED in a browser: install Chromium (Debian: apt install chromium)")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-gpu"]
        )
        yield started
        started.close()
