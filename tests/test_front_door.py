"""``import netgraph`` is light, and everything it names can be had."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest

import netgraph
from netgraph.model.errors import InvalidInput

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


def test_what_an_analyst_tries_first_can_be_called() -> None:
    book = netgraph.Ledger.of(
        netgraph.Person("ana", "Ana Silva"),
        netgraph.Event("e", netgraph.EventKind.TALKED, date(2026, 5, 1), "me", "ana"),
        netgraph.Tie("t", "me", "ana", netgraph.Basis.STATED),
    )

    G = netgraph.network(book, as_of=date(2026, 5, 1))

    assert 0 < netgraph.reciprocity(G) <= 1
    assert {"ana"} == netgraph.standings(G).keys()


def test_people_in_a_list_are_refused_with_what_to_write() -> None:
    ana = netgraph.Person("ana", "Ana Silva")
    with pytest.raises(InvalidInput, match=r"Ledger\.of"):
        netgraph.Ledger([ana])  # type: ignore[arg-type]
    with pytest.raises(InvalidInput, match="one id"):
        netgraph.Ledger.of(ana, ana)
    with pytest.raises(InvalidInput, match="str is no fact"):
        netgraph.Ledger.of("ana")  # type: ignore[arg-type]
