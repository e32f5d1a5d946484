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
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from netgraph.model.actions import Action


class NetgraphError(Exception):
    """Something a caller can put right; ``action``, if there is one, does it.

    ``exit_code`` is what a program ends with that can do no more than show the message.
    """

    exit_code: ClassVar[int] = 1

    def __init__(self, message: str, *, action: Action | None = None) -> None:
        super().__init__(message)
        self.action = action


class UnknownName(NetgraphError, LookupError):
    """Nobody and nothing is called that."""

    exit_code = 2


class AmbiguousName(NetgraphError, LookupError):
    """Several people are called that; `candidates` lists them, a line each, `people` their ids."""

    exit_code = 2

    def __init__(
        self, message: str, candidates: Sequence[str] = (), people: Sequence[str] = ()
    ) -> None:
        super().__init__(message)
        self.candidates = tuple(candidates)
        self.people = tuple(people)


class InvalidInput(NetgraphError, ValueError):
    """An argument that cannot be meant."""


class InvalidGraph(NetgraphError, ValueError):
    """A graph that does not follow `netgraph.graph.schema`."""


class UnreadableFile(NetgraphError):
    """A file that holds nothing we can use."""


class StoreError(NetgraphError):
    """The store cannot be opened, written or trusted."""
