"""What an answer to an assistant is made of: a few typed facts for each question.

Addresses and telephone numbers are in none of them.  Texts that people or files wrote stand in
fields of their own, shortened, so that they are seen for what they are.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Somebody:
    """A person; ``id`` is what the other tools take."""

    id: str
    name: str
    title: str = ""
    company: str = ""


@dataclass(frozen=True)
class NextStep:
    """What can be written down next: a verb, whom it is about, and what else is said."""

    verb: str
    who: tuple[str, ...]
    said: dict[str, str]


@dataclass(frozen=True)
class DueLine:
    """Something that is due."""

    on: date
    kind: str
    person: Somebody
    why: str
    overdue: bool
    step: NextStep


@dataclass(frozen=True)
class DueList:
    """What is due, the most important first; ``more`` are not told."""

    as_of: date
    due: tuple[DueLine, ...]
    more: int


@dataclass(frozen=True)
class Ask:
    """One ask that is suggested: of whom, for what, how likely a yes is in words, and why."""

    person: Somebody
    sentence: str
    likely: str
    chance: float
    reasons: tuple[str, ...]
    ready_on: date
    waits_for: str
    step: NextStep


@dataclass(frozen=True)
class LeftAlone:
    """Somebody who had better not be asked now."""

    person: Somebody
    until: date | None
    why: str


@dataclass(frozen=True)
class Suggestions:
    """Whom to ask next, what comes first, and whom to leave alone."""

    as_of: date
    goals: tuple[str, ...]
    first: tuple[DueLine, ...]
    suggestions: tuple[Ask, ...]
    leave_alone: tuple[LeftAlone, ...]
    advice: tuple[str, ...]


@dataclass(frozen=True)
class Acquaintance:
    """One person of a list."""

    person: Somebody
    last_contact: date | None
    strength: float | None
    not_met_yet: bool


@dataclass(frozen=True)
class People:
    """Who was found; ``more`` are not told."""

    people: tuple[Acquaintance, ...]
    more: int


@dataclass(frozen=True)
class Happened:
    """Something that happened; ``note`` is what was written down then."""

    day: date | None
    what: str
    by: str
    note: str


@dataclass(frozen=True)
class Known:
    """A tie and what it rests on; a guess where ``basis`` is inferred."""

    person: Somebody
    basis: str
    evidence: tuple[str, ...]


@dataclass(frozen=True)
class Named:
    """A name that was passed on, and how far it came."""

    by: str
    person: str
    to: str
    status: str


@dataclass(frozen=True)
class Page:
    """One person: facts, what happened, ties, names passed on, and what is open."""

    person: Somebody
    before: tuple[str, ...]
    give_and_take: str
    happened: tuple[Happened, ...]
    ties: tuple[Known, ...]
    names_passed_on: tuple[Named, ...]
    due: tuple[DueLine, ...]
    ask_again_on: date | None
    why: str


@dataclass(frozen=True)
class Colleague:
    """Somebody at an employer; ``when`` is empty for now."""

    person: Somebody
    when: str
    may_be_asked: bool
    why_not: str


@dataclass(frozen=True)
class Employer:
    """One employer: what to do there, who is there, who was, and who may know somebody."""

    name: str
    words: tuple[str, ...]
    now: tuple[Colleague, ...]
    before: tuple[Colleague, ...]
    may_know_somebody: tuple[Somebody, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True)
class Way:
    """One chain of introductions; ``rests_on`` says link by link on what, guesses as such."""

    people: tuple[str, ...]
    chance: float
    rests_on: tuple[str, ...]
    waits: str


@dataclass(frozen=True)
class Ways:
    """The likeliest chains to a person or an employer; what would make one where there is none."""

    target: str
    ways: tuple[Way, ...]
    advice: tuple[str, ...]


@dataclass(frozen=True)
class Numbers:
    """How the search goes, in sentences that say how sure they are."""

    as_of: date
    contacts: int
    named: int
    met: int
    asks: tuple[str, ...]
    network: tuple[str, ...]
    blind_spots: tuple[str, ...]
    chances: str


@dataclass(frozen=True)
class Heading:
    """A heading of a brief and the lines below it."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Brief:
    """The page before a talk; ``blanks`` only the user can fill."""

    title: str
    minutes: int
    sections: tuple[Heading, ...]
    blanks: tuple[str, ...]
