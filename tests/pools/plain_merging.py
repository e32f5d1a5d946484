"""A pool put together person by person: slow, and what `netgraph.pools.merging` has to give."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from netgraph.identity.companies import company_key, display_name
from netgraph.identity.marks import NAME, PROFILE
from netgraph.pools.files import Known, Leave, Shares
from netgraph.pools.membership import Fellow
from netgraph.pools.merging import PooledAsk
from netgraph.pools.shares import middle_of

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Plain:
    """A pool put together, as rows."""

    ego: str
    people: list[Row]
    ties: list[Row]
    members: list[Row]
    person_of: Mapping[str, str]
    stated: frozenset[tuple[str, str]]
    bears: Mapping[str, int]
    asked: list[PooledAsk]


def merged(
    own: Shares,
    own_member: str,
    fellows: Sequence[Fellow],
    day: date,
    gone: Sequence[tuple[str, Leave]] = (),
) -> Plain:
    """Put what ego and the others share together."""
    everybody = [*fellows, Fellow(own_member, day, own)]
    everybody.sort(key=lambda f: (f.day, f.member))
    person_of = persons(_records(everybody))
    key_of = {f.member: _key(f.shares.me, person_of, f.member) for f in everybody}
    said: defaultdict[str, list[Known]] = defaultdict(list)
    strongest: dict[tuple[str, str], Known] = {}
    for fellow in everybody:
        for known in fellow.shares.people:
            pair = key_of[fellow.member], person_of[known.marks[0]]
            said[pair[1]].append(known)
            before = strongest.get(pair)
            if pair[0] != pair[1] and (before is None or before.band < known.band):
                strongest[pair] = known
    names = {key_of[f.member]: f.shares.called for f in everybody}
    firms = _firm_names(said.values())
    return Plain(
        ego=key_of[own_member],
        people=[_person(i, said.get(i, ()), names.get(i), firms) for i in sorted({*said, *names})],
        ties=[
            {"source": u, "target": v, "strength": middle_of(known.band)}
            for (u, v), known in sorted(strongest.items())
        ],
        members=[{"member": i, "name": name} for i, name in sorted(names.items())],
        person_of=person_of,
        stated=frozenset(pair for pair, known in strongest.items() if known.stated),
        bears={i: min(k.bears for k in some) for i, some in said.items()},
        asked=[
            PooledAsk(key_of.get(asker, asker), i, a.day, key_of.get(a.through, a.through), a.turn)
            for asker, asked in (
                *((f.member, f.shares.asked) for f in everybody),
                *((asker, left.asked) for asker, left in gone),
            )
            for a in asked
            if (i := next((person_of[m] for m in a.marks if m in person_of), ""))
        ],
    )


def _records(everybody: Iterable[Fellow]) -> Iterator[tuple[str, ...]]:
    """Yield the marks of every record: of the members themselves, and of whom they know."""
    for fellow in everybody:
        yield fellow.shares.me
        yield from (known.marks for known in fellow.shares.people)
        yield from (asked.marks for asked in fellow.shares.asked)


def persons(records: Iterable[Sequence[str]]) -> dict[str, str]:
    """Return, for every mark, the person it is of: the first mark of all that person's records."""
    above: dict[str, str] = {}

    def top(mark: str) -> str:
        above.setdefault(mark, mark)
        while above[mark] != mark:
            above[mark] = above[above[mark]]
            mark = above[mark]
        return mark

    by_name: defaultdict[str, set[str]] = defaultdict(set)
    for marks in records:
        sure = [m for m in marks if m[0] != NAME] or list(marks[:1])
        for mark in sure:
            above[top(mark)] = top(sure[0])
        for mark in marks:
            if mark[0] == NAME and sure:
                by_name[mark].add(sure[0])
    _join_by_name(by_name, above, top)
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for mark in above:
        groups[top(mark)].append(mark)
    best = {head: min(group, key=_rank) for head, group in groups.items()}
    found = {mark: best[top(mark)] for mark in above}
    for mark, some in by_name.items():
        found.setdefault(mark, found[min(some, key=_rank)])
    return found


def _join_by_name(by_name: Mapping[str, Iterable[str]], above: dict[str, str], top: Any) -> None:
    """Join the records of one name at one employer, unless several of them have a profile."""
    profiled = {top(mark) for mark in list(above) if mark.startswith(PROFILE)}
    for _, some in sorted(by_name.items()):
        heads = sorted({top(mark) for mark in some}, key=_rank)
        known = [head for head in heads if head in profiled]
        others = [head for head in heads if head not in profiled]
        into = known[0] if len(known) == 1 else others[0] if others else ""
        for head in others:
            if head != into:
                above[top(head)] = top(into)
                if top(into) != into and into in profiled:
                    profiled.add(top(into))


def _rank(mark: str) -> tuple[int, str]:
    """Return how sure a kind of mark is: a profile, an address, a name."""
    return "pen".index(mark[0]) if mark[0] in "pen" else len("pen"), mark


def _key(marks: Sequence[str], person_of: Mapping[str, str], member: str) -> str:
    """Return a member's key among the people."""
    return (person_of.get(marks[0]) if marks else None) or f"m{member}"


def _firm_names(everybody: Iterable[Sequence[Known]]) -> dict[str, str]:
    """Return the best spelling of every firm, by its key."""
    spelt: defaultdict[str, list[str]] = defaultdict(list)
    for some in everybody:
        for known in some:
            for name in (known.employer, known.school):
                if name:
                    spelt[company_key(name) or name].append(name)
    return {key: display_name(names) for key, names in spelt.items()}


def _person(i: str, said: Sequence[Known], name: str | None, firms: Mapping[str, str]) -> Row:
    """Return the row of a person: what most members say of them, the newest of equals."""

    def most(values: Iterable[str]) -> str:
        counts = Counter(filter(None, values))
        return max(counts, key=lambda v: (counts[v], v), default="")

    def firm(value: str) -> str:
        return firms.get(company_key(value) or value, value)

    return {
        "person": i,
        "employer": most(firm(k.employer) for k in said),
        "function": most(k.function for k in said),
        "level": most(k.level for k in said),
        "school": most(firm(k.school) for k in said),
        "name": name or most(k.name or "" for k in said) or None,
    }
