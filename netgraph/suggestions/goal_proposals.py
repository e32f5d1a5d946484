"""Goals that the data itself proposes: jobs wanted, applied for and saved, and past work.

Nobody begins with an empty line: LinkedIn knows what somebody told recruiters, and which jobs they
looked at.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from netgraph.identity.companies import company_key, is_company
from netgraph.model.base_record import Record
from netgraph.model.records import EGO, YOU, Goal, Ledger, Wish
from netgraph.model.text import clean, fold
from netgraph.titles.occupations import occupations_of

MOST: Final = 3
"""How many goals are proposed, and how many companies for one."""

NAMED: Final = ("dream", "application", "saved job", "follow")
"""Kinds of wishes that name a company, the strongest first."""

ANYWHERE: Final = frozenset({"remote", "worldwide", "anywhere"})
"""Wanted places that are none; named only if there is no other."""

WANTED: Final = "the job you told LinkedIn you want"
"""Why what somebody told recruiters is proposed; of several the one that most known people fit."""

LOOKED_AT: Final = ("application", "saved job")
"""Kinds of wishes that name a job somebody took a look at."""


class GoalProposal(Record, frozen=True):
    """A goal that the data proposes, where that comes from, and how many known people fit."""

    goal: Goal
    why: str
    fitting: int


class Employer(Record, frozen=True):
    """An employer, how many known people work there, and what ego's data says of it."""

    name: str
    people: int
    wish: str = ""


def propose_goals(ledger: Ledger, *, most: int = MOST) -> list[GoalProposal]:
    """Return goals that the data proposes, what was wanted first, then applied for, then done.

    Nothing is proposed where the data says nothing of work.

    Examples
    --------
    >>> book = Ledger(wishes=(Wish("1", "Watershed", "saved job", "Data Scientist"),))
    >>> [(p.goal.text, p.goal.companies, p.why) for p in propose_goals(book)]
    [('data scientist', ('Watershed',), 'a job you saved')]
    """
    wished = wished_employers(ledger)
    dearest = [e for e in wished if e.wish == wished[0].wish][:MOST]
    companies = tuple(e.name for e in dearest)
    wanted = (w.title for w in ledger.wishes if w.kind == "wanted place")
    places = sorted(wanted, key=lambda place: (fold(place) in ANYWHERE, place))
    titles = list(_titles(ledger))
    if not titles:
        return []
    from netgraph.suggestions.goal_specificity import FITS, fit_of_people  # noqa: PLC0415 - numpy

    found: dict[str, GoalProposal] = {}
    for title, why in titles:
        text = _in_words(title)
        if text and fold(text) not in found and (why == WANTED or len(found) < most):
            goal = Goal("", text, companies=companies, places=tuple(places[:1]))
            fits = fit_of_people(ledger, goal).values()
            found[fold(text)] = GoalProposal(goal, why, sum(fit >= FITS for fit in fits))
    first = sorted(found.values(), key=lambda p: -p.fitting if p.why == WANTED else 1)
    return first[:most]


def wished_employers(ledger: Ledger) -> list[Employer]:
    """Return the employers that ego has an eye on, the dearest first, then where most are known.

    >>> book = Ledger(wishes=(Wish("1", "Acme", "follow"), Wish("2", "Corvid", "dream")))
    >>> [e.name for e in wished_employers(book)]
    ['Corvid', 'Acme']
    """
    known: Counter[str] = Counter()
    for employer in employers(ledger):
        known[company_key(employer.name)] += employer.people
    best: dict[str, tuple[int, str]] = {}
    for wish in ledger.wishes:
        key = company_key(wish.organisation)
        if wish.kind in NAMED and key and is_company(wish.organisation):
            rank = NAMED.index(wish.kind), wish.organisation
            best[key] = min(best.get(key, rank), rank)
    order = sorted(best, key=lambda key: (best[key][0], -known[key], best[key][1]))
    return [Employer(best[key][1], known[key], NAMED[best[key][0]]) for key in order]


def employers(ledger: Ledger) -> list[Employer]:
    """Return where the known people work, most people first; spellings of one firm are one.

    >>> from netgraph.model.records import Person
    >>> people = [Person(i, i, company=c) for i, c in (("a", "Acme"), ("b", "Acme Ltd."))]
    >>> employers(Ledger({p.id: p for p in people}))
    [Employer(name='Acme', people=2, wish='')]
    """
    spellings: dict[str, Counter[str]] = {}
    everybody = Counter(p.company for p in ledger.people.values() if p.id != EGO)
    for company, count in everybody.items():
        if is_company(company):
            key = company_key(company) or fold(company)
            spellings.setdefault(key, Counter())[clean(company)] += count
    named = [
        Employer(min(c, key=lambda s: (-c[s], len(s), s)), c.total()) for c in spellings.values()
    ]
    return sorted(named, key=lambda e: (-e.people, e.name))


def _titles(ledger: Ledger) -> Iterator[tuple[str, str]]:
    """Yield titles of jobs, with where each comes from, the clearest wish first."""
    yield from (
        (title, WANTED)
        for title in sorted(w.title for w in ledger.wishes if w.kind == "wanted job")
    )
    for kind, why in zip(LOOKED_AT, ("a job you applied for", "a job you saved"), strict=True):
        yield from ((title, why) for title in _often(w for w in ledger.wishes if w.kind == kind))
    me = ledger.people.get(EGO)
    if me and me.title:
        yield me.title, "the work you do now"
    past = [p for p in ledger.positions if p.person == EGO and p.kind == "work" and p.source != YOU]
    for position in sorted(past, key=lambda p: p.end or p.start, reverse=True):
        yield position.title, "work you have done"


def _often(wishes: Iterable[Wish]) -> list[str]:
    """Return titles, the most frequent first; the seniority and the team do not matter."""
    counted = Counter(_in_words(w.title) for w in wishes if w.title)
    return sorted(counted, key=lambda title: (-counted[title], title))


def _in_words(title: str) -> str:
    """Return a title as somebody would say the goal, "" if it names no work.

    >>> _in_words("UX Researcher, Growth"), _in_words("Looking for new challenges")
    ('UX researcher', '')
    """
    words = re.split(r",| [-–—|/] |\||\(| at | @ ", clean(title))[0].strip()
    lowered = (word if word[1:] != word[1:].lower() else word.lower() for word in words.split())
    return " ".join(lowered) if occupations_of(words) else ""
