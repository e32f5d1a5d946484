"""Who is one person in one source: stored by name first, by profile since.

LinkedIn's exports had no profile addresses before 2023, and its recommendations have none. The
day of connection, or that only one of two is a connection, tells who is who.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date

from netgraph.identity.evidence import Traits
from netgraph.records import EGO, Ledger
from netgraph.text import fold


def eras(ledger: Ledger, traits: Sequence[Traits]) -> dict[tuple[str, str], str]:
    """Return the pairs of records, by id, that are one person in one source, and why.

    ``traits`` are those of the records of ``ledger``.
    """
    since = {(t.source, t.v): t.since for t in ledger.ties if t.kind == "connection"}
    named: defaultdict[tuple[str, str], list[Traits]] = defaultdict(list)
    for one in traits:
        if one.record.id != EGO and (name := fold(one.record.name)):
            named[one.record.source, name].append(one)
    found: dict[tuple[str, str], str] = {}
    for (source, _), records in sorted(named.items()):
        new = [t.record.id for t in records if t.members]
        old = [t.record.id for t in records if not t.profiles]
        connected = {i for i in (*new, *old) if (source, i) in since}
        if new and old and (connected or source.partition(":")[0] == "linkedin"):
            days = {i: since.get((source, i)) for i in (*new, *old)}
            for a, b, reason in _pairs(new, old, days, connected):
                found[min(a, b), max(a, b)] = reason
    return found


def _pairs(
    new: Sequence[str],
    old: Sequence[str],
    days: Mapping[str, date | None],
    connected: Collection[str],
) -> Iterator[tuple[str, str, str]]:
    """Yield who of one name is one person."""
    times = Counter(days[i] for i in new), Counter(days[i] for i in old)
    by_day = {days[i]: i for i in new}
    for i in old:
        day = days[i]
        if day and times[0][day] == times[1][day] == 1:
            yield i, by_day[day], f"same name, both connected on {day}"
        elif len(old) == len(new) == 1 and not (i in connected and new[0] in connected):
            yield i, new[0], reason_by_name(i in connected, new[0] in connected)


def reason_by_name(*connected: bool) -> str:
    """Say why a name is enough.

    >>> reason_by_name(True, False)
    'same name, only one of the two is a connection'
    """
    one = "only one" if any(connected) else "neither"
    return f"same name, {one} of the two is a connection"
