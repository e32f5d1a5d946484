"""The page before a talk: one sheet, true facts, open themes first."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgraph.journal.lookup import find_person
from netgraph.journal.relations import relation
from netgraph.model.as_of import AsOf
from netgraph.model.errors import InvalidInput
from netgraph.model.records import EGO, Event, EventKind, Ledger, Origin, Person, Position
from netgraph.talks.briefs import as_markdown, as_text, brief
from netgraph.talks.language import Language, language_of
from tests.examples import few
from tests.story import DAYS, story

GOLDEN = Path(__file__).parent / "golden"
DAY = date(2026, 5, 1)
STORY = story()


def section(text: str, title: str) -> str:
    """Return what stands below a heading."""
    return text.split(f"\n{title}\n")[1].split("\n\n")[0]


@pytest.mark.parametrize("code", ["en", "de"])
def test_the_page_reads_as_its_golden_file(sample: Ledger, code: str) -> None:
    page = brief(AsOf(sample, DAY), find_person(sample, "Petra"), Language(code))

    path = GOLDEN / code / "brief.txt"
    if os.environ.get("GOLDEN") == "write":
        path.write_text(as_text(page), "utf-8")
    assert path.read_text("utf-8") == as_text(page)


def test_who_opened_the_door_and_what_was_given_is_there() -> None:
    text = as_text(brief(AsOf(STORY, DAYS[2]), "ana", Language("en")))
    tied = section(text, "How you are tied")

    assert "- The door: Maya Chen > Tom Reed > Ana Silva" in tied
    assert "- You last met in July 2025." in tied
    assert "- 3 July: they gave you a talk" in tied
    assert "- 4 July: you thanked them" in tied


@pytest.mark.parametrize(
    ("seen", "code", "line"),
    [
        (date(2026, 1, 5), "en", "New: in January 2026 it was still Analyst at Acme."),
        (date(2026, 1, 5), "de", "Neu: im Januar 2026 war es noch Analyst bei Acme."),
    ],
)
def test_a_new_job_is_said_once(seen: date, code: str, line: str) -> None:
    old = Position("w", "p", "Acme", "Analyst", seen=seen, origin=Origin.FORMER)
    book = Ledger({"p": Person("p", "Ana", company="Bosch")}, positions=(old,))

    text = as_text(brief(AsOf(book, DAY), "p", Language(code)))

    assert f"- {line}" in text
    assert 1 == text.count("Acme")
    earlier = replace(book, positions=(replace(old, seen=date(2024, 1, 5)),))
    assert line not in as_text(brief(AsOf(earlier, DAY), "p", Language(code)))


def test_what_they_are_to_me_is_there() -> None:
    said = tuple(relation(Ledger(), "p", role, EGO) for role in ("mentor", "coach / coached by"))
    book = Ledger({"p": Person("p", "Ana")}, relations=said)
    english, german = (
        section(as_text(brief(AsOf(book, DAY), "p", Language(code))), title)
        for code, title in (("en", "How you are tied"), ("de", "Was euch verbindet"))
    )

    assert "Ana > you: " in english
    assert {"coach", "mentor"} == set(english.split("Ana > you: ")[1].split("\n")[0].split("; "))
    assert "hat dich begleitet" in german


def test_what_comes_later_changes_nothing() -> None:
    for as_of in DAYS[1:3]:
        early = brief(AsOf(story(until=as_of), as_of), "ana", Language("en"))
        assert early == brief(AsOf(STORY, as_of), "ana", Language("en"))


def test_a_talk_of_five_minutes_or_with_myself_is_none() -> None:
    for person, minutes, words in (("ana", 5, "10 to 90 minutes"), (EGO, 20, "other than you")):
        with pytest.raises(InvalidInput, match=words):
            brief(AsOf(STORY, DAY), person, Language("en"), minutes=minutes)


@few(15)
@given(st.text(min_size=1), st.text(), st.text())
def test_no_imported_text_makes_a_line_of_its_own(name: str, title: str, note: str) -> None:
    who = Person("p", name, title=title, company="## Mine")
    event = Event("e", EventKind.NOTE, DAY, EGO, "p", note)
    page = brief(AsOf(Ledger({"p": who}, events=(event,)), DAY), "p", Language("en"))
    met = replace(event, note="x")
    plain = brief(AsOf(Ledger({"p": Person("p", "Ana")}, events=(met,)), DAY), "p", Language("en"))

    assert {s.title for s in page.sections} <= {s.title for s in plain.sections}
    assert all("\n" not in line.text for s in page.sections for line in s.lines)


def test_markdown_shows_hostile_text_as_text() -> None:
    who = Person("p", "<img src=x> [a](javascript:b)", company="**Bold**")
    text = as_markdown(brief(AsOf(Ledger({"p": who}), DAY), "p", Language("en")))

    assert r"\<img" in text
    assert "[a](" not in text
    assert r"\*\*Bold\*\*" in text


def test_my_own_page_is_a_template(tmp_path: Path) -> None:
    mine = tmp_path / "en" / "brief.j2"
    mine.parent.mkdir()
    mine.write_text("# Talk with {{ you.first }}\n\n## Ask\n- {{ questions[0].text }}\n")
    page = brief(AsOf(STORY, DAY), "ana", language_of("en", own=tmp_path))
    assert ("Talk with Ana", "Ask") == (page.title, page.sections[0].title)

    mine.write_text("Talk")
    with pytest.raises(InvalidInput, match="must begin with a line such as"):
        brief(AsOf(STORY, DAY), "ana", language_of("en", own=tmp_path))


def test_a_name_kept_out_of_the_ledger_is_in_no_page() -> None:
    without = replace(STORY, people={i: p for i, p in STORY.people.items() if i != "tom"})
    without = replace(
        without,
        events=tuple(e for e in STORY.events if "tom" not in (e.giver, e.taker, e.about)),
        asks=tuple(a for a in STORY.asks if "tom" not in (a.person, a.introducer)),
        referrals=tuple(r for r in STORY.referrals if "tom" not in (r.introducer, r.person)),
    )

    assert "Tom" not in as_text(brief(AsOf(without, DAYS[4]), "ana", Language("en")))
