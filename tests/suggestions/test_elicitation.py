"""Tests of `netgraph.suggestions.elicitation` and of the commands ``tie`` and ``path``."""

from __future__ import annotations

import json
import math
import os
import pty
import shlex
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from cli.main import cli
from netgraph.graph.build import network
from netgraph.graph.inference import group_chance
from netgraph.journal.who_knows_whom import answer
from netgraph.measures.paths import passing_on
from netgraph.model.actions import Action
from netgraph.model.as_of import AsOf
from netgraph.model.records import EGO, Gathering, Goal, Ledger, Person, Tie
from netgraph.store import Store
from netgraph.suggestions.elicitation import PER_PERSON, Question, questions
from tests.strategies import FIRMS, TODAY, ledgers

Run = Callable[..., Result]

PEOPLE = {
    "a": Person("a", "Ana Silva", company="Acme", title="Nurse"),
    "b": Person("b", "Ben Ode", company="Acme", title="Data Scientist"),
    "c": Person("c", "Cleo Park", company="Blue River", title="Cook"),
    "d": Person("d", "Dan Roe", company="Blue River", title="Lawyer"),
}
CLOSE_TO_A_AND_C = tuple(Tie(i, EGO, i, closeness="close") for i in "ac")
SPELLING = {s: o.id for o in FIRMS.values() for s in o.spellings}
BOOK = Ledger(PEOPLE, FIRMS, ties=CLOSE_TO_A_AND_C, spelling=SPELLING)
GOAL = Goal("g1", "data scientist")


def asked(book: Ledger, n: int = 10) -> list[Question]:
    """The questions about a ledger."""
    return questions(AsOf(book, TODAY), n=n)


def pairs(book: Ledger, n: int = 10) -> list[tuple[str, str]]:
    """The pairs asked about, the best first."""
    return [(question.u, question.v) for question in asked(book, n)]


def test_the_gain_is_uncertainty_times_what_a_yes_would_open() -> None:
    [question] = [q for q in asked(BOOK) if q.u == "a"]
    p, c = passing_on(1 - math.exp(-5 / 4)), group_chance(2)
    assert pytest.approx(c * (1 - c) * p) == question.gain
    assert ("both at Acme",) == question.why


def test_what_leads_to_somebody_who_fits_a_goal_comes_first() -> None:
    assert [("a", "b"), ("c", "d")] == pairs(replace(BOOK, goals=(GOAL,)))
    cook = replace(GOAL, text="lawyer")
    assert [("c", "d"), ("a", "b")] == pairs(replace(BOOK, goals=(cook,)))


def test_what_leads_into_a_company_of_a_goal_comes_first() -> None:
    firm = replace(GOAL, text="anything", companies=("BLUE RIVER Ltd",))
    assert [("c", "d"), ("a", "b")] == pairs(replace(BOOK, goals=(firm,)))


def test_a_company_near_a_goal_counts_half() -> None:
    firm = replace(GOAL, text="astronaut", companies=("Acme",), near=("Blue River",))
    found = asked(replace(BOOK, goals=(firm,)))
    assert [("a", "b"), ("c", "d")] == [(q.u, q.v) for q in found]
    assert pytest.approx(found[0].gain / 2) == found[1].gain


def test_what_leads_to_the_one_who_is_wanted_comes_first() -> None:
    assert ("c", "d") == pairs(replace(BOOK, goals=(replace(GOAL, text="", person="d"),)))[0]


def test_two_whom_ego_cannot_ask_are_no_question() -> None:
    assert [("a", "b")] == pairs(replace(BOOK, ties=CLOSE_TO_A_AND_C[:1]))


def test_a_tie_between_circles_tells_more_than_one_inside() -> None:
    met = Gathering("m", "meeting", None, ("a", "d"))
    third = Person("e", "Eve Moe", company="Acme")
    book = replace(BOOK, people=PEOPLE | {"e": third}, gatherings=(met,))
    found = {(q.u, q.v): q.gain for q in asked(book)}
    assert found["a", "d"] > found["a", "b"]


def test_nobody_is_named_too_often() -> None:
    crowd = {f"p{n}": Person(f"p{n}", f"Name {n}", company="Acme") for n in range(8)}
    ties = tuple(Tie(i, EGO, i, closeness="warm") for i in crowd)
    named = Counter(i for pair in pairs(Ledger(crowd, FIRMS, ties=ties)) for i in pair)
    assert PER_PERSON == max(named.values())


def test_only_as_many_are_asked_as_wanted() -> None:
    assert 1 == len(asked(BOOK, n=1))
    assert [] == asked(Ledger())


def test_the_action_says_yes_by_id() -> None:
    same = {"a": replace(PEOPLE["a"], name="-x"), "b": PEOPLE["b"]}
    [question] = asked(replace(BOOK, people=same, ties=CLOSE_TO_A_AND_C[:1]))
    assert Action("tie", ("a", "b")) == question.action


@given(ledgers(), st.integers(1, 4))
def test_only_inferred_ties_are_asked_about_and_an_answer_settles_them(
    book: Ledger, n: int
) -> None:
    G = network(book, as_of=TODAY)
    found = questions(AsOf(book, TODAY), n=n)
    assert len(found) <= n
    assert all("inferred" == G[q.u][q.v]["basis"] and 0 < q.gain < 1 for q in found)
    said = [t for q in found for t in answer(book, q.u, q.v, known=False)]
    after = network(replace(book, ties=(*book.ties, *said)), as_of=TODAY)
    assert not any(after.has_edge(q.u, q.v) for q in found)


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A store with the book."""
    path = tmp_path / "network.db"
    with (
        Store.open(path) as store,
        store.change("a book", at=datetime(2026, 5, 1, tzinfo=UTC)) as change,
    ):
        change.put([*PEOPLE.values(), *BOOK.ties, GOAL])
    return path


@pytest.fixture
def run(store: Path) -> Run:
    """Return a function that runs a command line on the store."""

    def run_line(line: str, *, code: int = 0) -> Result:
        args = ["--store", str(store), "--as-of", str(date(2026, 5, 1)), *shlex.split(line)]
        result = CliRunner().invoke(cli, args)
        assert code == result.exit_code, result.output
        return result

    return run_line


def told(run: Run, line: str) -> Any:
    """The JSON that a command prints."""
    return json.loads(run(f"{line} --json").stdout)


def test_tie_confirms_and_path_leads_over_it(run: Run) -> None:
    before = told(run, "path 'Ben Ode'")["paths"][0]
    tie = told(run, "tie ana ben --closeness close")["tie"]
    after = told(run, "path 'Ben Ode'")["paths"][0]
    assert ("stated", "close", True) == (tie["basis"], tie["closeness"], tie["known"])
    assert ["Ana Silva", "Ben Ode"] == [person["name"] for person in after["people"]][1:]
    assert ("inferred", "stated") == (before["weakest"]["basis"], after["weakest"]["basis"])
    assert before["chance"] < after["chance"]


def test_tie_denies_and_no_path_is_left_and_what_would_create_one_is_said(run: Run) -> None:
    assert "do not know each other" in run("tie ana ben --not").output
    document = told(run, "path 'Ben Ode'")
    assert [] == document["paths"]
    assert "nothing says whom Ben Ode knows" in document["advice"][0]
    assert "No chain to Ben Ode is known yet" in run("path 'Ben Ode'").output
    run("tie ana ben")
    assert 1 == len(told(run, "path 'Ben Ode'")["paths"])


def test_tie_and_its_denial_work_for_ego_too(run: Run) -> None:
    run("tie 'Ben Ode' me --closeness warm")
    assert 2 == len(told(run, "path 'Ben Ode'")["paths"][0]["people"])
    run("tie me 'Ben Ode' --not")
    assert 3 == len(told(run, "path 'Ben Ode'")["paths"][0]["people"])


def test_tie_can_be_undone(run: Run) -> None:
    run("tie ana ben --not")
    run("undo")
    assert 1 == len(told(run, "path 'Ben Ode'")["paths"])


def test_tie_writes_down_somebody_new_as_a_lead(run: Run, store: Path) -> None:
    run("tie ana 'Zoe New (Acme)'", code=2)
    run("tie ana 'Zoe New (Acme)' --new")
    with Store.open(store) as opened:
        [zoe] = [p for p in opened.ledger().people.values() if p.name == "Zoe New"]
    assert (True, "Acme") == (zoe.lead, zoe.company)


@pytest.mark.parametrize("line", ["tie ana", "tie", "tie ana ben --interview", "tie --not"])
def test_tie_without_two_people_says_what_is_missing(run: Run, line: str) -> None:
    assert "Usage" in run(line, code=2).output


def test_two_words_for_one_person_are_refused(run: Run) -> None:
    assert "one person twice" in run("tie ana silva", code=1).output


def test_path_says_what_each_link_rests_on(run: Run) -> None:
    lines = run("path Acme").output.splitlines()
    assert "You -> Ana Silva (Nurse at Acme): likely to say yes (54 %)" == lines[0]
    assert "     You - Ana Silva (54 %): you said: close" == lines[1]
    assert "     Ana Silva - Ben Ode (12 %): a guess, both at Acme" == lines[-2]


def test_the_interview_without_a_terminal_prints_questions_with_their_commands(run: Run) -> None:
    [first, *_] = told(run, "tie --interview -n 2")["questions"]
    assert {"a", "b", "confidence", "why", "command"} == first.keys()
    assert "netgraph tie 'Ana Silva' 'Ben Ode'" == first["command"]
    output = run("tie --interview -n 1").output
    assert "Does Ana Silva (Nurse at Acme) know Ben Ode (Data Scientist at Acme)?" in output
    assert "$ netgraph tie 'Ana Silva' 'Ben Ode'" in output


def test_the_interview_is_over_when_everything_is_answered(run: Run) -> None:
    run("tie ana ben --not")
    run("tie cleo dan --not")
    assert "Nothing to ask" in run("tie --interview").output


@pytest.mark.parametrize(
    ("typed", "known"),
    [
        ("y\nn\n", {("a", "b"): True, ("c", "d"): False}),
        ("s\nq\n", {}),
        ("n\n\x04", {("a", "b"): False}),
        ("y\nu\nno\nmaybe\n", {("a", "b"): False}),
        ("what\n?\nyes\n", {("c", "d"): True}),
        ("u\ny\nq\n", {("a", "b"): True}),
    ],
)
def test_the_interview_on_a_terminal_writes_the_answers_down(
    store: Path, typed: str, known: dict[tuple[str, str], bool]
) -> None:
    child, terminal = pty.fork()
    if not child:
        line = ["-m", "cli", "--store", str(store), "--as-of", "2026-05-01", "tie", "--interview"]
        os.execv(sys.executable, [sys.executable, *line])
    os.write(terminal, typed.encode())
    output = read_all(terminal)
    os.waitpid(child, 0)
    assert "1/2 Does Ana Silva" in output
    with Store.open(store) as opened:
        ties = opened.ledger().ties
    assert known == {(t.u, t.v): t.known for t in ties if EGO not in (t.u, t.v)}


def read_all(terminal: int) -> str:
    """Read a terminal until its program ends."""
    parts = []
    try:
        while part := os.read(terminal, 4096):
            parts.append(part)
    except OSError:
        pass  # what Linux says at the end
    return b"".join(parts).decode()
