"""The commands around a talk, on a store of their own."""

from __future__ import annotations

import json
import shlex
from collections.abc import Callable
from email import message_from_bytes, policy
from pathlib import Path
from typing import Any

import pyperclip
import pytest
from click.testing import CliRunner, Result

from cli.main import cli

Run = Callable[..., Result]
DAY = "2026-05-06"


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Return a function that runs a command line on a store of its own."""

    def run_line(line: str, *, as_of: str = DAY, code: int = 0, typed: str | None = None) -> Result:
        args = ["--store", str(tmp_path / "network.db"), "--as-of", as_of, *shlex.split(line)]
        result = CliRunner().invoke(cli, args, input=typed)
        assert code == result.exit_code, result.output
        assert result.exception is None or isinstance(result.exception, SystemExit)
        return result

    return run_line


def answer(result: Result) -> Any:
    return json.loads(result.stdout)


def test_a_draft_has_the_keys_of_the_contract(run: Run) -> None:
    run("add 'Ana Silva (Acme)' --email ana@example.org")

    letter = answer(run("draft request ana --json"))["draft"]

    assert {"kind", "person", "subject", "text", "words", "blanks"} <= letter.keys()
    assert ("request", "Ana Silva") == (letter["kind"], letter["person"]["name"])
    assert 41 <= letter["words"] == len(letter["text"].split()) <= 74
    assert all(f"[{blank}]" in letter["text"] for blank in letter["blanks"])


def test_a_draft_shows_what_to_look_at(run: Run) -> None:
    run("add 'Ana Silva (Acme)' --email ana@example.org")

    shown = run("draft thanks ana").stdout

    assert "Subject: Thank you" in shown
    assert "to fill in: one thing you learned from them" in shown
    assert "mailto:ana@example.org?subject=Thank%20you" in shown


def test_a_message_file_opens_as_a_draft_and_is_private(run: Run, tmp_path: Path) -> None:
    run("add 'Ana Silva (Acme)' --email ana@example.org")
    path = tmp_path / "ana.eml"

    run(f"draft request ana --eml {path}")

    mail = message_from_bytes(path.read_bytes(), policy=policy.default)
    assert ("1", "Ana Silva <ana@example.org>") == (mail["X-Unsent"], mail["To"])
    assert 0o600 == path.stat().st_mode & 0o777
    assert "cannot write" in run("draft request ana --eml /no/such/x.eml", code=1).stderr


def test_the_text_goes_to_the_clipboard_where_there_is_one(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied: list[str] = []
    run("add 'Ana Silva (Acme)'")

    monkeypatch.setattr(pyperclip, "copy", copied.append)
    letter = answer(run("draft request ana --json --copy"))["draft"]
    assert [letter["text"]] == copied

    def no_clipboard(text: str) -> None:
        raise pyperclip.PyperclipException("none")

    monkeypatch.setattr(pyperclip, "copy", no_clipboard)
    assert "There is no clipboard here" in run("draft request ana --copy").stderr


@pytest.mark.parametrize(
    ("line", "words", "code"),
    [
        ("draft love ana", "'love' is not one of", 2),
        ("draft introduction ana", "--for=SOMEBODY", 1),
        ("draft via ana", "--via INTRODUCER", 1),
        ("draft request ana --language xx", "there are de, en", 1),
        ("draft request nobody", "nobody is called", 2),
    ],
)
def test_a_draft_that_cannot_be_meant_is_one_clear_line(
    run: Run, line: str, words: str, code: int
) -> None:
    run("add 'Ana Silva (Acme)'")

    assert words in run(line, code=code).stderr


def test_a_hostile_template_is_refused(run: Run, tmp_path: Path) -> None:
    run("add 'Ana Silva (Acme)'")
    mine = tmp_path / "templates" / "en" / "request.j2"
    mine.parent.mkdir(parents=True)
    mine.write_text("Subject: x\n\n{{ you.__class__ }}")

    assert "looks into __class__: it may only read facts" in run("draft request ana", code=1).stderr


DEBRIEF = (
    "Learned: half the work is asking where a number comes from #data+\n"
    "Named: @Fia Berg (Bosch) and @Leo Kern (Siemens)\n"
    "Promised: !friday send my notes\n"
)


def test_from_nothing_to_a_debrief_with_two_leads_and_a_thank_you(run: Run, tmp_path: Path) -> None:
    run("add 'Ana Silva (Acme)' --email ana@example.org")
    notes = tmp_path / "notes.txt"
    notes.write_text(DEBRIEF)

    stored = run(f"debrief ana --file {notes} --yes")
    due = {(d["kind"], d["person"]["name"]) for d in answer(run("today --json"))["due"]}
    letter = answer(run("draft thanks ana --json"))["draft"]

    assert "Stored: 2 new leads, 1 promise." in stored.stdout
    assert "Next: netgraph draft thanks 'Ana Silva'" in stored.stdout
    assert "new: Fia Berg (Bosch), named by Ana Silva" in stored.stderr
    assert {("thank", "Ana Silva"), ("promise", "Ana Silva"), ("write to", "Fia Berg")} <= due
    assert "half the work is asking where a number comes from data" in letter["text"]
    assert "Fia Berg and Leo Kern" in letter["text"]
    assert "As promised: send my notes (by 8 May)." in letter["text"]
    assert [] == letter["blanks"] or ["your name"] == letter["blanks"]


def test_what_one_free_text_says_is_beside_the_letter_and_not_in_it(run: Run) -> None:
    run("add 'Ana Silva (Acme)'")
    run("debrief ana 'She was in a hurry. #pay is fair' --yes")
    letter = answer(run("draft thanks ana --json"))["draft"]

    assert "hurry" not in letter["text"]
    assert ["2026-05-06, learned: She was in a hurry. #pay is fair"] == letter["noted"]


def test_a_stranger_is_not_asked_about_and_the_end_of_the_answers_loses_none(
    run: Run, tmp_path: Path
) -> None:
    run("add 'Ana Silva'")
    stranger = run("debrief Nobody", typed="", code=2)
    assert "nobody is called 'Nobody'" in stranger.stderr
    assert "questions" not in stranger.stderr

    broken_off = run("debrief ana", typed="they need night nurses\n", code=1)

    [kept] = tmp_path.glob("debrief-*.txt")
    assert "Nothing was stored. Your words are in" in broken_off.stderr
    assert "they need night nurses" in kept.read_text()
    assert "one thing is enough" in run("debrief ana", typed="\n\n\n\n\n", code=1).stderr


def test_a_debrief_is_undone_whole_and_has_its_day(run: Run) -> None:
    run("add 'Ana Silva (Acme)'")
    found = answer(run("debrief ana '@Fia Berg (Bosch)' --yes --json"))["debrief"]
    assert ["Fia Berg"] == [lead["name"] for lead in found["leads"]]

    run("undo")

    assert ["Ana Silva"] == [p["name"] for p in answer(run("people --json"))["people"]]
    assert "still to come" in run("debrief ana x --on tomorrow --yes", code=2).stderr


def test_five_questions_on_a_terminal(run: Run) -> None:
    run("add 'Ana Silva (Acme)'")

    shown = run("debrief ana", typed="a lot\nyes\n@Fia Berg\n\nread more\ny\n")

    assert "What did you learn?" in shown.stderr
    assert "Stored: 1 new lead, 0 promises." in shown.stdout


def test_what_was_not_understood_right_is_kept_and_not_stored(run: Run, tmp_path: Path) -> None:
    run("add 'Ana Silva (Acme)'")

    shown = run("debrief ana 'My own words about @Fia Berg'", typed="n\n")

    [kept] = tmp_path.glob("debrief-*.txt")
    assert "My own words about @Fia Berg" in kept.read_text()
    assert str(kept) in shown.stderr
    assert 1 == len(answer(run("people --json"))["people"])
    run(f"debrief ana --file {kept} --yes")
    assert 2 == len(answer(run("people --json"))["people"])


def test_an_inbox_takes_the_files_that_name_somebody(run: Run, tmp_path: Path) -> None:
    run("add 'Ana Silva (Acme)'")
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    (inbox / "one.txt").write_text("Ana Silva\nLearned: much\n@Fia Berg")
    (inbox / "two.md").write_text("Nobody Known\nLearned: much")
    (inbox / "other.pdf").write_bytes(b"%PDF")

    shown = run(f"debrief --inbox {inbox} --yes --json")

    assert ["Ana Silva"] == [d["person"]["name"] for d in answer(shown)["debriefs"]]
    assert "two.md stays where it is: nobody is called 'Nobody Known'" in shown.stderr
    assert {"done", "two.md", "other.pdf"} == {p.name for p in inbox.iterdir()}
    assert ["one.txt"] == [p.name for p in (inbox / "done").iterdir()]


def test_forgetting_clears_a_name_from_everybodys_debriefs(run: Run, tmp_path: Path) -> None:
    run("add 'Ana Silva (Acme)'")
    run("add 'Noor Haddadin (Delta)'")
    run(
        "debrief ana --yes "
        "'Learned: @Noor Haddadin (Delta) is kind, said noor haddadin. Noor knows.'"
    )
    run("log note ana 'ask about Haddadin'")
    run("edit ana --needs 'a word with Noor Haddadin' --tag 'friend of Noor'")
    run("goal add 'work with Noor Haddadin' --hypothesis 'Haddadin decides'")
    run("tie Noor Ana --as mentor")
    run("tie ana me --as 'sister of Haddadin / related to Noor Haddadin'")
    run("apply Acme 'Analyst with Noor' --note 'Haddadin told me of it'")
    assert b"Haddadin" in (tmp_path / "network.db").read_bytes()

    run("forget Noor --yes")

    stored = (tmp_path / "network.db").read_bytes().decode("utf-8", "ignore")
    assert "haddadin" not in stored.lower()
    assert "Noor" not in stored
    letter = answer(run("draft thanks ana --json"))["draft"]
    assert "somebody (Delta) is kind, said somebody." in letter["text"]
    for line in ("today --json", "reflect --json", "show ana --json", "brief ana --json"):
        assert "noor" not in run(line).stdout.lower()


def test_a_debrief_goes_through_export_and_import(run: Run, tmp_path: Path) -> None:
    run("add 'Ana Silva (Acme)'")
    run("debrief ana 'Learned: #data is all\nand more' --yes")
    run(f"export {tmp_path / 'all.json'}")
    before = (tmp_path / "all.json").read_bytes()

    (tmp_path / "network.db").unlink()
    run(f"import {tmp_path / 'all.json'}")
    run(f"export {tmp_path / 'all.json'}")

    assert b"and more" in before
    assert before == (tmp_path / "all.json").read_bytes()


@pytest.mark.parametrize("line", ["debrief", "debrief ana --inbox ."])
def test_a_debrief_of_nobody_is_one_clear_line(run: Run, line: str) -> None:
    assert "name whom you talked with" in run(line, code=2).stderr


def test_reflect_tells_what_talks_taught(run: Run) -> None:
    assert "Nothing is written down" in run("reflect").stdout
    run("goal add 'data scientist' --hypothesis 'needs a degree'")
    for name, text in (
        ("Ana", "#remote+ yes\n+h1 she has one"),
        ("Ben", "#remote- no\n+h1 he too"),
    ):
        run(f"add '{name} Silva (Acme)'")
        run(f"debrief {name} 'Learned: {text}' --yes")

    shown = run("reflect").stdout
    found = answer(run("reflect --json"))["reflection"]

    assert "Two sides of remote" in shown
    assert "h1 needs a degree: 2 for, 0 against: probably" in shown
    assert 2 == found["talks"]
    assert ["Ana Silva"] == [v["name"] for v in found["contradictions"][0]["for_it"]]
    assert 0.75 == found["hypotheses"][0]["chance"]


def test_a_saved_place_lists_who_could_refer_and_an_offer_who_made_it_possible(run: Run) -> None:
    run("log interview 'Ana Silva (Acme)' --new --on 2026-05-04")

    saved = run("apply Acme Analyst --by 2026-05-29 --link https://example.org/1").stdout
    offer = run("apply acme --status offer").stdout
    rows = answer(run("apply --json"))["applications"]

    assert "ask by 22 May 2026 whether they would refer you:" in saved
    assert "- Ana Silva, works there" in saved
    assert "who made it possible:" in offer
    assert "netgraph draft landed 'Ana Silva'" in offer
    assert [("Acme", "Analyst", "offer")] == [(r["company"], r["title"], r["status"]) for r in rows]
    run("undo")
    assert "saved" == answer(run("apply --json"))["applications"][0]["status"]


def test_whoever_took_a_job_thanks_and_asks_for_no_other(run: Run) -> None:
    run("log interview 'Ana Silva (Acme)' --new --on 2026-05-04")
    run("add 'Ben Ode (Blue)'")
    ask = run("apply Blue Analyst").stdout
    taken = run("apply Acme Analyst --status taken").stdout
    both = run("apply").stdout
    run("log reported 'Ana Silva'")

    first = "Next: write to the first of them: netgraph draft"
    assert f"{first} request 'Ben Ode' --for=Blue" == ask.splitlines()[-1]
    for said in (taken, both):
        assert f"{first} landed 'Ana Silva'" == said.splitlines()[-1]
    assert "Next: how things stand: netgraph" == run("apply").stdout.splitlines()[-1]


def test_a_planned_talk_has_its_hour_in_the_confirmation_and_the_calendar(
    run: Run, tmp_path: Path
) -> None:
    run("add 'Ana Silva (Acme)'")
    run("edit me --introduction 'I turn messy data into decisions'")
    plan = "log planned ana --by 2026-05-08 --at 15:00 --zone Europe/Berlin --link https://x.org/1"
    run(plan)

    letter = answer(run("draft confirm ana --json"))["draft"]
    assert "on Friday, 8 May, at 15:00 (Europe/Berlin), here: https://x.org/1." in letter["text"]
    assert ["your name"] == letter["blanks"]
    assert "I turn messy data into decisions" in run("brief ana").stdout
    run(f"today --ics {tmp_path / 'due.ics'}")
    assert b"DTSTART:20260508T130000Z" in (tmp_path / "due.ics").read_bytes()
    assert "netgraph log planned" in run("log met ana --at 15:00", code=1).stderr
