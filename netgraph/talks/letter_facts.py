"""What a letter can say, as plain data: who writes to whom, how they are tied, what happened.

Nothing here is worded: templates do that, in their language. What nobody recorded is None or
empty, and the template leaves a blank for the user.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final

from netgraph.agenda.reports import untold
from netgraph.identity.companies import company_key
from netgraph.identity.firms import firms_on
from netgraph.identity.names import parse
from netgraph.journal.applications import OVER, REACHED, applications_on, firm_key
from netgraph.journal.goals import goals_on
from netgraph.measures.referrals import Lineage, lineage_on
from netgraph.model.as_of import AsOf
from netgraph.model.base_record import Record
from netgraph.model.records import (
    EGO,
    Goal,
    Ledger,
    Person,
)
from netgraph.model.statements import value_of
from netgraph.talks.between_two import Between
from netgraph.talks.debriefs import last_debrief
from netgraph.talks.marks import without_marks
from netgraph.talks.short_texts import LONGEST_NAME, brief_text, firm, plain, short_name
from netgraph.titles.occupations import fields, is_role

LONGEST_TITLE: Final = 5
LONGEST_GOAL: Final = 6
LONGEST_JOB: Final = 7
"""Words that a title, a goal, and a title with a firm may have in a letter."""

LONGEST_LESSON: Final = 160
"""Characters of what somebody taught that go into a letter."""

MOST: Final = 3
"""So many news, names or promises are told."""

_SENTENCE = re.compile(r"(?<=[.!?])\s")


class Aim(Record, frozen=True):
    """Who else a letter is about: the introducer, and the person or firm that is the target."""

    via: str | None = None
    target: str = ""


def facts_for_letter(view: AsOf, person: str, aim: Aim) -> dict[str, Any]:
    """Return the facts that every template may read.

    Returns
    -------
    facts
        ``me`` and ``you`` (name, first, title, company; of me also what introduces me), whether
        we are ``familiar``, ``goal``, ``via``, ``target``, ``opening`` (a place there that ego
        wants), ``arrived`` (the place that ego took), ``door`` (what ties us), ``asked``, ``plan``
        (the next talk), ``talk`` (the last), ``kindness`` (what wants to be thanked), ``news`` that
        they have not heard, ``led_to`` (who came of their doors).

    Examples
    --------
    >>> book = Ledger({"ana": Person("ana", "Dr. Ana Silva", company="Acme")})
    >>> facts = facts_for_letter(AsOf(book, date(2026, 5, 1)), "ana", Aim())
    >>> facts["you"]["first"], facts["you"]["name"], facts["door"]["kind"]
    ('Ana', 'Ana Silva', '')
    """
    ledger, as_of = view.ledger, view.day
    told = Between(ledger, person, as_of)
    tree = lineage_on(view)
    return {
        "me": _me(ledger, as_of),
        "you": _person(ledger.people[person]),
        "familiar": told.familiar(),
        "goal": _goal(goals_on(view)),
        "via": _person(ledger.people[aim.via]) if aim.via else None,
        "target": _target(ledger, person, aim.target),
        "opening": opening_at(view, aim.target),
        "arrived": _arrived(view),
        "door": told.door(aim.via),
        "asked": told.asked(),
        "plan": told.plan(),
        "talk": told.talk(),
        "kindness": told.kindness(),
        "promises": tuple(told.promises())[:MOST],
        "learned": learned_from(view, person),
        "names": tuple(_named_last(view, person))[:MOST],
        "news": tuple(_news(view, person, tree)),
        "led_to": tuple(_led_to(ledger, person, tree)),
        "today": as_of,
    }


def _person(person: Person) -> dict[str, Any]:
    """Return one person's facts."""
    title = brief_text(person.title, most=LONGEST_TITLE)
    company = firm(person.company)
    if len(f"{title} {company}".split()) > LONGEST_JOB:
        title = ""
    name = short_name(person)
    first = plain(parse(person.name).given, limit=40) or name
    return {"name": name, "first": first, "title": title, "company": company}


def _me(ledger: Ledger, as_of: date) -> dict[str, Any]:
    """Return ego's facts; the name is "" as long as nobody said it."""
    ego = ledger.people.get(EGO) or Person(EGO, "")
    introduction = value_of(ledger.statements, EGO, "introduction", as_of=as_of) or ""
    facts = _person(ego) | {"introduction": plain(introduction, limit=300)}
    return facts | ({"name": "", "first": ""} if ego.name in ("", "You") else {})


def _goal(goals: list[Goal]) -> dict[str, Any] | None:
    """Return what the first open goal says, narrow and broad; a role, or a field of work."""
    if not goals:
        return None
    text = plain(goals[0].text)
    narrow = brief_text(text, most=LONGEST_GOAL) or " ".join(text.split()[:LONGEST_GOAL])
    broad = [*goals[0].fields, *sorted(f for f in fields(text) if f not in text)]
    words = [brief_text(field, most=LONGEST_NAME) for field in broad]
    role = bool(goals[0].roles) or is_role(narrow)
    return {
        "text": text,
        "narrow": narrow,
        "broad": next((w for w in words if w), ""),
        "kind": "role" if role else "field",
    }


def _target(ledger: Ledger, person: str, target: str) -> dict[str, Any] | None:
    """Return whom or what the letter asks for, and how they know one another."""
    if not target:
        return None
    if target not in ledger.people:
        kind = "role" if is_role(target) else "field"
        kind = "company" if _is_employer(ledger, target) else kind
        inside = company_key(ledger.people[person].company) == company_key(target)
        knows = "colleague" if inside else ""
        return {"kind": kind, "name": plain(target, limit=60), "knows": knows}
    other = ledger.people[target]
    pair = {person, target}
    stated = any(t.known and {t.u, t.v} == pair for t in ledger.ties)
    named = any({r.introducer, r.person} == pair for r in ledger.referrals)
    mine = company_key(ledger.people[person].company)
    together = bool(mine) and mine == company_key(other.company)
    knows = "surely" if stated or named else "colleague" if together else ""
    return {"kind": "person", "knows": knows} | _person(other)


def learned_from(view: AsOf, person: str) -> str:
    """Return the first sentence of what the last talk with somebody taught, without marks.

    >>> from netgraph.model.records import Debrief
    >>> said = Debrief("d", "ana", None, learned="#Pay is low; see @Fia Berg (Bosch). Really.")
    >>> learned_from(AsOf(Ledger(debriefs=(said,)), date(2026, 5, 1)), "ana")
    'Pay is low; see Fia Berg (Bosch).'
    """
    last = last_debrief(view, person)
    lines = last.learned.strip().splitlines() if last else []
    said = without_marks(lines[0], as_of=view.day) if lines else ""
    text = plain(said, limit=LONGEST_LESSON)
    sentence = _SENTENCE.split(text)[0]
    return _ended(sentence) if sentence else ""


def _ended(sentence: str) -> str:
    """Return a sentence with its full stop."""
    return sentence if sentence[-1] in ".!?…" else f"{sentence}."


def _named_last(view: AsOf, person: str) -> Iterator[str]:
    """Yield whom somebody named in the last talk."""
    last = last_debrief(view, person)
    people = view.ledger.people
    for r in view.ledger.referrals if last else ():
        made = r.introducer == person and r.to == EGO and r.person in people and r.steps
        if last and made and r.steps[0].day == last.day:
            yield short_name(people[r.person])


def opening_at(view: AsOf, company: str) -> dict[str, Any] | None:
    """Return the open place that ego saved or applied for at a company, the newest if several.

    >>> from netgraph.model.records import Wish
    >>> saved = Wish("w", "Acme Inc.", "saved job", "Analyst", date(2026, 5, 1))
    >>> view = AsOf(Ledger(wishes=(saved,)), date(2026, 5, 2))
    >>> opening_at(view, "Acme")["title"], opening_at(view, "Bosch")
    ('Analyst', None)
    """
    firms = firms_on(view)
    meant = firm_key(firms, company) if company else ""
    found = [
        one for one in applications_on(view)
        if meant and one.firm == meant and one.status not in OVER
    ]  # fmt: skip
    if not found:
        return None
    title = brief_text(found[-1].title, most=LONGEST_TITLE)
    return {
        "company": firm(found[-1].organisation),
        "title": title,
        "due": found[-1].due,
        "applied": found[-1].status != "saved",
    }


def _arrived(view: AsOf) -> dict[str, str] | None:
    """Return the place that ego took, else the last that was offered."""
    found = [one for one in applications_on(view) if one.status in REACHED]
    if not found:
        return None
    one = max(found, key=lambda a: a.status == "taken")
    return {"title": brief_text(one.title, most=LONGEST_TITLE), "company": firm(one.organisation)}


def _is_employer(ledger: Ledger, name: str) -> bool:
    """Return whether anybody works there, or ego looks for it."""
    firms = [p.company for p in ledger.people.values()]
    firms += [o.name for o in ledger.organisations.values()]
    firms += [w.organisation for w in ledger.wishes]
    firms += [company for goal in ledger.goals for company in goal.companies]
    return company_key(name) in set(map(company_key, filter(None, firms)))


def _news(view: AsOf, person: str, tree: Lineage) -> Iterator[dict[str, Any]]:
    """Yield what became of the doors that somebody opened and that they have not heard."""
    ledger = view.ledger
    waiting = [u for u in untold(ledger, tree) if u.person == person]
    for news in [n for u in waiting for n in u.news][-MOST:]:
        about = ledger.people.get(news.about)
        yield {
            "kind": "goal" if news.about == EGO else "met" if news.what == "met" else "closed",
            "name": short_name(about) if about and news.about != EGO else "",
            "named": news.about in tree.after.get(person, ()),
            "what": plain(without_marks(news.what, as_of=news.day or view.day)),
            "day": news.day,
        }


def _led_to(ledger: Ledger, person: str, tree: Lineage) -> Iterator[str]:
    """Yield whom ego met because of somebody, directly first."""
    row = list(tree.children(person)) if person in tree.after else []
    for v in row:
        row += [w for w in tree.children(v) if w not in row]
    met: Mapping[str, date | None] = tree.met
    names = [short_name(ledger.people[v]) for v in row if v in met and v in ledger.people]
    yield from names[:MOST]
