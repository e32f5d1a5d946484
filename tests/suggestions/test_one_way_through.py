"""One way through: a view is made once, and so is its graph, however much is asked of it."""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import replace
from datetime import date
from types import FrameType
from typing import Any

from netgraph.agenda.colleagues import colleague_asked
from netgraph.agenda.due_list import due
from netgraph.model.as_of import AsOf
from netgraph.model.records import (
    Ask,
    Goal,
    Ledger,
    Organisation,
    Person,
    Statement,
    Step,
    Tie,
)
from netgraph.suggestions.recommendations import recommend
from netgraph.views.person import person_view

GOAL = Goal("g1", "data scientist")
PEOPLE = {
    i: Person(i, i.title(), company=company, title="Data Scientist")
    for i, company in (("ana", "Acme"), ("ben", "ACME Inc."), ("cleo", "Blue"), ("dan", "Blue"))
}
ACME = Organisation("o1", "Acme", spellings=("Acme", "ACME Inc."))
BLUE = Organisation("o2", "Blue", spellings=("Blue",))


def book(*asks: Ask, country: str = "") -> Ledger:
    """Four people at two employers, known to ego, with some asks."""
    home = (Statement("s", "me", "country", country),) if country else ()
    return Ledger(
        PEOPLE,
        {"o1": ACME, "o2": BLUE},
        ties=tuple(Tie(f"t{i}", "me", i, closeness="warm") for i in PEOPLE),
        asks=asks,
        goals=(GOAL,),
        statements=home,
        spelling={"Acme": "o1", "ACME Inc.": "o1", "Blue": "o2"},
    )


def asked(person: str, day: date, want: str = "interview") -> Ask:
    return Ask(f"a-{person}", person, want, steps=(Step(day, "asked"),))


def test_suggest_and_everything_else_of_a_view_build_one_graph() -> None:
    calls: Counter[str] = Counter()

    def count(frame: FrameType, event: str, _: Any) -> None:
        if event == "call":
            calls[
                frame.f_code.co_qualname if sys.version_info >= (3, 11) else frame.f_code.co_name
            ] += 1

    answered = replace(
        asked("cleo", date(2026, 3, 2)),
        steps=(Step(date(2026, 3, 2), "asked"), Step(date(2026, 3, 4), "declined")),
    )
    view = AsOf(book(answered, asked("ana", date(2026, 4, 30))), date(2026, 5, 1))
    sys.setprofile(count)
    try:
        recommend(view, [GOAL])
        due(view)
        person_view(view, "ana")
    finally:
        sys.setprofile(None)

    assert (1, 1) == (calls["_network"], calls["lineage"])
    # Of everybody once, once of the few who were asked, and once of the few on the list.
    assert calls["facts_by_pair"] <= 3


def waiting(ledger: Ledger, day: date) -> set[tuple[str, date | None]]:
    """Who waits for a colleague by what `suggest` says."""
    told = recommend(AsOf(ledger, day), [GOAL]).suggestions
    return {(s.person, s.ready_on) for s in told if "who is at" in s.waits_for}


def test_a_colleague_waits_by_the_user_s_holidays_for_all_who_ask() -> None:
    # Asked on Thursday; 1 May is free in Germany, so the third business day is Wednesday the 6th.
    german = book(asked("ana", date(2026, 4, 30)), country="DE")
    anywhere = book(asked("ana", date(2026, 4, 30)))
    tuesday = date(2026, 5, 5)

    assert {("ben", date(2026, 5, 6))} == waiting(german, tuesday)
    assert "2026-05-06" in colleague_asked(AsOf(german, tuesday), "ben")
    found = [d.on for d in due(AsOf(german, tuesday)) if d.kind == "second person"]
    assert [date(2026, 5, 6)] == found
    assert set() == waiting(anywhere, tuesday)
    assert "" == colleague_asked(AsOf(anywhere, tuesday), "ben")


def test_an_ask_for_an_introduction_holds_colleagues_back_for_all_who_ask() -> None:
    ledger = book(asked("ana", date(2026, 5, 4), "introduction"))
    next_day = date(2026, 5, 5)

    assert {("ben", date(2026, 5, 7))} == waiting(ledger, next_day)
    assert "" != colleague_asked(AsOf(ledger, next_day), "ben")
    assert ["ben"] == [d.person for d in due(AsOf(ledger, next_day)) if d.kind == "second person"]
    assert "" == colleague_asked(AsOf(ledger, next_day), "cleo")
