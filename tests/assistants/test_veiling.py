"""Nobody is named in a veiled ledger, and what is worked out from it stays the same."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

from hypothesis import given

from netgraph.agenda.due_list import due
from netgraph.assistants.veiling import Veiling, handle
from netgraph.journal.postponements import put_off
from netgraph.model.as_of import AsOf
from netgraph.model.plain_data import plain
from netgraph.model.records import (
    EGO,
    Ask,
    Debrief,
    Event,
    EventKind,
    Evidence,
    Goal,
    Ledger,
    Organisation,
    Person,
    Relation,
    Source,
    Statement,
    Step,
    Tie,
)
from tests.story import story
from tests.strategies import ledgers

KEY = b"k" * 32
DAY = date(2026, 5, 1)


def told(ledger: Ledger, key: bytes = KEY) -> Ledger:
    return Veiling(ledger, key).told()


def written(ledger: Ledger) -> str:
    return json.dumps(plain(ledger, str), ensure_ascii=False)


def test_a_handle_is_always_the_same_and_tells_nothing_without_the_key() -> None:
    assert handle("p1", KEY) == handle("p1", KEY)
    assert handle("p1", KEY) != handle("p1", b"another")
    assert len({handle(f"p{n}", KEY) for n in range(2000)}) == 2000
    assert EGO == handle(EGO, KEY)


def test_names_addresses_and_words_go_while_jobs_and_days_stay() -> None:
    ana = Person(
        "p1", "Ana Silva", emails=("ana@acme.org",), phones=("+49 1",), urls=("in/ana",),
        company="Acme", title="Assistant to Ben Ode", place="Berlin", tags=("rowing",), seen=DAY,
    )  # fmt: skip
    book = Ledger(
        {EGO: Person(EGO, "Robin Vale"), "p1": ana, "p2": Person("p2", "Ben Ode")},
        organisations={"o1": Organisation("o1", "Acme", spellings=("Acme",))},
        events=(Event("e1", EventKind.TALKED, DAY, EGO, "p1", "she told of Zoltan", about="p2"),),
        debriefs=(Debrief("d1", "p1", DAY, learned="Zoltan is leaving"),),
        evidence=(Evidence("v1", "p1", DAY, "Zoltan pays well", holds=True),),
        relations=(Relation("l1", "p1", "p2", "godmother of", "godchild of"),),
        sources=(Source("linkedin:p2", "linkedin", owner="p2", label="Ben's export"),),
        ties=(Tie("t1", "p1", "p2", kind="lovers", source="linkedin:p2"),),
    )
    shown = told(book)
    text = written(shown)

    assert not [w for w in ("Ana", "Silva", "Ben", "Ode", "Robin", "Vale", "Zoltan", "rowing",
                            "Berlin", "acme.org", "+49", "in/ana", "god", "lovers", '"p1"', '"p2"')
                if w in text]  # fmt: skip
    one, two = handle("p1", KEY), handle("p2", KEY)
    assert f"Assistant to {two.replace('-', ' ').capitalize()}" == shown.people[one].title
    assert ("Acme", DAY) == (shown.people[one].company, shown.people[one].seen)
    talk = shown.events[0]
    assert (DAY, EGO, one, two) == (talk.day, talk.giver, talk.taker, talk.about)
    assert ("known to", "acquaintance") == (shown.relations[0].role, shown.ties[0].kind)
    assert ("source-1", two) == (shown.sources[0].id, shown.sources[0].owner)
    assert "source-1" == shown.ties[0].source
    assert () == shown.evidence


def test_an_employer_called_as_somebody_is_theirs_and_others_keep_their_names() -> None:
    book = Ledger({
        "p1": Person("p1", "Ana Morgan", company="Ana Morgan Consulting"),
        "p2": Person("p2", "Ben Ode", company="Morgan Stanley"),
    })  # fmt: skip
    people = told(book).people.values()
    called = handle("p1", KEY).replace("-", " ").capitalize()

    assert {f"{called} Consulting", "Morgan Stanley"} == {p.company for p in people}


def test_a_goal_stays_but_for_who_is_named_in_it() -> None:
    steps = (Step(DAY, "open", "as Ana said"),)
    goal = Goal(
        "g1", "a talk with Ana Silva about data", roles=("data scientist",), person="p1",
        hypotheses=("Ana likes it",), steps=steps,
    )  # fmt: skip
    shown = told(Ledger({"p1": Person("p1", "Ana Silva")}, goals=(goal,))).goals[0]

    assert ("data scientist",) == shown.roles
    assert (handle("p1", KEY), (), "") == (shown.person, shown.hypotheses, shown.steps[0].note)
    assert "Ana" not in shown.text
    assert shown.text.endswith("about data")


def test_of_what_was_said_numbers_days_and_employers_stay() -> None:
    said = (
        Statement("s1", "p1", "not_before", DAY),
        Statement("s2", "p1", "needs", "a nurse for Zoltan"),
        Statement("s3", "p1", "may_know_at", ("Acme",)),
        Statement("s4", "me", "country", "DE"),
        Statement("s5", "favours", "review", 2.0),
        Statement("s6", "p1", "mapping", ("Name",)),
    )
    kept = {s.field: (s.subject, s.value) for s in told(Ledger({"p1": Person("p1", "A")},
            statements=said)).statements}  # fmt: skip
    one = handle("p1", KEY)

    assert {
        "not_before": (one, DAY), "may_know_at": (one, ("Acme",)), "country": ("me", "DE"),
        "review": ("favours", 2.0),
    } == kept  # fmt: skip


def test_what_an_ask_is_for_is_kept_if_it_is_somebody_and_not_if_it_is_words() -> None:
    book = Ledger(
        {"p1": Person("p1", "A")},
        asks=(Ask("a1", "p1", target="p1"), Ask("a2", "p1", target="Zoltan's firm")),
    )
    assert [handle("p1", KEY), ""] == [ask.target for ask in told(book).asks]


def test_what_is_put_off_stays_put_off() -> None:
    ledger, day = story(), date(2025, 6, 10)
    waiting = due(AsOf(ledger, day))
    first = waiting[0]
    later = put_off(ledger, (first.person, first.kind, first.about), date(2025, 6, 30), day=day)
    put = replace(ledger, statements=(*ledger.statements, later))

    def lines(book: Ledger) -> list[tuple[str, str]]:
        return [(d.kind, d.person) for d in due(AsOf(book, day))]

    expected = [(kind, handle(i, KEY)) for kind, i in lines(put)]
    assert (first.kind, first.person) not in lines(put)
    assert expected == lines(told(put))


@given(ledgers())
def test_of_any_ledger_no_id_of_a_person_is_left(book: Ledger) -> None:
    shown = told(book)
    ids = {i for i in book.people if i != EGO}

    assert not ids & set(shown.people)
    assert not ids & {i for t in shown.ties for i in (t.u, t.v)}
    assert not ids & {i for e in shown.events for i in (e.giver, e.taker, e.about or "")}
    assert len(book.people) == len(shown.people)
