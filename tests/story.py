"""A year of one search, written by hand: the people, and what was written down on which day.

Ego lives in Berlin. Each line of `YEAR` is a day, a command in short, whom it is about, and more
as ``key=value``. The lines go through `netgraph.journal.log`, as the commands do, so that a talk
settles the ask and the referral that led to it.
"""

from __future__ import annotations

import shlex
from dataclasses import replace
from datetime import date
from typing import Any

from netgraph.journal import log as entries
from netgraph.journal.edits import statements
from netgraph.model.records import EGO, Goal, Ledger, Person, Statement, Step

PEOPLE = {
    EGO: Person(EGO, "Robin"),
    "maya": Person("maya", "Maya Chen", company="Acme", title="Head of Data"),
    "tom": Person("tom", "Tom Reed", company="Siemens", title="Data Engineer"),
    "ana": Person("ana", "Ana Silva", company="Blue River", title="Data Scientist"),
    "ben": Person("ben", "Ben Ode", company="Hilltop", title="Analyst"),
    "cleo": Person("cleo", "Cleo Park", company="Hilltop College", title="Lecturer"),
    "dora": Person("dora", "Dora Lind", company="Watershed", title="Climate Data Lead"),
    "eli": Person("eli", "Eli Novak", title="Photographer"),
    "fay": Person("fay", "Fay Wu", company="Delta", title="Recruiter"),
    "gus": Person("gus", "Gus Hall", company="Delta", title="Designer"),
    "jon": Person("jon", "Jon Bell", company="Delta", title="Developer"),
    "hana": Person("hana", "Hana Mori", title="Designer"),
    "ivo": Person("ivo", "Ivo Marin", title="Student"),
    "kay": Person("kay", "Kay Brandt", company="Northwind", title="Data Scientist"),
    "lou": Person("lou", "Lou Adler"),
}

YEAR = """
2025-05-02 ask lou
2025-05-05 say eli keep_in_touch=60 never_ask=yes
2025-05-05 goal
2025-05-05 talked eli note='coffee at the old place'
2025-05-05 promised eli note='send the article' by=2025-05-12
2025-05-06 ask maya
2025-05-07 ask maya outcome=agreed
2025-05-08 interview maya
2025-05-08 refer maya tom
2025-05-09 thanked maya
2025-05-09 reflected maya
2025-05-12 sent eli note='The article'
2025-05-12 ask lou outcome=declined
2025-05-13 refer maya tom outcome=introduced
2025-05-14 ask tom introducer=maya
2025-05-15 ask tom outcome=agreed
2025-05-16 planned tom by=2025-05-22
2025-05-21 prepared tom
2025-05-22 interview tom
2025-05-23 thanked tom
2025-05-23 refer tom ana
2025-05-26 reported maya
2025-06-01 say maya asks_per_quarter=1
2025-06-02 ask fay
2025-06-10 promised hana note='look over her portfolio' by=2025-06-30
2025-06-12 ask fay
2025-06-15 say kay not_before=2025-12-01
2025-06-16 refer tom ana outcome=introduced
2025-06-18 ask ana introducer=tom
2025-06-20 ask ana outcome=agreed
2025-06-23 planned ana by=2025-07-03
2025-06-24 ask fay outcome=silent
2025-06-26 ask gus
2025-07-03 interview ana
2025-07-04 thanked ana
2025-07-04 thanked tom
2025-07-04 reflected ana
2025-07-05 helped hana note='looked over her portfolio'
2025-07-07 ask gus outcome=agreed
2025-07-10 interview gus
2025-07-11 thanked gus
2025-07-14 reported tom
2025-07-15 met ben note='summer party'
2025-07-15 refer ben cleo
2025-07-15 refer ben tom
2025-07-16 ask cleo introducer=ben
2025-07-21 ask cleo outcome=declined
2025-07-21 refer ben cleo outcome=declined
2025-08-01 talked eli
2025-08-04 paid-forward ivo note='told him how I began'
2025-08-20 refer ana dora
2025-08-25 ask dora introducer=ana
2025-08-27 ask dora outcome=agreed
2025-09-04 interview dora
2025-09-05 thanked dora
2025-09-10 refer dora maya
2025-09-25 refer me gus to=hana
2025-09-26 refer me gus to=hana outcome=agreed by=hana
2025-09-29 promised eli note='the photos'
2025-10-02 refer me gus to=hana outcome=agreed by=gus
2025-10-07 sent eli note='the photos'
2025-10-07 refer me gus to=hana outcome=introduced
2025-10-07 reported maya
2025-10-07 reported tom
2025-10-07 reported ana
2025-10-20 refer me gus to=hana outcome=met
2025-11-03 was-helped hana note='read my letter'
2025-11-04 thanked hana
2025-12-19 ask kay
2026-01-05 ask kay
2026-01-07 ask kay outcome=agreed
2026-01-10 wrote gus
2026-01-14 interview kay
2026-01-15 thanked kay
2026-02-02 refer ana dora outcome=closed note='they made me an offer'
2026-02-02 thanked dora
2026-02-03 reported ana
2026-02-03 reported tom
2026-03-16 helped maya note='found a speaker for her evening'
2026-04-22 ask jon
2026-04-24 planned dora by=2026-04-30
2026-04-27 goal outcome=done
2026-04-28 promised kay note='a list of questions' by=2026-05-08
2026-04-30 was-advised ben note='how to begin in a new place'
2026-04-30 talked eli
"""

DAYS = tuple(
    map(date.fromisoformat, ("2025-05-08", "2025-07-01", "2025-10-06", "2026-01-02", "2026-05-04"))
)
"""The days as of which the story is looked at."""


def story(*, until: date = date.max) -> Ledger:
    """Return the ledger that the lines up to a day make."""
    ledger = Ledger(people=PEOPLE)
    for line in YEAR.strip().splitlines():
        day, word, *rest = shlex.split(line)
        if date.fromisoformat(day) <= until:
            ledger = _added(ledger, date.fromisoformat(day), word, rest)
    return ledger


def _added(ledger: Ledger, day: date, word: str, rest: list[str]) -> Ledger:
    """Return the ledger with one line more."""
    names = [part for part in rest if "=" not in part]
    more: dict[str, Any] = dict(part.split("=", 1) for part in rest if "=" in part)
    if word == "say":
        said = [f for f in statements(ledger, names[0], more, day=day) if isinstance(f, Statement)]
        return replace(ledger, statements=(*ledger.statements, *said))
    if word == "goal":
        steps = ledger.goals[0].steps if ledger.goals else ()
        goal = Goal("g1", "data scientist in climate tech", companies=("Watershed", "Tarnfield"))
        step = Step(day, more.get("outcome", "open"))
        return replace(ledger, goals=(replace(goal, steps=(*steps, step)),))
    if word == "ask":
        return put(ledger, entries.ask(ledger, names[0], day=day, **more))
    if word == "refer":
        return put(ledger, entries.refer(ledger, names[0], names[1], day=day, **more))
    due = date.fromisoformat(more.pop("by")) if "by" in more else None
    event = entries.event(ledger, word, names[0], day=day, due=due, **more)
    settled = entries.settled_by(ledger, event)
    return put(replace(ledger, events=(*ledger.events, event)), *settled)


def put(ledger: Ledger, *facts: Any) -> Ledger:
    """Return the ledger with asks and referrals added, or in the place of the older ones."""
    for fact in facts:
        name = "asks" if hasattr(fact, "want") else "referrals"
        kept = tuple(f for f in getattr(ledger, name) if f.id != fact.id)
        changes: dict[str, Any] = {name: (*kept, fact)}
        ledger = replace(ledger, **changes)
    return ledger
