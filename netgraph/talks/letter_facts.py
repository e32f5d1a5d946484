"""What a letter can say, as plain data: who writes to whom, how they are tied, what happened.

Nothing here is worded: templates do that, in their language. What nobody recorded is None or
empty, and the template leaves a blank for the user.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from netgraph.agenda.day_facts import FAVOURS
from netgraph.agenda.reports import untold
from netgraph.identity.companies import company_key, is_company
from netgraph.identity.names import parse
from netgraph.journal.appointments import appointment_of
from netgraph.journal.goals import goals_on
from netgraph.journal.log import ENCOUNTERS, TALKS, days_asked, steps_until
from netgraph.measures.referrals import Lineage, lineage_on
from netgraph.model.as_of import AsOf
from netgraph.model.records import (
    EGO,
    Event,
    EventKind,
    Goal,
    Ledger,
    Person,
    Referral,
    ReferralStatus,
)
from netgraph.model.statements import value_of
from netgraph.model.text import clean
from netgraph.talks.debriefs import last_debrief
from netgraph.titles.occupations import fields, occupations_of

K = EventKind

LONGEST_TITLE: Final = 5
LONGEST_FIRM: Final = 5
LONGEST_GOAL: Final = 6
LONGEST_NAME: Final = 3
LONGEST_JOB: Final = 7
"""Words that a title, a firm, a goal, a name, and a title with a firm may have in a letter."""

LONGEST_LESSON: Final = 160
"""Characters of what somebody taught that go into a letter."""

MOST: Final = 3
"""So many news, names or promises are told."""

_UNPLANNED: Final[Mapping[str, Any]] = dict.fromkeys(
    ("time", "zone", "place", "link", "minutes"), ""
)
_PARTS = re.compile(r"\s+[|•·–—]\s+|\s*[;|]\s*|\s+-\s+")
_MARK = re.compile(r"(?:(?<=^)|(?<=[\s(]))[@#](?=[^\W\d_])|(?<=\w)[+-](?=\s)")
_SENTENCE = re.compile(r"(?<=[.!?])\s")
_MARKS = str.maketrans("", "", "\ue000\ue001")


@dataclass(frozen=True, slots=True)
class Aim:
    """Who else a letter is about: the introducer, and the person or firm that is the target."""

    via: str | None = None
    target: str = ""


def letter_facts(view: AsOf, person: str, aim: Aim) -> dict[str, Any]:
    """Return the facts that every template may read.

    Returns
    -------
    facts
        ``me`` and ``you`` (name, first, title, company; of me also what introduces me), whether
        we are ``familiar``, ``goal``, ``via``, ``target``, ``door`` (what ties us), ``asked``,
        ``plan`` (the next talk), ``talk`` (the last), ``kindness`` (what wants to be thanked),
        ``news`` that they have not heard, ``led_to`` (who came of their doors).

    Examples
    --------
    >>> book = Ledger({"ana": Person("ana", "Dr. Ana Silva", company="Acme")})
    >>> facts = letter_facts(AsOf(book, date(2026, 5, 1)), "ana", Aim())
    >>> facts["you"]["first"], facts["you"]["name"], facts["door"]["kind"]
    ('Ana', 'Ana Silva', '')
    """
    ledger, as_of = view.ledger, view.day
    told = _Told(ledger, person, as_of)
    tree = lineage_on(view)
    return {
        "me": _me(ledger, as_of),
        "you": _person(ledger.people[person]),
        "familiar": told.familiar(),
        "goal": _goal(goals_on(view)),
        "via": _person(ledger.people[aim.via]) if aim.via else None,
        "target": _target(ledger, person, aim.target),
        "door": told.door(aim.via),
        "asked": told.asked(),
        "plan": told.plan(),
        "talk": told.talk(),
        "kindness": told.kindness(),
        "promises": tuple(told.promises())[:MOST],
        "learned": learned_from(view, person),
        "names": tuple(_named_last(view, person))[:MOST],
        "news": tuple(_news(ledger, person, tree)),
        "led_to": tuple(_led_to(ledger, person, tree)),
        "today": as_of,
    }


@dataclass(frozen=True, slots=True)
class _Told:
    """What is recorded of ego and one person up to a day."""

    ledger: Ledger
    person: str
    as_of: date

    def events(self, kinds: Collection[EventKind]) -> list[Event]:
        """Return what happened between the two, the oldest first."""
        found = [
            e
            for e in self.ledger.events
            if e.kind in kinds
            and e.day
            and e.day <= self.as_of
            and {e.giver, e.taker} == {EGO, self.person}
        ]
        return sorted(found, key=lambda e: (e.day or date.min, e.id))

    def referrals(self) -> Iterator[Referral]:
        """Yield the names passed on to ego that were known by then."""
        for referral in self.ledger.referrals:
            if referral.to == EGO and steps_until(referral, self.as_of):
                yield referral

    def familiar(self) -> bool:
        """Return whether the two have met, or are said to be close or warm."""
        pair = {EGO, self.person}
        near = any(
            t.closeness in ("close", "warm") and {t.u, t.v} == pair for t in self.ledger.ties
        )
        return near or bool(self.events(ENCOUNTERS))

    def door(self, via: str | None) -> dict[str, Any]:
        """Return what ties the two: an introducer, a meeting, a school, a firm, letters, or ""."""
        named = [r.introducer for r in self.referrals() if r.person == self.person]
        opener = via or next((i for i in named if i in self.ledger.people), None)
        met = [e.day for e in self.events(ENCOUNTERS)]
        wrote = self._wrote()
        if opener and (via or not met):
            return {"kind": "introducer", "name": short_name(self.ledger.people[opener])}
        if met:
            return {"kind": "met", "day": met[-1]}
        for kind in ("school", "club", "work"):
            if name := self._shared(kind):
                return {"kind": kind, "name": name}
        if wrote:
            return {"kind": "wrote", "day": wrote}
        since = [t.since for t in self.ledger.ties if {t.u, t.v} == {EGO, self.person} and t.since]
        known = [day for day in since if day <= self.as_of]
        return {"kind": "connected", "day": min(known)} if known else {"kind": ""}

    def _wrote(self) -> date | None:
        """Return the last day on which they wrote to ego."""
        days = [
            day
            for some in self.ledger.correspondence
            if (some.giver, some.taker) == (self.person, EGO)
            for day in some.days
            if day and day <= self.as_of
        ]
        return max(days, default=None)

    def _shared(self, kind: str) -> str:
        """Return a place of one kind where both are or were."""
        mine = {company_key(name): name for name in self._places(EGO, kind)}
        shared = [name for name in self._places(self.person, kind) if company_key(name) in mine]
        return next((name for name in map(firm, shared) if name), "")

    def _places(self, i: str, kind: str) -> list[str]:
        """Return where somebody is or was."""
        now = [self.ledger.people[i].company] if kind == "work" and i in self.ledger.people else []
        before = [p.organisation for p in self.ledger.positions if (p.person, p.kind) == (i, kind)]
        return [name for name in dict.fromkeys([*now, *before]) if is_company(name)]

    def asked(self) -> dict[str, Any] | None:
        """Return when ego asked them last, and for whom or what."""
        days = [
            (day, ask.target)
            for ask in self.ledger.asks
            if ask.person == self.person
            for day in days_asked(steps_until(ask, self.as_of))
        ]
        if not days:
            return None
        day, target = max(days)
        people = self.ledger.people
        about = short_name(people[target]) if target in people else plain(target, limit=60)
        return {"day": day, "about": about}

    def plan(self) -> dict[str, Any] | None:
        """Return the next planned talk."""
        plans = [e for e in self.events({K.PLANNED}) if e.due and e.due >= self.as_of]
        if not plans:
            return None
        plan = min(plans, key=lambda e: (e.due or date.max, e.id))
        at = appointment_of(self.ledger, plan)
        said = {f: plain(str(getattr(at, f))) for f in _UNPLANNED} if at else dict(_UNPLANNED)
        return said | {"day": plan.due}

    def talk(self) -> dict[str, Any] | None:
        """Return the last talk."""
        talks = self.events(TALKS)
        return {"day": talks[-1].day} if talks else None

    def kindness(self) -> dict[str, Any] | None:
        """Return what they did for ego since they were thanked: the last talk, help, or all names.

        Where everything was thanked for, it is the last of all.
        """
        thanked = [e.day or date.min for e in self.events({K.THANKED}) if e.giver == EGO]
        done = [*self._favours(), *self._introductions()]
        new = [row for row in done if row[0] >= max(thanked, default=date.min)] or done
        if not new:
            return None
        day, kind, _ = max(new)
        names = [name for _, k, name in sorted(new) if k == kind and name]
        return {"day": day, "kind": kind, "names": tuple(dict.fromkeys(names))[-MOST:]}

    def _favours(self) -> Iterator[tuple[date, str, str]]:
        """Yield when they gave ego a talk, or helped."""
        for e in self.events(TALKS | FAVOURS):
            if e.day and (e.kind in TALKS or e.giver == self.person):
                yield e.day, "talk" if e.kind in TALKS else "help", ""

    def _introductions(self) -> Iterator[tuple[date, str, str]]:
        """Yield when they introduced ego to somebody, and to whom."""
        for referral in self.referrals():
            if referral.introducer == self.person and referral.person in self.ledger.people:
                name = short_name(self.ledger.people[referral.person])
                for step in steps_until(referral, self.as_of):
                    if step.day and step.status == ReferralStatus.INTRODUCED:
                        yield step.day, "introduction", name

    def promises(self) -> Iterator[dict[str, Any]]:
        """Yield what ego promised at the last talk or after it."""
        talks = self.events(ENCOUNTERS)
        since = talks[-1].day if talks else None
        for event in self.events({K.PROMISED}):
            if event.giver == EGO and event.note and (not since or (event.day or since) >= since):
                yield {"text": plain(event.note), "day": event.due}


def plain(text: str, *, limit: int = 200) -> str:
    """Return a recorded text as a letter may have it: one line, no marks of ours in it."""
    return clean(text.translate(_MARKS), limit=limit)


def brief_text(text: str, *, most: int) -> str:
    """Return the first part of a text of at most so many words, "" if that is too long.

    >>> brief_text("Head of Data | Speaker | Mum of two", most=5)
    'Head of Data'
    """
    first = plain(_PARTS.split(plain(text))[0]).strip(" ,.-/")
    if len(first.split()) > most and "," in first:
        first = first.split(",")[0].strip()
    return first if 0 < len(first.split()) <= most and len(first) <= 60 else ""


def firm(name: str) -> str:
    """Return the name of a firm or school for a letter, "" if it is none or too long."""
    return brief_text(name, most=LONGEST_FIRM) if is_company(name) else ""


def short_name(person: Person) -> str:
    """Return how one writes of somebody: given and family name, without titles and degrees.

    >>> short_name(Person("p", "Dr. Ana Maria Silva, PhD"))
    'Ana Silva'
    """
    parts = parse(person.name)
    name = plain(" ".join(filter(None, (parts.given, parts.family)))) or plain(person.name)
    return " ".join(name.split()[: LONGEST_NAME + 1])[:60]


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
    role = bool(goals[0].roles) or bool(occupations_of(narrow.split(" in ")[0].split(" for ")[0]))
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
        kind = "company" if _is_employer(ledger, target) else "field"
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
    text = plain(_MARK.sub("", lines[0]), limit=LONGEST_LESSON) if lines else ""
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


def _is_employer(ledger: Ledger, name: str) -> bool:
    """Return whether anybody works there, or ego looks for it."""
    firms = [p.company for p in ledger.people.values()]
    firms += [o.name for o in ledger.organisations.values()]
    firms += [w.organisation for w in ledger.wishes]
    firms += [company for goal in ledger.goals for company in goal.companies]
    return company_key(name) in set(map(company_key, filter(None, firms)))


def _news(ledger: Ledger, person: str, tree: Lineage) -> Iterator[dict[str, Any]]:
    """Yield what became of the doors that somebody opened and that they have not heard."""
    waiting = [u for u in untold(ledger, tree) if u.person == person]
    for news in [n for u in waiting for n in u.news][-MOST:]:
        about = ledger.people.get(news.about)
        yield {
            "kind": "goal" if news.about == EGO else "met" if news.what == "met" else "closed",
            "name": short_name(about) if about and news.about != EGO else "",
            "named": tree.G.has_edge(person, news.about),
            "what": plain(news.what),
            "day": news.day,
        }


def _led_to(ledger: Ledger, person: str, tree: Lineage) -> Iterator[str]:
    """Yield whom ego met because of somebody, directly first."""
    row = list(tree.children(person)) if person in tree.G else []
    for v in row:
        row += [w for w in tree.children(v) if w not in row]
    met: Mapping[str, date | None] = tree.met
    names = [short_name(ledger.people[v]) for v in row if v in met and v in ledger.people]
    yield from names[:MOST]
