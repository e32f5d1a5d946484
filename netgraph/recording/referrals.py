"""A name that was passed on, written down with whom it names."""

from __future__ import annotations

from datetime import date

from netgraph.journal import log as journal
from netgraph.model.base_record import Record
from netgraph.model.records import EGO, Ledger, Person, Referral
from netgraph.recording.somebody import found_or_new, put
from netgraph.store import Change


class RecordedReferral(Record, frozen=True):
    """A referral, the names of introducer, person and to whom, and whether ego asked both first."""

    referral: Referral
    names: tuple[str, str, str]
    early: bool


def record_referral(
    ledger: Ledger,
    change: Change,
    introducer: str,
    person: str,
    *,
    day: date,
    to: str = EGO,
    status: str = "",
    by: str = "",
    note: str = "",
    new: bool = False,
) -> RecordedReferral:
    """Write down whose name was passed on, or how far it has come; ``me`` is ego."""

    def find(words: str, *, lead: bool = False) -> Person:
        if words.casefold() == EGO:
            return Person(EGO, "you")
        return found_or_new(ledger, change, words, day=day, new=new, lead=lead)

    three = find(introducer), find(person, lead=True), find(to)
    referral = journal.refer(
        ledger,
        three[0].id,
        three[1].id,
        day=day,
        to=three[2].id,
        outcome=status,
        by=find(by).id if by else None,
        note=note,
    )
    put(change, [referral])
    names = three[0].name, three[1].name, three[2].name
    return RecordedReferral(referral, names, _early(referral))


def _early(referral: Referral) -> bool:
    """Whether ego introduced two people before both said yes."""
    unasked = referral.introducer == EGO and len(journal.agreed_by(referral)) < 2
    return unasked and journal.status(referral) == "introduced"
