"""The organisations that facts name: one for all spellings, none for what is no employer."""

from __future__ import annotations

from netgraph.identity.organisations import candidates, organisations_in
from netgraph.model import ids
from netgraph.model.records import (
    Application,
    Event,
    EventKind,
    Goal,
    Ledger,
    Organisation,
    Person,
    Position,
    Wish,
)

NOTHING = Ledger()


def at(i: str, company: str) -> Person:
    return Person(i, f"Name {i}", company=company)


def test_spellings_of_a_firm_make_one_organisation() -> None:
    (acme,) = organisations_in([at("a", "Acme Inc."), at("b", "ACME"), at("c", "Acme")], NOTHING)

    assert (
        Organisation(
            ids.organisation("company", "acme"),
            "ACME",
            "company",
            ("ACME", "Acme", "Acme Inc."),
            "acme",
        )
        == acme
    )


def test_every_fact_that_can_name_one_does() -> None:
    facts = [
        at("a", "Acme"),
        Position("w", "a", "Blue River"),
        Wish("i", "Delta"),
        Application("j", "Ember"),
        Goal("g", "engineer", companies=("Fjord", "Gale")),
        Event("e", EventKind.NOTE, None, "a", "b", note="Hilltop"),
    ]

    found = organisations_in(facts, NOTHING)

    assert ["Acme", "Blue River", "Delta", "Ember", "Fjord", "Gale"] == [o.name for o in found]


def test_who_works_for_nobody_names_none() -> None:
    facts = [at("a", "Self-employed"), at("b", ""), Position("w", "a", ""), Wish("i", "n/a")]

    assert [] == organisations_in(facts, NOTHING)


def test_a_school_is_one_whichever_fact_comes_first() -> None:
    facts = [at("a", "Hilltop College"), Position("w", "b", "Hilltop College", kind="school")]

    assert ["school"] == [o.kind for o in organisations_in(facts, NOTHING)]
    assert ["school"] == [o.kind for o in organisations_in(facts[::-1], NOTHING)]


def test_volunteering_is_at_a_company() -> None:
    facts = [Position("w", "a", "Red Cross", kind="volunteering")]

    assert ["company"] == [o.kind for o in organisations_in(facts, NOTHING)]


def test_a_known_one_keeps_its_id_and_kind_and_gains_spellings() -> None:
    before = Organisation("o1", "Acme", "club", ("Acme",), "acme")
    known = Ledger(organisations={"o1": before})

    (after,) = organisations_in([at("a", "ACME Inc.")], known)

    assert ("o1", "club", ("ACME Inc.", "Acme")) == (after.id, after.kind, after.spellings)


def test_what_was_called_something_else_or_made_elsewhere_is_a_candidate_always() -> None:
    acme = Organisation("o1", "Acme", spellings=("Acme",), key="acme")
    globex = Organisation("o2", "Globex", spellings=("Globex",), key="globex")
    renamed = Organisation("o3", "My Firm", spellings=("Fjord",), key="fjord")
    elsewhere = Organisation("o4", "Gale", spellings=("Gale",))

    found = candidates(["ACME Inc."], [acme, globex, renamed, elsewhere])

    assert ["o1", "o3", "o4"] == [o.id for o in found]
