"""Who may use the page: the person who started it, from this machine, from a page of ours.

A key works once, in the address that is opened, and is exchanged for a cookie that scripts cannot
read. Without the cookie every request is refused, since other users of the machine reach the
loopback address too. A foreign ``Host`` (DNS rebinding) and a form that another page sends
(cross-site request forgery) are refused before anything is read.
"""

from __future__ import annotations

from typing import Final
from urllib.parse import urlsplit

from flask import Flask, Request, Response, abort, request

from netgraph.web.keys import Keys

SAFE: Final = frozenset({"GET", "HEAD", "OPTIONS"})
"""Methods that never change anything."""

POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; frame-src 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
"""Content-Security-Policy of every page of ours: own files only, no page may frame it."""


def guard(app: Flask, keys: Keys, *, read_only: bool) -> None:
    """Let requests of the user through, and nobody else's; say on every answer what it may do."""

    @app.before_request
    def check() -> Response | None:
        if request.host not in _hosts(request):
            abort(400, "This page answers only to its own address on this machine.")
        if request.method == "GET" and "key" in request.args:
            return _enter(keys, request.args["key"])
        if not keys.knows(request.cookies.get(_cookie_name(request))):
            abort(
                403, "Open the address that stands in the terminal; Enter there prints a new one."
            )
        if request.method not in SAFE:
            if not _ours(request):
                abort(403, "This form was not sent by a page of netgraph.")
            if read_only:
                abort(403, "This page was opened for looking only.")
        return None

    @app.after_request
    def protect(response: Response) -> Response:
        response.headers.setdefault("Content-Security-Policy", POLICY)
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["Referrer-Policy"] = "no-referrer"
        response.headers["Cross-Origin-Opener-Policy"] = "same-origin"
        response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
        response.headers["Cache-Control"] = "no-store"
        return response


def _enter(keys: Keys, key: str) -> Response:
    """Exchange a key for a cookie and go on at the clean address."""
    cookie = keys.redeem(key)
    if cookie is None:
        abort(403, "This address was used before; press Enter in the terminal for a new one.")
    response = Response(status=303, headers={"Location": request.path})
    response.set_cookie(_cookie_name(request), cookie, httponly=True, samesite="Strict")
    return response


def _hosts(asked: Request) -> tuple[str, str]:
    """Return the two names under which the page is reached."""
    port = asked.environ["SERVER_PORT"]
    return f"127.0.0.1:{port}", f"localhost:{port}"


def _cookie_name(asked: Request) -> str:
    """Return the name of the cookie: cookies do not tell ports apart, two pages must."""
    return f"netgraph-{asked.environ['SERVER_PORT']}"


def _ours(asked: Request) -> bool:
    """Whether a page of ours sent a form: the browser says so itself, or names our address."""
    site = asked.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site in ("same-origin", "none")
    return urlsplit(asked.headers.get("Origin", "")).netloc in _hosts(asked)
