"""What a person does on the pages, by plain forms: read, write down, take back, bring files in."""

from __future__ import annotations

import io
import tempfile
from datetime import UTC, date, datetime
from html.parser import HTMLParser
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from netgraph.model.records import EGO, Goal, Person, Tie
from netgraph.store import Store
from netgraph.web.access import Keys
from netgraph.web.app import create_app
from tests.pages.hostile import corpus

DAY = date(2026, 5, 1)
NOW = datetime(2026, 5, 1, 12, tzinfo=UTC)
HERE = "http://127.0.0.1:8765"
OURS = {"Sec-Fetch-Site": "same-origin"}
CONNECTIONS = b"First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "network.db"


@pytest.fixture
def user(path: Path) -> FlaskClient:
    keys = Keys()
    client = create_app(path, keys, day=lambda: DAY, now=lambda: NOW).test_client()
    client.get("/", query_string={"key": keys.issue()}, base_url=HERE)
    return client


@pytest.fixture
def stocked(path: Path, user: FlaskClient) -> FlaskClient:
    with Store.open(path) as store, store.change("people", at=NOW) as change:
        change.put([Person("ana", "Ana Silva", company="Acme", title="Data Scientist")])
        change.put([Tie("t", EGO, "ana", closeness="close")])
        change.put([Goal("g1", "data scientist")])
    return user


def get(user: FlaskClient, address: str) -> TestResponse:
    return user.get(address, base_url=HERE)


def send(user: FlaskClient, address: str, **form: object) -> TestResponse:
    return user.post(address, data=form, base_url=HERE, headers=OURS, follow_redirects=True)


def test_an_empty_store_welcomes_with_three_steps(user: FlaskClient) -> None:
    shown = get(user, "/").text

    assert "Bring your people in" in shown
    assert "Say what you look for" in shown


def test_the_first_page_says_whom_to_ask_and_why(stocked: FlaskClient) -> None:
    shown = get(stocked, "/").text

    assert "Whom to ask next" in shown
    assert "Ana Silva" in shown
    assert "Data Scientist at Acme" in shown
    assert "/people/ana/write/request" in shown


@pytest.mark.parametrize(
    "address",
    (
        "/people /people?q=ana /people/ana /people/ana/prepare /people/ana/write/thanks "
        "/goals /map /tree /report /numbers /import /history "
        "/pictures/map /pictures/tree /pictures/report"
    ).split(),
)
def test_every_page_answers(stocked: FlaskClient, address: str) -> None:
    assert 200 == get(stocked, address).status_code


@pytest.mark.parametrize(
    "address",
    [
        "/people/nobody",
        "/people/me",
        "/people/../../etc/passwd",
        "/import/../x",
        "/static/../app.py",
    ],
)
def test_what_is_not_there_is_said_in_a_line(stocked: FlaskClient, address: str) -> None:
    answer = get(stocked, address)

    assert 404 == answer.status_code or 405 == answer.status_code
    assert "Traceback" not in answer.text


def test_what_was_asked_is_written_down_and_can_be_taken_back(
    stocked: FlaskClient, path: Path
) -> None:
    asked = {"verb": "ask", "who": "ana", "field-want": "interview", "back": "/"}
    assert "Written down: asked, Ana Silva." in send(stocked, "/do", **asked).text
    with Store.open(path) as store:
        assert 1 == len(store.ledger().asks)

    assert "Taken back" in send(stocked, "/history/take-back", back="/").text
    with Store.open(path) as store:
        assert 0 == len(store.ledger().asks)


def test_a_name_that_was_given_becomes_a_lead(stocked: FlaskClient, path: Path) -> None:
    said = {"verb": "refer", "who": ["ana", "Zoe Quist (Acme)"], "field-new": "yes"}
    send(stocked, "/do", **said)

    with Store.open(path) as store:
        leads = [p.name for p in store.ledger().people.values() if p.lead]
    assert ["Zoe Quist"] == leads


@pytest.mark.parametrize(
    "form",
    [
        {"verb": "forget", "who": "ana"},
        {"verb": "log", "who": "ana"},
        {"verb": "log", "who": "ana", "field-kind": "danced"},
        {"verb": "log", "who": "ana", "field-kind": "met", "field-day": "soon"},
        {"verb": "log", "who": "ana", "field-kind": "met", "field-ledger": "x"},
        {"verb": "log", "who": "nobody", "field-kind": "met"},
        {"verb": "refer", "who": "ana"},
        {},
    ],
)
def test_a_form_that_cannot_be_meant_changes_nothing_and_says_so(
    stocked: FlaskClient, path: Path, form: dict[str, str]
) -> None:
    before = path.stat().st_size
    answer = send(stocked, "/do", **form)

    assert 400 == answer.status_code
    assert "Traceback" not in answer.text
    with Store.open(path) as store:
        assert (0, 0) == (len(store.ledger().events), len(store.ledger().referrals))
    assert before == path.stat().st_size


@pytest.mark.parametrize("back", ["//evil.example", "https://evil.example", "/\\evil.example", ""])
def test_a_form_leads_back_to_a_page_of_ours_only(stocked: FlaskClient, back: str) -> None:
    form = {"verb": "log", "who": "ana", "field-kind": "met", "back": back}
    answer = stocked.post("/do", data=form, base_url=HERE, headers=OURS)

    assert answer.headers["Location"].startswith("/?done=")


def test_an_upload_is_told_about_first_and_then_read_in(user: FlaskClient, path: Path) -> None:
    row = b"Ana,Silva,https://www.linkedin.com/in/ana,,Acme,Nurse,01 May 2020\n"
    files = {"files": (io.BytesIO(CONNECTIONS + row), "Connections.csv")}
    told = user.post("/import", data=files, base_url=HERE, headers=OURS)
    assert "1 people" in told.text
    with Store.open(path) as store:
        assert {EGO} == store.ledger().people.keys()

    done = send(user, action_in(told.text), answer="yes")
    assert "Read in: Connections.csv" in done.text
    with Store.open(path) as store:
        assert "Ana Silva" in {p.name for p in store.ledger().people.values()}
    assert [] == list(Path(tempfile.gettempdir()).glob(f"*{action_in(told.text)[8:]}"))


def test_a_file_of_no_use_is_said_and_leaves_nothing_behind(user: FlaskClient) -> None:
    files = {"files": (io.BytesIO(b"\x00\x01"), "../../odd.bin")}
    answer = user.post("/import", data=files, base_url=HERE, headers=OURS)

    assert 400 == answer.status_code
    assert "nothing to import" in answer.text


def test_hostile_names_are_shown_as_text_on_every_page(user: FlaskClient, path: Path) -> None:
    with Store.open(path) as store, store.change("people", at=NOW) as change:
        names = [text for text in corpus() if text.strip()][:200]
        change.put(Person(f"p{n}", text, company=text, title=text) for n, text in enumerate(names))
        change.put([Goal("g1", names[0])])
    for address in ("/", "/people", "/people/p0", "/people/p7", "/goals", "/history"):
        parser = Tags()
        parser.feed(get(user, address).text)
        assert not {"img", "svg", "object", "embed"} & parser.seen
        assert ["/static/page.js"] == parser.scripts
        assert not [name for name in parser.attributes if name.startswith("on")]


class Tags(HTMLParser):
    """The elements and attributes of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: set[str] = set()
        self.attributes: set[str] = set()
        self.scripts: list[str | None] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        self.attributes |= {name for name, _ in attrs}
        if tag == "script":
            self.scripts.append(dict(attrs).get("src"))


def action_in(page: str) -> str:
    start = page.index('action="/import/') + len('action="')
    return page[start : page.index('"', start)]


def test_a_letter_and_a_page_to_prepare_with_are_one_click_away(stocked: FlaskClient) -> None:
    assert "Ana" in get(stocked, "/people/ana/write/request?language=xx").text
    german = get(stocked, "/people/ana/write/request?language=de").text
    assert german != get(stocked, "/people/ana/write/request").text
    assert "Ana Silva" in get(stocked, "/people/ana/prepare?minutes=9999").text
