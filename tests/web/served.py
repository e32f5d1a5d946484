"""The program as it runs, and what it takes to open its page."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import urllib.parse
import urllib.request
from collections.abc import Generator
from dataclasses import dataclass
from http.cookiejar import CookieJar
from pathlib import Path

ROOT = Path(__file__).parents[2]
DAY = "2026-05-01"


@dataclass
class Served:
    """A program that serves a store, and an address with a key that nobody has used."""

    program: subprocess.Popen[str]
    opened: str
    path: Path

    @classmethod
    def serving(cls, path: Path, *options: str) -> Generator[Served, None, None]:
        """Yield the program, and end it as Ctrl-C does."""
        command = ["-m", "cli", "--store", str(path), "--as-of", DAY, "serve", "--no-open"]
        with subprocess.Popen(
            [sys.executable, *command, *options],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        ) as program:
            try:
                yield cls(program, cls._address(program), path)
                if program.poll() is None:
                    program.send_signal(signal.SIGINT)
                    assert 0 == program.wait(30)
            finally:
                program.kill()

    @staticmethod
    def _address(program: subprocess.Popen[str]) -> str:
        """Return the next address that is printed."""
        assert program.stderr is not None
        for line in program.stderr:
            if found := re.search(r"http://\S+", line):
                return found.group()
        raise AssertionError("no address was printed")

    @property
    def here(self) -> str:
        """Where it answers."""
        return self.opened.partition("/?")[0]

    def fresh(self) -> str:
        """Press Enter in the terminal, and return the address that is printed then."""
        assert self.program.stdin is not None
        self.program.stdin.write("\n")
        self.program.stdin.flush()
        return self._address(self.program)

    def visitor(self) -> urllib.request.OpenerDirector:
        """Return a browser without scripts that has used a fresh address."""
        made = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
        made.addheaders = [("Sec-Fetch-Site", "same-origin")]
        made.open(self.fresh()).read()
        return made

    def post(self, visitor: urllib.request.OpenerDirector, address: str, **form: str) -> str:
        """Send a form as a visitor, and return the page that comes of it."""
        data = urllib.parse.urlencode(form).encode()
        return str(visitor.open(f"{self.here}{address}", data).read().decode())
