"""``netgraph serve``: the real program answers on this machine, to whoever has the key."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from http.cookiejar import CookieJar
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    command = ["-m", "cli", "--store", str(tmp_path / "network.db"), "serve", "--no-open"]
    with subprocess.Popen(
        [sys.executable, *command],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as program:
        assert program.stderr is not None
        found = re.search(r"http://\S+", program.stderr.readline())
        assert found is not None
        yield program, found.group()
        program.kill()


def test_the_address_opens_the_page_once_and_ctrl_c_ends_it(
    served: tuple[subprocess.Popen[str], str],
) -> None:
    program, address = served
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))

    assert b"Welcome" in browser.open(address).read()
    assert b"Welcome" in browser.open(address.partition("?")[0]).read()
    with pytest.raises(urllib.error.HTTPError, match="403"):
        urllib.request.urlopen(address)
    program.send_signal(signal.SIGINT)
    assert 0 == program.wait(20)
