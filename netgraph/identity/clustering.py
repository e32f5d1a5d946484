"""Groups of records that are one person, made so that no group holds two people."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from itertools import product

from netgraph.identity.blocking import name_key
from netgraph.identity.by_name import Pair, pair_of
from netgraph.identity.compared import Traits
from netgraph.identity.comparison import are_two
from netgraph.identity.groups import Groups
from netgraph.identity.name_comparison import Grade, compatible


def grouped(
    traits: Mapping[str, Traits],
    proved: Sequence[Pair],
    *,
    same: Collection[Pair],
    apart: Collection[Pair],
) -> Groups:
    """Return the people that records are.

    Parameters
    ----------
    traits
        Of every record, by id.
    proved
        Pairs that rules found to be one, the surest first. One that would put two people into
        a group is left out.
    same, apart
        What the user said of pairs; nothing goes against it.
    """
    groups = Groups(traits)
    known = set(proved)
    for a, b in sorted(same):
        if a in groups and b in groups:
            groups.join(a, b)
    for a, b in proved:
        if groups.of(a) != groups.of(b) and all(
            pair_of(i, j) not in apart and _can_be_one(traits[i], traits[j], known)
            for i, j in product(groups.members(a), groups.members(b))
        ):
            groups.join(a, b)
    return groups


def _can_be_one(a: Traits, b: Traits, proved: Collection[Pair]) -> bool:
    """Whether nothing shows two records to be two people."""
    if are_two(a, b):
        return False
    if pair_of(a.record.id, b.record.id) in proved or a.profiles & b.profiles:
        return True
    if a.is_addressed or b.is_addressed:
        return True
    return compatible(a.name, b.name).grade != Grade.DIFFERENT


def homonyms(traits: Mapping[str, Traits], groups: Groups) -> Callable[[Traits, Traits], int]:
    """Return a function that says how many people of two records' names one source has at most.

    The two count as one.
    """
    names = {i: name_key(one) for i, one in traits.items()}
    people: defaultdict[Pair, set[str]] = defaultdict(set)
    for i, one in traits.items():
        people[one.record.source, names[i]].add(groups.of(i))

    def count(a: Traits, b: Traits) -> int:
        one, other = names[a.record.id], names[b.record.id]
        most = max(
            len(people[t.record.source, one] | people[t.record.source, other]) for t in (a, b)
        )
        return most - (a.record.source == b.record.source)

    return count
