"""netgraph's own import format: a year of talks, asks, referrals and favours, one a line.

The columns are ``date,kind,person,by,to,target,status,value,note``. People are named by profile
address, e-mail or name; ``Name (Company)`` who is nobody known becomes a lead.  What a line means
is said by `netgraph.journal.log`, as for the same words on the command line; reading the file again
makes the same facts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from netgraph.identity.addresses import slug_of
from netgraph.identity.by_name import unclear
from netgraph.identity.companies import company_key
from netgraph.identity.resolution import resolve
from netgraph.journal import log as entries
from netgraph.journal.goals import finished, is_open, make_goal
from netgraph.journal.people import new_person
from netgraph.model import ids
from netgraph.model.dates import spoken_date
from netgraph.model.errors import InvalidInput, UnreadableFile
from netgraph.model.records import (
    EGO,
    YOU,
    Ask,
    Event,
    Fact,
    Goal,
    Ledger,
    Person,
    Referral,
    Tie,
)
from netgraph.model.statements import statement
from netgraph.model.text import clean, fold
from netgraph.sources.encoding import first_lines, load
from netgraph.sources.protocol import Context, Document, Format, Reading
from netgraph.sources.tables import Table, UnusableRow, find_table, read_rows

COLUMNS = ("date", "kind", "person", "by", "to", "target", "status", "value", "note")
WANTS = ("interview", "introduction", "help")
DATED = ("promised", "planned")
"""What has a day of its own, in the column value or in its words."""
_NAMED = re.compile(r"(?P<name>[^()]+?)\s*\((?P<company>[^()]+)\)")
_BY_DAY = re.compile(r"\bby (?:the )?(\d{1,2} [A-Z][a-z]+|[A-Z][a-z]+ \d{1,2}|\d{4}-\d\d-\d\d)\b")
_NOT_BEFORE = re.compile(r"not before (\d{4}-\d\d-\d\d)")
_NUMBERS = {"no": 0, "one": 1, "two": 2, "three": 3}
_A_QUARTER = re.compile(r"(\d+|no|one|two|three) asks? (?:a|per) quarter")


@dataclass(frozen=True, slots=True)
class _Line:
    """One line, its day read and its person found."""

    day: date
    kind: str
    person: str
    by: str
    to: str
    target: str
    status: str
    value: str
    note: str


@dataclass(slots=True)
class _Journal:
    """What is known before, and what the lines so far have said.

    People are found as records of sources, never as what they were merged into, so that the same
    file gives the same facts whatever was merged since.
    """

    known: Ledger
    alias: Mapping[str, str] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    by_address: dict[str, str] = field(default_factory=dict)
    by_name: dict[str, list[str]] = field(default_factory=dict)
    leads: list[Person] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    asks: dict[str, Ask] = field(default_factory=dict)
    referrals: dict[str, Referral] = field(default_factory=dict)
    goals: list[Goal] = field(default_factory=list)


def claim(document: Document) -> str | None:
    """Say whether a document is a journal."""
    return "journal" if _table(first_lines(document.head)) else None


def _table(text: str) -> Table | None:
    return find_table(text, frozenset({"date", "kind", "person", "status", "note"}).issubset)


def read(claimed: Sequence[tuple[str, Document]], context: Context) -> Iterator[Reading]:
    """Read journals, each on top of what is known."""
    for _, document in claimed:
        try:
            yield _read_table(document, context)
        except UnreadableFile as fault:
            yield Reading(document.path, "unreadable", note=str(fault))


def _read_table(document: Document, context: Context) -> Reading:
    """Read one journal in the order of its days."""
    table = _table(load(document))
    if table is None:
        raise UnreadableFile("its header is damaged")
    journal = _open(context.known)

    def read(*cells: str) -> Iterator[Fact]:
        return _read_line(journal, *cells)

    return read_rows(document.path, "journal", table, COLUMNS, read, order=lambda cells: cells[0])


def _open(known: Ledger) -> _Journal:
    """Make a journal in which everybody known can be found."""
    journal = _Journal(known, resolve(known).alias)
    nobody = unclear(known)
    for person in sorted(known.people.values(), key=lambda p: (p.source != "linkedin", p.id)):
        if person.id not in nobody:
            _introduce(journal, person)
    return journal


def _introduce(journal: _Journal, person: Person) -> None:
    """Let a person be found by address, e-mail and name."""
    journal.people[person.id] = person
    for address in (*map(slug_of, person.urls), *map(str.lower, person.emails)):
        journal.by_address.setdefault(address, person.id)
    journal.by_name.setdefault(fold(person.name), []).append(person.id)


def _read_line(journal: _Journal, on: str, kind: str, *cells: str) -> Iterator[Fact]:
    """Yield the facts of one line."""
    kind = kind.strip().lower()
    try:
        day = date.fromisoformat(on.strip())
    except ValueError:
        raise UnusableRow(f"the date {clean(on, limit=30)!r} is not YYYY-MM-DD") from None
    person, by, to, *rest = map(str.strip, cells)
    people = [_find(journal, words, day) if words else "" for words in (person, by, to)]
    line = _Line(day, kind, *people, *rest)
    yield from journal.leads
    journal.leads.clear()
    reader = _READERS.get(kind) or (_event if kind in entries.WORDS else None)
    if reader is None:
        known = ", ".join([*_READERS, *entries.WORDS])
        raise UnusableRow(f"{clean(kind, limit=30)!r} is no kind of line; known are {known}")
    if not person and kind not in ("goal", "note", "reflected"):
        raise UnusableRow("it names no person")
    try:
        yield from reader(journal, line)
    except InvalidInput as fault:
        raise UnusableRow(str(fault)) from None


def _find(journal: _Journal, words: str, day: date) -> str:
    """Return the id of whom the words mean; somebody unheard of becomes a lead."""
    if words.lower() in ("me", "you", "i"):
        return EGO
    if address := _address(words):
        if address not in journal.by_address:
            raise UnusableRow(f"nobody known has the address {words}: import them first")
        return journal.by_address[address]
    named = _NAMED.fullmatch(words)
    name, company = (named["name"], named["company"]) if named else (words, "")
    found = journal.by_name.get(fold(name), [])
    own = [i for i in found if journal.people[i].source == YOU]
    if company:
        key = company_key(company)
        found = [i for i in found if company_key(journal.people[i].company) == key]
        own = [i for i in own if i in found]
    if own and len(found) > 1:
        found = own
    if len({journal.alias.get(i, i) for i in found}) > 1:
        raise UnusableRow(f"{len(found)} people are called {name}: write the profile address")
    return found[0] if found else _lead(journal, words, name, day)


def _address(words: str) -> str:
    """Return what is individual in a profile address or an e-mail; empty for a name."""
    return slug_of(words) or (words.lower() if "@" in words and " " not in words else "")


def _lead(journal: _Journal, words: str, name: str, day: date) -> str:
    """Make somebody unheard of a lead."""
    taken = {i for i in journal.by_name.get(fold(name), []) if journal.people[i].source == YOU}
    try:
        lead = new_person(words, taken=taken, lead=True, day=day)
    except InvalidInput as fault:
        raise UnusableRow(str(fault)) from None
    _introduce(journal, lead)
    journal.leads.append(lead)
    return lead.id


def _event(journal: _Journal, line: _Line) -> Iterator[Fact]:
    """Yield an event and what it settles."""
    due = _due(line) if line.kind in DATED else None
    value = _number(line.value) if line.value and not due else None
    event = entries.event(
        Ledger(events=tuple(journal.events)), line.kind, line.person,
        day=line.day, note=line.note, about=line.to or None, due=due, value=value,
    )  # fmt: skip
    journal.events.append(event)
    yield event
    so_far = Ledger(asks=tuple(journal.asks.values()), referrals=tuple(journal.referrals.values()))
    for settled in entries.settled_by(so_far, event):
        yield _remembered(journal, settled)


def _due(line: _Line) -> date | None:
    """Return when a promise is due, or a talk planned, from its value or else from its words."""
    found = _BY_DAY.search(line.note)
    words = line.value or (found[1] if found else "")
    try:
        return spoken_date(words, as_of=line.day, ahead=True) if words else None
    except ValueError as fault:
        if line.value:
            raise UnusableRow(str(fault)) from None
        return None


def _number(text: str) -> float:
    """Read a number."""
    try:
        return float(text)
    except ValueError:
        raise UnusableRow(f"the value {clean(text, limit=30)!r} is no number") from None


def _note(journal: _Journal, line: _Line) -> Iterator[Fact]:
    """Yield a note on a person, or on the search as a whole."""
    if line.person:
        yield from _event(journal, line)
        return
    kind = entries.K.REFLECTED if line.note.lower().startswith("reflect") else entries.K.NOTE
    i = ids.note(kind, line.day, line.note)
    yield Event(i, kind, line.day, EGO, EGO, clean(line.note))


def _ask(journal: _Journal, line: _Line) -> Iterator[Fact]:
    """Yield the ask that a line begins or moves on."""
    target, want = _wanted(journal, line)
    alike = [a for a in journal.asks.values() if a.person == line.person and a.target == target]
    last = alike[-1].steps[-1] if alike and alike[-1].steps else None
    status = line.status or "asked"
    if last and last.status == status and (status != "asked" or last.day == line.day):
        yield alike[-1]
        return
    made = entries.ask(
        Ledger(asks=tuple(alike)), line.person, day=line.day, outcome=status, want=want,
        target=target, introducer=line.by or None, note=line.note,
    )  # fmt: skip
    yield _remembered(journal, made)


def _wanted(journal: _Journal, line: _Line) -> tuple[str, str]:
    """Return what an ask is for, and of which kind it is.

    Firms and people are written with a capital, what one may be helped with ("a reference") is
    not; the column value overrules this.
    """
    target = clean(line.target)
    target = _find(journal, target, line.day) if _address(target) else target
    if line.value in WANTS:
        return target, line.value
    if not target:
        return "", "interview"
    helps = line.target[0].islower() and not _address(line.target)
    return target, "help" if helps else "introduction"


def _referral(journal: _Journal, line: _Line) -> Iterator[Fact]:
    """Yield the referral that a line begins or moves on."""
    if not line.by:
        raise UnusableRow("a referral needs who passed the name on, in the column by")
    to = line.to or EGO
    alike = [
        r
        for r in journal.referrals.values()
        if (r.introducer, r.person, r.to) == (line.by, line.person, to)
    ]
    if alike and alike[-1].steps and alike[-1].steps[-1].status == line.status:
        yield alike[-1]
        return
    made = entries.refer(
        Ledger(referrals=tuple(alike)), line.by, line.person, day=line.day, to=to,
        outcome=line.status or "named", note=line.note,
    )  # fmt: skip
    yield _remembered(journal, made)


def _remembered(journal: _Journal, fact: Ask | Referral) -> Ask | Referral:
    """Remember how an ask or a referral stands, with the steps that were recorded elsewhere."""
    before: Iterable[Ask | Referral]
    if isinstance(fact, Ask):
        journal.asks[fact.id] = fact
        before = journal.known.asks
    else:
        journal.referrals[fact.id] = fact
        before = journal.known.referrals
    later = [s for old in before if old.id == fact.id for s in old.steps if s not in fact.steps]
    if not later:
        return fact
    return replace(
        fact, steps=tuple(sorted((*fact.steps, *later), key=lambda s: s.day or date.min))
    )


def _goal(journal: _Journal, line: _Line) -> Iterator[Fact]:
    """Yield a goal; one of the same words stays as it is, unless it is said to be reached."""
    goals = {goal.id: goal for goal in (*journal.known.goals, *journal.goals)}
    known = next((g for g in goals.values() if fold(g.text) == fold(line.note)), None)
    if line.status not in ("", "open", "done"):
        raise UnusableRow(f"a goal is open or done, not {clean(line.status, limit=30)!r}")
    if known and line.status == "done" and is_open(known):
        reached = finished(known, day=line.day)
        journal.goals.append(reached)
        yield reached
        return
    if known:
        yield known
        return
    if line.status == "done":
        raise UnusableRow("no goal of these words was open before")
    companies = tuple(filter(None, map(clean, line.target.split(";"))))
    goal = make_goal(
        Ledger(goals=tuple(goals.values())), Goal("", line.note, companies), day=line.day
    )
    journal.goals.append(goal)
    yield goal


def _tie(journal: _Journal, line: _Line) -> Iterator[Fact]:
    """Yield a tie between two others that the user states."""
    if not line.to or line.to == line.person:
        raise UnusableRow("a tie needs two people, in the columns person and to")
    closeness = line.value.lower()
    if closeness not in ("", "close", "warm", "barely"):
        raise UnusableRow(f"{clean(closeness, limit=30)!r} is not close, warm or barely")
    u, v = sorted((line.person, line.to))
    yield Tie(ids.stated_tie(u, v, line.day), u, v, closeness=closeness, day=line.day)


def _limit(journal: _Journal, line: _Line) -> Iterator[Fact]:
    """Yield a limit that a person set."""
    words = f"{line.value} {line.note}".strip().lower()
    if found := _NOT_BEFORE.search(words):
        name, value = "not_before", found[1]
    elif found := _A_QUARTER.search(words):
        name, value = "asks_per_quarter", str(_NUMBERS.get(found[1], found[1]))
    elif "never ask" in words or "never-ask" in words:
        name, value = "never_ask", "yes"
    else:
        raise UnusableRow("a limit is 'not before YYYY-MM-DD', 'one ask a quarter' or 'never ask'")
    yield statement(line.person, name, value, line.day)


_READERS: dict[str, Callable[[_Journal, _Line], Iterator[Fact]]] = {
    "note": _note,
    "reflected": _note,
    "ask": _ask,
    "referral": _referral,
    "goal": _goal,
    "tie": _tie,
    "limit": _limit,
}

JOURNAL = Format(
    "journal",
    "journal: netgraph's own CSV of talks, asks and referrals (date,kind,person,by,to,...)",
    claim,
    read,
    on_top=True,
)
