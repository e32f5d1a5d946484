"""A ledger in which nobody is named, for answers that go to somebody else's machine.

Names are taken out of the facts, not of the answers: whatever is worked out from a veiled ledger
cannot name anybody, whichever words it uses.  What the user wrote, addresses, places and labels
are left out; jobs and employers stay, since whom to ask depends on them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from hashlib import blake2b
from typing import Any, Final, cast

from netgraph.exporting.pseudonyms import KINDS_OF_TIE, retold
from netgraph.journal.postponements import FIELD as PUT_OFF
from netgraph.journal.relations import ROLES
from netgraph.model.kinds import KINDS, held, place
from netgraph.model.records import (
    EGO,
    YOU,
    Application,
    Evidence,
    Fact,
    Goal,
    Ledger,
    Match,
    Means,
    Person,
    Position,
    Relation,
    Source,
    Statement,
    Tie,
    Wish,
)
from netgraph.model.statements import FAVOURS
from netgraph.model.text import fold
from netgraph.pages.redaction import Veil, veil_of

LEFT_OUT: Final = frozenset({Evidence, Match})
"""Kinds of facts that are words and little else, or of which nothing follows any more."""

DIGITS: Final = "abcdefghijkmnpqrstuvwxyz23456789"
"""Letters and digits that nobody takes for one another."""


def handle(person: str, key: bytes) -> str:
    """Return what somebody is called instead: always the same, and nothing without the key.

    >>> handle("pi3wtofys6n", b"secret"), handle("me", b"secret")
    ('contact-8vigddza', 'me')
    """
    if person == EGO:
        return EGO
    digest = blake2b(person.encode(), key=key, digest_size=5).digest()
    number = int.from_bytes(digest, "big")
    return "contact-" + "".join(DIGITS[number >> 5 * k & 31] for k in range(8))


@dataclass(frozen=True)
class Veiling:
    """How one ledger is told without names."""

    ledger: Ledger
    key: bytes

    @cached_property
    def handles(self) -> Mapping[str, str]:
        """Return everybody's handle."""
        return {i: handle(i, self.key) for i in self.ledger.people}

    @cached_property
    def people(self) -> Mapping[str, str]:
        """Return who is meant by a handle."""
        return {shown: i for i, shown in self.handles.items()}

    def meant(self, shown: str) -> str | None:
        """Return who is meant by a handle as an answer writes it; None if nobody has it."""
        return self.people.get(shown.strip().lower().replace(" ", "-"))

    def shown(self, i: str) -> str:
        """Return the handle of somebody, whether they are in the ledger or not."""
        return handle(i, self.key)

    def called(self, i: str) -> str:
        """Return a handle as a name."""
        return _called(self.shown(i))

    def firm(self, name: str) -> str:
        """Return an employer; one that is called as somebody is, is theirs."""
        return self._firms_veil.text(name) if name else ""

    def told(self) -> Ledger:
        """Return the ledger."""
        facts: dict[str, Any] = {}
        for kind in KINDS.values():
            if kind not in LEFT_OUT:
                some = getattr(self.ledger, place(kind))
                every = some.values() if isinstance(some, Mapping) else some
                new = {fact.id: fact for one in every if (fact := self._fact(one))}
                facts[place(kind)] = held(kind, new)
        letters = tuple(
            replace(
                one, giver=self._who(one.giver), taker=self._who(one.taker),
                source=self._source(one.source),
            )
            for one in self.ledger.correspondence
        )  # fmt: skip
        spelling = {self.firm(name): i for name, i in self.ledger.spelling.items()}
        return Ledger(**facts, spelling=spelling, correspondence=letters)

    def _fact(self, fact: Fact) -> Fact | None:
        """Return a fact without who is meant, None if nothing is left of it."""
        if isinstance(fact, Statement):
            return self._statement(fact)
        new: Any = retold(fact, self._rules)
        if isinstance(fact, Person):
            shown = self._who(fact.id)
            name = "You" if fact.id == EGO else _called(shown)
            return cast(Fact, replace(new, id=shown, name=name, title=self._line(fact.title)))
        if isinstance(fact, Source):
            return cast(Fact, replace(new, id=self._source(fact.id)))
        if isinstance(fact, Position | Application | Wish):
            return cast(Fact, replace(new, title=self._line(fact.title)))
        if isinstance(fact, Goal):
            return self._goal(fact, new)
        if isinstance(fact, Tie) and fact.kind not in KINDS_OF_TIE:
            return cast(Fact, replace(new, kind="acquaintance"))
        if isinstance(fact, Relation):
            ours = ROLES.get(fact.role) == fact.inverse
            role, inverse = (fact.role, fact.inverse) if ours else ("known to", "known to")
            return cast(Fact, replace(new, role=role, inverse=inverse))
        return cast(Fact, new)

    def _goal(self, goal: Goal, new: Any) -> Goal:
        """Return what is looked for; who is named in it is struck out."""
        lists = ("companies", "roles", "fields", "places", "near")
        told = {name: tuple(map(self._line, getattr(goal, name))) for name in lists}
        text, level = self._line(goal.text), self._line(goal.seniority)
        return cast(Goal, replace(new, text=text, seniority=level, **told))

    def _statement(self, said: Statement) -> Statement | None:
        """Return what the user says, if it is a number, a day, a yes, or an employer."""
        new = retold(said, self._rules)
        if said.field == PUT_OFF and isinstance(said.value, tuple):
            return cast(Statement, replace(new, value=tuple(map(self._line_put_off, said.value))))
        if said.field in ("may_know_at", "knows_nobody_at") and isinstance(said.value, tuple):
            return cast(Statement, replace(new, value=tuple(map(self.firm, said.value))))
        plain = isinstance(said.value, bool | int | float | date | None)
        keeps = plain or said.field == "country" or said.subject == FAVOURS
        return cast(Statement, new) if keeps else None

    def _line_put_off(self, text: str) -> str:
        """Return which line was put off, with the handle of whom it is about."""
        line, mark, about = text.rpartition(": ")
        return line + mark + self._who(about)

    @cached_property
    def _rules(self) -> Mapping[Means, Callable[[str], str]]:
        """Return what becomes of a text, by what it means."""
        kept = (Means.CODE, Means.GOAL, Means.ASK)
        return {
            Means.WORDS: lambda text: "",
            Means.SUBJECT: self._who,
            Means.RECORD: self._who,
            Means.PERSON: self._who,
            Means.TARGET: self._target,
            Means.SOURCE: self._source,
            Means.FIRM: self.firm,
            **dict.fromkeys(kept, str),
        }

    def _who(self, i: str) -> str:
        """Return the handle of a person; everything else has an id that tells nothing."""
        return self.handles.get(i, i)

    def _target(self, words: str) -> str:
        """Return whom or what an ask is for, without words of the user's."""
        known = words in self.ledger.people or words in self.ledger.organisations
        return self._who(words) if known else ""

    def _source(self, i: str) -> str:
        """Return the number of a source."""
        return i if i == YOU else self._sources.get(i, "")

    @cached_property
    def _sources(self) -> Mapping[str, str]:
        """Return the numbers of all sources."""
        return {s.id: f"source-{n}" for n, s in enumerate(self.ledger.sources, 1)}

    def _line(self, text: str) -> str:
        """Return a title or a goal in which nobody is named."""
        return self._veil.text(text) if text else ""

    @cached_property
    def _veil(self) -> Veil:
        """Return what strikes names out of lines."""
        phrases = {fold(p.name): self._phrase(p.id) for p in self.ledger.people.values()}
        phrases.pop("", None)
        return replace(veil_of(self.ledger), phrases=phrases)

    @cached_property
    def _firms_veil(self) -> Veil:
        """Return what strikes whole names, of two words or more, out of names of employers."""
        whole = {words: shown for words, shown in self._veil.phrases.items() if " " in words}
        return replace(self._veil, phrases=whole, words=frozenset())

    def _phrase(self, i: str) -> str:
        """Return how somebody is called in a line."""
        return "You" if i == EGO else _called(self._who(i))


def _called(shown: str) -> str:
    """Return a handle as a name."""
    return shown.replace("-", " ", 1).capitalize()
