"""What a person does with the pages, done in Chromium."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Page, expect

from netgraph.model.records import Goal
from netgraph.pages import map_html, report_html, tree_html
from netgraph.pages.safe import NAME, NAMELESS, shown
from tests.pages import networks
from tests.pages.conftest import Opener
from tests.pages.hostile import corpus

pytestmark = pytest.mark.browser

G = networks.network(300)
BOOK = networks.named(networks.ledger(G, doors=60), G)
MAP = networks.whole_map(G)
TREE = tree_html(BOOK, as_of=networks.AS_OF)
REPORT = report_html(
    G,
    BOOK,
    suggestions=networks.suggestions(G),
    due=networks.due(G),
    fit=networks.fit(G),
    paths=networks.paths(G),
)
AXE = Path("node_modules/axe-core/axe.min.js")
OTHER_SHEETS = (("A4", True), ("Letter", False), ("Letter", True))
SHEETS = [("A4", False), *(pytest.param(*s, marks=pytest.mark.long) for s in OTHER_SHEETS)]
PHONE = {"viewport": {"width": 390, "height": 800}, "has_touch": True, "is_mobile": True}


def scale(page: Page) -> float:
    value: float = page.evaluate("netgraph.network.getScale()")
    return value


def visible(page: Page) -> int:
    value: int = page.evaluate("netgraph.view.total")
    return value


@pytest.mark.parametrize("html", [MAP, TREE, REPORT], ids=["map", "tree", "report"])
@pytest.mark.parametrize("scheme", ["light", pytest.param("dark", marks=pytest.mark.long)])
def test_a_page_opens_without_a_request_or_an_error(
    open_page: Opener, html: str, scheme: str
) -> None:
    opened = open_page(html, color_scheme=scheme)

    assert opened.quiet() == []
    assert opened.page.evaluate("document.documentElement.classList.contains('dark')") == (
        scheme == "dark"
    )


def test_search_finds_names_companies_and_titles_and_opens_the_person(open_page: Opener) -> None:
    page = open_page(MAP).page
    page.keyboard.press("/")
    page.keyboard.type("zoe designer")

    hits = page.locator("#hits li")
    assert re.match(r"Zoë .*Designer", hits.first.inner_text().replace("\n", " "))
    name = hits.first.locator("span").inner_text()
    page.keyboard.press("Enter")

    expect(page.locator("#person-name")).to_have_text(name)
    expect(page.locator("#person-name")).to_be_focused()
    assert scale(page) >= 1.2


def test_search_finds_a_name_in_its_own_letters_and_in_plain_ones(open_page: Opener) -> None:
    H = networks.network(30)
    names = ("Søren Brandt", "Łukasz Żurawicz", "Anna Иванова", "Aoife O’Brien")
    for n, name in zip(list(H)[1:], names, strict=False):
        H.nodes[n]["name"] = name
    page = open_page(networks.whole_map(H)).page
    asked = (
        "soren",
        "Søren",
        "lukasz zurawicz",
        "Łukasz",
        "ivanova",
        "Иванова",
        "obrien",
        "O'Brien",
    )
    for k, query in enumerate(asked):
        page.fill("#search", query)
        expect(page.locator("#hits li span").first).to_have_text(names[k // 2])


def spot(page: Page, x: float, y: float) -> tuple[float, float]:
    """Return where on the screen a place of the map is."""
    at: dict[str, float] = page.evaluate(f"netgraph.network.canvasToDOM({{x: {x}, y: {y}}})")
    return at["x"], at["y"]


def test_a_company_opens_on_click_and_a_person_on_the_next(open_page: Opener) -> None:
    page = open_page(MAP).page
    before = scale(page)
    last = page.evaluate("netgraph.people.group.lastIndexOf(0)")
    x, y = page.evaluate(f"[netgraph.people.x[{last}], netgraph.people.y[{last}]]")
    page.mouse.click(*spot(page, x + 13, y + 13))
    opened = scale(page)
    assert opened > 1.2 * before
    page.mouse.click(*spot(page, x, y))

    name = page.evaluate(f"netgraph.people.names[{last}]")
    expect(page.locator("#person-name")).to_have_text(name)
    assert scale(page) == opened


def test_the_legend_counts_everybody_and_hides_on_click(open_page: Opener) -> None:
    page = open_page(MAP).page
    rows = page.locator("#legend button")
    counts = [int(text.replace(",", "")) for text in page.locator("#legend span").all_inner_texts()]
    assert sum(counts) == 300

    rows.last.click()

    expect(page.locator("#legend button").last).to_have_attribute("aria-pressed", "false")
    assert visible(page) == 300 - counts[-1]
    expect(page.locator("#map-summary")).to_contain_text(f"{300 - counts[-1]} of 300 people")


@pytest.mark.long
def test_a_mark_of_the_legend_shows_only_those_who_have_it(open_page: Opener) -> None:
    page = open_page(MAP).page
    page.get_by_role("button", name="Something is due").click()
    assert visible(page) == page.evaluate("netgraph.people.due.size") > 0

    page.get_by_role("button", name="Something is due").press("Enter")
    assert visible(page) == 300


def test_ties_that_are_only_inferred_stay_out_until_asked_for(open_page: Opener) -> None:
    page = open_page(MAP).page
    assert page.evaluate("netgraph.view.inferred") is False
    page.get_by_role("button", name="Inferred only").click()
    assert page.evaluate("netgraph.view.inferred") is True


@pytest.mark.long
def test_every_way_to_colour_has_a_legend_that_adds_up(open_page: Opener) -> None:
    opened = open_page(MAP)
    page = opened.page
    for value in page.locator("#colour option").evaluate_all("o => o.map((x) => x.value)"):
        page.select_option("#colour", value)
        counts = page.locator("#legend span").all_inner_texts()
        assert sum(int(text.replace(",", "")) for text in counts) == 300
    assert opened.quiet() == []


def test_filters_narrow_the_map(open_page: Opener) -> None:
    page = open_page(MAP).page
    page.click("#filters summary")
    page.locator("#filter-fields select").nth(1).select_option("4")

    stands = page.evaluate("netgraph.people.standing.filter((s) => s === 4).length")
    assert visible(page) == stands > 0


@pytest.mark.long
def test_the_years_narrow_the_map_and_growth_can_be_watched(open_page: Opener) -> None:
    page = open_page(MAP).page
    page.locator("#from").focus()
    page.keyboard.press("ArrowRight")
    later = visible(page)
    assert 0 < later < 300
    page.click("#play")
    expect(page.locator("#play-word")).to_have_text("Watch it grow", timeout=5000)
    assert visible(page) == 300


def test_the_panel_says_what_is_known_and_the_command_to_act(open_page: Opener) -> None:
    page = open_page(MAP).page
    page.click("#next li:first-child button")

    facts = page.locator("#person-facts")
    expect(facts).to_contain_text("Suggested: number 1")
    expect(facts).to_contain_text("Works where you want to work")
    expect(facts.locator("code")).to_contain_text("netgraph ")
    page.keyboard.press("Escape")
    expect(page.locator("#next-pane")).to_be_visible()


def test_the_way_to_the_goal_lights_up(open_page: Opener) -> None:
    page = open_page(MAP).page
    page.keyboard.press("g")

    expect(page.locator("#path")).to_have_attribute("aria-pressed", "true")
    expect(page.locator("#chains li")).to_have_count(2)
    expect(page.locator("#chains li").first).to_contain_text("You → ")
    assert page.evaluate("netgraph.view.chain.size") == 4
    page.keyboard.press("Escape")
    assert page.evaluate("netgraph.view.chain") is None


def test_the_map_works_by_keyboard_alone(open_page: Opener) -> None:
    opened = open_page(MAP)
    page = opened.page
    before = scale(page)
    for key in ("+", "+", "ArrowLeft", "-", "t", "d", "0", "n"):
        page.keyboard.press(key)
    expect(page.locator("#person-pane")).to_be_visible()
    page.keyboard.press("Tab")
    focused: str = page.evaluate("document.activeElement.tagName")
    assert focused == "BUTTON"
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    expect(page.locator("#help")).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("0")
    assert scale(page) == pytest.approx(before)
    assert opened.quiet() == []


@pytest.mark.long
def test_zooming_with_the_wheel_stays_where_the_pointer_is(open_page: Opener) -> None:
    page = open_page(MAP).page
    at = "netgraph.network.DOMtoCanvas({x: 500, y: 400})"
    before = page.evaluate(at)
    page.mouse.move(500, 400)
    for _ in range(3):
        page.mouse.wheel(0, -200)
        page.wait_for_timeout(60)
    after = page.evaluate(at)

    assert (after["x"], after["y"]) == pytest.approx((before["x"], before["y"]), abs=3)


def test_a_person_can_be_linked_to(open_page: Opener) -> None:
    page = open_page(MAP, fragment="#id=7").page

    expect(page.locator("#person-name")).to_have_text(page.evaluate("netgraph.people.names[7]"))


@pytest.mark.parametrize(
    "html", [MAP, pytest.param(TREE, marks=pytest.mark.long)], ids=["map", "tree"]
)
def test_a_phone_shows_one_panel_at_a_time(open_page: Opener, html: str) -> None:
    page = open_page(html, **PHONE).page
    first, second = page.locator(".sheets button").all()
    expect(page.locator(".card:visible")).to_have_count(0)
    first.tap()
    expect(page.locator(".card:visible")).to_have_count(1)
    second.tap()
    expect(page.locator(".card:visible")).to_have_count(1)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize(
    "html",
    [*(pytest.param(html, marks=pytest.mark.long) for html in (MAP, TREE)), REPORT],
    ids=["map", "tree", "report"],
)
def test_a_page_prints(open_page: Opener, html: str) -> None:
    opened = open_page(html)

    assert len(opened.page.pdf(landscape=True, print_background=True)) > 20_000
    assert opened.quiet() == []


@pytest.mark.long
def test_pictures_can_be_saved(open_page: Opener) -> None:
    page = open_page(TREE).page
    with page.expect_download() as picture:
        page.click("#tree-png")
    with page.expect_download() as drawing:
        page.click("#tree-svg")
    text = Path(drawing.value.path()).read_text("utf-8")

    assert Path(picture.value.path()).read_bytes().startswith(b"\x89PNG")
    assert text.startswith('<?xml version="1.0"')
    assert text.count("<circle") == page.evaluate("netgraph.nodes.length")


@pytest.mark.long
def test_the_map_can_be_saved_as_a_drawing_of_what_is_seen(open_page: Opener) -> None:
    opened = open_page(MAP)
    with opened.page.expect_download() as drawing:
        opened.page.click("#save-svg")
    text = Path(drawing.value.path()).read_text("utf-8")
    names = opened.page.evaluate("netgraph.names().map(({ text }) => text.split(' ')[0])")

    root = ElementTree.fromstring(text)
    words = "".join(root.itertext())
    assert root.tag.endswith("svg")
    assert text.count("<circle") > opened.page.evaluate("netgraph.people.n")
    assert names
    assert all(name in words for name in names)
    assert opened.quiet() == []


def test_branches_fold_and_open_and_the_list_says_the_same(open_page: Opener) -> None:
    page = open_page(TREE).page
    people = page.evaluate("netgraph.nodes.length") - 1
    page.click("#tree-close")
    roots = page.locator("#tree-list > li").count()
    assert page.evaluate("netgraph.nodes.length") == roots + 1 < people
    page.click("#tree-open")
    assert page.locator("#tree-list li").count() == page.evaluate("netgraph.nodes.length") - 1
    page.locator("#tree-list button[aria-expanded=true]").first.press("Enter")
    expect(page.locator("#tree-list button[aria-expanded=false]")).to_have_count(1)


@pytest.mark.long
def test_nobody_stands_on_somebody_else_in_either_drawing_of_the_tree(open_page: Opener) -> None:
    page = open_page(TREE).page
    nearest = """() => { const at = Object.values(netgraph.network.getPositions()); let best = 1e9;
      for (let i = 0; i < at.length; i++) for (let j = 0; j < i; j++)
        best = Math.min(best, Math.hypot(at[i].x - at[j].x, at[i].y - at[j].y)); return best; }"""
    assert page.evaluate(nearest) > 12
    page.keyboard.press("r")
    assert page.evaluate(nearest) > 12


def test_a_person_of_the_tree_tells_who_named_them(open_page: Opener) -> None:
    page = open_page(TREE).page
    page.click("#tree-roots li:first-child button")
    page.locator("#tree-facts .people button").first.click()

    expect(page.locator("#tree-facts")).to_contain_text("Named by")
    page.keyboard.press("Escape")
    expect(page.locator("#tree-yields")).to_be_visible()


@pytest.mark.long
def test_five_thousand_people_of_a_tree_stay_readable(open_page: Opener) -> None:
    H = networks.network(6000)
    book = networks.named(networks.ledger(H, doors=5000), H)
    opened = open_page(tree_html(book, as_of=networks.AS_OF))

    assert opened.page.evaluate("netgraph.nodes.length") < 450
    opened.page.keyboard.press("/")
    opened.page.keyboard.type("ana")
    opened.page.keyboard.press("Enter")
    expect(opened.page.locator("#tree-name")).to_contain_text("Ana")
    assert opened.quiet() == []


@pytest.mark.long
def test_a_notebook_shows_the_page_without_a_server(open_page: Opener) -> None:
    frame = f"<!doctype html><title>Notebook</title>{MAP._repr_html_()}"
    page = open_page(frame).page
    inside = page.frames[1]

    expect(inside.locator("#map-summary")).to_contain_text("300 people")
    inside.locator("#next li:first-child button").click()
    expect(inside.locator("#person-pane")).to_be_visible()


@pytest.mark.parametrize("each", [5, pytest.param(1, marks=pytest.mark.long)])
def test_hostile_strings_are_shown_as_text_and_nothing_runs(open_page: Opener, each: int) -> None:
    sought = ("<script", "alert", "__proto__", "tracker")
    found = [next(s for s in corpus() if word in s) for word in sought]
    strings = [*found, *(s for s in corpus()[::each] if s not in found)]
    H = networks.network(len(strings))
    for k, n in enumerate(list(H)[1:]):
        text = strings[k]
        H.nodes[n].update(name=text, title=strings[k - 7], company=strings[k // 3])
    book = networks.named(networks.ledger(H, doors=200), H)
    opened = open_page(networks.whole_map(H, title=strings[0], note=strings[3]))
    page = opened.page
    told: list[list[str]] = page.evaluate(
        """() => netgraph.people.names.map((name, i) => { netgraph.select(i);
           return [name, document.getElementById("person-name").textContent]; })"""
    )
    names = sorted(shown(s, limit=NAME) or NAMELESS for s in strings)
    assert sorted(name for name, _ in told) == names
    assert [] == [pair for pair in told if pair[0] != pair[1]]
    for query in sought:
        page.fill("#search", query)
        page.locator("#hits li").first.hover()
    for value in page.locator("#colour option").evaluate_all("o => o.map((x) => x.value)"):
        page.select_option("#colour", value)
    expect(page.locator("h1")).to_have_text(shown(strings[0]))
    assert opened.quiet() == []

    opened = open_page(tree_html(book, as_of=networks.AS_OF, title=strings[0]))
    opened.page.evaluate(
        "[...Array(netgraph.nodes.length - 1).keys()].forEach((i) => netgraph.select(i))"
    )
    opened.page.keyboard.press("r")
    assert opened.quiet() == []

    opened = open_page(
        report_html(
            H,
            book,
            suggestions=networks.suggestions(H, note=strings[1]),
            due={n: [s] for n, s in zip(list(H)[1:], strings, strict=True)},
            fit={strings[2]: {}},
            title=strings[0],
        )
    )
    assert opened.page.locator(".report script").count() == 0
    assert opened.quiet() == []


@pytest.mark.parametrize("html", [MAP, TREE, REPORT], ids=["map", "tree", "report"])
@pytest.mark.parametrize("scheme", [pytest.param("light", marks=pytest.mark.long), "dark"])
def test_axe_finds_no_serious_barrier(open_page: Opener, html: str, scheme: str) -> None:
    if not AXE.exists():
        pytest.skip("NOT TESTED for accessibility: run `npm install --no-save axe-core` first")
    page = open_page(html, bypass_csp=True, color_scheme=scheme).page
    if html == MAP:
        page.click("#next li:first-child button")
    page.evaluate(AXE.read_text("utf-8"))
    found: list[dict[str, Any]] = page.evaluate("axe.run().then((r) => r.violations)")

    serious = [
        (v["id"], [n["html"][:120] for n in v["nodes"]])
        for v in found
        if v["impact"] in ("serious", "critical")
    ]
    assert serious == []


def test_a_company_is_found_and_its_panel_says_what_to_do_there(open_page: Opener) -> None:
    page = open_page(MAP).page
    name, here = page.evaluate(
        """() => { const at = netgraph.people.companyOf(netgraph.people.rank.keys().next().value);
          const all = [...Array(netgraph.people.n).keys()];
          return [at, all.filter((i) => netgraph.people.companyOf(i) === at).length]; }"""
    )
    page.fill("#search", name)
    expect(page.locator("#hits li span").first).to_have_text(name)
    page.keyboard.press("Enter")

    expect(page.locator("#company-name")).to_have_text(name)
    expect(page.locator("#company-size")).to_contain_text(f"{here} ")
    expect(page.locator("#company-facts")).to_contain_text("Whom to ask")
    assert page.locator("#company-facts .people button").count() == here
    page.keyboard.press("Escape")
    expect(page.locator("#company-pane")).to_be_hidden()


@pytest.mark.long
def test_a_tooltip_goes_when_the_map_zooms_or_a_key_is_pressed(open_page: Opener) -> None:
    page = open_page(MAP).page
    i = page.evaluate("netgraph.people.rank.keys().next().value")
    at = page.evaluate(f"[netgraph.people.x[{i}], netgraph.people.y[{i}]]")
    acts: list[Callable[[], None]] = [
        lambda: page.mouse.wheel(0, -100),
        lambda: page.keyboard.press("Escape"),
    ]
    for act in acts:
        page.mouse.move(5, 400)
        page.mouse.move(*spot(page, *at))
        expect(page.locator("#map-tip")).to_be_visible()
        act()
        expect(page.locator("#map-tip")).to_be_hidden()
        page.keyboard.press("0")


@pytest.mark.long
def test_rows_of_the_legend_stay_where_they_are(open_page: Opener) -> None:
    page = open_page(MAP).page
    rows = page.locator("#legend-card .legend b")
    before = rows.all_inner_texts()
    page.get_by_role("button", name="Something is due").click()

    assert [text.removesuffix(" (off)") for text in rows.all_inner_texts()] == [
        text.removesuffix(" (off)") for text in before
    ]


@pytest.mark.long
def test_before_anybody_was_known_the_slider_shows_nobody_of_later(open_page: Opener) -> None:
    page = open_page(MAP).page
    page.locator("#to").focus()
    for _ in range(6):
        page.keyboard.press("ArrowLeft")
    last = int(page.locator("#to").input_value())

    seen = page.evaluate(
        "[...netgraph.people.since].filter((_, i) => netgraph.view.visible[i]).map((m) => m / 12)"
    )
    assert seen
    assert all(0 < year < last + 1 for year in seen)


@pytest.mark.long
def test_where_you_want_to_go_is_in_sight_at_once_also_where_nobody_is_known(
    open_page: Opener,
) -> None:
    goal = Goal("g", "data scientist", companies=(G.nodes[next(iter(G))]["company"], "Nowhere Ltd"))
    html = map_html(G, ledger=BOOK, suggestions=networks.suggestions(G), goals=[goal])
    for width, height in ((1440, 900), (1024, 768), (390, 800), (2560, 1300)):
        page = open_page(html, viewport={"width": width, "height": height}).page
        x, y, r = page.evaluate(
            """() => { const g = netgraph.groups.find((group) => group.name === "Nowhere Ltd");
              const at = netgraph.network.canvasToDOM(g);
              return [at.x, at.y, g.r * netgraph.network.getScale()]; }"""
        )
        assert r < x < width - r
        assert r < y < height - r


@pytest.mark.parametrize(("form", "landscape"), SHEETS)
def test_the_map_prints_undistorted_with_legend_and_list(
    open_page: Opener, form: str, landscape: bool
) -> None:
    page = open_page(MAP).page
    pages = page.pdf(format=form, landscape=landscape, print_background=True)
    assert pages.count(b"/Type /Page\n") <= 3
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 720, "height": 1000})
    shown = page.evaluate(
        """() => { const image = document.querySelector("#map .printed");
          return [image.naturalWidth, image.naturalHeight, getComputedStyle(image).objectFit]; }"""
    )
    width, height, fit = shown

    assert fit == "contain"
    assert 800 < height < width < 2 * 1280  # twice as sharp as the screen, and without its margins
    expect(page.locator("#next li").first).to_be_visible()
    expect(page.locator("#legend li").first).to_be_visible()


def test_the_tree_is_drawn_as_columns_at_first_with_employers_below_the_names(
    open_page: Opener,
) -> None:
    page = open_page(TREE).page

    expect(page.locator("#tree-turn")).to_have_attribute("aria-pressed", "true")
    columns = page.evaluate(
        """() => new Set(Object.values(netgraph.network.getPositions()).map(({x}) => x)).size"""
    )
    assert columns < 12


CUT = """() => [...document.querySelectorAll("main *, section *")].filter((element) =>
  element.clientWidth && element.scrollWidth > element.clientWidth + 1 && element.innerText &&
  getComputedStyle(element).overflowX !== "visible").map((element) => element.innerText)"""


def sheets(pdf: bytes) -> int:
    """Return how many pages a document has."""
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


@pytest.mark.parametrize(("form", "landscape"), SHEETS)
@pytest.mark.parametrize(("html", "most"), [(MAP, 2), (TREE, 3)], ids=["map", "tree"])
def test_map_and_tree_take_few_sheets_and_cut_no_text(
    open_page: Opener, html: str, most: int, form: str, landscape: bool
) -> None:
    page = open_page(html).page

    assert sheets(page.pdf(format=form, landscape=landscape, print_background=True)) <= most
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 1000 if landscape else 720, "height": 1000})
    assert page.evaluate(CUT) == []


@pytest.mark.long
def test_on_paper_all_is_dark_on_white_also_from_a_dark_screen(open_page: Opener) -> None:
    page = open_page(MAP, color_scheme="dark").page
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    ground = "getComputedStyle(document.body).backgroundColor"
    assert page.evaluate(ground) == "rgb(255, 255, 255)"

    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    assert page.evaluate(ground) != "rgb(255, 255, 255)"
    expect(page.locator("#map .printed")).to_have_count(0)
