"""Eight tabs and the command line write at once, or the program is killed: nothing is lost."""

from __future__ import annotations

import io
import json
import signal
import subprocess
import sys
import urllib.error
import urllib.request
import zipfile
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest

from netgraph.model.records import Person
from netgraph.store import Store
from tests.web.served import ROOT, Served
from tests.web.user import NOW

TABS = 8
EACH = 4


@pytest.fixture
def ana(path: Path) -> str:
    with Store.open(path) as store, store.change("people", at=NOW) as change:
        change.put([Person("ana", "Ana Silva")])
    return "ana"


def notes(path: Path) -> list[str]:
    with Store.open(path) as store:
        return sorted(event.note for event in store.ledger().events)


def log(path: Path, note: str) -> None:
    command = ["-m", "cli", "--store", str(path), "--as-of", "2026-05-01", "log", "note", "ana"]
    subprocess.run([sys.executable, *command, note], cwd=ROOT, check=True, capture_output=True)


def test_tabs_and_the_command_line_lose_nothing(ana: str, served: Served) -> None:
    visitors = [served.visitor() for _ in range(TABS)]

    def tab(n: int) -> None:
        for k in range(EACH):
            form = {"verb": "log", "who": ana, "field-kind": "note", "field-note": f"tab {n} {k}"}
            served.post(visitors[n], "/do", **form)

    with ThreadPoolExecutor(TABS + 1) as pool:
        told = [pool.submit(tab, n) for n in range(TABS)]
        told += [pool.submit(log, served.path, f"line {k}") for k in range(2)]
        for one in told:
            one.result()

    wanted = [f"tab {n} {k}" for n in range(TABS) for k in range(EACH)] + ["line 0", "line 1"]
    assert sorted(wanted) == notes(served.path)


def test_a_page_shows_what_the_command_line_wrote_meanwhile(ana: str, served: Served) -> None:
    visitor = served.visitor()
    address = f"{served.here}/people/{ana}"
    assert b"from the terminal" not in visitor.open(address).read()
    log(served.path, "from the terminal")
    assert b"from the terminal" in visitor.open(address).read()


@pytest.mark.long
def test_a_program_killed_in_the_middle_of_an_import_leaves_all_or_nothing(
    ana: str, served: Served
) -> None:
    rows = "".join(f"Person {n},Last{n},,,Firm {n % 90},Nurse,01 May 2020\n" for n in range(4000))
    head = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as made:
        made.writestr("Connections.csv", head + rows)
    visitor = served.visitor()
    address = upload(served, visitor, packed.getvalue())
    with ThreadPoolExecutor(1) as pool:
        sent = pool.submit(served.post, visitor, address, answer="yes")
        while not is_running(served, visitor, address):
            assert not sent.done()
        served.program.send_signal(signal.SIGKILL)
        with suppress(OSError):
            sent.result()
    served.program.wait(10)

    with Store.open(served.path) as store:
        assert [] == store.faults()
        assert len(store.ledger().people) in (2, 4002)


def is_running(served: Served, visitor: urllib.request.OpenerDirector, address: str) -> bool:
    """Whether the files of an upload are being read right now."""
    found = json.loads(visitor.open(f"{served.here}{address}.json").read())
    return bool(found["runs"])


def upload(served: Served, visitor: urllib.request.OpenerDirector, data: bytes) -> str:
    """Drop a file, and return the address that says what is in it."""
    edge = "edge"
    body = (
        (
            f'--{edge}\r\nContent-Disposition: form-data; name="files"; filename="all.zip"\r\n'
            "Content-Type: application/zip\r\n\r\n"
        ).encode()
        + data
        + f"\r\n--{edge}--\r\n".encode()
    )
    request = urllib.request.Request(
        f"{served.here}/import", body, {"Content-Type": f"multipart/form-data; boundary={edge}"}
    )
    with visitor.open(request) as answer:
        return str(answer.url).removeprefix(served.here)


@pytest.mark.long
def test_a_store_that_is_newer_is_said_and_left_alone(path: Path, served: Served) -> None:
    visitor = served.visitor()
    with Store.open(path) as store:
        store.connection.execute("PRAGMA user_version = 999")
    with pytest.raises(urllib.error.HTTPError) as refused:
        served.post(visitor, "/do", verb="add", who="Zoe Quist")

    assert 400 == refused.value.code
    assert "update netgraph" in refused.value.read().decode()
    with pytest.raises(urllib.error.HTTPError) as refused:
        visitor.open(f"{served.here}/people")
    assert 400 == refused.value.code
    refused.value.close()


def test_a_store_that_is_gone_begins_anew(ana: str, path: Path, served: Served) -> None:
    visitor = served.visitor()
    assert b"Ana Silva" in visitor.open(f"{served.here}/people").read()
    for file in path.parent.glob("network.db*"):
        file.unlink()

    assert b"Welcome" in visitor.open(f"{served.here}/").read()
