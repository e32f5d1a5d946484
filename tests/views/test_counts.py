"""A count of people is one number, whoever says it."""

from __future__ import annotations

from datetime import date

from hypothesis import given

from netgraph.graph.build import network_on
from netgraph.graph.schema import people
from netgraph.measures.give_and_take import standings_on
from netgraph.model.as_of import AsOf
from netgraph.model.encounters import leads_on
from netgraph.model.records import EGO, Event, EventKind, Ledger, Person, Referral, Step
from netgraph.views.beside import gather
from netgraph.views.counts import summary
from netgraph.views.people import people_rows
from netgraph.views.person import person_view
from netgraph.views.statistics import stats
from tests.examples import few
from tests.story import story
from tests.strategies import TODAY, ledgers

MAY = date(2026, 5, 1)
NAMED = (Step(date(2026, 4, 1), "named"),)
BOOK = Ledger.of(
    Person(EGO, "Robin"),
    Person("ana", "Ana Silva", company="Kelp & Current Labs"),
    Person("bo", "Bo Ode", company="Kelp and Current Labs Ltd.", lead=True),
    Person("cy", "Cy Lind", company="Acme"),
    Referral("r1", "ana", "bo", steps=NAMED),
    Referral("r2", "ana", "cy", steps=NAMED),
    Event("e", EventKind.TALKED, date(2026, 4, 2), EGO, "ana"),
)


def agree(view: AsOf) -> None:
    """Check that everybody who counts people or leads says the same."""
    found, rows, G = summary(view), people_rows(view), network_on(view)
    leads = {row.id for row in rows if row.lead}

    assert found.people == len(rows) == len(list(people(G)))
    assert found.leads == len(leads) == stats(view).gaps.not_met_yet
    assert leads == {i for i in people(G) if G.nodes[i]["lead"]} == leads_on(view)
    assert sum(state.people for state in found.give_and_take) == len(standings_on(view))
    assert sum(group.people for group in found.groups) == sum(bool(r.company) for r in rows)


def test_everybody_counts_alike() -> None:
    agree(AsOf(BOOK, MAY))
    for day in (date(2025, 6, 10), date(2026, 1, 15), MAY):
        agree(AsOf(story(until=day), day))


@few(20)
@given(ledgers())
def test_everybody_counts_alike_in_any_ledger(book: Ledger) -> None:
    agree(AsOf(book, TODAY))


def test_who_was_named_is_met_when_they_talk() -> None:
    assert {"bo", "cy"} == leads_on(AsOf(BOOK, MAY))
    talk = Event("t", EventKind.INTERVIEW, date(2026, 4, 20), "bo", EGO)
    met = AsOf(Ledger.of(*BOOK.people.values(), *BOOK.referrals, talk), MAY)

    assert {"cy"} == leads_on(met)
    assert {"bo", "cy"} == leads_on(AsOf(met.ledger, date(2026, 4, 19)))
    assert not person_view(met, "bo").person.lead


def test_spellings_of_one_firm_are_one_circle() -> None:
    groups = {group.name: group.people for group in summary(AsOf(BOOK, MAY)).groups}

    assert {"Kelp & Current Labs": 2, "Acme": 1} == groups


def test_a_page_is_gathered_without_the_command_line() -> None:
    beside = gather(AsOf(story(), MAY))

    assert {"suggestions", "fit", "due", "paths"} <= beside.keys()
    assert beside["due"]
