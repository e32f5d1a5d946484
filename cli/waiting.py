"""What is seen on a terminal while a command works for long: that it does, and since when.

How much is left nobody knows but of an import, which has a bar of its own.
"""

from __future__ import annotations

import sys
import time
from threading import Event, Thread

LONG = frozenset({
    "at", "check", "closeness", "duplicates", "export", "forget", "map", "merge", "path", "people",
    "pool", "reciprocity", "reflect", "report", "restore", "show", "stats", "suggest",
    "tie", "today", "tree", "undo",
})  # fmt: skip
"""Commands that may take long where there are many people."""

PATIENCE = 1.0
"""Seconds without an answer before anything is shown."""

WIDTH = 12
BLOCK = 4

_ended: Event | None = None
_shown: Thread | None = None


def begin(command: str) -> None:
    """Watch a command that may take long, if somebody looks on and wants to see it."""
    global _ended, _shown
    end()
    if command not in LONG or not sys.stderr.isatty():
        return
    _ended = Event()
    _shown = Thread(target=_show, args=(_ended,), daemon=True)
    _shown.start()


def end() -> None:
    """Take the bar away: the answer comes."""
    global _ended, _shown
    if _ended and _shown:
        _ended.set()
        _shown.join()
    _ended = _shown = None


def bar(step: int, seconds: int) -> str:
    """Return the bar at a step: a block that goes to and fro.

    >>> bar(0, 1), bar(3, 2), bar(8, 4), bar(9, 5)
    ('[====        ] 1 s', '[   ====     ] 2 s', '[        ====] 4 s', '[       ==== ] 5 s')
    """
    room = WIDTH - BLOCK
    at = step % (2 * room)
    left = at if at <= room else 2 * room - at
    return f"[{' ' * left}{'=' * BLOCK}{' ' * (room - left)}] {seconds} s"


def _show(ended: Event) -> None:
    """Draw the bar until the end, and leave nothing of it."""
    began = time.monotonic()
    if ended.wait(PATIENCE):
        return
    step, drawn = 0, ""
    while not ended.is_set():
        drawn = f"Working {bar(step, int(time.monotonic() - began))}"
        print(f"\r{drawn}", end="", file=sys.stderr, flush=True)
        step += 1
        ended.wait(0.25)
    print(f"\r{' ' * len(drawn)}\r", end="", file=sys.stderr, flush=True)
