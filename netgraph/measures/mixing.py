"""How mixed somebody's circle is: inside or outside their own group, and over how many groups."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from math import nan


def ei_index(groups: Iterable[Collection[str]], own: Collection[str]) -> float:
    r"""Return how far ties go outside the own groups rather than stay inside.

    .. math:: \frac{E - I}{E + I}

    from -1 (all inside) to 1 (all outside); nan without ties, or without own groups.

    Parameters
    ----------
    groups
        For each tie the groups of who is there; one without any is left out.
    own
        The groups of whose ties these are.

    References
    ----------
    Krackhardt & Stern, Social Psychology Quarterly 51 (1988): 123-140.

    Examples
    --------
    >>> ei_index([{"data"}, {"health"}, {"health"}, set(), {"law", "data"}], {"data"})
    0.0
    """
    mine = set(own)
    known = [mine.isdisjoint(some) for some in groups if some]
    if not known or not mine:
        return nan
    outside = sum(known)
    return (outside - (len(known) - outside)) / len(known)


def diversity(counts: Iterable[int]) -> float:
    r"""Return the chance that two people drawn at random are of different groups.

    .. math:: 1 - \sum_g p_g^2

    0 if all are of one group, near 1 for many small ones; nan without anybody.

    References
    ----------
    Blau, Inequality and Heterogeneity (1977).

    Examples
    --------
    >>> diversity([2, 2]), diversity([5])
    (0.5, 0.0)
    """
    sizes = list(counts)
    total = sum(sizes)
    return 1 - sum((size / total) ** 2 for size in sizes) if total else nan
