"""What is made of what is written down after a talk: nothing lost, nothing made up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgraph.agenda.due_list import due
from netgraph.model.as_of import AsOf
from netgraph.model.errors import InvalidInput
from netgraph.model.records import EGO, Event, EventKind, Ledger
from netgraph.talks.debrief_facts import Understood, understood
from netgraph.talks.debriefs import answers_of, as_written, texts_of
from netgraph.talks.drafts import draft
from netgraph.talks.language import Language
from tests.talks.talked_with import BOOK, DAY, PEOPLE, read


def told(text: str, *, ledger: Ledger = BOOK, who: str = "ana") -> Understood:
    return understood(AsOf(ledger, DAY), who, answers_of(text), day=DAY)


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
    with pytest.raises(InvalidInput, match="wrote nothing"):
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
    thanked = Event("e", EventKind.THANKED, DAY, EGO, "ana")
    alone = replace(book, debriefs=(), events=(*events, thanked))
    assert "debrief" == next(d.action.verb for d in due(AsOf(alone, DAY)) if d.kind == "reflect")


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
