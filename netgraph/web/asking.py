"""Questions one at a time: what was put off stays in the address, and nowhere else."""

from __future__ import annotations

from urllib.parse import urlencode

from flask import request

LATER = "later"
MOST = 40
"""So many are put off at once; then the first of them are asked again."""


def put_off() -> tuple[str, ...]:
    """Return what was put off."""
    return tuple(request.args.getlist(LATER))[-MOST:]


def later(this: str) -> str:
    """Return the address of the page with one more question put off."""
    kept = [*put_off(), this][-MOST:]
    return f"{request.path}?{urlencode([(LATER, one) for one in kept])}"
