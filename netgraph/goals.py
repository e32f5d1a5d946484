"""Goals: what ego looks for, how specific it is, and what would sharpen it.

People can only help with what they can picture. A goal that names a kind of work, a field,
companies or a place is specific; "open to anything" is not, and is told so.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from netgraph.errors import AmbiguousName, InvalidInput, UnknownName
from netgraph.fit import Titles, Wanted
from netgraph.identity.companies import company_key, is_company
from netgraph.occupations import fields, occupations, seniority
from netgraph.records import EGO, Goal, Ledger, Step
from netgraph.text import clean, fold

OPEN: Final = "open"
DONE: Final = "done"
FITS: Final = 0.5
"""From this fit on somebody counts as fitting the goal."""

PARTS: Final = {"role": 0.4, "company": 0.3, "field": 0.2, "place": 0.1}
"""What makes a goal specific, and how much each part of it is worth."""

_AT = re.compile(r"\b(?:at|with|for|bei|chez|en|presso)\s+([^,;.]+)")
_ANYTHING = frozenset({"anything", "any", "open", "whatever", "something", "job", "work"})


@dataclass(frozen=True, slots=True)
class Sharpness:
    """How specific a goal is, how many known people fit it, and what would sharpen it.

    ``specificity`` lies in [0, 1]: the worth of the parts that the goal names.
    """

    specificity: float
    fitting: int
    advice: tuple[str, ...]


def is_open(goal: Goal) -> bool:
    """Return whether the goal is still looked for."""
    return not goal.steps or goal.steps[-1].status != DONE


def make_goal(ledger: Ledger, goal: Goal, *, day: date) -> Goal:
    """Return a goal ready for the ledger: cleaned, with an id, an opening step, and its companies.

    A company of the ledger that the text names after "at" is taken as one of its companies.

    Raises
    ------
    InvalidInput
        If the goal says nothing, or its level of seniority is not understood.

    Examples
    --------
    >>> make_goal(Ledger(), Goal("", " data scientist "), day=date(2026, 5, 1)).id
    'g1'
    """
    text = clean(goal.text)
    parts = (goal.companies, goal.roles, goal.fields, goal.places, goal.person)
    if not fold(text) and not any(parts):
        raise InvalidInput("say what you look for, such as: data scientist in climate tech")
    if goal.seniority and seniority(goal.seniority) is None:
        raise InvalidInput(
            f"{goal.seniority!r} is no level we know; try junior, senior, lead, director or head"
        )
    taken = {g.id for g in ledger.goals}
    number = next(n for n in range(1, len(taken) + 2) if f"g{n}" not in taken)
    companies = dict.fromkeys([*map(clean, goal.companies), *_named_companies(ledger, text)])
    return replace(
        goal,
        id=goal.id or f"g{number}",
        text=text or _in_words(goal),
        companies=tuple(c for c in companies if c),
        steps=goal.steps or (Step(day, OPEN),),
    )


def _in_words(goal: Goal) -> str:
    """Say a goal that has no text of its own."""
    what = ", ".join((*goal.roles, *goal.fields)) or "people"
    return what + (f" at {', '.join(goal.companies)}" if goal.companies else "")


def _named_companies(ledger: Ledger, text: str) -> list[str]:
    """Return the companies of the ledger that the text names after "at"."""
    known = {company_key(o.name): o.name for o in ledger.organisations.values()}
    named = (known.get(company_key(part.strip())) for part in _AT.findall(text))
    return [name for name in named if name]


def find_goal(ledger: Ledger, words: str = "") -> Goal:
    """Return the goal that is meant: by id or part of its text, else the newest open one.

    Raises
    ------
    UnknownName
        If there is none.
    AmbiguousName
        If the words fit several.

    Examples
    --------
    >>> goals = (Goal("g1", "data scientist"), Goal("g2", "teacher"))
    >>> find_goal(Ledger(goals=goals), "teach").id, find_goal(Ledger(goals=goals)).id
    ('g2', 'g1')
    """
    if not words:
        going = [g for g in ledger.goals if is_open(g)]
        if not going:
            raise UnknownName(
                'you have no goal yet; say one with: netgraph goal add "data scientist"'
            )
        return min(going, key=_order)
    exact = [g for g in ledger.goals if g.id == words.strip()]
    found = exact or [g for g in ledger.goals if fold(words) in fold(g.text)]
    if not found:
        known = "; ".join(f"{g.id} {g.text}" for g in sorted(ledger.goals, key=_order))
        raise UnknownName(
            f"no goal is called {words!r}" + (f"; there are: {known}" if known else "")
        )
    if len(found) > 1:
        lines = [f"{g.id} {g.text}" for g in sorted(found, key=_order)]
        raise AmbiguousName(f"{words!r} could be several goals; name one by its id", lines)
    return found[0]


def open_goals(ledger: Ledger) -> list[Goal]:
    """Return the goals that are still looked for, in the order they were set."""
    return sorted(filter(is_open, ledger.goals), key=_order)


def _order(goal: Goal) -> tuple[date, int, str]:
    """Sort goals by the day they were set, then by number."""
    number = int(goal.id[1:]) if goal.id[1:].isdecimal() else 0
    return (next((s.day for s in goal.steps if s.day), date.min), number, goal.id)


def wanted(goal: Goal) -> Wanted:
    """Return what the goal asks for in words, as `netgraph.fit` reads it."""
    level = seniority(goal.seniority) if goal.seniority else None
    text = goal.text
    for company in goal.companies:
        text = re.sub(rf"\s*\b(?:at|with|for)\s+{re.escape(company)}", "", text, flags=re.I)
    return Wanted(text, goal.roles, goal.fields, level)


def sharpness(ledger: Ledger, goal: Goal) -> Sharpness:
    """Measure how specific a goal is.

    .. math:: s = \\sum_k w_k [\\text{the goal names } k]

    over role 0.4, company 0.3, field 0.2 and place 0.1; a goal that is one named person has 1.

    Examples
    --------
    >>> vague = sharpness(Ledger(), Goal("g1", "open to anything"))
    >>> vague.specificity, vague.advice[0]
    (0.0, 'being open to anything gives people nothing to hold on to: name a kind of work')
    >>> sharpness(Ledger(), Goal("g1", "data scientist", companies=("Watershed",))).specificity
    0.9
    """
    named = _parts(goal)
    fitting = sum(fit >= FITS for fit in fit_of_people(ledger, goal).values())
    if goal.person:
        return Sharpness(1.0, fitting, ())
    score = round(sum(PARTS[part] for part in named), 2)
    return Sharpness(score, fitting, tuple(_advice(ledger, goal, named, fitting)))


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
        "role": bool(goal.roles or occupations(text)),
        "company": bool(goal.companies),
        "field": bool(goal.fields or fields(text)),
        "place": bool(goal.places),
    }
    return [part for part, there in parts.items() if there]


def _advice(ledger: Ledger, goal: Goal, named: Collection[str], fitting: int) -> Iterable[str]:
    """Yield what would sharpen a goal, the most useful first."""
    if "role" not in named and "field" not in named and _ANYTHING & set(fold(goal.text).split()):
        yield "being open to anything gives people nothing to hold on to: name a kind of work"
    elif "role" not in named:
        yield 'name a kind of work, such as --role "data scientist"'
    if "company" not in named:
        wishes = wish_list(ledger)[:3]
        some = ", ".join(wishes) if wishes else "two or three you would love"
        yield f"name companies (--company): {some}"
    if "field" not in named:
        yield 'name a field, such as --field "climate tech"'
    if "place" not in named:
        yield "say where (--place), if it matters"
    if fitting > 50:
        yield f"{fitting} people you know fit this: a narrower goal is easier to help with"
    if ledger.people.keys() > {EGO} and fitting == 0:
        yield "nobody you know has such a title: ask for introductions, or try other words for it"


def wish_list(ledger: Ledger) -> list[str]:
    """Return the companies that ego follows, saved jobs at or applied to, most wished for first.

    >>> from netgraph.records import Wish
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
