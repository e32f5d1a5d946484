"""Attacks on the pages, each with the right answer: ways out of folders, uploads without an end."""

from __future__ import annotations

import itertools
import socket
import tempfile
import urllib.parse
from collections.abc import Iterator
from pathlib import Path

import pytest
from werkzeug.routing import Rule

from netgraph.web.app import LARGEST_UPLOAD
from netgraph.web.work import FOLDER
from tests.web.served import Served
from tests.web.user import User

WAYS_OUT = (
    "../../../../etc/passwd",
    "..%2f..%2f..%2fetc%2fpasswd",
    "/etc/passwd",
    "..\\..\\etc\\passwd",
    "....//....//etc/passwd",
    "file:///etc/passwd",
    "en/../../../etc/passwd",
    "~/.ssh/id_rsa",
    "ana%00.csv",
    "CON",
)
QUERIES = (
    "q fit basis order page later kind language minutes via target names download what name day "
    "add all done change back goal form file"
).split()
"""All that pages read from their addresses, and what others might."""


def get_rules(user: User) -> Iterator[Rule]:
    for rule in user.app.url_map.iter_rules():
        if "GET" in (rule.methods or set()):
            yield rule


def filled(rule: Rule, words: str) -> str:
    """Return the address of a rule with words in the place of all that varies."""
    parts = itertools.chain.from_iterable(
        (text, "") if not is_argument else ("", urllib.parse.quote(words, safe="%"))
        for is_argument, text in rule._trace
    )
    return "".join(parts).replace("|", "")


def harmless(user: User, address: str) -> None:
    """Ask for an address; nothing of the system may come back, and no trouble of ours."""
    answer = user.get(address)
    assert answer.status_code in (200, 303, 308, 400, 404, 405), address
    assert "root:x:0" not in answer.text
    assert "Traceback" not in answer.text


@pytest.mark.parametrize("words", WAYS_OUT)
def test_no_part_of_an_address_leads_out(stocked: User, words: str) -> None:
    for rule in get_rules(stocked):
        if rule.arguments:
            harmless(stocked, filled(rule, words))


@pytest.mark.parametrize("words", WAYS_OUT[:4])
def test_no_query_of_an_address_leads_out(stocked: User, words: str) -> None:
    query = urllib.parse.urlencode(dict.fromkeys(QUERIES, words))
    for rule in get_rules(stocked):
        address = filled(rule, "ana").replace("write/ana", "write/thanks")
        harmless(stocked, f"{address}?{query}")


@pytest.mark.parametrize("words", WAYS_OUT)
def test_no_field_of_a_form_leads_out(stocked: User, path: Path, words: str) -> None:
    before = {p for p in path.parent.rglob("*") if "network.db" not in p.name}
    forms = [
        ("/settings/letters", {"kind": words, "language": words, "words": "Subject: x\n\nx"}),
        ("/settings/letters", {"kind": words, "language": words, "answer": "ours"}),
        ("/do", {"verb": "edit", "who": words, "field-name": words, "back": words}),
        ("/do", {"verb": words, "who": "ana"}),
        ("/do", {"verb": "merge", "who": words, "field-employers": "yes"}),
        ("/settings/backup", {"back": words}),
        ("/history/take-back", {"change": words, "back": words}),
    ]
    for address, form in forms:
        answer = stocked.post(address, **form)
        assert answer.status_code in (303, 400, 404, 409), address
        assert answer.headers.get("Location", "/")[:2] != "//"
    inside = {p.resolve() for p in path.parent.rglob("*") if "network" not in p.name} - before
    allowed = (path.parent / "templates").resolve()
    assert all(p == allowed or allowed in p.parents for p in inside)
    assert not (path.parent.parent / "etc").exists()


def folders() -> set[Path]:
    return set(Path(tempfile.gettempdir()).glob(f"{FOLDER}*"))


def request_to(served: Served, cookie: str, *lines: str) -> socket.socket:
    """Begin a request to upload, by hand."""
    host, port = served.here.removeprefix("http://").split(":")
    wire = socket.create_connection((host, int(port)), timeout=20)
    head = [
        "POST /import HTTP/1.1",
        f"Host: {host}:{port}",
        f"Cookie: {cookie}",
        "Sec-Fetch-Site: same-origin",
        "Content-Type: multipart/form-data; boundary=edge",
        *lines,
    ]
    wire.sendall(("\r\n".join(head) + "\r\n\r\n").encode())
    return wire


def cookie_of(served: Served) -> str:
    """Use a fresh key, and return the cookie that it is exchanged for."""
    host, port = served.here.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port)), timeout=20) as wire:
        target = urllib.parse.urlsplit(served.fresh())
        wire.sendall(f"GET /?{target.query} HTTP/1.0\r\nHost: {host}:{port}\r\n\r\n".encode())
        head = wire.recv(65536).decode()
    return next(
        line.partition(":")[2].partition(";")[0].strip()
        for line in head.split("\r\n")
        if line.lower().startswith("set-cookie:")
    )


def test_an_upload_that_says_it_is_too_large_is_refused_at_once(served: Served) -> None:
    before = folders()
    with request_to(served, cookie_of(served), f"Content-Length: {LARGEST_UPLOAD + 1}") as wire:
        assert b" 413 " in wire.recv(65536).partition(b"\r\n")[0]
    assert before == folders()


@pytest.mark.parametrize("length", ["Content-Length: 1000000000", "Transfer-Encoding: chunked"])
def test_uploads_that_never_end_stop_nobody_and_leave_nothing(served: Served, length: str) -> None:
    before, cookie = folders(), cookie_of(served)
    wires = [request_to(served, cookie, length) for _ in range(12)]
    for wire in wires:
        wire.sendall(b"400\r\n" + b"x" * 0x400 + b"\r\n")
    visitor = served.visitor()
    assert b"Welcome" in visitor.open(f"{served.here}/").read()
    for wire in wires:
        wire.close()
    assert b"Welcome" in visitor.open(f"{served.here}/").read()
    assert before == folders()
