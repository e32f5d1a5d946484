"""Two answers are the same: equal rows in equal order, scores within a billionth."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import zip_longest
from math import isclose
from typing import Any


def differences(
    expected: Iterable[Sequence[Any]], found: Iterable[Sequence[Any]]
) -> list[tuple[Sequence[Any], Sequence[Any]]]:
    """Return the rows that differ, in pairs."""
    pairs = zip_longest(expected, found, fillvalue=())
    return [(a, b) for a, b in pairs if len(a) != len(b) or not all(map(_same, a, b))]


def _same(a: Any, b: Any) -> bool:
    if isinstance(a, float) and isinstance(b, float):
        return isclose(a, b, rel_tol=0, abs_tol=1e-9)
    return bool(a == b)
