"""What keeps a page harmless: text that only shows, data that only sits, scripts known by hash."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256
from typing import Any
from urllib.parse import quote

from markupsafe import Markup

from netgraph.model.errors import NetgraphError
from netgraph.model.text import clean

NAME = 60
LINE = 160
NAMELESS = "(no name)"
NOTHING = "'none'"

_INERT = {"&": "\\u0026", "<": "\\u003c", ">": "\\u003e", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def addresses(begin: str, ids: Iterable[str]) -> list[str]:
    """Return the addresses of people's pages, none where there are no such pages.

    >>> addresses("/people/", ["a b", "../x"]), addresses("", ["a"])
    (['/people/a%20b', '/people/..%2Fx'], [])
    """
    return [begin + quote(i, safe="") for i in ids] if begin else []


def shown(text: str, *, limit: int = LINE) -> str:
    """Return text as a page may show it: one line, nothing hidden in it, not too long.

    >>> shown("Ana\\u202eSilva\\n")
    'AnaSilva'
    """
    return clean(text, limit=limit)


def json_block(document: Any) -> Markup:
    """Return JSON that no HTML parser can take for markup, for an inert script element.

    >>> json_block({"name": "</script>"})
    Markup('{"name":"\\\\u003c/script\\\\u003e"}')
    """
    text = json.dumps(document, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    for character, escape in _INERT.items():
        text = text.replace(character, escape)
    return Markup(text)  # noqa: S704


def inline(text: str) -> Markup:
    """Return a script or style as it may stand in a page, with the line ends a parser sees."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if any(end in text.lower() for end in ("</script", "</style", "<!--")):
        raise NetgraphError("a script of the page would end its own element; reinstall netgraph")
    return Markup(text)  # noqa: S704


def policy(*, scripts: tuple[str, ...], styles: tuple[str, ...]) -> str:
    """Return the Content-Security-Policy that lets exactly these scripts and styles work."""
    return "; ".join(
        [
            "default-src 'none'",
            f"script-src {' '.join(map(_hash, scripts)) or NOTHING}",
            f"style-src {' '.join(map(_hash, styles))}",
            "img-src data: blob:",
            "connect-src 'none'",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-src 'none'",
            "object-src 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'",
        ]
    )


def _hash(text: str) -> str:
    """Name a script or style by its content, as a policy does."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
