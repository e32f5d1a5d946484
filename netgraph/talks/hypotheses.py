"""Beliefs about a career, tested by talks: what speaks for and against each, and what that says."""

from __future__ import annotations

from typing import Final

from netgraph.model.as_of import AsOf
from netgraph.model.base_record import Record
from netgraph.model.records import Evidence
from netgraph.talks.debriefs import hypotheses_on

ENOUGH: Final = 2
"""Below so many statements a belief says nothing yet."""

_VERDICTS: Final = (
    (0.8, "very probably"),
    (0.6, "probably"),
    (0.4, "open"),
    (0.2, "probably not"),
    (0.0, "very probably not"),
)


class Verdict(Record, frozen=True):
    """A belief, numbered h1, h2, ..., with what speaks for and against it.

    ``chance`` is that it holds, in (0, 1); ``words`` says it with the counts.
    """

    number: int
    hypothesis: str
    for_it: tuple[Evidence, ...]
    against: tuple[Evidence, ...]
    chance: float
    words: str


def verdicts(view: AsOf) -> list[Verdict]:
    r"""Return the hypotheses of the open goals with the evidence up to the day.

    .. math:: p = \frac{f + 1}{f + a + 2}

    with f people for and a against: the mean of a Beta distribution after a uniform prior
    (Laplace's rule of succession). Each person counts once, with what they said last.

    Examples
    --------
    >>> from datetime import date
    >>> from netgraph.model.records import Goal, Ledger
    >>> book = Ledger(
    ...     goals=(Goal("g1", "data", hypotheses=("pays well",)),),
    ...     evidence=tuple(
    ...         Evidence(f"v{n}", f"p{n}", None, "pays well", n > 0) for n in range(4)
    ...     ),
    ... )
    >>> [one] = verdicts(AsOf(book, date(2026, 5, 1)))
    >>> one.words, round(one.chance, 3)
    ('3 for, 1 against: probably', 0.667)
    """
    known = [e for e in view.ledger.evidence if e.day is None or e.day <= view.day]
    known.sort(key=lambda e: (str(e.day or ""), e.id))
    found = []
    for number, hypothesis in enumerate(hypotheses_on(view), start=1):
        last = {e.person: e for e in known if e.hypothesis == hypothesis}
        for_it = tuple(e for e in last.values() if e.holds)
        against = tuple(e for e in last.values() if not e.holds)
        chance = (len(for_it) + 1) / (len(last) + 2)
        words = _words(len(for_it), len(against), chance)
        found.append(Verdict(number, hypothesis, for_it, against, round(chance, 4), words))
    return found


def _words(for_it: int, against: int, chance: float) -> str:
    """Say what the evidence says."""
    if not for_it + against:
        return "nobody has spoken of it yet"
    counted = f"{for_it} for, {against} against"
    if for_it + against < ENOUGH:
        return f"{counted}: too few to say"
    return f"{counted}: {next(word for least, word in _VERDICTS if chance >= least)}"
