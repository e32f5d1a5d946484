"""Who probably knows whom: what shared employers, teams, schools and meetings let us expect.

An export is a star: it says whom ego knows, not who knows each other. Each guess here has a
confidence that can be checked: among ego's acquaintances, of pairs said to know each other with
0.4 about 40 % should. ``docs/inference.md`` says how far that holds on real networks.

Groups too large to tell anything yield nothing, so the work stays linear in the people.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from itertools import combinations
from typing import Final, NamedTuple, TypeAlias

from netgraph.graph.affiliations import Affiliation, Presence, affiliations_on
from netgraph.graph.tie_evidence import Pair, ordered
from netgraph.model.as_of import AsOf
from netgraph.model.base_record import Record
from netgraph.model.records import EGO, Ledger, Origin
from netgraph.titles.occupations import fields, occupations_of

LIKELY: Final = 0.41
"""How likely two acquaintances of ego know each other if only they are known of a group."""

FALL: Final = 0.027
"""How fast that falls with every further acquaintance in the group."""

UNDATED: Final = 0.66
"""How likely two who were at one place overlapped there, if nothing says when."""

LARGEST: Final = 10
"""The largest group of which every pair is listed; of larger ones only teams are."""

MOST_PAIRS: Final = 20_000
"""After so many pairs who share a place no larger place is looked at."""

LARGEST_TEAM: Final = 16
"""The largest team, class or meeting of which every pair is listed."""

Clues: TypeAlias = dict[Pair, tuple[float, str]]


class InferredTie(Record, frozen=True):
    """Two people who probably know each other: how probably, in (0, 1), and what says so."""

    u: str
    v: str
    confidence: float
    evidence: tuple[str, ...]


class Place(NamedTuple):
    """An organisation and who is or was there."""

    name: str
    affiliations: dict[str, Affiliation]


def group_chance(size: int) -> float:
    r"""Return how likely two members of a group know each other, by how many ego knows of it.

    .. math:: p(n) = \frac{a}{1 + b (n - 1)}

    with a = `LIKELY` and b = `FALL`, fitted on real networks. In (0, 1); never rises with the
    size.

    >>> round(group_chance(2), 2), round(group_chance(16), 2)
    (0.4, 0.29)
    """
    return LIKELY / (1 + FALL * (size - 1))


def overlap(a: Affiliation, b: Affiliation) -> float:
    """Return how likely two were at a place together: 1 if dates say so, 0 if they exclude it.

    Dates are compared as precisely as both are known; without dates it is `UNDATED`.

    >>> was = Affiliation(False, "2015", "2019-03")
    >>> [overlap(was, Affiliation(True, start)) for start in ("2019", "2021", "")]
    [1.0, 0.0, 0.66]
    """
    if a.now and b.now:
        return 1.0
    if _before(a, b) or _before(b, a):
        return 0.0
    dated = a.start and b.start and (a.now or a.end) and (b.now or b.end)
    return 1.0 if dated else UNDATED


def inferred_ties(ledger: Ledger, *, as_of: date) -> Iterator[InferredTie]:
    r"""Yield who probably knows whom, by the pairs in the order of their ids.

    Signals that can hold for a pair, at most one of each:

    * both are or were at one employer, school or club, at the same time or perhaps so;
    * both have one field of work or one occupation at the same employer now, or finished the
      same school in the same year;
    * both were in one conversation, meeting or event; the smallest counts.

    Each has the chance of its group (`group_chance`), times `overlap` for times gone by, and
    they are combined as if independent: :math:`1 - \prod (1 - p_k)`.

    Pairs that the user confirmed or denied are left out, and so is ego, whose ties are known.
    Places are taken from the smallest to the largest until there are `MOST_PAIRS` guesses by them.
    Of an employer with more than `LARGEST` people only pairs in one team are listed, and no group
    above `LARGEST_TEAM` at all: nobody has more than 9 guesses by a place and 15 by a team, class
    or meeting they are in.

    Examples
    --------
    >>> from netgraph.model.records import Gathering, Person
    >>> people = {i: Person(i, i) for i in ("ana", "ben")}
    >>> met = Gathering("g", "meeting", date(2026, 4, 1), ("ana", "ben", "me"))
    >>> [guess] = inferred_ties(Ledger(people, gatherings=(met,)), as_of=date(2026, 5, 1))
    >>> round(guess.confidence, 2), guess.evidence
    (0.4, ('in one meeting of 3, you among them',))
    """
    return inferred_on(AsOf(ledger, as_of))


def inferred_on(view: AsOf) -> Iterator[InferredTie]:
    """Yield the `inferred_ties` of a view."""
    ledger = view.ledger
    unsaid = {i for i, p in ledger.people.items() if p.origin == Origin.SHARED}
    places = _places(p for p in affiliations_on(view) if p[0] not in unsaid)
    signals = (*_at_one_place(places), _gathered(ledger, view.day))
    settled = {ordered(t.u, t.v) for t in ledger.ties if EGO not in (t.u, t.v)}
    found: dict[Pair, tuple[float, tuple[str, ...]]] = {}
    for clues in signals:
        for pair, (chance, words) in clues.items():
            doubt, evidence = found.get(pair, (1.0, ()))
            found[pair] = (doubt * (1 - chance), (*evidence, words))
    for pair in sorted(found.keys() - settled):
        doubt, evidence = found[pair]
        yield InferredTie(*pair, 1 - doubt, evidence)


def _places(presences: Iterable[Presence]) -> Iterator[Place]:
    """Yield every place of several people with the most telling stay of each there."""
    found: dict[str, Place] = {}
    for person, organisation, stay in presences:
        if person == EGO:
            continue
        place = found.get(organisation.id)
        if place is None:
            place = found[organisation.id] = Place(organisation.name, {})
        known = place.affiliations.get(person)
        place.affiliations[person] = stay if known is None else min(stay, known, key=_telling)
    return (place for place in found.values() if len(place.affiliations) > 1)


def _telling(stay: Affiliation) -> tuple[bool, bool, Affiliation]:
    """Sort a present stay before past ones, and a dated one before others."""
    return (not stay.now, not stay.start, stay)


def _before(a: Affiliation, b: Affiliation) -> bool:
    """Say whether the first is known to have left before the second came."""
    precision = min(len(a.end), len(b.start))
    return not a.now and a.end[:precision] < b.start[:precision]


def _add(clues: Clues, members: Collection[str], chance: float, words: str, most: int) -> None:
    """Enter a clue for all pairs of a group that is not too large; the likeliest stands."""
    if 1 < len(members) <= most:
        for pair in combinations(sorted(members), 2):
            known = clues.get(pair)
            if known is None or (chance, words) > known:
                clues[pair] = (chance, words)


def _at_one_place(places: Iterable[Place]) -> tuple[Clues, Clues]:
    """Return the clues from being, or having been, at one place, and those from one team there."""
    at_place: Clues = {}
    in_team: Clues = {}
    read: dict[str, list[str]] = {}
    for place in sorted(places, key=lambda place: (len(place.affiliations), place.name)):
        if len(at_place) + len(in_team) >= MOST_PAIRS:
            break  # what is left are the largest places, where a guess is worth least
        now = [person for person, stay in place.affiliations.items() if stay.now]
        chance, words = group_chance(len(now)), f"both at {place.name}"
        _add(at_place, now, chance, words, LARGEST)
        if len(now) < len(place.affiliations) <= LARGEST:
            _add_past(at_place, place)
        for team, people in _teams(place, read).items():
            named = f"both {team} {place.name}"
            _add(in_team, people, group_chance(len(people)), named, LARGEST_TEAM)
            if len(now) > LARGEST:
                here = [person for person in people if place.affiliations[person].now]
                _add(at_place, here, chance, words, LARGEST_TEAM)
    return at_place, in_team


def _add_past(clues: Clues, place: Place) -> None:
    """Enter the clues of a place for pairs of whom one or both left it."""
    chance = group_chance(len(place.affiliations))
    for (u, a), (v, b) in combinations(sorted(place.affiliations.items()), 2):
        shared = overlap(a, b)
        if shared and not (a.now and b.now):
            when = "at the same time" if shared == 1.0 else "perhaps at the same time"
            _add(clues, (u, v), chance * shared, f"both were at {place.name}, {when}", LARGEST)


def _teams(place: Place, read: dict[str, list[str]]) -> dict[str, list[str]]:
    """Return who is in which team or class of a place."""
    teams: defaultdict[str, list[str]] = defaultdict(list)
    for person, stay in place.affiliations.items():
        for team in _named(stay, read):
            teams[team].append(person)
    return teams


def _named(stay: Affiliation, read: dict[str, list[str]]) -> Iterable[str]:
    """Return the class somebody finished, or the fields and occupations of their present work."""
    if stay.kind == "school":
        return [f"finished in {stay.end[:4]} at"] if stay.end else []
    if not stay.now:
        return []
    told = read.get(stay.title)
    if told is None:
        of_field = [f"in {name} at" for name in fields(stay.title)]
        of_role = [f"work as {name} at" for name in occupations_of(stay.title)]
        told = read[stay.title] = of_field + of_role
    return told


def _gathered(ledger: Ledger, as_of: date) -> Clues:
    """Return the clues from having been in one conversation, meeting or event."""
    clues: Clues = {}
    for gathering in ledger.gatherings:
        if gathering.day is None or gathering.day <= as_of:
            people = {p for p in gathering.people if p != EGO and p in ledger.people}
            you = ", you among them" if EGO in gathering.people else ""
            words = f"in one {gathering.kind} of {len(set(gathering.people))}{you}"
            _add(clues, people, group_chance(len(people)), words, LARGEST_TEAM)
    return clues
