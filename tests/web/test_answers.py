"""Every page has its document, which says what the command of that name prints with --json."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from cli.main import cli
from netgraph.model.records import EGO, Goal, Person, Tie
from netgraph.store import Store
from tests.story import story as told
from tests.web.user import DAY, NOW, User, facts_of

SAID = {
    "/today": ("suggest -n 5", "today"),
    "/people": ("people",),
    "/people?q=walt": ("people walt",),
    "/people/maya": ("show maya",),
    "/people/maya/why": ("suggest --explain maya",),
    "/people/maya/prepare": ("brief maya",),
    "/people/maya/write/thanks": ("draft thanks maya",),
    "/employers": ("at",),
    "/employers/Acme": ("at Acme",),
    "/goals": ("goal list",),
    "/applications": ("apply",),
    "/map": ("map",),
    "/tree": ("tree",),
    "/report": ("report",),
    "/numbers": ("stats",),
    "/learned": ("reflect",),
    "/closeness": ("closeness",),
    "/doors": ("closeness --doors",),
    "/ties": ("tie --interview",),
    "/same": ("duplicates",),
}
"""Addresses, and the commands that print the same."""

ALONE = {
    "/people/<person>/debrief": "its five questions; a debrief is told of when it is written down",
    "/goals/<goal>": "one goal of those that goal list prints",
    "/import": "what was read in",
    "/import/<name>": "an upload",
    "/history": "every change",
    "/settings": "what favours prints, with the country and the file",
    "/settings/letters": "which letters are in one's own words",
}
"""Pages whose documents no command prints, and what is in them."""


@pytest.fixture
def story(user: User, path: Path) -> User:
    two = [Person("q1", "Walt Quick", "linkedin"), Person("q2", "Walt Quick", "ics")]
    with Store.open(path) as store, store.change("a story", at=NOW) as change:
        change.put([*facts_of(told(until=DAY)), *two, Tie("q", EGO, "q1")])
        change.put([Goal("g7", "data scientist", companies=("Watershed",))])
    return user


def printed(path: Path, line: str) -> dict[str, Any]:
    """Return what a command prints with --json."""
    words = ["--store", str(path), "--as-of", DAY.isoformat(), *line.split(), "--json"]
    found = CliRunner().invoke(cli, words, catch_exceptions=False)
    document: dict[str, Any] = json.loads(found.stdout)
    return document


@pytest.mark.parametrize("address", SAID)
def test_a_document_says_what_the_command_says(story: User, path: Path, address: str) -> None:
    page, _, query = address.partition("?")
    document = story.get(f"{page}.json?{query}").json
    wanted: dict[str, Any] = {}
    for line in SAID[address]:
        wanted |= printed(path, line)

    assert wanted
    assert wanted == document


def test_the_document_of_settings_says_what_favours_says(story: User, path: Path) -> None:
    document = story.get("/settings.json").json

    assert document is not None
    assert printed(path, "favours")["favours"] == document["favours"]
    assert {"favours", "country", "file"} == document.keys()


def test_every_page_has_a_document_and_is_compared_with_a_command(user: User) -> None:
    rules = [r for r in user.app.url_map.iter_rules() if "GET" in (r.methods or set())]
    documents = {rule.rule.removesuffix(".json") for rule in rules if rule.rule.endswith(".json")}
    pages = {"/today" if r.rule == "/" else r.rule for r in rules if r.endpoint[-9:] != "_document"}
    for address in SAID:
        adapter = user.app.url_map.bind("127.0.0.1")
        rule, _ = adapter.match(f"{address.partition('?')[0]}.json", return_rule=True)
        documents.discard(rule.rule.removesuffix(".json"))

    assert set(ALONE) == documents
    assert documents <= pages
    no_pages = {"/static/<path:filename>", "/employers/find", "/people/<person>/mail/<kind>"}
    files = {page for page in pages if page.endswith(".csv") or "/export/" in page}
    pictures = {page for page in pages if page.startswith("/pictures/")}
    asks_first = {"/people/<person>/forget"}
    with_document = {r.rule.removesuffix(".json") for r in rules if r.rule.endswith(".json")}
    assert set() == pages - with_document - no_pages - files - pictures - asks_first
