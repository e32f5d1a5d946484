from __future__ import annotations

from datetime import date
from xml.etree.ElementTree import fromstring

from netgraph.measures.referrals import lineage
from netgraph.model.as_of import AsOf
from netgraph.model.records import EGO, Event, EventKind, Ledger, Referral, Step
from netgraph.pages import charts
from netgraph.pages.report import exchanged, named_by_talk


def widths(svg: str, kind: str) -> list[float]:
    return [float(e.get("width", "0")) for e in fromstring(svg).iter() if e.get("class") == kind]


def test_a_funnel_is_as_wide_as_who_was_left() -> None:
    stages = [charts.Stage("Agreed", 2, 4, 0.1, 0.9), charts.Stage("Talked", 2, 2, 0.3, 1.0)]

    drawing = charts.funnel(stages, title="Asks")

    assert widths(drawing, "bar") == [105.0, 105.0]
    assert widths(drawing, "trough") == [210.0, 105.0]
    assert "2 of 4, 10 to 90 %" in drawing


def test_a_funnel_of_nothing_has_no_width() -> None:
    empty = charts.Stage("Agreed", 0, 0, 0.0, 1.0)

    assert widths(charts.funnel([empty], title="Asks"), "bar") == [0.0]


def test_every_chart_says_in_words_what_it_shows() -> None:
    rows = [("Generation 1", 5, 2)]

    label = fromstring(charts.generations(rows, title="Generations")).get("aria-label")

    assert label == "Generations. Generation 1: 5 named, 2 met"


def test_markup_in_a_label_is_text() -> None:
    svg = charts.generations([("<script>", 1, 1)], title="</svg>")

    assert "<script>" not in svg
    assert "&lt;script&gt;" in svg


def test_the_line_of_new_names_ends_at_the_total() -> None:
    svg = fromstring(charts.saturation([1, 2, 2], title="Names"))
    points = next(e.get("points", "") for e in svg.iter() if e.get("class") == "line").split()

    assert points[-1].split(",")[1] == points[-2].split(",")[1] == "8.0"


def test_give_and_take_stand_apart_month_by_month() -> None:
    svg = charts.give_and_take([("01/26", 2.0, 0.0), ("02/26", 0.0, 1.0)], title="Talks")

    assert "01/26: 2.0 given, 0.0 taken; 02/26: 0.0 given, 1.0 taken" in svg


def test_what_was_given_and_taken_is_counted_in_its_month_in_talks() -> None:
    events = (
        Event("e1", EventKind.INTERVIEW, date(2026, 4, 3), "ana", EGO),
        Event("e2", EventKind.MESSAGE, date(2026, 4, 9), EGO, "ana", count=5),
        Event("e3", EventKind.HELPED, date(2024, 1, 1), EGO, "ana"),
        Event("e4", EventKind.TALKED, date(2026, 4, 9), EGO, "ana"),
        Event("e5", EventKind.HELPED, date(2026, 5, 9), EGO, "ana"),
        Event("e6", EventKind.HELPED, None, EGO, "ana"),
    )

    months = exchanged(AsOf(Ledger(events=events), date(2026, 5, 1)))

    assert len(months) == 12
    assert months[-2:] == [("04/26", 0.5, 1.0), ("05/26", 0.0, 0.0)]


def test_names_are_counted_talk_by_talk() -> None:
    steps = (Step(date(2026, 2, 1), "named"),)
    book = Ledger(
        referrals=(Referral("r", "ana", "ben", steps=steps),),
        events=(
            Event("e1", EventKind.TALKED, date(2026, 1, 1), EGO, "ana"),
            Event("e2", EventKind.TALKED, date(2026, 3, 1), EGO, "ana"),
        ),
    )

    assert [0, 1] == named_by_talk(book, lineage(book, as_of=date(2026, 5, 1)))
