"""Files in: tried first and told about, columns put right, read in, taken back; nothing stays."""

from __future__ import annotations

import csv
import io
import tempfile
import zipfile
from collections import Counter
from pathlib import Path

import pytest

from netgraph.model.records import EGO
from netgraph.store import Store
from netgraph.web.work import FOLDER
from tests.web.user import User

CONNECTIONS = (
    b"First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    b"Ana,Silva,https://www.linkedin.com/in/ana,,Acme,Nurse,01 May 2020\n"
)
UNKNOWN = b"Wer,Bude,Seit\nAna Silva,Acme,2019\nBen Ode,Best,2020\n"


def people(path: Path) -> dict[str, str]:
    with Store.open(path) as store:
        return {p.name: p.company for p in store.ledger().people.values() if p.id != EGO}


def folders() -> set[Path]:
    return set(Path(tempfile.gettempdir()).glob(f"{FOLDER}*"))


def test_an_upload_is_told_about_first_and_then_read_in(user: User, path: Path) -> None:
    before = folders()
    address = user.upload(Connections__csv=CONNECTIONS)
    told = user.get(address).text
    assert "1 person" in told
    assert {} == people(path)

    user.post(address, answer="yes")
    user.wait()
    done = user.get(address).text
    assert "1 person is here now" in done
    assert {"Ana Silva": "Acme"} == people(path)
    assert before == folders()

    with Store.open(path) as store:
        change = store.last()
    user.send("/history/take-back", change=str(change))
    assert {} == people(path)


def test_what_is_thrown_away_leaves_nothing(user: User, path: Path) -> None:
    before = folders()
    address = user.upload(Connections__csv=CONNECTIONS)
    user.post(address, answer="no")

    assert {} == people(path)
    assert before == folders()
    assert 404 == user.post(address, answer="yes").status_code


def test_columns_that_are_not_known_are_asked_for_and_remembered(user: User, path: Path) -> None:
    address = user.upload(liste__csv=UNKNOWN)
    asked = user.get(address).text
    assert "What are these columns?" in asked
    assert "Ben Ode" in asked

    user.post(address, answer="columns", **{"columns-0": ["name", "company", ""]})
    user.wait()
    asked = user.get(address).text
    assert "2 people" in asked
    assert "What are these columns?" not in asked
    user.post(address, answer="yes", known="yes")
    user.wait()
    assert {"Ana Silva": "Acme", "Ben Ode": "Best"} == people(path)
    with Store.open(path) as store:
        assert 2 == len([t for t in store.ledger().ties if EGO in (t.u, t.v)])

    again = user.upload(neue__csv=UNKNOWN.replace(b"Ben Ode", b"Cy Dee"))
    assert "What are these columns?" not in user.get(again).text


def test_rows_that_were_left_out_can_be_saved(user: User) -> None:
    address = user.upload(Connections__csv=CONNECTIONS + b",,,,=cmd(),Nurse,02 May 2020\n" * 2)
    saved = user.get(f"{address}/left-out.csv").text

    assert saved.startswith("file,line,reason,row")
    assert ",=cmd" not in saved


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("odd__bin", b"\x00\x01"),
        ("empty__csv", b""),
        ("cut__zip", b"PK\x03\x04" + b"\x00" * 40),
        ("lone__csv", b"x"),
    ],
)
def test_a_file_of_no_use_is_said_and_changes_nothing(
    user: User, path: Path, name: str, data: bytes
) -> None:
    shown = user.get(user.upload(**{name: data})).text

    assert "That could not be read" in shown
    assert "Traceback" not in shown
    assert {} == people(path)


def test_a_zip_that_grows_beyond_reason_is_refused(user: User, path: Path) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("Connections.csv", b"0" * (8 << 20))
    shown = user.get(user.upload(bomb__zip=stream.getvalue())).text

    assert "would grow from" in shown
    assert {} == people(path)


@pytest.mark.parametrize("name", ["../../odd.csv", "/etc/passwd", "..\\..\\odd.csv", ".."])
def test_a_name_of_a_file_leads_out_of_no_folder(user: User, name: str) -> None:
    before = folders()
    answer = user.post("/import", files=[(io.BytesIO(CONNECTIONS), name)])
    user.wait()

    assert answer.status_code in (303, 400)
    made = [p for folder in folders() - before for p in folder.rglob("*") if p.is_file()]
    assert {p.name for p in made} <= {"odd.csv", "passwd"}
    assert not (Path(tempfile.gettempdir()) / "odd.csv").exists()


def test_an_upload_without_a_file_or_too_large_is_refused(user: User) -> None:
    before = folders()
    user.app.config["MAX_CONTENT_LENGTH"] = 1000

    assert 400 == user.post("/import", note="x").status_code
    large = user.post("/import", files=[(io.BytesIO(b"x" * 5000), "large.csv")])
    assert 413 == large.status_code
    assert before == folders()


def test_two_files_of_one_name_are_said(user: User) -> None:
    twice = [(io.BytesIO(CONNECTIONS), "a.csv"), (io.BytesIO(CONNECTIONS), "a.csv")]

    assert "was sent twice" in user.post("/import", files=twice).text


def test_a_folder_is_read_as_it_lies(user: User, path: Path) -> None:
    sent = [
        (io.BytesIO(CONNECTIONS), "export/Connections.csv"),
        (io.BytesIO(b"Name,Company\nBen Ode,Best\n"), "export/club/Connections.csv"),
        (io.BytesIO(b"x"), "export/.DS_Store"),
        (io.BytesIO(b"x"), "__MACOSX/export/Connections.csv"),
    ]
    answer = user.post("/import", files=sent)
    user.wait()
    told = user.get(answer.headers["Location"]).text
    assert "export/Connections.csv" in told
    assert "export/club/Connections.csv" in told
    assert "DS_Store" not in told
    user.post(answer.headers["Location"], answer="yes")
    user.wait()
    assert {"Ana Silva": "Acme", "Ben Ode": "Best"} == people(path)


def test_the_many_tables_of_an_export_that_say_nothing_of_people_are_no_question(
    user: User,
) -> None:
    sent = [
        (io.BytesIO(CONNECTIONS), "export/Connections.csv"),
        (io.BytesIO(b"Course,Hours\nKnots,3\n"), "export/Courses.csv"),
    ]
    answer = user.post("/import", files=sent)
    user.wait()
    told = user.get(answer.headers["Location"]).text
    assert "What are these columns?" not in told
    assert "1 other table beside them" in told
    asked = user.get(user.upload(Courses__csv=b"Course,Hours\nKnots,3\n")).text
    assert "<h1>What are these columns?</h1>" in asked


def test_what_became_of_it_is_a_table_to_filter_and_to_save(user: User, path: Path) -> None:
    user.post(user.upload(Connections__csv=CONNECTIONS), answer="yes")
    user.wait()
    later = (
        CONNECTIONS.replace(b"Acme,Nurse", b"Best,Doctor") + b",,,,=cmd(),Nurse,02 May 2020\n" * 5
    )
    address = user.upload(Connections_2__csv=later)
    told = user.get(address).text
    assert "Changed job" in told
    assert "everything: 7" in told
    only = user.get(f"{address}?what=left+out&q=connections").text
    assert ("5 rows" in only, "now Doctor" in only) == (True, False)
    assert "Best" in user.get(f"{address}?q=DOCTOR").text

    saved = list(csv.reader(io.StringIO(user.get(f"{address}/report.csv").text)))
    assert ["what", "about", "told", "file", "line"] == saved[0]
    assert {"read": 1, "changed job": 1, "left out": 5} == Counter(row[0] for row in saved[1:])
    assert not [cell for row in saved for cell in row if cell.startswith("=")]


def test_the_document_says_how_far_reading_is(user: User) -> None:
    address = user.upload(Connections__csv=CONNECTIONS)
    document = user.get(f"{address}.json").json

    assert document is not None
    assert (False, 1.0, {"Connections.csv": 1}) == (
        document["runs"], document["share"], document["files"],
    )  # fmt: skip


def test_a_column_that_nothing_is_made_of_is_told_before_it_is_read_in(user: User) -> None:
    table = b"Name,Firm,Does\nAna Silva,Acme,Nurse\nBen Ode,Best,Cook\n"
    address = user.upload(list__csv=table)
    assert "Left out so far: Does. Say what it is" in user.get(address).text

    user.post(address, **{"answer": "columns", "columns-0": ["name", "company", "title"]})
    user.wait()
    assert "Left out so far" not in user.get(address).text
