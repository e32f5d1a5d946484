"""The page before a talk as HTML for paper: one sheet, A4 or Letter, without scripts."""

from __future__ import annotations

from importlib.resources import files
from math import ceil
from typing import Final

from netgraph.pages.page import Page
from netgraph.pages.safe import inline, policy, shown
from netgraph.talks.briefs import Brief

LINES: Final = (200, 150, 120, 90)
"""Characters of a line; the fuller the page, the fewer."""

ROW: Final = 60
"""Characters that stand in a row of one of the two columns."""

ROOM: Final = 100
"""Rows of both columns on the smaller sheet, Letter; a heading takes two."""


def brief_html(page: Brief) -> Page:
    """Return the page as a self-contained document that fits one printed sheet.

    It loads nothing and runs nothing; imported text is shown as text, one line of it at most.

    Examples
    --------
    >>> from datetime import date
    >>> from netgraph.talks.briefs import Line, Section
    >>> sections = (Section("Who", (Line("point", "<b>Ana</b>"),)),)
    >>> page = Brief("p", "Ana", date(2026, 5, 1), 20, "en", "Before", sections, (), (), "", "", ())
    >>> "&lt;b&gt;Ana" in brief_html(page)
    True
    """
    from jinja2 import Environment, PackageLoader, StrictUndefined  # noqa: PLC0415

    environment = Environment(
        loader=PackageLoader("netgraph.pages", "template"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    longest = _longest(page)
    folder = files("netgraph.pages").joinpath("template")
    style = inline(folder.joinpath("brief.css").read_text("utf-8"))
    return Page(
        environment.get_template("brief.html").render(
            style=style,
            policy=policy(scripts=(), styles=(style,)),
            language=page.language if page.language.isalnum() else "",
            title=shown(page.title),
            day=page.as_of.isoformat(),
            sections=[
                (
                    shown(section.title),
                    [(line.kind, shown(line.text, limit=longest)) for line in section.lines],
                )
                for section in page.sections
            ],
        )
    )


def _longest(page: Brief) -> int:
    """Return how long a line may be for the page to fit one sheet."""
    for longest in LINES:
        rows = sum(
            ceil(min(len(line.text), longest) / ROW)
            for section in page.sections
            for line in section.lines
        )
        if rows + 2 * len(page.sections) <= ROOM:
            return longest
    return LINES[-1]
