"""What netgraph answers, as frames: the story's year, by hand."""

from __future__ import annotations

from datetime import date

import pandas as pd

import netgraph
from netgraph import frames
from netgraph.model.as_of import AsOf
from netgraph.model.records import EGO, Goal, Ledger, Person, Referral, Step, Tie
from tests.story import story

DAY = date(2026, 5, 4)


def named(i: str, introducer: str, person: str, day: date) -> Referral:
    return Referral(i, introducer, person, steps=(Step(day, "named"),))


def test_generations_count_introductions() -> None:
    book = Ledger(
        referrals=(
            named("r1", "maya", "tom", date(2026, 4, 1)),
            named("r2", "tom", "zoe", date(2026, 4, 9)),
        )
    )
    table = frames.lineage(book, as_of=DAY).set_index("person")

    assert {"maya": 0, "tom": 1, "zoe": 2} == table["generation"].to_dict()
    assert [True, False, False] == table["introducer"].isna().tolist()
    assert pd.Timestamp("2026-04-09") == table["named"].iloc[-1]


def test_a_referral_stands_as_its_latest_step_says() -> None:
    steps = (Step(date(2026, 4, 1), "named"), Step(date(2026, 4, 20), "introduced"))
    book = Ledger(referrals=(Referral("r1", "maya", "tom", steps=steps),))

    assert ["named"] == frames.referrals(book, as_of=date(2026, 4, 10))["status"].tolist()
    assert ["introduced"] == frames.referrals(book, as_of=DAY)["status"].tolist()
    assert 0 == len(frames.referrals(book, as_of=date(2026, 3, 1)))


def test_suggestions_are_ranked() -> None:
    people = {
        "ana": Person("ana", "Ana", title="Data Scientist"),
        "ben": Person("ben", "Ben"),
        EGO: Person(EGO, "You"),
    }
    book = Ledger(people, ties=(Tie("1", EGO, "ana"), Tie("2", EGO, "ben")))
    G = netgraph.network(book, as_of=DAY)
    table = frames.suggestions(netgraph.suggest(G, Goal("g", "data scientist")))

    assert [1, 2] == table.index.tolist()
    assert ["ana", "ben"] == table["person"].tolist()
    assert "data scientist" == table.loc[1, "for"]
    assert 0 == len(netgraph.frame([]))


def test_what_is_due_and_the_funnel_are_those_of_the_views() -> None:
    view = AsOf(netgraph.resolve(story(until=DAY)), DAY)
    found, steps = frames.due(view), frames.funnel(view)

    assert "keep in touch" in set(frames.due(view, days=30)["kind"])
    assert found["on"].dtype == "datetime64[s]"
    assert (steps["hits"] <= steps["cases"]).all()
    assert steps["share"].dropna().between(0, 1).all()


def test_standings_have_a_row_for_everybody_with_a_tie() -> None:
    G = netgraph.network(netgraph.resolve(story(until=DAY)), as_of=DAY)
    table = frames.standings(G)

    assert list(netgraph.standings(G)) == table.index.tolist()
    assert table["balance"].between(-1, 1, inclusive="neither").all()
