"""What is written down after a talk: read right, nothing lost, nothing made up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netgraph.agenda.due_list import due
from netgraph.model.as_of import AsOf
from netgraph.model.errors import InvalidInput
from netgraph.model.records import EGO, Debrief, Event, EventKind, Goal, Ledger, Person
from netgraph.talks.briefs import brief
from netgraph.talks.debriefs import Understood, answers_of, as_written, texts_of, understood
from netgraph.talks.drafts import draft
from netgraph.talks.language import Language
from netgraph.talks.learning import contradictions, saturation, themes_by, times_heard, unanswered
from netgraph.talks.marks import Mark, marks_in

DAY = date(2026, 5, 6)  # a Wednesday
PEOPLE = {
    EGO: Person(EGO, "Robin"),
    "ana": Person("ana", "Ana Silva", company="Acme", title="Data Scientist"),
    "ben": Person("ben", "Ben Ode", company="Hilltop", title="Nurse"),
    "ben2": Person("ben2", "Ben Ode", company="Delta"),
    "noor": Person("noor", "Noor Haddadin"),
}
BOOK = Ledger(PEOPLE, goals=(Goal("g1", "data", hypotheses=("needs a degree", "pays well")),))


def read(text: str) -> list[Mark]:
    return marks_in(text, as_of=DAY)


def told(text: str, *, ledger: Ledger = BOOK, who: str = "ana") -> Understood:
    return understood(AsOf(ledger, DAY), who, answers_of(text), day=DAY)


@pytest.mark.parametrize(
    ("text", "name", "company"),
    [
        ("@Fia Berg (Bosch)", "Fia Berg", "Bosch"),
        ("see @Fia.", "Fia", ""),
        ("(@Fia Berg)", "Fia Berg", ""),
        ("@Zoë van der Berg knows", "Zoë van der Berg", ""),
        ("@José María Ñandú-Ortiz (C&A)", "José María Ñandú-Ortiz", "C&A"),
        ("@Ana Lund (Acme (Berlin) GmbH) said", "Ana Lund", "Acme (Berlin) GmbH"),
        ("@Fia Berg (not closed", "Fia Berg", ""),
        ("@J. R. Smith", "J. R. Smith", ""),
        ("@Sean O'Neill (X)", "Sean O'Neill", "X"),
        ("@fia berg (bosch)", "fia berg", "bosch"),
        ("@fia said (maybe)", "fia said", "maybe"),
        ("@Petra's team", "Petra", ""),
        ("@李小龙 (腾讯)", "李小龙", "腾讯"),
    ],
)
def test_a_name_ends_where_it_ends(text: str, name: str, company: str) -> None:
    [mark] = read(text)

    assert ("name", name, company) == (mark.kind, mark.text, mark.company)


@pytest.mark.parametrize(
    "text",
    [
        "write to me@example.org", "@ana@example.org", "@example.org", "a @ b", "@", "@1", "C#",
        "F# minor", "#1", "a#b", "&#39;", "##", "Great! Really", "!important thing", "! friday x",
        "!", "!2026-05-08", "h1 is true", "+h1", "+1", "1+h1 x", "https://x.org/#top", "@ana_b",
    ],
)  # fmt: skip
def test_what_is_no_mark_stays_a_note(text: str) -> None:
    assert [] == read(text)


def test_themes_have_a_stance() -> None:
    found = [(m.text, m.stance) for m in read("#pay, #remote+ and #open-data- (#Gehalt)")]

    assert [("pay", ""), ("remote", "+"), ("open-data", "-"), ("Gehalt", "")] == found


def test_promises_have_a_day_and_a_side() -> None:
    text = "!friday send my notes\n!them in 2 weeks the slides\n!2026-05-20: call @Fia"
    found = [(m.kind, str(m.day), m.text) for m in read(text) if m.day]

    assert [
        ("mine", "2026-05-08", "send my notes"),
        ("theirs", "2026-05-20", "the slides"),
        ("mine", "2026-05-20", "call @Fia"),
    ] == found


@settings(max_examples=60)
@given(
    st.text(
        st.sampled_from("@#!+-h1 ()\nabÄñ李.:'\"C")
        | st.characters(exclude_categories=["Cs"], exclude_characters="\x00"),
        max_size=80,
    )
)
def test_nothing_typed_is_lost(text: str) -> None:
    answers = answers_of(text)
    if not any(answer.strip() for answer in answers.values()):
        return
    found = told(text)

    kept = "".join(texts_of(found.debrief))
    for line in text.split("\n"):
        typed = line.split(":", 1)[-1].strip(" \t") if ":" in line else line
        assert typed.encode(errors="replace") in kept.encode(errors="replace") or not typed.strip()
    for mark in read(text):
        assert 0 <= mark.start < mark.end <= len(text)
    assert answers_of(as_written(found.debrief)) == {
        f: a
        for f in ("note", "learned", "fits", "named", "promised", "then")
        if (a := getattr(found.debrief, f)).strip()
    }


def test_ten_thousand_marks_are_read_in_no_time() -> None:
    for text in ("@A " * 9000, "!friday x " * 5000, "(" * 20000, "@A (" * 9000, "#" * 20000):
        assert len(read(text)) < 10_000


def test_answers_go_to_their_questions() -> None:
    text = "We met.\nLearned: it is hard\nand good\n- Named: @Fia\nNext: read\nBye"

    assert {
        "note": "We met.",
        "learned": "it is hard\nand good",
        "named": "@Fia",
        "then": "read\nBye",
    } == answers_of(text)


def test_a_new_name_becomes_a_lead_with_a_referral_of_the_day() -> None:
    found = told("@Fia Berg (Bosch) and @Leo Kern")

    assert [("Fia Berg", "Bosch", True), ("Leo Kern", "", True)] == [
        (p.name, p.company, p.lead) for p in found.leads
    ]
    assert [("ana", found.leads[0].id), ("ana", found.leads[1].id)] == [
        (r.introducer, r.person) for r in found.referrals
    ]
    assert {DAY} == {r.steps[0].day for r in found.referrals} | {p.day for p in found.leads}


def test_a_name_that_is_known_is_no_new_person() -> None:
    found = told("@Noor will know, and @Noor Haddadin again")

    assert () == found.leads
    assert ("Noor Haddadin",) == found.referred
    assert 1 == len(found.referrals)


def test_two_people_of_one_name_are_told_apart_by_company_or_not_at_all() -> None:
    unclear = told("@Ben Ode helps")
    clear = told("@Ben Ode (Delta) helps")
    new = told("@Ben Ode (Elsewhere) helps")

    assert ((), ()) == (unclear.leads, unclear.referrals)
    assert "could be 2 people" in unclear.unclear[0]
    assert ["ben2"] == [r.person for r in clear.referrals]
    assert ["Elsewhere"] == [p.company for p in new.leads]


def test_a_talk_is_written_down_once() -> None:
    talk = Event("e", EventKind.TALKED, date(2026, 5, 5), EGO, "ana")

    assert told("x").talk is not None
    assert told("x", ledger=replace(BOOK, events=(talk,))).talk is None


def test_evidence_speaks_for_and_against_the_hypothesis_of_that_number() -> None:
    found = told("+h2 pays well above\n-h1 no degree at all\n+h3 what?")

    assert [
        ("pays well", True, "pays well above"),
        ("needs a degree", False, "no degree at all"),
    ] == [(e.hypothesis, e.holds, e.quote) for e in found.evidence]
    assert ("there is no hypothesis h3",) == found.unclear


def test_to_say_nothing_is_refused() -> None:
    with pytest.raises(InvalidInput, match="at least one thing"):
        told("  \n")


def test_the_follow_ups_land_in_today() -> None:
    found = told("!friday send my notes\n@Fia Berg (Bosch)")
    people = PEOPLE | {p.id: p for p in found.leads}
    events = (*found.promises, *([found.talk] if found.talk else []))
    book = replace(
        BOOK, people=people, events=events, referrals=found.referrals, debriefs=(found.debrief,)
    )

    lines = [(d.kind, people[d.person].name) for d in due(AsOf(book, DAY), days=7)]

    assert {("promise", "Ana Silva"), ("thank", "Ana Silva"), ("write to", "Fia Berg")} <= set(
        lines
    )
    assert "reflect" not in {kind for kind, _ in lines}
    assert "debrief" == next(
        d.action.verb for d in due(AsOf(replace(book, debriefs=()), DAY)) if d.kind == "reflect"
    )


def test_a_thank_you_is_specific_to_the_debrief() -> None:
    found = told("Learned: Ask where #numbers come from. More.\nNamed: @Fia Berg (Bosch)")
    book = replace(
        BOOK,
        people=PEOPLE | {p.id: p for p in found.leads},
        referrals=found.referrals,
        debriefs=(found.debrief,),
    )

    text = draft(AsOf(book, DAY), "thanks", "ana", Language("en")).text

    assert "What stays with me: Ask where numbers come from." in text
    assert "Thank you too for telling me of Fia Berg." in text
    early = draft(AsOf(book, date(2026, 5, 5)), "thanks", "ana", Language("en"))
    assert "numbers" not in early.text


def said(*talks: tuple[str, str]) -> AsOf:
    """Return a view with debriefs, a day apart."""
    kept = tuple(
        Debrief(f"d{n}", who, date(2026, 4, n + 1), learned=text)
        for n, (who, text) in enumerate(talks)
    )
    return AsOf(replace(BOOK, debriefs=kept), DAY)


def test_themes_are_counted_by_field_and_employer() -> None:
    view = said(("ana", "#pay is low, #pay again, #tides"), ("ben", "#Gehalt is fine"))

    assert {"Acme": {"pay": 1, "tides": 1}, "Hilltop": {"Gehalt": 1}} == themes_by(view, "employer")
    assert {"data": {"pay": 1, "tides": 1}, "health": {"Gehalt": 1}} == themes_by(view, "field")
    assert {"pay": 2} == times_heard(view)
    assert "pay" not in unanswered(view)
    assert 8 == len(unanswered(view))
    assert "pay" not in [q.theme for q in brief(view, "noor", Language("en")).questions[:8]]


def test_two_sides_of_a_matter_are_shown_with_who_said_what() -> None:
    view = said(("ana", "#remote+ is usual"), ("ben", "#remote- is rare"), ("ben", "#pay+ good"))

    [found] = contradictions(view)

    assert "remote" == found.word or "culture" == found.theme
    assert [("ana", "#remote+ is usual")] == [(h.person, h.words) for h in found.for_it]
    assert [("ben", "#remote- is rare")] == [(h.person, h.words) for h in found.against]


def test_saturation_by_hand() -> None:
    # Talks: {a, b}, {b, c}, {a, c}, {b}: new in the last three 1 + 0 + 0 of 2 + 2 + 1.
    view = said(("ana", "#a1 #b1"), ("ben", "#b1 #c1"), ("ana", "#a1 #c1"), ("noor", "#b1"))
    found = saturation(view)

    assert 0.2 == found.share
    assert [("ana", 2, 2), ("ben", 2, 1), ("ana", 2, 0), ("noor", 1, 0)] == list(found.talks)
    assert "three more talks here would teach little" in found.words
    assert saturation(said(("ana", "#a1"), ("ben", "#b1"))).share is None
