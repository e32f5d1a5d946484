"""known_by: what counts on a day, by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from netgraph.model.history import known_by, lasting_from
from netgraph.model.records import (
    EGO,
    Ask,
    Basis,
    Correspondence,
    Event,
    EventKind,
    Gathering,
    Goal,
    Ledger,
    Origin,
    Person,
    Position,
    Source,
    Statement,
    Step,
    Tie,
)

APRIL, MAY, JUNE = date(2026, 4, 1), date(2026, 5, 1), date(2026, 6, 1)
ANA = Person("ana", "Ana", "linkedin", company="Globex", title="Lead", seen=JUNE)
LEFT = Position("w", "ana", "Acme", "Engineer", seen=APRIL, source="linkedin", origin=Origin.FORMER)
BOOK = Ledger({EGO: Person(EGO, "You"), "ana": ANA}, positions=(LEFT,))


def job(ledger: Ledger) -> tuple[str, str]:
    return ledger.people["ana"].title, ledger.people["ana"].company


def test_a_job_without_a_day_holds_back_to_the_list_before() -> None:
    assert (("Lead", "Globex"), (LEFT,)) == (
        job(known_by(BOOK, MAY)),
        known_by(BOOK, MAY).positions,
    )


def test_the_job_of_the_list_before_was_the_present_one_until_then() -> None:
    on_the_day = known_by(BOOK, APRIL)

    assert (("Engineer", "Acme"), ()) == (job(on_the_day), on_the_day.positions)


def test_of_several_former_jobs_the_first_that_was_still_seen_is_that_of_the_day() -> None:
    older = replace(LEFT, id="v", organisation="Initech", seen=date(2024, 1, 1))
    book = replace(BOOK, positions=(LEFT, older))

    assert ("Engineer", "Initech") == job(known_by(book, date(2023, 5, 1)))
    assert ("Engineer", "Acme") == job(known_by(book, date(2025, 5, 1)))
    assert (older,) == known_by(book, date(2025, 5, 1)).positions


def test_a_connection_is_nobody_before_the_day_unless_something_else_tells_of_them() -> None:
    tie = Tie("t", EGO, "ana", Basis.OBSERVED, "connection", since=JUNE, source="linkedin")
    book = replace(BOOK, ties=(tie,))
    wrote = Correspondence(EventKind.EMAIL, "ana", EGO, (APRIL, JUNE), "mail")

    assert [EGO] == list(known_by(book, MAY).people)
    assert [] == list(known_by(book, MAY).positions)
    known = known_by(replace(book, correspondence=(wrote,)), MAY)
    assert ([EGO, "ana"], (APRIL,)) == (list(known.people), known.correspondence[0].days)


def test_a_lead_is_one_until_the_day_on_which_they_were_met() -> None:
    met = Person("ben", "Ben", day=APRIL, met=JUNE)
    book = Ledger({"ben": met})

    assert [True, False] == [known_by(book, day).people["ben"].lead for day in (MAY, JUNE)]


def test_a_goal_has_the_words_of_the_day() -> None:
    steps = (Step(APRIL, "open"), Step(JUNE, "open", "was: nurse"))
    goals = (
        Goal("g1", "midwife", steps=steps),
        Goal("g1.1", "nurse", steps=steps[:1], version_of="g1"),
    )
    book = Ledger(goals=goals)

    assert [("nurse", steps[:1])] == [(g.text, g.steps) for g in known_by(book, MAY).goals]
    assert ["midwife"] == [g.text for g in known_by(book, JUNE).goals]
    assert () == known_by(book, date(2026, 3, 1)).goals


def test_nobody_is_gone_before_the_list_that_lacks_them() -> None:
    book = Ledger(sources=(Source("linkedin", "linkedin", snapshot=JUNE),))

    assert [None, JUNE] == [known_by(book, day).sources[0].snapshot for day in (MAY, JUNE)]


def test_what_has_no_day_always_counts() -> None:
    event = Event("e", EventKind.MET, None, EGO, "ana")
    book = replace(BOOK, events=(event,), positions=())

    assert book == known_by(book, APRIL)


def test_from_the_last_day_on_which_anything_became_known_nothing_is_left_out() -> None:
    day = date(2026, 3, 7)
    ana = Person("ana", "Ana")
    tie = Tie("t", EGO, "ana")
    for facts in (
        Ledger({"ana": replace(ana, day=day)}),
        Ledger({"ana": replace(ana, met=day)}),
        Ledger(ties=(replace(tie, day=day),)),
        Ledger(ties=(replace(tie, since=day),)),
        Ledger(correspondence=(Correspondence(EventKind.EMAIL, "a", EGO, (None, day), "mail"),)),
        Ledger(sources=(Source("x", "linkedin", snapshot=day),)),
        Ledger(gatherings=(Gathering("g", "event", day, ("ana",)),)),
        Ledger(statements=(Statement("s", "ana", "needs", "a cook", day),)),
        Ledger(goals=(Goal("g", "cook", companies=("Acme",), steps=(Step(day, "open"),)),)),
    ):
        assert day == lasting_from(facts), facts


def test_a_former_job_is_one_from_the_day_after_it_was_seen() -> None:
    assert date(2026, 4, 2) == lasting_from(BOOK)


def test_without_any_day_all_is_known_from_the_beginning() -> None:
    assert date.min == lasting_from(Ledger({"ana": Person("ana", "Ana")}))


def test_of_letters_and_asks_what_was_by_a_day_counts() -> None:
    wrote = Correspondence(EventKind.EMAIL, "ana", EGO, (APRIL, MAY, JUNE), "mail")
    steps = (Step(APRIL, "asked"), Step(JUNE, "agreed"))
    book = replace(
        BOOK,
        correspondence=(wrote,),
        asks=(Ask("a1", "ana", steps=steps), Ask("a2", "ana", steps=steps[1:])),
    )
    known = known_by(book, MAY)

    assert [(APRIL, MAY)] == [some.days for some in known.correspondence]
    assert [("a1", steps[:1])] == [(ask.id, ask.steps) for ask in known.asks]
    assert (wrote,) == known_by(book, JUNE).correspondence
    assert () == known_by(book, date(2026, 3, 1)).correspondence


def test_a_goal_in_its_words_of_a_day_is_no_earlier_wording_of_itself() -> None:
    steps = (Step(APRIL, "open"), Step(JUNE, "reworded"))
    now = Goal("g1", "midwife", steps=steps)
    before = Goal("g1.1", "nurse", steps=steps[:1], version_of="g1")
    book = replace(BOOK, goals=(now, before))

    assert (Goal("g1", "nurse", steps=steps[:1]),) == known_by(book, MAY).goals
    assert (now,) == known_by(book, JUNE).goals
