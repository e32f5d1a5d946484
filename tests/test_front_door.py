"""``import netgraph`` is light, and everything it names can be had."""

from __future__ import annotations

import subprocess
import sys

import pytest

import netgraph

HEAVY = {"networkx", "numpy", "pandas", "pyvis", "click", "rapidfuzz"}


def test_importing_netgraph_loads_nothing_heavy() -> None:
    code = "import sys, netgraph; print(*{m.partition('.')[0] for m in sys.modules})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not HEAVY & set(done.stdout.split())


@pytest.mark.parametrize("name", netgraph.__all__)
def test_every_public_name_is_there(name: str) -> None:
    assert getattr(netgraph, name) is not None
    assert name in dir(netgraph)


def test_modules_are_fetched_when_asked_for() -> None:
    assert "netgraph.graph.build" == netgraph.graph.build.network.__module__


def test_another_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = netgraph.nothing
