from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from netgraph.importing.report import FileReport
from netgraph.model.errors import UnreadableFile
from netgraph.model.records import EventKind, Step, Value
from netgraph.store import Store

from .exports import ANA, AT, BO, CONNECTIONS, Network, folder, names, table, writes

HEADER = "date,kind,person,by,to,target,status,value,note"
K = EventKind


@pytest.fixture
def network(tmp_path: Path) -> Network:
    """Return a network that knows Ana and Bo."""
    network = Network(tmp_path / "network.db")
    rows = table(
        CONNECTIONS,
        ("Ana", "Silva", ANA, "ana@example.org", "Acme", "Analyst", "12 Mar 2023"),
        ("Bo", "Chen", BO, "", "Blue River", "Chemist", "01 Feb 2020"),
    )
    network.take(folder(tmp_path, "export", {"Connections.csv": rows}))
    return network


def write(network: Network, *rows: str) -> FileReport:
    """Import a journal of these lines."""
    path = network.path.with_name("journal.csv")
    path.write_text("\n".join([HEADER, *rows]) + "\n")
    (file,) = network.take(path).files
    return file


@pytest.mark.parametrize(
    ("word", "kind", "by_ego"),
    [
        ("met", K.MET, True),
        ("talked", K.TALKED, True),
        ("interview", K.INTERVIEW, False),
        ("helped", K.HELPED, True),
        ("was-helped", K.HELPED, False),
        ("thanked", K.THANKED, True),
        ("sent", K.ARTICLE, True),
        ("reported-back", K.REPORTED, True),
        ("paid-forward", K.PAID_FORWARD, True),
        ("note", K.NOTE, True),
    ],
)
def test_each_kind_has_its_giver(
    network: Network, word: str, kind: EventKind, by_ego: bool
) -> None:
    write(network, f"2026-01-05,{word},{ANA},,,,,,Some words")

    givers = ("me", "Ana Silva") if by_ego else ("Ana Silva", "me")
    assert writes(network.ledger()) == [(str(kind), *givers)]
    assert [(e.day, e.note) for e in network.ledger().events] == [(date(2026, 1, 5), "Some words")]


@pytest.mark.parametrize(
    "who", [ANA, "Ana Silva", "ana silva", "ANA@example.org", "Ana Silva (Acme)"]
)
def test_a_person_is_named_by_address_name_or_name_and_firm(network: Network, who: str) -> None:
    write(network, f"2026-01-05,talked,{who},,,,,,")

    assert writes(network.ledger()) == [("talked", "me", "Ana Silva")]


def test_a_name_nobody_knows_is_a_lead(network: Network) -> None:
    file = write(network, f"2026-01-05,referral,Pavel Drozdík (Windrow Grid),{ANA},,,named,,")
    (lead,) = [p for p in network.ledger().people.values() if p.lead]

    assert (file.people_new, lead.name, lead.company) == (1, "Pavel Drozdík", "Windrow Grid")
    assert "Windrow Grid" in {o.name for o in network.ledger().organisations.values()}


def test_the_same_name_at_another_firm_is_somebody_else(network: Network) -> None:
    write(network, "2026-01-05,talked,Ana Silva (Watershed),,,,,,")

    assert names(network.ledger()) == ["Ana Silva", "Ana Silva", "Bo Chen"]


def test_a_referral_lives_on_over_several_lines(network: Network) -> None:
    write(
        network,
        f"2026-01-05,referral,Pavel,{ANA},,,named,,",
        f"2026-01-07,referral,Pavel,{ANA},,,introduced,,",
        "2026-01-09,interview,Pavel,,,,,,",
        f"2026-01-09,referral,Pavel,{ANA},,,met,,",
    )
    (referral,) = network.ledger().referrals

    assert [(s.status, s.day and s.day.day) for s in referral.steps] == [
        ("named", 5), ("introduced", 7), ("met", 9),
    ]  # fmt: skip


def test_an_ask_lives_on_and_a_new_one_begins_when_it_is_over(network: Network) -> None:
    write(
        network,
        f"2026-01-05,ask,{ANA},,,Watershed,asked,,",
        f"2026-01-06,ask,{ANA},,,Watershed,done,,Gladly",
        f"2026-03-05,ask,{ANA},,,Watershed,asked,,",
        f"2026-03-05,ask,{ANA},,,a reference,asked,,",
        f"2026-03-06,ask,{ANA},,,,asked,,",
        f"2026-03-09,interview,{ANA},,,,,,",
    )
    asks = sorted(network.ledger().asks, key=lambda a: (a.steps[0].day or date.min, a.want))

    assert [(a.want, a.target, [s.status for s in a.steps]) for a in asks] == [
        ("introduction", "Watershed", ["asked", "done"]),
        ("help", "a reference", ["asked"]),
        ("introduction", "Watershed", ["asked"]),
        ("interview", "", ["asked", "done"]),
    ]


def test_a_promise_is_due_when_its_words_say(network: Network) -> None:
    write(
        network,
        f"2026-04-28,promised,{ANA},,,,,,Send the plan by 8 May",
        f"2026-04-29,promised,{ANA},,,,,2026-05-20,Send the rest",
        f"2026-04-30,promised,{ANA},,,,,,Find a speaker",
    )

    assert [e.due for e in network.ledger().events] == [date(2026, 5, 8), date(2026, 5, 20), None]


def test_a_planned_talk_has_its_day(network: Network) -> None:
    write(network, f"2026-04-28,planned,{ANA},,,,,2026-05-05,By video")

    assert [(K.PLANNED, date(2026, 5, 5))] == [(e.kind, e.due) for e in network.ledger().events]


def test_a_goal_is_reached_once_however_often_the_file_is_read(network: Network) -> None:
    lines = ("2026-01-01,goal,,,,Acme,,,chemist", "2026-03-01,goal,,,,,done,,chemist")
    write(network, *lines)
    write(network, *lines)

    [goal] = network.ledger().goals
    assert [("open", date(2026, 1, 1)), ("done", date(2026, 3, 1))] == [
        (step.status, step.day) for step in goal.steps
    ]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("2026-03-01,goal,,,,,done,,chemist", "no goal of these words was open before"),
        ("2026-03-01,goal,,,,,lost,,chemist", "a goal is open or done, not 'lost'"),
    ],
)
def test_a_goal_that_was_never_open_is_not_reached(network: Network, row: str, reason: str) -> None:
    with pytest.raises(UnreadableFile, match=reason):
        write(network, row)


@pytest.mark.parametrize(
    ("words", "field", "value"),
    [
        ("not before 2026-06-01", "not_before", date(2026, 6, 1)),
        ("at most one ask a quarter", "asks_per_quarter", 1.0),
        ("2 asks per quarter", "asks_per_quarter", 2.0),
        ("Never ask", "never_ask", True),
    ],
)
def test_a_limit_is_a_statement(network: Network, words: str, field: str, value: Value) -> None:
    write(network, f"2026-02-14,limit,{ANA},,,,,,{words}")
    (said,) = network.ledger().statements

    assert (said.field, said.value, said.day) == (field, value, date(2026, 2, 14))


def test_goals_ties_introductions_and_reflections(network: Network) -> None:
    write(
        network,
        "2026-01-01,goal,,,,Watershed;Acme,,,data scientist in climate tech",
        f"2026-01-02,tie,{ANA},,{BO},,,close,They share an office",
        f"2026-01-03,introduced,{ANA},,{BO},,,,",
        "2026-01-04,note,,,,,,,Reflect: fewer talks",
    )
    ledger = network.ledger()
    (goal,) = ledger.goals
    (tie,) = [t for t in ledger.ties if t.source == "you"]
    (introduction,) = [e for e in ledger.events if e.kind == K.INTRODUCTION]

    assert (goal.text, goal.companies) == ("data scientist in climate tech", ("Watershed", "Acme"))
    assert (tie.basis, tie.closeness) == ("stated", "close")
    assert ledger.people[introduction.about or ""].name == "Bo Chen"
    assert [e.note for e in ledger.events if e.kind == K.REFLECTED] == ["Reflect: fewer talks"]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (f"5 Jan,talked,{ANA},,,,,,", "the date '5 Jan' is not YYYY-MM-DD"),
        (f"2026-01-05,danced,{ANA},,,,,,", "'danced' is no kind of line"),
        ("2026-01-05,talked,,,,,,,", "it names no person"),
        (f"2026-01-05,talked,{ANA}-nobody,,,,,,", "nobody known has the address"),
        ("2026-01-05,talked,!!,,,,,,", "is no name"),
        ("2026-01-05,talked,me,,,,,,", "somebody other than you"),
        ("2026-01-05,referral,Pavel,,,,named,,", "who passed the name on"),
        (f"2026-01-05,referral,{BO},{ANA},,,eaten,,", "'eaten' is no step"),
        (f"2026-01-05,ask,{ANA},,,,eaten,,", "'eaten' is no step"),
        (f"2026-01-05,tie,{ANA},,,,,,", "a tie needs two people"),
        (f"2026-01-05,tie,{ANA},,{BO},,,chummy,", "is not close, warm or barely"),
        (f"2026-01-05,limit,{ANA},,,,,,be nice", "a limit is"),
        ("2026-01-05,goal,,,,,,,", "say what you look for"),
        (f"2026-01-05,helped,{ANA},,,,,much,", "the value 'much' is no number"),
    ],
)  # fmt: skip
def test_a_line_that_cannot_be_meant_is_named(network: Network, row: str, reason: str) -> None:
    file = write(network, f"2026-01-01,talked,{BO},,,,,,", row)

    assert [s.line for s in file.skipped] == [3]
    assert reason in file.skipped[0].reason


def test_lines_may_stand_in_any_order(network: Network) -> None:
    write(
        network,
        f"2026-01-07,referral,Pavel,{ANA},,,introduced,,",
        f"2026-01-05,referral,Pavel,{ANA},,,named,,",
    )
    (referral,) = network.ledger().referrals

    assert [s.status for s in referral.steps] == ["named", "introduced"]


LINES = (
    "2026-01-01,goal,,,,Watershed,,,data scientist",
    f"2026-01-05,ask,{ANA},,,Watershed,asked,,",
    f"2026-01-06,referral,Pavel (Windrow),{ANA},,,named,,",
    "2026-01-09,interview,Pavel (Windrow),,,,,,",
    "2026-01-09,interview,Pavel (Windrow),,,,,,",
    f"2026-02-14,limit,{ANA},,,,,,never ask",
)  # fmt: skip


def test_the_same_journal_twice_changes_nothing(network: Network) -> None:
    write(network, *LINES)
    before = network.facts()
    write(network, *LINES)

    assert network.facts() == before
    assert len([e for e in before.events if e.kind == K.INTERVIEW]) == 2


def test_a_journal_that_grew_adds_only_what_is_new(network: Network) -> None:
    write(network, *LINES)
    before = network.facts()
    file = write(network, *LINES, f"2026-03-01,ask,{ANA},,,Watershed,done,,")
    after = network.facts()

    assert (file.people_new, file.events_new) == (0, 0)
    assert [len(a.steps) for a in after.asks] == [2]
    assert after.events == before.events


def test_a_lead_who_turns_up_in_an_export_keeps_what_was_written(
    network: Network, tmp_path: Path
) -> None:
    write(network, *LINES)
    rows = table(CONNECTIONS, ("Pavel", "", f"{ANA}-pavel", "", "Windrow", "Miller", "12 Mar 2026"))
    network.take(folder(tmp_path, "newer", {"Connections.csv": rows}))
    before = network.facts()
    write(network, *LINES)

    assert network.facts() == before


def test_two_of_a_name_must_be_told_apart(network: Network, tmp_path: Path) -> None:
    twin = table(CONNECTIONS, ("Ana", "Silva", f"{ANA}-2", "", "Watershed", "", "12 Mar 2026"))
    network.take(folder(tmp_path, "newer", {"Connections.csv": twin}))
    file = write(
        network, "2026-01-05,talked,Ana Silva,,,,,,", "2026-01-05,talked,Ana Silva (Acme),,,,,,"
    )

    assert [(s.line, s.reason) for s in file.skipped] == [
        (2, "2 people are called Ana Silva: write the profile address")
    ]


def test_a_step_recorded_elsewhere_is_kept(network: Network) -> None:
    write(network, *LINES)
    (ask,) = network.facts().asks
    agreed = replace(ask, steps=(*ask.steps, Step(date(2026, 1, 20), "agreed")))
    with Store.open(network.path) as store, store.change("ask", at=AT) as change:
        change.put([agreed])
    write(network, *LINES)

    assert network.facts().asks == (agreed,)


def test_an_ask_for_a_person_names_them(network: Network) -> None:
    write(network, f"2026-01-05,ask,{ANA},,,{BO},asked,,", f"2026-01-05,ask,{BO},,,CV,asked,help,")
    ledger = network.ledger()
    asks = {a.want: a.target for a in ledger.asks}

    assert ledger.people[asks["introduction"]].name == "Bo Chen"
    assert asks["help"] == "CV"


def test_a_promise_whose_words_name_no_day_is_due_whenever(network: Network) -> None:
    file = write(
        network,
        f"2026-04-28,promised,{ANA},,,,,,A book by 30 February",
        f"2026-04-28,promised,{ANA},,,,,someday,A book",
    )

    assert [e.due for e in network.ledger().events] == [None]
    assert [s.line for s in file.skipped] == [3]


def test_a_damaged_journal_does_not_keep_other_files_out(network: Network, tmp_path: Path) -> None:
    line = f"2026-01-05,met,{ANA},,,,,,{'x' * 20_000}\0"
    cy = table(CONNECTIONS, ("Cy", "Young", f"{ANA}-2", "", "", "", "01 Feb 2020"))
    export = folder(tmp_path, "new", {"journal.csv": f"{HEADER}\n{line}\n", "Connections.csv": cy})
    notes = {file.path: (file.kind, file.note) for file in network.take(export).files}

    assert {
        "new/Connections.csv": ("connections", ""),
        "new/journal.csv": (
            "unreadable", "not a text file, or damaged: it has NUL bytes (first in line 2)",
        ),
    } == notes  # fmt: skip
    assert ["Ana Silva", "Bo Chen", "Cy Young"] == names(network.ledger())


def test_an_ask_that_says_no_more_was_asked_and_asking_twice_in_a_day_is_once(
    network: Network,
) -> None:
    row = f"2026-01-05,ask,{ANA}"  # a short row

    assert [] == [*write(network, row).skipped, *write(network, row).skipped]
    with Store.open(network.path) as store:
        (ask,) = store.ledger().asks
    assert (Step(date(2026, 1, 5), "asked"),) == ask.steps
