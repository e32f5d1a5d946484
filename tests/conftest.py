"""Settings for every test."""

from __future__ import annotations

import pytest
from hypothesis import settings

# No deadline: the first call into networkx may import much, and CI machines are shared.
settings.register_profile("netgraph", deadline=None, print_blob=True)
settings.load_profile("netgraph")

# What `make fuzz` runs: the same properties, with many more inputs.
settings.register_profile("fuzz", settings.get_profile("netgraph"), max_examples=2000)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option of `make fuzz`."""
    parser.addoption("--fuzz", action="store_true", help="try many more inputs")


def pytest_configure(config: pytest.Config) -> None:
    """Try as many inputs as asked for."""
    if config.getoption("--fuzz"):
        settings.load_profile("fuzz")
