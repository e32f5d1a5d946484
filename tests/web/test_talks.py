"""Around a talk: letters, the page before it, what was learned."""

from __future__ import annotations

from pathlib import Path

import pytest

from netgraph.store import Store
from tests.web.user import User


def test_a_letter_and_a_page_to_prepare_with_are_one_click_away(stocked: User) -> None:
    assert "Ana" in stocked.get("/people/ana/write/request?language=xx").text
    german = stocked.get("/people/ana/write/request?language=de").text
    assert german != stocked.get("/people/ana/write/request").text
    assert "Ana Silva" in stocked.get("/people/ana/prepare?minutes=9999").text


def test_a_debrief_is_shown_as_understood_before_it_is_kept(stocked: User, path: Path) -> None:
    words = "@Fia Berg (Bosch) knows the team. #pay is low. !friday send my notes"
    shown = stocked.send("/people/ana/debrief", note=words, day="2026-05-01").text
    assert "New: Fia Berg (Bosch)" in shown
    assert "You promised" in shown
    with Store.open(path) as store:
        assert () == store.ledger().debriefs

    kept = stocked.send("/people/ana/debrief", note=words, day="2026-05-01", right="yes", back="/")
    assert "Written down: what Ana Silva taught you (1 lead, 1 promise, 1 theme)." in kept.text
    with Store.open(path) as store:
        assert [words] == [d.note for d in store.ledger().debriefs]


def test_what_a_line_answers_is_said_before_it_as_in_the_terminal(stocked: User) -> None:
    words = "learned: wind is hard\nnext: read about it"
    stocked.send("/people/ana/debrief", note=words, day="2026-05-01", right="yes", back="/")
    document = stocked.get("/people/ana/debrief.json").json
    assert document is not None
    with Store.open(stocked.app.extensions["netgraph"].path) as store:
        (kept,) = store.ledger().debriefs
    assert ("wind is hard", "read about it", "") == (kept.learned, kept.then, kept.note)


@pytest.mark.parametrize("day", ["2027-01-01", "soon"])
def test_a_talk_to_come_is_not_debriefed(stocked: User, day: str) -> None:
    assert 400 == stocked.send("/people/ana/debrief", note="x", day=day).status_code


def test_a_letter_is_saved_as_a_draft_for_a_mail_program(stocked: User) -> None:
    mail = stocked.get("/people/ana/mail/thanks")
    assert ("message/rfc822", True) == (mail.mimetype, "X-Unsent: 1" in mail.text)


def test_the_page_before_a_talk_leads_to_the_debrief_and_names_no_command(stocked: User) -> None:
    shown = stocked.get("/people/ana/prepare").text
    assert 'Then: <a href="/people/ana/debrief">Debrief</a>' in shown
    assert "netgraph debrief" not in shown
