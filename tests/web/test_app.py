"""All pages together: what is not there, who may only look, looking changes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from netgraph.store import Store
from netgraph.web.app import BLUEPRINTS, create_app
from tests.web.user import PAGES, User


@pytest.mark.parametrize(
    "address",
    [
        "/people/nobody", "/people/me", "/people/../../etc/passwd", "/import/../x", "/import/x",
        "/static/../app.py", "/static/..%2fapp.py", "/goals/nothing", "/people/ana/write/poem",
        "/settings/export/..%2f..%2fetc%2fpasswd", "/settings/export/exe", "/people/ana%00",
        "/import/..%2f..%2ftmp", "/import/x/left-out.csv", "/employers/..%2f..%2fetc.json/x/y/",
    ],
)  # fmt: skip
def test_what_is_not_there_is_said_in_a_line(stocked: User, address: str) -> None:
    answer = stocked.get(address)

    assert answer.status_code in (404, 405) or address.startswith("/employers")
    assert "Traceback" not in answer.text
    assert "root:" not in answer.text


def test_who_may_only_look_sees_no_form_that_changes_anything(stocked: User, path: Path) -> None:
    guest = User.at(path, read_only=True)

    for address in PAGES:
        assert 'method="post"' not in guest.get(address).text, address
    assert 403 == guest.post("/do", verb="log", who="ana", **{"field-kind": "met"}).status_code


def test_looking_changes_nothing(stocked: User, path: Path) -> None:
    with Store.open(path) as store:
        before = store.facts(), store.changes()
    for address in PAGES:
        stocked.get(address)
        stocked.get(f"{address}{'&' if '?' in address else '?'}verb=log&who=ana&field-kind=met")
    for address in ("/do", "/history/take-back", "/people/ana/forget?sure=yes", "/settings/backup"):
        stocked.get(address)

    with Store.open(path) as store:
        assert before == (store.facts(), store.changes())


def test_every_module_of_pages_is_registered() -> None:
    assert len(BLUEPRINTS) == len({pages.name for pages in BLUEPRINTS})
    assert callable(create_app)
