"""A page and its document: every address that is looked at answers as ``.json`` too."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import wraps
from typing import Any

from flask import Blueprint, Response, abort, current_app, jsonify, render_template, request

from netgraph.model.plain_data import plain
from netgraph.web.forms import TOLD
from netgraph.web.reading import reading


@dataclass(frozen=True, slots=True)
class Answer:
    """What a page shows by a template, and the document that says the same, made when wanted."""

    template: str
    document: Callable[[], Any]
    shown: Mapping[str, Any] = field(default_factory=dict)


Shows = Callable[..., Answer]


def page(
    pages: Blueprint, address: str, name: str = "", *, fresh: bool = False
) -> Callable[[Shows], Shows]:
    """Let a function answer at an address with its page, and at ``ADDRESS.json`` as a document.

    The first page, at ``/``, has its document at ``/today.json``. An answer is kept for as long as
    the store stays the same, unless it is to be ``fresh``: it shows more than the facts.
    """

    def registered(shows: Shows) -> Shows:
        def answer(values: Mapping[str, str]) -> Answer:
            return shows(**values) if fresh else _kept(shows, values)

        @wraps(shows)
        def as_page(**values: str) -> str:
            found = answer(values)
            return render_template(found.template, **found.shown)

        @wraps(shows)
        def as_document(**values: str) -> Response:
            if is_pseudonymous():
                abort(404, "Names stand in this document: it is not for this page.")
            return jsonify(plain(answer(values).document(), reading().write))

        endpoint = name or shows.__name__
        pages.add_url_rule(address, endpoint, as_page)
        document_at = f"{address}.json" if address != "/" else "/today.json"
        pages.add_url_rule(document_at, f"{endpoint}_document", as_document)
        return shows

    return registered


def _kept(shows: Shows, values: Mapping[str, str]) -> Answer:
    """Return the answer to this address, made once for the facts as they are."""
    key = (shows.__module__, shows.__name__, *sorted(values.items()), *sorted(asked()))
    return reading().kept(key, lambda: shows(**values))


def asked() -> list[tuple[str, str]]:
    """Return what the address asks for, but for the line that says what was done."""
    return [a for a in request.args.items(multi=True) if a[0] not in TOLD]


def is_pseudonymous() -> bool:
    """Whether names are left out."""
    return bool(current_app.config["PSEUDONYMOUS"])
