"""Many owners in one store: what an adviser sees who has imported the exports of many students.

Whoever lent an export is a student here (`netgraph.identity.owners`), and what the exports say is
one graph: who knows whom at which employer. Nothing is hidden from the adviser, who holds the
store; the questions are those of a pool (`netgraph.pools.questions`, `netgraph.pools.surveys`).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from netgraph.graph.schema import alters
from netgraph.graph.ties import tie_arcs_on
from netgraph.identity.companies import company_key
from netgraph.identity.firms import firms_on
from netgraph.journal.goals import open_goals
from netgraph.journal.lookup import find_person, find_target
from netgraph.model.actions import Action
from netgraph.model.as_of import AsOf, part
from netgraph.model.errors import InvalidInput
from netgraph.model.records import EGO, Person
from netgraph.model.text import fold
from netgraph.pools.engines import opened
from netgraph.pools.questions import Wanted
from netgraph.pools.shares import band_of, firm_name, middle_of, work_of
from netgraph.pools.tables import Tables


@dataclass(frozen=True, slots=True)
class Way:
    """A chain of people from a student to whom is looked for; ``chance`` that it works out."""

    people: tuple[str, ...]
    job: str
    chance: float


@dataclass(frozen=True, slots=True)
class Reached:
    """How many ``people`` are known to be at an employer, and which ``students`` know one."""

    employer: str
    people: int
    students: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Broker:
    """Somebody on whom connections hang.

    ``pairs`` is how many pairs of students, who do not know each other, have nobody else in
    common; ``only`` how many employers no other student reaches, 0 for who is no student.
    ``students`` know them.
    """

    name: str
    is_student: bool
    students: int
    pairs: int
    only: int


@part
def students_on(view: AsOf) -> tuple[str, ...]:
    """Return who lent their exports, by name.

    Raises
    ------
    InvalidInput
        If nobody did.
    """
    ledger = view.ledger
    owners = {ledger.alias.get(s.owner, s.owner) for s in ledger.sources} - {EGO}
    if not owners:
        raise InvalidInput(
            "no export of anybody else is here yet",
            action=Action("import", ("FILE",), {"owner": "NAME"}),
        )
    return tuple(sorted(owners, key=lambda i: (ledger.people[i].name, i)))


@part
def known_on(view: AsOf) -> Mapping[str, Mapping[str, float]]:
    """Return whom each student knows, and how well; ego's own ties play no part.

    Somebody in another's export who has a student's name, as nobody else there has, is that
    student.
    """
    G, same = tie_arcs_on(view), _classmates(view)
    found: dict[str, dict[str, float]] = {}
    for student in students_on(view):
        some = found[student] = {}
        for p in alters(G, student):
            person = same.get(p, p)
            if person not in (EGO, student):
                some[person] = max(some.get(person, 0.0), G[student][p]["strength"])
    return found


def _classmates(view: AsOf) -> dict[str, str]:
    """Return which student somebody is, by a name that nobody else has."""
    people, students = view.ledger.people, students_on(view)
    called: defaultdict[str, list[str]] = defaultdict(list)
    for i, person in people.items():
        if i not in students:
            called[fold(person.name)].append(i)
    names = Counter(fold(people[i].name) for i in students)
    by_name = {name: i for i in students if names[name := fold(people[i].name)] == 1}
    alone = {name: some[0] for name, some in called.items() if len(some) == 1}
    return {i: by_name[name] for name, i in alone.items() if name in by_name}


def _student(view: AsOf, words: str) -> str:
    """Return the student whom words name.

    Raises
    ------
    UnknownName, AmbiguousName
        If nobody, or several, are called that.
    InvalidInput
        If that person has lent no export.
    """
    people, students = view.ledger.people, students_on(view)
    named = [i for i in students if i == words or fold(people[i].name) == fold(words)]
    found = named[0] if len(named) == 1 else find_person(view.ledger, words)
    found = _classmates(view).get(found, found)
    if found not in students:
        raise InvalidInput(
            f"{people[found].name} has lent no export",
            action=Action("import", ("FILE",), {"owner": people[found].name}),
        )
    return found


@part
def tables_on(view: AsOf) -> Tables:
    """Return the graph of all exports as the tables of a pool; ties go both ways."""
    known = known_on(view)
    ties = {}
    for student, some in known.items():
        for person, strength in some.items():
            ties[student, person] = ties[person, student] = middle_of(band_of(strength))
    people = view.ledger.people
    return Tables.of(
        people=[_row(view, people[i]) for i in sorted({i for pair in ties for i in pair})],
        ties=[{"source": u, "target": v, "strength": s} for (u, v), s in sorted(ties.items())],
        members=[{"member": i, "name": people[i].name} for i in students_on(view)],
    )


def _row(view: AsOf, person: Person) -> dict[str, str | None]:
    """Return a person as a row of the tables."""
    return {"person": person.id, **work_of(view, person), "name": person.name}


def ways(view: AsOf, student: str, target: str, *, limit: int = 5) -> tuple[str, list[Way]]:
    """Return what a target is called, and the likeliest chains of at most three ties to it.

    Raises
    ------
    UnknownName, AmbiguousName
        If it is not clear who, or what, is meant.
    InvalidInput
        If the student has lent no export.
    """
    people = view.ledger.people
    asker, goal = _student(view, student), find_target(view.ledger, target)
    goal = _classmates(view).get(goal, goal)
    name = people[goal].name if goal in people else firms_on(view).by_id[goal].name
    wanted = Wanted(person=goal) if goal in people else Wanted(employer=name)
    with opened(tables_on(view), "memory") as asked:
        found = asked.chains(asker, wanted, limit=limit)
    return name, [
        Way(
            tuple(people[i].name for i in (asker, c.first, c.second, c.person) if i),
            people[c.person].title,
            c.chance,
        )
        for c in found
    ]


def reached(view: AsOf) -> list[Reached]:
    """Return every employer of somebody known, that which most students reach first."""
    at: defaultdict[str, set[str]] = defaultdict(set)
    by: defaultdict[str, set[str]] = defaultdict(set)
    people = view.ledger.people
    for student, some in known_on(view).items():
        for person in some:
            if employer := firm_name(view, people[person].company):
                at[employer].add(person)
                by[employer].add(people[student].name)
    found = (Reached(e, len(at[e]), tuple(sorted(by[e]))) for e in at)
    return sorted(found, key=lambda r: (-len(r.students), -r.people, r.employer))


def gaps(view: AsOf) -> list[str]:
    """Return the employers that goals name and that no student reaches."""
    there = {company_key(one.employer) for one in reached(view)}
    named = (name for goal in open_goals(view.ledger) for name in goal.companies)
    return sorted({name for name in named if company_key(name) not in there})


def brokers(view: AsOf) -> list[Broker]:
    """Return those on whom most connections hang, the most important first.

    Students are joined by who knows both of them, themselves included; those who are the only
    one to join a pair are its brokers (Burt 1992: a hole between two that one person bridges).
    """
    people, students = view.ledger.people, set(students_on(view))
    circles = {s: {*some} for s, some in known_on(view).items()}
    knowing: defaultdict[str, set[str]] = defaultdict(set)
    for student, circle in circles.items():
        for person in circle:
            knowing[person].add(student)
    only = Counter(one.students[0] for one in reached(view) if len(one.students) == 1)
    pairs = Counter(_bridges(circles, knowing))
    found = [
        Broker(
            people[i].name, i in students, len(knowing[i] - {i}), pairs[i],
            only[people[i].name] if i in students else 0,
        )
        for i in {*pairs, *students}
    ]  # fmt: skip
    return sorted(found, key=lambda b: (-b.pairs - b.only, -b.students, b.name))


def _bridges(
    circles: Mapping[str, set[str]], knowing: Mapping[str, Iterable[str]]
) -> Iterator[str]:
    """Yield, for each pair of students who do not know each other, who alone joins them."""
    joins: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for person, those in knowing.items():
        for pair in combinations(sorted(those), 2):
            if len(joins[pair]) < 2:
                joins[pair].append(person)
    for (a, b), common in joins.items():
        if len(common) == 1 and a not in circles[b] and b not in circles[a]:
            yield common[0]
