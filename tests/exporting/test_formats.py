"""Export: without loss, without formulas, without names if asked."""

from __future__ import annotations

import csv
import io
import json
import stat
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import networkx as nx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netgraph.exporting.formats import COLUMNS, export, to_csv, to_json
from netgraph.exporting.pseudonyms import pseudonymised
from netgraph.importing.importer import read_in
from netgraph.importing.report import record
from netgraph.model.errors import InvalidInput
from netgraph.model.kinds import facts_of, ledger_of
from netgraph.model.records import (
    EGO,
    Ask,
    Basis,
    Event,
    EventKind,
    Fact,
    Gathering,
    Goal,
    Ledger,
    Match,
    Organisation,
    Person,
    Position,
    Referral,
    Source,
    Statement,
    Step,
    Tie,
    Wish,
)
from netgraph.model.text import clean
from netgraph.sources.netgraph_export import OWN
from netgraph.sources.protocol import Context, Document, Reading
from netgraph.store import Store

NOW = datetime(2026, 5, 1, tzinfo=UTC)
AS_OF = date(2026, 5, 1)
ANA = Person(
    "p1", "Ana Silva", "linkedin", ("ana@example.org",),
    ("https://www.linkedin.com/in/ana",), ("+442079460018",), "Acme Inc.", "Engineer", "Leeds",
    ("Rowing", "Friends"), seen=AS_OF,
)  # fmt: skip
BEN = Person("p2", "Ben Okafor", lead=True)
STEPS = (Step(AS_OF, "asked", "by the coffee machine"), Step(None, "agreed"))
EVERYTHING: list[Fact] = [
    Source("linkedin", "linkedin", EGO, "LinkedIn", AS_OF),
    Person(EGO, "Me", emails=("me@example.org",)),
    ANA,
    BEN,
    Organisation("o1", "Acme", spellings=("Acme", "Acme Inc.")),
    Position("w1", "p1", "Hill College", "BSc", "school", "2010", "2012", source="linkedin"),
    Event("e1", EventKind.TALKED, AS_OF, EGO, "p1", "about wind\nand more", 2, "p2", AS_OF, 0.5),
    Ask("a1", "p1", "introduction", "p2", "g1", "p2", STEPS),
    Referral("r1", "p1", "p2", ask="a1", steps=STEPS),
    Goal("g1", "wind energy", ("Acme",), ("engineer",), ("energy",), ("Leeds",), "senior", "p1"),
    Tie("t1", EGO, "p1", Basis.OBSERVED, "connection", "warm", True, AS_OF, "linkedin"),
    Gathering("h1", "meeting", AS_OF, (EGO, "p1", "p2"), "Wind day"),
    Wish("x1", "Acme", "follow", "CTO", AS_OF, "linkedin"),
    Statement("s1", "p1", "title", "Head of Wind", AS_OF),
    Match("m1", "p1", "p2", False, Basis.STATED, ("not the same",)),
]
LEDGER = ledger_of(EVERYTHING)


def read(path: Path) -> Ledger:
    """Import a file into an empty store and return what is in it then."""
    with Store.open(path.parent / "new.db") as store, store.change("import", at=NOW) as change:
        record(read_in([path], store.facts(), as_of=AS_OF), change)
    with Store.open(path.parent / "new.db") as store:
        return store.facts()


def read_text(text: str, name: str) -> Reading:
    data = text.encode()
    file = Document(name, name, name, len(data), data[:16384], lambda: io.BytesIO(data))
    kind = OWN.claims(file)
    assert kind is not None
    (reading,) = OWN.read([(kind, file)], Context(AS_OF))
    return reading


def write(path: Path, facts: Ledger = LEDGER, *, pseudonymous: bool = False) -> Path:
    export(path, facts, as_of=AS_OF, pseudonymous=pseudonymous)
    return path


def test_json_read_back_into_an_empty_store_is_an_equal_ledger(tmp_path: Path) -> None:
    assert LEDGER == read(write(tmp_path / "all.json"))


def test_json_of_a_store_read_back_is_that_store(tmp_path: Path) -> None:
    with Store.open(tmp_path / "old.db") as store, store.change("test", at=NOW) as change:
        change.put(EVERYTHING)
    with Store.open(tmp_path / "old.db") as store:
        before = store.facts()

    assert before == read(write(tmp_path / "all.json", before))


texts = st.text(
    st.characters(exclude_categories=["C", "Z"]) | st.sampled_from(" =+-@'"), max_size=9
)
shown = texts.map(clean)
facts = st.builds(
    replace,
    st.sampled_from([f for f in EVERYTHING if not isinstance(f, Organisation)]),
).flatmap(
    lambda fact: st.fixed_dictionaries(
        {
            name: texts.map(str.strip)
            for name in ("name", "note", "title", "label", "text", "value", "place")
            if isinstance(getattr(fact, name, None), str)
        }
    ).map(lambda told: replace(fact, **told))
)


@given(st.lists(facts, max_size=6))
def test_whatever_was_written_comes_back(some: list[Fact]) -> None:
    ledger = ledger_of([*EVERYTHING, *some])

    assert to_json(ledger) == to_json(ledger_of(read_text(to_json(ledger), "all.json").facts))


def test_the_file_can_be_read_by_its_owner_only(tmp_path: Path) -> None:
    path = write(tmp_path / "all.json")

    assert 0o600 == stat.S_IMODE(path.stat().st_mode)
    assert [path] == list(tmp_path.iterdir())


def test_a_file_that_is_there_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "all.json"
    path.write_text("old")

    assert 2 == json.loads(write(path).read_text())["netgraph"]


def test_csv_has_the_people_as_they_are_now(tmp_path: Path) -> None:
    text = write(tmp_path / "people.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))

    assert ["Ana Silva", "Ben Okafor"] == [row["name"] for row in rows]
    assert "Head of Wind" == rows[0]["title"]
    assert ("Rowing ::: Friends", "'+442079460018") == (rows[0]["tags"], rows[0]["phones"])
    assert (["", "yes"], ["", ""]) == ([row["lead"] for row in rows], [row["gone"] for row in rows])


@given(st.lists(st.tuples(shown, shown, shown), max_size=5))
def test_people_read_back_from_csv_are_the_same(rows: list[tuple[str, str, str]]) -> None:
    people = [
        replace(ANA, id=f"q{n}", name=f"{name} x".strip(), company=company.strip(),
                tags=(tag,) if (tag := title.strip()) else ())
        for n, (name, company, title) in enumerate(rows)
    ]  # fmt: skip

    reading = read_text(to_csv(people), "people.csv")

    assert [replace(p, name=" ".join(p.name.split())) for p in people] == [*reading.facts]


def test_csv_goes_into_an_empty_store_with_its_ids(tmp_path: Path) -> None:
    ledger = read(write(tmp_path / "people.csv"))

    assert {EGO, "p1", "p2"} == set(ledger.people)
    assert replace(ANA, title="Head of Wind") == ledger.people["p1"]


def test_graphml_is_read_by_networkx(tmp_path: Path) -> None:
    G = nx.read_graphml(write(tmp_path / "ties.graphml"))

    assert ("Ana Silva", "person") == (G.nodes["p1"]["name"], G.nodes["p1"]["kind"])
    assert ("2026-05-01", "me") == (G.graph["as_of"], G.graph["ego"])
    assert "observed" == G["me"]["p1"]["basis"]
    assert G["me"]["p1"]["weight"] == G["p1"]["me"]["strength"]
    assert "Acme" in G.nodes["p1"]["trait_company"]


def test_gexf_is_read_by_networkx_and_bears_the_day_it_is_of(tmp_path: Path) -> None:
    path = write(tmp_path / "ties.gexf")
    G = nx.read_gexf(path)

    assert "Ana Silva" == G.nodes["p1"]["label"]
    assert 'lastmodifieddate="2026-05-01"' in path.read_text()


def test_what_xml_cannot_hold_is_left_out(tmp_path: Path) -> None:
    hostile = ledger_of([*EVERYTHING, replace(ANA, name="A\x0b\ufffena <b>&")])

    G = nx.read_graphml(write(tmp_path / "ties.graphml", hostile))

    assert "Ana <b>&" == G.nodes["p1"]["name"]


@pytest.mark.parametrize("end", [".json", ".csv", ".graphml", ".gexf"])
def test_equal_ledgers_give_equal_files(end: str, tmp_path: Path) -> None:
    one, other = write(tmp_path / f"a{end}"), write(tmp_path / f"b{end}")

    assert one.read_bytes() == other.read_bytes()


SECRETS = (
    "Ana", "Silva", "Ben", "Okafor", "example.org", "linkedin.com", "7946", "Acme", "Engineer",
    "Leeds", "Rowing", "Hill", "BSc", "wind", "Wind", "coffee", "CTO", '"p1"', "not the same",
)  # fmt: skip


@pytest.mark.parametrize("end", [".json", ".csv", ".graphml", ".gexf"])
@pytest.mark.parametrize("secret", SECRETS)
def test_a_pseudonymous_file_tells_nobody(secret: str, end: str, tmp_path: Path) -> None:
    path = write(tmp_path / f"all{end}", pseudonymous=True)

    assert secret not in path.read_text(encoding="utf-8-sig")


def test_pseudonyms_keep_who_is_tied_to_whom() -> None:
    hidden = pseudonymised(LEDGER)
    (tie,), (event,), (ask,) = hidden.ties, hidden.events, hidden.asks

    assert (EGO, "person-1", Basis.OBSERVED, AS_OF) == (tie.u, tie.v, tie.basis, tie.since)
    assert (EGO, "person-1", "person-2", 2) == (event.giver, event.taker, event.about, event.count)
    assert ("person-1", "person-2", "goal-1") == (ask.person, ask.target, ask.goal)
    assert hidden.people["person-1"].company in hidden.organisations["organisation-1"].spellings


def test_a_pseudonymous_ledger_can_be_read_back(tmp_path: Path) -> None:
    hidden = pseudonymised(LEDGER)

    assert hidden == read(write(tmp_path / "all.json", hidden))


def test_a_pseudonymous_ledger_has_as_many_facts_but_for_what_the_user_said() -> None:
    lost = [len(a[1]) - len(b[1]) for a, b in zip(*map(facts_of, (LEDGER, pseudonymised(LEDGER))))]  # noqa: B905

    assert 1 == sum(lost)


def test_a_name_that_says_no_form_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match=r"must end in one of \.json, \.csv"):
        write(tmp_path / "all.xml")


def test_a_folder_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match="cannot write"):
        write(tmp_path / "nowhere" / "all.json")


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ({"id": "t", "u": EGO, "v": "nobody"}, "tie t names nobody, who is not there"),
        ({"id": "t", "u": EGO}, "tie 1: 'v' is missing"),
        ({"id": "t", "u": EGO, "v": EGO, "since": "soon"}, "tie 1: 'since' is not what it must be"),
        ({"id": "t", "u": EGO, "v": EGO, "basis": "rumour"}, "tie 1: 'basis' is not what it must"),
        ({"id": "t", "u": EGO, "v": 7}, "tie 1: 'v' is not what it must be"),
        ({"id": "t", "u": EGO, "v": EGO, "known": 1}, "tie 1: 'known' is not what it must be"),
        ({"id": "a b", "u": EGO, "v": EGO}, "tie 1: its id is none"),
        ("tie", "tie 1: not a fact"),
    ],
)
def test_a_fact_that_cannot_be_one_is_reported(row: object, reason: str) -> None:
    reading = read_text(json.dumps({"netgraph": 1, "facts": {"tie": [row]}}), "all.json")
    (skip,) = reading.skipped

    assert ((), True) == (reading.facts, skip.reason.startswith(reason))


@pytest.mark.parametrize(
    "text",
    ['{"netgraph": 1,', '{"netgraph": 3, "facts": {}}', '{"netgraph": 1, "facts": 3}',
     '{"netgraph": 1, "facts": ' + "[" * 100_000],
)  # fmt: skip
def test_a_file_that_is_damaged_or_newer_is_one_line(text: str) -> None:
    reading = read_text(text, "all.json")

    assert ("unreadable", True) == (reading.kind, bool(reading.note))


def test_a_text_that_would_command_a_terminal_is_made_harmless() -> None:
    row = {"id": "p1", "name": "\x1b[31mAna\x07"}

    (fact,) = read_text(json.dumps({"netgraph": 1, "facts": {"person": [row]}}), "a.json").facts

    assert isinstance(fact, Person)
    assert "Ana" == fact.name


def test_a_friends_export_is_no_ledger_of_ego() -> None:
    data = to_json(LEDGER).encode()
    file = Document("a.json", "a.json", "", len(data), data, lambda: io.BytesIO(data))

    (reading,) = OWN.read([("ledger", file)], Context(AS_OF, owner="p7"))

    assert ("unreadable", ()) == (reading.kind, reading.facts)


def test_the_columns_are_those_of_a_person() -> None:
    assert set(COLUMNS) == {*Person.__struct_fields__, "relation"}


@given(st.binary(max_size=200))
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_any_bytes_after_the_beginning_are_read_or_refused(data: bytes) -> None:
    content = b'{"netgraph": 1, ' + data
    file = Document("a.json", "a.json", "", len(content), content, lambda: io.BytesIO(content))

    (reading,) = OWN.read([("ledger", file)], Context(AS_OF))

    assert reading.kind in ("ledger", "unreadable")
