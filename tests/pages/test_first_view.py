"""What the first view of the sample's map says without a click: names, and where they stand."""

from __future__ import annotations

import re
from datetime import date
from itertools import combinations
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from netgraph.graph.build import network_on
from netgraph.journal.goals import open_goals
from netgraph.model.as_of import AsOf
from netgraph.model.records import Ledger
from netgraph.pages import map_html, report_html
from netgraph.suggestions.recommendations import recommend
from netgraph.views.beside import gather
from netgraph.views.company import company_view
from netgraph.views.counts import summary
from tests.pages.conftest import Opener

pytestmark = pytest.mark.browser

DAY = date(2026, 5, 1)
CIRCLES = [
    "Northlight Data School",
    "Brinewell Aquaculture",
    "Kelp & Current Labs",
    "Larkwater Aquatic",
    "Fundy Bay University",
]
WANTED = [
    "Watershed",
    "Sedgeworks",
    "Cloudberry Carbon",
    "Tarnfield Climate",
    "Halocline Analytics",
    "Ninth Tide Data",
    "Pelagica Sensing",
]
DOTS = """() => {
  const { people, network, view } = netgraph;
  const scale = network.getScale();
  return Array.from(people.x, (x, i) => {
    const at = network.canvasToDOM({ x, y: people.y[i] });
    return [i, at.x, at.y, people.size[i] * scale];
  }).filter(([i]) => view.visible[i]);
}"""

Box = tuple[float, float, float, float]


@pytest.fixture(scope="module")
def html(sample: Ledger) -> str:
    """Return the map of the sample."""
    view = AsOf(sample, DAY)
    return map_html(network_on(view), ledger=sample, **gather(view))


def written(page: Page) -> list[dict[str, Any]]:
    """Return all names on the map, each with its box."""
    names: list[dict[str, Any]] = page.evaluate("netgraph.names()")
    return names


def said(page: Page) -> set[str]:
    """Return all names on the map, Larkwater's without the end that has two spellings."""
    ends = (" Institute", " Inst.")
    texts = [label["text"] for label in written(page)]
    return {text.removesuffix(ends[0]).removesuffix(ends[1]) for text in texts}


def meet(a: Box, b: Box) -> bool:
    """Return whether two boxes overlap by more than a hair."""
    return min(a[2], b[2]) - max(a[0], b[0]) > 0.5 and min(a[3], b[3]) - max(a[1], b[1]) > 0.5


@pytest.mark.parametrize("width", [1440, pytest.param(1920, marks=pytest.mark.long)])
def test_the_first_view_names_circles_goals_and_whom_to_ask(
    open_page: Opener, html: str, width: int
) -> None:
    page = open_page(html, viewport={"width": width, "height": 900}).page
    names = said(page)
    asked = page.evaluate("[...netgraph.people.rank.keys()].slice(0, 8)")

    assert set(CIRCLES) <= names
    assert set(WANTED) <= names
    assert {page.evaluate(f"netgraph.people.names[{i}]") for i in asked} <= names


def test_on_a_laptop_circles_and_goals_are_named_as_well(open_page: Opener, html: str) -> None:
    page = open_page(html, viewport={"width": 1024, "height": 768}).page

    assert {*CIRCLES, *WANTED} <= said(page)


def test_a_phone_says_below_the_map_where_to_go_and_whom_to_ask(
    open_page: Opener, html: str, sample: Ledger
) -> None:
    first = sample.people[gather(AsOf(sample, DAY))["suggestions"][0].person]
    page = open_page(html, viewport={"width": 390, "height": 844}, is_mobile=True).page
    words = page.locator("#glance").inner_text()
    wheel = page.evaluate("2 * netgraph.rim() * netgraph.network.getScale()")

    assert all(name in words for name in WANTED)
    assert f"Ask {first.name}, who " in words
    assert wheel > 0.8 * 390


def zoomed(k: int) -> str:
    """Return what shows one part of the map from near."""
    return f"""() => {{
      const {{ groups, network }} = netgraph;
      const {{ x, y }} = groups[{k} * 7 % groups.length];
      network.moveTo({{ position: {{ x, y }}, scale: {0.7 + k % 5 * 0.5} }});
      network.redraw();
    }}"""


@pytest.mark.parametrize("form", ["A4", pytest.param("Letter", marks=pytest.mark.long)])
@pytest.mark.parametrize(
    "hidden", [False, pytest.param(True, marks=pytest.mark.long)], ids=["names", "roles"]
)
def test_the_report_takes_two_sheets(
    open_page: Opener, sample: Ledger, form: str, hidden: bool
) -> None:
    view = AsOf(sample, DAY)
    html = report_html(network_on(view), sample, **gather(view), pseudonymous=hidden)
    pdf = open_page(html).page.pdf(format=form, print_background=True)

    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 2


@pytest.mark.long
def test_no_name_lies_on_another_or_on_somebody_else_over_twenty_views(
    open_page: Opener, html: str
) -> None:
    page = open_page(html, viewport={"width": 1440, "height": 900}).page
    for k in range(20):
        if k:
            page.evaluate(zoomed(k))
        labels = [label for label in written(page) if label["box"]]
        dots = page.evaluate(DOTS)

        assert labels
        assert not [(a, b) for a, b in combinations(labels, 2) if meet(a["box"], b["box"])]
        for label in labels:
            left, top, right, bottom = label["box"]
            under = [
                i
                for i, x, y, r in dots
                if i != label["owner"]
                and left < x - r
                and x + r < right
                and top < y - r
                and y + r < bottom
            ]
            assert not under, (label["text"], k)


def test_the_panel_of_an_employer_says_what_at_says(
    open_page: Opener, html: str, sample: Ledger
) -> None:
    page = open_page(html).page
    for name in WANTED:
        found = company_view(AsOf(sample, DAY), name)
        page.evaluate(f"netgraph.open({name!r})")
        panel = page.locator("#company-pane").inner_text()
        now = page.evaluate(
            f"""[...netgraph.people.names.keys()].filter((i) =>
              netgraph.people.companyOf(i) === {name!r}).length"""
        )

        assert list(found.words)
        assert all(line in panel for line in found.words)
        assert now == len(found.now)
        assert f"{now} people you know" in panel


def test_page_and_suggest_say_the_same_of_whom_to_ask(
    open_page: Opener, html: str, sample: Ledger
) -> None:
    view = AsOf(sample, DAY)
    beside = gather(view)
    page = open_page(html).page
    rows = page.locator("#next li").all_inner_texts()
    first = recommend(view, open_goals(sample), limit=10).suggestions

    assert [s.person for s in first] == [s.person for s in beside["suggestions"][:10]]
    for row, s in zip(rows, first, strict=True):
        assert sample.people[s.person].name in row
        reason = s.reasons[0].split("; ")[0]
        assert reason[1:] in row


def test_the_ways_on_the_page_are_those_of_path_with_its_words(
    open_page: Opener, html: str, sample: Ledger
) -> None:
    page = open_page(html).page
    page.keyboard.press("g")
    rows = page.locator("#chains li").all_inner_texts()

    assert len(rows) == 5
    for k, row in enumerate(rows):
        assert row.startswith(str(k + 1))
        assert "You \u2192 " in row
        assert " to say yes (" in row or " to work out (" in row


def test_numbers_of_the_map_are_those_of_the_summary(
    open_page: Opener, html: str, sample: Ledger
) -> None:
    page = open_page(html).page
    found = summary(AsOf(sample, DAY))

    assert page.evaluate("netgraph.people.n") == found.people
    assert page.evaluate("[...netgraph.people.lead].reduce((a, b) => a + b)") == found.leads


@pytest.mark.long  # it is told in real time
def test_watching_it_grow_tells_a_story_and_can_be_paused(browser: Browser, html: str) -> None:
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.set_content(html)
    page.click("#play")
    expect(page.locator("#caption")).to_contain_text("opens a door", timeout=30_000)
    page.click("#play")

    expect(page.locator("#play-word")).to_have_text("Go on")
    told = page.locator("#caption").inner_text()
    seen = page.evaluate("netgraph.view.total")
    assert 0 < seen < page.evaluate("netgraph.people.n")
    page.click("#play")
    expect(page.locator("#caption")).not_to_have_text(told, timeout=30_000)
    page.close()


def test_an_earlier_year_names_nobody_of_later_and_nothing_to_do_today(
    open_page: Opener, html: str
) -> None:
    page = open_page(html, viewport={"width": 1440, "height": 900}).page
    page.locator("#to").focus()
    for _ in range(7):
        page.keyboard.press("ArrowLeft")
    page.evaluate("netgraph.network.redraw()")
    unseen = set(
        page.evaluate("[...netgraph.people.since.keys()].filter((i) => !netgraph.view.visible[i])")
    )
    owners = [label["owner"] for label in written(page) if label["owner"] is not None]

    assert len(unseen) > 100
    assert owners
    assert unseen.isdisjoint(owners)
    assert page.evaluate("netgraph.badges()") == 0


@pytest.mark.long
def test_everybody_can_be_read_as_a_table(open_page: Opener, html: str) -> None:
    opened = open_page(html)
    page = opened.page
    page.keyboard.press("l")
    rows = page.locator("#table-rows tr")
    first = rows.first.inner_text()

    assert rows.count() == min(500, page.evaluate("netgraph.people.n"))
    assert "ask, number 1" in first
    assert page.locator("#next li").first.inner_text().split("\n")[1] in first
    rows.first.locator("button").click()
    expect(page.locator("#table")).to_be_hidden()
    expect(page.locator("#person-name")).to_be_visible()
    assert opened.quiet() == []


@pytest.mark.long
def test_a_school_is_found_and_shown(open_page: Opener, html: str) -> None:
    page = open_page(html).page
    before = page.evaluate("netgraph.network.getScale()")
    page.fill("#search", "fundy bay")
    expect(page.locator("#hits")).to_contain_text("Fundy Bay University")
    page.locator("#hits li", has_text="Fundy Bay University").first.click()

    page.wait_for_function(f"netgraph.network.getScale() > {before} * 1.2")
    assert "" == page.input_value("#search")
