"""Places that ego saved or applied for: how they are written down, and how each stands on a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from typing import Final

from msgspec.structs import replace

from netgraph.identity.companies import company_key
from netgraph.identity.firms import Firms, firms_of, firms_on
from netgraph.model import ids
from netgraph.model.as_of import AsOf, part
from netgraph.model.base_record import Record
from netgraph.model.errors import InvalidInput
from netgraph.model.records import Application, Ledger, Step
from netgraph.model.text import clean, fold

STATUSES: Final = ("saved", "applied", "interview", "offer", "taken", "declined")
"""How far an application has come, in order; declined by either side."""

REACHED: Final = ("offer", "taken")
"""Those that end a search well."""

OVER: Final = frozenset({"taken", "declined"})

_IMPORTED: Final[Mapping[str, str]] = {"saved job": "saved", "application": "applied"}
"""What a `netgraph.model.records.Wish` of a kind says of how far it has come."""


class Applied(Record, frozen=True):
    """One place, from all that is known of it: the steps in order of their days."""

    firm: str
    organisation: str
    title: str
    link: str
    due: date | None
    steps: tuple[Step, ...]

    @property
    def status(self) -> str:
        """How far it has come."""
        return self.steps[-1].status


def apply(
    ledger: Ledger,
    company: str,
    title: str = "",
    *,
    status: str,
    day: date,
    due: date | None = None,
    link: str = "",
    note: str = "",
) -> Application:
    """Return a new application, or the one to that company with that title moved on by a step.

    Without a title the only one that is open there is meant, if there is one.

    Raises
    ------
    InvalidInput
        If no company or no such status is named, several are open there, or the last step was on
        a later day.

    Examples
    --------
    >>> saved = apply(Ledger(), "Acme", "Analyst", status="saved", day=date(2026, 5, 1))
    >>> book = Ledger(applications=(saved,))
    >>> then = apply(book, "ACME Inc.", status="applied", day=date(2026, 5, 4))
    >>> then.id == saved.id, [step.status for step in then.steps]
    (True, ['saved', 'applied'])
    """
    if status not in STATUSES:
        raise InvalidInput(f"{status!r} is no step of an application: {', '.join(STATUSES)}")
    if not fold(company):
        raise InvalidInput("name the company you apply to")
    step = Step(day, status, clean(note))
    firms = firms_of(ledger)
    firm = firm_key(firms, company)
    there = [a for a in ledger.applications if firm_key(firms, a.organisation) == firm]
    meant = [a for a in there if fold(a.title) == fold(title)]
    if not title:
        meant = [a for a in there if a.steps[-1].status not in OVER] or meant
    if len(meant) > 1:
        titles = "; ".join(a.title or "no title" for a in meant)
        raise InvalidInput(f"you have several applications at {company}: name the title ({titles})")
    if not meant:
        taken = {a.id for a in ledger.applications}
        i = ids.application(firm, title, taken)
        return Application(i, clean(company), clean(title), clean(link), due, (step,))
    old = meant[0]
    if any(s.day and s.day > day for s in old.steps):
        raise InvalidInput(f"{old.steps[-1].status} was on {old.steps[-1].day}: give a later day")
    return replace(old, link=clean(link) or old.link, due=due or old.due, steps=(*old.steps, step))


@part
def applications_on(view: AsOf) -> tuple[Applied, ...]:
    """Return every place that ego had saved or applied for by a day, the newest step last.

    What a file knows and what the user wrote of one place, by company and title, are one.

    >>> from netgraph.model.records import Wish
    >>> wish = Wish("w", "Acme Inc.", "application", "Analyst", date(2026, 4, 1))
    >>> then = apply(Ledger(), "Acme", "analyst", status="offer", day=date(2026, 5, 1))
    >>> book = Ledger(wishes=(wish,), applications=(then,))
    >>> [found] = applications_on(AsOf(book, date(2026, 5, 1)))
    >>> [step.status for step in found.steps]
    ['applied', 'offer']
    """
    ledger, firms = view.ledger, firms_on(view)
    steps: defaultdict[tuple[str, str], list[Step]] = defaultdict(list)
    said: dict[tuple[str, str], Application] = {}
    for wish in ledger.wishes:
        if wish.kind in _IMPORTED and (wish.day is None or wish.day <= view.day):
            key = firm_key(firms, wish.organisation), fold(wish.title)
            steps[key].append(Step(wish.day, _IMPORTED[wish.kind]))
            said.setdefault(key, Application("", wish.organisation, wish.title))
    for one in ledger.applications:
        key = firm_key(firms, one.organisation), fold(one.title)
        known = [s for s in one.steps if s.day is None or s.day <= view.day]
        if known:
            steps[key] += known
            said[key] = one
    found = [
        Applied(
            key[0], one.organisation, one.title, one.link, one.due,
            tuple(sorted(steps[key], key=lambda s: (s.day or date.min, STATUSES.index(s.status)))),
        )
        for key, one in said.items()
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda a: (a.steps[-1].day or date.min, a.firm, a.title)))


def firm_key(firms: Firms, company: str) -> str:
    """Return what a company is known by, however it is spelt."""
    return firms.one(company) or company_key(company) or fold(company)
