"""The page before a talk in a real browser: one sheet of paper, nothing loaded, nothing run."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from netgraph.journal.lookup import find_person
from netgraph.journal.relations import relation
from netgraph.model.as_of import AsOf
from netgraph.model.records import (
    EGO,
    Event,
    EventKind,
    Goal,
    Ledger,
    Origin,
    Person,
    Position,
    Tie,
)
from netgraph.pages.printed import brief_html
from netgraph.talks.briefs import brief
from netgraph.talks.language import Language
from tests.pages.conftest import Opener

DAY = date(2026, 5, 1)
LONG = "Marine biologist, diver, teacher, maker of instruments and of measurements that hold " * 4


def full(name: str = "Wilhelmina Konstantinopoulou-Featherstonehaugh") -> Ledger:
    """Return somebody of whom everything is long and there is much of it."""
    others = {f"p{n}": Person(f"p{n}", f"{name} {n}", title=LONG, lead=True) for n in range(9)}
    who = Person("p", name, title=LONG, company=LONG, place=LONG)
    events = [
        Event(f"e{n}", kind, date(2026, 4, n + 1), "p", EGO, LONG)
        for n, kind in enumerate((EventKind.INTERVIEW, EventKind.HELPED, EventKind.ADVICE) * 3)
    ]
    notes = [Event(f"n{n}", EventKind.NOTE, DAY, EGO, "p", LONG) for n in range(5)]
    ties = [Tie(f"t{i}", "p", i) for i in others] + [Tie(f"m{i}", EGO, i) for i in others]
    said = [
        relation(Ledger(), "p", f"{role} / {role} too", EGO)
        for role in ("godmother of the little sister", "rival at chess", "neighbour in the garden")
    ]
    old = Position("w", "p", LONG, LONG, seen=date(2026, 1, 5), origin=Origin.FORMER)
    return Ledger(
        {EGO: Person(EGO, "Robin Ostrow"), "p": who, **others},
        relations=tuple(said),
        positions=(old,),
        events=(*events, *notes),
        ties=tuple(ties),
        goals=(Goal("g1", LONG),),
    )


@pytest.mark.browser
@pytest.mark.parametrize("paper", ["A4", pytest.param("Letter", marks=pytest.mark.long)])
@pytest.mark.parametrize("code", ["en", "de"])
def test_the_fullest_page_fits_one_sheet(open_page: Opener, paper: str, code: str) -> None:
    opened = open_page(brief_html(brief(AsOf(full(), DAY), "p", Language(code))))

    pdf = opened.page.pdf(format=paper)

    assert 1 == len(re.findall(rb"/Type\s*/Page\b", pdf))
    assert [] == opened.quiet()


@pytest.mark.browser
@pytest.mark.long
def test_the_longest_of_the_sample_fits_one_sheet(open_page: Opener, sample: Ledger) -> None:
    longest = max(
        (p for p in sample.people.values() if p.id != EGO),
        key=lambda p: len(p.name + p.title + p.company),
    )
    view = AsOf(sample, DAY)
    talked = find_person(sample, "Lucía Ferrandiz")
    for person in (longest.id, talked):
        for code in ("en", "de"):
            opened = open_page(brief_html(brief(view, person, Language(code), minutes=30)))
            for paper in ("A4", "Letter"):
                pdf = opened.page.pdf(format=paper)
                assert 1 == len(re.findall(rb"/Type\s*/Page\b", pdf))


@pytest.mark.browser
def test_hostile_names_only_show(open_page: Opener) -> None:
    name = "<img src=x onerror=__pwned(1)></style><script>__pwned(2)</script>"
    opened = open_page(brief_html(brief(AsOf(full(name), DAY), "p", Language("en"))))

    assert [] == opened.quiet()
    assert "<img" in opened.page.inner_text("h1")


def test_the_page_is_private_and_carries_a_policy(tmp_path: Path) -> None:
    page = brief_html(brief(AsOf(full(), DAY), "p", Language("en")))

    assert "default-src &#39;none&#39;; script-src &#39;none&#39;" in page
    assert "<script" not in page
    assert "http" not in page.replace("http-equiv", "")
