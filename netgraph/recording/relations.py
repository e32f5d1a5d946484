"""What two people are to one another, written down; who was not there yet is made along with it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from netgraph.journal.lookup import MYSELF
from netgraph.journal.relations import relation
from netgraph.journal.who_knows_whom import answer
from netgraph.model.base_record import Record
from netgraph.model.records import EGO, Ledger, Person, Relation
from netgraph.recording.somebody import found_or_new
from netgraph.store import Change


class RecordedRelation(Record, frozen=True):
    """A relation, and how it reads."""

    relation: Relation
    words: str


def two_people(
    ledger: Ledger, change: Change, a: str, b: str, *, day: date, new: bool
) -> tuple[Person, Person]:
    """Return who is meant by two names, "me" among them; see `found_or_new`."""
    you = [word.strip().lower() in MYSELF for word in (a, b)]
    one, other = (
        Person(EGO, "you")
        if ego
        else found_or_new(ledger, change, word, day=day, new=new, lead=not any(you))
        for word, ego in zip((a, b), you, strict=True)
    )
    return one, other


def record_known(ledger: Ledger, change: Change, people: Iterable[str]) -> None:
    """Write down that ego knows some people, by id; how well is not said."""
    change.put(tie for person in people for tie in answer(ledger, EGO, person))


def record_relation(
    ledger: Ledger,
    change: Change,
    new: bool,
    /,
    *,
    a: str,
    role: str,
    b: str,
    day: date,
    inverse: str = "",
    known: bool = True,
    closeness: str = "",
) -> RecordedRelation:
    """Write down what ``a`` is to ``b``, both as typed; that they know each other goes with it.

    For what is raised see `netgraph.journal.relations.relation` and `found_or_new`.
    """
    one, other = two_people(ledger, change, a, b, day=day, new=new)
    said = relation(ledger, one.id, role, other.id, inverse=inverse, known=known, day=day)
    change.put([said])
    if known:
        change.put(answer(ledger, one.id, other.id, closeness=closeness, day=day))
    names = {one.id: one.name, other.id: other.name}
    no_longer = "" if known else " (no longer)"
    return RecordedRelation(said, f"{names[said.u]}: {said.role} {names[said.v]}{no_longer}")
