"""Two answers are the same: equal rows in equal order, scores within a billionth."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import zip_longest
from math import isclose
from typing import Any, Final

from netgraph.pools.engines import Answers
from netgraph.pools.questions import Wanted


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


QUESTIONS: Final[dict[str, Callable[[Answers], Sequence[Sequence[Any]]]]] = {
    "who introduces to an employer": lambda p: p.introducers(Wanted(employer="Siemens")),
    "who introduces somebody": lambda p: p.introducers(Wanted(employer="Bosch"), asker="00"),
    "the first who introduce": lambda p: p.introducers(Wanted(person="03"), asker="01", limit=2),
    "for a stranger": lambda p: p.introducers(Wanted(employer="it's"), asker="nobody"),
    "chains": lambda p: p.chains("00", Wanted(employer="Siemens")),
    "the likeliest chains": lambda p: p.chains("01", Wanted(employer="Bosch"), limit=3),
    "chains of a stranger": lambda p: p.chains("nobody", Wanted(employer="Siemens")),
    "loads": lambda p: p.loads(),
    "coverage": lambda p: p.coverage(),
    "PageRank": lambda p: p.pagerank(["00", "01", "nobody"], steps=3),
    "PageRank of a stranger": lambda p: p.pagerank(["nobody"], steps=2),
    "components": lambda p: p.components(),
}
"""Every question, as the pools of `tests.pools.pools.pools` can be asked it."""


def disagreements(one: Answers, other: Answers) -> dict[str, list[tuple[Any, Any]]]:
    """Return the questions to which two engines say different things, and the rows that differ."""
    found = {name: differences(ask(one), ask(other)) for name, ask in QUESTIONS.items()}
    return {name: rows for name, rows in found.items() if rows}
