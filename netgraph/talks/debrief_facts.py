"""How what was written down after a talk is understood, and the facts that it makes.

Whatever is typed is kept as typed. Names become leads with a referral of the day, promises events
that `netgraph.agenda` knows, and what speaks for or against a hypothesis evidence; what is unclear
is said and stays a note.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Final

from msgspec.structs import replace

from netgraph.identity.firms import firm_of
from netgraph.journal import log
from netgraph.journal.people import new_person
from netgraph.model import ids
from netgraph.model.as_of import AsOf
from netgraph.model.base_record import Record
from netgraph.model.errors import InvalidInput
from netgraph.model.records import (
    EGO,
    Debrief,
    Event,
    Evidence,
    Fact,
    Ledger,
    Person,
    Referral,
)
from netgraph.model.text import fold
from netgraph.talks.debriefs import ANSWERS, answers_of, hypotheses_on, texts_of
from netgraph.talks.marks import Mark, marks_in

TALKED_LATELY: Final = timedelta(days=3)
"""A talk so long ago is the one that a debrief is of."""

_SURROGATES = re.compile("[\ud800-\udfff\x00]")


class Understood(Record, frozen=True):
    """What was made of a debrief: the facts to store, and how to say it before it is stored.

    ``leads`` are people nobody knew of, ``referred`` those who were known; ``unclear`` says of
    which marks nothing could be made, and why.
    """

    debrief: Debrief
    name: str
    talk: Event | None
    leads: tuple[Person, ...] = ()
    referred: tuple[str, ...] = ()
    referrals: tuple[Referral, ...] = ()
    promises: tuple[Event, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    themes: tuple[str, ...] = ()
    unclear: tuple[str, ...] = ()

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The facts beside the talk, which settles what it was for when it is recorded."""
        return (*self.leads, *self.referrals, *self.promises, *self.evidence, self.debrief)


def understood(view: AsOf, person: str, answers: Mapping[str, str], *, day: date) -> Understood:
    """Return what is made of the answers after a talk with a person on a day.

    Parameters
    ----------
    view
        The facts so far.
    person
        With whom.
    answers
        Texts by the fields of `Debrief`; ``note`` for what answers no question, or a text whose
        lines begin with what they answer, as `answers_of` has it.
    day
        The day of the talk.

    Raises
    ------
    InvalidInput
        If nothing is said, the talk was with ego or is still to come.

    Examples
    --------
    >>> book = Ledger({"ana": Person("ana", "Ana Silva")})
    >>> said = {"named": "@Fia Berg (Bosch)", "learned": "#pay is low"}
    >>> told = understood(AsOf(book, date(2026, 5, 1)), "ana", said, day=date(2026, 5, 1))
    >>> [(lead.name, lead.company) for lead in told.leads], told.themes
    ([('Fia Berg', 'Bosch')], ('pay',))
    """
    if person == EGO:
        raise InvalidInput("say whom you talked with: somebody other than you")
    if not any(text.strip() for text in answers.values()):
        raise InvalidInput("you wrote nothing, so nothing is stored: one thing is enough")
    if day > view.day:
        raise InvalidInput("the talk is still to come: write it down afterwards")
    ledger = view.ledger
    answers = dict(_parted(answers))
    texts = {field: _SURROGATES.sub("\ufffd", text) for field, text in answers.items()}
    taken = {d.id for d in ledger.debriefs}
    kept = Debrief(ids.debrief(person, day, taken), person, day, **texts)
    reader = _Reader(view, person, day)
    for text in texts_of(kept):
        for mark in marks_in(text, as_of=day):
            reader.take(mark)
    return replace(
        reader.understood,
        debrief=kept,
        name=ledger.people[person].name,
        talk=None
        if _talked(ledger, person, day)
        else log.event(ledger, "interview", person, day=day),
        themes=tuple(dict.fromkeys(reader.understood.themes)),
    )


def _parted(answers: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the answers, what the note says beside them after those that were given."""
    inside = answers_of(answers.get("note", ""))
    for field in (*ANSWERS, "note"):
        given = answers.get(field, "") if field != "note" else ""
        if texts := [text for text in (given, inside.get(field, "")) if text.strip()]:
            yield field, "\n".join(texts)


def _talked(ledger: Ledger, person: str, day: date) -> bool:
    """Return whether the talk was written down already."""
    return any(
        e.kind in log.ENCOUNTERS
        and e.day is not None
        and day - TALKED_LATELY <= e.day <= day
        and person in (e.giver, e.taker)
        for e in ledger.events
    )


class _Reader:
    """Takes marks one by one and makes facts of them, each on top of those before."""

    def __init__(self, view: AsOf, person: str, day: date) -> None:
        self.ledger, self.person, self.day = view.ledger, person, day
        self.hypotheses = hypotheses_on(view)
        self.understood = Understood(Debrief("", person, day), "", None)

    def take(self, mark: Mark) -> None:
        """Add what one mark says."""
        if mark.kind == "name":
            self._named(mark)
        elif mark.kind == "theme":
            self._add("themes", mark.text + mark.stance)
        elif mark.kind in ("mine", "theirs"):
            self._promised(mark)
        else:
            self._spoke(mark)

    def _named(self, mark: Mark) -> None:
        """Add a lead, or the referral to somebody known."""
        found = _called(self.ledger, mark)
        shown = mark.text + (f" ({mark.company})" if mark.company else "")
        if len(found) > 1:
            names = "; ".join(f"{p.name}, {p.company or 'no company'}" for p in found[:3])
            self._add(
                "unclear", f"@{shown} could be {len(found)} people ({names}): name the company"
            )
        elif found and found[0].id == self.person:
            self._add("unclear", f"@{shown} is whom you talked with")
        else:
            person = found[0] if found else self._new(mark)
            self._refer(person)

    def _new(self, mark: Mark) -> Person:
        """Add a lead."""
        words = mark.text + (f" ({mark.company})" if mark.company.count("(") == 0 else "")
        person = new_person(
            words if mark.company else mark.text, taken=self.ledger.people, lead=True
        )
        person = replace(person, company=mark.company or person.company, day=self.day)
        self.ledger = dataclasses.replace(
            self.ledger, people={**self.ledger.people, person.id: person}
        )
        self._add("leads", person)
        return person

    def _refer(self, person: Person) -> None:
        """Add the referral to somebody, once."""
        try:
            made = log.refer(self.ledger, self.person, person.id, day=self.day)
        except InvalidInput:  # the name is written down already
            return
        self.ledger = dataclasses.replace(self.ledger, referrals=(*self.ledger.referrals, made))
        self._add("referrals", made)
        if not any(person.id == lead.id for lead in self.understood.leads):
            self._add("referred", person.name)

    def _promised(self, mark: Mark) -> None:
        """Add a promise of ego's or theirs."""
        word = "promised" if mark.kind == "mine" else "was-promised"
        made = log.event(self.ledger, word, self.person, day=self.day, note=mark.text, due=mark.day)
        self.ledger = dataclasses.replace(self.ledger, events=(*self.ledger.events, made))
        self._add("promises", made)

    def _spoke(self, mark: Mark) -> None:
        """Add what speaks for or against a hypothesis."""
        if not 1 <= mark.number <= len(self.hypotheses):
            self._add("unclear", f"there is no hypothesis h{mark.number}")
            return
        hypothesis = self.hypotheses[mark.number - 1]
        taken = {e.id for e in (*self.ledger.evidence, *self.understood.evidence)}
        i = ids.evidence(self.person, self.day, hypothesis, taken)
        holds = mark.kind == "for"
        self._add("evidence", Evidence(i, self.person, self.day, hypothesis, holds, mark.text))

    def _add(self, field: str, value: object) -> None:
        """Add to what is understood."""
        old = getattr(self.understood, field)
        changes: dict[str, object] = {field: (*old, value)}
        self.understood = replace(self.understood, **changes)


def _called(ledger: Ledger, mark: Mark) -> list[Person]:
    """Return who has all words of a name, at the company if one is named.

    Somebody whose company is not known can be meant; somebody at another company is not.
    """
    words = set(fold(mark.text).split())
    known = [
        p
        for p in ledger.people.values()
        if p.id != EGO and words and words <= set(fold(p.name).split())
    ]
    exact = [p for p in known if fold(p.name) == fold(mark.text)]
    known = exact or known
    if not mark.company:
        return known
    firm = firm_of(ledger, mark.company) or fold(mark.company)
    there = [p for p in known if (firm_of(ledger, p.company) or fold(p.company)) == firm]
    return there or [p for p in known if not p.company]
