"""An ask, written down with whom it names, and why it had better have waited."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from netgraph.agenda.colleagues import colleague_asked
from netgraph.journal import limits
from netgraph.journal import log as journal
from netgraph.model.as_of import AsOf
from netgraph.model.base_record import Record
from netgraph.model.records import Ask, Ledger, Person
from netgraph.recording.somebody import found_or_new, put, target_of
from netgraph.store import Change


class RecordedAsk(Record, frozen=True):
    """An ask, of whom, and why it had better have waited ("" if it need not)."""

    ask: Ask
    name: str
    caution: str = ""


def record_ask(
    ledger: Ledger,
    change: Change,
    who: str,
    *,
    day: date,
    outcome: str = "",
    want: str = "",
    target: str = "",
    goal: str = "",
    via: str = "",
    note: str = "",
    words: int | None = None,
    new: bool = False,
) -> RecordedAsk:
    """Write down what was asked, or what became of it; see `netgraph.journal.log.ask`.

    What became of an ask is about whoever of that name was asked.
    """
    asked = [a.person for a in ledger.asks if journal.status(a) in journal.OPEN_ASK]
    likely = asked if outcome else ()
    person = found_or_new(ledger, change, who, day=day, new=new, lead=True, likely=likely)
    introducer = found_or_new(ledger, change, via, day=day, new=new).id if via else None
    ask = journal.ask(
        ledger,
        person.id,
        day=day,
        outcome=outcome,
        want=want,
        target=target_of(ledger, target),
        goal=goal,
        introducer=introducer,
        note=note,
        words=words,
    )
    begins = all(ask.id != a.id for a in ledger.asks)
    put(change, [ask])
    return RecordedAsk(ask, person.name, _caution(ledger, person, day) if begins else "")


def _caution(ledger: Ledger, person: Person, day: date) -> str:
    """Say why somebody had better not be asked on a day; "" if nothing speaks against it."""
    ready, why = limits.ready_on(ledger, person.id, day)
    if ready and ready <= day:
        everybody = {**ledger.people, person.id: person}
        return colleague_asked(AsOf(replace(ledger, people=everybody), day), person.id)
    return why
