"""What a goal asks of people: companies by any spelling, places, titles, one named person."""

from __future__ import annotations

from datetime import date

import pytest

from netgraph.graph.build import network
from netgraph.graph.schema import TieGraph
from netgraph.identity.firms import Firms
from netgraph.model.records import EGO, Goal, Ledger, Organisation, Person, Position, Tie
from netgraph.suggestions.criteria import Criteria, Criterion, match, resumes, wants_of
from netgraph.suggestions.features import features_of

TODAY = date(2026, 5, 1)


@pytest.fixture(name="G")
def tie_graph() -> TieGraph:
    people = (
        Person("ana", "Ana", title="Data Scientist", company="Acme"),
        Person("ben", "Ben", title="Baker", company="BMW"),
        Person("cleo", "Cleo", title="Data Scientist", company="BMW"),
    )
    return network(
        Ledger(
            {p.id: p for p in people},
            {
                "o1": Organisation("o1", "Acme", spellings=("Acme",)),
                "o2": Organisation("o2", "BMW", spellings=("BMW",)),
            },
            positions=(Position("x", "ben", "Acme", "Data Analyst", end="2020"),),
            ties=tuple(Tie(p.id, EGO, p.id) for p in people),
            spelling={"Acme": "o1", "BMW": "o2"},
        ),
        as_of=TODAY,
        inferred=False,
    )


def test_a_company_is_found_by_spelling_legal_form_and_other_name(G: TieGraph) -> None:
    goal = Goal("g", "", companies=("acme", "ACME GmbH", "BayerischeMotorenWerke AG", "Nowhere"))
    assert frozenset({"Acme", "BMW", "Nowhere"}) == wants_of(goal, G).firm[0].values


def test_somebody_fits_who_meets_every_firm_wish_now(G: TieGraph) -> None:
    b = features_of(G)
    found = match(b, wants_of(Goal("g", "data scientist", companies=("Acme",)), G), resumes(G, b))
    assert [True, False, False] == found.fits.tolist()
    assert 2 == found.full
    # ben: was at Acme, and was a data analyst; cleo: has the title only
    assert found.before[1] > 1
    assert 0 == found.before[2]
    assert found.now[2] == pytest.approx(found.title[2])


def test_a_named_person_is_wanted_with_all_they_are_and_were(G: TieGraph) -> None:
    wants = wants_of(Goal("g", "", person="ben"), G)
    found = match(features_of(G), wants)
    assert {("company", "BMW"), ("company", "Acme")} <= {
        (w.kind, v) for w in wants.firm for v in w.values
    }
    assert [False, True, False] == found.fits.tolist()


def test_a_goal_of_nothing_fits_nobody(G: TieGraph) -> None:
    b = features_of(G)
    for wants in (Criteria(), wants_of(Goal("g", ""), G)):
        found = match(b, wants, resumes(G, b))
        assert not found.fits.any()
        assert not found.likeness().any()


def test_likeness_is_the_share_of_the_goal_that_is_met(G: TieGraph) -> None:
    company = Criterion("company", frozenset({"Acme"}))
    hint = Criterion("company", frozenset({"BMW"}))
    found = match(features_of(G), Criteria((company,), (hint,)))
    assert [1 / 1.5, 1.0, 0.5 / 1.5] == pytest.approx(found.likeness().tolist())


@pytest.mark.parametrize("said", ["Acme", "ACME Inc.", "bmw", "Watershed"])
def test_a_firm_is_the_same_whether_spellings_are_known_or_compared(G: TieGraph, said: str) -> None:
    acme = Organisation("o1", "Acme", spellings=("Acme", "ACME Inc."))
    firms = Firms([acme, Organisation("o2", "BMW", spellings=("bmw",))])
    goal = Goal("g", "", companies=(said,), near=("BMW",))

    assert wants_of(goal, G) == wants_of(goal, G, firms=firms)
