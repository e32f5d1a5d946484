"""Everything the library raises on purpose; each message says what to do next.

* NetgraphError
  - UnknownName: nobody and nothing is called that
  - AmbiguousName: several are, and `candidates` lists them
  - InvalidInput: an argument that cannot be meant
  - InvalidGraph: a graph that does not follow `netgraph.graph.schema`
  - UnreadableFile: a file that holds nothing we can use
  - StoreError: the store cannot be opened, written or trusted
"""

from __future__ import annotations

from collections.abc import Sequence


class NetgraphError(Exception):
    """Something a caller can put right."""


class UnknownName(NetgraphError, LookupError):
    """Nobody and nothing is called that."""


class AmbiguousName(NetgraphError, LookupError):
    """Several people are called that; `candidates` lists them, one line each."""

    def __init__(self, message: str, candidates: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.candidates = tuple(candidates)


class InvalidInput(NetgraphError, ValueError):
    """An argument that cannot be meant."""


class InvalidGraph(NetgraphError, ValueError):
    """A graph that does not follow `netgraph.graph.schema`."""


class UnreadableFile(NetgraphError):
    """A file that holds nothing we can use."""


class StoreError(NetgraphError):
    """The store cannot be opened, written or trusted."""
