"""Who may use the page: the person who started it, from this machine, from a page of ours.

A key works once, in the address that is opened, and is exchanged for a cookie that scripts cannot
read. Without the cookie every request is refused, since other users of the machine reach the
loopback address too. A foreign ``Host`` (DNS rebinding) and a form that another page sends
(cross-site request forgery) are refused before anything is read.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from threading import Lock
from typing import Final
from urllib.parse import urlsplit

from flask import Flask, Request, Response, abort, request

SAFE: Final = frozenset({"GET", "HEAD", "OPTIONS"})
"""Methods that never change anything."""

POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; frame-src 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
"""Content-Security-Policy of every page of ours: own files only, no page may frame it."""

_KEYS_AT_ONCE: Final = 8
_COOKIES_AT_ONCE: Final = 64


@dataclass(slots=True)
class Keys:
    """Keys that wait to be used, each once, and the cookies that they were exchanged for.

    >>> keys = Keys()
    >>> cookie = keys.redeem(keys.issue())
    >>> keys.knows(cookie), keys.knows("guessed"), keys.redeem("guessed")
    (True, False, None)
    """

    _waiting: list[str] = field(default_factory=list)
    _cookies: list[str] = field(default_factory=list)
    _lock: Lock = field(default_factory=Lock)

    def issue(self) -> str:
        """Return a new key; of more than eight that nobody used the oldest no longer works."""
        key = secrets.token_urlsafe(32)
        with self._lock:
            self._waiting = [*self._waiting, key][-_KEYS_AT_ONCE:]
        return key

    def redeem(self, key: str) -> str | None:
        """Return a new cookie for a key that waits, and None for any other."""
        with self._lock:
            found = [k for k in self._waiting if _equal(k, key)]
            if not found:
                return None
            self._waiting.remove(found[0])
            cookie = secrets.token_urlsafe(32)
            self._cookies = [*self._cookies, cookie][-_COOKIES_AT_ONCE:]
        return cookie

    def knows(self, cookie: str | None) -> bool:
        """Whether a cookie is one of ours."""
        with self._lock:
            return bool(cookie) and any(_equal(c, cookie or "") for c in self._cookies)


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


def _equal(a: str, b: str) -> bool:
    """Whether two texts are equal, in a time that tells nothing of where they differ."""
    return secrets.compare_digest(a.encode(), b.encode("utf-8", "replace"))
