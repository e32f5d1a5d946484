"""Nobody but the user reaches the page: each attack has the right answer."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from netgraph.web.keys import Keys
from tests.web.user import HERE, application

COOKIE = "netgraph-8765"


@pytest.fixture
def keys() -> Keys:
    return Keys()


def made(tmp_path: Path, keys: Keys, *, read_only: bool = False) -> Flask:
    store = tmp_path / "network.db"
    app = application(store, keys, read_only=read_only)

    @app.route("/probe", methods=["GET", "POST"])
    def probe() -> str:
        return "reached"

    return app


@pytest.fixture
def visitor(tmp_path: Path, keys: Keys) -> FlaskClient:
    return made(tmp_path, keys).test_client()


@pytest.fixture
def user(visitor: FlaskClient, keys: Keys) -> FlaskClient:
    visitor.get("/", query_string={"key": keys.issue()}, base_url=HERE)
    return visitor


def test_a_key_opens_the_page_once_and_leaves_a_clean_address(
    visitor: FlaskClient, keys: Keys
) -> None:
    key = keys.issue()
    first = visitor.get("/probe", query_string={"key": key}, base_url=HERE)

    assert (303, "/probe") == (first.status_code, first.headers["Location"])
    assert "HttpOnly" in first.headers["Set-Cookie"]
    assert "SameSite=Strict" in first.headers["Set-Cookie"]
    assert 200 == visitor.get("/probe", base_url=HERE).status_code
    assert 403 == visitor.get("/probe", query_string={"key": key}, base_url=HERE).status_code


@pytest.mark.parametrize("cookie", [None, "", "guessed", "é"])
def test_without_a_cookie_of_ours_everything_is_refused(
    visitor: FlaskClient, cookie: str | None
) -> None:
    if cookie is not None:
        visitor.set_cookie(COOKIE, cookie, domain="127.0.0.1")

    answer = visitor.get("/probe", base_url=HERE)
    assert 403 == answer.status_code
    assert "reached" not in answer.text


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1:1", "127.0.0.1", "[::1]:8765", "::"])
def test_a_foreign_host_is_refused(user: FlaskClient, host: str) -> None:
    assert 400 == user.get("/probe", base_url=HERE, headers={"Host": host}).status_code


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site", "Origin": HERE},
        {"Origin": "http://evil.example"},
        {"Origin": "http://127.0.0.1:9999"},
        {"Origin": "null"},
        {},
    ],
)
def test_a_form_of_another_page_is_refused(user: FlaskClient, headers: dict[str, str]) -> None:
    assert 403 == user.post("/probe", base_url=HERE, headers=headers).status_code


@pytest.mark.parametrize("headers", [{"Sec-Fetch-Site": "same-origin"}, {"Origin": HERE}])
def test_a_form_of_ours_is_let_through(user: FlaskClient, headers: dict[str, str]) -> None:
    assert "reached" == user.post("/probe", base_url=HERE, headers=headers).text


def test_who_may_only_look_cannot_change_anything(tmp_path: Path, keys: Keys) -> None:
    user = made(tmp_path, keys, read_only=True).test_client()
    user.get("/", query_string={"key": keys.issue()}, base_url=HERE)

    assert 200 == user.get("/probe", base_url=HERE).status_code
    headers = {"Sec-Fetch-Site": "same-origin"}
    for method in ("POST", "PUT", "PATCH", "DELETE"):
        answer = user.open("/probe", method=method, base_url=HERE, headers=headers)
        assert 403 == answer.status_code


def test_every_answer_says_what_it_may_do(user: FlaskClient) -> None:
    for path in ("/probe", "/nothing-here"):
        headers = user.get(path, base_url=HERE).headers
        assert "default-src 'none'" in headers["Content-Security-Policy"]
        assert ("nosniff", "no-referrer", "no-store") == (
            headers["X-Content-Type-Options"],
            headers["Referrer-Policy"],
            headers["Cache-Control"],
        )
