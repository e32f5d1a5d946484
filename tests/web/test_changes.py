"""What a form says is written down, unless it cannot be meant or the facts are others by then."""

from __future__ import annotations

from pathlib import Path

import pytest

from netgraph.model.records import (
    Person,
)
from netgraph.store import Store
from tests.web.user import NOW, User


def test_what_was_asked_is_written_down_and_can_be_taken_back(stocked: User, path: Path) -> None:
    asked = {"verb": "ask", "who": "ana", "field-want": "interview", "back": "/people?q=ana"}
    shown = stocked.send("/do", **asked)
    assert "Written down: asked, Ana Silva." in shown.text
    assert "q=ana" in shown.request.query_string.decode()
    with Store.open(path) as store:
        assert 1 == len(store.ledger().asks)
        change = store.last()

    assert "Taken back" in stocked.send("/history/take-back", back="/", change=str(change)).text
    with Store.open(path) as store:
        assert 0 == len(store.ledger().asks)


def test_a_form_made_before_a_change_says_so_and_shows_both(stocked: User, path: Path) -> None:
    with Store.open(path) as store:
        seen = store.last()
        with store.change("edit Ana from the terminal", at=NOW) as change:
            change.put([Person("ana", "Ana Silva", company="Best", title="Data Scientist")])
    form = {"verb": "edit", "who": "ana", "field-company": "Crest", "was-company": "Acme"}
    answer = stocked.send("/do", **form, seen=str(seen))

    assert 409 == answer.status_code
    assert "edit Ana from the terminal" in answer.text
    assert "--company Crest" in answer.text
    assert '<bdi>Crest</bdi> <span class="soft">(now: <bdi>Best</bdi>)' in answer.text
    assert "Best" == company_of(path)
    assert 200 == stocked.send("/do", **form).status_code
    assert "Crest" == company_of(path)


def test_a_change_of_somebody_else_meanwhile_is_no_matter(stocked: User, path: Path) -> None:
    with Store.open(path) as store:
        seen = store.last()
        with store.change("add Ben", at=NOW) as change:
            change.put([Person("ben", "Ben Ode")])
    form = {"verb": "log", "who": "ana", "field-kind": "met"}

    assert 200 == stocked.send("/do", **form, seen=str(seen)).status_code


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
        {"verb": "edit", "who": "../../etc/passwd", "field-name": "x"},
        {},
    ],
)
def test_a_form_that_cannot_be_meant_changes_nothing_and_says_so(
    stocked: User, path: Path, form: dict[str, str]
) -> None:
    with Store.open(path) as store:
        before = store.facts()
    answer = stocked.send("/do", **form)

    assert 400 == answer.status_code
    assert "Traceback" not in answer.text
    with Store.open(path) as store:
        assert before == store.facts()


def company_of(path: Path) -> str:
    with Store.open(path) as store:
        return store.ledger().people["ana"].company


def test_a_store_that_another_program_holds_is_said(
    stocked: User, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("netgraph.web.reading.PATIENCE", 0.1)
    with Store.open(path) as store, store.change("something long", at=NOW):
        answer = stocked.post("/do", verb="log", who="ana", **{"field-kind": "met"})
        assert 200 == stocked.get("/people").status_code

    assert 400 == answer.status_code
    assert "in use by another netgraph; try again" in answer.text
