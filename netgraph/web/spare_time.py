"""What the program does while nobody waits: it makes ready what is needed next, and clears away.

After a change the pages that were looked at lately are looked at again, one after the other, so
that they stand in memory when somebody asks for them (`netgraph.web.reading.Reading.kept`). Once
something is asked, no further page is begun until it is quiet again.

Python looks for garbage in the middle of an answer, and goes through all that is kept of a network
to find it, which took longer than most answers. So it is told to leave that to this module.
"""

from __future__ import annotations

import gc
import time
from contextlib import suppress
from dataclasses import dataclass, field
from threading import Event, Thread
from typing import Final
from urllib.parse import urlencode

from flask import Flask, Response, request

from netgraph.agenda.due_list import due
from netgraph.model.as_of import AsOf
from netgraph.model.errors import NetgraphError
from netgraph.suggestions.recommendations import chances_on
from netgraph.web.answers import asked
from netgraph.web.reading import Reading

QUIET: Final = 1.0
"""After so many seconds in which nothing was asked there is time."""

AT_FIRST: Final = ("/numbers", "/ties", "/same", "/closeness", "/employers", "/people", "/")
"""What is made ready before anything was looked at, the last first."""

LATELY: Final = 8
"""So many of the pages that were looked at are made ready again."""


@dataclass(slots=True)
class SpareTime:
    """Knows when something was asked last and what was looked at, and for which facts it is ready.

    ``lately`` has the addresses, the last one looked at last.
    """

    app: Flask
    lately: list[str] = field(default_factory=lambda: list(AT_FIRST))
    _asked: Event = field(default_factory=Event)
    _left: list[str] = field(default_factory=list)
    _begun: AsOf | None = None
    _ready: AsOf | None = None

    def begin(self) -> None:
        """Make the first page ready, and go on for as long as the program runs."""
        gc.disable()
        self.app.after_request(self.notice)
        Thread(target=self._run, name="spare time", daemon=True).start()

    def notice(self, response: Response) -> Response:
        """Remember that something was asked, and what was looked at."""
        self._asked.set()
        if request.method == "GET" and response.status_code == 200 and _is_page(response):
            query = urlencode(asked())
            address = f"{request.path}?{query}" if query else request.path
            before = [other for other in self.lately if other != address]
            self.lately = [*before, address][-LATELY:]
        return response

    def use(self) -> None:
        """Make ready what is needed next, if the facts are others, and collect garbage.

        What was left by answers alone is found at once; among all that is kept it is looked for
        only when something of it was replaced.
        """
        reading: Reading = self.app.extensions["netgraph"]
        with suppress(NetgraphError):  # the page that is asked for will say it
            view = reading.newest()[0]
            if view is not self._begun:
                chances_on(view)
                due(view)
                self._begun, self._left = view, list(self.lately)
            while self._left and not self._asked.is_set():
                self._look(self._left.pop())
            if not self._left and view is not self._ready:
                self._ready = view
                gc.collect()
        gc.collect(0)

    def wait(self, seconds: float) -> None:
        """Wait until nothing was asked for so long."""
        while self._asked.is_set():
            self._asked.clear()
            time.sleep(seconds)

    def _look(self, address: str) -> None:
        """Look at a page, so that what it shows is kept; a fault is told when somebody asks."""
        with suppress(Exception), self.app.test_request_context(address):
            self.app.dispatch_request()

    def _run(self) -> None:
        """Use the time after each while in which nothing was asked."""
        while True:
            self.use()
            self._asked.wait()
            self.wait(QUIET)


def _is_page(response: Response) -> bool:
    """Whether an answer is looked at, not saved, and may have to be made anew."""
    return (
        response.mimetype == "text/html"
        and request.endpoint != "static"
        and "Content-Disposition" not in response.headers
    )
