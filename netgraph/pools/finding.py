"""Finding: which members know somebody at an employer, at a school, in a field, or one person.

Who it is stays the member's to tell, unless they chose to share names. What comes out is ranked by
`netgraph.pools.questions`; whoever should not be asked now says why and comes after the others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from difflib import get_close_matches

from netgraph.identity.companies import company_key
from netgraph.identity.marks import marks_of
from netgraph.model.actions import Action
from netgraph.model.as_of import AsOf
from netgraph.model.errors import UnknownName
from netgraph.model.text import fold
from netgraph.pools.dealing import Dealer, Roster
from netgraph.pools.engines import opened
from netgraph.pools.kept import KeptPool
from netgraph.pools.limits import BEARS, Bearer, hears_enough, turns, why_not
from netgraph.pools.membership import Membership, all_asked
from netgraph.pools.questions import Introducer, Wanted
from netgraph.pools.shares import BAND_WORDS, band_of

HANDLE = 9
"""Letters of a contact's key that name them in a list."""


@dataclass(frozen=True, slots=True)
class Way:
    """A member who knows somebody who is looked for.

    ``strength``, ``chance`` and ``reach`` are those of `netgraph.pools.questions.Introducer`;
    ``contact`` names whom they know in a request, ``name`` is "" unless the member shared it;
    ``stated`` is whether the member said how well they know them, ``waits`` why not to ask now.
    """

    member: str
    strength: float
    chance: float
    reach: float
    contact: str
    employer: str = ""
    function: str = ""
    level: str = ""
    school: str = ""
    name: str = ""
    stated: bool = False
    waits: str = ""

    @property
    def how_well(self) -> str:
        """How well the member knows them, in a word."""
        return BAND_WORDS[band_of(self.strength)]


@dataclass(frozen=True, slots=True)
class Found:
    """What was looked for, as the pool calls it, and the ways there, who may be asked first."""

    target: str
    found: tuple[Way, ...]


@dataclass(frozen=True, slots=True)
class Counted:
    """What was asked in a pool, ego's own asks included, ready to say who should be left alone."""

    pool: KeptPool
    roster: Roster
    asked: dict[str, dict[str, list[date]]]
    through: dict[str, dict[str, list[date]]]
    used: dict[str, dict[int, list[tuple[str, date]]]] = field(default_factory=dict)

    def waits(self, person: str, member: str, day: date) -> str:
        """Return why not to ask a member for somebody on a day, "" if it is all right."""
        if why := why_not(self.bearer(person), self.roster, day):
            return why
        others = len(self.pool.facts.members)
        if hears_enough(self.through.get(member, {}), self.roster.me, others, day):
            return "this member got requests enough for now"
        return ""

    def turn(self, person: str, day: date) -> int:
        """Return which of the asks that somebody bears ego uses next; ego has one (`waits`)."""
        return turns(self.bearer(person), self.roster, day)[1][0]

    def bearer(self, person: str) -> Bearer:
        """Return what somebody bears, and what was asked of them."""
        limit = self.pool.facts.bears.get(person, BEARS)
        return Bearer(person, limit, self.asked.get(person, {}), self.used.get(person, {}))


def counted(pool: KeptPool, member: Membership, view: AsOf) -> Counted:
    """Return what was asked of whom and through whom, by whom."""
    key = {i: m.key for i, m in pool.facts.members.items()}
    person = {m.key: i for i, m in pool.facts.members.items()}
    asked: defaultdict[str, defaultdict[str, list[date]]] = defaultdict(lambda: defaultdict(list))
    through: defaultdict[str, defaultdict[str, list[date]]] = defaultdict(lambda: defaultdict(list))
    used: defaultdict[str, defaultdict[int, list[tuple[str, date]]]]
    used = defaultdict(lambda: defaultdict(list))
    own = [
        (member.own.member, i, a.day, person.get(a.through, a.through), a.turn)
        for a in all_asked(view, member)
        if (i := pool.person_of(a.marks) or a.marks[0])
    ]
    for who, whom, day, by, turn in (*own, *pool.facts.asked):
        asked[whom][key.get(who, who)].append(day)
        if by:
            through[by][key.get(who, who)].append(day)
        if turn >= 0:
            used[whom][turn].append((key.get(who, who), day))
    return Counted(pool, _roster(pool, member), dict(asked), dict(through), dict(used))


def _roster(pool: KeptPool, member: Membership) -> Roster:
    """Return who is in the pool, and whom each named."""
    me = member.own.member
    dealers = {m.key: Dealer(m.named) for m in pool.facts.members.values()}
    dealers |= {i: Dealer(left.named, left.stay) for i, left in member.gone}
    dealers[me] = Dealer(member.named)
    founder = next((i for i in dealers if member.key.is_of(i)), "")
    return Roster(me, founder, dealers)


def new_in(pool: KeptPool, member: Membership) -> list[str]:
    """Return how those are called who may ask once ego's next file is there, and not before."""
    roster = _roster(pool, member)
    if roster.me not in roster.dealt_in:
        return []
    new = {m for batch in member.naming for m in batch} - roster.dealt_in
    return sorted(m.called for m in pool.facts.members.values() if m.key in new)


def find(
    pool: KeptPool,
    member: Membership,
    view: AsOf,
    words: str,
    *,
    engine: str = "",
    limit: int | None = None,
) -> Found:
    """Return which members know whom ego looks for.

    Raises
    ------
    UnknownName
        If the pool knows no employer, school, field or person that the words can mean.
    """
    if not pool.facts.members:
        raise UnknownName(
            f"you have joined nobody's file in {member.name} yet",
            action=Action("pool join", ("FILES",), {"pool": member.name}),
        )
    wanted, target = wanted_of(pool, member, words)
    name = engine or ("memory" if pool.is_small else "duckdb")
    with opened(pool.folder, name) as asked:
        rows = asked.introducers(wanted, asker=pool.facts.ego, limit=limit)
    ways = list(_ways(pool, rows, counted(pool, member, view), view.day))
    return Found(target, tuple(sorted(ways, key=lambda way: bool(way.waits))))


def _ways(pool: KeptPool, rows: list[Introducer], count: Counted, day: date) -> Iterable[Way]:
    """Yield what is shown of the answers of an engine."""
    people = {row["person"]: row for row in pool.rows("people", "person", {r.person for r in rows})}
    stated = {
        (row["source"], row["target"])
        for row in pool.rows("stated", "target", {r.person for r in rows})
    }
    for row in rows:
        if row.member not in pool.facts.members:
            continue
        person = people[row.person]
        yield Way(
            member=pool.facts.members[row.member].called,
            strength=row.strength,
            chance=row.chance,
            reach=row.reach,
            contact=row.person[:HANDLE],
            employer=person["employer"],
            function=person["function"],
            level=person["level"],
            school=person["school"],
            name=person["name"] or "",
            stated=(row.member, row.person) in stated,
            waits=count.waits(row.person, row.member, day),
        )


def wanted_of(pool: KeptPool, member: Membership, words: str) -> tuple[Wanted, str]:
    """Return what the words mean in a pool, and what it is called there.

    An employer by its name, whatever its spelling, or its first words; else a school, a field of
    work; else one person by e-mail address, profile or "Name (Employer)", whom ego knows of.
    """
    for column in ("employer", "school", "function"):
        names = pool.column("people", column)
        if name := _meant(words, names):
            return replace(Wanted(), **{column: name}), name
    if person := pool.person_of(_marks(member, words)):
        return Wanted(person=person), words
    near = get_close_matches(words, pool.column("people", "employer"), n=3)
    meant = f": is it {' or '.join(near)}?" if near else ""
    raise UnknownName(f"nobody in {member.name} shares anybody at {words!r}{meant}")


def _meant(words: str, names: list[str]) -> str:
    """Return which of some names is meant: written so, in other spelling, or beginning so."""
    if words in names:
        return words
    key, start = company_key(words), f"{fold(words)} "
    exact = [n for n in names if key and company_key(n) == key]
    folded = [n for n in names if fold(n) == fold(words)]
    begins = [n for n in names if fold(n).startswith(start)]
    return next(iter(exact or folded or (begins if len(begins) == 1 else [])), "")


def _marks(member: Membership, words: str) -> tuple[str, ...]:
    """Return the marks of somebody who is named by an address, or by name and employer."""
    name, _, employer = words.partition("(")
    return marks_of(
        member.key.secret,
        name=name,
        emails=[words] if "@" in words else [],
        urls=[words],
        employers=[employer.rstrip(") ")] if employer else [],
    )
