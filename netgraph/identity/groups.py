"""Disjoint sets of records that also know their members.

Not `networkx.utils.UnionFind`: every command resolves the ledger, and to import networkx takes
longer than to do what most of them do.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence


class Groups:
    """Records, each by itself at first, that are joined into people; most stay by themselves."""

    def __init__(self, ids: Collection[str]) -> None:
        self._ids = frozenset(ids)
        self._up: dict[str, str] = {}
        self._members: dict[str, list[str]] = {}

    def of(self, i: str) -> str:
        """Return the record that stands for somebody's group."""
        if i not in self._ids:
            raise KeyError(i)
        while (up := self._up.get(i, i)) != i:
            self._up[i] = i = self._up.get(up, up)
        return i

    def members(self, i: str) -> Sequence[str]:
        """Return all records of somebody's group."""
        i = self.of(i)
        return self._members.get(i) or [i]

    def join(self, a: str, b: str) -> None:
        """Make one group of two."""
        a, b = self.of(a), self.of(b)
        if a != b:
            self._up[b] = a
            self._members[a] = [*self.members(a), *self._members.pop(b, [b])]

    def __contains__(self, i: str) -> bool:
        """Whether there is such a record."""
        return i in self._ids
