"""replies: what letters add to the odds lies between what was measured in two archives."""

from __future__ import annotations

import math
from datetime import date, timedelta

import pytest

from netgraph.graph.build import network_on
from netgraph.graph.pairs import PairFacts
from netgraph.measures.paths import introduction_paths
from netgraph.model.as_of import AsOf
from netgraph.model.records import (
    EGO,
    Correspondence,
    Event,
    EventKind,
    Goal,
    Ledger,
    Organisation,
    Person,
    Position,
    Tie,
)
from netgraph.suggestions.recommendations import chances_on, recommend
from netgraph.suggestions.replies import odds_of_letters, signs_of

DAY = date(2026, 8, 14)
GOAL = Goal("g1", "cook", companies=("Acme",))


@pytest.mark.parametrize(
    ("written", "students", "office"), [(1, 1.28, 1.71), (6, 2.35, 3.0), (12, 2.93, 5.75)]
)
def test_the_odds_lie_between_those_of_students_and_those_of_office_mail(
    written: int, students: float, office: float
) -> None:
    # odds ratios of 48/63/68 % to 42 %, and of 16/25/39 % to 10 %; half of the letters left
    assert students <= math.exp(odds_of_letters(written / 2, written)) <= office


def book() -> Ledger:
    """Priya wrote 96 times and recommended ego; Otto is nothing but a connection."""
    days = tuple(DAY - timedelta(days=5 + 8 * n) for n in reversed(range(48)))
    return Ledger(
        {
            "priya": Person("priya", "Priya Okafor", company="Acme", title="Cook"),
            "otto": Person("otto", "Otto Adeyemi"),
            "kofi": Person("kofi", "Kofi Castellano"),
            EGO: Person(EGO, "Sam"),
        },
        {
            "o": Organisation("o", "Acme", spellings=("Acme",)),
            "b": Organisation("b", "Brightwater", spellings=("Brightwater",)),
        },
        positions=(
            Position("1", EGO, "Brightwater", start="2019", end="2022"),
            Position("2", "kofi", "Brightwater", start="2018", current=True),
        ),
        ties=tuple(Tie(f"t{i}", EGO, i) for i in ("priya", "otto", "kofi")),
        events=(Event("r", EventKind.RECOMMENDATION, date(2023, 6, 1), "priya", EGO),),
        correspondence=(
            Correspondence(EventKind.MESSAGE, "priya", EGO, days, "x"),
            Correspondence(EventKind.MESSAGE, EGO, "priya", days, "x"),
        ),
        goals=(GOAL,),
        spelling={"Acme": "o", "Brightwater": "b"},
    )


def test_a_friend_is_far_likelier_to_say_yes_than_a_stranger() -> None:
    chances = chances_on(AsOf(book(), DAY))

    assert 0.3 == pytest.approx(chances["otto"], abs=0.01)
    assert chances["priya"] > 0.75
    assert chances["otto"] < chances["kofi"] < chances["priya"]


def test_one_chance_is_told_everywhere() -> None:
    view = AsOf(book(), DAY)
    told = {s.person: s.chance for s in recommend(view, [GOAL]).suggestions}
    [chain, *_] = introduction_paths(network_on(view), "priya", willing=chances_on(view))

    assert told["priya"] == chances_on(view)["priya"] == pytest.approx(chain.chance)


def test_the_shared_past_is_a_reason_and_an_accepted_invitation_is_none() -> None:
    invited = Event("i", EventKind.INVITATION, date(2021, 4, 1), EGO, "kofi")
    ledger = book()
    view = AsOf(
        Ledger(
            **{f: getattr(ledger, f) for f in ledger.__dataclass_fields__}
            | {"events": (*ledger.events, invited)}
        ),
        DAY,
    )
    reasons = {s.person: s.reasons for s in recommend(view, [GOAL]).suggestions}

    assert "you were at Brightwater too (until 2022)" in reasons["kofi"]
    assert not any("invitation" in r for those in reasons.values() for r in those)
    assert any("between you two: 1 recommendation" in r for r in reasons["priya"])


def test_a_recommendation_speaks_for_an_answer_whatever_else_they_wrote() -> None:
    recommended = Event("r", EventKind.RECOMMENDATION, date(2023, 6, 1), "priya", EGO)
    praised = Event("e", EventKind.ENDORSEMENT, date(2024, 6, 1), "priya", EGO)
    own = Event("o", EventKind.RECOMMENDATION, date(2023, 6, 1), EGO, "priya")

    for order in ((recommended, praised), (praised, recommended)):
        assert {"recommended": 0.5} == signs_of(PairFacts(events=list(order)), "priya", DAY)
    assert {} == signs_of(PairFacts(events=[own, praised]), "priya", DAY)
    assert {} == signs_of(PairFacts(events=[recommended]), "priya", date(2023, 5, 31))
