"""What a person does with the page, done in Chromium: on a desk and a phone, with and without
scripts, by keyboard, in the light and in the dark."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from netgraph.model.records import Person
from netgraph.store import Store
from tests.story import story as told
from tests.web.served import Served
from tests.web.user import DAY, NOW, facts_of

pytestmark = pytest.mark.browser

AXE = Path("node_modules/axe-core/axe.min.js")
DESK: dict[str, Any] = {"viewport": {"width": 1280, "height": 800}}
PHONE: dict[str, Any] = {
    "viewport": {"width": 390, "height": 800},
    "has_touch": True,
    "is_mobile": True,
}
PEOPLE = """First Name,Last Name,URL,Email Address,Company,Position,Connected On
Ana,Silva,https://www.linkedin.com/in/ana,ana@example.org,Watershed,Data Scientist,01 May 2020
Ben,Ode,https://www.linkedin.com/in/ben,,Acme,Nurse,01 May 2021
Cy,Dee,https://www.linkedin.com/in/cy,,Acme,Cook,01 May 2022
"""
ADDRESSES = (
    "/ /people /people/ANA /people/ANA/why /people/ANA/prepare /people/ANA/write/request "
    "/people/ANA/debrief /people/ANA/forget /employers /employers/Acme /goals /goals/g1 "
    "/applications /numbers /learned /import /closeness /doors /same /ties /history "
    "/settings /settings/letters "
    "/map /tree /report"
).split()  # fmt: skip


class Tab:
    """A tab of a browser that has used the key, and what went wrong in it."""

    def __init__(self, page: Page, here: str) -> None:
        self.page, self.here = page, here
        self.troubles: list[str] = []
        page.on("console", lambda m: self._note(m.text) if m.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: self._note(str(error)))
        page.on(
            "request",
            lambda r: None if r.url.startswith((here, "blob:", "data:")) else self._note(r.url),
        )

    def _note(self, text: str) -> None:
        self.troubles.append(text)

    def go(self, address: str) -> Page:
        """Open an address of ours."""
        self.page.goto(self.here + address)
        return self.page

    def says(self, text: str) -> None:
        """Expect a text on the page."""
        expect(self.page.locator("main")).to_contain_text(text)


Opener = Any


@pytest.fixture
def open_tab(browser: Browser, served: Served) -> Iterator[Opener]:
    with ExitStack() as stack:

        def opener(**options: Any) -> Tab:
            context = browser.new_context(reduced_motion="reduce", **{**DESK, **options})
            stack.callback(context.close)
            tab = Tab(context.new_page(), served.here)
            tab.page.goto(served.fresh())
            return tab

        yield opener


@pytest.fixture
def export(tmp_path: Path) -> Path:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as made:
        made.writestr("Connections.csv", PEOPLE)
    path = tmp_path / "export.zip"
    path.write_bytes(stream.getvalue())
    return path


def first_hour(tab: Tab, export: Path, *, scripts: bool) -> None:
    """From an empty page to the first ask, the talk after it, and a way back."""
    page = tab.page
    tab.says("Welcome")
    page.get_by_role("link", name="Choose a file").click()
    if scripts:
        drop(page, export)
    else:
        page.locator("input[multiple]").set_input_files(export)
        page.get_by_role("button", name="See what is in it").click()
    tab.says("3 people")
    page.get_by_role("button", name="Read it in").click()
    tab.says("3 people are here now")
    page.get_by_role("link", name="Say it", exact=True).click()
    page.get_by_label("What you look for").fill("data scientist in climate tech")
    page.get_by_label("Employers that you would love").fill("Watershed")
    page.get_by_role("button", name="Add", exact=True).click()
    tab.says("Whom to ask next")
    tab.says("Ana Silva")
    page.locator("summary", has_text="Why?").first.click()
    if not scripts:
        page.get_by_role("link", name="Why Ana Silva: the whole sum").click()
    tab.says("Likely to say yes")
    questions(tab)
    tab.go("/").get_by_role("link", name="Write to Ana Silva").first.click()
    expect(page.get_by_label("Subject")).not_to_have_value("")
    page.get_by_label("Text: fill in").fill("Hi Ana, could you spare twenty minutes? Robin")
    if scripts:
        tab.says("8 words.")
    page.get_by_role("button", name="I have asked").click()
    tab.says("Written down: asked, Ana Silva.")
    page.get_by_role("link", name="Debrief").click()
    said = "@Fia Berg (Bosch) and @Gus Ray (Opal) know the team. !friday send my notes"
    page.get_by_label("What did they say?").fill(said)
    page.get_by_role("button", name="See how it is understood").click()
    tab.says("New: Fia Berg (Bosch)")
    tab.says("New: Gus Ray (Opal)")
    page.get_by_role("button", name="That is right").click()
    tab.says("Written down: what Ana Silva taught you")
    thanks = page.locator("li.card", has_text="Thank").first
    thanks.get_by_role("button", name="I have thanked them").click()
    tab.says("Written down: thanked, Ana Silva.")
    page.get_by_role("button", name="Take back").click()
    tab.says("Taken back")
    expect(page.locator("main")).to_contain_text("Thank")


def questions(tab: Tab) -> None:
    """Answer the questions that only the user can."""
    page = tab.go("/closeness")
    page.get_by_role("button", name="I know them").click()
    tab.says("Written down: put right, ")
    tab.go("/ties")
    tab.says("Does Ben Ode know Cy Dee?")
    page.get_by_role("button", name="No", exact=False).click()
    tab.says("Written down: do not know each other, Ben Ode and Cy Dee.")
    tab.go("/doors")
    page.get_by_role("link", name="To the list").or_(
        page.get_by_role("link", name="See whom to ask")
    ).click()
    tab.says("Whom to ask next")


@pytest.mark.parametrize(
    "size", [DESK, pytest.param(PHONE, marks=pytest.mark.long)], ids=["desk", "phone"]
)
def test_from_nothing_to_the_first_talk(open_tab: Opener, export: Path, size: Any) -> None:
    tab = open_tab(**size)
    first_hour(tab, export, scripts=True)
    assert [] == tab.troubles


def drop(page: Page, *paths: Path) -> None:
    """Drop files and folders on the page, as the system does when the mouse lets go of them."""
    session = page.context.new_cdp_session(page)
    zone = page.locator("form.drop").bounding_box()
    assert zone is not None
    at = {"x": zone["x"] + zone["width"] / 2, "y": zone["y"] + 20}
    data = {"items": [], "files": list(map(str, paths)), "dragOperationsMask": 1}
    for step in ("dragEnter", "dragOver", "drop"):
        session.send("Input.dispatchDragEvent", {"type": step, "data": data, **at})


def test_a_folder_and_a_file_are_dropped_together(
    open_tab: Opener, export: Path, tmp_path: Path, path: Path
) -> None:
    folder = tmp_path / "club" / "old"
    folder.mkdir(parents=True)
    (folder / "members.csv").write_text("Name,Company\nDi Dee,Best\n")
    (tmp_path / "club" / "members.csv").write_text("Name,Company\nEd Day,Best\n")
    tab = open_tab()
    drop(tab.go("/import"), tmp_path / "club", export)
    tab.says("What is in it")
    for name in ("club/members.csv", "club/old/members.csv", "Connections.csv"):
        tab.says(name)
    tab.page.get_by_role("button", name="Read it in").click()
    tab.says("5 people are here now")
    assert [] == tab.troubles


@pytest.mark.long
def test_a_folder_is_chosen_and_what_cannot_be_read_is_said(
    open_tab: Opener, tmp_path: Path
) -> None:
    (tmp_path / "club").mkdir()
    (tmp_path / "club" / "members.csv").write_text("Name,Company\nDi Dee,Best\n")
    tab = open_tab()
    page = tab.go("/import")
    page.locator("input[webkitdirectory]").set_input_files(tmp_path / "club")
    tab.says("club/members.csv")
    (tmp_path / "odd.bin").write_bytes(b"\x00\x01")
    tab.go("/import").locator("input[multiple]").set_input_files(tmp_path / "odd.bin")
    tab.says("That could not be read")
    assert [] == tab.troubles


@pytest.mark.long
@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_all_of_it_works_without_scripts(open_tab: Opener, export: Path, size: Any) -> None:
    tab = open_tab(java_script_enabled=False, **size)
    first_hour(tab, export, scripts=False)


def tab_to(page: Page, target: Locator) -> None:
    """Press the tabulator until something has the focus."""
    expect(target).to_be_visible()
    for _ in range(200):
        if target.evaluate("element => element === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{target} is out of reach by keyboard")


def press(page: Page, role: Any, name: str) -> None:
    """Go somewhere by keyboard, and press Enter there."""
    tab_to(page, page.get_by_role(role, name=name).first)
    page.keyboard.press("Enter")


def write(page: Page, label: str, words: str) -> None:
    """Go to a field by keyboard, and write."""
    tab_to(page, page.get_by_label(label))
    page.keyboard.type(words)


@pytest.mark.long
def test_the_first_hour_by_keyboard_alone(open_tab: Opener, export: Path) -> None:
    tab = open_tab()
    page = tab.page
    page.on("filechooser", lambda chooser: chooser.set_files(export))
    press(page, "link", "Choose a file")
    expect(page.locator("h1")).to_have_text("Bring your people in")
    page.wait_for_load_state("networkidle")
    page.bring_to_front()
    page.wait_for_function("document.hasFocus()")
    tab_to(page, page.locator("input[multiple]"))
    page.keyboard.press("Enter")
    tab.says("3 people")
    press(page, "button", "Read it in")
    tab.says("3 people are here now")
    press(page, "link", "Say it")
    write(page, "What you look for", "data scientist")
    write(page, "Employers that you would love", "Watershed")
    page.keyboard.press("Enter")
    tab.says("Whom to ask next")
    press(page, "link", "Write to Ana Silva")
    press(page, "button", "I have asked")
    tab.says("Written down: asked, Ana Silva.")
    press(page, "link", "Debrief")
    expect(page.get_by_label("What did they say?")).to_be_focused()
    page.keyboard.type("@Fia Berg (Bosch) and @Gus Ray (Opal) know the team.")
    press(page, "button", "See how it is understood")
    press(page, "button", "That is right")
    tab.says("Written down: what Ana Silva taught you")
    press(page, "button", "I have thanked them")
    tab.says("Written down: thanked, Ana Silva.")
    press(page, "button", "Take back")
    tab.says("Taken back")
    assert [] == tab.troubles


@pytest.fixture
def story(path: Path) -> Path:
    """A store with somebody's story in it, and two who may be one."""
    with Store.open(path) as store, store.change("a story", at=NOW) as change:
        change.put(facts_of(told(until=DAY)))
        change.put([Person("q1", "Walt Quick", "linkedin"), Person("q2", "Walt Quick", "ics")])
    return path


def test_searching_as_one_types_and_going_on_by_keyboard(story: Path, open_tab: Opener) -> None:
    tab = open_tab()
    page = tab.go("/people")
    page.get_by_label("Name, employer, title or note").fill("walt")
    tab.says("2 people with “walt”")
    expect(page).to_have_url(tab.here + "/people?q=walt&fit=&company=&basis=&order=")
    page.keyboard.press("Escape")
    page.locator("h1").click()
    for keys, heading in (("gt", "2026"), ("gg", "What you look for"), ("gh", "What was changed")):
        page.wait_for_load_state("networkidle")
        for key in keys:
            page.keyboard.press(key)
        expect(page.locator("h1")).to_contain_text(heading)
    page.wait_for_load_state("networkidle")
    page.keyboard.press("?")
    expect(page.locator("#keys")).to_contain_text("g t")
    page.keyboard.press("Escape")
    expect(page.locator("#keys")).to_be_hidden()
    page.bring_to_front()
    page.wait_for_function("document.hasFocus()")
    page.keyboard.press("/")
    expect(page.get_by_label("Find a person")).to_be_focused()
    page.keyboard.type("walt")
    page.keyboard.press("Enter")
    tab.says("2 people")
    assert [] == tab.troubles


def test_who_is_one_person_is_said_by_one_key_and_taken_back(story: Path, open_tab: Opener) -> None:
    tab = open_tab()
    page = tab.go("/same")
    tab.says("Walt Quick")
    page.keyboard.press("l")
    tab.says("but for those you put off")
    page.get_by_role("link", name="Ask about them again").click()
    page.wait_for_load_state("networkidle")
    page.keyboard.press("y")
    tab.says("Written down: one person, Walt Quick and Walt Quick.")
    page.keyboard.press("u")
    tab.says("Taken back: merge")
    assert [] == tab.troubles


DOT = """() => {
  const { people, network, view } = netgraph;
  const one = [...people.x.keys()].find((i) => view.visible[i] && people.names[i] === "Maya Chen");
  return network.canvasToDOM({ x: people.x[one], y: people.y[one] });
}"""
"""Where the dot of one person is, in the picture."""


@pytest.mark.parametrize(
    "size", [DESK, pytest.param(PHONE, marks=pytest.mark.long)], ids=["desk", "phone"]
)
def test_a_dot_of_the_map_leads_to_the_page_of_its_person(
    story: Path, open_tab: Opener, size: Any
) -> None:
    tab = open_tab(**size)
    page = tab.go("/map")
    picture = page.frame_locator("iframe")
    name = picture.locator("#person-name")
    expect(picture.locator("#search")).to_be_visible()
    box = page.locator("iframe").bounding_box()
    assert box is not None
    for _ in range(3):  # the first click may open the circle that the dot is in
        spot = page.frames[1].evaluate(DOT)
        page.mouse.click(box["x"] + spot["x"], box["y"] + spot["y"])
        page.wait_for_timeout(100)
        if name.is_visible():
            break
    expect(name).to_have_text("Maya Chen")
    picture.get_by_role("link", name="Open their page").click()
    expect(page.locator("h1")).to_contain_text("Maya Chen")
    assert [] == tab.troubles


UPRIGHT = """[...document.querySelectorAll("button, .button")]
    .filter((e) => e.offsetHeight > 110).map((e) => e.innerText)"""
"""Buttons whose words stand letter by letter."""


@pytest.mark.long
@pytest.mark.parametrize("width", [320, 390, 1024, 1440])
def test_no_page_is_wider_than_the_window(story: Path, open_tab: Opener, width: int) -> None:
    tab = open_tab(viewport={"width": width, "height": 700})
    for address in addresses(story):
        page = tab.go(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address
        assert [] == page.evaluate(UPRIGHT), address
    assert [] == tab.troubles


@pytest.mark.long
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_no_page_shuts_anybody_out(story: Path, open_tab: Opener, scheme: str, size: Any) -> None:
    tab = open_tab(color_scheme=scheme, bypass_csp=True, **size)
    for address in addresses(story):
        tab.go(address)
        open_to_all(tab.page)


@pytest.mark.long
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_first_pages_shut_nobody_out(open_tab: Opener, export: Path, scheme: str) -> None:
    tab = open_tab(color_scheme=scheme, bypass_csp=True)
    page = tab.page
    for address in ADDRESSES:
        if not {"ANA", "g1"} & set(address.split("/")):
            tab.go(address)
            open_to_all(page)
    drop(tab.go("/import"), export)
    tab.says("What is in it")
    open_to_all(page)
    page.get_by_role("button", name="Read it in").click()
    tab.says("3 people are here now")
    open_to_all(page)
    tab.go("/people/nobody")
    open_to_all(page)


def open_to_all(page: Page) -> None:
    """Assert that a page has no violation that is serious or worse, all of it unfolded."""
    if not AXE.exists():
        pytest.skip("NOT TESTED: npm install")
    page.evaluate("for (const d of document.querySelectorAll('details')) d.open = true")
    page.add_script_tag(path=AXE)
    found = page.evaluate("axe.run(document, {iframes: false}).then((r) => r.violations)")
    told = [
        (v["id"], v["impact"], [n["html"] for n in v["nodes"]][:3])
        for v in found
        if v["impact"] in ("serious", "critical")
    ]
    assert [] == told, page.url


def addresses(path: Path) -> list[str]:
    with Store.open(path) as store:
        ledger = store.ledger()
    somebody = next(i for i in ledger.people if ledger.people[i].name == "Maya Chen")
    return [address.replace("ANA", somebody) for address in ADDRESSES]
