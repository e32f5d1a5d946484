"""What pools need besides the core, and the one line that says how to get it."""

from __future__ import annotations

from importlib.util import find_spec
from typing import Final

from netgraph.model.errors import NetgraphError

EXTRAS: Final = {
    "pyarrow": "pool",
    "ibis": "pool",
    "duckdb": "pool",
    "scipy": "pool",
    "cryptography": "pool",
    "pyspark": "spark",
    "psycopg": "postgres",
}
"""Which extra brings a package."""


class MissingExtra(NetgraphError):
    """A part that is installed only when asked for."""


def needed(*packages: str) -> None:
    """Do nothing if all these packages are installed.

    Raises
    ------
    MissingExtra
        If one is not; the message says what to type.
    """
    for package in packages:
        if find_spec(package) is None:
            extra = EXTRAS[package]
            raise MissingExtra(
                f"this needs {package}, which is not installed: "
                f"pip install 'netgraph-toolkit[{extra}]'"
            )


class NoEngine(NetgraphError):
    """An engine that is installed, but does not answer."""
