"""A person at the page, without a browser: plain addresses and plain forms."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from cli.actions import writer
from netgraph.model.kinds import KINDS, place
from netgraph.model.records import Fact, Ledger
from netgraph.store import Store
from netgraph.web.app import create_app
from netgraph.web.keys import Keys
from netgraph.web.work import Works

DAY = date(2026, 5, 1)
NOW = datetime(2026, 5, 1, 12, tzinfo=UTC)
HERE = "http://127.0.0.1:8765"
OURS = {"Sec-Fetch-Site": "same-origin"}
PAGES = (
    "/ /people /people?q=ana&order=last&basis=stated /people/ana /people/ana/why "
    "/people/ana/prepare /people/ana/write/thanks /people/ana/debrief /employers /employers/Acme "
    "/goals /goals/g1 /applications /map /tree /report /numbers /learned /import /closeness "
    "/doors /same /ties /history /settings /settings/letters"
).split()  # fmt: skip
"""Every page, of a store with Ana and a goal."""


def application(
    path: Path, keys: Keys, *, read_only: bool = False, pseudonymous: bool = False
) -> Flask:
    """Return the pages on a store."""
    return create_app(
        path,
        keys,
        day=lambda: DAY,
        now=lambda: NOW,
        commands=writer,
        read_only=read_only,
        pseudonymous=pseudonymous,
    )


@dataclass
class User:
    """Somebody who has opened the page with the key."""

    app: Flask
    client: FlaskClient

    @classmethod
    def at(cls, path: Path, **options: bool) -> User:
        """Return a user of the store at a path."""
        keys = Keys()
        app = application(path, keys, **options)
        client = app.test_client()
        client.get("/", query_string={"key": keys.issue()}, base_url=HERE)
        return cls(app, client)

    def get(self, address: str) -> TestResponse:
        """Look at an address."""
        return self.client.get(address, base_url=HERE)

    def post(self, address: str, **form: Any) -> TestResponse:
        """Send a form, and return the answer as it is."""
        answer = self.client.post(address, data=form, base_url=HERE, headers=OURS)
        answer.request.environ["wsgi.input"].close()  # a file, if what was sent is large
        return answer

    def send(self, address: str, **form: Any) -> TestResponse:
        """Send a form, and go where it leads."""
        return self.client.post(
            address, data=form, base_url=HERE, headers=OURS, follow_redirects=True
        )

    def upload(self, **files: bytes) -> str:
        """Drop files; return the address that says what is in them, when it is known."""
        sent = [(io.BytesIO(data), name.replace("__", ".")) for name, data in files.items()]
        answer = self.post("/import", files=sent)
        self.wait()
        return answer.headers["Location"]

    def wait(self) -> None:
        """Wait until everything is read."""
        works: Works = self.app.extensions["works"]
        for work in works.all():
            work.wait(60)


class Tags(HTMLParser):
    """The elements and attributes of a page, and where its scripts come from."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.seen: set[str] = set()
        self.attributes: set[str] = set()
        self.scripts: list[str | None] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        self.attributes |= {name for name, _ in attrs}
        if tag == "script":
            self.scripts.append(dict(attrs).get("src"))


class Forms(HTMLParser):
    """The forms of a page that write something down, and what their buttons say they do."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.titles: list[list[str]] = []
        self._open = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        if tag == "form":
            self._open = said.get("action") == "/do"
            if self._open:
                self.titles.append([])
        if tag == "button" and self._open:
            self.titles[-1].append(said.get("title") or "")


def facts_of(ledger: Ledger) -> list[Fact]:
    """Return all facts of a ledger."""
    kinds = [getattr(ledger, place(kind)) for kind in KINDS.values()]
    held = [some.values() if isinstance(some, Mapping) else some for some in kinds]
    return [fact for some in held for fact in some]


def ledger_of(path: Path) -> Ledger:
    """Return what is in a store."""
    with Store.open(path) as store:
        return store.ledger()
