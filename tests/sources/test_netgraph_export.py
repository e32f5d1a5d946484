"""netgraph's own export read back: every field checked, nothing believed."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from netgraph.model import ids
from netgraph.model.records import (
    EGO,
    Ask,
    Basis,
    Fact,
    Ledger,
    Origin,
    Person,
    Statement,
    Step,
    Tie,
)
from netgraph.sources.netgraph_export import COLUMNS, FORMS, LARGEST_NUMBER, LONGEST, OWN
from netgraph.sources.protocol import Context, Reading
from tests.sources.books import TODAY, document


def read(text: str | bytes, context: Context = TODAY) -> Reading:
    file = document(text, "netgraph.json")
    kind = OWN.claims(file)
    assert kind is not None
    (reading,) = OWN.read([(kind, file)], context)
    return reading


def ledger(form: int = FORMS[-1], /, **tables: Any) -> Reading:
    return read(json.dumps({"netgraph": form, "facts": tables}))


def only(reading: Reading) -> Fact:
    (fact,) = reading.facts
    return fact


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ('{"netgraph": 2, "facts": {}}', "ledger"),
        ('\ufeff \n{ "netgraph" : 12 , ', "ledger"),
        ('{"netgraph": "2", ', None),
        ('{"facts": {}, "netgraph": 2}', None),
        ("id,name,emails,urls,source,lead,gone\n", "people"),
        ("id,name,emails,urls,source,lead\n", None),
    ],
)
def test_a_file_is_ours_by_its_beginning(text: str, kind: str | None) -> None:
    assert kind == OWN.claims(document(text, "x"))


def test_facts_come_back_with_their_types() -> None:
    tie = {"id": "t1", "u": EGO, "v": "a", "basis": "observed", "since": "2026-05-01"}
    ask = {"id": "k1", "person": "a", "steps": [{"day": None, "status": "asked"}]}
    reading = ledger(person=[{"id": "a", "name": "Ana", "emails": ["a@x.org"]}], tie=[tie],
                     ask=[ask])  # fmt: skip

    assert (
        Person("a", "Ana", emails=("a@x.org",)),
        Tie("t1", EGO, "a", Basis.OBSERVED, since=date(2026, 5, 1)),
        Ask("k1", "a", steps=(Step(None, "asked"),)),
    ) == reading.facts
    assert (3, ()) == (reading.rows, reading.skipped)


def test_whom_a_fact_names_must_be_there_or_known() -> None:
    tie = {"id": "t1", "u": EGO, "v": "a"}
    text = json.dumps({"netgraph": 2, "facts": {"tie": [tie]}})
    known = Context(TODAY.as_of, known=Ledger({"a": Person("a", "Ana")}))

    (skip,) = read(text).skipped
    assert "tie t1 names a, who is not there" == skip.reason
    assert () == read(text, known).skipped


@pytest.mark.parametrize(
    ("table", "row", "reason"),
    [
        ("dance", {"id": "x"}, "dance 1: no kind of fact"),
        ("person", ["a", "Ana"], "person 1: not a fact"),
        ("person", {"name": "Ana"}, "person 1: 'id' is missing"),
        ("person", {"id": "a", "name": 7}, "person 1: 'name' is not what it must be"),
        ("person", {"id": "a" * 201, "name": "Ana"}, "person 1: its id is none"),
        ("person", {"id": "", "name": "Ana"}, "person 1: its id is none"),
        ("person", {"id": "a", "name": "Ana", "seen": "1"}, "person 1: 'seen' is not what it"),
        ("organisation", {"id": "o", "name": LARGEST_NUMBER}, "organisation 1: a number in it"),
    ],
)
def test_a_row_that_is_no_fact_is_left_out_with_the_reason(
    table: str, row: object, reason: str
) -> None:
    reading = ledger(**{table: [row]})

    assert ((), 1) == (reading.facts, reading.rows)
    assert reading.skipped[0].reason.startswith(reason)


def test_an_id_of_two_hundred_letters_is_one_and_a_text_is_cut() -> None:
    person = only(ledger(person=[{"id": "a" * 200, "name": "n" * (LONGEST + 1)}]))

    assert isinstance(person, Person)
    assert LONGEST == len(person.name)


def test_the_lines_of_a_text_stay_and_its_commands_go() -> None:
    person = only(ledger(person=[{"id": "a", "name": "Ana\n\x1b[31mSilva\x07"}]))

    assert isinstance(person, Person)
    assert "Ana\nSilva" == person.name


def test_a_statement_has_a_value_of_its_kind_again() -> None:
    said = {"id": "s", "subject": "a", "field": "hub", "value": True}
    day = {"id": "d", "subject": "a", "field": "not_before", "value": "2026-06-01"}
    reading = ledger(statement=[said, day])

    assert [True, date(2026, 6, 1)] == [f.value for f in reading.facts if isinstance(f, Statement)]


def test_the_first_form_is_brought_to_that_of_today() -> None:
    people = [{"id": ids.lender("Bo"), "name": "Bo"}, {"id": "a", "name": "Ana"}]
    reading = ledger(1, person=people, statement=[{"id": "s", "subject": "a", "field": "hub",
                                                   "value": "yes"}])  # fmt: skip

    assert [Origin.LENDER, Origin.LISTED] == [
        f.origin for f in reading.facts if isinstance(f, Person)
    ]
    assert [True] == [f.value for f in reading.facts if isinstance(f, Statement)]


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ('{"netgraph": 3, "facts": {}}', "written by a newer netgraph: update netgraph"),
        ('{"netgraph": 2, "facts": []}', "it has no facts"),
        ('{"netgraph": 2, "facts": {', "damaged: "),
    ],
)
def test_a_file_that_cannot_be_read_says_why(text: str, note: str) -> None:
    reading = read(text)

    assert "unreadable" == reading.kind
    assert reading.note.startswith(note)


def test_somebody_elses_import_of_it_is_refused() -> None:
    reading = read('{"netgraph": 2, "facts": {}}', Context(TODAY.as_of, owner="bo"))

    assert ("unreadable", True) == (reading.kind, "whole network" in reading.note)


def table(**cells: str) -> Reading:
    row = [cells.get(name, "") for name in COLUMNS]
    return read(",".join(COLUMNS) + "\n" + ",".join(row) + "\n")


def test_a_row_of_the_table_is_the_person_again() -> None:
    person = only(
        table(
            id="a", name="'=Ana", emails="a@x.org ::: b@x.org", source="linkedin", lead="yes",
            gone="no", seen="2026-05-01", origin="mentioned",
        )
    )  # fmt: skip

    assert person == Person(
        "a", "=Ana", "linkedin", ("a@x.org", "b@x.org"), lead=True, seen=date(2026, 5, 1),
        origin=Origin.MENTIONED,
    )  # fmt: skip


def test_n_a_is_a_name_here_and_a_row_without_source_is_of_the_table() -> None:
    person = only(table(id="a", name="N/A"))

    assert isinstance(person, Person)
    assert ("N/A", "table:people", Origin.LISTED) == (person.name, person.source, person.origin)


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"id": "a"}, "it names nobody"),
        ({"id": "a", "name": "--"}, "it names nobody"),
        ({"id": EGO, "name": "Robin"}, "it names nobody"),
        ({"id": "a b", "name": "Ana"}, "its id is none"),
        ({"id": "a", "name": "Ana", "day": "soon"}, "'day' is not what it must be"),
    ],
)
def test_a_row_that_is_nobody_is_reported(cells: dict[str, str], reason: str) -> None:
    assert [(2, reason)] == [(skip.line, skip.reason) for skip in table(**cells).skipped]
