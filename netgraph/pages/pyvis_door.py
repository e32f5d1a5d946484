"""pyvis's own node, edge and network, without the notebook program that it imports.

pyvis imports IPython (50 MB with what that needs, half a second) to show its pages in a notebook;
ours show themselves. Where IPython is not loaded yet, pyvis is given a stand-in for the one name
that it takes from there, so netgraph runs without IPython.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from types import ModuleType
from typing import Any, NamedTuple

TAKEN = "IPython.display"
"""Where pyvis takes ``IFrame`` from."""


class Pyvis(NamedTuple):
    """What is used of pyvis."""

    Node: Any
    Edge: Any
    Network: Any


@cache
def pyvis() -> Pyvis:
    """Return pyvis's classes.

    >>> pyvis().Node.__name__
    'Node'
    """
    with _stand_in():
        from pyvis.edge import Edge  # noqa: PLC0415
        from pyvis.network import Network  # noqa: PLC0415
        from pyvis.node import Node  # noqa: PLC0415

    return Pyvis(Node, Edge, Network)


@contextmanager
def _stand_in() -> Iterator[None]:
    """Let pyvis be imported without IPython; take the stand-in away again."""
    if TAKEN in sys.modules or "pyvis" in sys.modules:
        yield
        return
    module = ModuleType(TAKEN)
    module.__dict__["IFrame"] = None
    sys.modules[TAKEN] = module
    try:
        yield
    finally:
        del sys.modules[TAKEN]
