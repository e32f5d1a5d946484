"""Some people at two spellings of one firm, and whom to ask of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from netgraph.model.as_of import AsOf
from netgraph.model.records import EGO, Ask, Goal, Ledger, Organisation, Person, Step, Tie
from netgraph.suggestions.recommendations import Recommendations, recommend
from tests.strategies import TODAY

GOAL = Goal("g1", "data scientist")
ACME = Organisation("o1", "Acme", spellings=("Acme", "ACME Inc."))


def book(*people: Person, **facts: object) -> Ledger:
    """Return a ledger in which ego has a tie with everybody."""
    ties = tuple(Tie(f"t-{p.id}", EGO, p.id) for p in people)
    spelling = dict.fromkeys(ACME.spellings, "o1")
    made = Ledger({p.id: p for p in people}, {"o1": ACME}, ties=ties, spelling=spelling)
    return replace(made, **facts)  # type: ignore[arg-type]


def ask_of(ledger: Ledger, limit: int = 10) -> Recommendations:
    """Return the whole answer of today."""
    return recommend(AsOf(ledger, TODAY), [GOAL], limit=limit)


def asked(person: str, day: date, *then: str) -> Ask:
    """Return an ask made on a day, with what became of it that day."""
    return Ask(f"a-{person}-{day}", person, steps=tuple(Step(day, s) for s in ("asked", *then)))


ANA = Person("ana", "Ana Moss", title="Data Scientist", company="Acme")
BEN = Person("ben", "Ben Moss", company="ACME Inc.")
CLEO = Person("cleo", "Cleo Moss")
