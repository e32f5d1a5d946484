"""The circles of a life: whom ego met at which job or school, in which years, else.

Everybody belongs to one circle: to where ego wants to go, if they work there; else to a place that
they share with ego; else to where ego was when they connected; else to the time before, between or
after.  Where ego's own past is not known, the years of meeting make the circles.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from netgraph.graph.affiliations import find_affiliations
from netgraph.identity.firms import firm_of
from netgraph.model.records import EGO, Goal, Ledger

if TYPE_CHECKING:
    from netgraph.graph.schema import TieGraph

MOST = 8
"""At most so many circles besides the goal: as many tints can be told apart."""
FEW = 13
"""Fewer people than this make no circles."""
SMALL = 0.02
"""A period with a smaller share of all people, or under three, joins another."""
YEARS = 6
"""So many groups of years where nothing else is known."""
FITTING = 0.6
"""Whoever fits this well stands in the goal's circle if the goal names no employer ..."""
BEST = 40
"""... but no more than so many, the best."""
TOLD = 1 / 3
"""Where ego's own times hold a smaller share of all people, years tell more."""

WANTED = "Where you want to go"

GOAL, PLACE, TIME, REST, ALL = "goal", "place", "time", "rest", "all"

People = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Circle:
    """Some people whom one thing joins: its name, its years in words, who they are.

    A goal has its text for years, and the employers it names, also those where nobody is known.
    """

    name: str
    years: str = ""
    kind: str = PLACE
    people: tuple[str, ...] = ()
    employers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stay:
    """Ego's time at one place, the months of it as ``YYYY-MM``; an end of "9999" goes on."""

    place: str
    name: str
    start: str
    end: str
    kind: str = "work"

    @property
    def years(self) -> str:
        """Say the years."""
        first, last = self.start[:4], "now" if self.end == "9999" else self.end[:4]
        return first if first == last else f"{first}-{last}"


@dataclass(slots=True)
class Employers:
    """Which words mean the same employer, by `netgraph.identity.firms`, and how each is called."""

    ledger: Ledger = field(default_factory=Ledger)
    keys: dict[str, str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)

    def key(self, name: str) -> str:
        """Return what tells an employer from another, "" for none."""
        if name not in self.keys:
            key = firm_of(self.ledger, name)
            known = self.ledger.organisations.get(key)
            self.keys[name] = key
            self.names.setdefault(key, known.name if known else name)
        return self.keys[name]

    def name(self, name: str) -> str:
        """Return how the employer of that name is called."""
        return self.names.get(self.key(name), name) or name


def circles_of(
    G: TieGraph,
    members: People,
    ledger: Ledger | None,
    goals: Sequence[Goal],
    employers: Employers,
    fit: Mapping[str, Mapping[str, float]],
) -> list[Circle]:
    """Return where ego wants to go, then the circles of their life from the newest to the oldest.

    ``fit`` says per goal how well people answer it, for goals that name no employer.
    """
    goal, taken = _goal_circles(members, goals, employers, fit)
    rest = [p for p in members if p not in taken]
    if len(members) < FEW:
        return [*goal, Circle("", kind=ALL, people=tuple(rest))]
    stays = _own_stays(ledger, G.graph["as_of"]) if ledger else []
    since = {p: _month(G, p) for p in rest}
    if any(stay.kind in ("work", "school") for stay in stays):
        circles = _periods(stays, {p: _places(members[p], employers) for p in rest}, since)
        if sum(len(c.people) for c in circles if c.kind == PLACE) >= TOLD * len(rest):
            return [*goal, *circles]
    dated = sum(bool(month) for month in since.values())
    fields = {p: min(members[p]["traits"].get("field", ()), default="") for p in rest}
    told = sum(bool(name) for name in fields.values())
    return [*goal, *(_by_year(since) if dated >= told else _by_field(fields))]


def _goal_circles(
    members: People,
    goals: Sequence[Goal],
    employers: Employers,
    fit: Mapping[str, Mapping[str, float]],
) -> tuple[list[Circle], set[str]]:
    """Return a circle for each goal, and everybody in them."""
    taken: set[str] = set()
    found = []
    for goal in goals:
        wanted = {employers.key(name) for name in goal.companies}
        if wanted:
            there = [p for p, data in members.items() if employers.key(data["company"]) in wanted]
        else:
            fits = fit.get(goal.text, {})
            best = sorted(fits, key=lambda p: (-fits[p], p))
            there = [p for p in best if p in members and fits[p] >= FITTING][:BEST]
        people = tuple(p for p in there if p not in taken)
        taken.update(people)
        found.append(Circle(WANTED, goal.text, GOAL, people, tuple(goal.companies)))
    return found, taken


def _month(G: TieGraph, person: str) -> str:
    """Return the month since which ego knows somebody, "" if it is not known."""
    tie = G.get_edge_data(G.graph["ego"], person) or {}
    since: date | None = tie.get("since")
    return since.isoformat()[:7] if since else ""


def _own_stays(ledger: Ledger, as_of: date) -> list[Stay]:
    """Return ego's dated times, one per place, in the order in which they began."""
    found: dict[str, Stay] = {}
    for who, place, stay in find_affiliations(ledger, as_of=as_of):
        if who != EGO or not stay.start:
            continue
        end = "9999" if stay.now or not stay.end else _filled(stay.end, "12")
        known = found.get(place.id, Stay(place.id, place.name, "9999", "", stay.kind))
        start = min(known.start, _filled(stay.start, "01"))
        found[place.id] = Stay(place.id, place.name, start, max(known.end, end), known.kind)
    return sorted(found.values(), key=lambda stay: (stay.start, stay.end, stay.name))


def _filled(day: str, month: str) -> str:
    """Return a day of which perhaps only the year is known as a month."""
    return day[:7] if len(day) > 4 else f"{day}-{month}"


def _places(data: Mapping[str, Any], employers: Employers) -> Collection[str]:
    """Return at which places somebody is or was."""
    named = {employers.key(data["company"])}
    for traits in (data["traits"], data["past"]):
        for kind in ("company", "school", "club"):
            named.update(employers.key(name) for name in traits.get(kind, ()))
    return named


def _periods(
    stays: Sequence[Stay], shared: Mapping[str, Collection[str]], since: Mapping[str, str]
) -> list[Circle]:
    """Return the circles of ego's stays that have enough people, and of the time around them."""
    enough = max(3, SMALL * len(since))
    kept = list(stays)
    while True:
        members = _assigned(kept, shared, since)
        sizes = {stay: len(members[stay]) for stay in kept}
        weak = min(kept, key=lambda s: (sizes[s], s.start, s.name))
        if len(kept) > 1 and (sizes[weak] < enough or len(kept) > MOST - 2):
            kept.remove(weak)
        else:
            break
    found = [
        Circle(s.name, s.years, PLACE, tuple(members[s])) for s in reversed(kept) if members[s]
    ]
    last = max(stay.end for stay in kept)
    after, before, else_ = (tuple(members[when]) for when in ("after", "before", "else"))
    newest = [Circle("Since then", f"since {last[:4]}", TIME, after)] if after else []
    oldest = [Circle("Before", f"until {kept[0].start[:4]}", TIME, before)] if before else []
    elsewhere = [Circle("Met elsewhere", "", REST, else_)] if else_ else []
    return [*newest, *found, *oldest, *elsewhere]


def _assigned(
    stays: Sequence[Stay], shared: Mapping[str, Collection[str]], since: Mapping[str, str]
) -> dict[Stay | str, list[str]]:
    """Return who belongs to which stay, and to the time before, after and else."""
    found: dict[Stay | str, list[str]] = {stay: [] for stay in stays}
    found |= {"before": [], "after": [], "else": []}
    for person, month in since.items():
        found[_home(stays, shared[person], month)].append(person)
    return found


def _home(stays: Sequence[Stay], places: Collection[str], month: str) -> Stay | str:
    """Return the stay at which somebody was met, or the time around all of them."""
    together = [stay for stay in stays if stay.place in places]
    then = [stay for stay in stays if month and stay.start <= month <= stay.end]
    if together:
        return max(together, key=lambda s: (s in then, s.start, s.name))
    if then := [stay for stay in then if stay.kind in ("work", "school")]:
        return max(then, key=lambda s: (s.start, s.name))
    if not month:
        return "else"
    if month < stays[0].start:
        return "before"
    return "after" if month > max(s.end for s in stays) else "else"


def _by_year(since: Mapping[str, str]) -> list[Circle]:
    """Return circles of about equal size by the years of meeting, the newest first."""
    known = sorted(int(month[:4]) for month in since.values() if month)
    unknown = tuple(p for p, month in since.items() if not month)
    rest = [Circle("No date known", "", REST, unknown)]
    if not known:
        return [Circle("Everybody you know", "", ALL, unknown)]
    cuts = sorted({known[len(known) * k // YEARS] for k in range(YEARS)})
    groups: dict[int, list[str]] = {k: [] for k in range(len(cuts))}
    for person, month in since.items():
        if month:
            groups[bisect_right(cuts, int(month[:4])) - 1].append(person)
    ends = [*(cut - 1 for cut in cuts[1:]), known[-1]]
    found = [
        Circle(f"Met {_span(cuts[k], ends[k])}", "", TIME, tuple(people))
        for k, people in groups.items()
        if people
    ]
    return [*reversed(found), *(rest if unknown else [])]


def _span(first: int, last: int) -> str:
    """Return years in words."""
    return f"in {first}" if first == last else f"{first}-{last}"


def _by_field(fields: Mapping[str, str]) -> list[Circle]:
    """Return circles by what people work in, the largest first."""
    sizes = Counter(name for name in fields.values() if name)
    names = sorted(sizes, key=lambda name: (-sizes[name], name))[: MOST - 1]
    found = {name: [p for p, own in fields.items() if own == name] for name in names}
    rest = tuple(p for p, own in fields.items() if own not in found)
    circles = [Circle(name, "", TIME, tuple(people)) for name, people in found.items()]
    return [*circles, *([Circle("Everybody else", "", REST, rest)] if rest else [])]
