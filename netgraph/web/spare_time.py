"""What the program does while nobody waits: it makes ready what is needed next, and clears away.

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

from flask import Flask

from netgraph.agenda.due_list import due
from netgraph.model.as_of import AsOf
from netgraph.model.errors import NetgraphError
from netgraph.suggestions.recommendations import chances_on
from netgraph.web.reading import Reading

QUIET: Final = 1.0
"""After so many seconds in which nothing was asked there is time."""


@dataclass(slots=True)
class SpareTime:
    """Knows when something was asked last, and for which facts all is ready."""

    reading: Reading
    _asked: Event = field(default_factory=Event)
    _ready: AsOf | None = None

    def begin(self, app: Flask) -> None:
        """Make the first page ready, and go on for as long as the program runs."""
        gc.disable()
        app.teardown_request(lambda _: self._asked.set())
        Thread(target=self._run, name="spare time", daemon=True).start()

    def use(self) -> None:
        """Make ready what most pages need, if the facts are others, and collect garbage.

        What was left by answers alone is found at once; among all that is kept it is looked for
        only when something of it was replaced.
        """
        with suppress(NetgraphError):  # the page that is asked for will say it
            view = self.reading.newest()[0]
            if view is not self._ready:
                chances_on(view)
                due(view)
                self._ready = view
                gc.collect()
        gc.collect(0)

    def _run(self) -> None:
        """Use the time after each while in which nothing was asked."""
        while True:
            self.use()
            self._asked.wait()
            while self._asked.is_set():
                self._asked.clear()
                time.sleep(QUIET)
