"""``netgraph serve``: the real program answers on this machine, to whoever has the key."""

from __future__ import annotations

import signal
import subprocess
import sys
import urllib.error
import urllib.request
from http.cookiejar import CookieJar
from pathlib import Path
from socket import socket

import pytest

from tests.web.served import ROOT, Served


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "network.db"


def test_the_address_opens_the_page_once_and_ctrl_c_ends_it(path: Path) -> None:
    for served in Served.serving(path):
        browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))

        assert b"Welcome" in browser.open(served.opened).read()
        assert b"Welcome" in browser.open(served.here).read()
        with pytest.raises(urllib.error.HTTPError, match="403"):
            urllib.request.urlopen(served.opened)
        assert served.opened != served.fresh()
        served.program.send_signal(signal.SIGINT)
        assert 0 == served.program.wait(20)


def test_a_port_that_is_taken_leads_to_the_next_unless_it_was_asked_for(path: Path) -> None:
    with socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        command = [sys.executable, "-m", "cli", "--store", str(path), "serve", "--port", port]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert 0 != done.returncode
    assert "is taken: choose another with --port" in done.stderr

    for one in Served.serving(path):
        for two in Served.serving(path):
            assert one.here != two.here


def test_the_page_ends_the_program_too_and_shows_the_day_that_is_asked_for(path: Path) -> None:
    for served in Served.serving(path, "--as-of", "2026-04-01"):
        visitor = served.visitor()
        served.post(visitor, "/do", verb="add", who="Ana Silva")
        assert "Wednesday 1 April 2026" in visitor.open(served.here).read().decode()
        assert "Everything is kept" in served.post(visitor, "/settings/end")
        assert 0 == served.program.wait(20)


def test_ctrl_c_is_heard_by_a_program_that_was_started_in_the_background(path: Path) -> None:
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)  # as a shell does for what ends in "&"
    try:
        programs = Served.serving(path)
        served = next(programs)
    finally:
        signal.signal(signal.SIGINT, before)

    served.program.send_signal(signal.SIGINT)
    assert 0 == served.program.wait(20)
    programs.close()
