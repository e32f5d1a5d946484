"""What the members share, put together: one person for all the records that are of one person.

What comes out are the tables of `netgraph.pools.tables` and those beside them, ego's own people
among them: they are put together here and go nowhere. All of it is done by columns, in which
everybody has a number (`netgraph.pools.persons`), so that it takes a few seconds and hundreds of
megabytes for millions of ties.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from netgraph.pools.files import Leave
from netgraph.pools.parts import Part
from netgraph.pools.records import Records
from netgraph.pools.tables import table_of

if TYPE_CHECKING:
    import pyarrow as pa


class PooledAsk(NamedTuple):
    """``asker`` asked ``person`` on a day, ``through`` a member or, if that is "", directly.

    ``turn`` is which of the asks that the person bears it was.
    """

    asker: str
    person: str
    day: date
    through: str
    turn: int = -1


@dataclass(frozen=True, slots=True)
class Merged:
    """A pool put together.

    ``tables`` are those of `netgraph.pools.tables` by name: ``people``, ``ties`` and ``members``,
    and beside them ``marks``, which says who each is of, and ``stated``, which ties are a member's
    own word. ``ego`` is ego's key among the people, ``fellows`` has the other members by theirs.
    ``bears`` says who gets another number of asks a quarter than usual, ``asked`` what was asked
    of whom.
    """

    ego: str
    tables: Mapping[str, pa.Table]
    fellows: Mapping[str, Part]
    bears: Mapping[str, int]
    asked: list[PooledAsk]


def merged(own: Part, fellows: Sequence[Part], gone: Sequence[tuple[str, Leave]] = ()) -> Merged:
    """Put what ego and the others share together.

    ``own`` has everybody whom ego knows, also those whom ego shares with nobody. Of members who
    are ``gone`` only what they asked is left.

    >>> from netgraph.pools.files import Known, Shares
    >>> from netgraph.pools.parts import part_of
    >>> ana = part_of("a", date(2026, 5, 2), Shares("Ana", "", me=("p1",)))
    >>> knows = (Known(("p3",), 2, "Siemens"),)
    >>> ben = part_of("b", date(2026, 5, 1), Shares("Ben", "", me=("p2",), people=knows))
    >>> merged(ana, [ben]).tables["ties"].to_pylist()
    [{'source': 'p2', 'target': 'p3', 'strength': 0.5}]
    """
    everybody = sorted((*fellows, own), key=lambda part: (part.day, part.member))
    records = Records.of(everybody)
    key_of = {part.member: key for part, key in zip(everybody, records.members, strict=True)}
    names = {key_of[part.member]: part.shares.called for part in everybody}
    members = [{"member": i, "name": name} for i, name in sorted(names.items())]
    ties, stated = records.ties()
    return Merged(
        ego=key_of[own.member],
        tables={
            "people": records.people(names),
            "ties": ties,
            "members": table_of("members", members),
            "marks": records.marks,
            "stated": stated,
        },
        fellows={key_of[part.member]: part for part in everybody if part is not own},
        bears=records.bears(),
        asked=list(_asks(records, key_of, gone)),
    )


def _asks(
    records: Records, key_of: Mapping[str, str], gone: Sequence[tuple[str, Leave]]
) -> Iterator[PooledAsk]:
    """Yield what was asked of whom who is known, also by those who left."""
    asks = [(part.member, ask) for part in records.parts for ask in part.shares.asked]
    asks += [(member, ask) for member, left in gone for ask in left.asked]
    known = records.known([ask.marks for _, ask in asks])
    for (asker, ask), person in zip(asks, known, strict=True):
        if person:
            through = key_of.get(ask.through, ask.through)
            yield PooledAsk(key_of.get(asker, asker), person, ask.day, through, ask.turn)
