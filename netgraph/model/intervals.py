"""How sure a small number is: 95 % intervals for a share and for a rate."""

from __future__ import annotations

from math import sqrt
from typing import Final

from netgraph.model.base_record import Record
from netgraph.model.errors import InvalidInput

Z: Final = 1.959963984540054
"""The 97.5 % quantile of the standard normal distribution."""

ENOUGH: Final = 5
"""Below so many cases a share or a rate says too little to be quoted alone."""


class Estimate(Record, frozen=True):
    """A share or rate ``value`` of ``hits`` in ``cases``, between ``low`` and ``high`` with 95 %.

    ``value`` is None if there are no cases.
    """

    hits: int
    cases: int
    value: float | None
    low: float
    high: float

    @property
    def words(self) -> str:
        """Say it with its interval, or that it is too few to say.

        >>> share(3, 4).words, share(19, 38).words
        ('3 of 4, too few to say', '19 of 38 (50 %, 35 % to 65 %)')
        """
        counted = f"{self.hits} of {self.cases}"
        if self.value is None or self.cases < ENOUGH:
            return f"{counted}, too few to say"
        return f"{counted} ({self.value:.0%}, {self.low:.0%} to {self.high:.0%})".replace("%", " %")

    @property
    def each(self) -> str:
        """Say a rate with its interval, or that it is too few to say.

        >>> rate(6, 5).each, rate(1, 2).each
        ('6 for 5 (1.20 each, 0.55 to 2.62)', '1 for 2, too few to say')
        """
        counted = f"{self.hits} for {self.cases}"
        if self.value is None or self.cases < ENOUGH:
            return f"{counted}, too few to say"
        return f"{counted} ({self.value:.2f} each, {self.low:.2f} to {self.high:.2f})"


def share(hits: int, cases: int) -> Estimate:
    r"""Return the share of cases that hit, with Wilson's score interval.

    .. math:: \frac{h + z^2/2 \pm z\sqrt{h(n-h)/n + z^2/4}}{n + z^2}

    It keeps inside [0, 1] and holds its 95 % for small numbers [1]_. Without cases nothing is
    known, and the interval is all of [0, 1].

    Raises
    ------
    InvalidInput
        Unless 0 <= hits <= cases.

    References
    ----------
    .. [1] Wilson, E. B. "Probable inference, the law of succession, and statistical inference".
       Journal of the American Statistical Association 22 (1927): 209-212.

    Examples
    --------
    >>> estimate = share(5, 10)
    >>> estimate.value, round(estimate.low, 4), round(estimate.high, 4)
    (0.5, 0.2366, 0.7634)
    """
    if not 0 <= hits <= cases:
        raise InvalidInput(f"{hits} of {cases}: give 0 <= hits <= cases")
    if not cases:
        return Estimate(0, 0, None, 0.0, 1.0)
    square = Z * Z
    spread = Z * sqrt(hits * (cases - hits) / cases + square / 4)
    middle, whole = hits + square / 2, cases + square
    low = (middle - spread) / whole if hits else 0.0
    high = (middle + spread) / whole if hits < cases else 1.0
    return Estimate(hits, cases, hits / cases, low, high)


def rate(hits: int, cases: int) -> Estimate:
    r"""Return how many hits one case has, with the score interval of a Poisson mean.

    .. math:: \frac{h + z^2/2 \pm z\sqrt{h + z^2/4}}{n}

    Hits may outnumber cases [1]_. Without cases nothing is known: the interval is [0, inf].

    Raises
    ------
    InvalidInput
        If a number is negative, or there are hits without cases.

    References
    ----------
    .. [1] Barker, L. "A comparison of nine confidence intervals for a Poisson parameter when the
       expected number of events is <= 5". The American Statistician 56 (2002): 85-89.

    Examples
    --------
    >>> estimate = rate(6, 4)
    >>> estimate.value, round(estimate.low, 4), round(estimate.high, 4)
    (1.5, 0.6875, 3.2729)
    """
    if hits < 0 or cases < 0 or (hits and not cases):
        raise InvalidInput(f"{hits} per {cases}: give 0 or more of each, and cases for the hits")
    if not cases:
        return Estimate(0, 0, None, 0.0, float("inf"))
    middle, spread = hits + Z * Z / 2, Z * sqrt(hits + Z * Z / 4)
    return Estimate(
        hits, cases, hits / cases, max(0.0, (middle - spread) / cases), (middle + spread) / cases
    )
