"""What tests of sources share."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sources.exports import Network


@pytest.fixture
def network(tmp_path: Path) -> Network:
    """Return an empty network that takes in files."""
    return Network(tmp_path / "network.db")
