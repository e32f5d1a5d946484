"""What a picture can be told beyond the graph: how things stand with everybody."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from netgraph.model.records import EGO, Ask, Event, EventKind, Ledger, Step
from netgraph.pages.marks import STANDINGS, Suggestion, standings

DAY = date(2026, 5, 1)


def of(*steps: str, events: tuple[Event, ...] = (), leads: tuple[str, ...] = ()) -> str:
    asks = (Ask("a", "ana", steps=tuple(Step(DAY, s) for s in steps)),) if steps else ()
    found = standings(Ledger(asks=asks, events=events), as_of=DAY, leads=leads)
    return STANDINGS[found.get("ana", 0)]


@pytest.mark.parametrize(
    ("steps", "words"),
    [
        ((), "Not asked yet"),
        (("planned",), "Ask planned"),
        (("asked",), "Asked"),
        (("asked", "waiting"), "Asked"),
        (("asked", "agreed"), "Agreed to talk"),
        (("asked", "done"), "Talked"),
        (("asked", "declined"), "Not now"),
        (("asked", "silent"), "Not now"),
    ],
)
def test_the_last_step_of_an_ask_says_how_it_stands(steps: tuple[str, ...], words: str) -> None:
    assert words == of(*steps)


@pytest.mark.parametrize(
    ("event", "words"),
    [
        (Event("e", EventKind.TALKED, DAY, EGO, "ana"), "Talked"),
        (Event("e", EventKind.TALKED, DAY, "ana", EGO), "Talked"),
        (Event("e", EventKind.TALKED, DAY + timedelta(days=1), EGO, "ana"), "Not asked yet"),
        (Event("e", EventKind.TALKED, None, EGO, "ana"), "Not asked yet"),
        (Event("e", EventKind.MESSAGE, DAY, EGO, "ana"), "Not asked yet"),
        (Event("e", EventKind.TALKED, DAY, "ana", "ben"), "Not asked yet"),
    ],
)
def test_without_an_ask_a_talk_with_ego_counts(event: Event, words: str) -> None:
    assert words == of(events=(event,))


def test_a_lead_is_one_until_something_happened() -> None:
    talk = Event("e", EventKind.MET, DAY, EGO, "ana")

    assert "Lead, not met yet" == of(leads=("ana",))
    assert "Talked" == of(leads=("ana",), events=(talk,))
    assert "Asked" == of("asked", leads=("ana",))


def test_a_suggestion_of_ones_own_needs_only_who_and_how_good() -> None:
    one = Suggestion("ana", 0.4)

    assert ((), "interview", 0.5, None) == (one.reasons, one.ask, one.chance, one.target)
