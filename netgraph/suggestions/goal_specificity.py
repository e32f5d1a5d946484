"""How specific a goal is, who fits it, and what would sharpen it.

People can only help with what they can picture. A goal that names a kind of work, a field,
companies or a place is specific; "open to anything" is not, and is told so.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable
from typing import Final

from netgraph.identity.companies import company_key, is_company
from netgraph.model.actions import Action, Hint
from netgraph.model.base_record import Record
from netgraph.model.records import EGO, Goal, Ledger
from netgraph.model.text import clean, fold
from netgraph.titles.fit import Titles, Wanted
from netgraph.titles.occupations import fields, occupations_of, seniority

FITS: Final = 0.5
"""From this fit on somebody counts as fitting the goal."""

PARTS: Final = {"role": 0.4, "company": 0.3, "field": 0.2, "place": 0.1}
"""What makes a goal specific, and how much each part of it is worth."""

_ANYTHING = frozenset({"anything", "any", "open", "whatever", "something", "job", "work"})


class Specificity(Record, frozen=True):
    """How specific a goal is, how many known people fit it, and what would sharpen it.

    ``specificity`` lies in [0, 1]: the worth of the parts that the goal names.
    """

    specificity: float
    fitting: int
    advice: tuple[Hint, ...]


def wanted(goal: Goal) -> Wanted:
    """Return what the goal asks for in words, as `netgraph.titles.fit` reads it."""
    level = seniority(goal.seniority) if goal.seniority else None
    text = goal.text
    for company in goal.companies:
        text = re.sub(rf"\s*\b(?:at|with|for)\s+{re.escape(company)}", "", text, flags=re.I)
    return Wanted(text, goal.roles, goal.fields, level)


def specificity(ledger: Ledger, goal: Goal) -> Specificity:
    """Measure how specific a goal is.

    .. math:: s = \\sum_k w_k [\\text{the goal names } k]

    over role 0.4, company 0.3, field 0.2 and place 0.1; a goal that is one named person has 1.

    Examples
    --------
    >>> vague = specificity(Ledger(), Goal("g1", "open to anything"))
    >>> vague.specificity, vague.advice[0].words
    (0.0, 'being open to anything gives people nothing to hold on to: name a kind of work')
    >>> specificity(Ledger(), Goal("g1", "data scientist", companies=("Watershed",))).specificity
    0.9
    """
    fitting = sum(fit >= FITS for fit in fit_of_people(ledger, goal).values())
    return Specificity(specificity_of(goal), fitting, tuple(sharpen(ledger, goal, fitting)))


def specificity_of(goal: Goal) -> float:
    """Return how specific a goal is, in [0, 1]; see `specificity`.

    >>> specificity_of(Goal("g1", "data scientist")), specificity_of(Goal("g2", "", person="ana"))
    (0.6, 1.0)
    """
    return 1.0 if goal.person else round(sum((PARTS[part] for part in _parts(goal)), 0.0), 2)


def sharpen(ledger: Ledger, goal: Goal, fitting: int) -> Iterable[Hint]:
    """Yield what would sharpen a goal that so many known people fit, the most useful first."""
    return () if goal.person else _advice(ledger, goal, _parts(goal), fitting)


def fit_of_people(ledger: Ledger, goal: Goal) -> dict[str, float]:
    """Return how well the present title of everybody but ego fits a goal, in [0, 1], by id."""
    people = [p for p in ledger.people.values() if p.id != EGO]
    titles = Titles([p.title for p in people], companies=[p.company for p in people])
    scores = titles.scores(wanted(goal))
    return {p.id: score for p, score in zip(people, scores, strict=True)}


def _parts(goal: Goal) -> list[str]:
    """Return which parts a goal names."""
    text = "; ".join((goal.text, *goal.roles, *goal.fields))
    parts = {
        "role": bool(goal.roles or occupations_of(text)),
        "company": bool(goal.companies),
        "field": bool(goal.fields or fields(text)),
        "place": bool(goal.places),
    }
    return [part for part, there in parts.items() if there]


def _advice(ledger: Ledger, goal: Goal, named: Collection[str], fitting: int) -> Iterable[Hint]:
    """Yield what would sharpen a goal, the most useful first."""
    if "role" not in named and "field" not in named and _ANYTHING & set(fold(goal.text).split()):
        yield Hint("being open to anything gives people nothing to hold on to: name a kind of work")
    elif "role" not in named:
        yield Hint("name a kind of work, for example", _changed(goal, role="data scientist"))
    if "company" not in named:
        wishes = tuple(wish_list(ledger)[:3])
        which = "the companies you showed interest in" if wishes else "companies you would love"
        yield Hint(f"name {which}", _changed(goal, company=wishes or ("COMPANY",)))
    if "field" not in named:
        yield Hint("name a field, for example", _changed(goal, field="climate tech"))
    if "place" not in named:
        yield Hint("say where, if it matters", _changed(goal, place="PLACE"))
    if fitting > 50:
        yield Hint(f"{fitting:,} people you know fit this: a narrower goal is easier to help with")
    if ledger.people.keys() > {EGO} and fitting == 0:
        yield Hint(
            "nobody you know has such a title: ask for introductions, or try other words for it"
        )


def _changed(goal: Goal, **fields: str | tuple[str, ...]) -> Action:
    """Return what says more of a goal."""
    return Action("goal edit", (goal.id,), fields)


def wish_list(ledger: Ledger) -> list[str]:
    """Return the companies that ego follows, saved jobs at or applied to, most wished for first.

    >>> from netgraph.model.records import Wish
    >>> wishes = (Wish("w1", "Acme"), Wish("w2", "Blue"), Wish("w3", "Acme Inc.", "saved job"))
    >>> wish_list(Ledger(wishes=wishes))
    ['Acme', 'Blue']
    """
    names: dict[str, str] = {}
    count: Counter[str] = Counter()
    for wish in sorted(ledger.wishes, key=lambda w: w.id):
        if is_company(wish.organisation):
            key = company_key(wish.organisation)
            names.setdefault(key, clean(wish.organisation))
            count[key] += 1
    return [names[key] for key, _ in sorted(count.items(), key=lambda kv: (-kv[1], names[kv[0]]))]
