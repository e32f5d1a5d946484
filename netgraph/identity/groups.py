"""Disjoint sets of records that also know their members.

Not `networkx.utils.UnionFind`: every command resolves the ledger, and to import networkx takes
longer than to do what most of them do.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence


class Groups:
    """Records, each by itself at first, that are joined into people."""

    def __init__(self, ids: Iterable[str]) -> None:
        self._up = {i: i for i in ids}
        self._members = {i: [i] for i in self._up}

    def of(self, i: str) -> str:
        """Return the record that stands for somebody's group."""
        while (up := self._up[i]) != i:
            self._up[i] = i = self._up[up]
        return i

    def members(self, i: str) -> Sequence[str]:
        """Return all records of somebody's group."""
        return self._members[self.of(i)]

    def join(self, a: str, b: str) -> None:
        """Make one group of two."""
        a, b = self.of(a), self.of(b)
        if a != b:
            self._up[b] = a
            self._members[a] += self._members.pop(b)

    def __contains__(self, i: str) -> bool:
        """Whether there is such a record."""
        return i in self._up
