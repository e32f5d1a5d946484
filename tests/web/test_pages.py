"""What holds for every page: it answers, shows names as text, says its commands, in plain words."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest

from netgraph.model.records import (
    EGO,
    Event,
    EventKind,
    Goal,
    Person,
)
from netgraph.store import Store
from tests.pages.hostile import corpus
from tests.story import story as told
from tests.web.user import DAY, NOW, PAGES, Forms, Tags, User, facts_of

SCRIPTS = ["/static/htmx-2.0.11.min.js", "/static/page.js"]


def as_json(address: str) -> str:
    path, _, query = address.partition("?")
    return f"{'/today' if path == '/' else path}.json{'?' if query else ''}{query}"


@pytest.mark.parametrize("address", PAGES)
def test_every_page_answers_and_has_its_document(stocked: User, address: str) -> None:
    assert 200 == stocked.get(address).status_code
    document = stocked.get(as_json(address))
    assert (200, "application/json") == (document.status_code, document.mimetype)
    assert document.json


@pytest.mark.parametrize("address", PAGES)
def test_every_page_answers_when_nothing_is_there(user: User, address: str) -> None:
    assert user.get(address).status_code == (404 if "/ana" in address or "g1" in address else 200)


def test_what_is_left_as_it_stood_is_not_said(stocked: User, path: Path) -> None:
    form = {"field-name": "Ana Silva", "was-name": "Ana Silva", "field-place": "Porto"}
    stocked.send("/do", verb="edit", who="ana", **form, **{"was-place": ""})

    with Store.open(path) as store:
        assert ["place"] == [s.field for s in store.ledger().statements]


@pytest.mark.parametrize("back", ["//evil.example", "https://evil.example", "/\\evil.example", ""])
def test_a_form_leads_back_to_a_page_of_ours_only(stocked: User, back: str) -> None:
    answer = stocked.post("/do", verb="log", who="ana", **{"field-kind": "met"}, back=back)

    assert answer.headers["Location"].startswith("/?done=")


def test_hostile_names_are_shown_as_text_on_every_page(user: User, path: Path) -> None:
    hostile(path, [text for text in corpus() if text.strip() and storable(text)][:150])
    for address in (*PAGES, "/people/p0", "/people/p7", "/people/p0/why", "/people/p3/debrief"):
        answer = user.get(address.replace("ana", "p1"))
        tags = Tags(answer.text)
        assert 200 == answer.status_code, address
        assert not {"img", "object", "embed", "base", "style"} & tags.seen
        assert SCRIPTS == tags.scripts
        assert not [name for name in tags.attributes if name.startswith("on")]
        assert user.get(as_json(address.replace("ana", "p1"))).is_json


@pytest.mark.long
def test_ten_thousand_hostile_names_do_no_harm(user: User, path: Path) -> None:
    texts = [text for text in corpus() if text.strip() and storable(text)]
    names = [texts[n % len(texts)] + str(n) for n in range(10_000)]
    hostile(path, names)
    people = [f"/people/p{n}" for n in range(0, 10_000, 500)]
    for address in (*PAGES, *people, "/people/p2/forget", "/people?page=150", "/import"):
        answer = user.get(address.replace("ana", "p1"))
        assert (200, SCRIPTS) == (answer.status_code, Tags(answer.text).scripts)
    for picture in ("map", "map?names=no", "tree", "report"):
        shown = Tags(user.get(f"/pictures/{picture}").text)
        assert not {"img", "object", "embed", "base"} & shown.seen
        assert not [name for name in shown.attributes if name.startswith("on")]


@pytest.mark.long
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # of the client
def test_ten_thousand_hostile_names_are_read_in_as_text(user: User) -> None:
    texts = [text for text in corpus() if text.strip() and storable(text) and "\0" not in text]
    table = io.StringIO(newline="")
    writer = csv.writer(table)
    writer.writerow(["Name", "Company", "Title"])
    writer.writerows(
        [f"{texts[n % len(texts)]}{n}", texts[-n % len(texts)], "x"] for n in range(10_000)
    )
    address = user.upload(list__csv=table.getvalue().encode("utf-8", "replace"))
    for answer in ("", "yes"):
        if answer:
            user.post(address, answer=answer)
            user.wait()
        shown = user.get(address)
        assert (200, SCRIPTS) == (shown.status_code, Tags(shown.text).scripts)
        assert not {"img", "object", "embed", "base", "style"} & Tags(shown.text).seen
    assert "people are here now" in user.get(address).text


def storable(text: str) -> bool:
    return not any("\ud800" <= letter <= "\udfff" for letter in text)


def hostile(path: Path, names: list[str]) -> None:
    with Store.open(path) as store, store.change("people", at=NOW) as change:
        change.put(Person(f"p{n}", text, company=text, title=text) for n, text in enumerate(names))
        change.put([Goal("g1", names[0], companies=(names[1],), hypotheses=(names[2],))])


def test_every_form_says_the_command_that_does_the_same(stocked: User, path: Path) -> None:
    with Store.open(path) as store, store.change("more", at=NOW) as change:
        change.put([Person("b1", "Ben Ode", "linkedin"), Person("b2", "Ben Ode", "ics")])
        change.put([Event("e1", EventKind.INTERVIEW, NOW.date(), "ana", EGO)])
    seen = [(page, titles) for page in PAGES for titles in Forms(stocked.get(page).text).titles]
    assert 25 < len(seen)
    for address, titles in seen:
        assert titles, address
        assert all(title.startswith("netgraph ") for title in titles), (address, titles)


def test_no_page_speaks_of_how_it_is_made(user: User, path: Path) -> None:
    with Store.open(path) as store, store.change("a story", at=NOW) as change:
        two = [Person("q1", "Walt Quick", "linkedin"), Person("q2", "Walt Quick", "ics")]
        change.put([*facts_of(told(until=DAY)), *two, Goal("g7", "cook")])
    empty = User.at(path.with_name("empty.db"))
    never = re.compile(r"\b(stores?|stored|ledgers?|ids?|database|sqlite|parameters?)\b", re.I)
    for address in (page.replace("ana", "maya") for page in PAGES):
        for somebody in (user, empty):
            assert [] == never.findall(seen_in(somebody.get(address).text)), address


def seen_in(page: str) -> str:
    """Return the words that a page shows, but for commands."""
    without = re.sub(r"(?s)<(code|script|datalist)\b.*?</\1>", " ", page)
    return re.sub(r"<[^>]+>", " ", without)
