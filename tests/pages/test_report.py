from __future__ import annotations

from datetime import date, timedelta

from netgraph.graph.build import network
from netgraph.model.records import (
    EGO,
    Ask,
    Event,
    EventKind,
    Ledger,
    Organisation,
    Person,
    Position,
    Step,
)
from netgraph.pages import map_html, report_html
from tests.pages import networks

AS_OF = networks.AS_OF


def test_a_report_of_nothing_says_so() -> None:
    page = report_html(networks.empty(), Ledger())

    assert "No suggestions yet." in page
    assert "Nothing is due." in page
    assert "<figure>" not in page


def test_more_that_is_due_than_fits_is_counted() -> None:
    G = networks.network(30)
    due = {n: ["Say thanks"] for n in list(G)[1:16]}

    assert "And 9 more people: netgraph today" in report_html(G, Ledger(), due=due)


def test_what_was_asked_and_given_becomes_charts() -> None:
    steps = (Step(AS_OF - timedelta(days=30), "asked"), Step(AS_OF, "agreed"))
    book = Ledger(
        {"ana": Person("ana", "Ana Silva"), EGO: Person(EGO, "Robin")},
        asks=(Ask("a", "ana", steps=steps),),
        events=(Event("e", EventKind.HELPED, AS_OF, "ana", EGO),),
    )

    page = report_html(network(book, as_of=AS_OF), book)

    assert "From an ask to the next door" in page
    assert "Agreed: 1 of 1" in page
    assert "05/26: 0.0 given, 1.0 taken" in page
    assert "Generations of introductions" not in page


def test_a_page_without_companies_names_no_organisation_of_the_past_either() -> None:
    book = Ledger(
        {"ana": Person("ana", "Ana Silva", title="Chef"), EGO: Person(EGO, "Robin")},
        organisations={"o": Organisation("o", "Fernwater Bank")},
        positions=(Position("p", "ana", "o", title="Teller", end="2019"),),
    )
    G = network(book, as_of=date(2026, 5, 1))

    page = map_html(G, ledger=book, hide=["titles", "companies"])

    assert [] == [word for word in ("Fernwater", "Teller", "Chef", "Silva") if word in page]
