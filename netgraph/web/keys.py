"""Keys that open the page, each once, and the cookies that they were exchanged for."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from threading import Lock
from typing import Final

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


def _equal(a: str, b: str) -> bool:
    """Whether two texts are equal, in a time that tells nothing of where they differ."""
    return secrets.compare_digest(a.encode(), b.encode("utf-8", "replace"))
