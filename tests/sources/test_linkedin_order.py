"""Exports of one account, of any year and in any order, make one network."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import permutations
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgraph.identity.decisions import questions
from netgraph.model.correspondence import every_event
from netgraph.model.records import Ledger
from tests.examples import few
from tests.sources.exports import (
    ANA,
    BEFORE_2023,
    BO,
    CONNECTIONS,
    ME,
    MESSAGES,
    PROFILE,
    Network,
    adds_up,
    folder,
    message,
    table,
)

SAMPLE = Path(__file__).parents[2] / "sample_data"
OF_2018 = "From,To,Date,Subject,Content,Direction,Folder"
DAYS = ("05-12-2018", "05-12-2022", "07-04-2024")
JOBS = st.sampled_from([("Acme", "Analyst"), ("Acme", "Boss"), ("Globex", "Analyst"), ("", "")])


def told(ledger: Ledger) -> dict[str, Any]:
    """Return what a ledger says, without the ids of what happened."""
    return {
        "people": ledger.people,
        "positions": sorted(ledger.positions, key=lambda p: p.id),
        "ties": sorted(ledger.ties, key=lambda t: t.id),
        "sources": ledger.sources,
        "events": sorted(
            (str(e.kind), str(e.day), e.giver, e.taker, e.note, e.count)
            for e in every_event(ledger)
        ),
    }


@st.composite
def exports(draw: st.DrawFn) -> list[tuple[str, dict[str, str]]]:
    """Draw two or three exports of one account; who is in one works somewhere at the time."""
    found = []
    for n in sorted(draw(st.sets(st.integers(0, 2), min_size=2))):
        rows = []
        for who in sorted(draw(st.sets(st.integers(0, 3), min_size=2))):
            email = draw(st.sampled_from(["", f"{who}@example.org", f"{who}@example.com"]))
            known_by = (f"{ANA}-{who}",) if n == 2 else ()
            job, on = draw(JOBS), f"1{who} Mar 2017"
            rows.append((("Ana", "Bo", "Cy", "Di")[who], "Silva", *known_by, email, *job, on))
        header = CONNECTIONS if n == 2 else BEFORE_2023
        found.append((f"Basic_{DAYS[n]}", {"Connections.csv": table(header, *rows)}))
    return found


@few(6)
@given(drawn=exports())
def test_the_order_of_exports_does_not_matter(drawn: list[tuple[str, dict[str, str]]]) -> None:
    with TemporaryDirectory() as root:
        paths = [folder(Path(root), name, files) for name, files in drawn]
        results = []
        for n, order in enumerate(permutations(paths)):
            network = Network(Path(root) / f"{n}.db")
            assert all(adds_up(f) for path in order for f in network.take(path).files)
            results.append(told(network.ledger()))

        assert all(result == results[0] for result in results)


def test_the_older_sample_export_may_come_first_or_last(tmp_path: Path) -> None:
    older, export = SAMPLE / "older", next(SAMPLE.glob("Complete_*"))
    forward, backward = Network(tmp_path / "a.db"), Network(tmp_path / "b.db")
    for path in (older, export):
        forward.take(path)
    for path in (export, older):
        backward.take(path)

    assert told(forward.ledger()) == told(backward.ledger())


def connections(header: str, *rows: Sequence[str]) -> dict[str, str]:
    return {"Connections.csv": table(header, *rows)}


def test_whom_an_older_export_showed_by_name_is_not_new(tmp_path: Path) -> None:
    network = Network(tmp_path / "n.db")
    row = ("Ana", "Silva", "", "Acme", "Analyst", "12 Mar 2017")
    network.take(folder(tmp_path, "Basic_05-12-2018", connections(BEFORE_2023, row)))
    new = [(*row[:2], ANA, *row[2:]), ("Bo", "Chen", BO, "", "", "", "12 Mar 2024")]
    report = network.take(folder(tmp_path, "Basic_07-04-2024", connections(CONNECTIONS, *new)))
    (file,) = report.files

    assert (1, 1, 0) == (file.people_new, file.people_updated, file.people_unchanged)


@pytest.mark.parametrize("years", [("2018", "2024"), ("2024", "2018"), ("2018", "2024", "2018")])
def test_a_message_in_two_exports_is_one(years: tuple[str, ...], tmp_path: Path) -> None:
    row = ("Ana", "Silva", "", "Acme", "Analyst", "12 Mar 2017")
    exports = {
        "2018": {
            "Profile.csv": PROFILE,
            "Connections.csv": table(BEFORE_2023, row),
            "Messages.csv": table(
                OF_2018,
                ("Robin Ostrow", "Ana Silva", "11/4/18, 9:05 PM", "", "Hi", "OUTGOING", "SENT"),
                ("Robin Ostrow", "Ana Silva", "11/4/18, 9:05 PM", "", "Oh", "OUTGOING", "SENT"),
                ("Ana Silva", "Robin Ostrow", "11/5/18, 9:05 PM", "", "Gone", "INCOMING", "INBOX"),
            ),
        },
        "2024": {
            "Profile.csv": PROFILE,
            "Connections.csv": table(CONNECTIONS, (*row[:2], ANA, *row[2:])),
            "messages.csv": table(
                MESSAGES,
                message("c1", "Robin Ostrow", ME, "Ana Silva", ANA, "2018-11-04 21:05:33 UTC"),
                message("c1", "Robin Ostrow", ME, "Ana Silva", ANA, "2018-11-04 21:05:41 UTC"),
                message("c1", "Ana Silva", ANA, "Robin Ostrow", ME, "2024-01-04 21:05:41 UTC"),
            ),
        },
    }
    network = Network(tmp_path / "n.db")
    for year in years:
        network.take(folder(tmp_path, f"Complete_11-30-{year}", exports[year]))

    days = sorted((str(e.day), e.giver == "me", e.count) for e in every_event(network.ledger()))
    assert days == [
        ("2018-11-04", True, 2),
        ("2018-11-05", False, 1),
        ("2024-01-04", False, 1),
    ]


def test_a_newest_list_that_is_a_part_makes_nobody_gone_whenever_it_came(tmp_path: Path) -> None:
    rows = [("Ana", f"S{n}", f"{ANA}-{n}", "", "", "", "12 Mar 2020") for n in range(10)]
    whole = folder(tmp_path, "Basic_05-01-2025", connections(CONNECTIONS, *rows))
    part = folder(tmp_path, "Cut_05-01-2026", connections(CONNECTIONS, *rows[:2]))
    for n, order in enumerate([(whole, part), (part, whole)]):
        network = Network(tmp_path / f"{n}.db")
        for path in order:
            network.take(path)
        ledger = network.ledger()

        assert date(2025, 5, 1) == ledger.sources[0].snapshot
        assert not any(p.gone for p in ledger.people.values())


def test_who_only_wrote_is_one_person_to_exports_of_all_years(tmp_path: Path) -> None:
    old = table(OF_2018, ("Ana Silva", "Robin Ostrow", "11/4/18, 9:05 PM", "", "", "INCOMING", ""))
    new = table(MESSAGES, message("c", "Ana Silva", ANA, "Robin Ostrow", ME, "2024-01-04 21:05:41"))
    paths = [
        folder(tmp_path, f"Complete_11-30-{year}", {"Profile.csv": PROFILE, "messages.csv": text})
        for year, text in (("2018", old), ("2024", new))
    ]
    for n, order in enumerate([paths, paths[::-1]]):
        network = Network(tmp_path / f"{n}.db")
        for path in order:
            network.take(path)
        ledger = network.ledger()
        (ana,) = [p for i, p in ledger.people.items() if i != "me"]

        assert (ANA,) == ana.urls
        assert [(ana.id, "me")] * 2 == [(e.giver, e.taker) for e in every_event(ledger)]


def test_an_old_export_read_again_makes_nobody_new(tmp_path: Path) -> None:
    row = ("Ana", "Silva", "", "Acme", "Analyst", "12 Mar 2017")
    new = (*row[:2], ANA, "", "Globex", "Boss", row[-1])
    first = folder(tmp_path, "Basic_05-12-2018", connections(BEFORE_2023, row))
    second = folder(tmp_path, "Basic_07-04-2024", connections(CONNECTIONS, new))
    network = Network(tmp_path / "n.db")
    for path in (first, second):
        network.take(path)
    before = told(network.ledger())
    again = network.take(first)

    assert before == told(network.ledger())
    assert 0 == sum(f.people_new for f in again.files)


def test_of_one_day_the_fuller_export_says_how_often_they_wrote(tmp_path: Path) -> None:
    row = ("Ana", "Silva", "", "Acme", "Analyst", "12 Mar 2017")
    wrote = ("Ana Silva", "Robin Ostrow", "11/4/18, 9:05 PM", "", "", "INCOMING", "INBOX")
    kept = message("c", "Ana Silva", ANA, "Robin Ostrow", ME, "2018-11-04 21:05:41 UTC")
    old = {"Connections.csv": table(BEFORE_2023, row), "messages.csv": table(OF_2018, *[wrote] * 3)}
    new = {
        "Connections.csv": table(CONNECTIONS, (*row[:2], ANA, *row[2:])),
        "messages.csv": table(MESSAGES, kept),
    }
    network = Network(tmp_path / "n.db")
    for year, files in (("2018", old), ("2024", new)):
        path = folder(tmp_path, f"Complete_11-30-{year}", {"Profile.csv": PROFILE, **files})
        network.take(path)

    assert [3] == [e.count for e in every_event(network.ledger())]


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_who_wrote_connected_and_left_is_one_person_in_any_order(
    order: tuple[int, ...], tmp_path: Path
) -> None:
    old = table(OF_2018, ("Ana Silva", "Robin Ostrow", "11/4/18, 9:05 PM", "", "", "INCOMING", ""))
    row = ("Ana", "Silva", "", "Acme", "Analyst", "12 Mar 2020")
    other = ("Bo", "Chen", BO, "", "", "", "12 Mar 2019")
    new = table(MESSAGES, message("c", "Ana Silva", ANA, "Robin Ostrow", ME, "2018-11-04 21:05:41"))
    exports = (
        ("Complete_11-30-2018", {"Profile.csv": PROFILE, "messages.csv": old}),
        ("Basic_05-12-2022", connections(BEFORE_2023, row, (*other[:2], *other[3:]))),
        (
            "Complete_11-30-2024",
            {"Profile.csv": PROFILE, "messages.csv": new, **connections(CONNECTIONS, other)},
        ),
    )
    network = Network(tmp_path / "n.db")
    for n in order:
        network.take(folder(tmp_path, *exports[n]))
    people = {p.name: p for i, p in network.ledger().people.items() if i != "me"}

    assert ["Ana Silva", "Bo Chen"] == sorted(people)
    assert ((ANA,), "Acme") == (people["Ana Silva"].urls, people["Ana Silva"].company)
    assert [1] == [e.count for e in every_event(network.ledger())]


def test_two_of_one_name_and_firm_connected_on_two_days_stay_two(tmp_path: Path) -> None:
    older = ("Ana", "Silva", "", "Acme", "Analyst", "12 Mar 2017")
    newer = (*older[:-1], "15 Mar 2020")
    first = folder(tmp_path, "Basic_05-12-2018", connections(BEFORE_2023, older))
    second = folder(tmp_path, "Basic_05-12-2022", connections(BEFORE_2023, newer, older))
    results = []
    for n, order in enumerate([(first, second), (second, first)]):
        network = Network(tmp_path / f"{n}.db")
        for path in order:
            network.take(path)
        results.append(told(network.ledger()))

    assert results[0] == results[1]
    assert [date(2022, 5, 12)] * 2 == [p.seen for i, p in results[0]["people"].items() if i != "me"]


@given(
    jobs=st.lists(st.tuples(JOBS, JOBS), min_size=2, max_size=3),
    order=st.permutations(range(3)),
)
@few(5)
def test_lists_without_a_day_are_as_old_as_their_newest_connection(
    jobs: list[tuple[tuple[str, str], tuple[str, str]]], order: list[int]
) -> None:
    with TemporaryDirectory() as root:
        paths = []
        for n, (of_ana, of_bo) in enumerate(jobs):
            rows = [
                ("Ana", "Silva", ANA, "", *of_ana, "1 Mar 2017"),
                ("Bo", "Chen", BO, "", *of_bo, f"{n + 2} Mar 2017"),
                *(
                    ("Cy", f"S{k}", f"{ANA}-{k}", "", "", "", f"{k + 3} Apr 202{k}")
                    for k in range(n + 1)
                ),
            ]
            paths.append(folder(Path(root), f"list {n}", connections(CONNECTIONS, *rows)))
        results = []
        for n, turn in enumerate((range(3), order)):
            network = Network(Path(root) / f"{n}.db")
            for k in turn:
                if k < len(paths):
                    network.take(paths[k])
            results.append(told(network.ledger()))

        assert results[0] == results[1]


def test_two_profiles_of_one_name_are_not_asked_about_for_what_an_older_export_shows(
    tmp_path: Path,
) -> None:
    twins = [("Ana", "Silva", "", "Acme", "Nurse", f"1{n} Mar 2017") for n in range(2)]
    since = [(*row[:2], f"{ANA}-{n}", *row[2:]) for n, row in enumerate(twins)]
    since[0] = (*since[0][:4], "Globex", "Cook", since[0][-1])
    older = folder(tmp_path, "Basic_05-12-2018", connections(BEFORE_2023, *twins))
    newer = folder(tmp_path, "Basic_07-04-2024", connections(CONNECTIONS, *since))
    network = Network(tmp_path / "n.db")
    network.take(older)
    network.take(newer)

    assert 2 == len([i for i in network.ledger().people if i != "me"])
    assert [] == questions(network.facts(), network.ledger())
